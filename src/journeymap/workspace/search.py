"""Which maps and libraries a folder holds: all but what git ignores."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from journeymap.quick_dataclass import dataclass
from journeymap.workspace.globs import Glob, covers, globs_of, verdict
from journeymap.workspace.paths import JOURNEY_ENDINGS, LIBRARY_ENDINGS, find_root
from journeymap.workspace.storage import DISK, Disk, Storage

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

    def parts(self, path: Path) -> tuple[str, ...]:
        """Returns a path as the patterns see it; nothing where it lies elsewhere."""
        return path.relative_to(self.folder).parts if path.is_relative_to(self.folder) else ()

    def match(self, path: Path, *, is_folder: bool) -> bool:
        """Tells whether they hold for a file or folder itself."""
        return verdict(self.globs, self.parts(path), is_folder=is_folder) or False

    def cover(self, path: Path, *, is_folder: bool) -> bool:
        """Tells whether they hold for a file or folder, or for a folder above it."""
        return covers(self.globs, self.parts(path), is_folder=is_folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """What was typed of files to leave out.

    Attributes:
        patterns: the patterns.
        force: whether files that are named are left out as well.
    """

    patterns: tuple[Patterns, ...] = ()
    force: bool = False


Excluded = Callable[[Path, bool], bool]
"""Tells whether somebody excludes a file, or where that is said a folder."""


def discover(
    folder: Path, storage: Storage = DISK, excluded: Excluded = lambda *_: False
) -> Iterator[Path]:
    """Walks the maps and libraries below a folder in order, without what git ignores.

    Args:
        folder: the folder.
        storage: where files are read from.
        excluded: tells what else is left out.
    """
    root = find_root(folder, storage)
    above = [parent for parent in reversed(folder.parents) if parent.is_relative_to(root)]
    # What this machine ignores says nothing of a revision, which would have git asked for each.
    here = _of_git(root, storage) if isinstance(storage, Disk) else ()
    ignoring = [*here, *(found for each in above for found in _gitignore(each, storage))]
    waiting = [(folder, ignoring)]
    while waiting:
        path, ignoring = waiting.pop()
        if path != folder and _is_map(path, storage):
            yield path
        else:
            ignoring = [*ignoring, *_gitignore(path, storage)]
            for entry, is_folder in _entries(path, storage):
                ignored = _is_ignored(entry, ignoring, is_folder=is_folder)
                if not ignored and not excluded(entry, is_folder):
                    waiting.append((entry, ignoring))


def _entries(folder: Path, storage: Storage) -> Iterator[tuple[Path, bool]]:
    """Walks what is to be looked at in a folder, the last one first, and whether it is a folder."""
    for entry in (folder / name for name in reversed(storage.names(folder))):
        is_folder = storage.is_folder(entry)
        if entry.name not in _NOT_SEARCHED if is_folder else _is_map(entry, storage):
            yield entry, is_folder


def _is_map(path: Path, storage: Storage) -> bool:
    return path.name.endswith(_ENDINGS) and storage.is_file(path)


def _is_ignored(path: Path, ignoring: list[Patterns], *, is_folder: bool) -> bool:
    """Tells what the nearest patterns say that say something of a path."""
    for patterns in reversed(ignoring):
        said = verdict(patterns.globs, patterns.parts(path), is_folder=is_folder)
        if said is not None:
            return said
    return False


def _gitignore(folder: Path, storage: Storage) -> Iterator[Patterns]:
    path = folder / ".gitignore"
    try:
        content = storage.read(path) if storage.resolve(path) == path else b""  # as git does
    except (OSError, RuntimeError):  # RuntimeError: a loop of links
        return
    yield from _patterns(content, folder)


def _of_git(root: Path, disk: Disk) -> Iterator[Patterns]:
    """Walks what somebody has git ignore on this machine, or in this clone."""
    git = root / ".git"
    if not (disk.is_file(git) or disk.is_there(git / "objects")):
        return  # for git this is no repository, so it is not asked
    for path in disk.ignore_files(root):
        with suppress(OSError):
            yield from _patterns(disk.read(path), root)


def _patterns(content: bytes, folder: Path) -> Iterator[Patterns]:
    globs = globs_of(content[:_MOST].decode("utf-8-sig", "surrogateescape").split("\n"))
    if globs:
        yield Patterns(folder=folder, globs=globs)
