"""Dots of one value, side by side around it; where there is no room, a line leads them there."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, cos, pi, sin

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Point
from journeymap.views.matrix.content import Dot

SIZE = 18.0
"""Diameter of a dot, in points: room for two figures of 10 points."""
PITCH = SIZE + 1.5
"""Distance between dots of one value, in points."""
_APART = 3.0
"""White space between dots of different values, in points."""
_RINGS = 60
"""Rings around its own place on which a stack looks for room."""

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Dots of one value.

    Attributes:
        dots: at least one, in rows from left to right.
        columns: how many stand in a row.
        value: where the value stands.
        centre: where the middle of the dots stands.
    """

    dots: tuple[Dot, ...]
    columns: int
    value: Point
    centre: Point

    @property
    def edges(self) -> Edges:
        """What the dots take."""
        (x, y), rows = self.centre, ceil(len(self.dots) / self.columns)
        wide, tall = (((count - 1) * PITCH + SIZE) / 2 for count in (self.columns, rows))
        return x - wide, y - tall, x + wide, y + tall

    @property
    def aside(self) -> bool:
        """Whether the dots do not stand around their value."""
        return self.centre != self.value

    def places(self) -> Iterator[tuple[Dot, Point]]:
        """Yields each dot and its centre; a last row that is not full stands in the middle."""
        left, top, *_ = self.edges
        rows = [self.dots[i : i + self.columns] for i in range(0, len(self.dots), self.columns)]
        for number, row in enumerate(rows):
            shift = (self.columns - len(row)) * PITCH / 2
            for column, dot in enumerate(row):
                x = left + SIZE / 2 + shift + column * PITCH
                yield dot, (x, top + SIZE / 2 + number * PITCH)


def stacked(valued: Iterable[tuple[Dot, Point]], room: Edges) -> tuple[Stack, ...]:
    """Returns dots in stacks, one for each value, none over another.

    Args:
        valued: dots, and where their values stand.
        room: what they may take.
    """
    groups: dict[Point, list[Dot]] = {}
    for dot, (x, y) in valued:
        groups.setdefault((round(x, 3), round(y, 3)), []).append(dot)
    placed: list[Stack] = []
    # Few dots find their own place more easily than many find another one.
    for value, dots in sorted(groups.items(), key=lambda pair: len(pair[1])):
        options = _options(tuple(dots), value)
        free = (each for each in options if _is_free(each, placed, room))
        placed.append(next(free, next(_options(tuple(dots), value))))
    return tuple(placed)


def _options(dots: tuple[Dot, ...], value: Point) -> Iterator[Stack]:
    """Yields ways to set dots: around their value, in a square before a row, then further off."""
    square = ceil(len(dots) ** 0.5)
    for columns in sorted(range(1, len(dots) + 1), key=lambda columns: abs(columns - square)):
        yield Stack(dots=dots, columns=columns, value=value, centre=value)
    for centre in _around(value):
        yield Stack(dots=dots, columns=square, value=value, centre=centre)


def _around(at: Point) -> Iterator[Point]:
    """Yields places on ever wider rings around a place."""
    for ring in range(2, _RINGS):
        radius = ring * SIZE / 3
        count = 8 + 4 * ring
        for i in range(count):
            angle = 2 * pi * i / count
            yield at[0] + radius * cos(angle), at[1] + radius * sin(angle)


def _is_free(stack: Stack, placed: Sequence[Stack], room: Edges) -> bool:
    left, top, right, bottom = stack.edges
    inside = left >= room[0] and top >= room[1] and right <= room[2] and bottom <= room[3]
    return inside and not any(_meet(stack.edges, other.edges) for other in placed)


def _meet(one: Edges, other: Edges) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > -_APART
        and min(one[3], other[3]) - max(one[1], other[1]) > -_APART
    )
