"""Words side by side in one line, each near its place: shorter ones where there is no room."""

from collections.abc import Sequence
from math import inf

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.overview.grid import Grid

_SPACE = 6.0
"""Least white space between them, in points."""
_NEAR = 20.0
"""How far the middle of words may be from that of the narrowest step, in points."""


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
        far: how far the middle of the words may be from their place at most, in points, if not
            the edges of the line take them farther.
    """

    at: float
    texts: tuple[str, ...]
    whole: str
    pad: float = 0.0
    firm: bool = False
    key: int = 0
    far: float = inf


def at_step(texts: tuple[str, ...], step: int, grid: Grid, *, firm: bool = False) -> Item:
    """Returns words whose middle stands in the column of a step, as far as the page lets it."""
    return Item(
        at=grid.middle(step), texts=texts, whole=texts[0], key=step, firm=firm,
        far=max(grid.width(step) / 2, _NEAR),
    )  # fmt: skip


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
            abs(x - item.at) <= far and abs(x - _within(item.at, wide, edges)) <= item.far
            for x, wide, item in zip(spots, widths, ordered, strict=True)
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


def _within(at: float, wide: float, edges: tuple[float, float]) -> float:
    """Returns the place nearest to another at which words do not cross the edges."""
    return min(max(at, edges[0] + wide / 2), edges[1] - wide / 2)


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
