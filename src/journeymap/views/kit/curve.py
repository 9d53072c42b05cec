"""A smooth curve through points that never leaves the range of its neighbours."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from math import hypot

from journeymap.views.kit.scene import Curve, Point, dashed

_LIMIT = 3.0
"""Largest length of the vector of slope ratios that keeps a segment monotone (Fritsch, Carlson)."""


def _tangents(points: list[Point]) -> list[float]:
    """Returns a slope at each point that keeps every segment monotone."""
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    inner = [0.0 if a * b <= 0 else (a + b) / 2 for a, b in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    for i, slope in enumerate(slopes):
        if slope == 0:
            tangents[i] = tangents[i + 1] = 0.0
            continue
        length = hypot(tangents[i] / slope, tangents[i + 1] / slope)
        if length > _LIMIT:
            tangents[i] *= _LIMIT / length
            tangents[i + 1] *= _LIMIT / length
    return tangents


def monotone(points: list[Point]) -> list[tuple[Point, Point, Point, Point]]:
    """Returns a cubic Bézier segment between each point and the next one.

    Piecewise cubic Hermite interpolation with limited tangents after F. N. Fritsch and
    R. E. Carlson, "Monotone piecewise cubic interpolation", SIAM Journal on Numerical Analysis
    17 (1980), 238-246: between two points the curve rises or falls throughout, so that it shows no
    peak that nobody reported.

    Args:
        points: at least two, x strictly increasing.
    """
    tangents = _tangents(points)
    segments = []
    for i, (start, end) in enumerate(pairwise(points)):
        third = (end[0] - start[0]) / 3
        first = (start[0] + third, start[1] + third * tangents[i])
        second = (end[0] - third, end[1] - third * tangents[i + 1])
        segments.append((start, first, second, end))
    return segments


def leaps(steps: Sequence[int], absent: Collection[int] = ()) -> bool:
    """Tells whether a curve leaps over steps of which nobody says how they feel to the person.

    Args:
        steps: the rated ones, in order.
        absent: those that the person takes no part in; between their neighbours is no line.
    """
    return any(right - left > 1 and not _away(left, right, absent)
               for left, right in pairwise(steps))  # fmt: skip


def _away(left: int, right: int, absent: Collection[int]) -> bool:
    return any(step in absent for step in range(left + 1, right))


def through(
    points: Sequence[tuple[int, Point]],
    *,
    colour: str,
    width: float,
    absent: Collection[int] = (),
) -> Iterator[Curve]:
    """Yields the pieces of a curve through the emotions of steps.

    Args:
        points: position of each rated step and where its emotion stands, in order.
        colour: of the line.
        width: of the line.
        absent: steps that the person takes no part in.

    Yields:
        A piece from each point to the next one, broken where it leaps over steps without a value;
        none where the person was away meanwhile.
    """
    if len(points) < 2:  # noqa: PLR2004 - a piece has two ends
        return
    segments = monotone([at for _, at in points])
    for segment, (left, right) in zip(segments, pairwise(points), strict=True):
        if _away(left[0], right[0], absent):
            continue
        piece = Curve(points=segment, colour=colour, width=width)
        yield dashed(piece) if right[0] - left[0] > 1 else piece
