"""Geometry of the flow: stages as columns, their steps below one another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.cards import Card, card, name
from journeymap.views.flow.content import Net
from journeymap.views.kit.scene import Point
from journeymap.views.kit.theme import LEADING, Type

GAP, _LOOSEST = 20.0, 44.0
"""White space between cards of a column: least and most, in points."""
_BELOW = 8.0
"""White space below a header, in points."""


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

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.card.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The header of a stage where it stands.

    Attributes:
        stage: position of the stage.
        lines: its name.
        x: left edge.
        y: upper edge.
        width: of the header.
        height: of the header.
        again: whether the stage has begun in another column.
    """

    stage: int
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    again: bool


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

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def holds(self, points: Iterable[Point]) -> bool:
        """Tells whether all points lie inside."""
        return all(
            self.left <= x <= self.left + self.width and self.top <= y <= self.bottom
            for x, y in points
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One page of the flow, in place.

    Attributes:
        kind: sizes of type.
        width: of a column.
        heads: headers of stages.
        places: the cards, by position of the stop.
    """

    kind: Type
    width: float
    heads: tuple[Head, ...]
    places: dict[int, Place]

    @property
    def bottom(self) -> float:
        """The lower edge of the longest column."""
        return max(place.bottom for place in self.places.values())

    def columns(self) -> int:
        """Returns how many columns there are."""
        return 1 + max(place.column for place in self.places.values())

    def moved(self, lefts: Sequence[float]) -> "Grid":
        """Returns the same columns at other left edges."""
        return self.shifted([(left, 0.0) for left in lefts])

    def shifted(self, columns: Sequence[tuple[float, float]]) -> "Grid":
        """Returns the same columns at other left edges, and each so far lower."""
        column = {place.x: place.column for place in self.places.values()}
        places = {}
        for index, place in self.places.items():
            x, lower = columns[place.column]
            places[index] = replace(place, x=x, y=place.y + lower, over=place.over + lower)
        heads = []
        for head in self.heads:
            x, lower = columns[column[head.x]]
            heads.append(replace(head, x=x, y=head.y + lower))
        return replace(self, heads=tuple(heads), places=places)


def header(net: Net, stage: int, width: float, kind: Type, *, again: bool) -> float:
    """Returns the height of a stage's header, with the white space below it; 0 without a name."""
    lines = name(net, stage, width, kind, again=again)
    return len(lines) * kind.small * LEADING + 8 + _BELOW if lines else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Stops in columns of a width, before they are placed.

    Attributes:
        net: the flow.
        kind: sizes of type.
        width: of a column.
        stops: positions of the stops of each column.
    """

    net: Net
    kind: Type
    width: float
    stops: tuple[range, ...]

    def placed(self, area: Area, least: dict[int, float], below: float) -> Grid:
        """Places the cards from the upper edge of an area on, as loose as it has room.

        Args:
            area: where; the grid may be higher.
            least: what the height of a card is at least, by position of its stop.
            below: room to leave free below the columns.
        """
        heads: list[Head] = []
        places: list[Place] = []
        for number in range(len(self.stops)):
            cards = [self._card(index, least) for index in self.stops[number]]
            tall = sum(each.height for each in cards) + GAP * (len(cards) - 1)
            spare = area.height - below - tall - self._named(number)
            gap = GAP + max(0.0, min(_LOOSEST - GAP, spare / max(1, len(cards) - 1)))
            self._stack(number, cards, (area.left + number * self.width, area.top), gap,
                        (heads, places))  # fmt: skip
        return Grid(
            kind=self.kind,
            width=self.width,
            heads=tuple(heads),
            places={place.card.index: place for place in places},
        )

    def _card(self, index: int, least: dict[int, float]) -> Card:
        shown = range(self.stops[0].start, self.stops[-1].stop)
        made = card(self.net, index, self.width, self.kind, shown)
        return replace(made, height=max(made.height, least.get(index, 0.0)))

    def _again(self, index: int) -> bool:
        """Tells whether a stage has begun before a stop."""
        return index > 0 and self.net.stops[index].stage == self.net.stops[index - 1].stage

    def _header(self, index: int) -> float:
        stage = self.net.stops[index].stage
        return header(self.net, stage, self.width, self.kind, again=self._again(index))

    def _named(self, number: int) -> float:
        """Returns what the headers of a column take."""
        stops = self.stops[number]
        return sum(self._header(i) for i in stops if i == stops[0] or not self._again(i))

    def _stack(
        self, number: int, cards: Sequence[Card], at: tuple[float, float], gap: float,
        onto: tuple[list[Head], list[Place]],
    ) -> None:  # fmt: skip
        """Sets the cards of a column below one another, each stage below its header."""
        heads, places = onto
        x, y = at
        for row, each in enumerate(cards):
            over, again = y, self._again(each.index)
            if not row or not again:
                stage, tall = each.stop.stage, self._header(each.index)
                lines = name(self.net, stage, self.width, self.kind, again=again)
                if lines:
                    head = Head(
                        stage=stage, lines=lines, x=x, y=y, width=self.width, height=tall - _BELOW,
                        again=again,
                    )  # fmt: skip
                    heads.append(head)
                y += tall
            places.append(Place(card=each, column=number, row=row, x=x, y=y, over=over))
            y += each.height + gap
