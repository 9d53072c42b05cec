"""The axis of emotions, left of a curve: three faces with their words, and a line at neutral.

It goes as far as the feelings of a map do: to "good" where nobody is delighted.
"""

from collections.abc import Callable, Iterable
from math import ceil, floor

from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, dashed, line
from journeymap.words.labels import label

_FACE = 16.0
"""Room of a face, in points."""
_WORDS = {2: "delighted", 1: "feels-good", 0: "neutral", -1: "feels-bad", -2: "distressed"}
WHOLE = (-2, 2)
"""Where the whole axis begins and ends."""


def reach(values: Iterable[float]) -> tuple[int, int]:
    """Returns where an axis for these values begins and ends, always with both sides of neutral."""
    found = [*values]
    return min(-1, floor(min(found, default=0.0))), max(1, ceil(max(found, default=0.0)))


def room(language: str, size: float) -> float:
    """Returns the width of faces and words, in points, for type of this size."""
    return max(measure.width(label(key, language), size) for key in _WORDS.values()) + _FACE


def draw_zero(canvas: Canvas, edges: tuple[float, float], y: float) -> None:
    """Draws the line at neutral, a little inside of the edges of a panel."""
    ends = ((edges[0] + 8, y), (edges[1] - 8, y))
    canvas.draw(dashed(line(*ends, colour=canvas.theme.rule)))


def draw_axis(  # noqa: PLR0913, PLR0917 - where it stands, how it looks, how far it goes
    canvas: Canvas,
    left: float,
    at: Callable[[float], float],
    language: str,
    size: float,
    ends: tuple[int, int] = WHOLE,
) -> None:
    """Draws faces and words.

    Args:
        canvas: the page.
        left: left edge of the panel beside which they stand.
        at: returns the height of an emotion from -2 to +2.
        language: of the words.
        size: of their type.
        ends: the values at which it begins and ends.
    """
    style = Style(size=size, colour=canvas.theme.muted, anchor=Anchor.END)
    for value in (ends[1], 0, ends[0]):
        key, x, y = _WORDS[value], left - 12, at(value)
        canvas.draw(*glyphs.face((x, y), value, canvas.theme, hollow=False, size=10))
        canvas.write([label(key, language)], x - _FACE / 2 - 2, y - style.leading / 2, style)
