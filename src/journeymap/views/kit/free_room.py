"""Where on the panel of the curve there is still room for words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from math import ceil, hypot

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Curve, Point, line

_SAMPLES, _FINE = 24, 4.0
"""Points of a piece of a curve that are looked at, at least, and the distance between them, in
points: between those of a line over a whole page a word would have room."""
_COLUMN = 32.0
"""Width of the columns by which what is taken is looked up, in points."""
_AIR = 1.5
"""Least distance between words and what is there, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An oblong on the page."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Place") -> bool:
        """Tells whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, by: float) -> "Place":
        """Returns it with so much around it."""
        return Place(
            left=self.left - by, top=self.top - by, right=self.right + by, bottom=self.bottom + by
        )


def around(at: Point, width: float, height: float) -> Place:
    """Returns an oblong around its middle."""
    x, y = at
    return Place(left=x - width / 2, top=y - height / 2, right=x + width / 2, bottom=y + height / 2)


@dataclass(slots=True, kw_only=True)
class Room:
    """What is taken of a panel.

    Attributes:
        bounds: of the panel.
        taken: what stands there.
        samples: points of curves, from left to right.
    """

    bounds: Place
    taken: list[Place] = field(default_factory=list)
    samples: list[Point] = field(default_factory=list)
    _columns: dict[int, list[Place]] = field(default_factory=dict)

    def curves(self, pieces: Iterable[Curve]) -> None:
        """Keeps words clear of curves."""
        for piece in pieces:
            self.samples.extend(_sampled(piece.points))
        self.samples.sort()

    def is_free(self, place: Place) -> bool:
        """Tells whether there is room."""
        inside = (
            place.left >= self.bounds.left
            and place.right <= self.bounds.right
            and place.top >= self.bounds.top
            and place.bottom <= self.bounds.bottom
        )
        wide = place.grown(_AIR)
        return inside and not any(self._met(wide)) and not any(self._within(wide))

    def _met(self, place: Place) -> Iterator[bool]:
        """Tells of all that was taken near it whether it meets that; twice of what is wide."""
        for column in _columns(place):
            yield from map(place.meets, self._columns.get(column, ()))

    def crossed(self, place: Place) -> int:
        """Returns how many points of curves lie in it."""
        return sum(self._within(place))

    def _within(self, place: Place) -> Iterator[bool]:
        first = bisect_left(self.samples, (place.left, 0.0))
        last = bisect_right(self.samples, (place.right, 0.0))
        return (place.top < self.samples[i][1] < place.bottom for i in range(first, last))

    def take(self, place: Place) -> None:
        """Keeps others away."""
        self.taken.append(place)
        for column in _columns(place):
            self._columns.setdefault(column, []).append(place)


def _columns(place: Place) -> range:
    """Returns the columns of the page that it stands in."""
    return range(int(place.left // _COLUMN), int(place.right // _COLUMN) + 1)


def _sampled(points: Sequence[Point]) -> Iterator[Point]:
    """Yields points of a chain of cubic Bézier segments."""
    for i in range(0, len(points) - 1, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[i : i + 4]
        count = max(_SAMPLES, ceil(hypot(x3 - x0, y3 - y0) / _FINE))
        for k in range(count + 1):
            t = k / count
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def broken(start: Point, end: Point, places: Iterable[Place], colour: str) -> Iterator[Curve]:
    """Yields a level or an upright line, left out where something stands on it."""
    (x0, y0), (x1, y1) = start, end
    is_level = y0 == y1
    gaps = sorted(
        (p.left, p.right) if is_level else (p.top, p.bottom)
        for p in places
        if (p.top < y0 < p.bottom if is_level else p.left < x0 < p.right)
    )
    at, last = (x0, x1) if is_level else (y0, y1)
    for low, high in [*gaps, (last, last)]:
        if low - at > 1:
            stop = min(low, last)
            ends = ((at, y0), (stop, y0)) if is_level else ((x0, at), (x0, stop))
            yield line(*ends, colour=colour, width=1.0)
        at = max(at, high)
