"""Writes a changed text back into its file: all of it or nothing."""

from pathlib import Path

from journeymap.text.source import Source
from journeymap.workspace.replace_file import Changed, replace_file


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
    """Puts a new text in the place of the old one; the file's rights and links stay as they are.

    Args:
        path: the file; where it is a link, what it leads to is written.
        old: what was read from it.
        new: what it is to hold.

    Raises:
        WriteProblem: the file has changed since it was read, or cannot be written.
    """
    try:
        if path.read_bytes() == old.data:
            replace_file(path, new.data, old.data)
            return
    except Changed:
        pass
    except OSError as error:
        raise WriteProblem((error.strerror or "it cannot be written").lower()) from error
    raise WriteProblem("it has changed since it was read")
