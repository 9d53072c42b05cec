"""What several findings said of one cause, told once."""

from datetime import date

import pytest
from tests.linter.linting import messages
from tests.linter.rules.test_told_by_a_fourth_stranger import a_map

from journeymap.authoring import Severity
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.flow.broken_promise import broken_promise
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.testing import MAP, lint_files

# ---------------------------------------------------------------- one step, two personas
TWO = """title: A
personas: [{id: ana, name: Ana}, {id: ben, name: Ben}]
persona: [ana, ben]
stakeholders: [{id: gp, name: GP, kind: clinician}]
steps:
  - {action: Asks, with: gp, duration: 1 h, emotion: calm, WAIT}
  - {action: Goes, with: gp, duration: 1 h, emotion: EMOTION}
"""
LOW = '"Goes" is a low moment (angry), and no pain says why'
ANA = "ana: {time: 3 weeks, announced: false}"


@pytest.mark.parametrize(
    ("emotion", "told"),
    [
        ("{ana: angry, ben: sad}", [f"Ana: {LOW}; Ben: sad"]),
        ("{ana: angry, ben: calm}", [f"Ana: {LOW}"]),
        ("angry", [LOW]),
        ("{ana: calm, ben: calm}", []),
    ],
)
def test_a_low_of_two_is_told_once(emotion: str, told: list[str]) -> None:
    text = TWO.replace("EMOTION", emotion).replace(", WAIT", "")
    assert messages(text, rule=unexplained_low) == told


@pytest.mark.parametrize(
    ("wait", "end"),
    [
        ("ben: {time: 5 weeks, announced: false}", "5 weeks"),
        ("ben: {time: 1 month, announced: false}", "1 month"),
        ("ben: {time: 5 weeks, announced: true}", ""),
        ("ben: 5 weeks", None),  # told, and asked
    ],
)
def test_a_wait_of_two_is_told_once(wait: str, end: str | None) -> None:
    text = TWO.replace("EMOTION", "calm").replace("WAIT", f"wait: {{{ANA}, {wait}}}")
    told = messages(text, rule=silent_wait)
    if end is None:
        assert len(told) == 2
    else:
        (said,) = told
        assert said.partition("; ")[2] == (f"Ben: {end}" if end else "")


def test_what_is_told_of_two_is_shown_at_both() -> None:
    wait = "wait: {ana: {time: 3 weeks, announced: false}, ben: {time: 5 weeks, announced: false}}"
    report = lint_files(
        {MAP: TWO.replace("EMOTION", "calm").replace("WAIT", wait)}, rules=[silent_wait]
    )
    (found,) = report.diagnostics
    assert [each.message for each in found.related] == ["as well"]
    assert found.related[0].start.column > found.start.column


def test_a_wait_that_is_told_as_a_broken_promise_is_not_told_as_long() -> None:
    step = "with: desk, duration: 1 h, expected: Two weeks, wait: {time: 5 weeks, announced: true}"
    text = a_map(step, "with: desk, duration: 1 h")
    told = lint_files({MAP: text}, rules=[broken_promise, long_wait]).diagnostics
    assert [each.rule.code for each in told] == [broken_promise.code]
    assert len(messages(text, rule=long_wait)) == 1


# ---------------------------------------------------------------- one figure, two rules
@pytest.mark.parametrize(
    ("metric", "told"),
    [
        ("kind: duration, unit: days, target: 14", 0),
        ("kind: duration, unit: weeks, target: 2", 0),
        ("kind: duration, unit: days, target: 10", 1),  # a stricter one of the team's own
        ("kind: count, better: lower, target: 14", 1),
    ],
)
def test_a_time_that_misses_its_deadline_is_told_as_that_alone(metric: str, told: int) -> None:
    top = f"title: A\nmetrics: [{{id: m, name: Time to the appeal, {metric}}}]\n"
    text = a_map(
        "duration: 1 h, wait: 5 weeks", "within: 2 weeks, metrics: {metric: m, value: 36}", top=top
    )
    assert len(messages(text, rule=missed_deadline)) == 1
    assert len(messages(text, rule=target_missed)) == told


IDEA = "owner: Desk, impact: 4, effort: 2, outcome: {metric: m, target: 90}"


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ("by: 2020-03", "status: testing", "Second"),
        ("business: 5", "status: testing", "Second"),
        ("status: testing", "by: 2099-03", "First"),
        ("status: live, since: 2026-01", "status: testing", "First"),
        ("business: 5", "status: dropped", "First"),
    ],
)
def test_an_idea_in_test_is_named_before_others(first: str, second: str, named: str) -> None:
    top = "title: A\nmetrics: [{id: m, name: Kept, kind: conversion, unit: '%', target: 90}]\n"
    one = f"{{text: First, {IDEA}, {first}}}"
    two = f"{{text: Second, {IDEA}, {second}}}"
    text = a_map(f"metrics: {{metric: m, value: 80}}, opportunities: [{one}, {two}]", top=top)
    report = lint_files({MAP: text}, rules=[target_missed])
    (found,) = report.diagnostics
    assert f'"{named}"' in found.help


# ---------------------------------------------------------------- who cannot know
OFFICES = """title: A house
persona: Ann
stakeholders:
  - {id: bank, name: Bank, kind: organisation}
  - {id: notary, name: Notary, kind: organisation}
  - {id: clerk, name: Clerk, kind: staff, part_of: notary}
  - {id: rival, name: Another bank, kind: competitor}
  - {id: ward, name: Ward nurse, kind: clinician}
"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("with: bank", "with: notary", 0),
        ("with: bank", "with: clerk", 0),
        ("with: bank", "with: rival", 0),
        ("with: notary", "with: clerk", 1),
        ("with: bank, handoff: notary", "with: notary", 1),
        ("with: bank", "with: notary, handoff: bank", 1),
        ("with: ward", "with: notary", 1),
        ("channel: web", "with: notary", 1),
    ],
)
def test_who_cannot_know_what_others_were_told_is_not_accused(
    first: str, second: str, told: int
) -> None:
    text = a_map(f"{first}, gives: [Income]", f"{second}, gives: [Income]", top=OFFICES)
    assert len(messages(text, rule=asked_twice)) == told


def test_what_one_house_asked_twice_is_told_beside_a_stranger() -> None:
    asks = [f"with: {who}, gives: [Income]" for who in ("bank", "notary", "bank")]
    (said,) = messages(a_map(*asks, top=OFFICES), rule=asked_twice)
    assert '"S2" asks again for "Income", given before at "S0"' in said


# ---------------------------------------------------------------- what is answered by a day
SHORT = "expected: 5, perceived: 1"


def _planned(*ideas: str) -> list[tuple[Severity, str]]:
    pain = "pains: [{id: pNR, text: Rude clerks, severity: 3, probability: 3}]"
    steps = [
        f"{SHORT}, {pain}, opportunities: [{{text: Train clerks, {idea}}}]".replace("NR", str(i))
        for i, idea in enumerate(ideas)
    ]
    # Enough pressing elsewhere, so that none of them is a leverage point.
    text = a_map(*steps, "emotion: calm", top="title: A\npersona: Ann\n")
    report = lint_files({MAP: text}, rules=[unmet_expectation], today=date(2026, 11, 1))
    return [(each.severity, each.message) for each in report.diagnostics]


def test_what_ideas_with_a_day_answer_is_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    place = "journeymap.linter.rules.experience.unmet_expectation.pressing"
    monkeypatch.setattr(place, lambda _: ())
    by = "solves: pNR, impact: 4, by: 2027-03"
    ((weight, said),) = _planned(by, by)
    assert weight is Severity.NOTE
    assert said.startswith("2 steps fall short of what was expected, and ideas with a day are to")
    assert [weight for weight, _ in _planned(by)] == [Severity.NOTE]
    assert [weight for weight, _ in _planned(by, "solves: pNR, impact: 4")] == [
        Severity.NOTE,
        Severity.WARNING,
    ]
    late = "solves: pNR, impact: 4, by: 2026-03"
    assert [weight for weight, _ in _planned(late, late)] == [Severity.WARNING] * 2


def test_what_presses_most_is_told_by_itself() -> None:
    by = "solves: pNR, impact: 4, by: 2027-03"
    assert [weight for weight, _ in _planned(by, by)] == [Severity.WARNING] * 2
