"""How lists of names are read out in findings."""

from collections.abc import Sequence

from journeymap.model.name_lists import listed

__all__ = ["NAMED", "counted", "few", "listed", "quoted"]

NAMED = 3
"""So many of a longer list are named."""


def quoted(names: Sequence[str]) -> str:
    """Returns names in quotes as they are read out: "a", "b" and "c"."""
    return listed([f'"{name}"' for name in names])


def counted(count: int, noun: str) -> str:
    """Returns a number and its noun, in the plural unless it is one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def few(names: Sequence[str]) -> str:
    """Returns the first three names in quotes, and how many more there are."""
    shown = [f'"{name}"' for name in names[:NAMED]]
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return listed([*shown, *more])
