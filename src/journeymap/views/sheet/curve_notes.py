"""Notes at the curve where there is room: what is felt in words, is thought, and goes well."""

from collections.abc import Iterator, Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.free_room import Place, Room, around
from journeymap.views.kit.scene import Anchor, Curve, Marker, Point, Text
from journeymap.views.kit.theme import ASCENT, LEADING
from journeymap.views.sheet.content import Column, Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.words.labels import label

_LINES = {"felt": 3, "said": 3}
"""Lines of what is felt, and of what is thought or goes well; longer notes are left out."""
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


class CurveNotes:
    """Finds room for notes beside what is drawn already."""

    def __init__(self, sheet: Sheet, canvas: Canvas, size: float, bounds: Place) -> None:
        self.sheet, self.canvas, self.size = sheet, canvas, size
        self.room = Room(bounds=bounds)
        marks = list(canvas.marks)
        self.room.curves(mark for mark in marks if isinstance(mark, Curve))
        for mark in marks:
            if isinstance(mark, Marker):
                self.room.taken.append(around((mark.x, mark.y), mark.size, mark.size))
            elif isinstance(mark, Text):
                self.room.taken.append(_of_text(mark))

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
            tops = [*_beside(spot, spots), *self._tops(spot.at[1])]
            colour = self.canvas.theme.feeling(feeling.value)
            muted = self.canvas.theme.muted
            shade = muted if colour == self.canvas.theme.middle else colour
            self._place(words, "felt", room, middle, tops, shade)
        for words in self._said(column):
            near = [*self._tops(spots[0].at[1])] if spots else []
            self._place(words, "said", room, middle, near, self.canvas.theme.muted)

    def _name(self, who: str) -> str:
        """Returns the name of somebody, without what stands behind it: "Lucía, 38"."""
        return self.sheet.people[who].partition(",")[0]

    def _said(self, column: Column) -> Iterator[str]:
        """Yields what no row of the page tells: thoughts, and what goes well."""
        if Lane.THOUGHT not in self.sheet.lanes:
            yield from column.cells.get(Lane.THOUGHT, ())
        if Lane.GAINS not in self.sheet.lanes:
            name = label("gains", self.sheet.language)
            yield from (f"{name}: {words}" for words in column.cells.get(Lane.GAINS, ()))

    def _tops(self, near: float) -> Iterator[tuple[float, bool]]:
        """Yields heights of the panel, those near a point first."""
        bounds = self.room.bounds
        count = int((bounds.bottom - bounds.top) // _STEP)
        heights = [bounds.top + i * _STEP for i in range(count)]
        yield from ((top, False) for top in sorted(heights, key=lambda top: abs(top - near)))

    def _place(  # noqa: PLR0913, PLR0917 - what is written, how, and where it may stand
        self,
        words: str,
        kind: str,
        room: float,
        middle: float,
        tops: Sequence[tuple[float, bool]],
        colour: str,
    ) -> None:
        """Writes words at the first of some heights that is free; nothing where none is."""
        lines = measure.wrap(words, room, self.size) if words else ()
        whole = measure.longest(words, self.size) <= room if words else False
        if not whole or len(lines) > _LINES[kind]:
            return
        wide = max(measure.width(line, self.size) for line in lines)
        tall = len(lines) * self.size * LEADING
        for edge, above in tops:
            top = edge - tall if above else edge
            place = Place(left=middle - wide / 2, top=top, right=middle + wide / 2,
                          bottom=top + tall)  # fmt: skip
            if self.room.is_free(place):
                style = Style(size=self.size, colour=colour, anchor=Anchor.MIDDLE)
                self.canvas.write(lines, middle, top, style)
                self.room.taken.append(place)
                return


def _is_hidden(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Tells whether a point lies on another one: its colour alone does not say whose it is."""
    return any(each is not spot and abs(each.at[1] - spot.at[1]) < spot.size / 2 for each in spots)


def _beside(spot: Spot, spots: Sequence[Spot]) -> Iterator[tuple[float, bool]]:
    """Yields the edges of words above and below a point, with whether they stand above.

    Then those beyond points that touch it, and beyond the words of these.
    """
    half = spot.size / 2 + _FACE
    near = [each.at[1] for each in spots if abs(each.at[1] - spot.at[1]) < spot.size]
    edges = ((spot.at[1], spot.at[1]), (min(near), max(near)))
    for further in range(_HEIGHTS):
        for high, low in edges:
            yield high - half - further * spot.size, True
            yield low + half + further * spot.size, False


def _of_text(text: Text) -> Place:
    wide = measure.width(text.text, text.size, bold=text.bold)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    left = text.x - shift
    top, bottom = text.baseline - ASCENT * text.size, text.baseline + _LOW * text.size
    return Place(left=left, top=top, right=left + wide, bottom=bottom)
