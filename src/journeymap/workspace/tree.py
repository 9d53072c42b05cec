"""The files of a commit as a place to read from."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from errno import ELOOP, ENOENT
from pathlib import Path
from typing import Protocol

from journeymap.quick_dataclass import dataclass

_MOST_LINKS = 40
"""Links that are followed on the way to one file, as systems do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands in a folder.

    Attributes:
        mode: what it is, as git writes it.
        name: the name of its content.
    """

    mode: bytes
    name: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file."""
        return self.mode.startswith(b"100")

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.mode == b"40000"

    @property
    def is_link(self) -> bool:
        """Whether it is a link."""
        return self.mode == b"120000"

    @property
    def is_submodule(self) -> bool:
        """Whether it is a submodule."""
        return self.mode == b"160000"


class Content(Protocol):
    """Something that git keeps."""

    @property
    def data(self) -> bytes:
        """What it holds."""


class Objects(Protocol):
    """What git keeps of a repository, by name."""

    def get(self, name: str) -> Content | None:
        """Returns an object; None where there is none of this name."""

    def entries(self, name: str | None) -> Mapping[str, Entry]:
        """Returns what stands in a tree; nothing where there is none."""


class Tree:
    """The files of a commit, at the paths where they lie when it is checked out.

    Attributes:
        seen: all that was asked for, and what there was: whoever reads the same of another commit
            comes to the same. By path, and whether it was what stands in a folder.
    """

    def __init__(self, top: Path, objects: Objects, root: str) -> None:
        """Looks into a commit; `Repository.tree` does so."""
        self._top, self._objects, self._root = top, objects, root
        self._folders: dict[Path, Mapping[str, Entry]] = {}
        self.seen: dict[tuple[Path, bool], str] = {}

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
        self.seen[folder, True] = self._mark(folder, is_listing=True)
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

    def afresh(self) -> "Tree":
        """Returns the same files, of which nothing was asked for yet."""
        return Tree(self._top, self._objects, self._root)

    def agrees(self, seen: Mapping[tuple[Path, bool], str]) -> bool:
        """Tells whether all is here as it was seen in the tree of another commit."""
        return all(
            self._mark(path, is_listing=is_listing) == mark
            for (path, is_listing), mark in seen.items()
        )

    def content_of(self, path: Path) -> str:
        """Returns the name by which git knows the content of a file; "" where there is none."""
        entry = self._find(path)
        return entry.name if entry and entry.is_file else ""

    def _content(self, entry: Entry, path: Path) -> bytes:
        found = self._objects.get(entry.name)
        if found is None:
            raise OSError(ENOENT, "git does not have it here", str(path))
        return found.data

    def _entry(self, path: Path) -> Entry | None:
        self.seen[path, False] = self._mark(path, is_listing=False)
        return self._find(path)

    def _mark(self, path: Path, *, is_listing: bool) -> str:
        if is_listing:
            return self._tree_at(path) or ""
        entry = self._find(path)
        if entry is None:
            return ""
        return "folder" if entry.is_folder else f"{entry.mode.decode()} {entry.name}"

    def _find(self, path: Path) -> Entry | None:
        inside = path != self._top and path.is_relative_to(self._top)
        return self._folder(path.parent).get(path.name) if inside else None

    def _folder(self, path: Path) -> Mapping[str, Entry]:
        if path not in self._folders:
            self._folders[path] = self._objects.entries(self._tree_at(path))
        return self._folders[path]

    def _tree_at(self, path: Path) -> str | None:
        if path == self._top:
            return self._root
        entry = self._find(path)
        return entry.name if entry and entry.is_folder else None


def entries_of(name: str, data: bytes) -> Iterator[tuple[str, Entry]]:
    """Walks a tree as git writes it: mode, space, name, NUL, bytes of the name of the content.

    Args:
        name: the name of the tree, which is as long as those in it.
        data: its content.
    """
    width, at = len(name) // 2, 0
    while at < len(data):
        space = data.index(b" ", at)
        end = data.index(b"\0", space)
        content = data[end + 1 : end + 1 + width]
        yield os.fsdecode(data[space + 1 : end]), Entry(mode=data[at:space], name=content.hex())
        at = end + 1 + width
