"""What a fourth reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.experience.contradicting_feeling import contradicting_feeling
from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.improvement.unowned_idea import unowned_idea
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.unmeasured_stage import unmeasured_stage
from journeymap.linter.rules.references.unused_definition import unused_definition
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.blueprint_silence import blueprint_silence
from journeymap.linter.rules.touchpoints.unmade_paper import unmade_paper
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel
from journeymap.model import feelings

ALL = Selection(select=("JM",))

CAR = """title: A dented car
persona: Ann
stakeholders:
  - {id: police, name: Police, kind: organisation}
  - {id: garage, name: Garage, kind: organisation}
  - {id: desk, name: Desk, kind: staff, part_of: garage}
  - {id: sister, name: Sister, kind: family}
channels:
  - {id: site, name: Site, kind: digital, owner: Garage}
  - {id: mail, name: E-mail, kind: digital}
  - {id: line, name: Line, kind: phone}
  - {id: home, name: At home, kind: other}
"""
BOTH = CAR.replace(
    "persona: Ann", "personas: [{id: ann, name: Ann}, {id: bo, name: Bo}]\npersona: [ann, bo]"
)


def a_map(*steps: str, top: str = CAR) -> str:
    return f"{top}steps:\n" + "".join(f"  - {{action: S{i}, {s}}}\n" for i, s in enumerate(steps))


# ---------------------------------------------------------------- asked by whom nobody knows
ASKS = "gives: [plate]"


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        ("with: police", "channel: site", None),
        ("with: police", "channel: mail", None),
        ("with: desk", "channel: site", True),
        ("with: police", "with: desk", None),
        ("with: police, handoff: desk", "with: desk", False),
        ("with: desk", "with: police, handoff: desk", True),
        ("with: garage", "with: desk", False),
        ("channel: site", "with: desk", False),
        ("channel: mail", "channel: site", False),
    ],
)
def test_what_another_house_asked_is_a_question(
    first: str, second: str, question: bool | None
) -> None:
    text = a_map(f"{first}, {ASKS}", f"{second}, {ASKS}", "with: desk", "with: garage")
    said = messages(text, rule=asked_twice)
    ends = [each.endswith("could the one pass it on to the other?") for each in said]
    assert ends == ([] if question is None else [question])


# ---------------------------------------------------------------- the first step with the service
BAD = "with: desk, emotion: angry, pains: [Nobody answers]"


@pytest.mark.parametrize(
    ("before", "then", "told"),
    [
        ("channel: home", BAD, 1),
        ("channel: mail", BAD, 1),
        ("channel: site", BAD, 0),
        ("channel: mail, gives: [plate]", BAD, 0),
        ("channel: mail, gets: [price]", BAD, 0),
        ("channel: home, systems: [Booking]", BAD, 0),
        ("with: sister, gets: [number]", BAD, 1),
        ("channel: site", f"moment: first-impression, {BAD}", 1),
    ],
)
def test_a_first_impression_is_the_first_contact(before: str, then: str, told: int) -> None:
    assert len(messages(a_map(before, then), rule=bad_first_impression)) == told


# ---------------------------------------------------------------- neighbours
KNOWN = "with: desk, backstage: [Looks it up]"


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ("with: desk", "of 4 steps in a row nothing"),
        ("channel: home", "of 3 served steps one after another nothing"),
        ("channel: mail, gets: [price]", "of 3 served steps one after another nothing"),
        ("channel: home, backstage: [Orders paint]", ""),
        ("channel: home, systems: [Shop]", ""),
        ("with: desk, frontstage: [Shows it]", ""),
    ],
)
def test_in_a_row_are_neighbours(between: str, said: str) -> None:
    text = a_map(KNOWN, "with: desk", "with: desk", between, "with: desk")
    found = messages(text, rule=blueprint_silence)
    assert [each.partition(" is known")[0] for each in found] == ([said] if said else [])


# ---------------------------------------------------------------- who writes a list
@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("List of extras", "en", 0),
        ("List z banku", "pl", 1),
        ("Waiting list", "en", 0),
        ("Letter of the bank", "en", 1),
    ],
)
def test_a_list_is_a_letter_in_polish(name: str, language: str, told: int) -> None:
    top = f"{CAR}language: {language}\ninformation: [{{id: list, name: {name}}}]\n"
    text = a_map("gets: [price]", "with: desk, gives: [list]", top=top)
    found = messages(text, rule=unmade_paper)
    assert len(found) == told
    carried = a_map("gets: [price], handoff: {to: garage, needs: [list]}", "with: desk", top=top)
    assert messages(carried, rule=unmade_paper) == []


# ---------------------------------------------------------------- a delay of one's own
@pytest.mark.parametrize(
    ("waits", "then", "told"),
    [
        ("channel: home", "with: desk, gives: [plate]", 0),
        ("channel: home", "channel: home", 0),
        ("channel: home", "actor: desk", 0),
        ("channel: home", "with: desk, gets: [price]", 0),
        ("channel: home, gives: [plate]", "with: desk", 1),
        ("channel: home, with: desk", "with: desk", 1),
        ("channel: site", "with: desk", 1),
        ("channel: home, handoff: garage", "with: desk", 1),
        ("note: nothing said", "with: desk", 0),
    ],
)
def test_what_one_puts_off_oneself_is_no_silent_wait(waits: str, then: str, told: int) -> None:
    text = a_map(f"{waits}, duration: 1 h, wait: 2 weeks", f"{then}, duration: 1 h", "with: desk")
    found = messages(text, rule=silent_wait)
    assert len(found) == told
    assert len(messages(text, rule=long_wait)) == told


def test_an_own_delay_counts_in_no_share() -> None:
    first, rest = "channel: home, duration: 1 h, wait: 5 days", "with: desk, duration: 1 h"
    text = a_map(first, f"{rest}, wait: 1 day", rest)
    (said,) = messages(text, rule=long_wait)
    assert "make up 89 % (assumed) of all times" in said
    assert 'the longest, 1 day (assumed), after "S1"' in said


# ---------------------------------------------------------------- a low that the ratings deny
GLAD = "emotion: pleased"


@pytest.mark.parametrize(
    ("low", "told"),
    [
        ("emotion: furious, expected: 4, perceived: 4", 0),
        ("emotion: furious, expected: 3, perceived: 4", 0),
        ("emotion: furious, expected: 4, perceived: 3", 1),
        ("emotion: furious, expected: 2, perceived: 2", 1),
        ("emotion: furious", 1),
    ],
)
def test_a_low_that_went_well_is_no_late_low(low: str, told: int) -> None:
    text = a_map(GLAD, GLAD, GLAD, GLAD, low, "emotion: neutral")
    assert len(messages(text, rule=late_low)) == told


def test_only_steps_that_somebody_takes_are_counted() -> None:
    text = a_map(
        GLAD, f"{GLAD}, only: bo", GLAD, GLAD, "emotion: {ann: angry}", "emotion: neutral", top=BOTH
    )
    assert messages(text, rule=late_low) == [
        'Ann: the lowest moment, "S4" (angry), comes late: it is step 4 of 5'
    ]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("emotion: furious, importance: 5, expected: 4, perceived: 4", 1),
        ("emotion: furious, moment: truth, expected: 4, perceived: 4", 1),
        ("emotion: annoyed, importance: 5, expected: 4, perceived: 4", 0),
        ("emotion: furious, importance: 2, expected: 4, perceived: 4", 0),
        ("emotion: furious, importance: 5, expected: 5, perceived: 4", 0),
        ("emotion: furious, importance: 5, expected: 2, perceived: 5", 0),
        ("emotion: terrified, importance: 5, expected: 4, perceived: 4", 0),
        ("emotion: grieving, importance: 5, expected: 4, perceived: 4", 0),
        ("emotion: furious, importance: 5, expected: 4, perceived: 4, pains: [Rude]", 0),
        ("emotion: furious, importance: 5, expected: 4, perceived: 4, thought: At last", 0),
    ],
)
def test_a_bad_feeling_at_what_is_rated_well_is_asked_about(step: str, told: int) -> None:
    assert len(messages(a_map(GLAD, step), rule=contradicting_feeling)) == told


def test_a_feeling_is_held_against_the_ratings_of_each() -> None:
    feels = "emotion: {ann: furious, bo: pleased}, importance: 5, expected: 4, perceived: 4"
    assert messages(a_map(GLAD, feels, top=BOTH), rule=contradicting_feeling) == [
        'Ann: "S1" is felt as furious, but rated perceived 4 of 5, assumed'
    ]


# ---------------------------------------------------------------- served, and on the way
PREFERS = CAR.replace(
    "persona: Ann", "persona: ann\npersonas: [{id: ann, name: Ann, preferences: {channels: [app]}}]"
).replace("channels:\n", "channels:\n  - {id: app, name: App, kind: digital}\n")


@pytest.mark.parametrize(
    ("channel", "told"), [("home", False), ("mail", False), ("line", True), ("site", False)]
)
def test_nobody_serves_where_nothing_reaches_anybody(channel: str, told: bool) -> None:
    hurts = f"channel: {channel}, expected: 5, perceived: 1"
    text = a_map("with: desk, channel: app", hurts, top=PREFERS)
    assert bool(messages(text, rule=unpreferred_channel)) is told


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        ("impact: 1", ""),
        ("impact: 2", ""),
        ("impact: 3", '"Tea" is planned (Desk, by 2099-03)'),
        ("effort: 2", '"Tea" is planned (Desk, by 2099-03)'),
        ("impact: 1, status: testing", '"Tea" is on its way (Desk, by 2099-03)'),
    ],
)
def test_a_small_idea_that_nobody_began_turns_no_end(idea: str, said: str) -> None:
    ends = f"emotion: angry, opportunities: [{{text: Tea, owner: Desk, by: 2099-03, {idea}}}]"
    (told,) = messages(a_map("emotion: pleased", ends), rule=bad_ending)
    assert told.partition("; ")[2] == said


# ---------------------------------------------------------------- what the ideas leave
RUDE = "pains: [{id: rude, text: Rude, severity: 3, probability: 3}]"
HURTS = f"emotion: angry, importance: 5, expected: 5, perceived: 1, {RUDE}"
ASK = "; ask those who leave here why, and where they go"


@pytest.mark.parametrize(
    ("idea", "leak", "said"),
    [
        (
            "solves: rude, impact: 4, effort: 2",
            "why: No date",
            "; whether it keeps the 20 % who leave, the map does not say",
        ),
        ("solves: rude, impact: 4, effort: 2", "note: a", ASK),
        ("impact: 4, effort: 2", "why: No date", ""),
        ("solves: rude, impact: 4, effort: 2", "why: They are rude", ""),
        ("solves: rude, impact: 2, effort: 1", "note: a", f"; its impact is small (2 of 5){ASK}"),
        ("solves: rude, impact: 4, effort: 2", "why: The script bores", ""),
    ],
)
def test_a_loss_that_no_idea_names_is_said(idea: str, leak: str, said: str) -> None:
    leaks = f"leaks: [{{share: 20 %, {leak}, evidence: log}}]"
    step = f"{HURTS}, {leaks}, opportunities: [{{text: A script, {idea}, status: testing}}]"
    top = f"{CAR}evidence: [{{id: log, name: Log, kind: records, n: 900}}]\n"
    (told,) = helps(a_map("with: desk", step, "with: desk", top=top), rule=leverage_point)
    assert told.partition(", the gravest here")[2].removeprefix(" (it names no pain)") == said


@pytest.mark.parametrize(
    ("pilots", "act"),
    [
        ("{n: 24, result: adopted}", "put live"),
        ("{result: adopted}", "put live"),
        ("{n: 2, result: adopted}", "finish the test of"),
        ("{n: 24, result: adapted}", "finish the test of"),
    ],
)
def test_an_adopted_pilot_is_put_live(pilots: str, act: str) -> None:
    idea = f"text: A script, solves: rude, impact: 4, effort: 2, status: testing, pilots: {pilots}"
    text = a_map("with: desk", f"{HURTS}, opportunities: [{{{idea}}}]", "with: desk")
    (told,) = helps(text, rule=leverage_point)
    assert told.startswith(f'first of all, {act} "A script"')


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("80", "90 % of those who come here would complete the journey, not 72 % (assumed)"),
        ("40", "94 % of all would complete the journey, not 83 % (assumed)"),
    ],
)
def test_a_gain_is_told_of_those_who_come(before: str, said: str) -> None:
    first = f"next: [{{to: end, share: {before} %, counts: completed}}]"
    text = a_map(first, "leaks: [{share: 20 %}]", "leaks: [{share: 10 %}]")
    told = messages(text, rule=leak)
    assert told[0].partition("left here, ")[2] == said


# ---------------------------------------------------------------- what is plain
@pytest.mark.parametrize(
    ("definition", "told"),
    [
        ("evidence: [{id: hunch, name: Hunch, kind: assumption}]", 0),
        ("evidence: [{id: talks, name: Talks, kind: interview}]", 1),
        ("channels: [{id: sms, name: Text message, kind: digital}]", 0),
        ("channels: [{id: fax, name: Fax, kind: print}]", 1),
    ],
)
def test_what_may_stand_unused(definition: str, told: int) -> None:
    steps = "steps:\n  - {action: A, opportunities: [A text message when it is there]}\n"
    assert len(messages(f"title: T\n{definition}\n{steps}", rule=unused_definition)) == told


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("pains: [{text: Rude, severity: 2}, {text: Late, severity: 4}]", '"Late" stands here'),
        ("note: a", "record what disappoints"),
    ],
)
def test_the_help_names_the_pain_that_stands_there(step: str, said: str) -> None:
    (told,) = helps(a_map(f"expected: 5, perceived: 1, {step}"), rule=unmet_expectation)
    assert said in told


@pytest.mark.parametrize(
    ("who", "severity"), [("with: desk", "warning"), ("with: sister", "note"), ("note: a", "note")]
)
def test_a_stage_in_which_nobody_serves_is_a_note(who: str, severity: str) -> None:
    stages = (
        f"metrics: [{{id: m, name: M}}]\nstages:\n  - {{name: A, steps: [{{action: B, {who}}}]}}\n"
        "  - {name: C, metrics: m, steps: [{action: D, with: desk}]}\n"
    )
    report = lint_files({MAP: CAR + stages}, rules=[unmeasured_stage], selection=ALL)
    assert [each.severity.value for each in report.diagnostics] == [severity]


@pytest.mark.parametrize(("of", "told"), [("garage", 0), ("police", 1)])
def test_what_a_house_needs_is_what_its_people_need(of: str, told: int) -> None:
    top = CAR.replace(
        "channels:",
        f"  - {{id: bo, name: Bo, kind: staff, influence: 5, part_of: {of}}}\nchannels:",
    )
    text = a_map("handoff: {to: garage, needs: [plate]}", "with: bo, pains: x", top=top)
    assert len(messages(text, rule=unheard_stakeholder)) == told


@pytest.mark.parametrize(
    ("ideas", "told"),
    [
        ("{text: A, impact: 4, effort: 1}", 0),
        ("{text: A, impact: 2, effort: 1}", 1),
        ("{text: A, impact: 4, effort: 1, by: 2099-01}", 1),
        ("{text: A, impact: 4, effort: 1}, {text: B, impact: 5, effort: 1}", 0),
    ],
)
def test_that_nobody_drives_a_quick_win_is_told_once(ideas: str, told: int) -> None:
    text = a_map("with: desk", f"with: desk, opportunities: [{ideas}]")
    assert len(messages(text, rule=unowned_idea)) == told


@pytest.mark.parametrize(
    ("language", "word"),
    [("es", "dudosa"), ("es", "desganado"), ("pl", "oszołomiona"), ("pl", "zniesmaczeni")],
)
def test_doubt_and_its_like_are_feelings(language: str, word: str) -> None:
    assert feelings.words(language).get(word) == -1
