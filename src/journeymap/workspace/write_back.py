"""Writes a changed text back into its file: all of it or nothing."""

import os
import tempfile
from pathlib import Path

from journeymap.text.source import Source


class WriteProblem(Exception):  # noqa: N818 - not an error of the program: the file stays as it is
    """A file that was not written.

    Attributes:
        reason: why, in an analyst's words.
    """

    def __init__(self, reason: str) -> None:
        """Keeps the reason."""
        super().__init__(reason)
        self.reason = reason


def write_back(path: Path, old: Source, new: Source) -> None:
    """Puts a new text in the place of the old one; the file's rights stay as they are.

    Args:
        path: the file; where it is a link, what it leads to is written.
        old: what was read from it.
        new: what it is to hold.

    Raises:
        WriteProblem: the file has changed since it was read, or cannot be written.
    """
    target = path.resolve()
    try:
        if target.read_bytes() != old.data:
            raise WriteProblem("it has changed since it was read")
        if not os.access(target, os.W_OK):
            raise WriteProblem("it may not be written to")
        _replace(target, new.data)
    except OSError as error:
        raise WriteProblem((error.strerror or "it cannot be written").lower()) from error


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o7777)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
