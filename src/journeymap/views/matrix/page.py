"""The matrix on a page: the picture to the left, what the dots are to the right."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import (
    arrange_legend,
    draw_legend,
    heading,
    numbered,
    write_heading,
    write_number,
)
from journeymap.views.kit.scene import Point, Scene, oblong
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale
from journeymap.views.matrix import content, plot
from journeymap.views.matrix.content import Chart, Dot
from journeymap.views.matrix.plot import SIZE, Plot, draw_dot
from journeymap.views.names import By
from journeymap.views.options import ViewOptions
from journeymap.words.picture_labels import label
from journeymap.words.subtitle import named, subtitle

_TRIES = (
    *((body, 1, 1000) for body in (15.0, 14.0, 13.0, 12.0)),
    *((body, 2, 1000) for body in (13.0, 12.0, 11.0)),
    *((MINIMUM, columns, most) for columns, most in ((1, 1000), (2, 1000), (2, 2), (1, 1))),
)
"""Sizes of body type, columns of the list and lines of an entry, the best first."""
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

    kind: Type
    picture: Plot
    items: tuple[_Item, ...]
    places: tuple[Point, ...]
    room: float

    @property
    def complete(self) -> bool:
        """Whether all of the list has room."""
        return len(self.places) == len(self.items)


class _Matrix:
    """Lays out and paints a chart."""

    def __init__(self, found: JourneyMap, chart: Chart, options: ViewOptions) -> None:
        self.found, self.chart, self.options = found, chart, options
        self.language = found.journey.language or "en"
        self.said = named(subtitle(found), chart.name)

    def scenes(self) -> tuple[Scene, ...]:
        """Paints as many pages as the list takes."""
        left = sorted(self.chart.dots, key=self._rank)
        pages: list[tuple[_Plan, list[Dot]]] = []
        while left:
            part = left[:_MOST]
            plan = self._plan(part)
            shown = [item.dot for item in plan.items[: len(plan.places)] if item.dot]
            if not shown:
                raise PageTooSmallError("the page is too small for the matrix")
            pages.append((plan, shown))
            left = left[len(shown) :]
        return tuple(
            self._paint(plan, shown, number, len(pages))
            for number, (plan, shown) in enumerate(pages, 1)
        )

    def _rank(self, dot: Dot) -> tuple[int, int]:
        quarter = self.chart.quarter(dot)
        order = self.chart.quarters.index(quarter) if quarter else len(self.chart.quarters)
        return order, dot.number

    def _picture(self, kind: Type) -> Plot:
        page = self.options.page
        head = heading(self.found.journey.title, self.said.lines, page, kind)
        signs = arrange_legend(self._signs(kind), page, kind)
        axis = kind.small * LEADING + 4
        top = page.top + head.height + axis
        tall = page.height - page.bottom - legend.tall(signs, kind.small) - axis - 4 - top
        return Plot(
            chart=self.chart,
            left=page.margin,
            top=top,
            width=float(int(_SHARE * page.width)),
            height=float(int(tall)),
            kind=kind,
        )

    def _signs(self, kind: Type) -> tuple[legend.Sign, ...]:
        if not any(dot.hollow and dot.x is not None for dot in self.chart.dots):
            return ()
        return legend.of([(label("assumption", self.language), legend.ring)], kind.small)

    def _plan(self, dots: Sequence[Dot]) -> _Plan:
        """Returns the list with the largest type at which all of it fits, else what fits."""
        plan: _Plan | None = None
        for body, columns, most in _TRIES:
            plan = self._try(dots, scale(body), columns, most)
            if plan.complete:
                break
        if plan is None:
            raise AssertionError
        return plan

    def _try(self, dots: Sequence[Dot], kind: Type, columns: int, most: int) -> _Plan:
        picture, page = self._picture(kind), self.options.page
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
        return _Plan(kind=kind, picture=picture, items=items, places=tuple(places), room=room)

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

    def _paint(self, plan: _Plan, shown: Sequence[Dot], number: int, count: int) -> Scene:
        kind, page = plan.kind, self.options.page
        canvas = Canvas(page=page, theme=self.options.theme)
        write_heading(canvas, heading(self.found.journey.title, self.said.lines, page, kind), kind)
        write_number(canvas, (number, count), kind, self.language)
        title = numbered(self.found.journey.title, (number, count), self.language)
        plot.paint(plan.picture, shown, canvas)
        self._list(plan, canvas)
        draw_legend(canvas, arrange_legend(self._signs(kind), page, kind), kind)
        return canvas.scene(title, self._description(shown), self.language)

    def _list(self, plan: _Plan, canvas: Canvas) -> None:
        kind, theme = plan.kind, canvas.theme
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

    def _description(self, shown: Sequence[Dot]) -> str:
        """Tells the page in words."""
        parts = [f"{self.found.journey.title}. {self.said.full}."]
        for dot in shown:
            quarter = self.chart.quarter(dot)
            parts.append(f"{dot.text}: {quarter.name if quarter else self.chart.unknown}.")
        return " ".join(parts)


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
    return _Matrix(analysis.map, chart, options).scenes()
