"""What a reviewer who saw no rule called wrong or obvious, by kind, with what is told still."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.completeness.missing_need import missing_need
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.experience.unrecovered_failure import unrecovered_failure
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.improvement.moment_without_idea import moment_without_idea
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.leverage.undeclared_moment_of_truth import undeclared_moment_of_truth
from journeymap.linter.rules.measurement.undirected_target import undirected_target
from journeymap.linter.rules.measurement.unmeasured_stage import unmeasured_stage
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

EVIDENCE = (
    "evidence: [{id: hunch, kind: assumption}, {id: talks, kind: interview, n: 11}, "
    "{id: clicks, kind: analytics, n: 900}]\n"
)
PEOPLE = (
    "stakeholders: [{id: home, name: Home, kind: organisation}, "
    "{id: nurse, name: Nurse, kind: clinician, part_of: home, influence: 5}, "
    "{id: ward, name: Hospital ward, kind: staff}, {id: fund, name: Fund, kind: payer}, "
    "{id: stamp, name: Stamp office, kind: organisation}, "
    "{id: office, name: Office, kind: organisation}]\n"
)


def a_map(*steps: str, top: str = "persona: ann\n") -> str:
    """A map with the people and the evidence of this file."""
    listed = "\n".join(f"  - {{action: {step}}}" for step in steps)
    return f"title: A\n{top}{EVIDENCE}{PEOPLE}steps:\n{listed}\n"


@pytest.mark.parametrize(
    ("second", "told"),
    [("importance: 5, perceived: 2", 0), ("importance: 4, perceived: 1", 0), ("importance: 4", 1)],
)
def test_of_steps_that_fall_equally_short_none_stands_out(second: str, told: int) -> None:
    text = a_map("A, importance: 5, perceived: 2", f"B, {second}", "C, moment: truth")
    assert len(messages(text, rule=undeclared_moment_of_truth)) == told


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("A, handoff: {to: nurse, needs: habits}", 0),
        ("A, handoff: {to: nurse, ask_back: phone}", 0),
        ("A, need: {nurse: A plan}", 0),
        ("A, pains: {text: No time, of: nurse}", 0),
        ("A, handoff: {to: nurse, carries: habits}, pains: {text: Late}", 1),
        ("A, pains: {text: No time}", 1),
    ],
)
def test_a_need_counts_wherever_the_map_says_it(step: str, told: int) -> None:
    assert len(messages(a_map(step), rule=unheard_stakeholder)) == told


LIKES = (
    "persona: ann\npersonas: {id: ann, name: Ann, preferences: {channels: phone}}\n"
    "channels: [{id: phone, name: Phone, kind: phone}, {id: app, name: App, kind: digital}]\n"
)
SERVED = "S, with: home, channel: phone"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("A, with: home, channel: app", True),
        ("A, with: home, channel: app, expected: 2, perceived: 3", False),
        ("A, with: home, channel: app, perceived: 4", False),
        ("A, with: home, channel: app, expected: 5, perceived: 4", True),
        ("A, channel: app", False),
        ("A, channel: app, emotion: frustrated", False),
        ("A, channel: app, emotion: angry", True),
        ("A, channel: app, expected: 4, perceived: 2", True),
        ("Applies for money, with: fund, channel: app", False),
        ("Applies for money, with: fund, channel: app, pains: Slow", True),
        ("Applies for money, with: fund, channel: app, leaks: 5 %", True),
        ("Hears from the fund, with: fund, channel: app", True),
    ],
)
def test_a_channel_is_told_where_it_is_the_services_to_choose_or_hurts(
    step: str, told: bool
) -> None:
    text = a_map(SERVED, SERVED, step, top=LIKES)
    assert bool(messages(text, rule=unpreferred_channel)) is told


def test_what_is_filed_is_told_in_one_note() -> None:
    hurts = "emotion: angry"
    text = a_map(
        SERVED,
        SERVED,
        SERVED,
        f"Applies for money, with: fund, channel: app, {hurts}",
        f"Applies for a stamp, with: stamp, channel: app, {hurts}",
        top=LIKES,
    )
    (said,) = messages(text, rule=unpreferred_channel)
    assert said.endswith('"App" at "Applies for money" and "Applies for a stamp"')


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("Has the diploma apostilled, with: stamp", False),
        ("Has the diploma certified, with: stamp", False),
        ("Lleva el título a compulsar, with: stamp", False),
        ("Daje dyplom do tłumaczenia, with: stamp", False),
        ("Has the diploma certified, with: office", True),
        ("Applies, with: office", True),
        ("Applies, with: stamp", False),
    ],
)
def test_papers_that_others_stamp_are_not_given_yet(first: str, told: bool) -> None:
    text = a_map(f"{first}, gives: diploma", "Hands it in, with: office, gives: diploma")
    assert bool(messages(text, rule=asked_twice)) is told
    again = a_map(
        f"{first}, gives: diploma",
        "Hands it in, with: office, gives: diploma",
        "Hands it in again, with: office, gives: diploma",
    )
    told_as_one = '"Hands it in" and "Hands it in again" ask again'
    said = told_as_one if told else '"Hands it in again" asks again'
    assert said in " ".join(messages(again, rule=asked_twice))


BAD = "emotion: angry, pains: Told in the corridor"


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((f"A, with: ward, {BAD}", "B, with: nurse", "C, with: nurse"), False),
        ((f"A, with: stamp, {BAD}", "B, with: office", "C, with: office"), False),
        ((f"A, with: stamp, {BAD}", "B, with: office", "C, with: office", "D, with: fund"), False),
        ((f"A, with: nurse, {BAD}", "B, with: nurse", "C, with: ward"), True),
        (("A, with: ward", f"B, with: nurse, {BAD}", "C, with: nurse"), True),
        ((f"A, with: stamp, {BAD}", "B, with: office"), True),
    ],
)
def test_a_party_outside_is_not_the_first_contact(steps: tuple[str, ...], told: bool) -> None:
    assert bool(messages(a_map(*steps), rule=bad_first_impression)) is told


@pytest.mark.parametrize(
    ("idea", "against"),
    [
        ("{text: Check the file, solves: p, status: testing, impact: 5, effort: 1}", True),
        ("{text: Send papers at once, impact: 5, effort: 1}", True),
        ("{text: Check the file, impact: 5, effort: 1}", False),
        ("{text: Know that they come, impact: 5, effort: 1}", False),
    ],
)
def test_an_idea_is_said_to_be_against_a_pain_only_where_the_map_says_so(
    idea: str, against: bool
) -> None:
    step = "importance: 5, expected: 4, perceived: 1, emotion: angry"
    pain = "{id: p, text: The papers ran out that day, severity: 4, probability: 3}"
    text = a_map(f"A, {step}, pains: [{pain}, Slow], opportunities: {idea}", "B, emotion: 1")
    (advice,) = helps(text, rule=leverage_point)
    assert ("against" in advice) is against


@pytest.mark.parametrize(
    ("evidence", "gain"), [("talks", False), ("clicks", True), ("hunch", True)]
)
def test_what_is_told_is_no_count_of_what_closing_would_gain(evidence: str, gain: bool) -> None:
    (said,) = messages(a_map(f"A, leaks: 30 %, evidence: {evidence}", "B"), rule=leak)
    assert ("would complete the journey" in said) is gain


@pytest.mark.parametrize(("evidence", "told"), [("hunch", 0), ("talks", 1), ("[hunch, talks]", 1)])
def test_what_is_guessed_is_not_asked_why(evidence: str, told: int) -> None:
    low = a_map(f"A, emotion: angry, evidence: {evidence}")
    assert len(messages(low, rule=unexplained_low)) == told
    moment = a_map(f"A, emotion: angry, moment: truth, evidence: {evidence}")
    assert len(messages(moment, rule=moment_without_idea)) == told


def test_a_moment_that_was_better_than_expected_needs_no_idea() -> None:
    step = "A, emotion: guilty, moment: truth, expected: 3, perceived"
    assert messages(a_map(f"{step}: 4"), rule=moment_without_idea) == []
    assert len(messages(a_map(f"{step}: 2"), rule=moment_without_idea)) == 1


def test_a_pain_that_is_told_with_most_is_not_told_again() -> None:
    grave = "{text: P, severity: 4, probability: 3}"
    text = a_map(f"A, pains: [{grave}, Q]")
    assert messages(text, rule=pain_without_opportunity) == [
        'neither pain has an opportunity that solves it: "P" and "Q"'
    ]
    assert messages(text, rule=unrecovered_failure) == []
    few = a_map(f"A, pains: {grave}", "B, pains: Q, opportunities: x")
    assert len(messages(few, rule=unrecovered_failure)) == 1
    hidden = a_map(f"A, pains: [Q, R, S, {grave}]")
    assert len(messages(hidden, rule=unrecovered_failure)) == 1


@pytest.mark.parametrize(
    ("step", "advised"),
    [
        ("Sets up the tablets, actor: nurse", True),
        ("Sets up the tablets, actor: nurse, with: ann", False),
        ("Takes the tablets", False),
    ],
)
def test_where_the_provider_acts_alone_the_persona_may_be_offstage(
    step: str, advised: bool
) -> None:
    (advice,) = helps(a_map(step, "B, need: x", "C, need: x"), rule=missing_need)
    assert ("offstage: true" in advice) is advised


def test_needs_at_steps_that_are_felt_through_are_asked_in_one_note() -> None:
    others = [f"{name}, need: x" for name in "BCDEF"]
    text = a_map("Hears it, emotion: shocked", "Is there, emotion: proud", "Calls", *others)
    assert messages(text, rule=missing_need) == [
        'what the persona needs when it matters is not said: "Hears it" and "Is there"',
        '"Calls" says no need of the persona',
    ]


def staged(first: str) -> str:
    fine = "{name: Two, metrics: m, steps: [C]}"
    return (
        f"title: A\nowner: Home\npersona: ann\nmetrics: [m]\n{EVIDENCE}{PEOPLE}"
        f"stages: [{first}, {fine}, {fine.replace('Two', 'Three')}]\n"
    )


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("{name: One, steps: [{action: A, leaks: {share: 5 %, evidence: clicks}}]}", 0),
        ("{name: One, steps: [{action: A, leaks: {share: 5 %, evidence: talks}}]}", 1),
        ("{name: One, steps: [{action: A, leaks: 5 %}]}", 1),
        ("{name: One, owner: Hospital ward, steps: [A]}", 0),
        ("{name: One, owner: Nurse, steps: [A]}", 1),
        ("{name: One, owner: Marketing, steps: [A]}", 1),
    ],
)
def test_measured_shares_are_figures_and_others_stages_are_theirs(stage: str, told: int) -> None:
    assert len(messages(staged(stage), rule=unmeasured_stage)) == told


def test_a_target_is_said_with_what_was_read() -> None:
    metric = "metrics: {id: m, name: Calls, kind: count, target: 3}\n"
    read = a_map("A, metrics: {metric: m, value: 9}", top=metric)
    assert messages(read, rule=undirected_target) == [
        (
            '"Calls": the target is 3, 9 was read, and the map does not say whether that is '
            "too much or too little"
        )
    ]
    assert len(messages(a_map("A", top=metric), rule=undirected_target)) == 1


def test_a_leak_names_parties_and_pains_in_their_own_words() -> None:
    pain = "pains: {id: late, text: No date before May}"
    step = f"A, {pain}, leaks: {{share: 20 %, why: late, to: fund}}"
    (said,) = messages(a_map(step, "B"), rule=leak)
    assert 'to "Fund" (No date before May)' in said
    (other,) = messages(a_map(step.replace("to: fund", "to: a friend"), "B"), rule=leak)
    assert 'to "a friend"' in other


def test_her_own_words_tell_what_she_needs() -> None:
    quoted = a_map("A, quote: I held on to the chair", "B, need: x", "C, need: x")
    assert messages(quoted, rule=missing_need) == []
    assert len(messages(quoted.replace("quote", "thought"), rule=missing_need)) == 1
