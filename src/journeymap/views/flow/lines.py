"""Ways as lines with round corners and an arrow at their end."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.content import Link
from journeymap.views.flow.ends import arrow, thickness
from journeymap.views.flow.grid import Grid
from journeymap.views.kit.scene import Anchor, Curve, Mark, Marker, Point, Shape

_ROUND = 6.0
"""Radius of corners, in points."""
_BEND = 0.5523
"""Length of the control lines of a quarter of a circle, as a share of its radius."""
_IN = 0.6
"""How far from its tip a line ends inside its arrow, as a share of the arrow: else the end would
stand out beside the tip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way where it runs.

    Attributes:
        link: the way.
        points: its line, a chain of cubic Bézier segments.
        shape: its arrow.
        tip: the middle of the arrow.
        label: where its share stands, by its upper edge; None where it has no room.
        anchor: which point of the words that is.
    """

    link: Link
    points: tuple[Point, ...]
    shape: Shape
    tip: Point
    label: Point | None = None
    anchor: Anchor = Anchor.START

    def marks(self, colour: str) -> tuple[Mark, ...]:
        """Returns its line and its arrow."""
        back, size = self.link.back, arrow(self.link)
        line = Curve(points=self.points, colour=colour, width=thickness(self.link), dashed=back)
        x, y = self.tip
        return line, Marker(shape=self.shape, x=x, y=y, size=size, fill=colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPage:
    """A page in place.

    Attributes:
        grid: its cards.
        routes: its ways.
    """

    grid: Grid
    routes: tuple[Route, ...]


def made(link: Link, points: Sequence[Point], label: Point, anchor: Anchor) -> Route:
    """Returns a way along straight pieces, its corners round."""
    stop = towards(points[-1], points[-2], arrow(link) * _IN)
    route = ended(link, rounded([*points[:-1], stop]), points[-2:])
    return replace(route, label=label, anchor=anchor)


def down(link: Link, grid: Grid) -> Route:
    """Returns a way to the card below."""
    start, end = grid.places[link.source], grid.places[link.target]
    x = start.x + grid.width / 2
    label = (x + arrow(link) / 2 + 2, start.bottom + 3)
    return made(link, [(x, start.bottom), (x, end.over)], label, Anchor.START)


def ended(link: Link, chain: Sequence[Point], end: Sequence[Point]) -> Route:
    """Returns a way along a chain of Bézier segments.

    Args:
        link: the way.
        chain: the segments, up to inside the arrow.
        end: a point before the tip of the arrow, and the tip.
    """
    size = arrow(link)
    (x, y), (across, downwards) = end[1], (end[1][0] - end[0][0], end[1][1] - end[0][1])
    if abs(across) > abs(downwards):
        shape, way = (Shape.RIGHT, (1, 0)) if across > 0 else (Shape.LEFT, (-1, 0))
    else:
        shape, way = (Shape.DOWN, (0, 1)) if downwards > 0 else (Shape.UP, (0, -1))
    tip = x - way[0] * size / 2, y - way[1] * size / 2
    return Route(link=link, points=tuple(chain), shape=shape, tip=tip)


def rounded(points: Sequence[Point]) -> tuple[Point, ...]:
    """Returns a line through corners, each of them round."""
    chain = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(
            _ROUND, hypot(corner[0] - before[0], corner[1] - before[1]) / 2,
            hypot(after[0] - corner[0], after[1] - corner[1]) / 2,
        )  # fmt: skip
        start, stop = towards(corner, before, radius), towards(corner, after, radius)
        chain += straight(chain[-1], start)
        bend = radius * (1 - _BEND)
        chain += [towards(corner, before, bend), towards(corner, after, bend), stop]
    return (*chain, *straight(chain[-1], points[-1]))


def straight(start: Point, stop: Point) -> list[Point]:
    """Returns a straight piece as a Bézier segment, without its first point."""
    return [
        (start[0] + k * (stop[0] - start[0]) / 3, start[1] + k * (stop[1] - start[1]) / 3)
        for k in (1, 2, 3)
    ]


def towards(point: Point, other: Point, distance: float) -> Point:
    """Returns the point at a distance from one point on the way to another."""
    length = hypot(other[0] - point[0], other[1] - point[1])
    if not length:
        return point
    share = distance / length
    return point[0] + share * (other[0] - point[0]), point[1] + share * (other[1] - point[1])
