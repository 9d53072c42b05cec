"""What a result depends on, outside of what was typed: files as they are, or that there are none.

A fact is one line of text that says whether it still holds. Imports nothing that Python has not
imported when it starts: a result that is kept is shown without waiting for anything else.
"""

import os
from stat import S_ISDIR, S_ISLNK, S_ISREG

try:
    from _blake2 import blake2b  # hashlib brings OpenSSL in, which takes longer than all of this
except ImportError:  # pragma: no cover - a Python that builds it elsewhere
    from hashlib import blake2b

CONTENT, TARGET = "content", "target"
"""What a file holds; the same where a link leads to it."""
FOLDER, PACKAGES = "folder", "packages"
"""Which names stand in a folder; which packages tell of themselves there, and what."""
KIND, LEADS = "kind", "leads"
"""What lies at a path; where links lead from it, and what lies there."""
CODE, PROGRAM = "code", "program"
"""That a file of a program is the one that it was; that all of those in a folder are."""
METADATA = (".dist-info", ".egg-info")
"""How folders are called that tell of a package."""
ENTRY_POINTS = "entry_points.txt"
"""What they call the file in which a package tells what it brings."""
MISSING = "-"
_RACY = 2_000_000_000
"""Nanoseconds within which a file may change again and show the same time, as on FAT."""
_TRUSTS_TIMES = os.name != "nt"
"""Where a file cannot change without its status telling so, whatever time somebody gives it."""


def digest(data: bytes | memoryview) -> str:
    """Returns what tells contents apart."""
    return blake2b(data, digest_size=16).hexdigest()


def kind(path: str) -> str:
    """Returns what lies at a path: `f`ile, `d`irectory with its owner, `l`ink, `o`ther or none.

    Raises:
        OSError: nobody can tell.
    """
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return MISSING
    return _kind(status)


def _kind(status: os.stat_result) -> str:
    if S_ISREG(status.st_mode):
        return "f"
    if S_ISDIR(status.st_mode):
        return f"d{status.st_uid}"
    return "l" if S_ISLNK(status.st_mode) else "o"


def names(path: str) -> list[str]:
    """Returns what stands in a folder, in order.

    Raises:
        OSError: it cannot be read.
    """
    return sorted(os.listdir(path))


def packages(path: str) -> str:
    """Returns what stands for the packages that tell of themselves in a folder.

    Raises:
        OSError: it cannot be read.
    """
    found = [os.path.join(path, name) for name in names(path) if name.lower().endswith(METADATA)]
    return digest_of([f"{each} {stamp_of(os.path.join(each, ENTRY_POINTS))}" for each in found])


def program(path: str) -> str:
    """Returns what stands for the files in a folder and below, but for what Python writes there.

    Raises:
        OSError: it cannot be read.
    """
    seen, waiting = [], [path]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if not entry.is_dir():
                    seen.append(f"{entry.path} {stamp(entry.stat())}")
                elif entry.name != "__pycache__":
                    waiting.append(entry.path)
    return digest_of(sorted(seen))


def stamp(status: os.stat_result) -> str:
    """Returns what a system says of a file and changes whenever somebody writes it."""
    values = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
    return ".".join(map(str, values))


class Fact:
    """Something that was so.

    Attributes:
        about: what is told: one of the words above.
        path: of what.
        value: what was so, in short.
        stamp: by which a system tells that nothing has changed; empty where it cannot.
    """

    __slots__ = ("about", "path", "stamp", "value")

    def __init__(self, about: str, path: str, value: str, stamp: str = "") -> None:
        """Keeps what was so."""
        self.about, self.path, self.value, self.stamp = about, path, value, stamp

    def line(self) -> bytes:
        """Returns it as a line of text."""
        path = os.fsencode(self.path).replace(b"\\", b"\\\\").replace(b"\n", b"\\n")
        head = f"{self.about}\t{self.value}\t{self.stamp}\t".encode()
        return head + path.replace(b"\r", b"\\r")


def read(line: bytes) -> Fact:
    """Returns the fact that a line tells.

    Raises:
        ValueError: it tells none.
    """
    about, value, stamp_, path = line.split(b"\t", 3)
    if b"\\" in path:
        marks = {b"n": b"\n", b"r": b"\r"}
        first, *rest = path.split(b"\\\\")
        parts = [_unescaped(part, marks) for part in (first, *rest)]
        path = b"\\".join(parts)
    return Fact(about.decode(), os.fsdecode(path), value.decode(), stamp_.decode())


def _unescaped(part: bytes, marks: dict[bytes, bytes]) -> bytes:
    for letter, mark in marks.items():
        part = part.replace(b"\\" + letter, mark)
    return part


def holds(fact: Fact, noted: int) -> Fact | None:
    """Returns a fact as it is to be kept from now on; None where it holds no more.

    Args:
        fact: what was so.
        noted: when, in nanoseconds since 1970.
    """
    try:
        return _VALUES[fact.about](fact, noted)
    except (OSError, KeyError, ValueError):
        return None


def _same_kind(fact: Fact, _noted: int) -> Fact | None:
    return fact if kind(fact.path) == fact.value else None


def _leads_there(fact: Fact, _noted: int) -> Fact | None:
    return fact if leads_to(fact.path) == fact.value else None


def leads_to(path: str) -> str:
    """Returns where links lead from a path, and what lies there, in short.

    Raises:
        OSError: links lead to one another.
    """
    there = os.path.realpath(path)
    return digest(f"{there}\n{kind(there)}".encode("utf-8", "surrogateescape"))


def _same_code(fact: Fact, _noted: int) -> Fact | None:
    return fact if stamp_of(fact.path) == fact.stamp else None


def stamp_of(path: str) -> str:
    """Returns the stamp of a file; none where there is no such file."""
    try:
        return stamp(os.stat(path))
    except (FileNotFoundError, NotADirectoryError):
        return MISSING


def _same_packages(fact: Fact, _noted: int) -> Fact | None:
    return fact if packages(fact.path) == fact.value else None


def _same_program(fact: Fact, _noted: int) -> Fact | None:
    return fact if program(fact.path) == fact.value else None


def _same_value(fact: Fact, noted: int) -> Fact | None:
    """Looks at the status first, and at the content only where that tells too little."""
    status = os.lstat(fact.path) if fact.about == CONTENT else os.stat(fact.path)
    now = stamp(status)
    is_settled = max(status.st_mtime_ns, status.st_ctime_ns) + _RACY < noted
    if now == fact.stamp and is_settled and _TRUSTS_TIMES:
        return fact
    value = digest_of(names(fact.path)) if fact.about == FOLDER else _value_again(fact, status)
    return Fact(fact.about, fact.path, value, now) if value == fact.value else None


def _value_again(fact: Fact, status: os.stat_result) -> str:
    if not S_ISREG(status.st_mode):
        return ""
    with open(fact.path, "rb") as file:
        return value_of(file.read(int(fact.value.partition(":")[2]) + 1))


def value_of(content: bytes) -> str:
    """Returns what tells contents apart, with their lengths, so that no more has to be read."""
    return f"{digest(content)}:{len(content)}"


def digest_of(listed: list[str]) -> str:
    """Returns what tells lists of names apart."""
    return digest("\0".join(listed).encode("utf-8", "surrogateescape"))


_VALUES = {
    CONTENT: _same_value,
    TARGET: _same_value,
    FOLDER: _same_value,
    PACKAGES: _same_packages,
    PROGRAM: _same_program,
    KIND: _same_kind,
    LEADS: _leads_there,
    CODE: _same_code,
}
