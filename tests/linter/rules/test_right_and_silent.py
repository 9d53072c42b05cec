"""Places that look wrong and are right: each kind with three of its neighbours, and one wrong."""

import pytest
from tests.linter.linting import messages

from journeymap.authoring.rule import Rule
from journeymap.linter.rules.completeness.missing_channel import missing_channel
from journeymap.linter.rules.completeness.missing_emotion import missing_emotion
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.linter.rules.experience.possible_overkill import possible_overkill
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.improvement.unimproved_strength import unimproved_strength
from journeymap.linter.rules.leverage.unserved_influencer import unserved_influencer
from journeymap.linter.rules.measurement.small_sample import small_sample
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.blueprint_silence import blueprint_silence
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel
from journeymap.linter.rules.trust.forgotten_information import forgotten_information

HEAD = """\
title: A map
personas: [{id: ann, name: Ann, preferences: {channels: [phone]}}]
channels:
  - {id: phone, name: Phone, kind: phone}
  - {id: room, name: Consulting room, kind: in-person}
  - {id: mail, name: Letter, kind: print}
  - Ward
information: [INFORMATION]
evidence: [{id: survey, kind: survey, EVIDENCE}]
stakeholders:
  - {id: gp, name: GP, kind: clinician, influence: 5}
  - {id: nurse, name: Nurse, kind: staff, influence: 4, needs: A second pair of hands}
  - {id: tribunal, name: Tribunal, kind: organisation, influence: 5}
  - {id: fund, name: Health fund, kind: payer, influence: 4}
  - {id: son, name: Her son, kind: family, influence: 4}
steps:
"""


def said(rule: Rule, *steps: str, evidence: str = "n: 500", information: str = "") -> list[str]:
    """What a rule says of some steps."""
    head = HEAD.replace("EVIDENCE", evidence).replace("INFORMATION", information)
    return messages(head + "".join(f"  - {{{step}}}\n" for step in steps), rule=rule)


@pytest.mark.parametrize(
    "step",
    [
        "action: Waits for a date, with: gp",
        "action: Espera los resultados en casa, with: gp",
        "action: Czeka na wizytę, with: gp",
        "action: Has to queue at the door, with: nurse",
    ],
)
def test_where_somebody_waits_no_channel_is_missing(step: str) -> None:
    assert said(missing_channel, step) == []
    assert len(said(missing_channel, "action: Hears the result, with: gp")) == 1


@pytest.mark.parametrize(
    "step",
    [
        "action: Before the operation, emotion: scared, thought: What if I never wake up?",
        "action: Przed zabiegiem, emotion: przerażona, need: Ktoś, kto posiedzi obok",
        "action: Antes del parto, emotion: {ann: angustiada}, thought: {ann: ¿Y si sale mal?}",
        "action: Hears the diagnosis, emotion: [shocked, sad], quote: I heard nothing after that.",
        "action: Hears that there is no cure, emotion: devastated, need: Somebody to ask",
        "action: Gives birth, emotion: distressed, expected: 3, perceived: 5",
        "action: Says goodbye to him, emotion: heartbroken, expected: 4, perceived: 4",
        "action: Closes the flat, emotion: sad, expected: {rating: 2}, perceived: 2.5",
    ],
)
def test_fear_that_is_explained_and_grief_are_no_fault(step: str) -> None:
    assert said(unexplained_low, step) == []


@pytest.mark.parametrize(
    "step",
    [
        "action: Waits for the quote, emotion: anxious",
        "action: Rings again, emotion: frustrated, thought: Not again",
        "action: Hears the price, emotion: [scared, angry], thought: Who is to pay that?",
        "action: Is sent home, emotion: sad, thought: {son: Is that all?}",
        "action: Is sent home, emotion: sad",
        "action: Is sent home, emotion: sad, expected: 2, perceived: 2",
        "action: Is sent home, emotion: sad, need: {son: A bed}",
        "action: Is sent home, emotion: sad, wait: {time: 2 days, planned: true}",
        "action: Is sent home, emotion: sad, leaks: 5 %",
    ],
)
def test_a_low_that_nothing_explains_is_told_all_the_same(step: str) -> None:
    assert len(said(unexplained_low, step)) == 1


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("emotion: sad, expected: 3, perceived: 4", False),
        ("emotion: heartbroken, expected: 5, perceived: 5", False),
        ("emotion: -1, expected: 4, perceived: 4", False),
        ("emotion: sad, expected: 4, perceived: 3", True),
        ("emotion: sad, expected: 3, perceived: 3", True),
        ("emotion: sad, perceived: 5", True),
    ],
)
def test_a_farewell_that_was_better_than_feared_is_no_bad_ending(end: str, told: bool) -> None:
    steps = ("action: Moves in, emotion: calm", f"action: Says goodbye, {end}")
    assert bool(said(bad_ending, *steps)) is told


GOOD = "importance: 4, emotion: pleased, expected: 4"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (f"{GOOD}, perceived: 3.5", False),
        (f"{GOOD}, perceived: 4, pains: The gown does not close", False),
        (f"{GOOD}, perceived: 4, pains: {{text: It is cold, of: gp}}", False),
        (f"{GOOD}, perceived: 4, pains: P, opportunities: {{text: O, status: dropped}}", False),
        (f"{GOOD}, perceived: 4", True),
        ("importance: 4, emotion: pleased, perceived: 4", True),
    ],
)
def test_a_step_at_which_something_is_open_is_no_strength_yet(step: str, told: bool) -> None:
    found = said(unimproved_strength, f"action: A, {step}", "action: B, opportunities: x")
    assert bool(found) is told


def test_a_pain_that_an_idea_has_solved_leaves_a_strength() -> None:
    solved = "action: B, opportunities: {text: O, status: live, solves: cold}"
    step = f"action: A, {GOOD}, perceived: 5, pains: {{id: cold, text: It is cold}}"
    assert len(said(unimproved_strength, step, solved)) == 1
    assert said(unimproved_strength, step, solved.replace("live", "testing")) == []


@pytest.mark.parametrize(
    ("who", "told"),
    [("tribunal", False), ("fund", False), ("gp", False), ("nurse", True), ("son", True)],
)
def test_who_is_not_to_be_served_is_not_asked_about(who: str, told: bool) -> None:
    steps = (f"action: A, with: {who}, emotion: -2", "action: B, opportunities: x")
    assert bool(said(unserved_influencer, *steps)) is told


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("need: {ann: Rest, gp: The letter in time}", True),
        ("pains: {text: No bed free, of: gp}", True),
        ("need: Rest, pains: No bed free", False),
        ("pains: {text: No bed free, of: gp}, expected: 2, perceived: 4", False),
    ],
)
def test_a_need_or_a_pain_of_their_own_makes_somebody_one_to_serve(own: str, told: bool) -> None:
    steps = (f"action: A, with: gp, emotion: -2, {own}", "action: B, opportunities: x")
    assert bool(said(unserved_influencer, *steps)) is told


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ("n: 38, population: 80", []),
        ("n: 27, population: 80", []),
        ("n: 12, population: 12", []),
        ("n: 40, population: 119", []),
        ("n: 20, population: 80", ['"survey" has 20 answers of 80; a score needs 27 or more']),
        ("n: 38, population: 4000", ['"survey" has 38 answers of 4000; a score needs 100 or more']),
        ("n: 38", ['"survey" has 38 answers; a score needs 100 or more']),
    ],
)
def test_of_few_people_nobody_can_ask_a_hundred(evidence: str, told: list[str]) -> None:
    assert (
        said(small_sample, "action: A, perceived: 3, evidence: survey", evidence=evidence) == told
    )


@pytest.mark.parametrize("field", ["systems: Record", "frontstage: Smiles", "backstage: Files it"])
def test_what_the_service_does_in_sight_and_its_systems_break_the_silence(field: str) -> None:
    bare = [f"action: {name}, with: gp" for name in "BCD"]
    first = "action: A, with: gp, backstage: x"
    assert len(said(blueprint_silence, first, *bare)) == 1
    assert said(blueprint_silence, first, bare[0], f"{bare[1]}, {field}", bare[2]) == []


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("action: Is operated on, with: nurse, channel: ward", False),
        ("action: Le sacan sangre, with: nurse, channel: room", False),
        ("action: Ma pobieraną krew, with: nurse, channel: room", False),
        ("action: Leaves her fingerprints, with: tribunal, channel: room", False),
        ("action: Sees him about the knee, with: gp, channel: room", False),
        ("action: Signs the form, with: tribunal, channel: room, fixed_channel: true", False),
        ("action: Signs the form, with: tribunal, channel: room", False),
        ("action: Hands over the keys, with: tribunal, channel: room", False),
        ("action: Odbiera odpis, with: tribunal, channel: ward", False),
        ("action: Signs up for a course, with: tribunal, channel: room", True),
        ("action: Signs the form, with: tribunal, channel: mail", True),
        ("action: Sees him about the knee, with: gp, channel: room, fixed_channel: false", True),
        ("action: Declara ante el juez, with: tribunal, channel: room", False),
        ("action: Hears that there is no cure, with: gp, channel: room", False),
        ("action: Registers the child, with: tribunal, channel: room", True),
        ("action: Hears her result, with: gp, channel: room", True),
        ("action: Books the operation, with: nurse, channel: room", True),
        ("action: Has her blood taken, with: nurse, channel: mail", True),
        ("action: Is referred, actor: gp, channel: mail, handoff: tribunal", True),
    ],
)
def test_a_place_in_the_nature_of_the_step_is_none_to_choose(step: str, told: bool) -> None:
    assert bool(said(unpreferred_channel, step)) is told


CHECK = ": is that a check for safety's sake?"


@pytest.mark.parametrize(
    ("item", "step", "check"),
    [
        ("Allergies", "action: Is put to sleep, with: gp", True),
        ("Fecha de nacimiento", "action: Le hacen un escáner, with: nurse", True),
        ("Leki", "action: Przed zabiegiem, with: nurse", True),
        ("Name", "action: Goes in, with: gp", True),
        ("Allergies", "action: Books a room, with: nurse", False),
        ("Invoice address", "action: Is put to sleep, with: gp", False),
    ],
)
def test_a_check_is_asked_about_and_not_accused(item: str, step: str, check: bool) -> None:
    before = f"action: Signs in, with: nurse, gives: {item}"
    (message,) = said(asked_twice, before, f"{step}, gives: {item}")
    assert message.endswith(CHECK) is check
    assert f'again for "{item}", given before at "Signs in"' in message
    assert said(asked_twice, before, f"{step}, gives: {item}, confirms: {item}") == []


def test_of_several_checks_it_is_asked_once() -> None:
    steps = [f"action: Is seen {name}, with: gp, gives: Allergies" for name in "ABC"]
    assert said(asked_twice, *steps) == [
        (
            '"Is seen B" and "Is seen C" ask again for "Allergies": '
            "are those checks for safety's sake?"
        )
    ]


@pytest.mark.parametrize(
    "step",
    [
        "action: B, gives: Signature",
        "action: B, gives: Kod z SMS",
        "action: B, gives: Ticket",
        "action: B, gives: Address, offstage: true",
    ],
)
def test_what_is_used_up_at_once_or_asked_of_nobody_is_not_asked_twice(step: str) -> None:
    given = "gives: [Signature, Kod z SMS, Ticket, Address]"
    assert said(asked_twice, f"action: A, {given}", step) == []
    assert len(said(asked_twice, f"action: A, {given}", "action: B, gives: Address")) == 1


def test_checks_and_others_of_a_step_are_told_apart() -> None:
    told = said(
        asked_twice,
        "action: Signs in, gives: [Allergies, Address]",
        "action: Is put to sleep, with: gp, gives: [Address, Allergies]",
    )
    assert told == [
        '"Is put to sleep" asks again for "Address", given before at "Signs in"',
        f'"Is put to sleep" asks again for "Allergies", given before at "Signs in"{CHECK}',
    ]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Means of payment", False),
        ("Firma", False),
        ("Kod z SMS", False),
        ("Consent to the operation", False),
        ("{name: Ticket for the cloakroom, at_once: false}", True),
        ("{name: Size of the coffin, at_once: true}", False),
        ("Hobbies", True),
        ("Insurance card", True),
    ],
)
def test_what_a_step_asks_for_its_own_sake_is_not_forgotten(item: str, told: bool) -> None:
    name = item.removeprefix("{name: ").partition(",")[0]
    steps = (f"action: A, gives: [{name}, Language]", "action: B, reuses: Language")
    assert bool(said(forgotten_information, *steps, information=f"{item}, Language")) is told


PAPER = "needs: [Report, Age], carries: Age"


def test_one_report_that_is_missing_everywhere_is_told_once() -> None:
    steps = (
        f"action: A, actor: tribunal, handoff: {{to: gp, {PAPER}}}",
        f"action: B, actor: gp, handoff: {{to: nurse, {PAPER}}}",
        f"action: C, actor: nurse, handoff: {{to: fund, {PAPER}}}",
    )
    assert said(incomplete_handoff, *steps) == [
        (
            '3 hand-offs do not carry "Report", which "GP", "Nurse" and "Health fund" need: '
            'at "A", "B" and "C"'
        )
    ]
    other = (*steps[:2], steps[2].replace("Report", "Receipt"))
    assert [message.partition(",")[0] for message in said(incomplete_handoff, *other)] == [
        '2 hand-offs do not carry "Report"',
        'the hand-off at "C" does not carry "Receipt"',
    ]
    here = f"action: A, actor: gp, handoff: [{{to: nurse, {PAPER}}}, {{to: fund, {PAPER}}}]"
    assert said(incomplete_handoff, here) == [
        '2 hand-offs do not carry "Report", which "Nurse" and "Health fund" need: at "A"'
    ]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("action: Says goodbye, importance: 2, perceived: 5, emotion: sad", False),
        ("action: Umiera w nocy, importance: 2, perceived: 5, emotion: -2", False),
        ("action: Gets a newsletter, importance: 2, perceived: 5, emotion: pleased", True),
        ("action: Gets a newsletter, importance: 2, perceived: 5", True),
    ],
)
def test_nobody_is_too_kind_at_a_farewell(step: str, told: bool) -> None:
    others = ("action: B, importance: 5, perceived: 2", "action: C, importance: 5, perceived: 3")
    assert bool(said(possible_overkill, step, *others)) is told


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("action: Dies with his daughter beside him", False),
        ("action: Duerme bajo anestesia", False),
        ("action: Leży w śpiączce", False),
        ("action: Wakes on the ward", True),
    ],
)
def test_who_feels_nothing_lacks_no_emotion(step: str, told: bool) -> None:
    felt = ("action: B, emotion: 1", "action: C, emotion: 1")
    assert bool(said(missing_emotion, step, *felt)) is told


@pytest.mark.parametrize(
    ("kind", "told"),
    [("organisation", False), ("payer", False), ("competitor", False), ("family", True)],
)
def test_no_needs_are_asked_of_who_is_no_people(kind: str, told: bool) -> None:
    # They take part: of whom no step names, the rule says that instead.
    text = (
        f"title: A\nstakeholders: [{{name: X, kind: {kind}, influence: 5}}]\n"
        "steps: [{action: B, with: x}]\n"
    )
    assert bool(messages(text, rule=unheard_stakeholder)) is told


READING = "metrics: {metric: wait, value: 9, as_of: 2026-07}"


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (READING, 1),
        (READING.replace("9", "8"), 2),
        (READING.replace("2026-07", "2026-08"), 2),
        (READING.replace("wait", "queue"), 2),
    ],
)
def test_one_value_that_is_written_at_two_stages_is_missed_once(second: str, told: int) -> None:
    metric = "name: M, kind: duration, unit: days, target: 3"
    text = (
        f"title: A\nmetrics: [{{id: wait, {metric}}}, {{id: queue, {metric}}}]\n"
        f"stages:\n  - {{name: One, steps: [B], {READING}}}\n"
        f"  - {{name: Two, steps: [C], {second}}}\n"
    )
    assert len(messages(text, rule=target_missed)) == told
