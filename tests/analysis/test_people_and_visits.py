"""How many ever come to a step, and how often each: held against making the step absorb."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.analysis.test_flow import EXACT, close, gains, looping, of, tiny
from tests.analysis.test_transitions import Said, map_of, maps
from tests.analysis.walking import arrivals

from journeymap.analysis.flow import Flow, flow
from journeymap.analysis.transitions import find_ways
from journeymap.model.journey_map import JourneyMap


def people(found: Flow) -> list[float]:
    return [step.people for step in found.steps]


def test_of_those_who_go_round_each_is_counted_once() -> None:
    """Of 91 at s1 all try, 14 of 100 leave each time, and 20 of 100 of the others come back.

    They come 1 / (1 - 0.86 · 0.2) times each; 0.86 of 91 ever come to s2, more visits than people.
    """
    found = of(([], [0.09]), ([], [0.14]), ([("s1", 0.2)], []), ([], []))
    assert people(found) == pytest.approx([1, 0.91, 0.91 * 0.86, 0.91 * 0.86 * 0.8 / 0.828])
    times = 1 / (1 - 0.86 * 0.2)
    assert [step.times for step in found.steps] == pytest.approx([1, times, times, 1])
    assert [step.visits for step in found.steps][1] == pytest.approx(0.91 * times)


def test_who_comes_into_a_loop_without_a_way_out_comes_to_each_of_its_steps() -> None:
    found = of(([("s1", 0.3), ("s3", 0.6)], [0.1]), ([], []), ([("s1", 1.0)], []), ([], []))
    assert people(found) == pytest.approx([1, 0.3, 0.3, 0.6])
    assert people(of(([("s0", 1.0)], []))) == [1]
    assert people(of(([("end", 1.0)], []), ([("s1", 1.0)], []))) == [1, 0]


def test_an_end_may_be_no_success_and_the_rest_goes_on() -> None:
    found = of(([("end:neither", 0.1)], []), ([("end:lost", 0.34)], [0.06]))
    ends = (found.completion, found.lost, found.neither, found.left, found.unknown)
    assert ends == pytest.approx((0.9 * 0.6, 0.9 * 0.34, 0.1, 0.9 * 0.06, 0))
    assert people(found) == pytest.approx([1, 0.9])
    assert gains(found)[1] == pytest.approx(0.9 * (0.06 + 0.34) * 0.6 / 0.6)


def test_an_end_that_is_lost_and_has_no_share_takes_the_rest() -> None:
    found = of(([("end:lost", None), ("s1", 0.4)], []), ([], []))
    assert (found.completion, found.lost) == pytest.approx((0.4, 0.6))


@given(st.one_of(maps(), looping()))
def test_people_are_first_arrivals_and_never_more_than_visits(journey_map: JourneyMap) -> None:
    ways = find_ways(journey_map)
    found = flow(journey_map, ways)
    assume(found is not None and not tiny(ways))
    assert found is not None
    assert people(found) == close(arrivals(ways.exits))
    assert all(0 <= step.people <= min(1, step.visits) for step in found.steps)
    for step in found.steps:
        if math.isfinite(step.visits):
            assert step.visits == pytest.approx(step.people * step.times, rel=EXACT, abs=EXACT)


@given(st.one_of(maps(), looping()))
def test_no_more_come_first_than_could_come(journey_map: JourneyMap) -> None:
    ways = find_ways(journey_map)
    found = flow(journey_map, ways)
    assume(found is not None and not tiny(ways))
    assert found is not None
    for at, step in enumerate(found.steps):
        before = [found.steps[i] for i, to in enumerate(ways.successors) if at in to and i != at]
        could = sum(each.people for each in before) + (at in ways.starts)
        assert step.people <= min(1, could) + EXACT


@given(st.lists(st.tuples(st.just([]), st.lists(st.floats(0, 1), max_size=2)), min_size=1))
def test_along_a_line_without_returns_people_are_visits(said: list[Said]) -> None:
    found = flow(journey_map := map_of(*said), find_ways(journey_map))
    assume(found is not None)
    assert found is not None
    assert people(found) == pytest.approx([step.visits for step in found.steps])
    assert people(found) == sorted(people(found), reverse=True)
