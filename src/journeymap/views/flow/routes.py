"""The ways of the flow as lines with round corners, in the white space between the cards."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise
from math import hypot

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.content import Link
from journeymap.views.flow.grid import GUTTER, Grid, Place
from journeymap.views.kit.scene import Anchor, Curve, Marker, Point, Shape

_THIN, _THICK, _PLAIN = 1.2, 6.0, 1.6
"""Width of a way that nobody takes, how much wider one that all take is, and of one whose volume is
unknown, in points."""
_APART = 16.0
"""Distance between ways that leave the same side of a card, in points."""
_LABEL, _ROOM, _LANES = 34.0, 16.0, 4
"""Room for a share beside a card, and for the arrow into the next one, in points; how many ways run
beside one another before they share their place."""
_NEAR = 12.0
"""Distance between a column and the first way back beside it, in points."""
_MARGIN = 20.0
"""How far a way may run beside the last column, in points: all pages have as wide a margin."""
_TRACK = 6.0
"""Distance between ways that run beside one another, in points."""
_BUS = 9.0
"""The same below the columns."""
_STRAIGHT = 2
"""Points of a way that has no corner."""
_ROUND = 6.0
"""Radius of corners, in points."""
_BEND = 0.5523
"""Length of the control lines of a quarter of a circle, as a share of its radius."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way where it runs.

    Attributes:
        link: the way.
        line: its line.
        head: its arrow.
        label: where its share stands.
        anchor: which point of the words that is.
        run: ends of its longest upright piece; none where it only leads to the card below.
    """

    link: Link
    line: Curve
    head: Marker
    label: Point
    anchor: Anchor
    run: tuple[Point, ...] = ()


@dataclass(slots=True)
class _Tracks:
    """How many ways run in each strip of white space, and leave each side of each card."""

    strips: dict[tuple[str, int], int] = field(default_factory=dict)
    sides: dict[tuple[int, str], int] = field(default_factory=dict)

    def strip(self, kind: str, number: int) -> int:
        """Returns the next free place in a strip, from 0."""
        used = self.strips.get((kind, number), 0)
        self.strips[kind, number] = used + 1
        return used

    def side(self, stop: int, side: str) -> int:
        """Returns the next free place on a side of a card, from 0."""
        used = self.sides.get((stop, side), 0)
        self.sides[stop, side] = used + 1
        return used


class Router:
    """Finds the lines of the ways on one page."""

    def __init__(self, grid: Grid, colours: tuple[str, str]) -> None:
        self.grid, self.colours = grid, colours
        self.tracks = _Tracks()
        self.last = max((place.column for place in grid.places.values()), default=0)
        self.lanes: Counter[tuple[str, int]] = Counter()
        self.ends: Counter[int] = Counter()

    def routes(self, links: Sequence[Link]) -> Iterator[Route]:
        """Yields the ways between cards of this page; short ones first, which run inside."""
        places = self.grid.places
        own = [link for link in links if link.source in places and link.target in places]
        for link in own:
            self._count(link, places[link.source], places[link.target])
        for link in sorted(own, key=lambda link: (link.back, abs(link.target - link.source))):
            yield self._route(link, places[link.source], places[link.target])

    def _count(self, link: Link, start: Place, end: Place) -> None:
        """Notes beside which columns a way runs, and that it leaves and enters cards sideways."""
        across = end.column - start.column
        if across or end.row != start.row + 1:
            self.ends.update((link.source, link.target))
        if not across and end.row != start.row + 1:
            self.lanes["right" if end.row > start.row else "left", start.column] += 1
        if abs(across) > 1:
            out, into = _sides(across)
            self.lanes[out, start.column] += 1
            self.lanes[into, end.column] += 1

    def _beside_column(self, side: str, place: Place) -> float:
        """Returns the place of the next way that runs up or down close to a column."""
        depth = _NEAR + self.tracks.strip(side, place.column) * _TRACK
        if side == "left":
            return place.x - min(depth, GUTTER - 8 if place.column else place.x - 4)
        right = place.x + self.grid.width
        return right + min(depth, GUTTER - 8 if place.column < self.last else _MARGIN)

    def _route(self, link: Link, start: Place, end: Place) -> Route:
        across = end.column - start.column
        if not across and end.row == start.row + 1:
            return self._down(link, start, end)
        if not across:
            return self._loop(link, start, end)
        if abs(across) == 1:
            return self._beside(link, start, end)
        return self._far(link, start, end)

    def _down(self, link: Link, start: Place, end: Place) -> Route:
        x = start.x + self.grid.width / 2
        low = start.y + start.card.height
        label = (x + _size(link) / 2 + 2, low + 3)
        return self._made(link, [(x, low), (x, end.over)], label, Anchor.START)

    def _port(self, place: Place, side: str) -> Point:
        """Returns where the next way leaves or enters a side of a card."""
        number = self.tracks.side(place.card.index, side)
        shift = (number + 1) // 2 * _APART * (1 if number % 2 else -1)
        half = place.card.height / 2
        y = place.y + half + max(-half + 5, min(half - 5, shift))
        return (place.x + self.grid.width if side == "right" else place.x), y

    def _loop(self, link: Link, start: Place, end: Place) -> Route:
        """Leads to another card of the same column: forward on its right, back on its left."""
        right = end.row > start.row
        side = "right" if right else "left"
        out, back = self._port(start, side), self._port(end, side)
        x = self._beside_column(side, start)
        points = [out, (x, out[1]), (x, back[1]), back]
        if self.lanes[side, start.column] == 1:  # a share on its line hides no other one
            middle = (out[1] + back[1]) / 2 - 0.6 * self.grid.kind.small
            return self._made(link, points, (x, middle), Anchor.MIDDLE)
        if right:
            return self._made(link, points, (x + 4, out[1] + 4), Anchor.START)
        return self._made(link, points, (x - 4, out[1] + 4), Anchor.END)

    def _beside(self, link: Link, start: Place, end: Place) -> Route:
        """Leads to a card of the next column, or of the one before, through the white space."""
        sides = _sides(end.column - start.column)
        sign = 1 if end.column > start.column else -1
        out, into = self._port(start, sides[0]), self._port(end, sides[1])
        x = out[0] + sign * self._depth(min(start.column, end.column), out, into, sign)
        points = [out, (x, out[1]), (x, into[1]), into]
        below = sign > 0 and into[1] < out[1] and self.ends[link.source] == 1
        return self._made(link, points, *self._beyond(out, sign, below=below))

    def _depth(self, column: int, out: Point, into: Point, sign: int) -> float:
        """Returns how far from its card a way turns: between the loops on either side, if it can.

        Args:
            column: the one to the left of the white space.
            out: where the way leaves its card.
            into: where it enters the next one.
            sign: 1 to the right, -1 to the left.
        """
        number = self.tracks.strip("between", column) % _LANES
        gutter = abs(into[0] - out[0])
        sides = [
            _NEAR + count * _TRACK if count else 0.0
            for count in (self.lanes["right", column], self.lanes["left", column + 1])
        ]
        near, far = sides if sign > 0 else sides[::-1]
        most = min(gutter - _ROOM, gutter - far - _TRACK / 2)
        return max(min(_LABEL + number * _TRACK, most - number * _TRACK), near, _NEAR)

    def _far(self, link: Link, start: Place, end: Place) -> Route:
        """Leads over other columns, below all of them."""
        sides = _sides(end.column - start.column)
        sign = 1 if end.column > start.column else -1
        out, into = self._port(start, sides[0]), self._port(end, sides[1])
        y = self.grid.bottom + 10 + self.tracks.strip("below", 0) * _BUS
        first = self._beside_column(sides[0], start)
        last = self._beside_column(sides[1], end)
        points = [out, (first, out[1]), (first, y), (last, y), (last, into[1]), into]
        return self._made(link, points, *self._beyond(out, sign))

    def _beyond(self, out: Point, sign: int, *, below: bool = False) -> tuple[Point, Anchor]:
        """Returns where the share of a way stands that leaves a side of a card."""
        # Above a way to the right and below one to the left: its arrows come in on the other side.
        if below:
            return (out[0] + 4, out[1] + 5), Anchor.START
        if sign > 0:
            return (out[0] + 4, out[1] - self.grid.kind.small * 1.4), Anchor.START
        return (out[0] - 4, out[1] + 4), Anchor.END

    def _made(self, link: Link, points: list[Point], label: Point, anchor: Anchor) -> Route:
        colour, size = self.colours[link.back], _size(link)
        head = _head(points, colour, size)
        # The line ends inside its arrow, else its end would stand out beside the tip.
        stop = _towards(points[-1], points[-2], size * 0.6)
        line = Curve(
            points=_rounded([*points[:-1], stop]),
            colour=colour,
            width=_width(link),
            dashed=link.back,
        )
        pieces = [(a, b) for a, b in pairwise(points) if len(points) > _STRAIGHT and a[0] == b[0]]
        run = max(pieces, key=lambda ends: abs(ends[0][1] - ends[1][1]), default=())
        return Route(link=link, line=line, head=head, label=label, anchor=anchor, run=run)


def _width(link: Link) -> float:
    """Returns the width of a way, by how many take it."""
    return _PLAIN if link.volume is None else _THIN + _THICK * link.volume


def _size(link: Link) -> float:
    """Returns the size of its arrow."""
    return 6 + _width(link)


def _sides(across: int) -> tuple[str, str]:
    """Returns the sides on which a way over so many columns leaves its card and enters another."""
    return ("right", "left") if across > 0 else ("left", "right")


def _rounded(points: Sequence[Point]) -> tuple[Point, ...]:
    """Returns a line through corners, each of them round."""
    chain = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(
            _ROUND, hypot(corner[0] - before[0], corner[1] - before[1]) / 2,
            hypot(after[0] - corner[0], after[1] - corner[1]) / 2,
        )  # fmt: skip
        start, stop = _towards(corner, before, radius), _towards(corner, after, radius)
        chain += _straight(chain[-1], start)
        bend = radius * (1 - _BEND)
        chain += [_towards(corner, before, bend), _towards(corner, after, bend), stop]
    return (*chain, *_straight(chain[-1], points[-1]))


def _straight(start: Point, stop: Point) -> list[Point]:
    return [
        (start[0] + k * (stop[0] - start[0]) / 3, start[1] + k * (stop[1] - start[1]) / 3)
        for k in (1, 2, 3)
    ]


def _towards(point: Point, other: Point, distance: float) -> Point:
    """Returns the point at a distance from one point on the way to another."""
    length = hypot(other[0] - point[0], other[1] - point[1])
    if not length:
        return point
    share = distance / length
    return point[0] + share * (other[0] - point[0]), point[1] + share * (other[1] - point[1])


def _head(points: Sequence[Point], colour: str, size: float) -> Marker:
    """Returns the arrow at the end of a line."""
    tip, before = points[-1], next(p for p in reversed(points[:-1]) if p != points[-1])
    across, down = tip[0] - before[0], tip[1] - before[1]
    if abs(across) > abs(down):
        shape, way = (Shape.RIGHT, (1, 0)) if across > 0 else (Shape.LEFT, (-1, 0))
    else:
        shape, way = (Shape.DOWN, (0, 1)) if down > 0 else (Shape.UP, (0, -1))
    x, y = tip[0] - way[0] * size / 2, tip[1] - way[1] * size / 2
    return Marker(shape=shape, x=x, y=y, size=size, fill=colour)
