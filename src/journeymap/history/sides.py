"""The two states that a comparison is between: files, revisions of git, or the working tree."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import field
from pathlib import Path

from journeymap.model.fields import FileKind
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.git import GitProblem, Repository
from journeymap.workspace.paths import kind_of
from journeymap.workspace.storage import DISK, Storage

TREE = "the working tree"
"""What the files as they are now are called beside a revision."""
_SHORT = 9
"""Characters of a commit's name that tell it from others."""


class SidesError(Exception):
    """What was named is not there, or git cannot say what it was; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A state of some maps.

    Attributes:
        name: what it is called.
        storage: where its files are read from.
        paths: the files and folders that are compared, absolute.
        texts: contents that stand for files.
    """

    name: str
    storage: Storage
    paths: tuple[Path, ...]
    texts: Mapping[Path, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two states of some maps.

    Attributes:
        old: the earlier one, or the one that was named first.
        new: the other one.
        top: the folder that paths of a bare repository are told from; None for others.
        alone: whether each is one map, and the two belong together whatever they are called.
        note: why this is not what one might expect; "" where it is.
    """

    old: Side
    new: Side
    top: Path | None = None
    alone: bool = False
    note: str = ""


def sides(words: Sequence[str], here: Path, stack: ExitStack) -> Sides:
    """Returns what was typed behind `diff`.

    `OLD NEW` (two files, two folders, or `REV:PATH`), `PATHS` (the working tree against HEAD),
    `REV [PATHS]` (the working tree against a revision), `REV1..REV2 [PATHS]`, or
    `REV1...REV2 [PATHS]` (from the last commit that both have in common). Nothing is `.`.

    Args:
        words: what was typed, without options.
        here: the working directory.
        stack: closes the repositories in the end.

    Raises:
        SidesError: something of it is not there.
    """
    reader = _Words(here, stack)
    try:
        return reader.read(list(words) or ["."])
    except GitProblem as problem:
        gone = [word for word in words if _is_path_only(word) and not reader.is_there(word)]
        lead = f"there is no file or folder {gone[0]}, and " if gone else ""
        raise SidesError(f"{lead}{problem}") from problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A map in a revision.

    Attributes:
        repository: where its history is.
        commit: the name of the commit.
        path: where the map lies there, or lay before.
        here: the folder that paths are told from.
    """

    repository: Repository
    commit: str
    path: Path
    here: Path


def place(word: str, here: Path, stack: ExitStack) -> Place:
    """Returns where the history of a map begins to be told: `PATH` (from HEAD) or `REV:PATH`.

    Raises:
        SidesError: it is no map.
        GitProblem: git cannot answer.
    """
    return _Words(here, stack).place(word)


def side(word: str, here: Path, stack: ExitStack) -> Side:
    """Returns one map: a file, or `REV:PATH`.

    Raises:
        SidesError: it is not there.
    """
    try:
        return _Words(here, stack).side(word)
    except GitProblem as problem:
        raise SidesError(str(problem)) from problem


class _Words:
    """Reads what was typed."""

    def __init__(self, here: Path, stack: ExitStack) -> None:
        self.here, self.stack = here, stack

    def read(self, words: list[str]) -> Sides:
        """Returns what it means."""
        first, rest = words[0], words[1:]
        if ".." in first and not self.is_there(first) and not _is_path_only(first):
            return self._range(first, rest)
        if len(words) == 2 and (found := self._two(*words)):  # noqa: PLR2004 - OLD NEW
            return found
        if not rest and self._of_revision(first):
            return self._one_of_revision(first)
        if self.is_there(first):
            return self._since("HEAD", words)
        return self._since(first, rest) if self._is_revision(first, rest) else self._gone(words)

    def is_there(self, word: str) -> bool:
        """Tells whether a file or folder is there."""
        try:
            return (self.here / word).exists()
        except (OSError, ValueError):
            return False

    def _two(self, old: str, new: str) -> Sides | None:
        """Returns two maps or folders, if that is what was named."""
        kinds = [self._kind(word) for word in (old, new)]
        if "" in kinds:
            return None
        if kinds[0] != kinds[1]:
            raise SidesError(f"{old} and {new} are a file and a folder: name two of a kind")
        ours, theirs = self.side(old), self.side(new)
        return Sides(old=ours, new=theirs, alone=kinds[0] == "file")

    def _kind(self, word: str) -> str:
        """Returns "file" or "folder" for a path or a REV:PATH; "" for what is none."""
        if self.is_there(word):
            return "folder" if (self.here / word).is_dir() else "file"
        return "file" if self._of_revision(word) else ""

    def _of_revision(self, word: str) -> tuple[str, str] | None:
        """Returns revision and path of what is written as `REV:PATH`."""
        revision, colon, path = word.partition(":")
        return (revision, path) if colon and revision and path and not self.is_there(word) else None

    def side(self, word: str) -> Side:
        """Returns one file, of the disk or of a revision."""
        named = self._of_revision(word)
        if named is None:
            path = self.here / word
            return Side(name=word, storage=DISK, paths=(path,))
        revision, said = named
        repository = self._repository(self.here)
        tree = repository.tree(repository.commit(revision))
        near = said.startswith(("./", "../"))  # as git reads it; else from the top
        path = _plain((self.here if near else repository.top) / said)
        if not tree.is_file(path):
            raise SidesError(f"there is no file {said} in {revision}")
        return Side(name=word, storage=tree, paths=(path,))

    def place(self, word: str) -> Place:
        """Returns a map in a revision; in HEAD where none is named."""
        revision, said = self._of_revision(word) or ("HEAD", word)
        near = revision == "HEAD" or said.startswith(("./", "../"))
        path = self.here / said
        repository = self._repository(path.parent if near else self.here)
        is_bare = not (repository.top / ".git").exists()
        path = _plain(path if near and not is_bare else repository.top / said)
        if path.is_dir() or kind_of(path) is not FileKind.JOURNEY:
            raise SidesError(f"{word} is no map: name a file such as clinic.journey.yaml")
        return Place(
            repository=repository,
            commit=repository.commit(revision),
            path=path,
            here=repository.top if is_bare else self.here,
        )

    def _one_of_revision(self, word: str) -> Sides:
        """Returns a map as it was and as it is."""
        old = self.side(word)
        path = old.paths[0]
        new = Side(name=TREE, storage=DISK, paths=(path,))
        if not path.is_file():
            raise SidesError(f"{word} is not in the working tree; name what to compare it with")
        return Sides(old=old, new=new, alone=True)

    def _range(self, word: str, rest: Sequence[str]) -> Sides:
        dots = "..." if "..." in word else ".."
        first, _, second = word.partition(dots)
        first, second = first or "HEAD", second or "HEAD"
        repository = self._repository(self.here)
        old, new = repository.commit(first), repository.commit(second)
        name, note = first, ""
        if dots == "...":
            base = repository.merge_base(old, new)
            if base is None:
                note = (
                    f"no common ancestor of {first} and {second} is known here, so {first} itself "
                    "is compared with; a shallow clone may lack it (git fetch --unshallow)"
                )
            elif base != old:
                name = f"{base[:_SHORT]}, where {second} left {first}"
            old = base or old
        trees = repository.tree(old), repository.tree(new)
        is_bare = not (repository.top / ".git").exists()
        root = repository.top if is_bare else self.here
        paths = tuple(_plain(root / each) for each in rest) or (repository.top,)
        for path, each in zip(paths, rest, strict=False):
            if not any(tree.is_file(path) or tree.is_folder(path) for tree in trees):
                raise SidesError(f"there is no file or folder {each} in {first} or {second}")
        return Sides(
            old=Side(name=name, storage=trees[0], paths=paths),
            new=Side(name=second, storage=trees[1], paths=paths),
            top=repository.top if is_bare else None,
            note=note,
        )

    def _since(self, revision: str, words: Sequence[str]) -> Sides:
        """Returns the working tree against a revision."""
        paths = tuple(_plain(self.here / word) for word in words) or (self.here,)
        places = {path if path.is_dir() else path.parent for path in paths}
        repositories = {each.top: each for each in map(self._repository, sorted(places))}
        if len(repositories) > 1:
            raise SidesError("the maps lie in several repositories: compare them one by one")
        repository = next(iter(repositories.values()))
        tree = repository.tree(repository.commit(revision))
        for path, word in zip(paths, words, strict=False):
            if not path.exists() and not (tree.is_file(path) or tree.is_folder(path)):
                raise SidesError(
                    f"there is no file or folder {word}, neither now nor in {revision}"
                )
        return Sides(
            old=Side(name=revision, storage=tree, paths=paths),
            new=Side(name=TREE, storage=DISK, paths=paths),
        )

    def _is_revision(self, word: str, rest: Sequence[str]) -> bool:
        """Tells whether a word is a revision; where paths follow it can be nothing else."""
        repository = self._repository(self.here)
        try:
            repository.commit(word)
        except GitProblem:
            if rest and not _is_path_only(word):
                raise
            return False
        return True

    def _gone(self, words: Sequence[str]) -> Sides:
        """Returns files that were there and are not any more."""
        repository = self._repository(self.here)
        there = repository.head and repository.tree(repository.head)
        first = _plain(self.here / words[0])
        if not there or not (there.is_file(first) or there.is_folder(first)):
            raise SidesError(f"there is no file, folder or revision {words[0]}")
        return self._since("HEAD", words)

    def _repository(self, folder: Path) -> Repository:
        while not folder.is_dir():
            folder = folder.parent
        return self.stack.enter_context(Repository(folder))


def _is_path_only(word: str) -> bool:
    """Tells whether a word can be no range of revisions: it climbs up, or names a kind of file."""
    return word.startswith("../") or word == ".." or word.endswith((".yaml", ".yml"))


def _plain(path: Path) -> Path:
    """Returns a path without `.` and `..`, whether anything is there or not."""
    parts: list[str] = []
    for part in path.absolute().parts:
        if part == "..":
            parts = parts[:-1] or parts
        elif part != ".":
            parts.append(part)
    return Path(*parts)
