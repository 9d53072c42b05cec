"""The ways of the flow as lines with round corners, in the white space between the cards.

Between two columns is a strip in which ways run up and down, each on a track of its own; ways over
more than one column run below all of them. Where a strip is too narrow, who sets the columns makes
it wider.
"""

from collections import defaultdict
from math import inf

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.content import Link
from journeymap.views.flow.ends import (
    End,
    at_heights,
    demands,
    ends_of,
    straight_down,
    thickness,
)
from journeymap.views.flow.grid import Area, Columns, Grid
from journeymap.views.flow.lines import Route, down, made
from journeymap.views.flow.tracks import APART, Run, depths, run
from journeymap.views.kit.scene import Anchor, Point

_BUS = 10.0
"""White space between the columns and the ways below them, in points."""
_LEAST = 8.0
"""White space between a card and a way beside it, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strip:
    """White space between two columns, or beside the outer ones, and the ways that run in it.

    Attributes:
        near: how far from the column to the left they begin.
        far: how far from the column to the right they end.
        tracks: how deep between these each way runs, by its number.
        deep: what they take.
    """

    near: float
    far: float
    tracks: dict[int, float]
    deep: float

    @property
    def width(self) -> float:
        """The least width of the strip."""
        return self.near + self.deep + self.far


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A page whose cards have their heights and whose ways have their tracks.

    Attributes:
        grid: the cards.
        links: the ways between them.
        down: numbers of those that lead to the card below.
        ends: both ends of each other way, by its number.
        strips: from the left of the first column to the right of the last.
    """

    grid: Grid
    links: tuple[Link, ...]
    down: frozenset[int]
    ends: dict[int, tuple[End, End]]
    strips: tuple[_Strip, ...]

    @property
    def gutters(self) -> tuple[float, ...]:
        """The least width of each strip."""
        return tuple(strip.width for strip in self.strips)


def plan(columns: Columns, area: Area) -> Plan | None:
    """Returns a page with room for its ways; None where it has none, or ways lie on each other."""
    shown = range(columns.stops[0].start, columns.stops[-1].stop)
    links = tuple(
        link for link in columns.net.links if link.source in shown and link.target in shown
    )
    first = columns.placed(area, {}, 0.0)
    down = straight_down(links, first)
    pairs = {n: ends_of(link, first) for n, link in enumerate(links) if n not in down}
    every = [end for pair in pairs.values() for end in pair]
    over = [thickness(pair[0].link) for pair in pairs.values() if pair[0].far]
    below = sum(over) + APART * len(over) + _BUS if over else 0.0
    grid = columns.placed(area, demands(every, columns.kind.small), below)
    if grid.bottom + below > area.bottom + 0.01:
        return None
    placed = at_heights(every, grid)
    ends = {n: (placed[2 * i], placed[2 * i + 1]) for i, n in enumerate(pairs)}
    strips = _strips(ends, grid)
    if strips is None:
        return None
    return Plan(grid=grid, links=links, down=down, ends=ends, strips=strips)


def _strips(ends: dict[int, tuple[End, End]], grid: Grid) -> tuple[_Strip, ...] | None:
    """Returns the strips of a page; None where two ways of one would lie on each other."""
    runs: defaultdict[int, dict[int, Run]] = defaultdict(dict)
    rims: defaultdict[tuple[int, bool], float] = defaultdict(float)
    for number, pair in ends.items():
        for strip, run_ in _runs(pair, grid):
            runs[strip][number] = run_
        for end in pair:
            rim = _strip_of(end, grid), end.right
            rims[rim] = max(rims[rim], _LEAST, end.deep(grid.kind.small))
    strips: list[_Strip] = []
    for number in range(grid.columns() + 1):
        found = depths(list(runs[number].values()))
        if found is None:
            return None
        tracks = dict(zip(runs[number], found[0], strict=True))
        near, far = rims[number, True], rims[number, False]
        if tracks:
            near, far = max(near, _LEAST), max(far, _LEAST)
        strips.append(_Strip(near=near, far=far, tracks=tracks, deep=found[1]))
    return tuple(strips)


def _strip_of(end: End, grid: Grid) -> int:
    return grid.places[end.stop].column + end.right


def _runs(pair: tuple[End, End], grid: Grid) -> list[tuple[int, Run]]:
    """Returns the pieces of a way that run up and down, with the strip of each."""
    wide = thickness(pair[0].link)
    if pair[0].far:
        return [(_strip_of(end, grid), run(*_sides(end), wide, end=inf)) for end in pair]
    near = [end.y for end in pair if end.right]
    far = [end.y for end in pair if not end.right]
    return [(_strip_of(pair[0], grid), run(near, far, wide))]


def _sides(end: End) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return ((end.y,), ()) if end.right else ((), (end.y,))


class Router:
    """Draws the ways of a page whose columns are in place."""

    def __init__(self, planned: Plan, grid: Grid) -> None:
        self.plan, self.grid = planned, grid
        self.lefts = sorted({place.x for place in grid.places.values()})
        self.bus = self._bus()

    def routes(self) -> list[Route]:
        """Returns the ways, those to the card below first."""
        links = self.plan.links
        return [
            *(down(links[number], self.grid) for number in sorted(self.plan.down)),
            *(self._across(number) for number in self.plan.ends),
        ]

    def _track(self, number: int, strip: int) -> float:
        """Returns the x of a way in a strip; spare room is left on both sides of all tracks."""
        each, lefts, last = self.plan.strips[strip], self.lefts, len(self.lefts)
        begin = lefts[strip - 1] + self.grid.width if strip else lefts[0] - each.width
        wide = lefts[strip] - begin if 0 < strip < last else each.width
        return begin + each.near + (wide - each.width) / 2 + each.tracks[number]

    def _bus(self) -> dict[int, float]:
        """Returns the height of each way below the columns."""
        over = {n: pair for n, pair in self.plan.ends.items() if pair[0].far}
        runs = [
            run([self._track(n, _strip_of(end, self.grid)) for end in pair], (),
                thickness(pair[0].link))
            for n, pair in over.items()
        ]  # fmt: skip
        found = depths(runs)
        if not found:
            return {}
        return {n: self.grid.bottom + _BUS + y for n, y in zip(over, found[0], strict=True)}

    def _across(self, number: int) -> Route:
        out, into = self.plan.ends[number]
        points = [self._at(out)]
        first = self._track(number, _strip_of(out, self.grid))
        if out.far:
            last, y = self._track(number, _strip_of(into, self.grid)), self.bus[number]
            points += [(first, out.y), (first, y), (last, y), (last, into.y)]
        else:
            points += [(first, out.y), (first, into.y)]
        points.append(self._at(into))
        small = self.grid.kind.small
        shift = 4 if out.right else -4
        label = (points[0][0] + shift, out.y - thickness(out.link) / 2 - 1.2 * small)
        return made(out.link, points, label, Anchor.START if out.right else Anchor.END)

    def _at(self, end: End) -> Point:
        return self.grid.places[end.stop].x + self.grid.width * end.right, end.y
