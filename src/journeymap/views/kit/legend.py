"""The legend: what each glyph that is really on the page means."""

from collections.abc import Callable, Sequence

from journeymap.model.step import Moment
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.scene import Anchor, Mark, Marker, Point, Shape, Text, line
from journeymap.views.kit.theme import LEADING, Theme

ROOM = 22.0
"""Width of a glyph with the gap to its words, in points."""
SPLIT = 4.0
"""White space above a row of entries, in points."""
_SPACES = (20.0, 16.0, 12.0, 9.0)
"""Gaps between entries, in points: the widest with which they take the fewest rows."""
_FIGURE = 0.36
"""Half of the height of figures, as a multiple of their size."""
_LONGEST = 260.0
"""Widest words of an entry, in points; longer ones are cut."""
Draw = Callable[[Point, Theme], Sequence[Mark]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An entry of the legend.

    Attributes:
        draw: paints its glyph.
        text: what it means.
        full: the same, uncut.
        fresh: whether it begins a row of its own.
    """

    draw: Draw
    text: str
    full: str
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSign:
    """An entry where it stands.

    Attributes:
        sign: the entry.
        x: left edge.
        row: from 0.
    """

    sign: Sign
    x: float
    row: int


def moment(kind: Moment) -> Draw:
    """Returns the sign of a moment."""
    return lambda at, theme: glyphs.moment(at, kind, theme)


def passage(kind: Passage) -> Draw:
    """Returns the sign of what happens between two steps."""
    return lambda at, theme: glyphs.passage(at, kind, theme)


def hollow(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of what rests on assumptions."""
    return glyphs.face(at, 0, theme, hollow=True, size=glyphs.FACE)


def ring(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of a dot that rests on assumptions."""
    x, y = at
    return [Marker(shape=Shape.CIRCLE, x=x, y=y, size=12, fill=theme.page, stroke=theme.middle)]


def present(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of somebody who is there."""
    x, y = at
    return [Marker(shape=Shape.CIRCLE, x=x, y=y, size=6, fill=theme.muted)]


def short(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of a dot that was perceived below what was expected."""
    x, y = at
    return [Marker(shape=Shape.SQUARE, x=x, y=y, size=11, fill=theme.page, stroke=theme.low)]


def crossing(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of where quadrants meet."""
    x, y = at
    return [
        line((x - 7, y), (x + 7, y), colour=theme.muted, width=1.4),
        line((x, y - 6), (x, y + 6), colour=theme.muted, width=1.4),
    ]


def lead(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of dots beside the point of their value."""
    x, y = at
    value = Marker(shape=Shape.CIRCLE, x=x - 7, y=y, size=4, fill=theme.muted)
    dot = Marker(shape=Shape.CIRCLE, x=x + 4, y=y, size=9, fill=theme.middle)
    return [line((x - 7, y), (x, y), colour=theme.muted), value, dot]


def way(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of the persona's curve."""
    return [glyphs.sample(at, theme.curves[0], broken=False)]


def person(index: int) -> Draw:
    """Returns the sign of the curve of somebody, by place among all whose curves are shown."""

    def draw(at: Point, theme: Theme) -> list[Mark]:
        colour = theme.curves[index % len(theme.curves)]
        marks: list[Mark] = [glyphs.sample(at, colour, broken=False)]
        if index:
            marks.append(glyphs.point(at, colour, theme, hollow=False))
        return marks

    return draw


def bridge(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of a leap over steps without a value."""
    return [glyphs.sample(at, theme.curves[0], broken=True)]


def span(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of feelings that are there at once."""
    x, y = at
    return [line((x, y - 7), (x, y + 7), colour=theme.curves[0], width=glyphs.SPAN)]


def of(
    named: Sequence[tuple[str, Draw]], size: float, longest: float = _LONGEST
) -> tuple[Sign, ...]:
    """Returns entries from their words and glyphs, without those that have no words."""
    cut = [measure.wrap(text, longest, size) for text, _ in named]
    return tuple(
        Sign(draw=draw, text=measure.clip(lines, 1, longest, size)[0], full=text)
        for (text, draw), lines in zip(named, cut, strict=True)
        if lines
    )


def nothing(_at: Point, _theme: Theme) -> list[Mark]:
    """Draws no sign."""
    return []


def number(value: int, size: float) -> Draw:
    """Returns a number that stands for what is told by it elsewhere on the page."""

    def draw(at: Point, theme: Theme) -> list[Mark]:
        words = Text(
            x=at[0],
            baseline=at[1] + _FIGURE * size,
            text=str(value),
            size=size,
            colour=theme.ink,
            bold=True,
            anchor=Anchor.MIDDLE,
        )
        return [words]

    return draw


def badge(number: int) -> Draw:
    """Returns the sign of a step that is called out."""
    return lambda at, theme: glyphs.badge(at, str(number), theme, size=16)


def arrange(
    entries: Sequence[Sign], left: float, right: float, size: float
) -> tuple[PlacedSign, ...]:
    """Sets entries side by side, in as few rows as they need."""
    options = [_rows(entries, left, right, size, space) for space in _SPACES]
    return min(options, key=lambda placed: placed[-1].row if placed else 0)


def _rows(
    entries: Sequence[Sign], left: float, right: float, size: float, space: float
) -> tuple[PlacedSign, ...]:
    placed = []
    x, row = left, 0
    for sign in entries:
        room = ROOM + measure.width(sign.text, size)
        if x > left and (sign.fresh or x + room > right):
            x, row = left, row + 1
        placed.append(PlacedSign(sign=sign, x=x, row=row))
        x += room + space
    return tuple(placed)


def tall(placed: Sequence[PlacedSign], size: float) -> float:
    """Returns the height of an arranged legend."""
    return (placed[-1].row + 1) * (size * LEADING + SPLIT) if placed else 0.0
