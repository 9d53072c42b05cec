"""Whether any package beside the tool declares entry points of a group: a look at their files.

`importlib.metadata` reads and orders all entry points of all packages, and takes longer to import
than a map takes to lint; it is asked where this finds anything, or cannot tell.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache

from journeymap.workspace.facts import ENTRY_POINTS, METADATA, names

RULES_GROUP = "journeymap.rules"
"""The group whose entry points lead to a rule, or to a list of rules."""


@cache
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
            found = (name for name in names(folder or ".") if name.lower().endswith(METADATA))
            for name in found:
                yield os.path.join(folder, name, ENTRY_POINTS)


def _are_all_seen(path: Iterable[str], finders: Iterable[object]) -> bool:
    """Tells whether all packages lie in plain folders: no archives, nobody's own finders."""
    is_plain = all(not os.path.isfile(each) and not _is_egg(each) for each in path)
    known = {"BuiltinImporter", "FrozenImporter", "PathFinder"}
    return is_plain and not any(
        hasattr(each, "find_distributions") and getattr(each, "__name__", "") not in known
        for each in finders
    )


def _is_egg(folder: str) -> bool:
    return folder.lower().rstrip("/\\").endswith(".egg")


def _contents(paths: Iterable[str]) -> Iterator[bytes]:
    for path in paths:
        with suppress(OSError), open(path, "rb") as file:
            yield file.read()
