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

    def is_there(self, path: Path) -> bool:
        """Tells whether there is anything."""
        return path.exists()

    def is_directory(self, path: Path) -> bool:
        """Tells whether there is a folder, or a link to one."""
        return path.is_dir()

    def is_link(self, path: Path) -> bool:
        """Tells whether there is a link."""
        return path.is_symlink()

    def ignore_files(self, root: Path) -> Sequence[Path]:
        """Returns the files of patterns that git heeds in a repository besides .gitignore."""
        from journeymap.workspace.git import ignore_files

        return tuple(ignore_files(root))

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


DISK = Disk()
"""The files as they are now."""


def disk_of(storage: Storage) -> Disk:
    """Returns what is asked of the files as they are now, wherever maps are read from."""
    return storage if isinstance(storage, Disk) else DISK


def read_bytes(path: Path) -> bytes:
    """Returns the content of a file on the disk, cut a byte behind the text layer's limit.

    Raises:
        OSError: it cannot be read, or is no ordinary file: a pipe or a device may never end.
    """
    if not path.is_file():
        raise OSError(EINVAL, "it is no ordinary file", str(path))
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
