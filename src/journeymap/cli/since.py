"""`journeymap lint --since`: which files it leaves, how these were, and what it says of that."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.cli.console import STDIN, fail, say
from journeymap.model.fields import FileKind
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.paths import find_root, kind_of
from journeymap.workspace.storage import Storage

if TYPE_CHECKING:
    from journeymap.workspace.since import Since

Reader = Callable[[Storage, Iterable[Path]], Workspace]
"""Reads from a storage what was named, and some more files."""

_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR")
"""By these git names its repository to a hook, and with it to any git that is asked of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What was typed of a revision to compare with.

    Attributes:
        name: a commit, branch or tag.
        exact: whether it is compared with itself, not where this branch left it.
        new: whether what it had is not told again.
    """

    name: str
    exact: bool = False
    new: bool = False


def revision(name: str | None, *, exact: bool, new: bool) -> Revision | None:
    """Returns what to compare with; ends the command where what was typed makes no sense."""
    if name is None and (exact or new):
        fail(f"{'--new' if new else '--since-exact'} goes with --since REV")
    return None if name is None else Revision(name=name, exact=exact, new=new)


def forget_hook() -> None:
    """Forgets the repository that git names to a hook, so that any other one can be asked."""
    for name in _OF_A_HOOK:
        os.environ.pop(name, None)


def searched_for(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Returns the folders in which the users of named libraries are looked for."""
    return tuple(sorted({find_root(path) for path in _libraries(paths)}))


def narrowed(
    workspace: Workspace,
    revision: Revision,
    paths: tuple[Path, ...],
    read: Reader,
    *,
    quiet: bool,
) -> tuple[Workspace, Workspace | None]:
    """Leaves the files that differ from a revision, or build on what does, and says how many.

    Args:
        workspace: what was read.
        revision: what to compare with.
        paths: what was named.
        read: reads from another storage what was named, and some more.
        quiet: whether not to say how many differ.

    Returns:
        What is left, and how that was, where only what is new is to be told.
    """
    from journeymap.workspace import git, since

    if any(str(path) == STDIN for path in paths):
        fail("--since compares files; name them instead of -")
    if libraries := _libraries(paths):
        named = tuple(path.resolve() for path in paths)
        users = since.with_users(workspace, libraries)
        asked = (t for t in workspace.targets if t in users or _is_in(t, named))
        workspace = replace(workspace, targets=tuple(asked))
    forget_hook()
    try:
        with since.opened(workspace, revision.name, exact=revision.exact) as then:
            targets = since.affected(workspace, then)
            earlier = _earlier(read, then, targets, workspace) if revision.new else None
    except git.GitProblem as problem:
        fail(f"--since: {problem}")
    if then.note:
        say(then.note)
    if not quiet:
        say(f"{len(targets)} of {len(workspace.targets)} files differ from {then.name}")
    return replace(workspace, targets=targets), earlier


def _earlier(read: Reader, then: "Since", targets: Iterable[Path], now: Workspace) -> Workspace:
    """Reads the files of targets as they were, wherever they may have been, and what was around."""
    before = {*targets, *then.changed_maps()}
    earlier = read(then, then.changed_maps())
    were = (path for path in earlier.targets if path in before and then.is_file(path))
    renamed = then.renamed()
    files = {
        path: _known_as(file, now.files.get(renamed.get(path, path)))
        for path, file in earlier.files.items()
    }
    return replace(earlier, targets=tuple(were), files=files)


def _known_as(file: MapFile, now: MapFile | None) -> MapFile:
    """Returns a file with what stands for it now, where no id of its own did then."""
    if now is None or file.written_id:
        return file
    return replace(file, from_root=now.written_id or now.from_root)


def _libraries(paths: Iterable[Path]) -> list[Path]:
    """Returns the libraries among what was named, absolute."""
    named = (path.resolve() for path in paths if str(path) != STDIN)
    return [path for path in named if path.is_file() and kind_of(path) is FileKind.LIBRARY]


def _is_in(path: Path, named: tuple[Path, ...]) -> bool:
    return any(path.is_relative_to(each) for each in named)
