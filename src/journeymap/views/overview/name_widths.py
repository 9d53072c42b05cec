"""How wide names have to be: words are never split, names never cut."""

from collections.abc import Sequence
from functools import lru_cache
from math import inf

from journeymap.views.kit import measure

_STEP = 2.0
"""From one width that is tried to the next, in points."""
_WIDEST = 420.0
"""Width that no name gets, in points."""


def narrowest(text: str, most: int, size: float, *, bold: bool = False) -> float:
    """Returns the least width at which a text takes so many lines at most, no word split.

    It is infinite where that would be too wide for any column.
    """
    return _narrowest(text, most, size, bold)


@lru_cache(maxsize=4096)
def _narrowest(text: str, most: int, size: float, bold: bool) -> float:  # noqa: FBT001 - for the cache
    width = measure.longest(text, size, bold=bold)
    least = measure.least(text, most, size, bold=bold)
    while width < least or len(measure.wrap(text, width, size, bold=bold)) > most:
        if width > _WIDEST:
            return inf
        width += _STEP
    return width + 0.01


def filled(least: Sequence[float], counts: Sequence[int], total: float) -> list[float] | None:
    """Shares a width out evenly by column, where each group gets its least; None if it cannot.

    Args:
        least: least width of each group of columns.
        counts: how many columns each has.
        total: what there is to share.
    """
    if sum(least) > total:
        return None
    low, high = 0.0, total
    for _ in range(50):
        level = (low + high) / 2
        used = sum(max(width, level * n) for width, n in zip(least, counts, strict=True))
        low, high = (level, high) if used < total else (low, level)
    return [max(width, high * n) for width, n in zip(least, counts, strict=True)]
