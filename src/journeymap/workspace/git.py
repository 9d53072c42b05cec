"""What git knows of a repository and what its revisions hold; the only module that runs it."""

import os.path
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from errno import EFBIG, ELOOP, ENOENT
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from journeymap.quick_dataclass import dataclass
from journeymap.text.source import MOST_BYTES
from journeymap.workspace.paths import git_root

_MOST_LINKS = 40
"""Links that are followed on the way to one file, as systems do."""


class GitProblem(Exception):  # noqa: N818 - not an error of the program
    """A question that git could not answer; the message says why and what to do."""


def ignore_files(root: Path) -> Iterator[Path]:
    """Walks the files of patterns that git heeds besides .gitignore, those that count less first.

    Args:
        root: the root of a repository.
    """
    with suppress(GitProblem):
        usual = ("--default", "~/.config/git/ignore")
        yield Path(_line(root, "config", "--type=path", *usual, "core.excludesFile"))
        yield root / _line(root, "rev-parse", "--git-path", "info/exclude")


class Repository:
    """A repository whose revisions are read by one `git cat-file --batch`, whatever is asked.

    Attributes:
        top: the root of its working tree; of a bare one its own folder.
    """

    def __init__(self, folder: Path) -> None:
        """Opens the repository that a folder lies in; `close` it, or use it in a `with`.

        Raises:
            GitProblem: git is not installed, or the folder is in no repository.
        """
        self.top = _top(folder)
        self._objects = _Objects(self.top)

    def __enter__(self) -> Self:
        """Returns itself."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Ends the process that reads revisions."""
        self.close()

    def close(self) -> None:
        """Ends the process that reads revisions."""
        self._objects.close()

    def commit(self, revision: str) -> str:
        """Returns the name of the commit that a branch, a tag or an expression such as `HEAD~1` is.

        Raises:
            GitProblem: there is none.
        """
        unknown = f"git knows no revision {revision} here"
        if not revision or revision.startswith("-") or not revision.isprintable():
            raise GitProblem(unknown)
        found = self._objects.get(f"{revision}^{{commit}}")
        if found is None:
            why = (
                "in CI it may have to be fetched first" if self.head else "nothing is committed yet"
            )
            raise GitProblem(f"{unknown}; {why}")
        return found.name

    @property
    def head(self) -> str | None:
        """The commit that is checked out; None where nothing is committed yet."""
        found = self._objects.get("HEAD^{commit}")
        return found.name if found else None

    def merge_base(self, commit: str, other: str = "HEAD") -> str | None:
        """Returns the last commit that two have in common; the other is what is checked out.

        None where there is none, or where the history that is here does not reach back to it.
        """
        done = run(self.top, "merge-base", other, commit)
        return done.stdout.decode().strip() or None

    def changed(self, commit: str) -> frozenset[Path]:
        """Returns the files that git knows and that differ from a commit: deleted ones as well.

        Raises:
            GitProblem: the repository is damaged.
        """
        # A file that was renamed differs under both names.
        names = [self.top / name for name in self._diff(commit, "--no-renames", "--name-only")]
        # Where a link leads elsewhere now, so does whatever names it.
        return frozenset(path for name in names for path in (name, Path(os.path.realpath(name))))

    def renamed(self, commit: str) -> Mapping[Path, Path]:
        """Returns the new paths of files that were renamed since a commit, by their old ones.

        Git takes files for the same by what they hold, and knows of new ones once they are added.

        Raises:
            GitProblem: the repository is damaged.
        """
        said = iter(self._diff(commit, "--find-renames", "--diff-filter=R", "--name-status"))
        return {
            self.top / old: self.top / new for _, old, new in zip(said, said, said, strict=True)
        }

    def tree(self, commit: str) -> "Tree":
        """Returns the files of a commit; they are read when they are asked for."""
        return Tree(self.top, self._objects, commit)

    def _diff(self, commit: str, *how: str) -> list[str]:
        always = ("--no-ext-diff", "--ignore-submodules", "-z")
        done = run(self.top, "diff", *always, *how, commit, "--")
        if done.returncode:
            raise GitProblem(_reason(done.stderr))
        return [os.fsdecode(each) for each in done.stdout.split(b"\0") if each]


class Tree:
    """The files of a commit, at the paths where they lie when it is checked out."""

    def __init__(self, top: Path, objects: "_Objects", commit: str) -> None:
        """Looks into a commit; `Repository.tree` does so."""
        self._top, self._objects, self._commit = top, objects, commit
        self._folders: dict[Path, Mapping[str, _Entry]] = {}

    def is_file(self, path: Path) -> bool:
        """Tells whether there is an ordinary file, or a link to one."""
        with suppress(OSError):
            entry = self._entry(self.resolve(path))
            return entry is not None and entry.is_file
        return False

    def is_folder(self, path: Path) -> bool:
        """Tells whether there is a folder that is no link to one."""
        entry = self._entry(path)
        return path == self._top or (entry is not None and entry.is_folder)

    def names(self, folder: Path) -> Sequence[str]:
        """Returns what stands in a folder, in order; nothing where there is none."""
        return sorted(self._folder(folder))

    def resolve(self, path: Path) -> Path:
        """Returns where a path leads to when links are followed, whether anything is there or not.

        Raises:
            OSError: links lead to one another.
        """
        if not path.is_relative_to(self._top):  # links outside are those of the disk
            path = Path(os.path.realpath(path))
        if not path.is_relative_to(self._top):
            return path
        done, followed = self._top, 0
        waiting = [*reversed(path.relative_to(self._top).parts)]
        while waiting:
            part = waiting.pop()
            there = done.parent if part == ".." else done / part
            entry = self._entry(there)
            if entry is None or not entry.is_link:
                done = there
                continue
            followed += 1
            if followed > _MOST_LINKS:
                raise OSError(ELOOP, os.strerror(ELOOP), str(path))
            waiting += reversed(Path(os.fsdecode(self._content(entry, path))).parts)
        return done

    def read(self, path: Path) -> bytes:
        """Returns the content of a file, cut a byte behind the limit that the text layer sets.

        Raises:
            OSError: it is not there.
        """
        entry = self._entry(self.resolve(path))
        if entry is None or not entry.is_file:
            raise OSError(ENOENT, os.strerror(ENOENT), str(path))
        return self._content(entry, path)

    def pinned(self, path: Path) -> str | None:
        """Returns the commit of the submodule in a folder; None where there is no submodule."""
        entry = self._entry(path)
        return entry.name if entry and entry.is_submodule else None

    def _content(self, entry: "_Entry", path: Path) -> bytes:
        found = self._objects.get(entry.name)
        if found is None:
            raise OSError(ENOENT, "git does not have it here", str(path))
        return found.data

    def _entry(self, path: Path) -> "_Entry | None":
        inside = path != self._top and path.is_relative_to(self._top)
        return self._folder(path.parent).get(path.name) if inside else None

    def _folder(self, path: Path) -> Mapping[str, "_Entry"]:
        if path not in self._folders:
            self._folders[path] = self._objects.entries(self._tree_at(path))
        return self._folders[path]

    def _tree_at(self, path: Path) -> str | None:
        if path == self._top:
            return f"{self._commit}^{{tree}}"
        entry = self._entry(path)
        return entry.name if entry and entry.is_folder else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What stands in a folder: its mode, as git writes it, and the name of its content."""

    mode: bytes
    name: str

    @property
    def is_file(self) -> bool:
        return self.mode.startswith(b"100")

    @property
    def is_folder(self) -> bool:
        return self.mode == b"40000"

    @property
    def is_link(self) -> bool:
        return self.mode == b"120000"

    @property
    def is_submodule(self) -> bool:
        return self.mode == b"160000"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Object:
    """Something that git keeps: its name and its content, cut a byte behind the limit."""

    name: str
    data: bytes


class _Objects:
    """What git keeps of a repository, by name: one process answers, once it is first asked."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._process: subprocess.Popen[bytes] | None = None
        self._entries: dict[str, Mapping[str, _Entry]] = {}

    def get(self, name: str) -> _Object | None:
        """Returns an object; None where there is none of this name."""
        given, said = self._pipes()
        with suppress(BrokenPipeError):  # then there is no answer either
            given.write(os.fsencode(f"{name}\n"))
            given.flush()
        head = said.readline().split()
        if not head:
            raise GitProblem("git ended while it was asked; the repository may be damaged")
        if len(head) != len(("name", "type", "size")) or not head[2].isdigit():
            return None
        size = int(head[2])
        data = said.read(min(size, MOST_BYTES + 1))
        for chunk in _chunks(size - len(data) + len(b"\n")):
            said.read(chunk)
        return _Object(name=head[0].decode(), data=data)

    def entries(self, name: str | None) -> Mapping[str, _Entry]:
        """Returns what stands in a tree, which most revisions share; nothing where there is none.

        Raises:
            OSError: a folder has too many entries.
        """
        if name is None:
            return {}
        if name not in self._entries:
            found = self.get(name)
            if found and len(found.data) > MOST_BYTES:
                raise OSError(EFBIG, os.strerror(EFBIG), name)
            self._entries[name] = dict(_entries(found)) if found else {}
        return self._entries[name]

    def close(self) -> None:
        """Ends the process."""
        if self._process:
            with suppress(OSError):
                self._process.communicate()
            self._process = None

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            self._process = subprocess.Popen(
                _command(self._top, "cat-file", "--batch"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        if self._process.stdin is None or self._process.stdout is None:
            raise GitProblem("git cannot be asked")
        return self._process.stdin, self._process.stdout


def _chunks(size: int) -> Iterator[int]:
    whole, rest = divmod(size, MOST_BYTES)
    yield from [MOST_BYTES] * whole
    yield rest


def _entries(tree: _Object) -> Iterator[tuple[str, _Entry]]:
    """Walks a tree as git writes it: mode, space, name, NUL, bytes of the name of the content."""
    width, data, at = len(tree.name) // 2, tree.data, 0
    while at < len(data):
        space = data.index(b" ", at)
        end = data.index(b"\0", space)
        name = data[end + 1 : end + 1 + width]
        yield os.fsdecode(data[space + 1 : end]), _Entry(mode=data[at:space], name=name.hex())
        at = end + 1 + width


def _top(folder: Path) -> Path:
    done = run(folder, "rev-parse", "--show-toplevel")
    if not done.returncode:
        return Path(os.fsdecode(done.stdout).rstrip("\n")).resolve()
    bare = run(folder, "rev-parse", "--is-bare-repository", "--absolute-git-dir")
    if bare.stdout.startswith(b"true\n"):  # nothing is checked out: its files lie nowhere
        return Path(os.fsdecode(bare.stdout.partition(b"\n")[2]).rstrip("\n")).resolve()
    # git says so in the language of the machine, which `.git` does not depend on.
    if git_root(folder) is None or done.stderr.startswith(b"fatal: not a git repository"):
        raise GitProblem("this folder is in no git repository")
    raise GitProblem(_reason(done.stderr))


def _line(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    if done.returncode:
        raise GitProblem(_reason(done.stderr))
    return os.fsdecode(done.stdout).rstrip("\n")


def _reason(said: bytes) -> str:
    first = said.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
    if b"safe.directory" in said:  # it belongs to somebody else, as checkouts in containers do
        return f"git says: {first}; trust it with git config --global --add safe.directory FOLDER"
    return f"git says: {first or 'nothing'}"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs git in a folder, and returns what it says and its exit code.

    Raises:
        GitProblem: git is not installed.
    """
    command = _command(folder, *arguments)
    try:
        return subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise GitProblem("git is not installed") from error


def _command(folder: Path, *arguments: str) -> list[str]:
    # A repository's own settings must not start programs: fsmonitor would.
    return ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
