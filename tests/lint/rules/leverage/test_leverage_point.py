"""leverage-point: the steps at which a change pays most, each told once and in whole."""

import pytest
from tests.lint.linting import MAP, findings, helps, lint_files, messages

from journeymap.findings import Severity
from journeymap.lint.registry import RULES
from journeymap.lint.rules.leverage.leverage_point import leverage_point

BAD = "importance: 5, expected: 4, perceived: 2, emotion: angry"
FINE = "importance: 4, expected: 4, perceived: 4, emotion: 1"


def a_map(*steps: str, top: str = "persona: Ann") -> str:
    """A map whose first step stands in line 4."""
    lines = "\n".join(f"  - {{action: Step {i}, {step}}}" for i, step in enumerate(steps, 1))
    return f"title: Clinic\n{top}\nsteps:\n{lines}\n"


def test_a_pressing_step_is_told_with_its_reasons() -> None:
    # Drivers known: unmet need 0.75·3, gap 0.5·2, low emotion 1·2, memory 1·1, hand-off 0·2: all
    # of 10 points of weight, so 100 · 6.25 / 10.
    assert findings(a_map(FINE, BAD, FINE), rule=leverage_point) == [
        (
            5,
            14,
            (
                '"Step 2" is leverage point 1 (pressure 62 of 100, on assumed figures): '
                "angry; the low that is remembered; importance 5, expected 4, perceived 2 of 5"
            ),
        )
    ]


def test_what_closing_the_leaks_would_bring_and_what_is_recorded_are_told() -> None:
    idea = "opportunities: {text: Ring her, impact: 5, effort: 2}"
    (message,) = messages(a_map(f"{BAD}, leaks: 20 %, {idea}", FINE), rule=leverage_point)
    assert message.endswith(
        'if nobody left here, 20 more of 100 would complete the journey; "Ring her" is recorded'
    )


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        ("", "look for an opportunity"),
        (", opportunities: Ring her", "look for an opportunity"),
        (", opportunities: {text: Ring her, impact: 5, effort: 2}", "drive what is recorded"),
        (", opportunities: {text: A, impact: 5, effort: 2, status: live}", "look for"),
    ],
)
def test_the_help_knows_what_is_recorded(idea: str, said: str) -> None:
    (help_,) = helps(a_map(BAD + idea, FINE), rule=leverage_point)
    assert help_.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        a_map(FINE, FINE),
        a_map("emotion: -2", "emotion: 1"),
        a_map("need: A bed", "need: A bed"),
        a_map(BAD, FINE, top="state: desired"),
    ],
)
def test_calm_steps_feelings_alone_and_desired_maps_are_left_alone(text: str) -> None:
    assert messages(text, rule=leverage_point) == []


def test_at_most_five_are_told_in_the_order_of_the_journey_and_that_may_be_set() -> None:
    text = a_map(*([BAD] * 7), FINE)
    assert [line for line, *_ in findings(text, rule=leverage_point)] == [4, 5, 6, 7, 8]
    files = {".journeymap.yaml": "options: {leverage-point: {points: 2}}\n"}
    assert len(messages(text, rule=leverage_point, files=files)) == 2
    files = {".journeymap.yaml": "options: {leverage-point: {pressure: 80}}\n"}
    assert messages(text, rule=leverage_point, files=files) == []


@pytest.mark.parametrize("language", ["es", "pl"])
def test_our_own_words_are_in_one_language(language: str) -> None:
    text = a_map(BAD, FINE, top=f"language: {language}")
    (message,) = messages(text, rule=leverage_point)
    assert message.endswith(
        "the low that is remembered; importance 5, expected 4, perceived 2 of 5"
    )


def test_it_stands_for_what_others_say_of_the_step_and_weighs_as_much() -> None:
    text = a_map(f"{BAD}, leaks: 20 %, pains: Slow", FINE, "expected: 4, perceived: 3")
    rules = [rule for rule in RULES if rule.name in {*leverage_point.subsumes, "leverage-point"}]
    assert {rule.name for rule in rules} == {*leverage_point.subsumes, "leverage-point"}
    report = lint_files({MAP: text}, rules=rules)
    assert [(d.rule.name, d.start.line, d.severity) for d in report.diagnostics] == [
        ("leverage-point", 4, Severity.WARNING),
        ("unmet-expectation", 6, Severity.WARNING),
    ]
