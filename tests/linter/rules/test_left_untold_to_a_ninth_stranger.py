"""What a ninth reviewer who saw no rule was not told, though the maps knew it."""

import pytest
from tests.linter.linting import messages
from tests.linter.rules.test_told_by_a_ninth_stranger import TOP

from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.improvement.untold_test import untold_test
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.no_customer_voice import no_customer_voice
from journeymap.linter.rules.measurement.older_than_source import older_than_source
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit

# ---------------------------------------------------------------- knowable, and not told
ASKED = """evidence:
  - {id: desk, name: Round of the staff, kind: interview, from: staff}
  - {id: room, kind: workshop}
  - {id: talks, kind: interview, n: 9}
"""


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (("emotion: calm, evidence: desk", "emotion: sad, evidence: talks"), 'feels at "S0"'),
        (
            ("emotion: calm, importance: 4, evidence: desk", "emotion: sad, evidence: talks"),
            'feels and rates "S0"',
        ),
        (("perceived: 2, evidence: [room, desk]", "emotion: sad, evidence: talks"), 'rates "S0"'),
        (("perceived: 2, evidence: room", "emotion: sad, evidence: talks"), ""),  # who was there?
        (("perceived: {rating: 2, evidence: [desk, talks]}", "emotion: sad, evidence: talks"), ""),
        (("pains: Cold, evidence: desk", "emotion: sad, evidence: talks"), ""),  # nothing felt
        (
            ("emotion: calm, evidence: desk", "emotion: sad, evidence: desk", "evidence: talks"),
            'feels at "S0" and "S1"',
        ),
    ],
)
def test_what_staff_alone_say_of_how_it_was_is_told(steps: tuple[str, ...], found: str) -> None:
    listed = "".join(f"  - {{action: S{i}, {step}}}\n" for i, step in enumerate(steps))
    asked = "nobody asked those who go through it"
    said = f"how the persona {found} is the word of the house alone: {asked}"
    text = f"title: A\npersona: Ann\n{ASKED}steps:\n{listed}"
    assert messages(text, rule=no_customer_voice) == ([said] if found else [])


FINE = "expected: 4, perceived: 4, emotion: calm"


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("share: 30 %, why: values too high", 1),
        ("share: 25 %, why: values too high", 1),
        ("share: 20 %, why: values too high", 0),
        ("share: 30 %, why: values too high, planned: true", 0),
    ],
)
def test_many_who_go_back_are_told_however_the_step_went(way: str, told: int) -> None:
    text = f"title: A\nsteps: [A, {{action: B, {FINE}, next: {{to: a, {way}}}}}, C]\n"
    assert len(messages(text, rule=repeat_visit)) == told


@pytest.mark.parametrize(
    ("metric", "value", "told"),
    [
        ("name: Time in preparation, kind: duration, unit: days", 12, 1),
        ("name: Time in preparation, kind: duration, unit: weeks", 1, 1),
        ("name: Time in preparation, kind: duration, unit: days", 20, 0),  # may be one of them
        ("name: Time in preparation, kind: duration, unit: weeks", 9, 0),  # both together
        ("name: People prepared, kind: count", 12, 0),
    ],
)
def test_a_time_of_a_stage_that_is_shorter_than_any_wait_in_it(
    metric: str, value: int, told: int
) -> None:
    text = f"title: A\nmetrics: [{{id: m, {metric}}}]\nstages:\n  - name: Preparation\n"
    text += (
        f"    metrics: {{metric: m, value: {value}}}\n    steps: [{{action: A, wait: 6 weeks}}, "
    )
    text += "{action: B, wait: 3 weeks}]\n  - {name: Operation, steps: [C]}\n"
    assert len(messages(text, rule=contradicting_reading)) == told


@pytest.mark.parametrize(
    ("read", "source", "told"),
    [
        ("2026-01", "kind: survey, date: 2026-09", 1),
        ("2026-01", "kind: interview, date: 2026-04", 1),
        ("2026-08", "kind: survey, date: 2026-09", 0),
        ("2026-10", "kind: survey, date: 2026-09", 0),
        ("2026-01", "kind: records, date: 2026-09", 0),  # they tell of times before
        ("2026-01", "kind: survey", 0),
    ],
)
def test_a_value_is_no_older_than_what_it_is_from(read: str, source: str, told: int) -> None:
    reading = f"{{metric: nps, value: 30, as_of: {read}, evidence: it}}"
    text = f"{TOP}evidence: [{{id: it, {source}}}]\nreadings: [{reading}]\nsteps: [A]\n"
    assert len(messages(text, rule=older_than_source)) == told


@pytest.mark.parametrize(
    ("who", "step", "told"),
    [
        ("kind: payer, influence: 3", "with: other", 1),
        ("kind: payer, influence: 2", "with: other", 0),
        ("kind: payer, influence: 3", "with: it", 0),
        ("kind: payer, influence: 3", "handoff: it", 0),
        ("kind: competitor, influence: 3", "with: other", 0),
        ("kind: organisation, influence: 3", "with: part", 0),
    ],
)
def test_who_counts_and_stands_at_no_step_is_told(who: str, step: str, told: int) -> None:
    others = "{id: other, name: Other, kind: staff}, {id: part, name: P, kind: staff, part_of: it}"
    people = f"stakeholders: [{{id: it, name: It, {who}}}, {others}]"
    text = f"title: A\npersona: Ann\n{people}\nsteps: [{{action: A, {step}}}]\n"
    found = [each for each in messages(text, rule=unheard_stakeholder) if "no step names" in each]
    assert len(found) == told


@pytest.mark.parametrize(
    ("ideas", "found"),
    [
        ("{text: X, status: testing}", '"X" is being tested'),
        ("{text: X, status: testing}, {text: Y, status: testing}", '"X" and "Y" are being tested'),
        ("{text: X, status: testing, pilots: {n: 4}}", ""),
        ("{text: X}, {text: Y, status: live}", ""),
    ],
)
def test_a_test_that_nobody_tells_of(ideas: str, found: str) -> None:
    text = f"title: A\nsteps: [{{action: A, opportunities: [{ideas}]}}]\n"
    assert [each.partition(",")[0] for each in messages(text, rule=untold_test)] == (
        [found] if found else []
    )
    desired = text.replace("title: A", "title: A\nstate: desired")
    assert messages(desired, rule=untold_test) == []
