"""Where files are read from: the disk, or what stands for it, as a revision does."""

from collections.abc import Sequence
from errno import EINVAL
from pathlib import Path
from typing import Protocol

from journeymap.text.source import MOST_BYTES


class Storage(Protocol):
    """Files and folders by their absolute paths, wherever they are kept."""

    def is_file(self, path: Path) -> bool:
        """Tells whether there is an ordinary file, or a link to one."""

    def is_folder(self, path: Path) -> bool:
        """Tells whether there is a folder that is no link to one."""

    def names(self, folder: Path) -> Sequence[str]:
        """Returns what stands in a folder, in order; nothing where that cannot be read."""

    def resolve(self, path: Path) -> Path:
        """Returns where a path leads to when links are followed, whether anything is there or not.

        Raises:
            OSError: links lead to one another.
        """

    def read(self, path: Path) -> bytes:
        """Returns the content of a file, cut a byte behind the limit that the text layer sets.

        Raises:
            OSError: it cannot be read, or is no ordinary file: a pipe or a device may never end.
        """


class Disk:
    """The files as they are now."""

    def is_file(self, path: Path) -> bool:
        """Tells whether there is an ordinary file, or a link to one."""
        return path.is_file()

    def is_folder(self, path: Path) -> bool:
        """Tells whether there is a folder that is no link to one."""
        return path.is_dir() and not path.is_symlink()

    def names(self, folder: Path) -> Sequence[str]:
        """Returns what stands in a folder, in order; nothing where that cannot be read."""
        try:
            return sorted(entry.name for entry in folder.iterdir())
        except OSError:
            return ()

    def resolve(self, path: Path) -> Path:
        """Returns where a path leads to when links are followed."""
        return path.resolve()

    def read(self, path: Path) -> bytes:
        """Returns the content of a file, cut a byte behind the limit."""
        return read_bytes(path)


DISK: Storage = Disk()
"""The files as they are now."""


def read_bytes(path: Path) -> bytes:
    """Returns the content of a file on the disk, cut a byte behind the text layer's limit.

    Raises:
        OSError: it cannot be read, or is no ordinary file: a pipe or a device may never end.
    """
    if not path.is_file():
        raise OSError(EINVAL, "it is no ordinary file", str(path))
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
