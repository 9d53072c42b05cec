"""Which shares a map states at a step, of those who go on, leave or come back."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.contradiction import Against, Range, goes_with, is_near
from journeymap.analysis.recorded_times import recorded_times
from journeymap.analysis.stated_shares import recorded_at

LEAK, BACK, ON = "{to: rival, share: 10 %}", "{to: a, share: 20 %}", "{to: c, share: 70 %}"
LOST = "{to: end, share: 30 %, counts: lost}"


@pytest.mark.parametrize(
    ("fields", "leaving", "going_on", "coming_back"),
    [
        (f"leaks: {LEAK}", (0.1, 0.1), (0.9, 0.9), None),
        (f"leaks: [{LEAK}, {{to: nobody}}]", (0.1, 1.0), (0.0, 0.9), None),
        (f"leaks: {LEAK}, next: [{BACK}, {ON}]", (0.1, 0.1), (0.7, 0.9), (0.2, 0.2)),
        (f"next: [{LOST}, {ON}]", (0.3, 0.3), (0.7, 0.7), None),
        (f"leaks: {{to: nobody}}, next: [{BACK}, {ON}]", (0.0, 0.1), (0.7, 1.0), (0.2, 0.2)),
    ],
)
def test_what_is_stated_of_those_at_a_step(
    fields: str,
    leaving: tuple[float, float],
    going_on: tuple[float, float],
    coming_back: tuple[float, float] | None,
) -> None:
    steps = f"[{{id: a, action: A}}, {{id: b, action: B, {fields}}}, {{id: c, action: C}}]"
    exits = analyse(f"title: A\nsteps: {steps}\n").ways.exits[1]
    kinds = (Against.LEAVING, Against.GOING_ON, Against.COMING_BACK)
    for about, wanted in zip(kinds, (leaving, going_on, coming_back), strict=True):
        found = recorded_at(exits, about)
        assert (found and (found.low, found.high)) == (wanted and pytest.approx(wanted))


def test_a_wait_that_is_planned_for_one_of_several_personas_is_planned() -> None:
    text = (
        "title: A\npersona: [ann, bob]\npersonas: [{id: ann, name: Ann}, {id: bob, name: Bob}]\n"
        "steps:\n  - action: B\n    duration: 1 day\n"
        "    wait: {ann: {time: 2 days, planned: true}, bob: {time: 4 days}}\n"
    )
    active, wait = recorded_times(analyse(text).journey_map.steps)
    assert (active.planned, wait.planned) == (False, True)
    assert (wait.range.low, wait.range.high) == (2, 4)


@pytest.mark.parametrize(
    ("value", "low", "high", "near"),
    [
        (1, 10, 10, True),
        (0.9, 10, 10, False),
        (100, 10, 10, True),
        (101, 10, 10, False),
        (0, 0, 10, False),
        (5, 0, 0, False),
        (3, 1, 5, True),
    ],
)
def test_what_is_ten_times_as_much_is_about_something_else(
    value: float, low: float, high: float, near: bool
) -> None:
    assert is_near(value, Range(low=low, high=high)) is near


@pytest.mark.parametrize(
    ("value", "slack", "fits"),
    [(7.5, 0, True), (7.4, 0, False), (7.4, 0.1, True), (25, 0, True), (25.1, 0, False),
     (25.1, 0.2, True)],
)  # fmt: skip
def test_a_value_fits_by_rounding_and_a_quarter(value: float, slack: float, fits: bool) -> None:
    assert goes_with(value, slack, Range(low=10, high=20)) is fits
