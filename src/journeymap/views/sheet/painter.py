"""Paints what stands in columns: stages over steps over lanes, the emotion curve among them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from journeymap.views.kit import glyphs, legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import NUMBER, PageFrame, alike, draw_page
from journeymap.views.kit.scene import Box, Scene, dashed, line
from journeymap.views.kit.theme import ASCENT, LEADING, Page, Theme
from journeymap.views.sheet import stage_columns, whole_curve
from journeymap.views.sheet.columns import Entry, indent, natural
from journeymap.views.sheet.content import Column, Ground, Mood, Sheet
from journeymap.views.sheet.emotion_lane import EmotionLane
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.views.sheet.layout import Head, Layout, row_size
from journeymap.views.sheet.pages import paginate
from journeymap.words.labels import label

_RADIUS = 6.0
_BESIDE = 12.0
"""Between the name of a stage and its goal where they stand side by side, in points."""
_NUMBER = 56.0
"""Room for "2 of 3" at the right of the whole curve, in points."""
_GROUNDS: Mapping[Row, Ground] = {
    Lane.ACTION: Ground.STAGE,
    Lane.PAINS: Ground.PAIN,
    Lane.OPPORTUNITIES: Ground.IDEA,
    Lane.METRICS: Ground.PANEL,
}
"""Grounds of rows whose cells are not plain."""


class _Painter:
    """Paints stages over steps over lanes."""

    def __init__(self, layout: Layout, sheet: Sheet, canvas: Canvas) -> None:
        self.layout, self.sheet = layout, sheet
        self.canvas, self.theme = canvas, canvas.theme

    def paint(self) -> None:
        """Paints one shelf of a page, which often is all of it."""
        self._heads()
        for lane in self.layout.rows:
            self._label(lane)
            self._line(lane)
            if lane is Lane.EMOTION:
                EmotionLane(self.layout, self.sheet, self.canvas).paint()
            else:
                self._lane(lane)
        self._empty()

    def _heads(self) -> None:
        for head in self.layout.heads:
            tone, band = self.theme.stage(head.stage), self.layout.header
            noted = self.layout.noted
            tall = band.height - (noted.height if noted else 0.0)
            box = Box(
                x=head.x,
                y=band.top,
                width=head.width,
                height=tall,
                fill=tone.tint if head.empty else tone.strong,
                radius=_RADIUS,
                key=f"stage-{head.stage + 1}",
                tooltip=head.name,
            )
            ink = self.theme.ink if head.empty else self.theme.page
            size = self.layout.type.heading
            style = Style(size=size, colour=ink, bold=True, tooltip=head.name)
            if noted and head.notes:
                head.notes.draw(self.canvas, box.bottom, box.key, chips=noted.chips)
            if noted or not self._with_goal(box, head, style):
                self.canvas.label(box, head.lines, style)

    def _with_goal(self, box: Box, head: Head, style: Style) -> bool:
        """Writes name and goal of a stage side by side; tells whether there is room for both."""
        goal = head.notes.whole if head.notes else ""
        small = replace(style, size=self.layout.type.small, bold=False, tooltip=goal)
        name = measure.width(head.name, style.size, bold=True)
        wide = name + _BESIDE + measure.width(goal, small.size)
        if not goal or len(head.lines) > 1 or wide > box.width - 2 * self.layout.space.pad:
            return False
        x, top = box.x + (box.width - wide) / 2, box.y + (box.height - style.leading) / 2
        self.canvas.boxes.append(box)
        self.canvas.write(head.lines, x, top, style)
        low = top + (style.size - small.size) * ASCENT
        self.canvas.write([goal], x + name + _BESIDE, low, small)
        return True

    def _label(self, lane: Row) -> None:
        place = self.layout
        if lane is Lane.EMOTION and self.sheet.people and not place.plot.height:
            return
        style = Style(size=place.type.small, colour=self.theme.muted, bold=True)
        size = row_size(self.sheet, place.type, lane)
        rise = place.space.rise + place.growth / 2 + (size - style.size) * ASCENT
        top = place.rows[lane].top + (rise if lane is not Lane.EMOTION else 2)
        style = replace(style, tooltip="\n".join(self.sheet.said.get(lane, ())))
        margin, names = self.canvas.page.margin, place.names
        below = self.canvas.write(names.lines.get(lane, ()), margin, top, style)
        if top + names.height(lane, style.size) <= place.rows[lane].bottom:
            self.canvas.write(names.said.get(lane, ()), margin, below, replace(style, bold=False))

    def _fill(self, lane: Row, column: Column) -> str:
        theme = self.theme
        own: dict[Ground, str] = {
            Ground.STAGE: theme.stage(column.stage).tint,
            Ground.PAIN: theme.pain,
            Ground.IDEA: theme.idea,
            Ground.PANEL: theme.panel,
        }
        ground = column.grounds.get(lane) or _GROUNDS.get(lane, Ground.PLAIN)
        return own.get(ground, theme.cell)

    def _line(self, lane: Row) -> None:
        """Draws the line of interaction or visibility above a row, with its words."""
        place, words = self.layout, self.sheet.lines.get(lane)
        if not words:
            return
        style = Style(size=place.type.small, colour=self.theme.muted)
        band = place.rows[lane]
        top = band.top - place.space.row / 2 - style.leading - place.loose / 2
        self.canvas.write([words], place.left, top, style)
        x, y = place.left + measure.width(words, style.size) + 8, top + style.leading / 2
        self.canvas.draw(dashed(line((x, y), (place.right, y), colour=self.theme.muted)))

    def _lane(self, lane: Row) -> None:
        for i, column in enumerate(self.layout.columns):
            if column.empty:
                continue
            entries = self.layout.cells[i][lane]
            if entries or lane in column.silent:
                self._cell(i, lane, entries)
            elif lane in column.gaps:
                self._gap(i, lane)
            if lane is Lane.ACTION:
                self._moments(i)

    def _height(self, lane: Row) -> float:
        """Returns the height of cells: as high as their row, but for what stands below its name."""
        place = self.layout
        tall = place.rows[lane].height
        if lane not in place.names.said:
            return tall
        size = row_size(self.sheet, place.type, lane)
        own = max(natural(cells[lane], size, place.space) for cells in place.cells)
        return min(tall, own + place.growth)

    def _cell(self, i: int, lane: Row, entries: Sequence[Entry]) -> None:
        """Writes the entries of a cell below one another, with hair lines between them."""
        place, column = self.layout, self.layout.columns[i]
        band, space, left = place.rows[lane], place.space, place.xs[i]
        self.canvas.boxes.append(
            Box(
                x=left,
                y=band.top,
                width=place.widths[i],
                height=self._height(lane),
                fill=self._fill(lane, column),
                radius=_RADIUS,
                key=f"{column.key}.{lane}",
                tooltip="\n".join(entry.text for entry in entries),
            )
        )
        if not entries:
            at = (left + space.pad + 3, band.top + space.rise + place.type.body * LEADING / 2)
            self.canvas.draw(*legend.present(at, self.theme))
        y = band.top + space.rise + place.growth / 2
        for number, entry in enumerate(entries):
            if number:
                y += space.split
                ends = ((left + space.pad, y), (left + place.widths[i] - space.pad, y))
                self.canvas.draw(line(*ends, colour=self.theme.rule, width=0.5))
                y += space.split
            style = Style(
                size=entry.size,
                colour=self.theme.low if entry.missed else self.theme.ink,
                bold=lane is Lane.ACTION,
                tooltip=entry.text if entry.cut else "",
                link=column.link if lane is Lane.ACTION else "",
            )
            x = left + space.pad
            if entry.mood:
                x += self._mood(entry, entry.mood, x, y)
            y = self.canvas.write(entry.lines, x, y, style)

    def _mood(self, entry: Entry, mood: Mood, x: float, y: float) -> float:
        """Draws a face before words and returns its room."""
        size = round(entry.size * 1.1)
        at = (x + size / 2, y + entry.size * LEADING / 2)
        self.canvas.draw(*glyphs.face(at, mood.value, self.theme, hollow=mood.hollow, size=size))
        return indent(entry.size)

    def _gap(self, i: int, lane: Row) -> None:
        """Shows a cell in which something is missing as an open outline."""
        place = self.layout
        band = place.rows[lane]
        self.canvas.boxes.append(
            Box(
                x=place.xs[i] + 0.5,
                y=band.top + 0.5,
                width=place.widths[i] - 1,
                height=band.height - 1,
                stroke=self.theme.faint,
                dashed=True,
                radius=_RADIUS,
                key=f"{place.columns[i].key}.{lane}",
            )
        )

    def _empty(self) -> None:
        """Shows a stage without steps as an open outline down the page."""
        place, bands = self.layout, list(self.layout.rows.values())
        for i, column in enumerate(place.columns):
            if column.empty:
                words = label("no-steps", self.sheet.language)
                name = self.sheet.stages[column.stage]
                self.canvas.boxes.append(
                    Box(
                        x=place.xs[i] + 0.5,
                        y=bands[0].top + 0.5,
                        width=place.widths[i] - 1,
                        height=bands[-1].bottom - bands[0].top - 1,
                        stroke=self.theme.faint,
                        dashed=True,
                        radius=_RADIUS,
                        key=f"{column.key}.empty",
                        tooltip=f"{name}: {words}" if name else words,
                    )
                )

    def _moments(self, i: int) -> None:
        place = self.layout
        at = place.xs[i] + place.widths[i] - 10, place.rows[Lane.ACTION].top - 3
        stage_columns.pin(place.columns[i], at, self.canvas)


def _paint(layouts: Sequence[Layout], sheet: Sheet, canvas: Canvas) -> None:
    for layout in layouts:
        _Painter(layout, sheet, canvas).paint()
    if layouts[0].frame.frame.aside > NUMBER:
        start = sheet.columns.index(layouts[0].columns[0])
        shown = range(start, start + len(layouts[0].columns))
        right = canvas.page.width - canvas.page.margin - _NUMBER
        whole_curve.draw(canvas, sheet.columns, list(sheet.personas), shown, right)


def _description(columns: Iterable[Column], sheet: Sheet) -> Iterator[str]:
    """Yields a page in words: stages, steps and how they feel."""
    stage = -1
    for column in columns:
        if column.stage != stage:
            stage = column.stage
            name = sheet.stages[stage]
            yield f"{label('stage', sheet.language)}: {name}." if name else ""
        if column.empty:
            yield f"{label('no-steps', sheet.language)}."
            continue
        feelings = ", ".join(feeling.words for feeling in column.feelings.values())
        action = " ".join(next(iter(column.cells.values()), ()))
        if column.callout:
            why = label(column.callout.why, sheet.language)
            action += f" [{why}: {column.callout.number}]"
        yield f"{action} ({feelings})." if feelings else f"{action}."


def _alone(_: int) -> int:
    return 0


def draw(
    sheet: Sheet, *, theme: Theme, page: Page, before: Callable[[int], int] = _alone
) -> tuple[Scene, ...]:
    """Draws columns, on as few pages as hold them with type of at least 10 points.

    Args:
        sheet: the picture in words.
        theme: colours.
        page: size of a page.
        before: tells of how many pages these are, how many others stand before them.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small for a single step.
    """
    if not sheet.columns:
        return ()
    if stage_columns.applies(sheet):
        return _of_stages(sheet, theme, page, before)
    pages = paginate(sheet, page, theme)
    return painted(sheet, pages, before(len(pages)))


def _of_stages(
    sheet: Sheet, theme: Theme, page: Page, before: Callable[[int], int]
) -> tuple[Scene, ...]:
    """Draws a map that has nothing but steps."""
    frame = PageFrame(
        title=sheet.title, subtitle=sheet.subtitle, language=sheet.language, page=page, theme=theme
    )
    pages = stage_columns.lay_out(sheet, frame)
    start = before(len(pages))
    frames = alike([each.frame for each in pages])
    return tuple(
        draw_page(
            frame,
            partial(each.paint, sheet),
            _description(each.columns, sheet),
            (number, len(pages) + start),
        )
        for number, (each, frame) in enumerate(zip(pages, frames, strict=True), 1 + start)
    )


def painted(sheet: Sheet, pages: Sequence[Sequence[Layout]], before: int = 0) -> tuple[Scene, ...]:
    """Draws pages that are laid out.

    Args:
        sheet: the picture in words.
        pages: what is on each.
        before: how many pages come before these.
    """
    frames = alike([layouts[0].frame for layouts in pages])
    return tuple(
        draw_page(
            frame,
            partial(_paint, layouts, sheet),
            _description((each for layout in layouts for each in layout.columns), sheet),
            (number, len(pages) + before),
        )
        for number, (layouts, frame) in enumerate(zip(pages, frames, strict=True), 1 + before)
    )
