"""The flow on pages as a layouter bends its ways: steps in columns of stages, lines in curves."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.flow.content import Link
from journeymap.views.flow.ends import (
    End,
    arrow,
    at_heights,
    demands,
    ends_of,
    straight_down,
    thickness,
)
from journeymap.views.flow.grid import Area, Columns, Grid
from journeymap.views.flow.lines import FlowPage, Route, down, ended, made, straight
from journeymap.views.flow.pages import PageMaker, cut
from journeymap.views.flow.share_places import beside, run_together
from journeymap.views.flow.tracks import APART, depths, run
from journeymap.views.kit import measure
from journeymap.views.kit.layouter import Edge, Graph, Laid, Layouter, Node, Port
from journeymap.views.kit.page_frame import sizes
from journeymap.views.kit.scene import Anchor, Point
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale

_LARGEST = 14.0
"""Largest body type, in points."""
_GUTTER = 50.0
"""White space between columns that is tried first, in points; the layouter says what it takes."""
_TRIES = 3
"""How often columns give way to what the layouter sets between them."""
_ALONE = (1.0, 0.8)
"""How far columns of one page are filled: shares of the height that are tried."""
_STUB = 16.0
"""How far a way runs straight to or from its card, in points."""
_FILLED = (0.8, 0.6, 0.4, 0.2)
"""How far columns of several pages are filled: shares of the height that are tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    """White space beside a column, in which ways begin, end, and lead to cards of the same column.

    Attributes:
        tracks: how far from the column each of these runs, by its number.
        width: of the band.
    """

    tracks: dict[int, float]
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """Cards of a page before they are laid out, and its ways.

    Attributes:
        grid: the cards, high enough for the ways at their sides.
        links: the ways.
        down: numbers of those that lead to the card below.
        ends: both ends of each other way, by its number.
        bands: what is beside each column, by its number and whether that is on its right.
    """

    grid: Grid
    links: tuple[Link, ...]
    down: frozenset[int]
    ends: dict[int, tuple[End, End]]
    bands: dict[tuple[int, bool], _Band]

    def column(self, end: End) -> int:
        """Returns the column of a way's end."""
        return self.grid.places[end.stop].column

    def turned(self, number: int) -> bool:
        """Tells whether a way leads to the left: it is laid out the other way round."""
        out, into = self.ends[number]
        return self.column(into) < self.column(out)

    def split(self) -> tuple[list[int], list[int]]:
        """Returns the numbers of ways to other columns, and of those within one."""
        across: list[int] = []
        loops: list[int] = []
        for number, (out, into) in self.ends.items():
            (loops if self.column(out) == self.column(into) else across).append(number)
        return across, loops


class DotPages:
    """Sets steps on pages as a layouter says."""

    def __init__(self, maker: PageMaker, layouter: Layouter) -> None:
        self.maker, self.area, self.layouter = maker, maker.area, layouter

    def pages(self) -> list[FlowPage]:
        """Returns the flow on one page with type as large as fits, else on as few as it takes.

        Raises:
            EngineError: the layouter failed.
            PageTooSmallError: the page is too small.
        """
        single = next(filter(None, map(self._single, sizes(_LARGEST))), None)
        if single:
            return [single]
        kind = scale(MINIMUM)
        for count in range(self.maker.most(kind), 0, -1):
            for share in _FILLED:
                if pages := self._fitted(kind, count, share, single=False):
                    return pages
        raise PageTooSmallError("the page is too small for the flow")

    def _single(self, kind: Type) -> FlowPage | None:
        """Returns the fewest columns of a page that hold everything; None where none do."""
        for count, share in product(self.maker.counts(kind), _ALONE):
            if pages := self._fitted(kind, count, share, single=True):
                return pages[0]
        return None

    def _fitted(self, kind: Type, count: int, share: float, *, single: bool) -> list[FlowPage]:
        """Returns pages of at most so many columns; none where they do not hold everything.

        Columns give way to what the layouter sets between them.
        """
        gutter = _GUTTER
        for _ in range(_TRIES):
            width = self.maker.width((0.0, *[gutter] * (count - 1), 0.0), kind)
            columns = self._stops(kind, count, (width, share), single=single) if width else None
            if not columns:
                return []
            pages, over = [], 0.0
            for stops in columns:
                draft = _draft(Columns(net=self.maker.net, kind=kind, width=width, stops=stops),
                               self.area)  # fmt: skip
                laid = self.layouter(_graph(draft, self.area.top))
                if laid.size[1] > self.area.height:
                    return []
                over = max(over, laid.size[0] - self.area.width)
                pages.append(_placed(draft, laid, self.area))
            whole = [page for page in pages if page]
            if len(whole) < len(pages) or (over > 0 and count == 1):
                return []
            if over <= 0:
                return whole
            gutter += over / (count - 1) + 1
        return []

    def _stops(
        self, kind: Type, count: int, room: tuple[float, float], *, single: bool
    ) -> list[tuple[range, ...]] | None:
        """Returns the stops of the columns of each page; None where they do not fit."""
        width, share = room
        heights = self.maker.heights(kind, width)
        if single:
            columns = heights.columns(count, self.area.height * share)
            return [tuple(columns)] if columns else None
        every = heights.fewest(self.area.height * share)
        return [tuple(stops) for stops in cut(every, count)] if every else None


def _draft(columns: Columns, area: Area) -> _Draft:
    shown = range(columns.stops[0].start, columns.stops[-1].stop)
    links = tuple(
        link for link in columns.net.links if link.source in shown and link.target in shown
    )
    first = columns.placed(area, {}, 0.0)
    below = straight_down(links, first)
    pairs = {n: ends_of(link, first) for n, link in enumerate(links) if n not in below}
    every = [end for pair in pairs.values() for end in pair]
    grid = columns.placed(area, demands(every, columns.kind.small), 0.0)
    placed = at_heights(every, grid)
    ends = {n: (placed[2 * i], placed[2 * i + 1]) for i, n in enumerate(pairs)}
    draft = _Draft(grid=grid, links=links, down=below, ends=ends, bands={})
    return replace(draft, bands=_bands(draft))


def _bands(draft: _Draft) -> dict[tuple[int, bool], _Band]:
    """Returns the white space beside all columns; ways within one never lie on each other."""
    found, loops = {}, set(draft.split()[1])
    for side in product(range(draft.grid.columns()), (False, True)):
        at_side = {
            number: [end for end in pair if (draft.column(end), end.right) == side]
            for number, pair in draft.ends.items()
        }
        runs = {
            number: run([end.y for end in pair], (), thickness(pair[0].link))
            for number, pair in at_side.items()
            if pair and number in loops
        }
        small = draft.grid.kind.small
        rim = max((end.deep(small) for pair in at_side.values() for end in pair), default=0.0)
        deep = depths(list(runs.values())) or ((), 0.0)
        tracks = {n: max(rim, _STUB) + depth for n, depth in zip(runs, deep[0], strict=True)}
        wide = max(rim, _STUB) + deep[1] + APART if tracks else max(rim, _STUB)
        found[side] = _Band(tracks=tracks, width=wide)
    return found


def _graph(draft: _Draft, top: float) -> Graph:
    """Returns a page as a graph of its columns, each with the ends of ways to other ones."""
    grid, small = draft.grid, draft.grid.kind.small
    across = draft.split()[0]
    sides: dict[tuple[int, bool], list[tuple[float, int, bool]]] = {
        side: [] for side in product(range(grid.columns()), (False, True))
    }
    for number in across:
        for end in draft.ends[number]:
            sides[draft.column(end), end.right].append((end.y - top, number, end.leaves))
    ports = {}
    for (column, right), ends in sides.items():
        ends.sort()
        for place, (_, number, leaves) in enumerate(ends):
            ports[number, leaves] = Port(node=column, right=right, place=place)
    edges = []
    for number in across:
        turned, link = draft.turned(number), draft.links[number]
        wide = measure.width(link.share, small) + 2 * thickness(link)
        edges.append(
            Edge(
                start=ports[number, not turned],
                stop=ports[number, turned],
                label=(wide, small * LEADING) if link.share else None,
            )
        )
    nodes = tuple(
        Node(
            size=(
                grid.width + draft.bands[column, False].width + draft.bands[column, True].width,
                max(place.bottom for place in grid.places.values() if place.column == column) - top,
            ),
            left=tuple(y for y, _, _ in sides[column, False]),
            right=tuple(y for y, _, _ in sides[column, True]),
        )
        for column in range(grid.columns())
    )
    return Graph(nodes=nodes, edges=tuple(edges))


def _placed(draft: _Draft, laid: Laid, area: Area) -> FlowPage | None:
    """Sets what the layouter placed in the middle of the page; None where ways share a line."""
    left, top = area.left + (area.width - laid.size[0]) / 2, area.top
    corners = [
        (left + x + draft.bands[column, False].width, y) for column, (x, y) in enumerate(laid.nodes)
    ]
    across, loops = draft.split()
    grid = draft.grid.shifted(corners)
    routes = [down(draft.links[number], grid) for number in sorted(draft.down)]
    for number, chain in zip(across, laid.edges, strict=True):
        routes.append(_bent(draft, number, [(left + x, top + y) for x, y in chain], grid))
    routes += [_loop(draft, number, grid, corners) for number in loops]
    if run_together(routes, grid) or not all(area.holds(route.points) for route in routes):
        return None
    return FlowPage(grid=grid, routes=tuple(beside(routes, grid, area)))


def _bent(draft: _Draft, number: int, chain: list[Point], grid: Grid) -> Route:
    """Returns a way along the line of the layouter, with a straight piece at each card."""
    out, into = draft.ends[number]
    if draft.turned(number):
        chain.reverse()
    start, tip = (
        (grid.places[end.stop].x + grid.width * end.right, y)
        for end, (_, y) in ((out, chain[0]), (into, chain[-1]))
    )
    side = 1 if into.right else -1
    inside = tip[0] + side * arrow(out.link) * 0.6, tip[1]
    whole = [start, *straight(start, chain[0]), *chain[1:], *straight(chain[-1], inside)]
    return ended(out.link, whole, ((tip[0] + side, tip[1]), tip))


def _loop(draft: _Draft, number: int, grid: Grid, corners: Sequence[Point]) -> Route:
    """Returns a way to a card of the same column, on a track of its own beside it."""
    out, into = draft.ends[number]
    column = draft.column(out)
    left, lower = corners[column]
    edge = left + grid.width * out.right
    depth = draft.bands[column, out.right].tracks[number]
    x = edge + (depth if out.right else -depth)
    first, last = out.y + lower, into.y + lower
    points = [(edge, first), (x, first), (x, last), (edge, last)]
    return made(out.link, points, points[0], Anchor.START)
