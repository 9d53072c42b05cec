"""The emotion lane: axis, curves, faces, waits, hand-offs and leaks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from journeymap.views.kit import glyphs
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.curve import through
from journeymap.views.kit.emotion_axis import WHOLE, draw_axis, draw_zero, reach
from journeymap.views.kit.free_room import Place
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.scene import Anchor, Box, Marker, Point, dashed, line
from journeymap.views.sheet import points
from journeymap.views.sheet.columns import Mention, indent
from journeymap.views.sheet.content import Feeling, Sheet, away
from journeymap.views.sheet.curve_notes import CurveNotes, Spot
from journeymap.views.sheet.felt import tops
from journeymap.views.sheet.lanes import Lane
from journeymap.views.sheet.layout import Layout, rim

_EDGE = 3.0
"""Between notes and the edge of the panel, in points."""
_WORDS = 0.3
"""Room for words beyond an end of a shorter axis, in steps of the scale."""
_BARS = 3.0
"""Between the bars of people who feel several things at once, in points."""


class EmotionLane:
    """Paints the emotion lane of one page."""

    def __init__(self, layout: Layout, sheet: Sheet, canvas: Canvas) -> None:
        self.layout, self.sheet, self.canvas = layout, sheet, canvas
        self.theme = canvas.theme
        self.band = layout.rows[Lane.EMOTION]
        self.face = glyphs.face_size(layout.type.body)

    def paint(self) -> None:
        """Paints the lane."""
        place = self.layout
        for left, right in self._grounds():
            self.canvas.boxes.append(
                Box(
                    x=left,
                    y=self.band.top,
                    width=right - left,
                    height=self.band.height,
                    fill=self.theme.panel,
                    radius=6,
                )
            )
        self._mentions()
        if place.felt:
            self._felt()
        elif place.plot.height:
            self._axis()
            people = range(len(self.sheet.people))
            for index in reversed(people):
                self._curve(index)
            # A point that lies around another one is painted before it.
            for index in reversed(people):
                for i, at in self._points(index):
                    self._mark(i, at, index)
            self._notes()

    def _notes(self) -> None:
        """Writes what is felt, thought and goes well, where there is room."""
        place = self.layout
        bounds = Place(
            left=place.left, top=self.band.top + _EDGE, right=place.right,
            bottom=self.band.bottom - _EDGE,
        )  # fmt: skip
        if self.sheet.roomy:
            return
        notes = CurveNotes(self.sheet, self.canvas, place.type.small, bounds)
        spots = [
            Spot(column=i, at=at, who=who, size=self.face)
            for index, who in enumerate(self.sheet.people)
            for i, at in self._points(index)
        ]
        for i, column in enumerate(place.columns):
            own = [spot for spot in spots if spot.column == i]
            notes.write(column, own, place.xs[i], place.widths[i])
        notes.draw()

    def _grounds(self) -> Iterator[tuple[float, float]]:
        """Yields left and right edges of runs of steps, between stages without any."""
        place = self.layout
        numbered = enumerate(place.columns)
        for empty, run in groupby(numbered, key=lambda pair: pair[1].empty):
            if not empty:
                own = [i for i, _ in run]
                yield place.xs[own[0]], place.xs[own[-1]] + place.widths[own[-1]]

    @cached_property
    def _reach(self) -> tuple[int, int]:
        """From which emotion to which the axis goes, on all pages of the map."""
        felt = [each for column in self.sheet.columns for each in column.feelings.values()]
        return WHOLE if self.sheet.roomy else reach(value for each in felt for value in each.span)

    def y(self, value: float) -> float:
        """Returns where an emotion stands."""
        place, (low, high) = self.layout, self._reach
        least, most = WHOLE
        top, bottom = high + _WORDS * (high < most), low - _WORDS * (low > least)
        return place.plot.top + rim(place.type.body) + (top - value) / (top - bottom) * place.span

    def _axis(self) -> None:
        place, language = self.layout, self.sheet.language
        draw_zero(self.canvas, (place.left, place.right), self.y(0))
        size = place.type.small
        draw_axis(self.canvas, place.left, self.y, language, size, self._reach)

    @cached_property
    def _stands(self) -> Sequence[Mapping[str, points.Spot]]:
        """Where everybody's point stands at each step, by person."""
        found = []
        for column in self.layout.columns:
            rated = [who for who in self.sheet.people if who in column.feelings]
            ys = [self.y(column.feelings[who].value) for who in rated]
            hers = bool(rated) and rated[0] == next(iter(self.sheet.people))
            placed = points.spots(ys, self.face, hers=hers)
            found.append(dict(zip(rated, placed, strict=True)))
        return found

    def _points(self, index: int) -> list[tuple[int, Point]]:
        """Returns where a person's points stand."""
        who = list(self.sheet.people)[index]
        return [
            (i, (self.layout.middle(i) + spots[who].aside, spots[who].y))
            for i, spots in enumerate(self._stands)
            if who in spots
        ]

    def _curve(self, index: int) -> None:
        colour = self.theme.curves[index % len(self.theme.curves)]
        width = 2.2 if not index else 1.6
        absent = away(self.layout.columns, list(self.sheet.people)[index])
        self.canvas.draw(*through(self._points(index), colour=colour, width=width, absent=absent))

    def _felt(self) -> None:
        """Writes feelings in words, each beside its face."""
        place = self.layout
        size, pad = place.type.body, place.space.pad
        style = Style(size=size, colour=self.theme.ink)
        for x, each in zip(place.xs, place.felt, strict=True):
            for one, top in zip(each, tops(each, place.plot.top, size), strict=True):
                at = (x + pad + self.face / 2, top + style.leading / 2)
                self._face(one.feeling, at, 0)
                self.canvas.write(one.lines, x + pad + indent(size), top, style)

    def _mark(self, i: int, at: Point, index: int) -> None:
        feeling = self.layout.columns[i].feelings[list(self.sheet.people)[index]]
        low, high = feeling.span
        if low < high:
            colour = self.theme.curves[index % len(self.theme.curves)]
            x = at[0] + (self._aside(i, at, feeling.span, index) or index * _BARS)
            ends = ((x, self.y(low)), (x, self.y(high)))
            self.canvas.draw(line(*ends, colour=colour, width=glyphs.SPAN))
        self._face(feeling, at, index, self._stands[i][list(self.sheet.people)[index]].size)

    def _aside(self, i: int, at: Point, span: tuple[float, float], index: int) -> float:
        """Returns by how much a bar stands aside so that it covers nobody else's point, or 0."""
        high, low = self.y(span[1]), self.y(span[0])
        feelings = self.layout.columns[i].feelings
        ys = [
            self.y(feelings[who].value)
            for other, who in enumerate(self.sheet.people)
            if other != index and who in feelings
        ]
        within = [y for y in ys if points.is_on(y, min(max(y, high), low))]
        hidden = not all(points.is_on(y, at[1]) for y in within)
        return -(self.face / 2 + _BARS) if hidden else 0.0

    def _face(self, feeling: Feeling, at: Point, index: int, size: float = glyphs.POINT) -> None:
        """Draws a face for the persona, another outline of some size for anybody else."""
        if index == 0:
            marks = glyphs.face(
                at, feeling.value, self.theme, hollow=feeling.hollow, size=self.face
            )
        else:
            colour = self.theme.curves[index % len(self.theme.curves)]
            marks = [glyphs.point(at, colour, self.theme, hollow=feeling.hollow, size=size)]
        first = marks[0]
        if isinstance(first, Marker):
            marks[0] = replace(first, tooltip=feeling.words)
        self.canvas.draw(*marks)

    def _mentions(self) -> None:
        place = self.layout
        bottom = place.plot.bottom - 2
        for i, mentions in enumerate(place.between):
            if mentions:
                low = self._below(mentions, self.band.top + 5) + 2
                followed = i + 1 < len(place.columns) and not place.columns[i + 1].empty
                if followed and low + 8 < bottom:
                    x = place.xs[i + 1] - place.space.gap / 2
                    ends = ((x, low), (x, bottom))
                    self.canvas.draw(dashed(line(*ends, colour=self.theme.rule)))
        for mentions in place.leaks:
            if mentions:
                self._below(mentions, place.plot.bottom)

    def _below(self, mentions: Sequence[Mention], top: float) -> float:
        """Writes mentions below one another and returns where they end."""
        size = self.layout.type.small
        for entry in mentions:
            kind, glyph = entry.passing.kind, entry.glyph
            is_loss = kind is Passage.LEAK and not entry.passing.better
            is_bad = is_loss or kind is Passage.LATE or entry.passing.lacks
            style = Style(
                size=size,
                colour=self.theme.low if is_bad else self.theme.muted,
                anchor=Anchor.START if entry.beside else Anchor.MIDDLE,
                tooltip=entry.passing.tooltip,
            )
            words = top
            if glyph is not None:
                rise = style.leading if entry.beside else glyphs.GLYPH
                self.canvas.draw(*glyphs.passage((glyph, top + rise / 2), kind, self.theme))
                words += 0 if entry.beside else glyphs.GLYPH + 1
            self.canvas.write(entry.lines, entry.x, words, style)
            top += entry.height(size)
        return top
