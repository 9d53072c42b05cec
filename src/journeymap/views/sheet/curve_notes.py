"""Notes at the curve where there is room: what is felt in words, is thought, and goes well."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.contrast import TEXT, contrast
from journeymap.views.kit.free_room import Place, Room, around
from journeymap.views.kit.scene import Anchor, Curve, Marker, Point, Text
from journeymap.views.kit.theme import ASCENT, LEADING
from journeymap.views.sheet.content import Column, Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.words.labels import label

_LINES = {"felt": 3, "said": 3}
"""Lines of what is felt, and of what is thought or goes well; longer notes are left out, or cut
where others of their kind are told."""
_STEP, _SIDE, _FACE = 4.0, 4.0, 2.0
"""Between heights that are tried, at the sides of a column, and from a face to its words, in
points."""
_HEIGHTS = 2
"""Heights above and below a point at which its words may stand: the second ones where the first are
taken, as by those of another point in the same place."""
_LOW = 0.21
"""How far letters hang below their base line, as a share of their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The point of a person at a step.

    Attributes:
        column: position of the step on the page.
        at: where it stands.
        who: whose it is.
        size: of its face or dot.
    """

    column: int
    at: Point
    who: str
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Try:
    """Where words may stand.

    Attributes:
        x: their middle, or their edge beside a point.
        y: their upper edge, or the lower one above a point; their middle beside one.
        above: whether they stand above a point.
        anchor: of their lines.
    """

    x: float
    y: float
    above: bool = False
    anchor: Anchor = Anchor.MIDDLE

    def place(self, wide: float, tall: float) -> Place:
        """Returns the room that words of this size take there."""
        if self.anchor is not Anchor.MIDDLE:
            left = self.x if self.anchor is Anchor.START else self.x - wide
            return Place(left=left, top=self.y - tall / 2, right=left + wide,
                         bottom=self.y + tall / 2)  # fmt: skip
        top, left = self.y - tall if self.above else self.y, self.x - wide / 2
        return Place(left=left, top=top, right=left + wide, bottom=top + tall)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """Words beside a curve.

    Attributes:
        text: the words.
        kind: whether it is felt or said.
        room: how wide it may be.
        tries: where it may stand.
        colour: of its letters.
        lane: what it tells of what is said; None of what is felt.
        lines: the words in lines, once they have a place.
        at: their place and its upper edge; None where there is none.
    """

    text: str
    kind: str
    room: float
    tries: Sequence[_Try]
    colour: str
    lane: Lane | None = None
    lines: tuple[str, ...] = ()
    at: tuple[_Try, float] | None = None


class CurveNotes:
    """Finds room for notes beside what is drawn already."""

    def __init__(self, sheet: Sheet, canvas: Canvas, size: float, bounds: Place) -> None:
        self.sheet, self.canvas, self.size = sheet, canvas, size
        self.room = Room(bounds=bounds)
        self.notes: list[_Note] = []
        marks = list(canvas.marks)
        self.room.curves(mark for mark in marks if isinstance(mark, Curve))
        for mark in marks:
            if isinstance(mark, Marker):
                self.room.take(around((mark.x, mark.y), mark.size, mark.size))
            elif isinstance(mark, Text):
                self.room.take(_of_text(mark))

    def write(self, column: Column, spots: Sequence[Spot], left: float, width: float) -> None:
        """Writes what has room at a step: first what is felt, then what else is said."""
        room = width - 2 * _SIDE
        middle = left + width / 2
        for spot in spots:
            feeling = column.feelings[spot.who]
            name = feeling.name or (self._name(spot.who) if len(spots) > 1 else "")
            words = ": ".join(filter(None, (name, feeling.word)))
            is_plain = spot.who in self.sheet.personas and not _is_hidden(spot, spots)
            if not feeling.word and is_plain:
                words = ""
            tries = [*_beside(spot, spots), *self._tops(spot.at[1], middle)]
            colour = self._shade(spot, feeling.value)
            note = _Note(text=words, kind="felt", room=room, tries=tries, colour=colour)
            self._write(self._place(note))
        for lane, words in self._said(column):
            near = [*self._tops(spots[0].at[1] if spots else self.room.bounds.top, middle)]
            colour = self.canvas.theme.muted
            note = _Note(text=words, kind="said", lane=lane, room=room, tries=near, colour=colour)
            self.notes.append(self._place(note))

    def draw(self) -> None:
        """Writes what is said: of a kind that is told somewhere every note, cut where need be.

        Of a kind of which one has no room at all nothing is told: its absence would say that
        there is nothing.
        """
        for lane in dict.fromkeys(note.lane for note in self.notes):
            own = [note for note in self.notes if note.lane is lane]
            if any(note.at for note in own):
                own = [note if note.at else self._cut(note) for note in own]
            for note in own if all(note.at for note in own) else ():
                self._write(note)

    def _shade(self, spot: Spot, value: float) -> str:
        """Returns the colour of the point: that of the feeling for the persona, else her line's."""
        theme, order = self.canvas.theme, list(self.sheet.people)
        if place := order.index(spot.who):
            own = theme.curves[place % len(theme.curves)]
            return own if contrast(own, theme.panel) >= TEXT else theme.muted
        colour = theme.feeling(value)
        return theme.muted if colour == theme.middle else colour

    def _name(self, who: str) -> str:
        """Returns the name of somebody, without what stands behind it: "Lucía, 38"."""
        return self.sheet.people[who].partition(",")[0]

    def _said(self, column: Column) -> Iterator[tuple[Lane, str]]:
        """Yields what no row of the page tells: thoughts, and what goes well."""
        if Lane.THOUGHT not in self.sheet.lanes:
            yield from ((Lane.THOUGHT, words) for words in column.cells.get(Lane.THOUGHT, ()))
        if Lane.GAINS not in self.sheet.lanes:
            name = label("gains", self.sheet.language)
            told = column.cells.get(Lane.GAINS, ())
            yield from ((Lane.GAINS, f"{name}: {words}") for words in told)

    def _tops(self, near: float, middle: float) -> Iterator[_Try]:
        """Yields heights of the panel, those near a point first."""
        bounds = self.room.bounds
        count = int((bounds.bottom - bounds.top) // _STEP)
        heights = [bounds.top + i * _STEP for i in range(count)]
        yield from (
            _Try(x=middle, y=top) for top in sorted(heights, key=lambda top: abs(top - near))
        )

    def _place(self, note: _Note) -> _Note:
        """Returns a note at the first of its places that is free, whole; at none where none is."""
        words, most = note.text, _LINES[note.kind]
        lines = measure.wrap(words, note.room, self.size) if words else ()
        whole = measure.longest(words, self.size) <= note.room if words else False
        return self._find(note, lines) if whole and len(lines) <= most else note

    def _cut(self, note: _Note) -> _Note:
        """Returns a note at the first place that is free for the beginning of it."""
        lines = measure.wrap(note.text, note.room, self.size)
        for most in range(_LINES[note.kind], 0, -1):
            found = self._find(note, measure.clip(lines, most, note.room, self.size))
            if found.at:
                return found
        return note

    def _find(self, note: _Note, lines: Sequence[str]) -> _Note:
        """Returns a note in some lines at the first of its places that is free."""
        wide = max(measure.width(line, self.size) for line in lines)
        tall = len(lines) * self.size * LEADING
        for each in note.tries:
            place = each.place(wide, tall)
            if self.room.is_free(place):
                self.room.take(place)
                return replace(note, lines=tuple(lines), at=(each, place.top))
        return note

    def _write(self, note: _Note) -> None:
        """Writes a note in its place; nothing where it has none."""
        if note.at:
            where, top = note.at
            cut = note.lines[-1].endswith(measure.ELLIPSIS) and note.text[-1:] != measure.ELLIPSIS
            style = Style(
                size=self.size,
                colour=note.colour,
                anchor=where.anchor,
                tooltip=note.text if cut else "",
            )
            self.canvas.write(note.lines, where.x, top, style)


def _is_hidden(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Tells whether a point lies on another one: its colour alone does not say whose it is."""
    return any(each is not spot and abs(each.at[1] - spot.at[1]) < spot.size / 2 for each in spots)


def _beside(spot: Spot, spots: Sequence[Spot]) -> Iterator[_Try]:
    """Yields where words stand near a point: above the highest, below the others, else beside it.

    Then on its other side, beyond points that touch it, and beyond the words of these.
    """
    x, y = spot.at
    half = spot.size / 2 + _FACE
    near = [each.at[1] for each in spots if abs(each.at[1] - y) < spot.size]
    is_low = any(each.at[1] < y for each in spots)
    for number, (further, (high, low)) in enumerate(
        product(range(_HEIGHTS), ((y, y), (min(near), max(near))))
    ):
        above = _Try(x=x, y=high - half - further * spot.size, above=True)
        below = _Try(x=x, y=low + half + further * spot.size)
        first, second = (below, above) if is_low else (above, below)
        yield first
        if not number and len(spots) > 1 and not _is_hidden(spot, spots):
            yield _Try(x=x + half, y=y, anchor=Anchor.START)
            yield _Try(x=x - half, y=y, anchor=Anchor.END)
        yield second


def _of_text(text: Text) -> Place:
    wide = measure.width(text.text, text.size, bold=text.bold)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    left = text.x - shift
    top, bottom = text.baseline - ASCENT * text.size, text.baseline + _LOW * text.size
    return Place(left=left, top=top, right=left + wide, bottom=bottom)
