"""What a strict judge called told twice, or helped with wrongly, on small maps."""

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.experience.double_deviation import double_deviation
from journeymap.linter.rules.flow.same_destination import same_destination
from journeymap.linter.rules.improvement.backward_outcome import backward_outcome
from journeymap.linter.rules.improvement.undated_quick_win import undated_quick_win
from journeymap.linter.rules.improvement.unowned_idea import unowned_idea
from journeymap.linter.rules.measurement.flattering_score import flattering_score
from journeymap.linter.rules.measurement.no_customer_voice import no_customer_voice
from journeymap.linter.rules.measurement.small_sample import small_sample
from journeymap.linter.rules.measurement.target_missed import target_missed


# ---------------------------------------------------------------- one cause, told once
def ideas(*said: str) -> str:
    """A map of one step with ideas."""
    every = ", ".join(f"{{text: Idea {i}, {each}}}" for i, each in enumerate(said))
    return f"title: A\nsteps: [{{action: B, opportunities: [{every}]}}]\n"


@pytest.mark.parametrize(
    ("said", "unowned", "undated"),
    [
        (("impact: 5, effort: 1", "impact: 5, effort: 1, owner: X"), 0, 1),
        (("impact: 5, effort: 1", "impact: 5, effort: 1"), 0, 1),
        (("impact: 2, effort: 1", "impact: 5, effort: 1, owner: X"), 1, 1),
        (("impact: 5, effort: 1, by: 2027-01", "impact: 2, owner: X"), 1, 0),
    ],
)
def test_who_drives_a_large_idea_is_asked_once(
    said: tuple[str, ...], unowned: int, undated: int
) -> None:
    text = ideas(*said)
    assert len(messages(text, rule=unowned_idea)) == unowned
    assert len(messages(text, rule=undated_quick_win)) == undated


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        (("impact: 5, effort: 1", "impact: 5, effort: 1"), "; nobody is to drive them"),
        (
            ("impact: 5, effort: 1, owner: X", "impact: 5, effort: 1"),
            '; nobody is to drive "Idea 1"',
        ),
        (("impact: 5, effort: 1, owner: X", "impact: 5, effort: 1, owner: X"), ""),
    ],
)
def test_several_undated_ideas_say_which_nobody_drives(said: tuple[str, ...], whose: str) -> None:
    (told,) = messages(ideas(*said), rule=undated_quick_win)
    assert told.endswith(f'"Idea 0" and "Idea 1"{whose}')
    (help_,) = helps(ideas(*said), rule=undated_quick_win)
    assert ("owner:" in help_) is bool(whose)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("It is cheaper there", "A cheaper price", True),
        ("It is cheaper there", "No patience to wait", False),
        ("It is cheaper there", "", True),
    ],
)
def test_one_idea_answers_leaks_of_one_reason(first: str, second: str, together: bool) -> None:
    leak = "leaks: {{to: rival, share: 20 %, why: '{}'}}"
    text = (
        "title: A\nstakeholders: [{id: rival, name: Rival, kind: competitor}]\nsteps:\n"
        f"  - {{action: A, {leak.format(first)}}}\n"
        f"  - {{action: B, {leak.format(second)}}}\n  - C\n"
    )
    (help_,) = helps(text, rule=same_destination)
    assert ("counts at all of these steps" in help_) is together


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        (
            "opportunities: [{text: One name, solves: q, impact: 4, effort: 2, owner: X}]",
            '"One name", recorded here',
        ),
        ("gains: [Polite]", "find out what would make it good, and record it there"),
    ],
)
def test_an_idea_that_is_recorded_is_not_asked_for(idea: str, said: str) -> None:
    pains = "pains: [{id: q, text: Told three times, severity: 3, probability: 3}]"
    text = (
        "title: A\nsteps:\n  - {action: A, emotion: angry, pains: [{id: p, text: Broken}]}\n"
        f"  - {{action: B, recovers: p, emotion: desperate, {pains}, {idea}}}\n"
    )
    (help_,) = helps(text, rule=double_deviation)
    assert said in help_


@pytest.mark.parametrize(("count", "told"), [(96, 0), (90, 0), (89, 1), (40, 1)])
def test_a_few_answers_more_change_nothing(count: int, told: int) -> None:
    text = (
        f"title: A\nevidence: [{{id: s, kind: survey, n: {count}, population: 410}}]\n"
        "steps: [{action: B, perceived: 2, evidence: s}]\n"
    )
    assert len(messages(text, rule=small_sample)) == told


METRIC = "metrics: [{id: wait, name: Speed of answer, kind: duration, unit: s, target: 60}]"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("by: 2026-09", "whose outcome this was to be by 2026-09"),
        ("by: 2027-09", "whose outcome this is to be by 2027-09"),
        ("impact: 3", "whose outcome this is to be"),
    ],
)
def test_a_day_that_has_passed_is_no_day_to_come(day: str, said: str) -> None:
    idea = f"{{text: Push, {day}, outcome: {{metric: wait, target: 60}}}}"
    step = f"{{action: B, metrics: {{metric: wait, value: 90}}, opportunities: [{idea}]}}"
    (help_,) = helps(f"title: A\n{METRIC}\nsteps: [{step}]\n", rule=target_missed)
    assert help_ == f'push ahead with "Push", {said}'


@pytest.mark.parametrize(("severity", "named"), [(1, False), (2, True), (3, True)])
def test_a_slight_pain_is_no_reason_for_a_missed_target(severity: int, named: bool) -> None:
    pain = f"{{text: Signs it twice, severity: {severity}}}"
    step = f"{{action: B, metrics: {{metric: wait, value: 90}}, pains: [{pain}]}}"
    (help_,) = helps(f"title: A\n{METRIC}\nsteps: [{step}]\n", rule=target_missed)
    assert ("Signs it twice" in help_) is named


@pytest.mark.parametrize(
    ("outcome", "value", "is_met"),
    [
        ("from: 41, target: 60", 41, True),
        ("from: 41, target: 60", 52, False),
        ("from: 41, target: 70", 41, False),
        ("from: 41, target: 41", 41, False),
    ],
)
def test_an_idea_whose_target_is_met_is_no_slip(outcome: str, value: int, is_met: bool) -> None:
    idea = f"{{text: Two more, outcome: {{metric: wait, {outcome}}}}}"
    step = f"{{action: B, metrics: {{metric: wait, value: {value}}}, opportunities: [{idea}]}}"
    report = lint_files(
        {MAP: f"title: A\n{METRIC}\nsteps: [{step}]\n"},
        rules=[backward_outcome],
        selection=Selection(select=("JM824",)),
    )
    (found,) = report.diagnostics
    assert ("better than its target already" in found.help) is is_met
    assert (found.severity.value == "note") is is_met


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        ("{text: Cried, evidence: talks}", 'alone, and customers tell of "Cried"'),
        ("{text: Cried, evidence: workshop}", "is the word of the house alone"),
        ("{text: Cried}", "is the word of the house alone"),
    ],
)
def test_customers_who_tell_of_pains_are_no_silence(pain: str, said: str) -> None:
    text = (
        "title: A\nevidence:\n  - {id: talks, kind: interview, n: 9, from: customer}\n"
        "  - {id: workshop, kind: workshop, from: staff}\nsteps:\n"
        "  - {action: A, emotion: sad, evidence: talks}\n"
        "  - {action: B, emotion: glad, moment: truth, evidence: workshop, "
        f"pains: [{pain}]}}\n"
    )
    (told,) = messages(text, rule=no_customer_voice)
    assert told.endswith(said)


# ---------------------------------------------------------------- what works at a step that fails
KINDS = """title: A
scales: {rating: 1-7}
metrics:
  - {id: share, name: Settled in time, kind: conversion, unit: '%', target: 90}
  - {id: score, name: Satisfaction, kind: csat, scale: 1-5, target: 4}
  - {id: days, name: Wait, kind: duration, unit: days, target: 14}
"""


@pytest.mark.parametrize(
    ("readings", "perceived", "told"),
    [
        ("{metric: share, value: 94}", 3, ["Settled in time"]),
        ("{metric: share, value: 94}", 4, []),  # not half of the scale below
        ("{metric: share, value: 84}", 3, []),
        ("{metric: share, value: 94}, {metric: score, value: 4.6}", 3, ["Satisfaction"]),
        ("{metric: score, value: 4.6}", 4, ["Satisfaction"]),
        ("{metric: days, value: 12}", 3, ["Wait"]),
    ],
)
def test_a_share_flatters_where_the_step_falls_far_short(
    readings: str, perceived: int, told: list[str]
) -> None:
    text = f"{KINDS}steps: [{{action: B, expected: 6, perceived: {perceived}, "
    said = messages(f"{text}metrics: [{readings}]}}]\n", rule=flattering_score)
    assert [each.split('"')[1] for each in said] == told


@pytest.mark.parametrize(("wait", "told"), [("35 days", 0), ("10 days", 1)])
def test_what_the_times_contradict_is_no_flattery(wait: str, told: int) -> None:
    step = "{action: B, wait: WAIT, expected: 6, perceived: 3, metrics: {metric: days, value: 12}}"
    text = f"{KINDS}steps: [{step.replace('WAIT', wait)}, C]\n"
    assert len(messages(text, rule=flattering_score)) == told
