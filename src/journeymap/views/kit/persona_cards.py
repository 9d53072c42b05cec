"""Heads and cells of the cards of personas, broken into lines and drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.portrait import draw_disc
from journeymap.views.kit.profiles import Profile
from journeymap.views.kit.scene import Box
from journeymap.views.kit.theme import LEADING, Theme, Type

PAD, RISE, SPLIT, RADIUS = 10.0, 7.0, 3.0, 8.0
"""White space in a box: at its sides, above and below; between its entries; and its corners."""
_DISC, _ALONE, _LARGE = 4.5, 8.0, 10.5
"""Diameter of a portrait in multiples of body type: beside others, alone, and alone with room."""
_BESIDE = 9.0
"""Room beside a portrait, in multiples of body type, from which on the name stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Lines that belong together, in one look.

    Attributes:
        words: the lines.
        size: of their type.
        bold: whether they are bold.
        muted: whether they stand back.
        whole: all of it, where words were left out.
    """

    words: tuple[str, ...]
    size: float
    bold: bool = False
    muted: bool = False
    whole: str = ""

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.words) * self.size * LEADING

    def draw(self, canvas: Canvas, x: float, top: float, colour: str = "") -> float:
        """Writes the lines and returns the y below them."""
        ink = canvas.theme.muted if self.muted else canvas.theme.ink
        style = Style(
            size=self.size, colour=colour or ink, bold=self.bold, tooltip=self.whole
        )  # fmt: skip
        return canvas.write(self.words, x, top, style)


def lines(  # noqa: PLR0913 - how words look is told by name
    text: str, width: float, size: float, *, most: int, bold: bool = False, muted: bool = False
) -> Line:
    """Breaks words into lines of a width in points, at most so many."""
    broken = measure.wrap(text, width, size, bold=bold)
    kept = measure.clip(broken, most, width, size)
    whole = text if len(broken) > most else ""
    return Line(words=kept, size=size, bold=bold, muted=muted, whole=whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is said of a persona in one respect.

    Attributes:
        key: of the respect.
        head: its name; None where that stands beside the row.
        entries: what is said.
    """

    key: str
    head: Line | None
    entries: tuple[Line, ...]

    @property
    def height(self) -> float:
        """With the white space in its box."""
        head = self.head.height + SPLIT if self.head else 0.0
        entries = sum(each.height for each in self.entries)
        return head + entries + SPLIT * (len(self.entries) - 1) + 2 * RISE

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draws it in its box, which may be higher than it needs."""
        fill = canvas.theme.pain if self.key == "frustrations" else canvas.theme.cell
        canvas.boxes.append(replace(box, fill=fill, radius=RADIUS))
        y = box.y + RISE
        if self.head:
            y = self.head.draw(canvas, box.x + PAD, y) + SPLIT
        for each in self.entries:
            y = each.draw(canvas, box.x + PAD, y) + SPLIT


def cells(told: Profile, width: float, kind: Type, most: int, *, named: bool) -> Mapping[str, Cell]:
    """Returns the cells of a persona by respect.

    Args:
        told: what is said of her.
        width: of a cell, in points.
        kind: sizes of type.
        most: lines of an entry before the rest goes to its tooltip.
        named: whether the name of the respect stands in the cell.
    """
    room = width - 2 * PAD
    found = {}
    for key, fact in told.rows.items():
        head = lines(fact.label, room, kind.small, most=most, bold=True, muted=True)
        entries = tuple(lines(each.text, room, kind.body, most=most) for each in fact.entries)
        found[key] = Cell(key=key, head=head if named else None, entries=entries)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who she is: portrait, name, segment, facts, and her own words.

    Attributes:
        told: what is said of her.
        disc: diameter of the portrait.
        beside: name and segment, beside the portrait or below it.
        is_beside: whether they stand beside it.
        below: facts and her own words.
        spare: room that is left in the box, in points.
    """

    told: Profile
    disc: float
    beside: tuple[Line, ...]
    is_beside: bool
    below: tuple[Line, ...]
    spare: float = 0.0

    @property
    def top(self) -> float:
        """Height of portrait and name."""
        name = sum(each.height for each in self.beside)
        return max(self.disc, name) if self.is_beside else self.disc + RISE + name

    @property
    def height(self) -> float:
        """With the white space in its box."""
        below = sum(each.height + RISE for each in self.below)
        return self.top + below + 2 * PAD

    def draw(self, canvas: Canvas, box: Box, colour: str) -> None:
        """Draws it in its box."""
        canvas.boxes.append(replace(box, fill=canvas.theme.panel, radius=RADIUS))
        half = self.disc / 2
        at = (box.x + PAD + half, box.y + PAD + half)
        draw_disc(
            canvas, at, self.disc, name=self.told.name, picture=self.told.picture, colour=colour
        )
        x, y = box.x + PAD, box.y + PAD
        name = sum(each.height for each in self.beside)
        if self.is_beside:
            x += self.disc + PAD
            y += max(0.0, (self.disc - name) / 2)
        else:
            y += self.disc + RISE
        for each in self.beside:
            y = each.draw(canvas, x, y)
        y = box.y + PAD + self.top
        apart = RISE + min(self.spare / (len(self.below) + 1), 2 * RISE)
        for each in self.below:
            y = each.draw(canvas, box.x + PAD, y + apart)


def head(  # noqa: PLR0913 - how words look is told by name
    told: Profile, width: float, kind: Type, most: int, *, alone: bool, tall: float = 0.0
) -> Head:
    """Breaks who she is into lines for a box of a width in points; alone she has more room.

    Args:
        told: what is said of her.
        width: of the box.
        kind: sizes of type.
        most: lines of a text before the rest goes to its tooltip.
        alone: whether nobody stands beside her.
        tall: height of the box, which the portrait takes what it can of; 0 where that is open.
    """
    least = (_ALONE if alone else _DISC) * kind.body
    found = _head(told, width, kind, most, least, alone=alone)
    while tall and found.disc < _LARGE * kind.body:
        larger = _head(told, width, kind, most, found.disc + kind.body / 2, alone=alone)
        if larger.height > tall or larger.disc <= found.disc:
            break
        found = larger
    return replace(found, spare=max(0.0, tall - found.height) if tall else 0.0)


def _head(  # noqa: PLR0913 - how words look is told by name
    told: Profile, width: float, kind: Type, most: int, disc: float, *, alone: bool
) -> Head:
    """Breaks who she is into lines beside or below a portrait of at most a diameter in points."""
    room = width - 2 * PAD
    disc = min(disc, room)
    is_beside = room - disc - PAD >= _BESIDE * kind.body
    narrow = room - disc - PAD if is_beside else room
    texts = [lines(told.name, narrow, kind.heading, most=most, bold=True)]
    texts += [lines(each, narrow, kind.small, most=most, muted=True) for each in told.aside]
    facts = told.lines if alone else [" · ".join(told.lines)] if told.lines else []
    below = [lines(each, room, kind.small, most=most) for each in facts]
    if told.quote:
        size = kind.heading if alone else kind.body
        below.append(lines(told.quote, room, size, most=most, muted=True))
    return Head(told=told, disc=disc, beside=tuple(texts), is_beside=is_beside, below=tuple(below))


def colours(theme: Theme, count: int) -> Sequence[str]:
    """Returns the colours of so many personas, those of their curves; one alone stands back."""
    if count == 1:
        return [theme.muted]
    return [theme.curves[i % len(theme.curves)] for i in range(count)]
