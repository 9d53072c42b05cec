"""The one way in which commands write files, and the guard before it: nothing that is read is lost.

Maps mended in place (`workspace.write_back`) and new maps (`create_file`) are the only other files
that are written; those cannot take the place of anything.
"""

import os
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from stat import S_ISREG

from journeymap.cli.console import fail
from journeymap.cli.interrupts import whole
from journeymap.workspace.paths import git_root, leads_outside, straight
from journeymap.workspace.replace_file import replace_file

_NAMES = (".yaml", ".yml", ".gitignore", ".gitattributes", ".gitmodules")
"""Ends of names of maps, libraries, rules, themes and settings; nothing of ours is written so."""
_GIT = ".git"


def save(target: Path, content: bytes, what: str, *, read: Iterable[Path]) -> None:
    """Writes a file in one go; ends the command where something would be lost.

    Args:
        target: the file.
        content: what it is to hold.
        what: what that is, as in "a picture".
        read: the files that this run has read.
    """
    refuse_loss(target, what, read=read)
    waits = target.exists() and not target.is_file()  # of a pipe nobody knows when it is whole
    with nullcontext() if waits else whole():
        replace_file(target, content)


def refuse_loss(target: Path, what: str, *, read: Iterable[Path] = (), option: str = "") -> None:
    """Ends the command where a file that is to be written would take another one's place.

    Args:
        target: the file.
        what: what it is to hold, as in "a picture".
        read: the files that this run has read.
        option: the option that names the target, where it is to be told.
    """
    told = f"{option}: {target}" if option else str(target)
    names = (target.name, Path(os.path.realpath(target)).name)
    refuse_git(target, told)
    if any(name.lower().endswith(_NAMES) for name in names):
        fail(f"{told} names a map or settings; {what} must not take its place")
    if leads_out(target, told):
        fail(f"{told} is a link that leads out of the repository; {what} must not go there")
    there = _identity(target)
    if there and there in {*map(_identity, read), _identity(0)}:
        fail(f"{told} is read in this run; {what} must not take its place")


def refuse_git(target: Path, told: str) -> None:
    """Ends the command where a file that is to be written would lie among those of git."""
    parts = (*target.parts, *Path(os.path.realpath(target)).parts)
    if any(part.lower() == _GIT for part in parts):
        fail(f"{told} lies in {_GIT}, where git alone writes: choose another folder")


def place(target: Path) -> tuple[int, int] | str:
    """Returns what two names of one file have in common."""
    return _identity(target) or os.path.realpath(target)


def leads_out(target: Path, told: str) -> bool:
    """Tells whether what is written there would lie out of the repository, through a link."""
    try:
        path = straight(target)
        return git_root(path.parent) is not None and leads_outside(path)
    except (OSError, RuntimeError):
        fail(f"{told} cannot be followed: its links lead in a circle")


def _identity(file: Path | int) -> tuple[int, int] | None:
    """Returns what tells an ordinary file from all others, whatever it is called; 0 is stdin."""
    try:
        status = os.stat(file)  # noqa: PTH116 - of an open file, too
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if S_ISREG(status.st_mode) else None
