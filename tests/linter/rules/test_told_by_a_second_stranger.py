"""What a second reviewer who saw no rule found missing or wrong, on small maps of other kinds."""

import pytest
from tests.linter.linting import helps, lint_files, messages

from journeymap.linter.rules.completeness.missing_need import missing_need
from journeymap.linter.rules.experience.contradicting_feeling import contradicting_feeling
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.improvement.backward_outcome import backward_outcome
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.references.unused_definition import unused_definition
from journeymap.linter.rules.touchpoints.undeclared_handoff import undeclared_handoff

# ------------------------------------------------------------------- what a second reviewer told
SWIMMING = """title: A child learns to swim
owner: Lake baths, courses
persona: Ann
evidence: [{id: talks, kind: interview}, {id: hunch, kind: assumption}]
stakeholders:
  - {id: baths, name: Lake baths, kind: organisation}
  - {id: town, name: Town registry, kind: organisation}
  - {id: club, name: Swimming club, kind: organisation}
  - {id: coach, name: Coach, kind: staff}
  - {id: child, name: Her child, kind: family}
channels: [{id: post, name: Post, kind: print}]
information: [{id: badge, name: Badge}]
"""
LOW_STEP = "importance: 5, expected: 4, perceived: 1, emotion: afraid, evidence: talks"
DROWNS = "{id: drowns, text: A child slips under unseen, severity: 4, probability: 3}"
COLD = "{id: cold, text: Cold showers, severity: 1, probability: 4}"


@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("{text: Warm towels, solves: cold, impact: 5, effort: 1}", "look first for what answers"),
        ("{text: Warm towels, impact: 5, effort: 1}", 'see whether "Warm towels", recorded here'),
        ("{text: Warm towels, solves: drowns, impact: 5, effort: 1}", 'see whether "Warm towels"'),
        ("{text: Count every child, solves: drowns, impact: 3, effort: 2}", "first of all, act on"),
    ],
)
def test_the_idea_that_is_advised_answers_the_gravest_pain(idea: str, told: str) -> None:
    step = f"{LOW_STEP}, pains: [{DROWNS}, {COLD}], opportunities: {idea}"
    text = SWIMMING + f"steps:\n  - {{action: Swims, {step}}}\n  - {{action: Dries, emotion: 1}}\n"
    (advice,) = helps(text, rule=leverage_point)
    assert advice.startswith(told)


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("with: town, channel: post, confirms: badge", "with: coach", 0),
        ("with: town, gives: form", "actor: coach", 1),
        ("actor: club", "actor: coach", 1),
        ("actor: club", "actor: coach, gives: badge", 1),
    ],
)
def test_a_hand_off_is_asked_for_where_something_runs_on(first: str, then: str, told: int) -> None:
    text = SWIMMING.replace("kind: staff", "kind: clinician")
    text += f"steps:\n  - {{action: Registers, {first}}}\n  - {{action: Swims, {then}}}\n"
    assert len(messages(text, rule=undeclared_handoff)) == told


@pytest.mark.parametrize(("asks", "told"), [("", 0), (", gives: [badge]", 1)])
def test_who_had_her_before_takes_nothing_over_in_a_later_stage(asks: str, told: int) -> None:
    text = (
        SWIMMING
        + "stages:\n  - {name: One, steps: [{action: Comes, actor: baths, gives: [badge]}, "
        "{action: Joins, actor: club}]}\n"
        f"  - {{name: Two, steps: [{{action: Swims, actor: baths{asks}}}]}}\n"
    )
    found = messages(text, rule=undeclared_handoff)
    assert len([each for each in found if 'between "Joins"' in each]) == told


@pytest.mark.parametrize(("owner", "told"), [("Lake baths, courses", False), ("Town", True)])
def test_what_the_owner_of_the_map_serves_is_theirs_to_change(owner: str, told: bool) -> None:
    text = SWIMMING.replace("Lake baths, courses", owner) + (
        f"steps:\n  - {{action: Books, actor: baths, {LOW_STEP}}}\n"
        "  - {action: Swims, actor: club}\n  - {action: Is praised, actor: club}\n"
    )
    (advice,) = helps(text, rule=leverage_point)
    assert advice.endswith("not yours to change alone") is told


@pytest.mark.parametrize(("here", "told"), [("talks", False), ("hunch", True)])
def test_assumed_is_a_step_by_its_own_figures(here: str, told: bool) -> None:
    text = SWIMMING + (
        "steps:\n  - {action: Books, leaks: {to: home, share: 20 %, evidence: hunch}}\n"
        f"  - {{action: Swims, {LOW_STEP}, leaks: {{to: home, share: 30 %, evidence: {here}}}}}\n"
        "  - {action: Dries, emotion: 1, evidence: talks}\n"
    )
    (message,) = [each for each in messages(text, rule=leverage_point) if '"Swims"' in each]
    assert ("on assumed figures" in message) is told


def test_of_an_item_nobody_has_it_is_asked_who_needs_it_and_nothing_is_removed() -> None:
    text = SWIMMING + "steps: [Swims]\n"
    report = lint_files({"a.journey.yaml": text}, rules=[unused_definition])
    (found,) = [each for each in report.diagnostics if "Badge" in each.message]
    assert found.message == 'no step lists "Badge" as given, got or needed'
    assert found.fix is None


def test_a_wait_that_is_asked_about_with_others_is_told_once() -> None:
    text = SWIMMING + (
        "steps:\n  - {action: Books, duration: 1 h, wait: 2 weeks}\n"
        "  - {action: Pays, duration: 1 h, wait: 3 weeks}\n  - {action: Swims, duration: 1 h}\n"
    )
    report = lint_files({"a.journey.yaml": text}, rules=[long_wait, silent_wait])
    assert [each.rule.name for each in report.diagnostics] == ["silent-wait"]


@pytest.mark.parametrize(("felt", "told"), [("child: proud", 0), ("ann: proud", 1)])
def test_a_step_of_a_relative_is_there_for_their_need(felt: str, told: int) -> None:
    text = SWIMMING + (
        "steps:\n  - {action: Swims, with: child, need: {child: To be seen}, "
        f"emotion: {{{felt}}}}}\n"
    )
    assert len(messages(text, rule=missing_need)) == told


@pytest.mark.parametrize(
    ("target", "told"), [(15, ["worse than the 12"]), (12, ["the same as"]), (8, [])]
)
def test_an_idea_whose_target_is_no_better_than_today(target: int, told: list[str]) -> None:
    text = SWIMMING + (
        "metrics: [{id: lost, name: Children who stop, kind: count, better: lower}]\n"
        "steps:\n  - action: Swims\n    metrics: {metric: lost, value: 12}\n    opportunities:\n"
        f"      - {{text: A game, outcome: {{metric: lost, from: 12, target: {target}}}}}\n"
    )
    found = messages(text, rule=backward_outcome)
    assert [part for part, each in zip(told, found, strict=True) if part in each] == told


@pytest.mark.parametrize(
    ("name", "read", "told"),
    [
        ("Acaban el curso", 93, 1),
        ("Acaban el curso", 70, 0),
        ("Dokończyli kurs", 93, 1),
        ("Les gusta el curso", 93, 0),
    ],
)
def test_who_finishes_is_held_against_who_leaves(name: str, read: int, told: int) -> None:
    text = SWIMMING + (
        f"metrics: [{{id: done, name: {name}, kind: conversion, unit: '%'}}]\nsteps:\n"
        "  - {action: Comes, emotion: 1}\n"
        "  - action: Takes the course\n    leaks: {to: home, share: 30 %, evidence: talks}\n"
        f"    metrics: {{metric: done, value: {read}, evidence: talks}}\n"
        "  - {action: Swims, emotion: 1}\n"
    )
    assert len(messages(text, rule=contradicting_reading)) == told


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("emotion: hopeful, importance: 4, expected: 4, perceived: 2", 1),
        ("emotion: hopeful, moment: truth, perceived: 2", 1),
        ("emotion: afraid, importance: 4, expected: 4, perceived: 2", 0),
        ("emotion: hopeful, importance: 2, expected: 4, perceived: 2", 0),
        ("emotion: hopeful, importance: 5, expected: 4, perceived: 3", 0),
        ("emotion: relieved, importance: 5, expected: 1, perceived: 2", 0),
        ("emotion: relieved, importance: 5, perceived: 2, thought: It is over", 0),
    ],
)
def test_a_good_feeling_at_what_is_rated_low_is_asked_about(step: str, told: int) -> None:
    text = SWIMMING + f"steps:\n  - {{action: Dives, {step}}}\n"
    found = messages(text, rule=contradicting_feeling)
    assert found == ['"Dives" is felt as hopeful, but rated perceived 2 of 5, assumed'] * told
