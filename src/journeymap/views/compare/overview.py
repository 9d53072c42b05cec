"""The first page of a comparison: both whole curves over all steps, and what differs in figures."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from journeymap.quick_dataclass import dataclass
from journeymap.views.compare.cards import Row, cards, measures
from journeymap.views.compare.content import FIRST, IDEAS, SECOND, THEN
from journeymap.views.compare.maps import Maps
from journeymap.views.kit import glyphs, legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.curve import through
from journeymap.views.kit.emotion_axis import draw_axis, draw_zero, room
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.page_frame import PageFrame, PlacedFrame, draw_page, place_frame
from journeymap.views.kit.scene import Anchor, Box, Marker, Scene, Shape, oblong
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale
from journeymap.views.options import ViewOptions
from journeymap.views.sheet import columns as cols
from journeymap.views.sheet.content import Column, Ground, Passing, Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.views.sheet.legend_entries import bridged
from journeymap.words.labels import label

_BODY = 12.0
"""Size of body type, in points; steps are named at the minimum."""
_STAGE, _GAP, _PAD = 20.0, 6.0, 4.0
"""Height of a stage's name, and white space between rows and beside words, in points."""
_NAMES, _STRIP = 6, 3
"""Lines of a step's name before steps are numbered, and of a strip of waits or losses; what finds
no room there stands on the pages behind."""
_MEASURES = 4
"""Metrics at most, side by side."""
_LEAST, _MOST = 90.0, 260.0
"""Height of the curves, in points."""
_NEAR = 0.2
"""Feelings that are no further apart than this stand on one another; points of -2 to 2."""
_LONGEST = 120.0
"""Room for the name of a curve at its right end, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """A wait or a loss that changes: its row, the middle of its sign, and where its words are."""

    row: int
    x: float
    passing: Passing
    is_before: bool


def draw(maps: Maps, sheet: Sheet, options: ViewOptions, *, pages: int) -> Scene:
    """Draws both whole curves on one page.

    Args:
        maps: the two maps.
        sheet: the same in columns.
        options: what the picture is to look like.
        pages: how many pages there are in all.
    """
    frame = PageFrame(
        title=sheet.title,
        subtitle=sheet.subtitle,
        language=sheet.language,
        page=options.size,
        theme=options.theme,
    )
    kind = scale(_BODY if options.size.width >= 800 else MINIMUM)  # noqa: PLR2004 - slides of 4:3
    placed = place_frame(frame, kind, tuple(_signs(sheet, kind)))
    page = _Page(maps, sheet, placed)
    return draw_page(placed, page.draw, page.description(), (1, pages))


def _signs(sheet: Sheet, kind: Type) -> Iterator[legend.Sign]:
    entries = [("wait-time", legend.passage(Passage.WAIT)), ("leak", legend.passage(Passage.LEAK))]
    said = {
        "wait-time": any(each.differs for column in sheet.columns for each in column.between),
        "leak": any(each.differs for column in sheet.columns for each in column.leaks),
    }
    named = [(label(key, sheet.language), draw) for key, draw in entries if said[key]]
    if any(bridged(sheet.columns, who) for who in sheet.people):
        named.append((label("bridge", sheet.language), legend.bridge))
    if any(column.assumed for column in sheet.columns):
        named.append((label("assumption", sheet.language), legend.hollow))
    if any(_lacks(column) for column in sheet.columns):
        named.append((label("brought-by-nothing", sheet.language), legend.ring))
    yield from legend.of(named, kind.small)


def _lacks(column: Column) -> bool:
    """Tells whether nothing brings about what a step is to become."""
    return column.grounds.get(IDEAS) is Ground.PAIN


def _is_gone(column: Column) -> bool:
    return column.grounds.get(THEN) is Ground.PAIN


class _Page:
    """Lays out and paints the page."""

    def __init__(self, maps: Maps, sheet: Sheet, placed: PlacedFrame) -> None:
        self.maps, self.sheet, self.placed = maps, sheet, placed
        self.page, self.theme = placed.frame.page, placed.frame.theme
        self.columns, self.language = sheet.columns, sheet.language
        small = placed.kind.small
        names = [measure.width(name, small, bold=True) for name in sheet.people.values()]
        self.left = self.page.margin + max(room(self.language, small) + 14, 60.0)
        self.right = self.page.width - self.page.margin - min(max(names), _LONGEST) - 12
        self.widths = self._widths(self.right - self.left)
        self.lefts = cols.lefts(self.widths, self.left, 0.0)

    def description(self) -> Iterator[str]:
        """Yields the page in words."""
        for column in self.columns:
            what = " ".join((*column.cells.get(Lane.ACTION, ()), *column.cells.get(THEN, ())))
            felt = " → ".join(feeling.words for feeling in column.feelings.values())
            yield f"{what} ({felt})." if felt else f"{what}."

    def _widths(self, total: float) -> list[float]:
        """Returns equal widths, but where a word needs more; equal ones where that cannot be."""
        count, texts = len(self.columns), map(self._name, self.columns)
        least = [float(int(measure.longest(text, MINIMUM) + _PAD) + 1) for text in texts]
        return cols.share(least, total, total, [1.0] * count) or [total / count] * count

    def middle(self, i: int) -> float:
        """Returns the middle of a column."""
        return self.lefts[i] + self.widths[i] / 2

    @property
    def least(self) -> float:
        """The width of the narrowest column."""
        return min(self.widths)

    def draw(self, canvas: Canvas) -> None:
        """Paints the page."""
        y = self._stages(canvas, self.placed.top)
        y = self._names(canvas, y + _GAP)
        lacking_names = [self._name(column) for column in self.columns if _lacks(column)]
        rows = [Row(tuple(cards(self.maps, lacking_names)), self.placed)]
        if measured := tuple(measures(self.maps))[:_MEASURES]:
            rows.append(Row(measured, self.placed))
        tall = sum(row.height for row in rows) + (len(rows) - 1) * _GAP
        bottom = self.placed.bottom - tall - 2 * _GAP
        strips = [self._settled(strip) for strip in self._strips()]
        lacking = 16.0 if lacking_names else 0.0
        room_left = bottom - y - 2 * _GAP - sum(map(self._strip_height, strips)) - lacking
        height = max(_LEAST, min(_MOST, room_left))
        self._curves(canvas, y + _GAP, height)
        y += height + 2 * _GAP
        for strip in strips:
            if strip and y + self._strip_height(strip) <= bottom:
                self._strip(canvas, strip, y)
                y += self._strip_height(strip)
        if lacking and y + lacking <= bottom:
            self._lacking(canvas, y)
        y = self.placed.bottom - tall - _GAP
        for row in rows:
            row.draw(canvas, y)
            y += row.height + _GAP

    def _stages(self, canvas: Canvas, top: float) -> float:
        kind = self.placed.kind
        for stage, run in groupby(enumerate(self.columns), key=lambda pair: pair[1].stage):
            own = [i for i, _ in run]
            name, x = self.sheet.stages[stage], self.lefts[own[0]]
            width = self.lefts[own[-1]] + self.widths[own[-1]] - x - 2
            tone = self.theme.stage(stage)
            box = Box(
                x=x + 1,
                y=top,
                width=width,
                height=_STAGE,
                fill=tone.tint,
                radius=4,
                key=f"stage-{stage + 1}",
                tooltip=name,
            )
            room_inside = width - 2 * _PAD
            lines = measure.wrap(name, room_inside, kind.small, bold=True)
            fits = measure.longest(name, kind.small, bold=True) <= room_inside
            lines = measure.clip(lines, 1, room_inside, kind.small) if fits else ()
            style = Style(size=kind.small, colour=self.theme.ink, bold=True, tooltip=name)
            canvas.label(box, lines, style)
        return top + _STAGE

    def _names(self, canvas: Canvas, top: float) -> float:
        """Names the steps, or numbers them where that does not fit; new and gone are tinted."""
        texts = [self._name(column) for column in self.columns]
        rooms = [width - _PAD for width in self.widths]
        wrapped = [measure.wrap(*pair, MINIMUM) for pair in zip(texts, rooms, strict=True)]
        whole = all(
            measure.longest(text, MINIMUM) <= inside
            for text, inside in zip(texts, rooms, strict=True)
        )
        if not whole or max(map(len, wrapped)) > _NAMES:
            wrapped = list(self._numbers())
        height = max(map(len, wrapped)) * MINIMUM * LEADING + 2 * _PAD
        for i, (column, lines) in enumerate(zip(self.columns, wrapped, strict=True)):
            self._card_of(canvas, i, column, (top, height))
            style = Style(size=MINIMUM, colour=self.theme.ink, anchor=Anchor.MIDDLE)
            canvas.write(lines, self.middle(i), top + _PAD, style)
        return top + height

    def _name(self, column: Column) -> str:
        if not column.cells.get(Lane.ACTION):
            return " ".join(column.cells.get(THEN, ()))
        name = " ".join(column.cells[Lane.ACTION])
        return f"{name} ({label('left-out', self.language)})" if _is_gone(column) else name

    def _numbers(self) -> Iterator[tuple[str, ...]]:
        """Yields the number of each step, of every second or third where that takes too much."""
        every = 1
        while every * self.least < measure.width("00", MINIMUM) + 2:
            every += 1
        for i in range(len(self.columns)):
            fits = self.widths[i] >= measure.width(str(i + 1), MINIMUM) + 2
            yield (str(i + 1),) if i % every == 0 and fits else ("",)

    def _card_of(self, canvas: Canvas, i: int, column: Column, edges: tuple[float, float]) -> None:
        top, height = edges
        fills = {Ground.PAIN: self.theme.pain, Ground.IDEA: self.theme.idea}
        is_new = not column.cells.get(Lane.ACTION)
        fill = fills[Ground.PAIN] if _is_gone(column) else self.theme.cell
        fill = fills[Ground.IDEA] if is_new else fill
        x, width = self.lefts[i], self.widths[i]
        tooltip = "\n".join((*column.cells.get(Lane.ACTION, ()), *column.cells.get(THEN, ())))
        if column.empty:
            canvas.areas.append(oblong(column.key, (x, top, x + width, top + height)))
            return
        canvas.boxes.append(
            Box(
                x=x + 1,
                y=top,
                width=width - 2,
                height=height,
                fill=fill,
                radius=min(4.0, width / 4),
                key=f"{column.key}.name",
                tooltip=tooltip,
            )
        )

    def _curves(self, canvas: Canvas, top: float, height: float) -> None:
        theme, small = self.theme, self.placed.kind.small
        canvas.boxes.append(
            Box(
                x=self.left,
                y=top,
                width=self.right - self.left,
                height=height,
                fill=theme.panel,
                radius=6,
            )
        )
        rim = glyphs.FACE / 2 + 5

        def y(value: float) -> float:
            return top + rim + (2 - value) / 4 * (height - 2 * rim)

        draw_zero(canvas, (self.left, self.right), y(0))
        draw_axis(canvas, self.left, y, self.language, small)
        ends: list[tuple[float, str, str]] = []
        for number, (who, name) in reversed(list(enumerate(self.sheet.people.items()))):
            colour = theme.curves[number % len(theme.curves)]
            points = [
                (i, (self.middle(i), y(column.feelings[who].value)))
                for i, column in enumerate(self.columns)
                if who in column.feelings
            ]
            canvas.draw(*through(points, colour=colour, width=2.4 if number == 0 else 2.0))
            for i, at in points:
                self._point(canvas, who, i, at)
            ends.append((points[-1][1][1], name, colour))
        self._ends(canvas, ends, (top, height))

    def _point(self, canvas: Canvas, who: str, i: int, at: tuple[float, float]) -> None:
        """Draws a face on either curve; on the second one in a ring of its colour."""
        feeling = self.columns[i].feelings[who]
        size = max(6.0, min(glyphs.FACE, self.least - 2))
        if who == SECOND:
            colour, other = self.theme.curves[1], self.columns[i].feelings.get(FIRST)
            fill = self.theme.page if feeling.hollow else colour
            meets = other is not None and abs(other.value - feeling.value) < _NEAR
            wide = size + 4 if meets else min(9.0, size)  # round the face, so that both are seen
            canvas.draw(
                Marker(
                    shape=Shape.SQUARE,
                    x=at[0],
                    y=at[1],
                    size=wide,
                    fill=fill,
                    stroke=colour,
                    line=1.4,
                    tooltip=feeling.words,
                )
            )
            return
        canvas.draw(*glyphs.face(at, feeling.value, self.theme, hollow=feeling.hollow, size=size))

    def _ends(
        self,
        canvas: Canvas,
        ends: Sequence[tuple[float, str, str]],
        edges: tuple[float, float],
    ) -> None:
        """Names the curves at their right ends, apart from one another."""
        small = self.placed.kind.small
        leading, (top, height) = small * LEADING, edges
        at = top
        for place, (y, name, colour) in enumerate(sorted(ends)):
            low = top + height - (len(ends) - place) * leading  # room for those below it
            lines = measure.clip(measure.wrap(name, _LONGEST, small, bold=True), 1, _LONGEST, small)
            at = min(max(y - leading / 2, at), low)
            style = Style(size=small, colour=self.theme.ink, bold=True)
            line = Marker(
                shape=Shape.CIRCLE, x=self.right + 5, y=at + leading / 2, size=5, fill=colour
            )
            canvas.draw(line)
            canvas.write(lines, self.right + 10, at, style)
            at += leading

    def _strips(self) -> list[list[tuple[float, tuple[Passing, ...]]]]:
        """Returns the waits and the losses that change, and where they belong."""
        edges = [x + width for x, width in zip(self.lefts, self.widths, strict=True)]
        waits = [(x, column.between) for x, column in zip(edges, self.columns, strict=True)]
        leaks = [(self.middle(i), column.leaks) for i, column in enumerate(self.columns)]
        return [
            [(x, tuple(each for each in passings if each.differs)) for x, passings in strip]
            for strip in (waits, leaks)
        ]

    def _settled(self, strip: Sequence[tuple[float, tuple[Passing, ...]]]) -> list[_Sign]:
        """Returns what stands in a strip free of the rest, its sign exactly where it belongs."""
        size, settled = self.placed.kind.small, list[_Sign]()
        ends = [self.left] * _STRIP
        half = glyphs.GLYPH / 2
        for x, passings in strip:
            for passing in passings:
                wide = measure.width(passing.text, size) + half + 4
                is_before = x + wide > self.right  # words stand before a sign near the edge
                start, end = (x - wide, x + half) if is_before else (x - half, x + wide)
                row = next((i for i, other in enumerate(ends) if start >= other), None)
                if row is not None:
                    settled.append(_Sign(row=row, x=x, passing=passing, is_before=is_before))
                    ends[row] = end + 8
        return settled

    def _strip_height(self, strip: Sequence[_Sign]) -> float:
        rows = 1 + max((each.row for each in strip), default=-1)
        return rows * self.placed.kind.small * LEADING + (_GAP if rows else 0.0)

    def _strip(self, canvas: Canvas, strip: Sequence[_Sign], top: float) -> None:
        size, aside = self.placed.kind.small, glyphs.GLYPH / 2 + 4
        for each in strip:
            y = top + each.row * size * LEADING
            passing = each.passing
            at = (each.x, y + size * LEADING / 2)
            canvas.draw(*glyphs.passage(at, passing.kind, self.theme))
            is_loss = passing.kind is Passage.LEAK and not passing.better
            style = Style(
                size=size,
                colour=self.theme.low if is_loss else self.theme.muted,
                anchor=Anchor.END if each.is_before else Anchor.START,
                tooltip=passing.tooltip,
            )
            canvas.write([passing.text], each.x + (-aside if each.is_before else aside), y, style)

    def _lacking(self, canvas: Canvas, top: float) -> None:
        """Marks the steps that nothing brings about."""
        for i, column in enumerate(self.columns):
            if _lacks(column):
                canvas.draw(*legend.ring((self.middle(i), top + 8), self.theme))
