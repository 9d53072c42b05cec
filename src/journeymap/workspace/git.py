"""What git knows of a repository and what its revisions hold; the only module that runs it."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from errno import EFBIG
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from journeymap.quick_dataclass import dataclass
from journeymap.text.source import MOST_BYTES
from journeymap.workspace.commits import Commit, parsed
from journeymap.workspace.tree import Entry, Tree, entries_of


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


def settings_files(root: Path, own: str = "~/.config") -> Iterator[Path]:
    """Walks what decides which files git ignores by: settings, there or not.

    Args:
        root: the root of a repository.
        own: the folder of the user's own settings.
    """
    program = shutil.which("git")
    yield from [Path(program).parent.parent / "etc" / "gitconfig"] if program else ()
    places = ("/etc/gitconfig", f"{own}/git/config", "~/.gitconfig")
    yield from (Path(os.path.expanduser(place)) for place in places)  # noqa: PTH111 - of a text
    local = root / ".git"
    yield local
    if local.is_file():  # another working tree, or a submodule
        with suppress(GitProblem):
            asked = ("--git-path", "config", "--git-path", "config.worktree")
            said = _line(root, "rev-parse", *asked)
            yield from (root / line for line in said.split("\n"))
    yield from (local / "config", local / "config.worktree")


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

    def history(self, commit: str) -> Commit | None:
        """Returns who made a commit, when, and from what; None where it is not here."""
        found = self._objects.get(commit)
        return parsed(found.name, found.data) if found else None

    def tree(self, commit: str | Commit) -> Tree:
        """Returns the files of a commit; they are read when they are asked for."""
        root = commit.tree if isinstance(commit, Commit) else f"{commit}^{{tree}}"
        return Tree(self.top, self._objects, root)

    def _diff(self, commit: str, *how: str) -> list[str]:
        always = ("--no-ext-diff", "--ignore-submodules", "-z")
        done = run(self.top, "diff", *always, *how, commit, "--")
        if done.returncode:
            raise GitProblem(_reason(done.stderr))
        return [os.fsdecode(each) for each in done.stdout.split(b"\0") if each]


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
        self._entries: dict[str, Mapping[str, Entry]] = {}

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

    def entries(self, name: str | None) -> Mapping[str, Entry]:
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
            self._entries[name] = dict(entries_of(found.name, found.data)) if found else {}
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


def _top(folder: Path) -> Path:
    done = run(folder, "rev-parse", "--show-toplevel")
    if not done.returncode:
        return Path(os.fsdecode(done.stdout).rstrip("\n")).resolve()
    bare = run(folder, "rev-parse", "--is-bare-repository", "--absolute-git-dir")
    if bare.stdout.startswith(b"true\n"):  # nothing is checked out: its files lie nowhere
        return Path(os.fsdecode(bare.stdout.partition(b"\n")[2]).rstrip("\n")).resolve()
    # git says so in the language of the machine, which `.git` does not depend on.
    if not _is_inside(folder) or done.stderr.startswith(b"fatal: not a git repository"):
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


def _is_inside(folder: Path) -> bool:
    above = folder.absolute()
    return any((each / ".git").exists() for each in (above, *above.parents))


def _command(folder: Path, *arguments: str) -> list[str]:
    # What is cloned must start no programs: a folder that is made like a bare repository would.
    own = ("-c", "safe.bareRepository=explicit") if _is_inside(folder) else ()
    # Nor must a repository's own settings: fsmonitor would.
    return ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *own, *arguments]
