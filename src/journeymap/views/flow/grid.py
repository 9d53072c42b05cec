"""Geometry of the flow: stages as columns, their steps below one another, on as many pages."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.flow.content import Net, Stop, crossing
from journeymap.views.kit import measure
from journeymap.views.kit.glyphs import GLYPH
from journeymap.views.kit.page_frame import largest
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale

_LARGEST = 16.0
"""Largest body type, in points."""
PAD, RISE = 7.0, 5.0
"""White space in a card, at its sides and above and below its words, in points."""
SIDE = GLYPH + 5
"""Width of a glyph before words, in points."""
GUTTER, WIDE_GUTTER = 50.0, 96.0
"""White space between columns, where ways run: least and most, in points."""
_GAP, _LOOSEST = 20.0, 44.0
"""White space between cards of a column: least and most, in points."""
_NARROW, _WIDE = 8.6, 17.0
"""Least and greatest width of a column, in multiples of body type."""
_BUS = 9.0
"""Distance between ways below the columns, in points."""
_BELOW = 8.0
"""White space below a header, in points."""
_FILLED = (0.6, 0.7, 0.8, 0.9, 1.0)
"""How far columns are filled, as a share of the height: as evenly as can be."""
_SPARED = 0.85
"""The same on several pages, where words for ways to other pages come in addition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A stop in lines.

    Attributes:
        stop: the stop.
        index: its position among all stops.
        title: lines of what happens.
        notes: lines of hand-offs and of ways to other pages; whether they have a glyph.
        leaks: lines of those who leave.
        height: of the card.
    """

    stop: Stop
    index: int
    title: tuple[str, ...]
    notes: tuple[tuple[bool, tuple[str, ...]], ...]
    leaks: tuple[tuple[str, ...], ...]
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A card where it stands.

    Attributes:
        card: the card.
        column: from 0.
        row: in its column, from 0.
        x: left edge.
        y: upper edge.
        over: upper edge of what stands above it, its stage's header or itself.
    """

    card: Card
    column: int
    row: int
    x: float
    y: float
    over: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The header of a stage where it stands.

    Attributes:
        stage: position of the stage.
        lines: its name.
        x: left edge.
        y: upper edge.
        height: of the header.
    """

    stage: int
    lines: tuple[str, ...]
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Room for the columns of a page.

    Attributes:
        left: left edge.
        top: upper edge.
        width: from left to right.
        height: from top to bottom.
    """

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One page of the flow, in place.

    Attributes:
        kind: sizes of type.
        width: of a column.
        heads: headers of stages.
        places: the cards, by position of the stop.
        bottom: lower edge of the longest column.
    """

    kind: Type
    width: float
    heads: tuple[Head, ...]
    places: dict[int, Place]
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Try:
    """Columns of a width at a size of type."""

    kind: Type
    width: float
    columns: tuple[tuple[int, ...], ...]


class GridMaker:
    """Sets columns on pages."""

    def __init__(self, net: Net, area: Area) -> None:
        self.net, self.area = net, area
        self.every = range(len(net.stops))

    def pages(self) -> list[Grid]:
        """Returns the flow on one page with type as large as fits, else on as few as it takes.

        Raises:
            PageTooSmallError: the page is too small.
        """
        single = largest(self._single, most=_LARGEST)
        return [self._grid(single.columns, single)] if single else self._several()

    def _single(self, kind: Type) -> _Try | None:
        """Returns the fewest columns of a page that hold everything; None where none do."""
        least = max(1, round(self.area.width / (_WIDE * kind.body + GUTTER)))
        tries = (self._try(kind, count) for count in range(least, self._most(kind) + 1))
        return next(filter(None, tries), None)

    def _several(self) -> list[Grid]:
        """Returns the flow on several pages with the smallest type."""
        kind = scale(MINIMUM)
        most = self._most(kind)
        width = self._width(most, kind)
        columns = self._fill(kind, width, self.area.height * _SPARED)
        if not columns:
            raise PageTooSmallError("the page is too small for the flow")
        tried = _Try(kind=kind, width=width, columns=columns)
        count = -(-len(columns) // most)
        edges = [len(columns) * i // count for i in range(count + 1)]
        return [self._grid(columns[start:stop], tried) for start, stop in pairwise(edges)]

    def _most(self, kind: Type) -> int:
        """Returns how many columns a page holds."""
        return max(1, int((self.area.width + GUTTER) // (_NARROW * kind.body + GUTTER)))

    def _width(self, count: int, kind: Type) -> float:
        each = (self.area.width - (count - 1) * GUTTER) / count
        return float(int(min(each, _WIDE * kind.body)))

    def _try(self, kind: Type, count: int) -> _Try | None:
        """Fills at most so many columns, as evenly as can be; None where they are too few."""
        width, room = self._width(count, kind), self.area.height
        for share in _FILLED:
            columns = self._fill(kind, width, room * share)
            tall = max((self._tall(c, kind, width) for c in columns), default=room)
            if columns and len(columns) <= count and tall + self._bus(columns) <= room:
                return _Try(kind=kind, width=width, columns=columns)
        return None

    def _tall(self, column: Sequence[int], kind: Type, width: float) -> float:
        """Returns the least height of a column."""
        named = {column[0], *(group[0] for group in self._groups())}
        return sum(self._need(i, kind, width, named=i in named) for i in column) - _GAP

    def _fill(self, kind: Type, width: float, room: float) -> tuple[tuple[int, ...], ...]:
        """Fills columns of a height from top to bottom; none where a card is higher."""
        columns: list[list[int]] = [[]]
        used = 0.0
        for group in self._groups():
            whole = sum(self._need(i, kind, width, named=i == group[0]) for i in group)
            if used and used + whole > room:
                columns.append([])
                used = 0.0
            for i in group:
                need = self._need(i, kind, width, named=i == group[0] or not columns[-1])
                if used and used + need > room:
                    columns.append([])
                    used, need = 0.0, self._need(i, kind, width, named=True)
                if need > room:
                    return ()
                columns[-1].append(i)
                used += need
        return tuple(tuple(column) for column in columns)

    def _groups(self) -> list[list[int]]:
        """Returns the stops of each stage."""
        stops = enumerate(self.net.stops)
        return [[i for i, _ in group] for _, group in groupby(stops, key=lambda p: p[1].stage)]

    def _need(self, index: int, kind: Type, width: float, *, named: bool) -> float:
        head = self._header(self.net.stops[index].stage, width, kind) if named else 0.0
        return self._card(index, width, kind, self.every).height + _GAP + head

    def far(self, columns: Sequence[Sequence[int]]) -> int:
        """Returns how many ways lead over more than one column."""
        at = {stop: i for i, column in enumerate(columns) for stop in column}
        return sum(
            abs(at[link.source] - at[link.target]) > 1
            for link in self.net.links
            if link.source in at and link.target in at
        )

    def _bus(self, columns: Sequence[Sequence[int]]) -> float:
        count = self.far(columns)
        return count * _BUS + 8 if count else 0.0

    def _name(self, stage: int, width: float, kind: Type) -> tuple[str, ...]:
        room = width - 2 * PAD
        lines = measure.wrap(self.net.stages[stage], room, kind.small, bold=True)
        return measure.clip(lines, 2, room, kind.small)

    def _header(self, stage: int, width: float, kind: Type) -> float:
        lines = self._name(stage, width, kind)
        return len(lines) * kind.small * LEADING + 8 + _BELOW if lines else 0.0

    def _card(self, index: int, width: float, kind: Type, shown: range) -> Card:
        stop, room = self.net.stops[index], width - 2 * PAD
        title = measure.wrap(stop.title, room, kind.body, bold=True)
        beside = room - SIDE
        returns = measure.wrap(stop.returns, room, kind.small) if stop.returns else ()
        notes = [(False, returns)] if returns else []
        notes += [(True, measure.wrap(name, beside, kind.small)) for name in stop.handoffs]
        notes += [
            (False, measure.wrap(words, room, kind.small))
            for words in crossing(self.net, self.net.links, index, shown)
        ]
        leaks = tuple(measure.wrap(words, beside, kind.small) for words in stop.leaks)
        small = sum(len(lines) for _, lines in notes) + (1 if stop.head else 0)
        height = (len(title) * kind.body + small * kind.small) * LEADING + 2 * RISE
        lost = sum(len(lines) for lines in leaks) * kind.small * LEADING
        height += lost + 6 if leaks else 0.0
        return Card(
            stop=stop, index=index, title=title, notes=tuple(notes), leaks=leaks, height=height
        )

    def _grid(self, columns: Sequence[Sequence[int]], tried: _Try) -> Grid:
        """Places the cards of a page, with the room that is left between them."""
        width, area, count = tried.width, self.area, len(columns)
        gutter = GUTTER
        if count > 1:
            gutter = min(WIDE_GUTTER, (area.width - count * width) / (count - 1))
        left = area.left + (area.width - count * width - (count - 1) * gutter) / 2
        shown = range(columns[0][0], columns[-1][-1] + 1)
        heads: list[Head] = []
        places: list[Place] = []
        for number, column in enumerate(columns):
            x = left + number * (width + gutter)
            cards = [self._card(i, width, tried.kind, shown) for i in column]
            room = area.height - self._bus(columns) - self._tall(column, tried.kind, width)
            spare = room - sum(card.height for card in cards)
            spare += sum(self._card(i, width, tried.kind, self.every).height for i in column)
            gap = _GAP + max(0.0, min(_LOOSEST - _GAP, spare / max(1, len(cards) - 1)))
            stacked = self._stack(cards, (number, x), gap, tried)
            heads += stacked[0]
            places += stacked[1]
        return Grid(
            kind=tried.kind,
            width=width,
            heads=tuple(heads),
            places={place.card.index: place for place in places},
            bottom=max(place.y + place.card.height for place in places),
        )

    def _stack(
        self, cards: Sequence[Card], at: tuple[int, float], gap: float, tried: _Try
    ) -> tuple[list[Head], list[Place]]:
        """Sets the cards of a column below one another, each stage below its header."""
        heads: list[Head] = []
        places: list[Place] = []
        (number, x), y = at, self.area.top
        stage = -1
        for row, card in enumerate(cards):
            over = y
            if card.stop.stage != stage:
                stage = card.stop.stage
                tall = self._header(stage, tried.width, tried.kind)
                lines = self._name(stage, tried.width, tried.kind)
                if lines:
                    head = Head(stage=stage, lines=lines, x=x, y=y, height=tall - _BELOW)
                    heads.append(head)
                y += tall
            places.append(Place(card=card, column=number, row=row, x=x, y=y, over=over))
            y += card.height + gap
        return heads, places
