"""Widths of columns and the words in their cells."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from journeymap.model.languages import LANGUAGES
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.glyphs import GLYPH, Passage
from journeymap.views.kit.theme import LEADING
from journeymap.views.sheet.content import Column, Mood, Passing
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.words.labels import label

WIDEST = 20.0
"""Widest column, in multiples of body type: longer lines are hard to read in a card."""
SIDE = GLYPH + 5
"""Width of a glyph beside words, with the gap between them."""
_SWAY = (0.8, 1.4)
"""How narrow and wide columns of unequal width may be, as multiples of an even share."""
NARROWEST = 3.2
"""Narrowest text of a column, in multiples of body type: shorter words get as much."""
EMPTY = 0.6
"""Width of the column of a stage without steps, as a multiple of an even share."""
_BESIDE = 2.5
"""Least width of words beside a glyph, in multiples of their size."""
PASSING_LINES, LEAK_LINES = 3, 6
"""Lines of a wait, hand-off or leak before the rest goes to its tooltip, and of a leak where the
page has room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """White space of a page, on a grid of 8 points and its half.

    Attributes:
        gap: between columns.
        row: between rows.
        pad: between a cell's side and its words.
        rise: between a cell's top or bottom and its words.
        split: between an entry of a cell and the line that parts it from the next one.
    """

    gap: float
    row: float
    pad: float
    rise: float
    split: float


ROOMY = Spacing(gap=8, row=8, pad=8, rise=6, split=4)
DENSE = Spacing(gap=4, row=6, pad=6, rise=4, split=2.5)
_MANY, _TIGHT = 9, 10.5
"""Columns from which on, and body type up to which, space is dense."""


def spacing(count: int, body: float) -> Spacing:
    """Returns the white space for this many columns and this size of body type."""
    return DENSE if count >= _MANY or body <= _TIGHT else ROOMY


def share(
    least: Sequence[float], total: float, most: float, weights: Sequence[float]
) -> list[float] | None:
    """Shares out a width in proportion to weights, but where a word needs more.

    Args:
        least: what each column cannot do without, whole points.
        total: to be shared out.
        most: for a column.
        weights: of the columns; equal ones for equal columns.

    Returns:
        The widths, whole points; None where the least are too many.
    """
    if sum(least) > total:
        return None
    open_ = set(range(len(least)))
    level = 0.0
    while open_:
        fixed = sum(need for i, need in enumerate(least) if i not in open_)
        level = (total - fixed) / sum(weights[i] for i in open_)
        wider = {i for i in open_ if least[i] > level * weights[i]}
        if not wider:
            break
        open_ -= wider
    widths = [
        float(int(min(level * weights[i], most))) if i in open_ else need
        for i, need in enumerate(least)
    ]
    rest = int(total - sum(widths))
    for i in sorted(open_)[:rest] if all(widths[i] < most for i in open_) else ():
        widths[i] += 1
    return widths


def weight(columns: Sequence[Column], lanes: Sequence[Row]) -> list[float]:
    """Returns how wide columns are to be beside one another, by how much they say."""
    amounts = [
        sum(measure.width(entry, 1) for lane in lanes for entry in column.cells.get(lane, ())) + 1
        for column in columns
    ]
    mean = sum(amounts) / len(amounts)
    low, high = _SWAY
    return [
        EMPTY if column.empty else min(high, max(low, (amount / mean) ** 0.5))
        for column, amount in zip(columns, amounts, strict=True)
    ]


def even(columns: Sequence[Column]) -> list[float]:
    """Returns equal weights, but for stages without steps, which say nothing."""
    return [EMPTY if column.empty else 1.0 for column in columns]


def indent(body: float) -> float:
    """Returns the room of a face before words."""
    return body * 1.5


def least(column: Column, lanes: Sequence[Row], sizes: Mapping[Row, float], cap: float) -> float:
    """Returns the narrowest text width at which a column's words stay whole.

    Args:
        column: the step.
        lanes: rows that are shown.
        sizes: of the type of rows.
        cap: width at which words may be hyphenated after all, in multiples of the size.
    """
    words = (
        min(measure.longest(entry, size, bold=lane is Lane.ACTION) + face, cap * size)
        for lane in lanes
        for size in (sizes[lane],)
        for face in (indent(size) if column.moods else 0.0,)
        for entry in column.cells.get(lane, ())
    )
    return max(max(words, default=0.0), NARROWEST * min(sizes.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a cell in lines.

    Attributes:
        text: the whole of it.
        lines: as they are drawn.
        size: of their type.
        mood: a face before them; None for most entries.
        missed: whether it is a reading that misses its target.
    """

    text: str
    lines: tuple[str, ...]
    size: float
    mood: Mood | None = None
    missed: bool = False

    @property
    def cut(self) -> bool:
        """Whether words were left out."""
        return measure.ELLIPSIS in self.lines[-1] and self.text[-1:] != measure.ELLIPSIS


def cells(
    column: Column,
    lanes: Sequence[Row],
    width: float,
    sizes: Mapping[Row, float],
    most: int,
) -> Mapping[Row, tuple[Entry, ...]]:
    """Breaks the words of a column into lines no wider than a width in points, at most so many."""
    broken: dict[Row, tuple[Entry, ...]] = {}
    for lane in lanes:
        bold, size = lane is Lane.ACTION, sizes[lane]
        entries = []
        texts = column.cells.get(lane, ())
        for number, text in enumerate(texts, 1):
            mood = column.moods.get(lane) if number == len(texts) else None
            room = width - (indent(size) if mood else 0.0)
            lines = measure.wrap(text, room, size, bold=bold)
            if lines or mood:
                lines = lines or ("",)
                cut = measure.clip(lines, most, room, size)
                missed = lane is Lane.METRICS and text in column.missed
                entry = Entry(text=text, lines=cut, size=size, mood=mood, missed=missed)
                entries.append(entry)
        broken[lane] = tuple(entries)
    return broken


def natural(entries: Sequence[Entry], size: float, space: Spacing) -> float:
    """Returns the height of a cell that holds these entries, in points."""
    if not entries:
        return size * LEADING + 2 * space.rise
    lines = sum(len(entry.lines) * entry.size for entry in entries)
    return lines * LEADING + 2 * space.rise + (len(entries) - 1) * 2 * space.split


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Room for waits and hand-offs between two steps, or for the leaks of one.

    Attributes:
        passings: what is to be told there.
        x: where it belongs.
        left: left edge of the room.
        right: right edge of the room.
    """

    passings: tuple[Passing, ...]
    x: float
    left: float
    right: float

    @property
    def room(self) -> float:
        """Its width."""
        return self.right - self.left

    def middle(self, width: float) -> float:
        """Returns the middle of something of this width, as near as can be to where it belongs."""
        return min(max(self.x, self.left + width / 2), self.right - width / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A wait, hand-off or leak in lines.

    Attributes:
        passing: what it tells of.
        lines: its words.
        x: left edge of words beside a glyph, middle of words below one.
        glyph: middle of the glyph; None below another of its kind, which has one for both.
        beside: whether the glyph stands to the left of the words, else above them.
    """

    passing: Passing
    lines: tuple[str, ...]
    x: float
    glyph: float | None
    beside: bool

    def height(self, size: float) -> float:
        """Returns the height of glyph and words in points."""
        words = len(self.lines) * size * LEADING
        if self.beside:
            return max(words, GLYPH) + 2
        return words + (GLYPH + 2 if self.glyph is not None else 0)


_BESIDE_WORDS = (Passage.BACK, Passage.LATE, Passage.COMPLETED)


def _lines(passing: Passing, room: float, size: float, most: int) -> tuple[str, ...]:
    """Breaks words into as few lines as can be, and those about as long as one another."""
    most_whole = 1 if passing.lacks else PASSING_LINES
    text = passing.text
    if measure.longest(text, size) > room:
        text = _briefer(text)
    lines = measure.wrap(text, room, size)
    for brief in (each for said in passing.brief for each in (said, _briefer(said))):
        if len(lines) > most_whole:
            text, lines = brief, measure.wrap(brief, room, size)
    count, limit = len(lines), measure.width(measure.plain(text), size)
    limit = max(limit / max(1, count), measure.longest(text, size))
    while limit < room and count > 1:
        shorter = measure.wrap(text, limit, size)
        if len(shorter) == count:
            return measure.clip(shorter, most, room, size)
        limit += size / 2
    return measure.clip(lines, most, room, size)


def _briefer(text: str) -> str:
    """Returns text with a short word for "assumed", where the whole would have to be broken."""
    for language in LANGUAGES:
        long, short = (f"({label(key, language)})" for key in ("assumed-share", "assumed-brief"))
        text = text.replace(long, short)
    return text


def _beside(strip: Strip, passing: Passing, size: float, most: int) -> Mention:
    lines = _lines(passing, strip.room - SIDE, size, most)
    width = SIDE + max((measure.width(line, size) for line in lines), default=0.0)
    left = strip.middle(width) - width / 2
    glyph = left + GLYPH / 2
    return Mention(passing=passing, lines=lines, x=left + SIDE, glyph=glyph, beside=True)


def _above(strip: Strip, passing: Passing, size: float, most: int) -> Mention:
    lines = _lines(passing, strip.room, size, most)
    x = strip.middle(max((measure.width(line, size) for line in lines), default=GLYPH))
    return Mention(passing=passing, lines=lines, x=x, glyph=x, beside=False)


def between(strip: Strip, size: float, most: int = PASSING_LINES) -> tuple[Mention, ...]:
    """Sets waits and hand-offs below one another, glyphs to the left of their words.

    Glyph and words together stand in the middle of where they belong, or as near as can be; where
    there is hardly any room beside a glyph, its words stand below it.

    Args:
        strip: the room and what is to be told there.
        size: of the type in points.
        most: lines of each before the rest goes to its tooltip.
    """
    kind = _beside if strip.room - SIDE >= _BESIDE * size else _above
    return tuple(kind(strip, passing, size, most) for passing in strip.passings)


def leaks_beside(strip: Strip, size: float, most: int) -> tuple[Mention, ...]:
    """Sets the leaks of a step below one another, each beside an arrow at the left edge."""
    left = strip.left
    return tuple(
        Mention(
            passing=passing,
            lines=_lines(passing, strip.room - SIDE, size, most),
            x=left + SIDE,
            glyph=left + GLYPH / 2,
            beside=True,
        )
        for passing in strip.passings
    )


def leaks(strip: Strip, size: float, most: int) -> tuple[Mention, ...]:
    """Sets the leaks of a step below an arrow of each kind, in the middle of its column.

    Ways back, missed deadlines and successes stand beside their signs.

    Args:
        strip: the room and what is to be told there.
        size: of the type in points.
        most: lines of a leak before the rest goes to its tooltip.
    """
    return tuple(
        _beside(strip, passing, size, most)
        if passing.kind in _BESIDE_WORDS
        else Mention(
            passing=passing,
            lines=_lines(passing, strip.room, size, most),
            x=strip.x,
            glyph=None if before and before.kind is passing.kind else strip.x,
            beside=False,
        )
        for before, passing in pairwise((None, *strip.passings))
        if passing
    )


def height(entries: Sequence[Mention], size: float) -> float:
    """Returns the height of mentions below one another."""
    return sum(entry.height(size) for entry in entries)


def lefts(widths: Sequence[float], start: float, gap: float) -> list[float]:
    """Returns the left edges of columns side by side."""
    return list(accumulate((width + gap for width in widths[:-1]), initial=start))
