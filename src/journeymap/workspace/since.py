"""What differs from a revision of git, and which maps that concerns."""

import os.path
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from errno import ENOENT
from functools import partial
from itertools import chain
from pathlib import Path

from journeymap.model.fields import FileKind
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.config import FILE_NAMES
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.git import Repository
from journeymap.workspace.paths import JOURNEY_ENDINGS, LIBRARY_ENDINGS, find_root
from journeymap.workspace.storage import DISK
from journeymap.workspace.tree import Tree

_SHORT = 9
"""Characters of a commit's name that tell it from others."""


@dataclass(frozen=True, kw_only=True)
class _Then:
    """A repository as it was: nothing of it where its tree is None."""

    top: Path
    tree: Tree | None = None
    changed: frozenset[Path] = frozenset()
    renamed: Callable[[], Mapping[Path, Path]] = dict
    name: str = ""
    note: str = ""


class Since:
    """Repositories as they were at a revision: a storage to load maps from.

    Attributes:
        name: in words, what is compared with.
        note: why that is not what one might expect; "" where it is.
    """

    def __init__(self, repositories: Sequence[_Then]) -> None:
        """Takes repositories as they were, those within others behind them; see `opened`."""
        self._innermost_first = tuple(reversed(repositories))
        self.name, self.note = repositories[0].name, repositories[0].note

    def differs(self, path: Path) -> bool:
        """Tells whether a file has changed, come or gone; what lies outside is not compared."""
        then = self._then(path)
        if then is None:
            return False
        try:
            return path in then.changed or DISK.is_file(path) is not self.is_file(path)
        except (OSError, ValueError):  # no such name can be
            return False

    def renamed(self) -> Mapping[Path, Path]:
        """Returns the new paths of files that git sees as renamed, by their old ones.

        Raises:
            GitProblem: a repository is damaged.
        """
        return dict(chain.from_iterable(then.renamed().items() for then in self._innermost_first))

    def changed_maps(self) -> Iterator[Path]:
        """Walks the maps and libraries that were there and are gone or not the same any more."""
        for path in sorted(path for then in self._innermost_first for path in then.changed):
            is_map = path.name.endswith((*JOURNEY_ENDINGS, *LIBRARY_ENDINGS))
            if is_map and self.is_file(path):
                yield path

    def is_file(self, path: Path) -> bool:
        """Tells whether there was an ordinary file, or a link to one."""
        tree = self._tree(path)
        return tree is not None and tree.is_file(path)

    def is_folder(self, path: Path) -> bool:
        """Tells whether there was a folder that was no link to one."""
        tree = self._tree(path)
        return tree is not None and tree.is_folder(path)

    def names(self, folder: Path) -> Sequence[str]:
        """Returns what stood in a folder, in order; nothing where that is not known."""
        tree = self._tree(folder)
        return tree.names(folder) if tree else ()

    def resolve(self, path: Path) -> Path:
        """Returns where a path led to when links are followed, whether anything was there or not.

        Raises:
            OSError: links led to one another.
        """
        tree = self._tree(path)
        return tree.resolve(path) if tree else DISK.resolve(path)

    def read(self, path: Path) -> bytes:
        """Returns what a file held, cut a byte behind the limit that the text layer sets.

        A file outside the repositories, as a configuration may be, is read as it is now.

        Raises:
            OSError: it was not there.
        """
        if self._then(path) is None:
            return DISK.read(path)
        tree = self._tree(path)
        if tree is None:
            raise OSError(ENOENT, os.strerror(ENOENT), str(path))
        return tree.read(path)

    def _tree(self, path: Path) -> Tree | None:
        then = self._then(path)
        return then.tree if then else None

    def _then(self, path: Path) -> _Then | None:
        return next((t for t in self._innermost_first if path.is_relative_to(t.top)), None)


@contextmanager
def opened(workspace: Workspace, revision: str, *, exact: bool = False) -> Iterator[Since]:
    """Opens the repositories of some files as they were at a revision.

    That is the last commit which what is checked out has in common with the revision, so that what
    others have done since is no difference; a submodule is compared with the commit that it had
    there.

    Args:
        workspace: the files.
        revision: a commit, branch or tag.
        exact: whether the revision itself is compared with.

    Raises:
        GitProblem: git cannot answer, or a file lies in no repository.
    """
    with ExitStack() as stack:
        then = dict[Path, _Then]()
        for root in _roots(workspace):
            repository = stack.enter_context(Repository(root))
            if repository.top not in then:
                outer = next((then[above] for above in root.parents if above in then), None)
                found = _pinned(repository, outer) if outer else _at(repository, revision, exact)
                then[repository.top] = found
        yield Since(tuple(then.values()))


def affected(workspace: Workspace, since: Since) -> tuple[Path, ...]:
    """Returns the files that were asked for and have changed, or build on something that has."""
    users = _users(workspace)
    changed = [path for path in {*workspace.files, *users} if since.differs(path)]
    reached = _reached(changed, users)
    return tuple(path for path in workspace.targets if path in reached)


def with_users(workspace: Workspace, paths: Iterable[Path]) -> frozenset[Path]:
    """Returns some paths, and all files of a workspace that build on what is there."""
    return frozenset(_reached(paths, _users(workspace)))


def _reached(paths: Iterable[Path], users: dict[Path, list[Path]]) -> Collection[Path]:
    waiting, seen = list(paths), set[Path]()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += users.get(path, ())
    return seen


def _users(workspace: Workspace) -> dict[Path, list[Path]]:
    """Returns which files name a path, which need not lead to anything."""
    users = defaultdict[Path, list[Path]](list)
    for file in workspace.files.values():
        for path in _named(file):
            users[path].append(file.path)
    return users


def _named(file: MapFile) -> Iterator[Path]:
    """Walks what a file builds on: its configurations, those it had, and what it leads to."""
    yield from file.configured_by
    if file.kind in {FileKind.JOURNEY, FileKind.LIBRARY}:
        folders = _below_configuration(file)
        yield from (folder / name for folder in folders for name in FILE_NAMES)
    for link in file.links:
        yield Path(os.path.normpath(file.path.parent / link.said))
        if link.target:
            yield link.target


def _below_configuration(file: MapFile) -> Iterator[Path]:
    """Walks the folders in which a configuration would come before the one that holds now."""
    nearest, root = file.configured_by[-1:], find_root(file.path)
    for folder in file.path.parents:
        yield folder
        if folder == root or (nearest and folder == nearest[0].parent):
            return


def _roots(workspace: Workspace) -> list[Path]:
    """Returns the roots of what was asked for and of repositories within, from outside inwards."""
    asked = {find_root(folder) for folder in {path.parent for path in workspace.targets}}
    every = {find_root(folder) for folder in {path.parent for path in workspace.files}}
    inside = (root for root in every if not asked.isdisjoint(root.parents))
    return sorted({*asked, *inside}, key=lambda root: (len(root.parts), root))


def _at(repository: Repository, revision: str, exact: bool) -> _Then:  # noqa: FBT001 - as typed
    tip = repository.commit(revision)
    base = tip if exact else repository.merge_base(tip)
    left = f"{(base or tip)[:_SHORT]}, where this branch left {revision}"
    note = (
        f"no common ancestor of HEAD and {revision} is known here, so {revision} itself is "
        "compared with; a shallow clone may lack it (git fetch --unshallow)"
    )
    return _then(
        repository,
        base or tip,
        name=revision if base in {None, tip} else left,
        note="" if base else note,
    )


def _pinned(repository: Repository, outer: _Then) -> _Then:
    commit = outer.tree.pinned(repository.top) if outer.tree else None
    if commit is None:
        return _Then(top=repository.top)
    return _then(repository, repository.commit(commit))


def _then(repository: Repository, commit: str, *, name: str = "", note: str = "") -> _Then:
    return _Then(
        top=repository.top,
        tree=repository.tree(commit),
        changed=repository.changed(commit),
        renamed=partial(repository.renamed, commit),
        name=name,
        note=note,
    )
