"""What an eighth reviewer who saw no rule missed or found obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.uncovered_phase import uncovered_phase
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.improvement.done_without_effect import done_without_effect
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.measurement.thin_evidence import thin_evidence
from journeymap.linter.rules.measurement.unmeasured_stage import unmeasured_stage
from journeymap.model.journey import Status

TOP = """journeymap: 1
title: A burst pipe
status: review
personas: [{id: olga, name: Olga}, {id: ben, name: Ben}]
persona: olga
stakeholders:
  - {id: landlord, name: Landlord, kind: organisation}
  - {id: caretaker, name: Caretaker, kind: staff, part_of: landlord, influence: 5}
metrics: [{id: dry, name: Days until dry}]
evidence: [{id: log, kind: records}, {id: guess, kind: assumption}]
"""


def in_review(text: str, code: str, profile: Status = Status.REVIEW) -> list[tuple[str, str]]:
    """What a rule tells of a map as its status asks for it: how grave, and what."""
    report = lint_files({MAP: text}, selection=Selection(profile=profile))
    return [
        (each.severity.value, each.message) for each in report.diagnostics if each.rule.code == code
    ]


# ---------------------------------------------------------------- a stage without any reading
READ = "{name: Drying, metrics: dry, steps: [{action: Waits, with: caretaker}]}"
SHARES = " (only shares of those who leave or go on are counted there)"


def stages(*bare: str, top: str = TOP) -> str:
    return f"{top}stages:\n" + "".join(f"  - {each}\n" for each in (*bare, READ, READ))


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("[{action: Calls, with: caretaker}]", ("warning", '"X" has no metric')),
        (
            "[{action: Calls, with: caretaker, leaks: {share: 5 %, evidence: log}}, Asks]",
            ("note", f'"X" has no metric{SHARES}'),
        ),
        (
            "[{action: Calls, with: caretaker, leaks: {share: 5 %, evidence: guess}}, Asks]",
            ("warning", '"X" has no metric'),
        ),
        ("[Asks, Calls]", ("note", '"X" has no metric')),  # nobody serves there
        ("[{action: Calls, leaks: {share: 5 %, evidence: log}}]", None),
        ("[{action: Calls, metrics: dry}, Asks]", None),
    ],
)
def test_a_stage_in_which_nothing_is_read(steps: str, told: tuple[str, str] | None) -> None:
    found = in_review(stages(f"{{name: X, steps: {steps}}}"), "JM701", Status.PUBLISHED)
    assert found == ([told] if told else [])


def test_several_stages_without_a_reading_are_one_finding() -> None:
    counted = "{name: Y, steps: [{action: C, leaks: {share: 5 %, evidence: log}}, D]}"
    (found,) = in_review(stages("{name: X, steps: [B]}", counted), "JM701", Status.PUBLISHED)
    assert found == (
        "note",
        f'2 of 4 stages have no metric: "X" and "Y"{SHARES.replace("there", "in some of them")}',
    )


def test_nothing_read_anywhere_is_told_at_the_map() -> None:
    text = stages("{name: X, steps: [B]}").replace("metrics: dry, ", "")
    assert messages(text, rule=unmeasured_stage) == ["nothing is measured in any stage"]
    assert in_review(text, "JM701") == []  # asked from published on


def test_nothing_is_measured_is_not_said_of_what_is_counted() -> None:
    text = f"{TOP}steps: [{{action: B, leaks: {{share: 5 %, evidence: log}}}}, C]\n"
    text = text.replace("status: review", "status: published")
    assert messages(text, rule=unmeasured_stage) == [f"nothing has a metric{SHARES}"]


# ---------------------------------------------------------------- whose needs are asked for
@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("with: caretaker", 0),
        ("with: caretaker, emotion: pleased, expected: 3, perceived: 4", 0),
        ("with: caretaker, emotion: angry", 1),
        ("with: caretaker, expected: 4, perceived: 3", 1),
        ("with: caretaker, pains: [Nobody comes]", 1),
        ("handoff: {to: caretaker}, pains: [Nobody comes]", 1),
    ],
)
def test_who_serves_is_asked_about_where_something_is_to_be_mended(step: str, told: int) -> None:
    text = f"{TOP}steps: [{{action: Calls, {step}}}, {{action: Waits, pains: [Cold]}}]\n"
    assert len(messages(text, rule=unheard_stakeholder)) == told


@pytest.mark.parametrize(("more", "told"), [("", 1), (", goals: [Peace in the house]", 0)])
def test_family_is_asked_about_anywhere_and_a_goal_is_a_need(more: str, told: int) -> None:
    top = TOP.replace(
        "metrics:", f"  - {{id: sis, name: Sister, kind: family, influence: 4{more}}}\nmetrics:"
    )
    text = f"{top}steps: [{{action: Calls, with: sis}}]\n"
    assert len(
        messages(text.replace("influence: 5", "influence: 1"), rule=unheard_stakeholder)
    ) == (told)


# ---------------------------------------------------------------- where the team drew the line
@pytest.mark.parametrize(
    ("scope", "phase", "told"),
    [
        ("", "before", 1),
        ("scope: From the drip to the dry wall\n", "before", 0),
        ("scope: From the drip to the dry wall\n", "after", 0),
        ("purpose: To find out why it takes so long\n", "after", 1),
    ],
)
def test_a_map_that_says_where_it_ends_is_asked_for_no_phase(
    scope: str, phase: str, told: int
) -> None:
    text = f"title: A\n{scope}stages: [{{name: X, phase: {phase}, steps: [B]}}]\n"
    assert len(messages(text, rule=uncovered_phase)) == told


# ---------------------------------------------------------------- one cause, told once
@pytest.mark.parametrize(
    ("target", "now", "told"), [(5, 11, 0), (5, 14, 0), (20, 11, 1), (5, 9, 0)]
)
def test_what_the_missed_target_says_of_an_idea_is_not_said_again(
    target: int, now: int, told: int
) -> None:
    text = (
        "title: A\nmetrics: [{id: m, name: Missed visits, unit: '%', better: lower, "
        f"target: {target}}}]\nreadings: [{{metric: m, value: {now}, as_of: 2026-08}}]\n"
        "steps: [{action: B, opportunities: [{text: Two-hour slots, status: live, "
        "since: 2026-03, outcome: {metric: m, from: 11}}]}]\n"
    )
    assert len(messages(text, rule=done_without_effect)) == told
    if (target, now) == (5, 11):
        (said,) = helps(text, rule=target_missed)
        assert "is live since 2026-03; it was 11 before: find out whether it reaches" in said
    if (target, now) == (5, 14):
        (said,) = helps(text, rule=target_missed)
        assert "it was 11 before, and has got worse: find out whether it reaches" in said


BOTH = TOP.replace("persona: olga", "persona: [olga, ben]")


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (
            "{olga: angry, ben: sad}",
            ['the journey ends below neutral: "Pays" (Olga: angry; Ben: sad)'],
        ),
        ("{olga: angry, ben: angry}", ['the journey ends below neutral: "Pays" (angry)']),
        ("angry", ['the journey ends below neutral: "Pays" (angry)']),
        ("{olga: angry, ben: pleased}", ['Olga: the journey ends below neutral: "Pays" (angry)']),
    ],
)
def test_one_bad_end_of_several_personas_is_told_once(last: str, said: list[str]) -> None:
    text = (
        f"{BOTH}steps: [{{action: Calls, emotion: furious}}, {{action: Pays, emotion: {last}}}]\n"
    )
    assert messages(text, rule=bad_ending) == said


# ---------------------------------------------------------------- no figure that is not so
@pytest.mark.parametrize(
    ("counts", "what"),
    [("lost", []), ("neither", ["the largest loss"]), ("completed", ["the largest loss"])],
)
def test_an_assumed_leak_is_told_where_no_measured_end_loses_more(
    counts: str, what: list[str]
) -> None:
    text = (
        f"{TOP}steps:\n  - {{action: Calls, leaks: {{share: 12 %, evidence: guess}}}}\n"
        f"  - {{action: Asks, next: [{{to: end, share: 22 %, counts: {counts}, evidence: log}}, "
        "{to: pays, share: 78 %, evidence: log}]}\n  - {id: pays, action: Pays}\n"
    )
    told = [each for each in messages(text, rule=thin_evidence) if "largest" in each]
    assert [each.partition(" of the map, 12 of 100")[0] for each in told] == what


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("live", 'find out whether "Send a text", which is live against "No word", reaches people'),
        ("dropped", 'record an opportunity that would change it: "No word" stands here'),
        ("idea", 'act on "Send a text", recorded here'),
    ],
)
def test_a_live_idea_against_the_pain_is_named(status: str, said: str) -> None:
    text = (
        f"{TOP}steps: [{{action: Calls, expected: 5, perceived: 1, pains: [{{id: p, text: No word, "
        f"severity: 4}}], opportunities: [{{text: Send a text, status: {status}, solves: p}}]}}]\n"
    )
    (told,) = helps(text, rule=unmet_expectation)
    assert told.startswith(said)


@pytest.mark.parametrize(
    ("wait", "said"),
    [("41 days", "41 days"), ("6 weeks", "6 weeks"), ("64 min", None), ("200 days", "29 weeks")],
)
def test_a_time_beside_a_deadline_is_exact(wait: str, said: str | None) -> None:
    text = f"{TOP}steps: [{{action: A, wait: {wait}}}, {{action: B, within: 1 month}}]\n"
    told = messages(text, rule=missed_deadline)
    assert [each.endswith(f"recorded is {said} (assumed)") for each in told] == [True] * bool(said)
