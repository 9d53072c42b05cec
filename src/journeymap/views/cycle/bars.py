"""How people feel in a stage, as a bar from the lowest to the highest feeling."""

from collections.abc import Iterator, Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.cycle.content import Arc, Range
from journeymap.views.kit import glyphs, legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Mark, Point, line
from journeymap.views.kit.theme import LEADING, Theme, Type
from journeymap.words.labels import label

_WIDE, _FACE, _HIGH = 112.0, 11.0, 8.0
"""Length of the scale, diameter of the faces at its ends, and height of a bar, in points."""
_GAP, _STUB = 6.0, 5.0
"""From a face to the scale, and width of a bar where all feel the same, in points."""
_LOWEST, _HIGHEST = -2.0, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A range with its words in lines.

    Attributes:
        range: what is known.
        words: who feels what.
        height: of scale and words.
    """

    range: Range
    words: tuple[str, ...]
    height: float


def lay_out(ranges: Sequence[Range], room: float, kind: Type) -> Iterator[Bar]:
    """Yields bars one below the other, with their words in lines that fit."""
    for each in ranges:
        told = ": ".join(filter(None, (each.who, each.words)))
        lines = measure.wrap(told, room, kind.small)
        yield Bar(range=each, words=lines, height=_tall(kind) + len(lines) * kind.small * LEADING)


def _tall(kind: Type) -> float:
    return max(_FACE, kind.small) * LEADING + 2


def draw(bar: Bar, canvas: Canvas, at: Point, kind: Type, *, right: bool) -> None:
    """Draws the scale with its bar, and the words below.

    Args:
        bar: what to draw.
        canvas: the page.
        at: its upper left corner, or the right one where it stands left of the ring.
        kind: sizes of type.
        right: whether it stands right of the ring.
    """
    theme, (x, top) = canvas.theme, at
    middle = top + _tall(kind) / 2
    start = x if right else x - _WIDE - 2 * (_FACE + _GAP)
    ends = (start + _FACE / 2, start + _FACE + 2 * _GAP + _WIDE + _FACE / 2)
    for value, end in zip((_LOWEST, _HIGHEST), ends, strict=True):
        canvas.draw(*glyphs.face((end, middle), value, theme, hollow=False, size=_FACE))
    left = start + _FACE + _GAP

    def place(value: float) -> float:
        return left + (value - _LOWEST) / (_HIGHEST - _LOWEST) * _WIDE

    canvas.draw(line((left, middle), (left + _WIDE, middle), colour=theme.rule))
    canvas.draw(line((place(0), middle - 6), (place(0), middle + 6), colour=theme.rule))
    _bar(bar.range, (place(bar.range.low), place(bar.range.high)), middle, canvas)
    if bar.range.low < bar.range.high:
        canvas.draw(*_tick((place(bar.range.mean), middle), theme))
    anchor = Anchor.START if right else Anchor.END
    style = Style(size=kind.small, colour=theme.ink, anchor=anchor)
    canvas.write(bar.words, x, top + _tall(kind), style)


def _bar(told: Range, ends: tuple[float, float], middle: float, canvas: Canvas) -> None:
    """Draws the bar, in outline where an end of it rests on assumptions."""
    low, high = min(ends[0], ends[1] - _STUB), max(ends[1], ends[0] + _STUB)
    if told.low == told.high:
        low, high = ends[0] - _STUB / 2, ends[0] + _STUB / 2
    theme = canvas.theme
    colour = theme.feeling((told.low + told.high) / 2)
    # Painted over the scale, as a box would lie under it.
    corners = ((low, middle), (high, middle))
    canvas.draw(line(*corners, colour=colour, width=_HIGH))
    if told.hollow:
        inner = ((low + 1.4, middle), (high - 1.4, middle))
        canvas.draw(line(*inner, colour=theme.page, width=_HIGH - 2.8))


def _tick(at: Point, theme: Theme) -> list[Mark]:
    x, y = at
    return [line((x, y - 7), (x, y + 7), colour=theme.ink, width=2.0)]


def _sample(at: Point, theme: Theme) -> list[Mark]:
    x, y = at
    return [line((x - 8, y), (x + 8, y), colour=theme.middle, width=_HIGH)]


def _open(at: Point, theme: Theme) -> list[Mark]:
    x, y = at
    inner = line((x - 6.6, y), (x + 6.6, y), colour=theme.page, width=_HIGH - 2.8)
    return [*_sample(at, theme), inner]


def signs(arcs: Sequence[Arc], language: str) -> list[tuple[str, legend.Draw]]:
    """Returns what the legend tells of bars: what they reach over, the mean, what is assumed."""
    told = [each for arc in arcs for each in arc.ranges]
    named: list[tuple[str, legend.Draw]] = []
    if told:
        named.append((label("lowest-to-highest", language), _sample))
    if any(each.low < each.high for each in told):
        named.append((label("mean-emotion", language), _tick))
    if any(each.hollow for each in told):
        named.append((label("assumption", language), _open))
    return named
