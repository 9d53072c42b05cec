"""Dots at their value; several of one value, or one that has no room there, hang from its point."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from math import ceil, cos, dist, pi, sin

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Point
from journeymap.views.matrix.content import Dot

SIZE = 18.0
"""Diameter of a dot, in points: room for two figures of 10 points."""
PITCH = SIZE + 1.5
"""Distance between dots of one value, in points."""
VALUE = 4.0
"""Diameter of the point where a value stands whose dots do not, in points."""
_APART = 3.0
"""White space between dots of different values, and around the point of a value, in points."""
_RING = 6
"""Dots around the point of their value at most; more stand in rows beside it."""
_RINGS = 60
"""Rings around its value on which a stack looks for room."""

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Dots of one value.

    Attributes:
        dots: at least one.
        value: where the value stands.
        points: where the middle of each dot stands.
    """

    dots: tuple[Dot, ...]
    value: Point
    points: tuple[Point, ...]

    @property
    def edges(self) -> Edges:
        """What the dots take."""
        (xs, ys), half = zip(*self.points, strict=True), SIZE / 2
        return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half

    @property
    def aside(self) -> bool:
        """Whether the dots stand beside their value."""
        return self.points != (self.value,)

    @property
    def farthest(self) -> float:
        """Distance of the dot that is furthest from its value, in points."""
        return max(dist(self.value, point) for point in self.points)

    def places(self) -> Iterator[tuple[Dot, Point]]:
        """Yields each dot and its centre."""
        return zip(self.dots, self.points, strict=True)

    def covers(self, at: Point, space: float = 0.0) -> bool:
        """Returns whether a dot lies over the point of a value, or nearer to it than a space."""
        return any(dist(point, at) < SIZE / 2 + space for point in self.points)


def stacked(valued: Iterable[tuple[Dot, Point, Edges]]) -> tuple[Stack, ...]:
    """Returns dots in stacks, one for each value in a quadrant, none over another.

    Args:
        valued: dots, where their values stand, and what they may take: that of their quadrant.
    """
    groups: dict[tuple[Point, Edges], list[Dot]] = {}
    for dot, (x, y), room in valued:
        groups.setdefault(((round(x, 3), round(y, 3)), room), []).append(dot)
    shared = Counter(value for value, _ in groups)
    placed: list[Stack] = []
    # Few dots find their own place more easily than many find another one.
    for (value, room), dots in sorted(groups.items(), key=lambda pair: len(pair[1])):
        near = _near(tuple(dots), value, alone=shared[value] == 1)
        others = [each for each in shared if each != value]
        free = (
            each
            for each in chain(near, _around(tuple(dots), value))
            if _is_inside(each.edges, room)
            and not any(_meet(each.edges, other.edges) for other in placed)
            and not any(each.covers(other, _APART) for other in others)
        )
        placed.append(next(free, None) or _anywhere(tuple(dots), value, room, placed))
    return tuple(placed)


def _near(dots: tuple[Dot, ...], value: Point, *, alone: bool) -> Iterator[Stack]:
    """Yields ways to set dots at their value or around it, then in rows beside it, near ones first.

    Args:
        dots: of one value and one quadrant.
        value: where it stands.
        alone: whether no dots of another quadrant have the same value.
    """
    if alone and len(dots) == 1:
        yield Stack(dots=dots, value=value, points=(value,))
    elif alone and len(dots) <= _RING:
        yield Stack(dots=dots, value=value, points=tuple(_ring(len(dots), value)))
    sides = [side for side in product((0, -1, 1), (0, -1, 1)) if any(side)]
    beside = [
        _block(dots, value, columns, at)
        for columns in range(1, len(dots) + 1)
        for at in _beside(len(dots), columns, value, sides)
    ]
    yield from sorted(beside, key=lambda stack: stack.farthest)


def _ring(count: int, middle: Point) -> Iterator[Point]:
    """Yields places around a value that leave its point free."""
    radius = max(SIZE / 2 + VALUE, PITCH / (2 * sin(pi / count)))
    first = -pi / 2 - (pi / count if count % 2 == 0 else 0.0)  # an even number has a flat top
    for i in range(count):
        angle = first + 2 * pi * i / count
        yield middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)


def _half(count: int, columns: int) -> tuple[float, float]:
    """Returns half of the width and of the height of dots in rows."""
    rows = ceil(count / columns)
    return ((columns - 1) * PITCH + SIZE) / 2, ((rows - 1) * PITCH + SIZE) / 2


def _beside(
    count: int, columns: int, value: Point, sides: Sequence[tuple[int, int]]
) -> Iterator[Point]:
    """Yields where the middle of rows stands so that they hang from the point of their value."""
    wide, tall = _half(count, columns)
    for across, up in sides:
        space = _APART / 2 if across and up else _APART  # a corner lies further off
        yield value[0] + across * (wide + space), value[1] + up * (tall + space)


def _block(dots: tuple[Dot, ...], value: Point, columns: int, middle: Point) -> Stack:
    """Returns dots in rows; a last row that is not full stands in the middle."""
    wide, tall = _half(len(dots), columns)
    points: list[Point] = []
    for at in range(len(dots)):
        row, column = divmod(at, columns)
        shift = max(0, (row + 1) * columns - len(dots)) * PITCH / 2
        x = middle[0] - wide + SIZE / 2 + shift + column * PITCH
        points.append((x, middle[1] - tall + SIZE / 2 + row * PITCH))
    return Stack(dots=dots, value=value, points=tuple(points))


def _around(dots: tuple[Dot, ...], value: Point) -> Iterator[Stack]:
    """Yields dots in a square, or in a row, on ever wider rings around their value."""
    for columns in dict.fromkeys((ceil(len(dots) ** 0.5), len(dots), 1)):
        for ring in range(2, _RINGS):
            radius = ring * SIZE / 3
            count = 8 + 4 * ring
            for i in range(count):
                angle = 2 * pi * i / count
                middle = value[0] + radius * cos(angle), value[1] + radius * sin(angle)
                yield _block(dots, value, columns, middle)


def _anywhere(dots: tuple[Dot, ...], value: Point, room: Edges, placed: Sequence[Stack]) -> Stack:
    """Returns dots where no other dots are, though over the point of another value."""
    free = (
        each
        for each in _around(dots, value)
        if _is_inside(each.edges, room)
        and not any(_meet(each.edges, other.edges) for other in placed)
    )
    return next(free, None) or next(_near(dots, value, alone=True))


def _is_inside(edges: Edges, room: Edges) -> bool:
    slack = 1e-6
    left, top, right, bottom = edges
    across = left >= room[0] - slack and right <= room[2] + slack
    return across and top >= room[1] - slack and bottom <= room[3] + slack


def _meet(one: Edges, other: Edges) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > -_APART
        and min(one[3], other[3]) - max(one[1], other[1]) > -_APART
    )
