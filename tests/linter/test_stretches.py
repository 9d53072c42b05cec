"""Stretches that hold a place, held against a look at each of them."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.linter.stretches import Stretches

PLACE = st.integers(0, 20)


@given(st.lists(st.tuples(PLACE, PLACE), max_size=12), PLACE)
def test_they_are_those_that_a_look_at_each_finds(
    stretches: list[tuple[int, int]], place: int
) -> None:
    told = [(start, end, number) for number, (start, end) in enumerate(stretches)]
    held = sorted(number for start, end, number in told if start <= place <= end)
    assert sorted(Stretches(told).at(place)) == held


def test_of_those_that_lie_in_one_another_all_are_told_the_widest_first() -> None:
    stretches = Stretches([(2, 5, "inner"), (0, 9, "outer"), (6, 8, "beside")])
    assert list(stretches.at(3)) == ["outer", "inner"]
    assert list(stretches.at(9)) == ["outer"]
    assert list(stretches.at(10)) == []
