"""Places that look wrong and are right: each kind with three of its neighbours, and one wrong."""

import pytest
from tests.linter.linting import messages

from journeymap.authoring.rule import Rule
from journeymap.linter.rules.completeness.missing_channel import missing_channel
from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.improvement.unimproved_strength import unimproved_strength
from journeymap.linter.rules.leverage.unserved_influencer import unserved_influencer
from journeymap.linter.rules.measurement.small_sample import small_sample
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
  - {id: nurse, name: Nurse, kind: staff, influence: 5, needs: A second pair of hands}
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
        "action: Rings again, emotion: frustrated, need: A straight answer, thought: Not again",
        "action: Hears the price, emotion: [scared, angry], thought: Who is to pay that?",
        "action: Is sent home, emotion: sad, thought: {son: Is that all?}",
        "action: Is sent home, emotion: sad, expected: 2, perceived: 2",
        "action: Is sent home, emotion: sad, expected: 4, perceived: 3",
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
        ("action: Signs the form, with: tribunal, channel: room", True),
        ("action: Sees him about the knee, with: gp, channel: room, fixed_channel: false", True),
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
