"""The emotion curve keeps gaps as gaps, and its figures to what is known."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.emotion import Curve, Point, curve, curves
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.people import Persona, Stakeholder
from journeymap.model.step import Step


def feeling(value: float) -> Feeling:
    return Feeling(value=value, written=f"{value:g}")


def a_map(*emotions: dict[str, float]) -> JourneyMap:
    """A map of María and her son, with one step for each mapping from person to value."""
    steps = tuple(
        Step(action=f"Step {i}", emotion={who: feeling(value) for who, value in each.items()})
        for i, each in enumerate(emotions, 1)
    )
    journey = Journey(
        title="Diabetes care",
        personas=(Persona(id="maria", name="María"),),
        stakeholders=(Stakeholder(id="son", name="Her son"),),
        steps=steps,
    )
    return JourneyMap(journey=journey, libraries={})


def values(found: Curve) -> list[float | None]:
    return [point.value if point else None for point in found.points]


def test_a_step_without_a_value_is_a_gap() -> None:
    found = curve(a_map({"": -1}, {}, {"": 2}))
    assert values(found) == [-1, None, 2]
    assert found.mean == 0.5
    assert [point.step.label for point in found.known] == ["Step 1", "Step 3"]


def test_a_value_that_nobody_is_named_for_is_the_personas() -> None:
    whole = a_map({"": -1}, {"María": 1, "son": -2}, {"son": 2})
    assert values(curve(whole)) == [-1, 1, None]
    assert values(curve(whole, "maria")) == [-1, 1, None]


def test_everybody_has_a_curve_of_their_own() -> None:
    found = curve(a_map({"": -1}, {"maria": 1, "son": -2}), "Her son")
    assert (found.person, values(found)) == ("son", [None, -2])


def test_of_equal_points_the_first_is_the_lowest_and_the_highest() -> None:
    found = curve(a_map({"": 1}, {"": -1}, {"": 1}, {"": -1}))
    assert found.lowest
    assert found.highest
    assert (found.lowest.step.label, found.highest.step.label) == ("Step 2", "Step 1")


def test_a_curve_of_gaps_has_no_figures() -> None:
    found = curve(a_map({}, {"son": 1}))
    assert (found.mean, found.lowest, found.highest, found.range) == (None, None, None, None)


def test_the_range_is_not_off_by_a_binary_fraction() -> None:
    assert curve(a_map({"": 0.6}, {"": 1.1})).range == 0.5


@given(st.lists(st.floats(min_value=-2, max_value=2), min_size=1, max_size=20))
def test_no_value_lies_outside_of_lowest_and_highest(numbers: list[float]) -> None:
    found = curve(a_map(*({"": number} for number in numbers)))
    assert found.lowest
    assert found.highest
    assert found.range is not None
    assert found.mean is not None
    assert all(found.lowest.value <= number <= found.highest.value for number in numbers)
    assert found.lowest.value - 1e-9 <= found.mean <= found.highest.value + 1e-9
    assert 0 <= found.range <= 4


# ------------------------------------------------------------------- slope, runs, peak and end
def persona_curve(*numbers: float | None) -> Curve:
    return curve(a_map(*({} if number is None else {"": number} for number in numbers)))


def labels(points: Iterable[Point | None]) -> list[str]:
    return [point.step.label if point else "" for point in points]


def test_the_slope_is_that_of_least_squares() -> None:
    # Places 0 1 2 3, mean 1.5; values -2 0 -1 1, mean -0.5.
    # Sum of products 2.25 - 0.25 - 0.25 + 2.25 = 4, sum of squares 2.25 + 0.25 + 0.25 + 2.25 = 5.
    assert persona_curve(-2, 0, -1, 1).slope == pytest.approx(0.8)


def test_a_gap_keeps_its_place_on_the_axis_of_the_slope() -> None:
    assert persona_curve(-2, None, None, None, 2).slope == 1
    assert persona_curve(None, -1, 1).slope == 2


@pytest.mark.parametrize("numbers", [(), (1.0,), (None, -1.0, None)])
def test_one_value_has_no_slope(numbers: tuple[float | None, ...]) -> None:
    assert persona_curve(*numbers).slope is None


def test_the_longest_run_below_zero_is_ended_by_a_gap_and_by_zero() -> None:
    found = persona_curve(-1, None, -1, -2, 0, -0.5, -1, 1)
    assert labels(found.longest_negative) == ["Step 3", "Step 4"]
    assert persona_curve(0, 1, None).longest_negative == ()


def test_of_equally_intense_moments_the_negative_one_is_the_peak_then_the_first() -> None:
    assert labels([persona_curve(2, 1, -2, -2).peak]) == ["Step 3"]
    assert labels([persona_curve(1, 2, -1, 2).peak]) == ["Step 2"]
    assert labels([persona_curve(0.5, -0.5).peak]) == ["Step 2"]
    assert persona_curve(None).peak is None


def test_peak_and_end_are_averaged() -> None:
    found = persona_curve(1, -2, 0, 0.5)
    assert found.end
    assert found.end.step.label == "Step 4"
    assert found.peak_end == (-2 + 0.5) / 2


def test_an_end_that_nobody_recorded_is_unknown() -> None:
    found = persona_curve(1, -2, None)
    assert (found.end, found.peak_end) == (None, None)


ENDINGS = """
title: Clinic
personas: [{id: ann, name: Ann}]
stakeholders: [{id: son, name: Her son}]
HEAD
steps:
  - {action: Calls, with: son, emotion: {ann: -1, son: -2}}
  - {action: Visits, emotion: {ann: 2}}
  - {action: The clinic files the letter, offstage: true}
"""


def test_a_persons_end_is_the_last_step_with_them() -> None:
    ann, son = analyse(ENDINGS.replace("HEAD", "")).curves
    assert (ann.person, son.person) == ("ann", "son")
    assert ann.end
    assert ann.end.step.label == "Visits"
    assert son.end
    assert son.end.step.label == "Calls"
    assert (ann.peak_end, son.peak_end) == (2, -2)


@pytest.mark.parametrize("head", ["ends: false", "framework: customer-lifecycle"])
def test_what_does_not_end_has_no_end(head: str) -> None:
    found = analyse(ENDINGS.replace("HEAD", head)).curve
    assert found.peak
    assert (found.end, found.peak_end) == (None, None)


def test_curves_are_the_personas_first_then_as_people_appear() -> None:
    found = curves(a_map({"son": 1}, {"": 0, "gp": -1}))
    assert [each.person for each in found] == ["maria", "son", "gp"]
    assert [each.person for each in curves(a_map({"son": 1}, {}))] == ["son"]
    assert curves(a_map({}, {})) == ()


# ------------------------------------------------------------------------------ assumed values
ASSUMED = """
title: Clinic
HEAD
evidence:
  - {id: talk, kind: interview}
  - {id: guess, kind: assumption}
steps:
  - {action: Calls, emotion: 1, evidence: talk}
  - {action: Waits, emotion: 1, evidence: guess}
  - {action: Visits, emotion: 1}
  - {action: Pays, emotion: 1, evidence: [guess, talk]}
"""


@pytest.mark.parametrize(
    ("head", "assumed"),
    [
        ("", [False, True, True, False]),
        ("based_on: talk", [False, True, False, False]),
        ("based_on: guess", [False, True, True, False]),
    ],
)
def test_a_value_without_evidence_or_with_a_guess_is_assumed(
    head: str, assumed: list[bool]
) -> None:
    found = analyse(ASSUMED.replace("HEAD", head)).curve
    assert [point.assumed for point in found.known] == assumed


@given(st.lists(st.none() | st.sampled_from([-2, -1.5, -1, 0, 0.5, 2]), max_size=12))
def test_figures_of_a_mirrored_curve_are_mirrored(numbers: list[float | None]) -> None:
    found = persona_curve(*numbers)
    other = persona_curve(*(None if number is None else -number for number in numbers))
    if found.slope is None or other.slope is None:
        assert found.slope == other.slope
    else:
        assert found.slope == pytest.approx(-other.slope)
    assert (found.peak is None) == (other.peak is None) == (not found.known)
    assert all(point.value < 0 for point in found.longest_negative)
    if found.peak_end is not None:
        assert -2 <= found.peak_end <= 2


PEOPLE = ["{id: son, name: Her son}", "{id: gp, name: GP}", "{id: payer, name: Payer}"]
MIXED = """
title: Clinic
persona: ann
personas: [{id: ben, name: Ben}, {id: ann, name: Ann}]
stakeholders: [PEOPLE]
steps:
  - {action: Calls, with: [GP, son], emotion: {gp: 1, ann: -1, Her son: -2}}
  - {action: Visits, with: gp, emotion: {GP: 0, ann: 2}}
"""


@given(st.permutations(PEOPLE))
def test_the_order_of_definitions_changes_nothing(people: list[str]) -> None:
    def figures(text: str) -> list[tuple[object, ...]]:
        found = analyse(text).curves
        return [(each.person, values(each), each.mean, each.peak_end) for each in found]

    usual = figures(MIXED.replace("PEOPLE", ", ".join(PEOPLE)))
    assert figures(MIXED.replace("PEOPLE", ", ".join(people))) == usual
    assert [person for person, *_ in usual] == ["ann", "gp", "son"]
