"""The axis of emotions, left of a curve: three faces with their words, and a line at neutral."""

from collections.abc import Callable

from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, dashed, line
from journeymap.words.labels import label

_FACE = 16.0
"""Room of a face, in points."""
_WORDS = {2: "delighted", 0: "neutral", -2: "distressed"}


def room(language: str, size: float) -> float:
    """Returns the width of faces and words, in points, for type of this size."""
    return max(measure.width(label(key, language), size) for key in _WORDS.values()) + _FACE


def draw_zero(canvas: Canvas, edges: tuple[float, float], y: float) -> None:
    """Draws the line at neutral, a little inside of the edges of a panel."""
    ends = ((edges[0] + 8, y), (edges[1] - 8, y))
    canvas.draw(dashed(line(*ends, colour=canvas.theme.rule)))


def draw_axis(
    canvas: Canvas, left: float, at: Callable[[float], float], language: str, size: float
) -> None:
    """Draws faces and words.

    Args:
        canvas: the page.
        left: left edge of the panel beside which they stand.
        at: returns the height of an emotion from -2 to +2.
        language: of the words.
        size: of their type.
    """
    style = Style(size=size, colour=canvas.theme.muted, anchor=Anchor.END)
    for value, key in _WORDS.items():
        x, y = left - 12, at(value)
        canvas.draw(*glyphs.face((x, y), value, canvas.theme, hollow=False, size=10))
        canvas.write([label(key, language)], x - _FACE / 2 - 2, y - style.leading / 2, style)
