"""Outlines of marks in points, for backends that have no shapes of their own; y grows downwards."""

from math import cos, pi, sin

from journeymap.views.kit import measure
from journeymap.views.kit.scene import Anchor, Curve, Marker, Point, Shape, Text

DASH = (5.0, 2.0)
"""Lengths of strokes and gaps of broken lines, in points; those of Graphviz."""

_SHARE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
_POLYGONS: dict[Shape, tuple[Point, ...]] = {
    Shape.CIRCLE: (),
    Shape.SQUARE: ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    Shape.DIAMOND: ((0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0)),
    Shape.UP: ((0.0, -0.5), (0.5, 0.25), (-0.5, 0.25)),
    Shape.DOWN: ((0.0, 0.5), (-0.5, -0.25), (0.5, -0.25)),
    Shape.RIGHT: ((0.5, 0.0), (-0.25, 0.5), (-0.25, -0.5)),
    Shape.LEFT: ((-0.5, 0.0), (0.25, -0.5), (0.25, 0.5)),
}
"""Corners for a size of 1 around the origin, as Graphviz draws them."""
_TIPS = 5


def _star() -> tuple[Point, ...]:
    """Returns a star of height 1: five tips, and the corners of the pentagon between them."""
    outer = 1 / (1 + cos(pi / _TIPS))
    inner = outer * cos(2 * pi / _TIPS) / cos(pi / _TIPS)
    turns = [(pi * i / _TIPS, inner if i % 2 else outer) for i in range(2 * _TIPS)]
    return tuple((far * sin(turn), outer - 0.5 - far * cos(turn)) for turn, far in turns)


_POLYGONS[Shape.STAR] = _star()


def corners(marker: Marker) -> tuple[Point, ...]:
    """Returns the corners of a marker, clockwise or counter-clockwise; none for a circle."""
    return tuple(
        (marker.x + x * marker.size, marker.y + y * marker.size) for x, y in _POLYGONS[marker.shape]
    )


def left(text: Text, wide: float | None = None) -> float:
    """Returns the x of the left edge of a line of text, as wide as it is or as is said."""
    return text.x - _SHARE[text.anchor] * (width(text) if wide is None else wide)


def width(text: Text) -> float:
    """Returns the width of a line of text."""
    return measure.width(text.text, text.size, bold=text.bold)


def straight(curve: Curve) -> bool:
    """Tells whether a curve is a single straight line."""
    if len(curve.points) != 4:  # noqa: PLR2004 - one segment
        return False
    (x, y), *inner, (end_x, end_y) = curve.points
    wide, high = end_x - x, end_y - y
    return all(abs((px - x) * high - (py - y) * wide) < 0.01 for px, py in inner)  # noqa: PLR2004
