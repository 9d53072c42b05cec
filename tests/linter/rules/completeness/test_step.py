"""Rules about what steps and stages say: empty-stage, missing-channel, missing-emotion."""

import pytest
from tests.linter.linting import findings

from journeymap.authoring.rule import Rule
from journeymap.linter.rules.completeness.empty_stage import empty_stage
from journeymap.linter.rules.completeness.missing_channel import missing_channel
from journeymap.linter.rules.completeness.missing_emotion import missing_emotion
from journeymap.linter.rules.completeness.missing_need import missing_need

PEOPLE = """\
personas: [{id: ann, name: Ann}]
stakeholders:
  - {id: gp, name: Family doctor, kind: clinician}
  - {id: son, name: Her son, kind: family}
"""
ENOUGH = "- {action: Rests, channel: web, emotion: calm, need: Peace}\n  " * 3


def a_step(fields: str, *, top: str = "") -> str:
    """A map in which one step at line 8 differs."""
    return f"title: Clinic\n{top}{PEOPLE}steps:\n  - {{action: Visits, {fields}}}\n  {ENOUGH}\n"


def test_an_empty_stage_of_a_workshop_is_told_at_its_name() -> None:
    text = "title: Clinic\nstages:\n  Before: [Calls]\n  After: []\n  - x\n".replace("  - x\n", "")
    assert findings(text, rule=empty_stage) == [(4, 3, '"After" has no step')]


def test_a_stage_without_a_name_is_told_by_its_id() -> None:
    text = "title: Clinic\nstages:\n  - steps: [Calls]\n  - id: ward\n"
    assert findings(text, rule=empty_stage) == [(4, 9, '"ward" has no step')]


@pytest.mark.parametrize(
    "stages",
    [
        "[{name: A, steps: []}, {name: B}]",  # told once, as a map without steps
        "[{name: A, steps: [Calls]}, {name: B, steps: [[a, b]]}]",
        "[{name: A, steps: [Calls]}, {name: B, steps: {acton: Calls}}]",
    ],
)
def test_a_stage_whose_steps_are_told_of_already_is_not_empty(stages: str) -> None:
    assert findings(f"title: Clinic\nstages: {stages}\n", rule=empty_stage) == []


def test_a_map_without_stages_has_no_empty_one() -> None:
    assert findings("title: Clinic\nsteps: [Calls]\n", rule=empty_stage) == []


def test_a_served_step_without_a_channel_names_who_serves() -> None:
    [(line, column, message)] = findings(a_step("with: gp"), rule=missing_channel)
    assert (line, column) == (7, 14)
    assert '"Visits"' in message
    assert '"Family doctor"' in message


@pytest.mark.parametrize(
    "fields",
    [
        "need: Rest",
        "with: son",
        "with: somebody",
        "actor: gp, channel: phone",
        "actor: gp, offstage: true",
        "with: gp, channel: [[phone]]",  # it is there, and cannot be read
    ],
)
def test_a_step_is_asked_for_a_channel_only_where_somebody_serves(fields: str) -> None:
    assert findings(a_step(fields), rule=missing_channel) == []


def test_channels_that_most_steps_lack_are_told_once() -> None:
    text = f"title: Clinic\n{PEOPLE}steps:\n" + "  - {action: Visits, with: gp}\n" * 3
    assert findings(text, rule=missing_channel) == [
        (1, 1, "none of the 3 steps of the map has a channel")
    ]


def test_a_step_without_a_feeling_of_the_persona_is_told() -> None:
    found = findings(a_step("emotion: {son: sad}"), rule=missing_emotion)
    assert found == [(7, 14, '"Visits" says no emotion of the persona')]


@pytest.mark.parametrize(
    "fields",
    [
        "emotion: 0",
        "emotion: {Ann: sad}",
        "offstage: true",
        "emotion: sadd",
        "emotion: {ann: sadd}",
    ],
)
def test_a_feeling_in_any_form_and_one_that_cannot_be_read_are_not_missing(fields: str) -> None:
    assert findings(a_step(fields), rule=missing_emotion) == []


def test_a_feeling_that_cannot_be_read_is_not_missing_beside_one_that_can() -> None:
    text = a_step("emotion: {ann: sadd, son: sad}")
    assert findings(text, rule=missing_emotion) == []


def test_a_desired_map_is_not_asked_for_feelings() -> None:
    assert findings(a_step("need: a", top="state: desired\n"), rule=missing_emotion) == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [(missing_emotion, "emotion: {ann: sad}"), (missing_need, "need: {ann: To know how long}")],
)
def test_where_nobody_is_the_persona_what_is_said_by_name_may_be_hers(
    rule: Rule, said: str
) -> None:
    text = f"title: C\npersonas: [Ann, Bob]\nsteps: [{{action: Visits, {said}}}]\n"
    assert findings(text, rule=rule) == []
    assert len(findings(f"persona: Bob\n{text}", rule=rule)) == 1


def test_feelings_that_cannot_be_read_are_not_gathered_as_missing() -> None:
    text = "title: C\nsteps:\n" + "  - {action: Visits, emotion: sadd}\n" * 3
    assert findings(text, rule=missing_emotion) == []
    stages = "title: C\nstages:\n  - name: A\n    steps: [{action: B}, {action: C}]\n"
    assert findings(stages, rule=missing_emotion) == [
        (1, 1, "none of the 2 steps of the map has an emotion")
    ]


def test_most_of_a_stage_is_told_at_the_stage() -> None:
    good = "{action: Rests, emotion: calm, need: Peace}"
    text = (
        f"title: C\nstages:\n  - name: A\n    steps: [{', '.join([good] * 5)}]\n"
        f"  - name: B\n    steps: [Calls, Waits, {good}]\n"
    )
    for field, rule in (("emotion", missing_emotion), ("need", missing_need)):
        said = f'2 of 3 steps of "B" have no {field}: "Calls" and "Waits"'
        assert findings(text, rule=rule) == [(5, 11, said)]
