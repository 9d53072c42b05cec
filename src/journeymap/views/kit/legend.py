"""The legend: what each glyph that is really on the page means."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from journeymap.model.step import Moment
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.scene import Mark, Marker, Point, Shape
from journeymap.views.kit.theme import LEADING, Theme
from journeymap.views.sheet.content import Column, Passage, Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.words.picture_labels import label
from journeymap.words.reasons import joined

ROOM = 22.0
"""Width of a glyph with the gap to its words, in points."""
SPLIT = 4.0
"""White space above a row of entries, in points."""
_SPACES = (20.0, 16.0, 12.0)
"""Gaps between entries, in points: the widest with which they take the fewest rows."""
_LONGEST = 260.0
"""Widest words of an entry, in points; longer ones are cut."""
_LINES = 2
"""Most lines of an entry that calls out a step, each as wide as the page."""

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


def _moment(kind: Moment) -> Draw:
    return lambda at, theme: [glyphs.moment(at, kind, theme)]


def _passage(kind: Passage) -> Draw:
    return lambda at, theme: glyphs.passage(at, kind, theme)


def _person(index: int) -> Draw:
    def draw(at: Point, theme: Theme) -> list[Mark]:
        colour = theme.curves[index % len(theme.curves)]
        marks: list[Mark] = [glyphs.sample(at, colour, broken=False)]
        if index:
            shape = glyphs.OTHERS[(index - 1) % len(glyphs.OTHERS)]
            marks.append(glyphs.point(at, shape, colour, theme, hollow=False))
        return marks

    return draw


def hollow(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of what rests on assumptions."""
    return glyphs.face(at, 0, theme, hollow=True, size=glyphs.FACE)


def _disc(at: Point, theme: Theme) -> list[Mark]:
    return [Marker(shape=Shape.CIRCLE, x=at[0], y=at[1], size=12, fill=theme.low)]


def ring(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of a dot that rests on assumptions."""
    x, y = at
    return [Marker(shape=Shape.CIRCLE, x=x, y=y, size=12, fill=theme.page, stroke=theme.middle)]


def bridge(at: Point, theme: Theme) -> list[Mark]:
    """Draws the sign of a leap over steps without a value."""
    return [glyphs.sample(at, theme.curves[0], broken=True)]


def _gap(at: Point, theme: Theme) -> list[Mark]:
    return [glyphs.gap(at, theme)]


def bridged(columns: Sequence[Column], who: str) -> bool:
    """Tells whether a person's curve on these columns leaps over a step without a value."""
    rated = [i for i, column in enumerate(columns) if who in column.feelings]
    return bool(rated) and rated[-1] - rated[0] >= len(rated)


def _keys(sheet: Sheet, columns: Sequence[Column]) -> Mapping[str, Draw]:
    """Returns the glyphs on these columns by the key of their words, in order."""
    found: dict[str, Draw] = {}
    for kind in Moment:
        if Lane.ACTION in sheet.lanes and any(kind in column.moments for column in columns):
            found[kind.value] = _moment(kind)
    if any(column.callout for column in columns):
        found["leverage"] = _disc
    gaps: dict[str, Draw] = {}
    if any(not column.gaps.isdisjoint(sheet.lanes) for column in columns):
        gaps["gap"] = _gap
    if Lane.EMOTION not in sheet.lanes:
        return found | gaps
    passings = [entry.kind for column in columns for entry in (*column.between, *column.leaks)]
    names = {Passage.WAIT: "wait-time", Passage.HANDOFF: "handed-over", Passage.LEAK: "leak"}
    found |= {name: _passage(kind) for kind, name in names.items() if kind in passings}
    if any(bridged(columns, who) for who in sheet.people):
        found["bridge"] = bridge
    if any(column.assumed and column.feelings for column in columns):
        found["assumption"] = hollow
    return found | gaps


def signs(sheet: Sheet, columns: Sequence[Column], size: float, room: float) -> tuple[Sign, ...]:
    """Returns the entries for what is on a page with these columns.

    Args:
        sheet: the whole map.
        columns: those on the page.
        size: of type.
        room: width of a row of entries.
    """
    named: list[tuple[str, Draw]] = []
    if Lane.EMOTION in sheet.lanes and len(sheet.people) > 1:
        on_page = {who for column in columns for who in column.feelings}
        named = [
            (name, _person(i))
            for i, (who, name) in enumerate(sheet.people.items())
            if name and who in on_page
        ]
    named += [(label(key, sheet.language), draw) for key, draw in _keys(sheet, columns).items()]
    return (*of(named, size), *_called_out(columns, size, room - ROOM))


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


def _called_out(columns: Sequence[Column], size: float, room: float) -> Iterator[Sign]:
    """Yields the steps on these columns where pressure is highest, in their order of rank."""
    called = (column.callout for column in columns if column.callout)
    fresh = True
    for callout in sorted(called, key=lambda each: each.number):
        text = ": ".join(filter(None, (callout.step, joined(callout.reasons))))
        lines = measure.clip(measure.wrap(text, room, size), _LINES, room, size)
        draws = (badge(callout.number), *([nothing] * _LINES))
        for line, draw in zip(lines, draws, strict=False):
            yield Sign(draw=draw, text=line, full=text, fresh=fresh or draw is nothing)
            fresh = len(lines) > 1


def nothing(_at: Point, _theme: Theme) -> list[Mark]:
    """Draws no sign."""
    return []


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
