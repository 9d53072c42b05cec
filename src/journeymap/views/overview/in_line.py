"""Words side by side in one line, each near its place: shorter ones where there is no room."""

from collections.abc import Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure

_SPACE = 6.0
"""Least white space between them, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Words that belong to a place in a line.

    Attributes:
        at: the place.
        texts: the words, then shorter ones.
        whole: all that there is to say.
        pad: white space around the words, left and right.
        firm: whether others become shorter, and are left out, before it.
        key: what it is known by.
    """

    at: float
    texts: tuple[str, ...]
    whole: str
    pad: float = 0.0
    firm: bool = False
    key: int = 0


def placed(
    items: Sequence[Item],
    edges: tuple[float, float],
    size: float,
    far: float = 90.0,
    space: float = _SPACE,
) -> list[tuple[Item, str, float]]:
    """Returns the words that stand, with the middle of each, from left to right.

    Args:
        items: what is to stand there.
        edges: left and right edge of the line.
        size: of the type.
        far: how far the middle of the words may be from their place.
        space: least white space between them.
    """
    ordered = sorted(items, key=lambda item: item.at)
    level = [0] * len(ordered)
    while ordered:
        widths = [
            measure.width(item.texts[at], size) + 2 * item.pad
            for item, at in zip(ordered, level, strict=True)
        ]
        spots = _spots(ordered, widths, edges, space)
        if spots and all(
            abs(x - item.at) <= max(far, 0) for x, item in zip(spots, ordered, strict=True)
        ):
            return [
                (item, item.texts[at], x) for item, at, x in zip(ordered, level, spots, strict=True)
            ]
        shorter = [i for i, item in enumerate(ordered) if level[i] + 1 < len(item.texts)]
        if shorter:
            widest = max(shorter, key=lambda i: (not ordered[i].firm, widths[i]))
            level[widest] += 1
        else:
            left_out = min(range(len(ordered)), key=lambda i: (ordered[i].firm, -widths[i]))
            del ordered[left_out], level[left_out]
    return []


def _spots(
    items: Sequence[Item], widths: Sequence[float], edges: tuple[float, float], space: float
) -> list[float]:
    """Returns where words stand side by side, each as near to its place as others let it."""
    left, right = edges
    least = _least(widths, left, space)
    wanted, end = [], left - space
    for item, wide in zip(items, widths, strict=True):
        wanted.append(max(end + space + wide / 2, item.at))
        end = wanted[-1] + wide / 2
    spots, stop = [], right + space
    for want, wide, low in reversed(list(zip(wanted, widths, least, strict=True))):
        x = min(stop - space - wide / 2, want)
        if x < low - 0.01:
            return []
        spots.append(x)
        stop = x - wide / 2
    return spots[::-1]


def _least(widths: Sequence[float], left: float, space: float) -> list[float]:
    """Returns how far left each may stand at most."""
    least, end = [], left - space
    for wide in widths:
        least.append(end + space + wide / 2)
        end = least[-1] + wide / 2
    return least
