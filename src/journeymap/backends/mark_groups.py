"""Marks that belong together, for formats in which people take a picture apart again."""

from collections.abc import Iterator, Sequence

from journeymap.views.kit.scene import Curve, Mark, Marker, Point, Shape, Text
from journeymap.views.kit.theme import LEADING

Piece = tuple[Mark, ...]
"""Lines of one text, segments of one curve, a circle with what is drawn in it, or a single mark."""

_CLOSE = 0.05
"""Points by which places may differ that are meant to be the same."""
_FACE = 8.0
"""Diameter in points from which on a circle can hold other marks."""


def pieces(marks: Sequence[Mark]) -> Iterator[Piece]:
    """Yields marks as pieces, in painting order."""
    start = 0
    while start < len(marks):
        stop = start + 1
        while stop < len(marks) and _belongs(marks[start:stop], marks[stop]):
            stop += 1
        yield tuple(marks[start:stop])
        start = stop


def _belongs(piece: Sequence[Mark], mark: Mark) -> bool:
    """Tells whether a mark goes on with a piece."""
    first, last = piece[0], piece[-1]
    if isinstance(last, Text):
        return isinstance(mark, Text) and _next_line(last, mark)
    if isinstance(first, Marker):
        return first.shape is Shape.CIRCLE and first.size >= _FACE and _inside(first, mark)
    return isinstance(last, Curve) and isinstance(mark, Curve) and _goes_on(last, mark)


def _next_line(one: Text, other: Text) -> bool:
    """Tells whether a text is the line below another one."""
    return (
        abs(other.baseline - one.baseline - LEADING * one.size) < _CLOSE
        and abs(other.x - one.x) < _CLOSE
        and _look(one) == _look(other)
    )


def _look(text: Text) -> tuple[object, ...]:
    return text.size, text.colour, text.bold, text.anchor, text.rtl, text.tooltip, text.link


def _goes_on(one: Curve, other: Curve) -> bool:
    """Tells whether a curve begins where another one of the same look ends."""
    look = (one.colour, one.width, one.dashed) == (other.colour, other.width, other.dashed)
    return look and _near(one.points[-1], other.points[0])


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < _CLOSE and abs(one[1] - other[1]) < _CLOSE


def _inside(circle: Marker, mark: Mark) -> bool:
    """Tells whether a shape or line lies in a circle painted before it."""
    if isinstance(mark, Text):
        return False
    half = circle.size / 2
    if isinstance(mark, Marker):
        half -= mark.size / 2
        points: tuple[Point, ...] = ((mark.x, mark.y),)
    else:
        points = mark.points
    return half > 0 and all(
        abs(x - circle.x) <= half and abs(y - circle.y) <= half for x, y in points
    )
