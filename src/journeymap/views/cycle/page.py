"""The cycle: the stages of a life cycle as a ring, and how people feel in each."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin, tan

from journeymap.analysis.analysis import Analysis
from journeymap.quick_dataclass import dataclass
from journeymap.views.cycle import bars
from journeymap.views.cycle.content import Arc, Cycle, read
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import glyphs, legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import (
    PageFrame,
    draw_page,
    frame_of,
    largest,
    place_frame,
)
from journeymap.views.kit.scene import (
    Anchor,
    Area,
    Curve,
    Mark,
    Point,
    Scene,
    dashed,
    line,
)
from journeymap.views.kit.theme import LEADING, MINIMUM, Theme, Type, scale
from journeymap.views.options import ViewOptions
from journeymap.words.labels import label
from journeymap.words.view_titles import of_ring

_LARGEST = 15.0
"""Largest body type, in points."""
_BAND = 38.0
"""Width of the ring, in points."""
_BREAK = 0.02
"""Gap between arcs, as a share of the ring."""
_OPEN = 0.06
"""Share of the ring that stays open where it does not close."""
_REACH = 22.0
"""How far labels stand off the ring, in points."""
_FACETS = 8
"""Straight lines that stand for the outer edge of a step's piece of the ring."""
_APART = 10.0
"""White space between labels, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """An arc's words in lines, and where the arc is."""

    arc: Arc
    angle: float
    name: tuple[str, ...]
    count: tuple[str, ...]
    bars: tuple[bars.Bar, ...]
    height: float


class _Ring:
    """Lays the ring out at one size of type and paints it."""

    def __init__(self, cycle: Cycle, frame: PageFrame, kind: Type, *, short: bool) -> None:
        self.cycle, self.kind = cycle, kind
        self.frame = place_frame(frame, kind, self._signs())
        page = frame.page
        self.top, self.bottom = self.frame.top + 4, self.frame.bottom - 6
        self.centre = (page.width / 2, (self.top + self.bottom) / 2)
        self.radius = min((self.bottom - self.top) / 2 - _BAND / 2 - 4, 0.2 * page.width)
        self.room = page.width / 2 - page.margin - self.radius - _BAND / 2 - _REACH
        self.labels = list(self._labels(self.room, short=short))

    @property
    def fits(self) -> bool:
        """Whether the labels of both sides have room, and no larger type would part a name."""
        size = self.kind.body
        longest = max(measure.longest(arc.name, size, bold=True) for arc in self.cycle.arcs)
        high = self.bottom - self.top
        return (longest <= self.room or size == MINIMUM) and all(
            _stacked(side) <= high for side in _sides(self.labels)
        )

    def _signs(self) -> tuple[legend.Sign, ...]:
        arcs, language = self.cycle.arcs, self.cycle.language
        named = [] if all(arc.covered for arc in arcs) else [(label("no-steps", language), _gap)]
        return legend.of(named + bars.signs(arcs, language), self.kind.small)

    def _angles(self) -> list[tuple[float, float]]:
        """Returns where each arc begins and ends, as shares of the ring, clockwise from the top."""
        whole = 1.0 if self.cycle.closed else 1.0 - _OPEN
        each = whole / len(self.cycle.arcs)
        half = min(_BREAK, each / 4) / 2
        return [(i * each + half, (i + 1) * each - half) for i in range(len(self.cycle.arcs))]

    def _labels(self, room: float, *, short: bool) -> Iterator[_Label]:
        kind = self.kind
        for arc, (start, stop) in zip(self.cycle.arcs, self._angles(), strict=True):
            name = measure.wrap(arc.name, room, kind.body, bold=True)
            name = measure.clip(name, 1 if short else 2, room, kind.body)
            count = () if short else measure.wrap(arc.count, room, kind.small)
            own = () if short else tuple(bars.lay_out(arc.ranges, room, kind))
            words = (len(name) * kind.body + len(count) * kind.small) * LEADING
            yield _Label(
                arc=arc, angle=(start + stop) / 2, name=name, count=count, bars=own,
                height=words + sum(bar.height for bar in own),
            )  # fmt: skip

    def at(self, share: float, radius: float) -> Point:
        """Returns a point of the ring, by its share clockwise from the top."""
        angle = 2 * pi * share - pi / 2
        return self.centre[0] + radius * cos(angle), self.centre[1] + radius * sin(angle)

    def paint(self) -> Scene:
        """Paints the page."""
        return draw_page(self.frame, self._draw, self._description())

    def _draw(self, canvas: Canvas) -> None:
        for arc, (start, stop) in zip(self.cycle.arcs, self._angles(), strict=True):
            self._arc(arc, start, stop, canvas)
        self._closing(canvas)
        for side in _sides(self.labels):
            self._side(side, canvas)
        self._middle(canvas)

    def _arc(self, arc: Arc, start: float, stop: float, canvas: Canvas) -> None:
        theme = canvas.theme
        if not arc.covered:
            for radius in (self.radius - _BAND / 2, self.radius + _BAND / 2):
                canvas.draw(dashed(self._bow(start, stop, radius, theme.muted, 1.2)))
            return
        colour = theme.stage(arc.tone).strong
        canvas.draw(self._bow(start, stop, self.radius, colour, _BAND))
        canvas.areas.extend(self._parts(arc, start, stop))

    def _parts(self, arc: Arc, start: float, stop: float) -> Iterator[Area]:
        """Yields the pieces of an arc, one for each of its steps."""
        wide = (stop - start) / len(arc.steps)
        inner, outer = self.radius - _BAND / 2, self.radius + _BAND / 2
        for i, key in enumerate(arc.steps):
            turns = [start + (i + j / _FACETS) * wide for j in range(_FACETS + 1)]
            corners = [self.at(turn, outer) for turn in turns]
            corners += [self.at(turn, inner) for turn in reversed(turns)]
            yield Area(key=key, corners=tuple(corners), strong=True)

    def _closing(self, canvas: Canvas) -> None:
        """Draws the way back to the first stage, or the open arc where there is none."""
        if self.cycle.closed:
            return
        theme = canvas.theme
        bow = self._bow(1 - _OPEN, 1.0, self.radius, theme.muted, 1.6)
        canvas.draw(dashed(bow))

    def _bow(self, start: float, stop: float, radius: float, colour: str, width: float) -> Curve:
        """Returns a piece of a circle as Bézier segments of at most an eighth of it."""
        count = max(1, round((stop - start) * 8 + 0.5))
        step = (stop - start) / count
        bend = 4 / 3 * tan(2 * pi * step / 4) * radius
        points = [self.at(start, radius)]
        for i in range(count):
            a, b = start + i * step, start + (i + 1) * step
            first, last = self.at(a, radius), self.at(b, radius)
            points += [
                (first[0] + bend * cos(2 * pi * a), first[1] + bend * sin(2 * pi * a)),
                (last[0] - bend * cos(2 * pi * b), last[1] - bend * sin(2 * pi * b)),
                last,
            ]
        return Curve(points=tuple(points), colour=colour, width=width)

    def _side(self, labels: Sequence[_Label], canvas: Canvas) -> None:
        """Sets the labels of a side, each as near to its arc as the others let it."""
        theme, kind = canvas.theme, self.kind
        for each, top in zip(labels, self._tops(labels), strict=True):
            right = each.angle <= 1 / 2
            edge = self.radius + _BAND / 2 + _REACH
            x = self.centre[0] + (edge if right else -edge)
            anchor = Anchor.START if right else Anchor.END
            middle = top + kind.body * LEADING / 2
            start = self.at(self._near(each.angle, right=right), self.radius + _BAND / 2 + 2)
            turn = (x - (10 if right else -10), middle)
            canvas.draw(line(start, turn, colour=theme.rule))
            canvas.draw(line(turn, (x - (4 if right else -4), middle), colour=theme.rule))
            bold = Style(size=kind.body, colour=theme.ink, bold=True, anchor=anchor)
            y = canvas.write(each.name, x, top, bold)
            muted = Style(size=kind.small, colour=theme.muted, anchor=anchor)
            y = canvas.write(each.count, x, y, muted)
            for bar in each.bars:
                bars.draw(bar, canvas, (x, y), kind, right=right)
                y += bar.height

    def _near(self, angle: float, *, right: bool) -> float:
        """Returns the place on an arc from which a line to its label does not cross it."""
        reach = 0.35 / len(self.labels)
        side = 1 / 4 if right else 3 / 4
        return angle + max(-reach, min(reach, side - angle))

    def _tops(self, labels: Sequence[_Label]) -> list[float]:
        """Returns the upper edges of labels: at their arcs, pushed down and then up for room."""
        tops: list[float] = []
        low = self.top
        for each in labels:
            wanted = self.at(each.angle, self.radius)[1] - each.height / 2
            tops.append(max(wanted, low))
            low = tops[-1] + each.height + _APART
        high = self.bottom
        for i in range(len(labels) - 1, -1, -1):
            tops[i] = min(tops[i], high - labels[i].height)
            high = tops[i] - _APART
        return tops

    def _middle(self, canvas: Canvas) -> None:
        """Writes completion, and whether the ring closes, into the middle."""
        kind, theme = self.kind, canvas.theme
        room = 2 * (self.radius - _BAND / 2) * 0.72
        language = self.cycle.language
        last = self.cycle.closed or label("stays-open", language)
        parts = [(words, True) for words in self.cycle.centre[:1]]
        parts += [(words, False) for words in (*self.cycle.centre[1:], last)]
        broken = [
            (measure.wrap(words, room, kind.body if bold else kind.small, bold=bold), bold)
            for words, bold in parts
        ]
        tall = sum(
            len(lines) * (kind.body if bold else kind.small) * LEADING for lines, bold in broken
        )
        y = self.centre[1] - tall / 2
        for lines, bold in broken:
            style = Style(
                size=kind.body if bold else kind.small,
                colour=theme.ink if bold else theme.muted,
                bold=bold,
                anchor=Anchor.MIDDLE,
            )
            y = canvas.write(lines, self.centre[0], y, style)

    def _description(self) -> Iterator[str]:
        """Yields the arcs in words, and whether the ring closes."""
        for arc in self.cycle.arcs:
            told = (": ".join(filter(None, (each.who, each.words))) for each in arc.ranges)
            yield f"{arc.name}: {'; '.join((arc.count, *told))}."
        yield self.cycle.closed or label("stays-open", self.cycle.language)


def _sides(labels: Sequence[_Label]) -> tuple[list[_Label], list[_Label]]:
    """Returns the labels to the right and to the left of the ring, from top to bottom."""
    right = [each for each in labels if each.angle <= 1 / 2]
    return right, [each for each in labels if each.angle > 1 / 2][::-1]


def _stacked(labels: Sequence[_Label]) -> float:
    return sum(each.height for each in labels) + _APART * max(0, len(labels) - 1)


def _gap(at: Point, theme: Theme) -> list[Mark]:
    return [glyphs.sample(at, theme.muted, broken=True)]


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws the stages of a map as a ring.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene; none for a map without steps.

    Raises:
        NothingToShowError: the map follows no framework that is a cycle.
        PageTooSmallError: there are too many stages for the page.
    """
    if not analysis.journey_map.steps:
        return ()
    cycle = read(analysis)
    words = label("view-cycle", cycle.language)
    assumed = analysis.flow is not None and analysis.flow.assumed
    title = of_ring(cycle.closed, cycle.language, assumed=assumed)
    title = "" if options.title else title
    page, theme = options.size, options.theme
    frame = frame_of(analysis.journey_map, words, page, theme, title=title)

    def fitting(kind: Type, *, short: bool = False) -> _Ring | None:
        ring = _Ring(cycle, frame, kind, short=short)
        return ring if ring.fits else None

    ring = largest(fitting, most=_LARGEST) or fitting(scale(MINIMUM), short=True)
    if ring is None:
        raise PageTooSmallError("there are too many stages for a ring")
    return (ring.paint(),)
