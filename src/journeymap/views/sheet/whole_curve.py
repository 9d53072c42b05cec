"""The curve of the whole journey beside the title, with what a page shows of it in ink."""

from collections.abc import Sequence

from journeymap.views.kit.canvas import Canvas
from journeymap.views.kit.curve import through
from journeymap.views.kit.scene import Box, Marker, Point, Shape
from journeymap.views.sheet.content import Column, away

WIDTH = 150.0
"""Room beside the title, in points."""
_HEIGHT, _PAD, _DOT = 24.0, 5.0, 4.0
"""Height of the curve, white space around it, and diameter of a step, in points."""


def draw(
    canvas: Canvas, columns: Sequence[Column], people: Sequence[str], shown: range, right: float
) -> None:
    """Draws it, up to a right edge.

    Args:
        canvas: the page.
        columns: all steps of the map.
        people: whose curves these are, the persona first.
        shown: the steps on the page.
        right: the right edge.
    """
    theme, top = canvas.theme, canvas.page.top
    step = (WIDTH - 2 * _PAD) / len(columns)
    left = right - WIDTH + _PAD
    canvas.boxes.append(
        Box(
            x=left + shown.start * step,
            y=top,
            width=len(shown) * step,
            height=_HEIGHT + 2 * _PAD,
            fill=theme.panel,
            radius=4,
        )
    )

    def at(i: int, value: float) -> Point:
        return left + (i + 0.5) * step, top + _PAD + (2 - value) / 4 * _HEIGHT

    for index, who in reversed(list(enumerate(people))):
        points = [
            (i, at(i, column.feelings[who].value))
            for i, column in enumerate(columns)
            if who in column.feelings
        ]
        own = [each for each in points if each[0] in shown]
        colour = theme.curves[index % len(theme.curves)] if index else theme.ink
        absent = away(columns, who)
        canvas.draw(*through(points, colour=theme.rule, width=1.2, absent=absent))
        canvas.draw(*through(own, colour=colour, width=1.8, absent=absent))
        canvas.draw(
            *(Marker(shape=Shape.CIRCLE, x=x, y=y, size=_DOT, fill=colour) for _, (x, y) in own)
        )
