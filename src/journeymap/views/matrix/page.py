"""The matrix on a page: the picture to the left, what the dots are to the right."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import (
    PageFrame,
    PlacedFrame,
    draw_page,
    frame_of,
    largest,
    place_frame,
)
from journeymap.views.kit.scene import Point, Scene, oblong
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale
from journeymap.views.matrix import content, plot
from journeymap.views.matrix.content import Chart, Dot
from journeymap.views.matrix.plot import SIZE, Plot, draw_dot
from journeymap.views.names import By
from journeymap.views.options import ViewOptions
from journeymap.words.labels import label

_UNCUT = 1000
_TRIES = (
    (1, _UNCUT, 15.0, 12.0),
    (2, _UNCUT, 13.0, MINIMUM),
    (1, _UNCUT, MINIMUM, MINIMUM),
    (2, 2, MINIMUM, MINIMUM),
)
"""Columns of the list, lines of an entry, and the largest and least body type, the best first."""
_BESIDE = 20.0
"""White space between columns of the list, in points."""
_GAP = 28.0
"""White space between the picture and the list, in points."""
_SPLIT, _GROUP = 5.0, 9.0
"""White space between entries of the list and between its groups, in points."""
_MOST = 45
"""Dots on a page."""
_SHARE = 0.52
"""Width of the picture, as a share of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An entry of the list, or the name of a group where it has no dot."""

    dot: Dot | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A page at one size of type: its picture, its list, where the entries stand, and how wide."""

    frame: PlacedFrame
    picture: Plot
    items: tuple[_Item, ...]
    places: tuple[Point, ...]
    room: float

    @property
    def complete(self) -> bool:
        """Whether all of the list has room."""
        return len(self.places) == len(self.items)

    def dots(self) -> list[Dot]:
        """Returns the dots that have room in the list."""
        return [item.dot for item in self.items[: len(self.places)] if item.dot]


class _Matrix:
    """Lays out and paints a chart."""

    def __init__(self, chart: Chart, frame: PageFrame) -> None:
        self.chart, self.frame = chart, frame

    def scenes(self) -> tuple[Scene, ...]:
        """Paints as many pages as the list takes."""
        left = sorted(self.chart.dots, key=self._rank)
        plans: list[_Plan] = []
        while left:
            plan = self._plan(left[:_MOST])
            if not plan.dots():
                raise PageTooSmallError("the page is too small for the matrix")
            plans.append(plan)
            left = left[len(plan.dots()) :]
        return tuple(
            draw_page(
                plan.frame, partial(self._draw, plan), self._description(plan), (number, len(plans))
            )
            for number, plan in enumerate(plans, 1)
        )

    def _rank(self, dot: Dot) -> tuple[int, int]:
        quarter = self.chart.quarter(dot)
        order = self.chart.quarters.index(quarter) if quarter else len(self.chart.quarters)
        return order, dot.number

    def _picture(self, frame: PlacedFrame) -> Plot:
        page, kind = self.frame.page, frame.kind
        axis = kind.small * LEADING + 4
        top = frame.top + 4 + axis
        return Plot(
            chart=self.chart,
            left=page.margin,
            top=top,
            width=float(int(_SHARE * page.width)),
            height=float(int(frame.bottom - axis - 4 - top)),
            kind=kind,
        )

    def _signs(self, kind: Type) -> tuple[legend.Sign, ...]:
        if not any(dot.hollow and dot.x is not None for dot in self.chart.dots):
            return ()
        return legend.of([(label("assumption", self.frame.language), legend.ring)], kind.small)

    def _plan(self, dots: Sequence[Dot]) -> _Plan:
        """Returns the list with the largest type at which all of it fits, else what fits."""
        for columns, lines, most, least in _TRIES:
            whole = partial(self._whole, dots, columns, lines)
            if plan := largest(whole, most=most, least=least):
                return plan
        return self._try(dots, 1, 1, scale(MINIMUM))

    def _whole(self, dots: Sequence[Dot], columns: int, lines: int, kind: Type) -> _Plan | None:
        plan = self._try(dots, columns, lines, kind)
        return plan if plan.complete else None

    def _try(self, dots: Sequence[Dot], columns: int, most: int, kind: Type) -> _Plan:
        frame, page = place_frame(self.frame, kind, self._signs(kind)), self.frame.page
        picture = self._picture(frame)
        left = picture.left + picture.width + _GAP
        room = (page.width - page.margin - left - (columns - 1) * _BESIDE) / columns
        items = tuple(self._items(dots, room, kind, most))
        top, bottom = picture.top - kind.small * LEADING, picture.top + picture.height + kind.small
        places: list[Point] = []
        column, y = 0, top
        for number, item in enumerate(items):
            tall = _height(item, kind, first=y == top)
            follower = items[number + 1] if item.dot is None else None
            need = tall + (_height(follower, kind, first=False) if follower else 0.0)
            if y + need > bottom:
                column, y = column + 1, top
                tall = _height(item, kind, first=True)
            if column == columns:
                break
            places.append((left + column * (room + _BESIDE), y + tall - _inner(item, kind)))
            y += tall
        return _Plan(frame=frame, picture=picture, items=items, places=tuple(places), room=room)

    def _items(self, dots: Sequence[Dot], room: float, kind: Type, most: int) -> Iterator[_Item]:
        """Yields the names of quadrants and below each what lies there."""
        before: str | None = None
        for dot in dots:
            quarter = self.chart.quarter(dot)
            name = quarter.name if quarter else self.chart.unknown
            if name != before:
                lines = measure.wrap(name, room, kind.body, bold=True)
                yield _Item(dot=None, lines=measure.clip(lines, 1, room, kind.body))
                before = name
            wide = room - SIZE - 8
            lines = measure.wrap(dot.text, wide, kind.body)
            yield _Item(dot=dot, lines=measure.clip(lines, most, wide, kind.body))

    def _draw(self, plan: _Plan, canvas: Canvas) -> None:
        plot.paint(plan.picture, plan.dots(), canvas)
        self._list(plan, canvas)

    def _list(self, plan: _Plan, canvas: Canvas) -> None:
        kind, theme = plan.frame.kind, canvas.theme
        body = Style(size=kind.body, colour=theme.ink)
        name = Style(size=kind.body, colour=theme.ink, bold=True)
        for item, (left, top) in zip(plan.items, plan.places, strict=False):
            if item.dot is None:
                canvas.write(item.lines, left, top, name)
                continue
            draw_dot(item.dot, (left + SIZE / 2, top + SIZE / 2), canvas)
            shift = max(0.0, (SIZE - body.leading) / 2)
            canvas.write(item.lines, left + SIZE + 8, top + shift, body)
            edges = (left - 2, top - 1, left + plan.room + 2, top + _inner(item, kind) + 1)
            canvas.areas.append(oblong(item.dot.key, edges))

    def _description(self, plan: _Plan) -> Iterator[str]:
        """Yields the dots of a page in words."""
        for dot in plan.dots():
            quarter = self.chart.quarter(dot)
            yield f"{dot.text}: {quarter.name if quarter else self.chart.unknown}."


def _inner(item: _Item, kind: Type) -> float:
    """Returns the height of an entry."""
    return max(len(item.lines) * kind.body * LEADING, SIZE if item.dot else 0.0)


def _height(item: _Item, kind: Type, *, first: bool) -> float:
    """Returns the height of an entry with the white space above it."""
    above = _SPLIT if item.dot else _GROUP
    return _inner(item, kind) + (0.0 if first else above)


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws steps by importance and perception, or open ideas by impact and effort.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like, and what the axes are.

    Returns:
        One scene a page; none for a map without steps, or without ideas where they are asked for.

    Raises:
        PageTooSmallError: the page is too small.
    """
    by_ideas = options.by is By.IDEAS
    chart = content.ideas(analysis) if by_ideas else content.ratings(analysis)
    return _Matrix(
        chart, frame_of(analysis.journey_map, chart.name, options.size, options.theme)
    ).scenes()
