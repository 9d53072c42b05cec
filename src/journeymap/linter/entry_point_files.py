"""Whether any package beside the tool declares entry points of a group: a look at their files.

`importlib.metadata` reads and orders all entry points of all packages, and takes longer to import
than a map takes to lint; it is asked where this finds anything, or cannot tell.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

NAME = "entry_points.txt"
"""What a package's folder of metadata calls the file."""
_METADATA = (".dist-info", ".egg-info")


def may_be_declared(group: str) -> bool:
    """Tells whether a package may declare an entry point; no is certain.

    Args:
        group: the name of a group of entry points.
    """
    return not _are_all_seen(sys.path, sys.meta_path) or any(
        group.encode() in content for content in _contents(files(sys.path))
    )


def files(path: Iterable[str]) -> Iterator[str]:
    """Walks where the packages on a search path have their entry points, if they have any."""
    for folder in dict.fromkeys(path):
        with suppress(OSError):
            for name in metadata_folders(folder):
                yield os.path.join(folder, name, NAME)  # noqa: PTH118 - pathlib takes longer


def metadata_folders(folder: str) -> list[str]:
    """Returns the names of the folders of metadata in a folder of packages, in order.

    Raises:
        OSError: it cannot be read.
    """
    names = os.listdir(folder or ".")  # noqa: PTH208 - as above
    return sorted(name for name in names if name.lower().endswith(_METADATA))


def _are_all_seen(path: Iterable[str], finders: Iterable[object]) -> bool:
    """Tells whether all packages lie in plain folders: no archives, nobody's own finders."""
    is_plain = all(not os.path.isfile(each) and not _is_egg(each) for each in path)  # noqa: PTH113
    known = {"BuiltinImporter", "FrozenImporter", "PathFinder"}
    return is_plain and not any(
        hasattr(each, "find_distributions") and getattr(each, "__name__", "") not in known
        for each in finders
    )


def _is_egg(folder: str) -> bool:
    return folder.lower().rstrip("/\\").endswith(".egg")


def _contents(paths: Iterable[str]) -> Iterator[bytes]:
    for path in paths:
        with suppress(OSError), open(path, "rb") as file:  # noqa: PTH123 - as above
            yield file.read()
