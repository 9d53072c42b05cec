"""What every result that is kept depends on: this program, and the packages beside it."""

import os
import sys
from pathlib import PurePath

import journeymap
from journeymap.workspace.noted_disk import NotedDisk

_INSTALLED = frozenset({"site-packages", "dist-packages"})
"""Folders of packages, which nobody edits: one file tells that they were installed anew."""


def note_packages(disk: NotedDisk) -> None:
    """Notes which packages are there, and what they say of rules."""
    for folder in sys.path:
        disk.note_packages(os.path.abspath(folder))  # noqa: PTH100


def note_own_files(disk: NotedDisk, began: int) -> None:
    """Notes the files by which this program is known again: all of them where it is developed.

    Args:
        disk: where they are noted.
        began: when the run began, in nanoseconds since 1970.
    """
    own = os.path.abspath(journeymap.__file__)  # noqa: PTH100
    if _INSTALLED & {*PurePath(own).parts}:
        disk.note_code(own, began)
    else:
        disk.note_program(os.path.dirname(own), began)  # noqa: PTH120
