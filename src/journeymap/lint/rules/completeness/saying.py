"""What several rules of the family say or ask in the same way."""

from collections.abc import Sequence

from journeymap.lint.rule import Context
from journeymap.model.map import PlacedStage

_NAMED = 3
"""So many of a longer list are named."""


def listed(names: Sequence[str], joint: str = "and") -> str:
    """Returns names as they are read out: a, b and c."""
    *others, last = names
    return f"{', '.join(others)} {joint} {last}" if others else last


def quoted(names: Sequence[str]) -> str:
    """Returns names in quotes as they are read out: "a", "b" and "c"."""
    return listed([f'"{name}"' for name in names])


def few(names: Sequence[str]) -> str:
    """Returns the first three names in quotes, and how many more there are."""
    shown = [f'"{name}"' for name in names[:_NAMED]]
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return listed([*shown, *more])


def stage_name(placed: PlacedStage) -> str:
    """Returns what a stage is called, its id where it has no name."""
    return placed.label or placed.id


def unread(context: Context, field: str) -> bool:
    """Tells whether a field of this name stands anywhere in the file and could not be read.

    A rule that asks whether something is said nowhere cannot know it then.
    """
    return any(field in route for route in context.file.broken)
