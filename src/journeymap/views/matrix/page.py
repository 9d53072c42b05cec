"""The matrix on a page: the picture to the left, what the dots are to the right."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.figures import FigureKind
from journeymap.analysis.grounds import grounds_of_figures
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import glyphs, legend, measure
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
from journeymap.views.matrix.plot import MOST, Plot, draw_dot, gutter
from journeymap.views.matrix.stacks import SIZE
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
_LEAST = ((2, 2), (2, 1), (1, 1))
"""Columns of the list and lines of an entry where not all of it has room."""
_BESIDE = 20.0
"""White space between columns of the list, in points."""
_GAP = 28.0
"""White space between the picture and the list, in points."""
_SPLIT, _GROUP = 5.0, 9.0
"""White space between entries of the list and between its groups, in points."""
_HEADING = 2
"""Lines of the name of a group at most."""
_WIDEST = 450.0
"""Widest words of an entry of the legend, in points."""
_BADGE, _ASIDE = 16.0, 6.0
"""Diameter of the rank of a step, and white space before it, in points."""
_SHARE = 0.52
"""Width of the picture, as a share of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An entry of the list, or the name of a group where it has no dot; and where it stands."""

    dot: Dot | None
    lines: tuple[str, ...]
    at: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A page at one size of type: its picture, its list, how wide that is, and what is on it."""

    frame: PlacedFrame
    picture: Plot
    items: tuple[_Item, ...]
    room: float
    dots: tuple[Dot, ...]
    complete: bool


@dataclass(kw_only=True)
class _List:
    """Sets entries below one another, and goes on in the next column.

    Attributes:
        left: left edge.
        top: upper edge.
        bottom: lower edge.
        room: width of a column.
        columns: how many there are.
        most: lines of an entry at most.
        kind: sizes of type.
        items: what has a place.
    """

    left: float
    top: float
    bottom: float
    room: float
    columns: int
    most: int
    kind: Type
    items: list[_Item]
    column: int = 0
    y: float = 0.0

    def add(self, group: str, dot: Dot, *, fresh: bool, more: str) -> bool:
        """Sets an entry, below the name of its group where that is new; False for no room.

        Args:
            group: its name.
            dot: what the entry is about.
            fresh: whether the group begins here.
            more: its name where it goes on in another column.
        """
        ranked = _BADGE + _ASIDE if dot.badge else 0.0
        entry = self._lines(dot.text, self.room - SIZE - 8 - ranked, self.most)
        tall = max(len(entry) * self.kind.body * LEADING, SIZE)
        name = self._lines(group, self.room, _HEADING, bold=True) if fresh else ()
        if self.y + self._head(name) + _SPLIT + tall > self.bottom - self.top:
            self.column, self.y = self.column + 1, 0.0
            name = self._lines(group if fresh else more, self.room, _HEADING, bold=True)
            if self.column >= self.columns or self._head(name) + tall > self.bottom - self.top:
                return False
        x = self.left + self.column * (self.room + _BESIDE)
        if name:
            above = _GROUP if self.y else 0.0
            self.items.append(_Item(dot=None, lines=name, at=(x, self.top + self.y + above)))
        self.y += self._head(name) + _SPLIT
        self.items.append(_Item(dot=dot, lines=entry, at=(x, self.top + self.y)))
        self.y += tall
        return True

    def _head(self, name: Sequence[str]) -> float:
        """Returns the height of the name of a group with the white space above it."""
        return (len(name) * self.kind.body * LEADING + (_GROUP if self.y else 0.0)) if name else 0.0

    def _lines(self, text: str, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
        lines = measure.wrap(text, room, self.kind.body, bold=bold)
        return measure.clip(lines, most, room, self.kind.body)


class _Matrix:
    """Lays out and paints a chart."""

    def __init__(self, chart: Chart, frame: PageFrame) -> None:
        self.chart, self.frame = chart, frame

    def plans(self) -> list[_Plan]:
        """Lays out as many pages as the list takes."""
        left = sorted(self.chart.dots, key=self._rank)
        plans: list[_Plan] = []
        while left:
            plan = self._plan(left[:MOST])
            if not plan.complete:  # so that its legend tells of its own dots alone
                plan = self._plan(plan.dots)
            if not plan.dots:
                raise PageTooSmallError("the page is too small for the matrix")
            plans.append(plan)
            left = left[len(plan.dots) :]
        return plans

    def scene(self, plan: _Plan, number: tuple[int, int]) -> Scene:
        """Paints a page, which has a number of all."""
        return draw_page(plan.frame, partial(self._draw, plan), self._description(plan), number)

    def _rank(self, dot: Dot) -> tuple[int, int]:
        return len(self.chart.quarters) if dot.quarter is None else dot.quarter, dot.number

    def _picture(self, frame: PlacedFrame) -> Plot:
        page, kind = self.frame.page, frame.kind
        axis, beside = kind.small * LEADING + 4, gutter(self.chart, kind)
        top = frame.top + 4 + axis
        return Plot(
            chart=self.chart,
            left=page.margin + beside,
            top=top,
            width=float(int(_SHARE * page.width - beside)),
            height=float(int(frame.bottom - axis - kind.small * LEADING - 4 - top)),
            kind=kind,
        )

    def _signs(
        self, dots: Sequence[Dot], kind: Type, *, aside: bool = False
    ) -> tuple[legend.Sign, ...]:
        """Returns what signs mean that are on a page, and what else there is to know."""
        say = partial(label, language=self.frame.language)
        shown = [dot for dot in dots if dot.quarter is not None]
        signs = (
            ("assumption", legend.ring, any(dot.hollow for dot in shown)),
            ("at-point", legend.lead, aside),
        )
        named: list[tuple[str, legend.Draw]] = []
        if any(dot.short for dot in shown):
            named.append((self.chart.short, legend.short))
        named += [(say(key), sign) for key, sign, there in signs if there]
        if ranks := [dot.badge for dot in dots if dot.badge]:
            named.append((self.chart.called, legend.badge(min(ranks))))
        notes = [
            (self.chart.meeting, legend.crossing),
            *((words, legend.nothing) for words in (self.chart.on_line, self.chart.left_out)),
        ]
        return legend.of([*named, *notes], kind.small, _WIDEST)

    def _plan(self, dots: Sequence[Dot]) -> _Plan:
        """Returns the list with the largest type at which all of it fits, else what fits."""
        for columns, lines, most, least in _TRIES:
            whole = partial(self._whole, dots, columns, lines)
            if plan := largest(whole, most=most, least=least):
                return plan
        parts = [self._try(dots, columns, lines, scale(MINIMUM)) for columns, lines in _LEAST]
        return max(parts, key=lambda plan: len(plan.dots))

    def _whole(self, dots: Sequence[Dot], columns: int, lines: int, kind: Type) -> _Plan | None:
        plan = self._try(dots, columns, lines, kind)
        return plan if plan.complete else None

    def _try(self, dots: Sequence[Dot], columns: int, most: int, kind: Type) -> _Plan:
        frame, picture = self._framed(dots, kind)
        page, left = self.frame.page, picture.left + picture.width + _GAP
        room = (page.width - page.margin - left - (columns - 1) * _BESIDE) / columns
        top = picture.top - kind.small * LEADING
        listed = _List(
            left=left, top=top, bottom=picture.top + picture.height + kind.small, room=room,
            columns=columns, most=most, kind=kind, items=[],
        )  # fmt: skip
        before = None
        for dot in dots:
            name = self._group(dot)
            more = f"{name} ({label('continued', self.frame.language)})"
            if not listed.add(name, dot, fresh=name != before, more=more):
                break
            before = name
        shown = tuple(item.dot for item in listed.items if item.dot)
        return _Plan(
            frame=frame, picture=picture, items=tuple(listed.items), room=room, dots=shown,
            complete=len(shown) == len(dots),
        )  # fmt: skip

    def _framed(self, dots: Sequence[Dot], kind: Type) -> tuple[PlacedFrame, Plot]:
        """Returns the frame and the picture: what the legend has to say, the picture shows."""
        frame = place_frame(self.frame, kind, self._signs(dots, kind))
        picture = self._picture(frame)
        if not any(stack.aside for stack in picture.stacks(dots)):
            return frame, picture
        frame = place_frame(self.frame, kind, self._signs(dots, kind, aside=True))
        return frame, self._picture(frame)

    def _group(self, dot: Dot) -> str:
        quarter = self.chart.quarter(dot)
        return quarter.name if quarter else self.chart.unknown

    def _draw(self, plan: _Plan, canvas: Canvas) -> None:
        plot.paint(plan.picture, plan.picture.stacks(plan.dots), canvas)
        kind, theme = plan.frame.kind, canvas.theme
        body = Style(size=kind.body, colour=theme.ink)
        name = Style(size=kind.body, colour=theme.ink, bold=True)
        for item in plan.items:
            left, top = item.at
            if item.dot is None:
                canvas.write(item.lines, left, top, name)
                continue
            draw_dot(item.dot, (left + SIZE / 2, top + SIZE / 2), canvas)
            shift = max(0.0, (SIZE - body.leading) / 2)
            low = canvas.write(item.lines, left + SIZE + 8, top + shift, body)
            if item.dot.badge:
                end = left + SIZE + 8 + measure.width(item.lines[-1], kind.body)
                at = (end + _ASIDE + _BADGE / 2, low - body.leading / 2)
                canvas.draw(*glyphs.badge(at, str(item.dot.badge), theme, size=_BADGE))
            edges = (left - 2, top - 1, left + plan.room + 2, max(low, top + SIZE) + 1)
            canvas.areas.append(oblong(item.dot.key, edges))

    def _description(self, plan: _Plan) -> Iterator[str]:
        """Yields the dots of a page in words."""
        for dot in plan.dots:
            short = f", {label('short', self.frame.language)}" if dot.short else ""
            rank = f" ({self.chart.called}: {dot.badge})" if dot.badge else ""
            yield f"{dot.text}: {self._group(dot)}{short}{rank}."
        notes = (self.chart.meeting, self.chart.on_line, self.chart.left_out)
        yield from (f"{note}." for note in notes if note)


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws steps by importance and perception, or open ideas by impact and effort.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like, and what the axes are.

    Returns:
        One scene a page; of several personas each has pages of her own.

    Raises:
        NothingToShowError: no step is rated, or no open idea.
        PageTooSmallError: the page is too small.
    """
    if options.by is By.IDEAS:
        charts = [content.ideas(analysis)]
    else:
        people, meet = content.rated_by(analysis), options.cross_hairs
        charts = [content.ratings(analysis, who, meet) for who in people]
    journey_map, by_ideas = analysis.journey_map, options.by is By.IDEAS
    based = None if by_ideas else grounds_of_figures(journey_map, [FigureKind.RATING])
    frame = partial(frame_of, journey_map, page=options.size, theme=options.theme, based=based)
    every = [
        _Matrix(chart, frame(chart.name, title="" if options.title else chart.title))
        for chart in charts
    ]
    pages = [(matrix, plan) for matrix in every for plan in matrix.plans()]
    return tuple(
        matrix.scene(plan, (number, len(pages))) for number, (matrix, plan) in enumerate(pages, 1)
    )
