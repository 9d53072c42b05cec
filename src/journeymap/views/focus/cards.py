"""Geometry of the cards of the focus view, and how they are painted."""

from collections.abc import Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.focus.content import Card, Row, Tone
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Box, line
from journeymap.views.kit.theme import ASCENT, LEADING, Theme, Type

PAD = 16.0
"""White space inside a card, left and right, in points."""
_RISE = 14.0
"""White space above its first and below its last line, in points."""
_SPLIT = 8.0
"""Least white space between rows, in points."""
_ASIDE = 8.0
"""Width of a card, in multiples of body type, from which on names stand beside their words, as a
multiple of the width of the widest name."""
_PILL = 8.0
"""White space left and right in the pill of a quick win, in points."""
_BADGE = 1.5
"""Diameter of a badge, as a multiple of the heading beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The words of a row in lines.

    Attributes:
        row: the row.
        lines: its words.
        above: whether its name stands above them, not beside.
    """

    row: Row
    lines: tuple[str, ...]
    above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A card in lines.

    Attributes:
        card: the card.
        width: from left to right.
        title: lines of its title.
        place: lines of its stage.
        rows: its rows.
        footer: lines of its footer.
        indent: left edge of words beside names, from the pad.
        stacked: whether impact and effort stand below one another.
    """

    card: Card
    width: float
    title: tuple[str, ...]
    place: tuple[str, ...]
    rows: tuple[Lines, ...]
    footer: tuple[str, ...]
    indent: float
    stacked: bool


def diameter(kind: Type) -> float:
    """Returns the diameter of a badge."""
    return round(kind.heading * _BADGE)


def place(card: Card, width: float, kind: Type, most: int) -> Placed:
    """Breaks the words of a card into lines.

    Args:
        card: the card.
        width: of the card, in points.
        kind: sizes of type.
        most: lines of a row before the rest goes to its tooltip.
    """
    inner = width - 2 * PAD
    names = [measure.width(row.name, kind.small, bold=True) for row in card.rows]
    indent = max(names, default=0.0) + 12
    above = inner < _ASIDE / 2 * indent
    room = inner if above else inner - indent
    head = inner - diameter(kind) - 8
    pill = _pill(card, kind) + 8 if card.win else 0.0
    title = measure.wrap(card.title, head, kind.heading, bold=True)
    where = measure.wrap(card.place, head - pill, kind.small)
    return Placed(
        card=card,
        width=width,
        title=measure.clip(title, most, head, kind.heading),
        place=measure.clip(where, 2, head - pill, kind.small),
        rows=tuple(
            Lines(
                row=row,
                lines=measure.clip(measure.wrap(row.text, room, kind.body), most, room, kind.body),
                above=above,
            )
            for row in card.rows
        ),
        footer=measure.clip(measure.wrap(card.footer, inner, kind.small), 2, inner, kind.small),
        indent=0.0 if above else indent,
        stacked=sum(_rating(name, kind) for name, _ in card.ratings) + 16 > inner,
    )


def _pill(card: Card, kind: Type) -> float:
    return measure.width(card.win, kind.small, bold=True) + 2 * _PILL


def _rating(name: str, kind: Type) -> float:
    return measure.width(name, kind.small) + 6 + glyphs.DOTS


def _head(placed: Placed, kind: Type) -> float:
    words = len(placed.title) * kind.heading * LEADING
    line_ = max(len(placed.place) * kind.small * LEADING, _tall(kind))
    return max(words + line_, diameter(kind))


def _tall(kind: Type) -> float:
    """Returns the height of a pill, and of the line that it stands in."""
    return kind.small * LEADING + 4


def _row(broken: Lines, kind: Type) -> float:
    name = kind.small * LEADING if broken.above else 0.0
    return name + len(broken.lines) * kind.body * LEADING


def _foot(placed: Placed, kind: Type) -> float:
    count = len(placed.footer)
    if placed.card.ratings:
        count += len(placed.card.ratings) if placed.stacked else 1
    return count * kind.small * (LEADING + 0.2) + _SPLIT if count else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Cards side by side, their rows as high as one another.

    Attributes:
        cards: the cards.
        head: height of the heads.
        rows: height of each row.
        foot: height of the feet.
    """

    cards: tuple[Placed, ...]
    head: float
    rows: tuple[float, ...]
    foot: float

    @property
    def height(self) -> float:
        """The least height of the cards; 0 where there is none."""
        if not self.cards:
            return 0.0
        return self.head + sum(self.rows) + (len(self.rows) + 1) * _SPLIT + self.foot + 2 * _RISE


def deck(placed: Sequence[Placed], kind: Type) -> Deck:
    """Sets cards side by side; all of them have the same rows."""
    rows = zip(*(each.rows for each in placed), strict=True)
    return Deck(
        cards=tuple(placed),
        head=max((_head(each, kind) for each in placed), default=0.0),
        rows=tuple(max(_row(row, kind) for row in same) for same in rows),
        foot=max((_foot(each, kind) for each in placed), default=0.0),
    )


class CardPainter:
    """Paints cards."""

    def __init__(self, canvas: Canvas, kind: Type) -> None:
        self.canvas, self.kind, self.theme = canvas, kind, canvas.theme

    def paint(self, all_: Deck, lefts_: Sequence[float], top: float, tall: float) -> None:
        """Paints cards, their rows set apart so that they fill the height."""
        gap = _SPLIT + (tall - all_.height) / (len(all_.rows) + 1)
        for placed, left in zip(all_.cards, lefts_, strict=True):
            self.canvas.boxes.append(
                Box(
                    x=left, y=top, width=placed.width, height=tall, radius=8,
                    fill=self.theme.panel, stroke=self.theme.faint,
                    key=f"card-{placed.card.position + 1}",
                )
            )  # fmt: skip
            x, y = left + PAD, top + _RISE
            self._head(placed, x, y)
            y += all_.head + gap
            for row, slot in zip(placed.rows, all_.rows, strict=True):
                self._row(placed, row, x, y)
                y += slot + gap
            self._foot(placed, x, top + tall - _RISE - all_.foot)

    def _head(self, placed: Placed, x: float, y: float) -> None:
        kind, theme, size = self.kind, self.theme, diameter(self.kind)
        card = placed.card
        centre = (x + size / 2, y + kind.heading * LEADING / 2)
        self.canvas.draw(
            *glyphs.badge(centre, str(card.number), theme, size=size, figures=kind.heading)
        )
        bold = Style(size=kind.heading, colour=theme.ink, bold=True, tooltip=card.title)
        below = self.canvas.write(placed.title, x + size + 8, y, bold)
        muted = Style(size=kind.small, colour=theme.muted, tooltip=card.place)
        self.canvas.write(placed.place, x + size + 8, below + 2, muted)
        if card.win:
            self._pill(placed, x + placed.width - 2 * PAD, below)

    def _pill(self, placed: Placed, right: float, top: float) -> None:
        kind, theme = self.kind, self.theme
        width, tall = _pill(placed.card, kind), _tall(kind)
        self.canvas.boxes.append(
            Box(x=right - width, y=top, width=width, height=tall, fill=theme.idea, radius=tall / 2)
        )
        style = Style(size=kind.small, colour=theme.ink, bold=True, anchor=Anchor.MIDDLE)
        self.canvas.write([placed.card.win], right - width / 2, top + 2, style)

    def _row(self, placed: Placed, broken: Lines, x: float, y: float) -> None:
        kind = self.kind
        name = Style(size=kind.small, colour=self.theme.muted, bold=True)
        drop = 0.0 if broken.above else (kind.body - kind.small) * ASCENT
        below = self.canvas.write([broken.row.name], x, y + drop, name)
        words = Style(
            size=kind.body, colour=tint(broken.row.tone, self.theme), tooltip=broken.row.text
        )
        self.canvas.write(broken.lines, x + placed.indent, below if broken.above else y, words)

    def _foot(self, placed: Placed, x: float, y: float) -> None:
        kind, card = self.kind, placed.card
        if not (card.ratings or placed.footer):
            return
        ends = ((x, y), (x + placed.width - 2 * PAD, y))
        self.canvas.draw(line(*ends, colour=self.theme.faint))
        style = Style(size=kind.small, colour=self.theme.muted, tooltip=card.footer)
        step = kind.small * (LEADING + 0.2)
        y, left = y + _SPLIT, x
        for name, value in card.ratings:
            self.canvas.write([name], left, y, style)
            at = (left + measure.width(name, kind.small) + 6, y + style.leading / 2)
            self.canvas.draw(*glyphs.dots(at, value, self.theme.middle, self.theme))
            if placed.stacked:
                y += step
            else:
                left += _rating(name, kind) + 16
        if card.ratings and not placed.stacked:
            y += step
        self.canvas.write(placed.footer, x, y, style)


def tint(tone: Tone, theme: Theme) -> str:
    """Returns the colour of a row's words."""
    colours = {Tone.PLAIN: theme.ink, Tone.PAIN: theme.low, Tone.IDEA: theme.high}
    return colours.get(tone, theme.muted)


def widths(count: int, room: float, gap: float, most: float) -> tuple[float, ...]:
    """Returns the widths of cards side by side."""
    each = min((room - (count - 1) * gap) / max(1, count), most)
    return (float(int(each)),) * count


def lefts(wide: Sequence[float], left: float, room: float, gap: float) -> tuple[float, ...]:
    """Returns the left edges of cards, in the middle of the room that they have."""
    used = sum(wide) + gap * (len(wide) - 1)
    start = left + (room - used) / 2
    return tuple(start + sum(wide[:i]) + gap * i for i in range(len(wide)))
