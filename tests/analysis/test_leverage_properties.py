"""What must hold for the leverage points of any map."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.maps import SHARES, emotions, handoffs, journeys

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Driver, Point, Weights
from journeymap.model.between import Leak
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Pain
from journeymap.model.step import Expectation, Rated, Step

NEAR = 1e-9
WEIGHTS = st.builds(
    Weights,
    weights=st.fixed_dictionaries({driver: st.sampled_from([0, 0.1, 1, 3.7]) for driver in Driver}),
    moment=st.sampled_from([1, 1.25, 3]),
    influence=st.sampled_from([1, 1.1, 2]),
)


def with_steps(journey_map: JourneyMap, steps: list[Step]) -> JourneyMap:
    changed = journey_map.journey.model_copy(update={"steps": tuple(steps)})
    return replace(journey_map, journey=changed)


def by_id(points: tuple[Point, ...]) -> dict[str, Point]:
    return {point.step.id: point for point in points}


def told(points: tuple[Point, ...]) -> set[Driver]:
    return {driver for point in points for driver in point.contributions}


@given(journeys(), WEIGHTS)
def test_pressure_ceiling_and_100(journey_map: JourneyMap, weights: Weights) -> None:
    points = Analysis(journey_map=journey_map, weights=weights).leverage
    assert points
    for point in points:
        assert 0 <= point.pressure <= point.ceiling <= 100
        assert sum(point.contributions.values()) == pytest.approx(point.pressure)
        assert {*point.contributions} | {*point.unknown} == {*Driver}
        assert not {*point.contributions} & {*point.unknown}
        assert all(0 <= drive.value <= 1 for drive in point.drives.values() if drive.value)
        assert bool(point.reasons) or not any(point.contributions.values())


@given(journeys())
def test_every_step_has_its_rank(journey_map: JourneyMap) -> None:
    points = Analysis(journey_map=journey_map).leverage
    assert [point.rank for point in points] == list(range(1, len(journey_map.steps) + 1))
    keys = [(-point.pressure, point.step.position) for point in points]
    assert keys == sorted(keys)
    assert {point.step.id for point in points} == {step.id for step in journey_map.steps}


KNOWN = Step(
    id="known",
    action="Tells everything",
    emotion={"": Feeling(value=0.5, written="0.5")},
    importance={"": Rated(rating=3)},
    expected={"": Expectation(rating=3)},
    perceived={"": Rated(rating=3)},
    pains=(Pain(text="Here", severity=1, probability=1),),
    leaks=(Leak(share=0.1),),
    gives=("age",),
)
"""A step that knows every driver."""

RECORDED: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "emotion": emotions().map(lambda felt: {"emotion": felt}),
    "ratings": st.tuples(st.integers(1, 5), st.integers(1, 5)).map(
        lambda rated: {
            "importance": {"": Rated(rating=rated[0])},
            "perceived": {"": Rated(rating=rated[1])},
        }
    ),
    "expected": st.integers(1, 5).map(lambda rated: {"expected": {"": Expectation(rating=rated)}}),
    "pain": st.tuples(st.integers(1, 4), st.integers(1, 4)).map(
        lambda pair: {"pains": (Pain(text="New", severity=pair[0], probability=pair[1]),)}
    ),
    "hand-off": handoffs().map(lambda found: {"handoff": (found,)}),
}
"""What somebody may record at a step, by name."""


def recorded(step: Step, new: dict[str, Any]) -> Step:
    """Adds to what a step has; takes nothing away."""
    update = {}
    for field, value in new.items():
        old = getattr(step, field)
        update[field] = {**value, **old} if isinstance(old, dict) else (*old, *value)
    return step.model_copy(update=update)


@pytest.mark.parametrize("what", RECORDED)
@given(st.data())
def test_recording_what_other_steps_know_never_lowers_a_pressure(
    what: str, data: st.DataObject
) -> None:
    drawn = data.draw(journeys())
    steps = [*(placed_step.step for placed_step in drawn.steps), KNOWN]
    journey_map = with_steps(drawn, steps)
    at = data.draw(st.integers(0, len(steps) - 2))
    before = Analysis(journey_map=journey_map).leverage
    steps[at] = recorded(steps[at], data.draw(RECORDED[what]))
    after = Analysis(journey_map=with_steps(journey_map, steps)).leverage
    assert told(after) == told(before)
    key = journey_map.steps[at].id
    assert by_id(after)[key].pressure >= by_id(before)[key].pressure - NEAR


@given(st.data())
def test_removing_a_leak_never_lowers_completion(data: st.DataObject) -> None:
    drawn = data.draw(journeys())
    # The last step states a share, so there is a flow without the leak as well.
    steps = [
        *(placed_step.step.model_copy(update={"leaks": ()}) for placed_step in drawn.steps),
        KNOWN,
    ]
    at = data.draw(st.integers(0, len(steps) - 2))
    leaky = steps[at].model_copy(update={"leaks": (Leak(share=data.draw(SHARES)),)})
    before = Analysis(journey_map=with_steps(drawn, [*steps[:at], leaky, *steps[at + 1 :]])).flow
    after = Analysis(journey_map=with_steps(drawn, steps)).flow
    assert before
    assert after
    assert after.completion >= before.completion - NEAR


@given(journeys(), st.randoms(use_true_random=False))
def test_the_order_of_definitions_changes_nothing(
    journey_map: JourneyMap, shuffler: Random
) -> None:
    lists: dict[str, list[Any]] = {
        name: list(getattr(journey_map.journey, name))
        for name in ("personas", "stakeholders", "evidence")
    }
    for items in lists.values():
        shuffler.shuffle(items)
    other = journey_map.journey.model_copy(
        update={name: tuple(items) for name, items in lists.items()}
    )
    assert isinstance(other, Journey)
    before = [
        (point.step.id, point.pressure, point.ceiling, point.payoff, point.reasons, point.assumed)
        for point in Analysis(journey_map=journey_map).leverage
    ]
    shuffled = replace(journey_map, journey=other)
    assert before == [
        (point.step.id, point.pressure, point.ceiling, point.payoff, point.reasons, point.assumed)
        for point in Analysis(journey_map=shuffled).leverage
    ]
