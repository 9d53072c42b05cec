"""What a fourth reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.experience.contradicting_feeling import contradicting_feeling
from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.blueprint_silence import blueprint_silence
from journeymap.linter.rules.touchpoints.unmade_paper import unmade_paper

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
        ("with: police", "with: desk", True),
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
        ("channel: home", "actor: desk", 1),
        ("channel: home", "with: desk, gets: [price]", 1),
        ("channel: home, gives: [plate]", "with: desk", 1),
        ("channel: home, with: desk", "with: desk", 1),
        ("channel: site", "with: desk", 1),
        ("channel: line", "with: desk", 1),
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
    text = a_map(GLAD, GLAD, GLAD, GLAD, low, GLAD)
    assert len(messages(text, rule=late_low)) == told


def test_only_steps_that_somebody_takes_are_counted() -> None:
    text = a_map(GLAD, f"{GLAD}, only: bo", GLAD, GLAD, "emotion: {ann: angry}", GLAD, top=BOTH)
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
