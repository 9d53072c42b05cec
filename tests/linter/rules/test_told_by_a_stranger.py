"""What a reviewer who saw no rule found missing or wrong, on small maps of other kinds."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.completeness.missing_channel import missing_channel
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.experience.unrecovered_failure import unrecovered_failure
from journeymap.linter.rules.flow.broken_promise import broken_promise
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.improvement.adopted_in_test import adopted_in_test
from journeymap.linter.rules.improvement.done_without_effect import done_without_effect
from journeymap.linter.rules.improvement.moment_without_idea import moment_without_idea
from journeymap.linter.rules.improvement.undated_quick_win import undated_quick_win
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.leverage.severe_harm import severe_harm
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.early_score import early_score
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.references.unexplained_loss import unexplained_loss
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.undeclared_handoff import undeclared_handoff
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

# ------------------------------------------------------------------------------------- hand-offs
SCHOOL = """title: A child changes school
stakeholders:
  - {id: old, name: Old school, kind: organisation}
  - {id: new, name: New school, kind: organisation, needs: [marks]}
  - {id: office, name: Youth office, kind: organisation}
"""


def test_who_was_handed_all_earlier_is_handed_nothing_again() -> None:
    steps = (
        "steps:\n"
        "  - {action: Leaves, actor: old, handoff: {to: new, needs: [marks], carries: [CARRIED]}}\n"
        "  - {action: Is tested, actor: office, gives: [marks]}\n"
        "  - {action: Begins, actor: new, gives: [marks]}\n"
    )
    complete = messages(SCHOOL + steps.replace("CARRIED", "marks"), rule=undeclared_handoff)
    lacking = messages(SCHOOL + steps.replace("CARRIED", ""), rule=undeclared_handoff)
    assert [each for each in complete if "Begins" in each] == []
    assert [each for each in lacking if "Begins" in each] != []


@pytest.mark.parametrize(("asks", "told"), [("", 0), (", gives: [marks]", 1)])
def test_an_office_that_only_writes_is_handed_nobody(asks: str, told: int) -> None:
    steps = (
        "steps:\n  - {action: Begins, actor: new, gives: [marks]}\n"
        f"  - {{action: Reads a letter, actor: office, gets: [order]{asks}}}\n"
    )
    assert len(messages(SCHOOL + steps, rule=undeclared_handoff)) == told


def test_what_nobody_has_asked_for_cannot_be_passed_on_and_nobody_can_ask_back() -> None:
    text = (
        SCHOOL + "steps:\n  - action: Leaves\n    actor: old\n    gives: [marks]\n"
        "    handoff: {to: new, needs: [marks, allergies], carries: [marks]ASK}\n"
        "  - {action: Begins, actor: new}\n"
    )
    (message,) = messages(text.replace("ASK", ""), rule=incomplete_handoff)
    (other,) = messages(text.replace("ASK", ", ask_back: phone"), rule=incomplete_handoff)
    assert message.endswith('which "New school" needs, with no way to ask back')
    assert other.endswith('which "New school" needs')
    (told,) = helps(text.replace("ASK", ""), rule=incomplete_handoff)
    assert told.startswith("nobody has asked for it up to here")


# ---------------------------------------------------------------------------------------- people
@pytest.mark.parametrize(
    ("person", "step", "told"),
    [
        ("kind: other", "emotion: angry", 0),
        ("kind: other", "emotion: pleased", 1),
        ("kind: staff", "emotion: angry", 1),
    ],
)
def test_the_other_side_is_not_asked_what_it_needs(person: str, step: str, told: int) -> None:
    text = (
        f"title: Divorce\npersona: Ann\nstakeholders: [{{id: him, name: Her husband, {person}, "
        f"influence: 5}}]\nsteps:\n  - {{action: Meets him, with: him, {step}}}\n"
    )
    assert len(messages(text, rule=unheard_stakeholder)) == told


def test_a_guess_at_what_hurts_somebody_does_not_make_them_heard() -> None:
    text = (
        "title: Care home\npersona: Ann\nevidence: [{id: idea, kind: KIND}]\n"
        "stakeholders: [{id: son, name: Her son, kind: family, influence: 4}]\nsteps:\n"
        "  - {action: Moves, with: son, pains: [{text: He is tired, of: son, evidence: idea}]}\n"
    )
    (message,) = messages(text.replace("KIND", "assumption"), rule=unheard_stakeholder)
    assert message.endswith("no need recorded anywhere: what is said of them is a guess")
    assert messages(text.replace("KIND", "interview"), rule=unheard_stakeholder) == []


def test_a_harm_that_is_a_guess_says_so() -> None:
    text = (
        "title: Flat\nevidence: [{id: idea, kind: KIND}]\nsteps:\n  - action: Heats\n    pains:\n"
        "      - {text: Gas, kind: harm, severity: 4, probability: 2, evidence: idea}\n"
    )
    (message,) = messages(text.replace("KIND", "assumption"), rule=severe_harm)
    (other,) = messages(text.replace("KIND", "records"), rule=severe_harm)
    assert message.endswith("; that it is so is a guess")
    assert "guess" not in other


@pytest.mark.parametrize(("fixed", "told"), [("true", 0), ("false", 1)])
def test_fear_where_the_place_is_as_expected_asks_for_no_idea(fixed: str, told: int) -> None:
    text = (
        "title: Driving test\npersona: Ann\nstakeholders: [{id: ex, name: Examiner, kind: staff}]\n"
        "steps:\n  - {action: Drives, with: ex, emotion: afraid, expected: 3, perceived: 3, "
        f"moment: critical, channel: car, fixed_channel: {fixed}}}\n"
    )
    assert len(messages(text, rule=moment_without_idea)) == told


def test_a_channel_in_the_nature_of_a_step_need_not_be_named() -> None:
    step = "steps:\n  - {action: Is driven, with: crew, fixed_channel: FIXED}\n"
    text = "title: Accident\nstakeholders: [{id: crew, name: Crew, kind: staff}]\n" + step
    assert messages(text.replace("FIXED", "true"), rule=missing_channel) == []
    assert len(messages(text.replace("FIXED", "false"), rule=missing_channel)) == 1


# -------------------------------------------------------------------------------------- channels
GYM = """title: Gym
persona: [ann, bob]
personas:
  - {id: ann, name: Ann, preferences: {channels: [app]}}
  - {id: bob, name: Bob, preferences: {channels: [post]}}
stakeholders:
  - {id: mum, name: Her mother, kind: family}
  - {id: gym, name: Gym, kind: organisation}
  - {id: bank, name: Bank, kind: organisation}
channels:
  - {id: app, name: App, kind: digital}
  - {id: post, name: Post, kind: print, OWNER}
steps:
  - {action: Reads the fee, with: mum, channel: post, expected: 4, perceived: 1}
  - {action: Joins, actor: gym}
  - {action: Trains, actor: gym}
  - {action: Is told of the debt, actor: bank, channel: post, emotion: angry}
"""


def test_a_channel_that_somebody_owns_counts_with_family_and_another_house_s_does_not() -> None:
    assert messages(GYM.replace("OWNER", "owner: Office"), rule=unpreferred_channel) == [
        'Ann prefers "App", but is served through "Post" at "Reads the fee"; no step offers it'
    ]
    assert messages(GYM.replace(", OWNER", ""), rule=unpreferred_channel) == []


# --------------------------------------------------------------------------------------- figures
def test_a_time_up_to_a_step_with_a_deadline_is_held_against_the_way_there() -> None:
    text = (
        "title: Boiler\nmetrics: [{id: days, name: Days from call to repair, kind: duration, "
        "unit: days}]\nsteps:\n  - {id: call, action: Calls, wait: 9 days}\n"
        "  - action: Is repaired\n    within: {time: 2 days, after: call}\n    duration: 3 weeks\n"
        "    metrics: {metric: days, value: VALUE}\n"
    )
    (message,) = messages(text.replace("VALUE", "4"), rule=contradicting_reading)
    assert 'by the times recorded, 9 days (assumed) pass from "Calls" until then' in message
    assert messages(text.replace("VALUE", "9"), rule=contradicting_reading) == []


def test_a_time_of_a_stage_that_its_only_wait_exceeds_is_asked_about() -> None:
    text = (
        "title: Refund\nmetrics: [{id: m, name: Months until the money is there, kind: duration, "
        "unit: months}]\nstages:\n  - name: Money\n    metrics: {metric: m, value: VALUE}\n"
        "    steps:\n      - {action: Sends the form, wait: 8 months}\n      - Is paid\n"
    )
    (message,) = messages(text.replace("VALUE", "3"), rule=contradicting_reading)
    assert "is read as 3 months (assumed), but the wait recorded" in message
    assert messages(text.replace("VALUE", "8"), rule=contradicting_reading) == []


ONE_WAY = """title: Courses
metrics: [{id: m, name: NAME, kind: conversion, unit: '%'}]
stages:
  - name: Beginning
    metrics: {metric: m, value: VALUE}
    steps:
      - {id: enrols, action: Enrols, next: [{to: TO, share: 40 %, why: passes the exams at once}]}
      - Learns
"""


@pytest.mark.parametrize(
    ("name", "value", "to", "told"),
    [
        ("Exams at once", "22", "end", "end well at"),
        ("Exams at once", "41", "end", ""),
        ("Rainy days", "22", "end", ""),
        ("Enrols without a mistake", "80", "enrols", "go back from"),
        ("Enrols without a mistake", "60", "enrols", ""),
    ],
)
def test_a_share_is_held_against_the_one_way_that_it_is_called_after(
    name: str, value: str, to: str, told: str
) -> None:
    text = ONE_WAY.replace("NAME", name).replace("VALUE", value).replace("TO", to)
    found = messages(text, rule=contradicting_reading)
    assert [told in each for each in found] == ([True] if told else [])


def test_a_missed_target_names_the_idea_that_was_to_reach_it() -> None:
    text = (
        "title: Trains\nmetrics: [{id: late, name: Late trains, unit: '%', better: lower, "
        "target: 5}]\nreadings: [{metric: late, value: 14, as_of: 2026-10}]\nsteps:\n"
        "  - action: Waits\n    opportunities:\n      - {text: New timetable, status: STATUS, "
        "since: 2026-01, outcome: {metric: late, from: 11}}\n"
    )
    (live,) = helps(text.replace("STATUS", "live"), rule=target_missed)
    (dropped,) = helps(text.replace("STATUS", "dropped"), rule=target_missed)
    assert live.startswith('"New timetable", whose outcome this is to be, is live since 2026-01')
    assert "it was 11 before" in live
    assert "New timetable" not in dropped
    assert "and has got worse" in live
    untold = text.replace("STATUS", "live").replace("better: lower, target: 5", "better: lower")
    (worse,) = messages(untold, rule=done_without_effect)
    assert worse.endswith('"Late trains" has got worse: it was 11 % and is 14 %')


def test_a_score_that_is_asked_before_the_worst_says_nothing_of_the_end() -> None:
    text = (
        "title: Move\npersona: Ann\nmetrics: [{id: nps, name: Recommends us, kind: nps, "
        "target: 30}]\nsteps:\n  - {action: Books, emotion: pleased, metrics: {metric: nps, "
        "value: VALUE}}\n  - {action: Finds it broken, emotion: furious}\n"
    )
    (message,) = messages(text.replace("VALUE", "44"), rule=early_score)
    assert '"Recommends us" (44) is asked before the lowest moment, "Finds it broken"' in message
    assert messages(text.replace("VALUE", "12"), rule=early_score) == []
    assert messages(text.replace("furious", "happy").replace("VALUE", "44"), rule=early_score) == []


# ------------------------------------------------------------------------------------------ times
@pytest.mark.parametrize(
    ("expected", "wait", "told"),
    [
        ("Six weeks", "3 months", True),
        ("Dentro de dos semanas", "2 months", True),
        ("W ciągu 3 dni", "2 weeks", True),
        ("Six weeks", "6 weeks", False),
        ("A friendly word", "3 months", False),
    ],
)
def test_a_wait_longer_than_the_time_that_was_expected(
    expected: str, wait: str, told: bool
) -> None:
    text = f"title: Kitchen\nsteps:\n  - {{action: Orders, expected: {expected}, wait: {wait}}}\n"
    found = messages(text, rule=broken_promise)
    assert [f'expect "{expected}"' in each for each in found] == ([True] if told else [])


@pytest.mark.parametrize(("announced", "told"), [("true", 1), ("false", 0)])
def test_an_announced_wait_longer_than_the_deadline_from_there(announced: str, told: int) -> None:
    text = (
        "title: Kitchen\nsteps:\n  - {id: order, action: Orders, wait: {time: 5 weeks, announced: "
        f"{announced}}}}}\n  - {{action: Is fitted, within: {{time: 2 weeks, after: order}}}}\n"
    )
    (advice,) = helps(text, rule=missed_deadline)
    assert ("for 5 weeks is said to be announced" in advice) == bool(told)
    assert messages(text, rule=broken_promise) == []


def test_a_missed_deadline_that_nothing_measures_says_so() -> None:
    text = (
        "title: Kitchen\nmetrics: [{id: m, name: M, kind: KIND, unit: days}]\nsteps:\n"
        "  - {id: order, action: Orders, wait: 5 weeks}\n  - {action: Is fitted, within: {time: "
        "2 weeks, after: order}, metrics: {metric: m, value: 40}}\n"
    )
    (unknown,) = helps(text.replace("KIND", "count"), rule=missed_deadline)
    (known,) = helps(text.replace("KIND", "duration"), rule=missed_deadline)
    assert unknown.endswith("and measure it, for no metric of a duration is read there")
    assert "measure it" not in known


# ------------------------------------------------------------------------------------------ ideas
@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("impact: 5, effort: 4", "promises much (impact 5, effort 4) without a date, and nobody"),
        ("impact: 4, effort: 1", "is a quick win (impact 4, effort 1) without a date, and nobody"),
        ("impact: 4, effort: 1, owner: Desk", "is a quick win (impact 4, effort 1) without a date"),
        ("impact: 5, effort: 4, owner: Desk", ""),
        ("impact: 3, effort: 3", ""),
    ],
)
def test_ideas_of_much_impact_have_a_date_and_somebody(idea: str, told: str) -> None:
    text = f"title: Gym\nsteps:\n  - {{action: Joins, opportunities: [{{text: App, {idea}}}]}}\n"
    found = messages(text, rule=undated_quick_win)
    assert [told in each for each in found] == ([True] if told else [])


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("testing", "after 2 cases, and it is still being tested"),
        ("live", '"App" is live after a pilot with 2 cases only'),
        ("dropped", ""),
    ],
)
def test_a_pilot_that_is_adopted_while_its_idea_is_tested(status: str, told: str) -> None:
    text = (
        f"title: Gym\nsteps:\n  - action: Joins\n    opportunities:\n      - {{text: App, status: "
        f"{status}, since: 2026-01, pilots: [{{n: 2, result: adopted}}]}}\n"
    )
    found = messages(text, rule=adopted_in_test)
    assert [told in each for each in found] == ([True] if told else [])


def test_the_only_idea_that_was_dropped_and_the_one_that_lives_are_named() -> None:
    text = (
        "title: Gym\npersona: Ann\nsteps:\n  - action: Leaves\n    importance: 5\n    expected: 5\n"
        "    perceived: 1\n    emotion: furious\n    pains: [{id: fee, text: Fee, severity: 3, "
        "probability: 3}]\n    opportunities: [{text: No fee, status: STATUS, solves: SOLVES}]\n"
    )
    dropped = text.replace("STATUS", "dropped").replace("SOLVES", "fee")
    (message,) = messages(dropped, rule=unrecovered_failure)
    assert '"No fee" was dropped, and no step makes good for it' in message
    (live,) = helps(text.replace("STATUS", "live").replace("SOLVES", "fee"), rule=leverage_point)
    assert live.startswith('find out why "No fee", live here, is not enough')


# ------------------------------------------------------------------------------------------- once
def test_one_value_of_several_personas_is_told_once() -> None:
    text = (
        "title: Gym\npersona: [Ann, Bob]\npersonas: [Ann, Bob]\nsteps:\n"
        "  - {action: Leaves, expected: 5, perceived: PERCEIVED}\n"
    )
    (message,) = messages(text.replace("PERCEIVED", "1"), rule=unmet_expectation)
    assert '"Ann" and "Bob" expected' in message
    apart = messages(text.replace("PERCEIVED", "{Ann: 1, Bob: 2}"), rule=unmet_expectation)
    assert len(apart) == 2


def test_those_who_end_at_the_last_step_are_asked_about_and_not_called_lost() -> None:
    text = (
        "title: Gym\nsteps:\n  - action: Waits for the refund\n"
        "    next: [{to: end, share: 70 %, why: is never paid, counts: COUNTS}]\n"
    )
    (message,) = messages(text.replace("COUNTS", "completed"), rule=unexplained_loss)
    assert message == (
        '70 % of those at "Waits for the refund" end there ("is never paid") and count as '
        "completed; of the other 30 % nothing is said"
    )
    assert messages(text.replace("COUNTS", "lost"), rule=unexplained_loss) == []
