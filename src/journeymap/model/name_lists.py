"""How names are read out one after the other."""

from collections.abc import Sequence


def listed(names: Sequence[str], joint: str = "and") -> str:
    """Returns names as they are read out: a, b and c."""
    *others, last = names
    return f"{', '.join(others)} {joint} {last}" if others else last
