"""The flow on pages: type as large, columns as few, and ways as clear as fits."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from journeymap.views.errors import PageTooSmallError
from journeymap.views.flow.cards import card
from journeymap.views.flow.content import Net
from journeymap.views.flow.fill import Heights
from journeymap.views.flow.grid import GAP, Area, Columns, header
from journeymap.views.flow.lines import FlowPage
from journeymap.views.flow.routes import Plan, Router, plan
from journeymap.views.kit.page_frame import sizes
from journeymap.views.kit.theme import MINIMUM, Type, scale

_LARGEST = 16.0
"""Largest body type, in points."""
_GUTTER, _WIDE_GUTTER = 50.0, 96.0
"""White space between columns, where ways run: what is tried first, and most, in points."""
_NARROW, _WIDE = 8.6, 17.0
"""Least and greatest width of a column, in multiples of body type."""
_EMPTY, _AGAIN = 0.25, 1.1
"""What empty columns cost, as a share of the size of type where all but one are empty, and each
stage that goes on in another column, in points of type (house)."""
_TRIES = 4
"""How often columns give way to ways between them that need more room."""
_SPARED = (0.85, 0.65, 0.45, 0.25)
"""How far columns of several pages are filled, where words for ways to other pages come in
addition, and room for the ways at a card: shares of the height that are tried."""


class PageMaker:
    """Sets columns on pages."""

    def __init__(self, net: Net, area: Area) -> None:
        self.net, self.area = net, area

    def pages(self) -> list[FlowPage]:
        """Returns the flow on one page with type as large as fits, else on as few as it takes.

        Raises:
            PageTooSmallError: the page is too small.
        """
        best, most = None, 0.0
        for kind in sizes(_LARGEST):
            if kind.body <= most:
                break
            for page in filter(None, (self._of_columns(kind, n) for n in self.counts(kind))):
                worth = self._worth(page)
                if worth > most:
                    best, most = page, worth
        return [best] if best else self._several()

    def _worth(self, page: FlowPage) -> float:
        """Returns how good a page is: its type, less for columns that are empty or cut stages."""
        grid = page.grid
        ends = [0.0] * grid.columns()
        for place in grid.places.values():
            ends[place.column] = place.bottom - self.area.top
        empty = 1 - sum(ends) / len(ends) / max(ends)
        again = sum(head.again for head in grid.heads)
        return grid.kind.body * (1 - _EMPTY * empty) - _AGAIN * again

    def counts(self, kind: Type) -> range:
        """Returns how many columns a page may have."""
        least = max(1, round(self.area.width / (_WIDE * kind.body + _GUTTER)))
        return range(least, self.most(kind) + 1)

    def most(self, kind: Type) -> int:
        """Returns how many columns a page has room for."""
        return max(1, int((self.area.width + _GUTTER) // (_NARROW * kind.body + _GUTTER)))

    def _of_columns(self, kind: Type, count: int) -> FlowPage | None:
        """Returns so many columns that hold everything, with room for the ways between them."""
        gutters = self._tight(count)
        for _ in range(_TRIES):
            width = self.width(gutters, kind)
            columns = width and self.heights(kind, width).columns(count, self.area.height)
            if not columns:
                return None
            planned = self._planned(kind, width, columns)
            if planned is None:
                return None
            if self._fits(planned):
                return self._loose(planned)
            gutters = _wider(gutters, planned.gutters)
        return None

    def _tight(self, count: int) -> tuple[float, ...]:
        return (0.0, *[_GUTTER] * (count - 1), 0.0)

    def width(self, gutters: Sequence[float], kind: Type) -> float:
        """Returns the width of columns between gutters; 0 where they would be too narrow."""
        each = int((self.area.width - sum(gutters)) / (len(gutters) - 1))
        return 0.0 if each < _NARROW * kind.body else float(min(each, int(_WIDE * kind.body)))

    def heights(self, kind: Type, width: float) -> Heights:
        """Returns what stops take in a column of a width."""
        stops, every = self.net.stops, range(len(self.net.stops))
        return Heights(
            cards=[card(self.net, i, width, kind, every).height + GAP for i in every],
            heads=[header(self.net, stop.stage, width, kind, again=False) for stop in stops],
            stages=[stop.stage for stop in stops],
        )

    def _planned(self, kind: Type, width: float, stops: Sequence[range]) -> Plan | None:
        columns = Columns(net=self.net, kind=kind, width=width, stops=tuple(stops))
        return plan(columns, self.area)

    def _fits(self, planned: Plan) -> bool:
        wide = planned.grid.columns() * planned.grid.width + sum(planned.gutters)
        return wide <= self.area.width + 0.01

    def _loose(self, planned: Plan) -> FlowPage:
        """Returns a page with the room that is left between its columns."""
        grid, needed, area = planned.grid, planned.gutters, self.area
        count = grid.columns()
        spare = area.width - count * grid.width - sum(needed)
        inner = list(needed[1:-1])
        for at, deep in enumerate(inner):  # the narrowest ones first, up to the widest that helps
            share = spare / max(1, len(inner) - at)
            more = max(0.0, min(share, _WIDE_GUTTER - deep))
            inner[at] += more
            spare -= more
        wide = count * grid.width + sum(inner) + needed[0] + needed[-1]
        left = area.left + (area.width - wide) / 2 + needed[0]
        lefts = [left]
        for gutter in inner:
            lefts.append(lefts[-1] + grid.width + gutter)
        moved = grid.moved(lefts)
        return FlowPage(grid=moved, routes=tuple(Router(planned, moved).routes()))

    def _several(self) -> list[FlowPage]:
        """Returns the flow on several pages with the smallest type.

        Raises:
            PageTooSmallError: the page is too small.
        """
        kind = scale(MINIMUM)
        for count in range(self.most(kind), 0, -1):
            for spared in _SPARED:
                pages = self._at_most(kind, count, spared)
                if pages:
                    return pages
        raise PageTooSmallError("the page is too small for the flow")

    def _at_most(self, kind: Type, count: int, spared: float) -> list[FlowPage] | None:
        """Returns pages of at most so many columns, filled up to a share of their height."""
        gutters = self._tight(count)
        for _ in range(_TRIES):
            width = self.width(gutters, kind)
            columns = width and self.heights(kind, width).fewest(self.area.height * spared)
            if not columns:
                return None
            plans = [self._planned(kind, width, page) for page in cut(columns, count)]
            whole = [each for each in plans if each]
            if len(whole) < len(plans):
                return None
            if all(map(self._fits, whole)):
                return [self._loose(each) for each in whole]
            for each in whole:
                gutters = _wider(gutters, each.gutters)
        return None


def cut(columns: Sequence[range], count: int) -> Iterator[Sequence[range]]:
    """Yields the columns of pages with at most so many, as even as can be."""
    pages = -(-len(columns) // count)
    edges = [len(columns) * i // pages for i in range(pages + 1)]
    yield from (columns[start:stop] for start, stop in pairwise(edges))


def _wider(gutters: Sequence[float], needed: Sequence[float]) -> tuple[float, ...]:
    """Returns gutters that are as wide as is needed; a page of fewer columns needs fewer."""
    inner = [*needed[1:-1], *[0.0] * (len(gutters) - len(needed))]
    ends = (gutters[0], needed[0]), (gutters[-1], needed[-1])
    middle = [max(pair) for pair in zip(gutters[1:-1], inner, strict=True)]
    return (max(ends[0]), *middle, max(ends[1]))
