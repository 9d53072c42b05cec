"""Rules about the emotion curve: happy-path-bias, flat-emotion."""

import pytest
from tests.linter.linting import MAP, findings, lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.flat_emotion import flat_emotion
from journeymap.linter.rules.completeness.happy_path_bias import happy_path_bias


def a_map(*emotions: str, top: str = "purpose: See", more: str = "") -> str:
    steps = "\n".join(f"  - {{action: Calls, emotion: {emotion}{more}}}" for emotion in emotions)
    return f"title: Clinic\npersona: Ann\n{top}\nsteps:\n{steps}\n  - Waits\n"


HAPPY = ("0", "1", "2", "1", "0", "2")


def test_six_steps_without_anything_bad_are_told() -> None:
    assert findings(a_map(*HAPPY), rule=happy_path_bias) == [
        (1, 1, "6 steps have an emotion, none is negative, and no pain is recorded")
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map(*HAPPY[1:]),
        a_map(*HAPPY, "-0.5"),
        a_map(*HAPPY, "{ann: 1, her son: -1}"),
        a_map(*HAPPY, top="state: desired"),
        a_map(*HAPPY, "sadd"),
        a_map(*HAPPY, more=", pains: [Line is busy]"),
        a_map(*HAPPY, more=", pains: [[Line]]"),
        a_map(*(f"{{her son: {value}}}" for value in HAPPY)),
    ],
)
def test_a_map_that_is_short_or_knows_something_bad_is_left_alone(text: str) -> None:
    assert findings(text, rule=happy_path_bias) == []


def test_five_values_within_half_a_point_are_told() -> None:
    values = ("-1", "-0.5", "frustrated", "-0.75", "anxious")
    assert findings(a_map(*values), rule=flat_emotion) == [
        (1, 1, "all 5 emotions of the persona lie within 0.5 points")
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map("0", "0", "0", "0"),
        a_map("0", "0", "0", "0", "0.6"),
        a_map("0", "0", "0", "0", "0", top="state: desired"),
        a_map("0", "0", "0", "0", "0", "sadd"),
        a_map("0", "0", "0", "0", "{her son: 0}"),
    ],
)
def test_few_values_ups_and_downs_and_desired_maps_are_left_alone(text: str) -> None:
    assert findings(text, rule=flat_emotion) == []


def test_a_map_that_is_flat_and_happy_is_told_once() -> None:
    rules = (happy_path_bias, flat_emotion)
    found = lint_files({MAP: a_map(*["0"] * 6)}, rules=rules).diagnostics
    assert [one.rule.name for one in found] == ["happy-path-bias"]
    chosen = Selection(select=("flat-emotion",))
    found = lint_files({MAP: a_map(*["0"] * 6)}, rules=rules, selection=chosen).diagnostics
    assert [one.rule.name for one in found] == ["flat-emotion"]
