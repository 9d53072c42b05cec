"""Where dots of the matrix stand: at their value, or beside its point."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeymap.views.matrix import content as matrix
from journeymap.views.matrix.stacks import SIZE, stacked

PLACES = st.tuples(st.integers(0, 10), st.integers(0, 10))
ROOM = (0.0, 0.0, 480.0, 380.0)


@given(st.lists(PLACES, min_size=1, max_size=45))
@example([(0, 0)] * 45)
@example([(5, y) for y in range(11) for _ in range(4)])
def test_a_dot_stands_at_its_value_or_a_line_leads_from_there(
    values: list[tuple[int, int]],
) -> None:
    valued = [
        (
            matrix.Dot(key=str(n), number=n, text="", x=x / 10, y=y / 10, quarter=0),
            (26 + x * 42.8, 26 + y * 32.8),
        )
        for n, (x, y) in enumerate(values)
    ]
    stacks = stacked((dot, at, ROOM) for dot, at in valued)
    at = dict(place for stack in stacks for place in stack.places())
    assert at.keys() == {dot for dot, _ in valued}
    assert len(stacks) == len(set(values))
    assert all(
        hypot(one[0] - other[0], one[1] - other[1]) >= SIZE
        for one, other in combinations(at.values(), 2)
    )
    assert all(
        x - SIZE / 2 >= 0 and x + SIZE / 2 <= ROOM[2] and 0 <= y - SIZE / 2 <= ROOM[3] - SIZE
        for x, y in at.values()
    )
    values_of = dict(valued)
    for stack in stacks:
        assert all(values_of[dot] == pytest.approx(stack.value) for dot in stack.dots)
        assert stack.aside or [point for _, point in stack.places()] == [stack.value]


@pytest.mark.parametrize("count", range(1, 10))
@pytest.mark.parametrize("edge", [300.0, 206.0, 200.5])
def test_the_point_of_a_value_stays_free_beside_its_dots(count: int, edge: float) -> None:
    value = (200.0, 200.0)
    dots = [
        matrix.Dot(key=str(n), number=n, text="", x=0.5, y=0.5, quarter=0) for n in range(count)
    ]
    (stack,) = stacked((dot, value, (0.0, 0.0, 400.0, edge)) for dot in dots)
    assert stack.aside is (count > 1 or edge < 209)
    assert not stack.aside or not stack.covers(value, 2)
    assert stack.edges[3] <= edge + 1e-6
    if count <= 6 and edge == 300.0:  # each as far from the point as the others
        assert len({round(hypot(x - 200, y - 200), 6) for _, (x, y) in stack.places()}) == 1
