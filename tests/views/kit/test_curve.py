"""The curve never shows a peak that nobody reported."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.views.kit.curve import monotone
from journeymap.views.kit.scene import Point

POINTS = st.lists(st.tuples(st.integers(1, 100), st.integers(-200, 200)), min_size=2, max_size=20)


def at(segment: tuple[Point, Point, Point, Point], t: float) -> float:
    """The ordinate of a Bézier segment."""
    a, b, c, d = (point[1] for point in segment)
    s = 1 - t
    return a * s**3 + 3 * b * s**2 * t + 3 * c * s * t**2 + d * t**3


@given(POINTS)
def test_between_two_points_it_only_rises_or_falls(steps: list[tuple[int, int]]) -> None:
    points: list[Point] = []
    x = 0.0
    for dx, y in steps:
        x += dx
        points.append((x, float(y)))
    segments = monotone(points)
    assert segments
    for segment, (left, right) in zip(segments, pairwise(points), strict=True):
        assert segment[0] == left
        assert segment[3] == right
        values = [at(segment, i / 40) for i in range(41)]
        sign = 1 if right[1] >= left[1] else -1
        assert all(sign * (b - a) >= -1e-9 for a, b in pairwise(values))


def test_it_has_no_corner() -> None:
    segments = monotone([(0, 0), (10, 5), (20, 6), (30, 20)])
    assert len(segments) == 3
    for before, after in pairwise(segments):
        left = (before[3][1] - before[2][1]) / (before[3][0] - before[2][0])
        right = (after[1][1] - after[0][1]) / (after[1][0] - after[0][0])
        assert left == pytest.approx(right)
