"""Where the points of several people stand at one step so that each of them is seen."""

from collections.abc import Iterator, Sequence
from math import hypot, sqrt

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs

_ROUND, _SAME = 0.45, 4.0
"""By how much of a face the point of a further person is larger where it lies around another one,
and how near two points are that lie on each other, in points."""
_AIR = 2.0
"""Between the outlines of two points that stand beside each other, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The point of somebody at a step.

    Attributes:
        y: its height.
        size: its diameter.
        aside: how far it stands from the middle of the step, to the right.
    """

    y: float
    size: float
    aside: float = 0.0

    def covers(self, other: "Spot") -> bool:
        """Tells whether the two overlap."""
        apart = hypot(self.y - other.y, self.aside - other.aside)
        return apart < _touch(self, other) - _AIR / 2


def is_on(y: float, other: float) -> bool:
    """Tells whether points at two heights lie on each other."""
    return abs(y - other) < _SAME


def spots(heights: Sequence[float], face: float, *, hers: bool = True) -> list[Spot]:
    """Returns where points stand: in the middle of the step if they can.

    One at the height of another lies around it; one that would cover another in part stands beside
    it, at its own height.

    Args:
        heights: of the points.
        face: diameter of the persona's.
        hers: whether hers is the first of them.
    """
    placed: list[Spot] = []
    for y in heights:
        size = face if hers and not placed else glyphs.POINT
        placed.append(_free(Spot(y=y, size=size), placed, face))
    return placed


def _free(own: Spot, placed: Sequence[Spot], face: float) -> Spot:
    """Returns the point where it covers none of those that stand already."""
    inside = [each for each in placed if is_on(own.y, each.y)]
    if inside:
        wide = face * (1 + _ROUND * len(inside))
        ring = Spot(y=own.y, size=wide, aside=inside[0].aside)
        others = (each for each in placed if each not in inside)
        same = all(each.aside == ring.aside for each in inside)
        if same and not any(map(ring.covers, others)):
            return ring
    beside = sorted((0.0, *_asides(own, placed)), key=lambda aside: (abs(aside), -aside))
    free = (Spot(y=own.y, size=own.size, aside=aside) for aside in beside)
    return next((each for each in free if not any(map(each.covers, placed))), own)


def _asides(own: Spot, placed: Sequence[Spot]) -> Iterator[float]:
    """Yields how far aside the point just does not touch another one."""
    for each in placed:
        rest = _touch(own, each) ** 2 - (own.y - each.y) ** 2
        if rest > 0:
            yield from (each.aside + sqrt(rest), each.aside - sqrt(rest))


def _touch(one: Spot, other: Spot) -> float:
    return (one.size + other.size) / 2 + _AIR
