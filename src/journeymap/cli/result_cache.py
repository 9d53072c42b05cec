"""Results of `journeymap lint` that are kept: while nothing changes, a run shows the last one.

So is what `--help` prints.

What a result depends on is in the name of its file, as all that was typed, or in it as a fact that
is looked at again. Files are text, never code; one that is damaged, of another version or
written by somebody else counts for nothing. Imports nothing that takes time.
"""

import os
import sys
import time

from journeymap import __version__
from journeymap.workspace.facts import Fact, digest, holds, read

TYPE_CHECKING = False  # importing typing takes longer than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

OFF = "--no-cache"
"""What is typed where no result is to be looked up or kept."""
FOLDER = "JOURNEYMAP_CACHE_DIR"
"""Where somebody has results kept, instead of in the folder for caches that a system has."""
ENDING = ".result"
_HEAD = b"journeymap result 1"
_KEEPABLE = (0, 1)
"""Exit codes of runs that went through; mistakes are told by looking again."""
_VARIABLES = (
    *("COLUMNS", "LINES", "TERM", "NO_COLOR", "FORCE_COLOR", "HOME", "USERPROFILE", "PATH"),
    *("XDG_CONFIG_HOME", "GITHUB_ACTIONS", "TF_BUILD"),
    *("COLORTERM", "LANG", "LANGUAGE", "PY_COLORS", "TERMINAL_WIDTH"),
)
_FAMILIES = (
    *("GIT_", "JOURNEYMAP_", "PYDANTIC_", "PYTHON", "CI"),
    *("LC_", "TTY_", "TYPER_", "_TYPER_", "RICH_", "JUPYTER_", "DATABRICKS_"),
)
"""Variables, and how others begin, that change what is printed, or which files count."""
_HALF = b"\xed"
"""How halves of characters begin in UTF-8, which are printed by their numbers, and few others."""
_WORDS_OF_HELP = 2
_MOST_BYTES = 20_000_000
"""Bytes of a result that is kept; a larger one is made anew."""
_MOST_RESULTS, _MOST_IN_ALL = 256, 200_000_000
"""Results and their bytes that are kept in all; the oldest go first."""


class Result:
    """What one run printed, and what it depends on.

    Attributes:
        code: its exit code.
        day: the day on which it holds, as 2026-11-29; empty where it does not depend on it.
        noted: when the facts were noted, in nanoseconds since 1970.
        facts: on what it depends.
        said: what was printed, in order: 1 or 2 for the stream, and the text in UTF-8.
    """

    __slots__ = ("code", "day", "facts", "noted", "said")

    def __init__(
        self, code: int, day: str, noted: int, facts: list[Fact], said: list[tuple[int, bytes]]
    ) -> None:
        """Keeps what there is to keep."""
        self.code, self.day, self.noted, self.facts, self.said = code, day, noted, facts, said

    def holds(self, now: int) -> "Result | None":
        """Returns it as it is to be kept from now on; None where something has changed."""
        if self.day and self.day != time.strftime("%Y-%m-%d"):
            return None
        seen = []
        for fact in self.facts:
            again = holds(fact, self.noted)
            if again is None:
                return None
            seen.append(again)
        changed = any(new is not old for new, old in zip(seen, self.facts, strict=True))
        return Result(self.code, self.day, now, seen, self.said) if changed else self


class Kept:
    """The place of one run's result.

    Attributes:
        noted: when the run began, in nanoseconds since 1970.
        said: what it has printed until now.
    """

    def __init__(self, folder: str, words: list[str]) -> None:
        """Finds the place for what was typed, here and now."""
        self.said: list[tuple[int, bytes]] = []
        self.noted = time.time_ns()
        self._folder = folder
        self._key = _key(words)
        self._path = os.path.join(folder, f"{self._key}{ENDING}")
        self._to_write: Result | None = None

    def show(self) -> int | None:
        """Prints the last result and returns its exit code; None where there is none that holds."""
        try:
            with open(self._path, "rb") as file:
                old = parsed(file.read(2 * _MOST_BYTES), self._key)
        except (OSError, ValueError):
            return None
        new = old.holds(self.noted)
        if new is None:
            return None
        self._to_write = new if new is not old else None
        for stream, text in old.said:
            _print(sys.stdout if stream == 1 else sys.stderr, text)
        return old.code

    def keep(self, code: int, facts: "Iterable[Fact]", day: str) -> None:
        """Notes that what was said may be kept.

        Args:
            code: the exit code.
            facts: on what it depends.
            day: the day on which it holds; empty where it does not depend on it.
        """
        self._to_write = Result(code, day, self.noted, list(facts), self.said)

    def finish(self, code: int) -> None:
        """Writes what is to be kept, once all is printed; a disk that is full is no matter."""
        result = self._to_write
        if result is None or result.code != code or code not in _KEEPABLE:
            return
        content = written(result, self._key)
        if len(content) <= _MOST_BYTES:
            _put(self._folder, self._path, content)


def _print(stream: "TextIO", text: bytes) -> None:
    """Prints a text: as it is where nothing of it is printed otherwise, which is much quicker."""
    if stream.encoding == "utf-8" and os.linesep == "\n" and _HALF not in text:
        stream.flush()
        stream.buffer.write(text)
        if stream.line_buffering:
            stream.flush()
    else:
        stream.write(text.decode("utf-8", "surrogatepass"))


_current: list[Kept] = []


def begin(words: list[str]) -> Kept | None:
    """Returns the place for the result of a command line; None where none is kept."""
    there = folder()
    if words[:1] != ["lint"] and not is_help(words):
        return None
    if OFF in words or not there or not _is_ours(there):
        return None
    _current.append(Kept(there, words))
    return _current[-1]


def is_help(words: list[str]) -> bool:
    """Tells whether the help of the program, or of a command, is asked for and can be kept."""
    is_asked = words[-1:] == ["--help"] and len(words) <= _WORDS_OF_HELP
    # Consoles of Windows are written to in other ways; a shell that completes asks by variables.
    return is_asked and os.name != "nt" and "_JOURNEYMAP_COMPLETE" not in os.environ


def current() -> Kept | None:
    """Returns the place for the result of this run; None where none is kept."""
    return _current[-1] if _current else None


def forget() -> None:
    """Ends what `begin` began, where a process goes on after a run."""
    _current.clear()


def note(stream: int, text: str) -> None:
    """Notes what is printed: 1 for results, 2 for messages."""
    if _current:
        _current[-1].said.append((stream, text.encode("utf-8", "surrogatepass")))


def folder() -> str:
    """Returns where results are kept; empty where no place is known."""
    if own := os.environ.get(FOLDER):
        return os.path.abspath(own)
    if os.name == "nt":
        base, below = os.environ.get("LOCALAPPDATA", ""), os.path.join("journeymap", "Cache")
    elif sys.platform == "darwin":
        base, below = os.path.expanduser("~/Library/Caches"), "journeymap"
    else:
        base, below = os.environ.get("XDG_CACHE_HOME", ""), "journeymap"
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")
    return os.path.join(base, below) if os.path.isabs(base) else ""


def results(there: str) -> "Iterator[os.DirEntry[str]]":
    """Walks the files that are ours in the folder of results.

    Raises:
        OSError: it cannot be read.
    """
    with os.scandir(there) as entries:
        for entry in entries:
            if entry.name.endswith((ENDING, f"{ENDING}.new")) and entry.is_file():
                yield entry


def _is_ours(there: str) -> bool:
    """Tells whether nobody else may write into a folder, or there is none yet."""
    try:
        status = os.stat(there)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _key(words: list[str]) -> str:
    """Returns what stands for all that was typed, and for where and by which program."""
    variables = sorted(
        f"{name}={value}"
        for name, value in os.environ.items()
        if name in _VARIABLES or name.startswith(_FAMILIES)
    )
    program = (__version__, sys.version, sys.executable, sys.prefix, sys.platform, str(sys.flags))
    seen = (sys.getfilesystemencoding(), str(sys.stdout.isatty()), str(sys.stderr.isatty()))
    where = _sizes() if is_help(words) else [_here(), _size()]
    groups = (words, [*where, *program, *seen], sys.path, variables)
    text = "\n\n".join("\n".join(map(repr, group)) for group in groups)
    return digest(text.encode())


def _here() -> str:
    try:
        return os.getcwd()
    except OSError:  # it has been deleted
        return ""


def _size() -> str:
    try:
        return str(os.get_terminal_size()) if sys.stdout.isatty() else ""
    except (OSError, ValueError):
        return ""


def _sizes() -> "list[str]":
    """Returns the sizes of all terminals that are there: help takes that of any of them."""
    found = []
    for stream in range(3):
        try:
            found.append(str(os.get_terminal_size(stream)))
        except (OSError, ValueError):
            found.append("")
    return found


def written(result: Result, key: str) -> bytes:
    """Returns a result as text: what it depends on, a line each, then what was printed."""
    counts = (result.noted, result.code, len(result.facts), len(result.said))
    body = b"\n".join(
        [
            f"{key} {result.day or '-'} {' '.join(map(str, counts))}".encode(),
            *(fact.line() for fact in result.facts),
            *(f"{stream} {len(text)}".encode() for stream, text in result.said),
            b"".join(text for _, text in result.said),
        ]
    )
    return b" ".join((_HEAD, digest(body).encode())) + b"\n" + body


def parsed(content: bytes, key: str) -> Result:
    """Returns the result that a text tells.

    Raises:
        ValueError: it is damaged, or not of this run, or of another version.
    """
    begin = content.index(b"\n") + 1
    # No copy of all that was printed, which may be a lot.
    if content[: begin - 1] != b" ".join((_HEAD, digest(memoryview(content)[begin:]).encode())):
        raise ValueError("it is damaged")
    (first,), at = _lines(content, begin, 1)
    own, day, *counts = first.decode().split(" ")
    noted, code, many_facts, many_texts = map(int, counts)
    if own != key:
        raise ValueError("it is another one's")
    facts, at = _lines(content, at, many_facts)
    lengths, at = _lines(content, at, many_texts)
    said = []
    for line in lengths:
        stream, length = map(int, line.split())
        said.append((stream, content[at : at + length]))
        at += length
    return Result(code, "" if day == "-" else day, noted, list(map(read, facts)), said)


def _lines(content: bytes, at: int, count: int) -> tuple[list[bytes], int]:
    """Returns so many lines from a place on, and where what is behind them begins."""
    found = []
    for _ in range(count):
        end = content.index(b"\n", at)
        found.append(content[at:end])
        at = end + 1
    return found, at


def _put(there: str, path: str, content: bytes) -> None:
    """Writes a result in one go, so that others read it whole or not at all."""
    new = f"{path}.{os.getpid()}{ENDING}.new"
    home = os.path.expanduser("~")
    if there.startswith(home) and not os.path.isdir(home):  # nobody's home is made by a linter
        return
    try:
        os.makedirs(there, 0o700, exist_ok=True)
        _make_room(there)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        os.replace(new, path)
    except OSError:
        _remove(new)


def _make_room(there: str) -> None:
    """Removes the oldest results where there are too many."""
    found = sorted((e.stat().st_mtime_ns, e.stat().st_size, e.path) for e in results(there))
    left, total = len(found), sum(size for _, size, _ in found)
    for _, size, path in found:
        if left < _MOST_RESULTS and total < _MOST_IN_ALL:
            break
        _remove(path)
        left, total = left - 1, total - size


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
