"""Which maps and libraries a folder holds: all but what git ignores."""

from collections.abc import Iterator
from pathlib import Path

from journeymap.quick_dataclass import dataclass
from journeymap.workspace.globs import Glob, globs_of, verdict
from journeymap.workspace.paths import JOURNEY_ENDINGS, LIBRARY_ENDINGS, find_root
from journeymap.workspace.storage import DISK, Storage

_NOT_SEARCHED = frozenset({".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__"})
_ENDINGS = (*JOURNEY_ENDINGS, *LIBRARY_ENDINGS)
_MOST = 200_000
"""Bytes of a file of patterns that are read: each file that is found is held against all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Patterns and the folder from which they count.

    Attributes:
        folder: the folder.
        globs: the patterns; of several that hold the last one counts.
    """

    folder: Path
    globs: tuple[Glob, ...]


def discover(folder: Path, storage: Storage = DISK) -> Iterator[Path]:
    """Walks the maps and libraries below a folder in order, without what git ignores."""
    root = find_root(folder)
    above = [parent for parent in reversed(folder.parents) if parent.is_relative_to(root)]
    waiting = [(folder, [found for parent in above for found in _gitignore(parent, storage)])]
    while waiting:
        path, ignoring = waiting.pop()
        if path != folder and _is_map(path, storage):
            yield path
        else:
            ignoring = [*ignoring, *_gitignore(path, storage)]
            waiting += [(entry, ignoring) for entry in _entries(path, ignoring, storage)]


def _entries(folder: Path, ignoring: list[Patterns], storage: Storage) -> Iterator[Path]:
    """Walks what is to be looked at in a folder, the last one first."""
    for entry in (folder / name for name in reversed(storage.names(folder))):
        is_folder = storage.is_folder(entry)
        wanted = entry.name not in _NOT_SEARCHED if is_folder else _is_map(entry, storage)
        if wanted and not _is_left_out(entry, ignoring, folder=is_folder):
            yield entry


def _is_map(path: Path, storage: Storage) -> bool:
    return path.name.endswith(_ENDINGS) and storage.is_file(path)


def _is_left_out(path: Path, ignoring: list[Patterns], *, folder: bool) -> bool:
    """Tells what the nearest patterns say that say something of a path."""
    for patterns in reversed(ignoring):
        parts = path.relative_to(patterns.folder).parts
        said = verdict(patterns.globs, parts, is_folder=folder)
        if said is not None:
            return said
    return False


def _gitignore(folder: Path, storage: Storage) -> Iterator[Patterns]:
    path = folder / ".gitignore"
    try:
        content = storage.read(path) if storage.resolve(path) == path else b""  # as git does
    except (OSError, RuntimeError):  # RuntimeError: a loop of links
        return
    text = content[:_MOST].decode("utf-8-sig", "surrogateescape")
    globs = globs_of(text.split("\n"))
    if globs:
        yield Patterns(folder=folder, globs=globs)
