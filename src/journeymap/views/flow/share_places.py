"""Bent ways: which share a line, and where their own shares stand, on no card, line or arrow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import hypot

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.ends import arrow, thickness
from journeymap.views.flow.grid import Area, Grid
from journeymap.views.flow.lines import Route
from journeymap.views.kit import measure
from journeymap.views.kit.scene import Anchor, Point

_CLEAR = 1.5
"""White space around a share, in points."""
_PIECES = 8
"""Into so many straight pieces a bent one is cut."""
_SHARED, _FLAT = 10.0, 0.97
"""Ways share a line that run on one another for so many points, at an angle with this cosine or a
greater one; what is steeper or shorter crosses (house)."""
_EVERY = 5.0
"""Distance between the places along a way that are tried, in points."""


@dataclass(frozen=True, slots=True)
class _Patch:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    low: float

    def inside(self) -> "_Patch":
        """Returns it without its rim, up to which ways lead."""
        return _Patch(self.left + 1, self.top + 1, self.right - 1, self.low - 1)

    def meets(self, other: "_Patch") -> bool:
        """Tells whether two of them overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.low
            and other.top < self.low
        )

    def holds(self, x: float, y: float) -> bool:
        """Tells whether a point lies in it or on its rim."""
        return self.left <= x <= self.right and self.top <= y <= self.low

    def crosses(self, start: Point, stop: Point, room: float) -> bool:
        """Tells whether a straight piece comes closer than some room (Liang and Barsky, 1984)."""
        dx, dy = stop[0] - start[0], stop[1] - start[1]
        first, last = 0.0, 1.0
        for way, gap in (
            (-dx, start[0] - self.left + room), (dx, self.right + room - start[0]),
            (-dy, start[1] - self.top + room), (dy, self.low + room - start[1]),
        ):  # fmt: skip
            if not way:
                if gap < 0:
                    return False
            elif way < 0:
                first = max(first, gap / way)
            else:
                last = min(last, gap / way)
        return first <= last


@dataclass(frozen=True, slots=True)
class _Line:
    """A way in straight pieces, half as wide as it is, and the patch that holds all of it."""

    points: tuple[Point, ...]
    half: float
    around: _Patch


def beside(routes: Sequence[Route], grid: Grid, area: Area) -> Iterator[Route]:
    """Yields ways with their shares where they hide nothing.

    A share that finds no room is left out; the words that describe the picture have it.
    """
    lines = [*map(_line, routes)]
    taken = [*_boxes(grid), *map(_around, routes)]
    size = grid.kind.small
    for route, line in zip(routes, lines, strict=True):
        wide = measure.width(route.link.share, size)
        patch = next(
            (
                patch
                for patch, clear in (_spots(line, wide, size) if wide else ())
                if _free(patch, taken, lines, area, clear)
            ),
            None,
        )
        if patch:
            taken.append(patch)
        spot = (patch.left, patch.top) if patch else None
        yield replace(route, label=spot, anchor=Anchor.START)


def run_together(routes: Sequence[Route], grid: Grid) -> bool:
    """Tells whether two ways run on one another and do not only cross, or one runs over a card."""
    lines = [*map(_line, routes)]
    if any(
        _together(one, other) > _SHARED
        for one, other in combinations(lines, 2)
        if one.around.meets(other.around)
    ):
        return True
    boxes = [box.inside() for box in _boxes(grid)]
    return any(
        box.crosses(a, b, 0.0)
        for line in lines
        for box in boxes
        if box.meets(line.around)
        for a, b in pairwise(line.points)
    )


def _line(route: Route) -> _Line:
    points, half = _flat(route.points), thickness(route.link) / 2
    xs, ys = zip(*points, strict=True)
    around = _around_piece((min(xs), min(ys)), (max(xs), max(ys)), half + _CLEAR)
    return _Line(points, half, around)


def _boxes(grid: Grid) -> list[_Patch]:
    """Returns the patches of cards and headers."""
    return [
        *(_Patch(p.x, p.y, p.x + grid.width, p.bottom) for p in grid.places.values()),
        *(_Patch(h.x, h.y, h.x + h.width, h.y + h.height) for h in grid.heads),
    ]


def _together(one: _Line, other: _Line) -> float:
    """Returns the length on which a way touches another one and has its direction."""
    reach, found = one.half + other.half, 0.0
    near = [(c, d, _around_piece(c, d, reach)) for c, d in pairwise(other.points)]
    for a, b in pairwise(one.points):
        x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        middle = _Patch(x, y, x, y)
        for c, d, room in near:
            if not room.holds(x, y):
                continue
            if middle.crosses(c, d, reach) and _parallel(a, b, c, d):
                found += hypot(b[0] - a[0], b[1] - a[1])
                break
    return found


def _around_piece(start: Point, stop: Point, room: float) -> _Patch:
    """Returns the patch outside of which nothing comes closer to a piece than some room."""
    left, right = sorted((start[0], stop[0]))
    top, low = sorted((start[1], stop[1]))
    return _Patch(left - room, top - room, right + room, low + room)


def _parallel(a: Point, b: Point, c: Point, d: Point) -> bool:
    one, other = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    long = hypot(*one) * hypot(*other)
    return abs(one[0] * other[0] + one[1] * other[1]) > _FLAT * long > 0


def _flat(chain: Sequence[Point]) -> tuple[Point, ...]:
    points = [chain[0]]
    for a, b, c, d in zip(chain[::3], chain[1::3], chain[2::3], chain[3::3], strict=False):
        for k in range(1, _PIECES + 1):
            t, s = k / _PIECES, 1 - k / _PIECES
            w = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
            x = w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0]
            y = w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1]
            points.append((x, y))
    return tuple(points)


def _around(route: Route) -> _Patch:
    """Returns the patch of an arrow."""
    (x, y), half = route.tip, arrow(route.link) / 2 + 1
    return _Patch(x - half, y - half, x + half, y + half)


def _spots(line: _Line, wide: float, size: float) -> Iterator[tuple[_Patch, float]]:
    """Yields where a share may stand beside its way, from where it begins, and how clear at least.

    Cards have room for the first one: right above where the way leaves.
    """
    high, off = 1.2 * size, line.half + 2 * _CLEAR
    (x, y), (ahead, _) = line.points[:2]
    if ahead != x:
        left, top = (x + 4 if ahead > x else x - 4 - wide), y - line.half - high
        yield _Patch(left, top, left + wide, top + high), 0.0
    for x, y in _along(line.points):
        for left, top in (
            (x - wide / 2, y - off - high), (x + off, y - high / 2),
            (x - off - wide, y - high / 2), (x - wide / 2, y + off),
        ):  # fmt: skip
            yield _Patch(left, top, left + wide, top + high), _CLEAR


def _along(points: Sequence[Point]) -> Iterator[Point]:
    for (x, y), (u, v) in pairwise(points):
        count = max(1, int(hypot(u - x, v - y) / _EVERY))
        yield from ((x + (u - x) * k / count, y + (v - y) * k / count) for k in range(count))


def _free(
    patch: _Patch, taken: Sequence[_Patch], lines: Sequence[_Line], area: Area, clear: float
) -> bool:
    """Tells whether a share hides nothing and is on the page."""
    inside = area.left <= patch.left and patch.right <= area.left + area.width
    if not inside or patch.top < area.top or patch.low > area.bottom:
        return False
    wide = _Patch(patch.left - clear, patch.top - clear, patch.right + clear, patch.low + clear)
    if any(wide.meets(other) for other in taken):
        return False
    return not any(
        wide.crosses(a, b, line.half - 0.01) for line in lines for a, b in pairwise(line.points)
    )
