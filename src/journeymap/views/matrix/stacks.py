"""Dots of one value, side by side around it and inside their quadrant, or a line leads there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
_AT = 4.0
"""How far from their value dots may begin that are said to stand at it, in points."""
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
        """Whether the dots stand away from their value: neither around it nor at it."""
        left, top, right, bottom = self.edges
        x, y = self.value
        return not (left - _AT <= x <= right + _AT and top - _AT <= y <= bottom + _AT)

    def places(self) -> Iterator[tuple[Dot, Point]]:
        """Yields each dot and its centre; a last row that is not full stands in the middle."""
        left, top, *_ = self.edges
        rows = [self.dots[i : i + self.columns] for i in range(0, len(self.dots), self.columns)]
        for number, row in enumerate(rows):
            shift = (self.columns - len(row)) * PITCH / 2
            for column, dot in enumerate(row):
                x = left + SIZE / 2 + shift + column * PITCH
                yield dot, (x, top + SIZE / 2 + number * PITCH)


def stacked(valued: Iterable[tuple[Dot, Point, Edges]]) -> tuple[Stack, ...]:
    """Returns dots in stacks, one for each value in a quadrant, none over another.

    Args:
        valued: dots, where their values stand, and what they may take: that of their quadrant.
    """
    groups: dict[tuple[Point, Edges], list[Dot]] = {}
    for dot, (x, y), room in valued:
        groups.setdefault(((round(x, 3), round(y, 3)), room), []).append(dot)
    placed: list[Stack] = []
    # Few dots find their own place more easily than many find another one.
    for (value, room), dots in sorted(groups.items(), key=lambda pair: len(pair[1])):
        options = _options(tuple(dots), value, room)
        free = (each for each in options if _is_free(each, placed, room))
        placed.append(next(free, next(_options(tuple(dots), value, room))))
    return tuple(placed)


def _options(dots: tuple[Dot, ...], value: Point, room: Edges) -> Iterator[Stack]:
    """Yields ways to set dots: at their value, in a square before a row, then further off."""
    square = ceil(len(dots) ** 0.5)
    wide = sorted(range(1, len(dots) + 1), key=lambda columns: abs(columns - square))
    stacks = [Stack(dots=dots, columns=columns, value=value, centre=value) for columns in wide]
    stacks = [replace(each, centre=_inside(each, room)) for each in stacks]
    yield from stacks
    for stack in (stacks[0], stacks[-1]):  # the square, and the last row or column of all
        for centre in _around(stack.centre):
            yield replace(stack, centre=centre)


def _inside(stack: Stack, room: Edges) -> Point:
    """Returns the place nearest to its own at which a stack lies inside a room."""
    left, top, right, bottom = stack.edges
    x, y = stack.centre
    return (
        x + max(0.0, room[0] - left) - max(0.0, right - room[2]),
        y + max(0.0, room[1] - top) - max(0.0, bottom - room[3]),
    )


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
    slack = 1e-6
    inside = left >= room[0] - slack and top >= room[1] - slack
    inside = inside and right <= room[2] + slack and bottom <= room[3] + slack
    return inside and not any(_meet(stack.edges, other.edges) for other in placed)


def _meet(one: Edges, other: Edges) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > -_APART
        and min(one[3], other[3]) - max(one[1], other[1]) > -_APART
    )
