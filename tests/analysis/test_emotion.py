"""The emotion curve keeps gaps as gaps, and its figures to what is known."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.analysis.emotion import Curve, curve
from journeymap.model.fields import Feeling
from journeymap.model.journey import Journey
from journeymap.model.map import JourneyMap
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
