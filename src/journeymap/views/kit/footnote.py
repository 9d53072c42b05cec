"""What is told at the foot of each page of a picture, below all else."""

from collections.abc import Callable
from dataclasses import replace

from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import LEADING, MINIMUM, Page, Theme

_LINES = 3
"""Lines of a footnote before the rest goes to its tooltip."""
_ABOVE = 4.0
"""White space above it, in points."""


def of(words: str, page: Page, theme: Theme) -> tuple[Page, Callable[[Scene], Scene]]:
    """Returns a page with room for a footnote, and what writes it below what is drawn there.

    Args:
        words: the footnote; where it is empty all stays as it is.
        page: the size of a page.
        theme: its colours.
    """
    room = page.width - 2 * page.margin
    lines = measure.clip(measure.wrap(words, room, MINIMUM), _LINES, room, MINIMUM)
    if not words:
        return page, lambda scene: scene
    tall = len(lines) * MINIMUM * LEADING + _ABOVE
    top = page.height - page.bottom - tall + _ABOVE
    style = Style(size=MINIMUM, colour=theme.muted, tooltip=words)

    def noted(scene: Scene) -> Scene:
        canvas = Canvas(page=page, theme=theme)
        canvas.write(lines, page.margin, top, style)
        marks = (*scene.marks, *canvas.marks)
        return replace(scene, marks=marks, description=f"{scene.description} {words}")

    return replace(page, bottom=page.bottom + tall), noted
