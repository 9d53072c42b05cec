"""What findings said that was not so, on maps that nobody tuned to."""

import pytest
from tests.linter.linting import findings, helps, messages
from tests.linter.rules.test_told_by_a_fourth_stranger import CAR, HURTS, a_map
from tests.linter.rules.touchpoints.test_effort import HEAD, map_of

from journeymap.linter.rules.flow.broken_promise import broken_promise
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.same_wait_twice import same_wait_twice
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

# ---------------------------------------------------------------- a place that is looked at
SPOT = HEAD.replace("PREFERRED", "web") + "  - {id: spot, name: On site, kind: in-person}\n"


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("Visits the school and asks about fees", 0),
        ("Goes to the open day and gets a letter", 0),
        ("Views two flats and asks for the price", 0),
        ("Is shown round the care home and gets a form", 0),
        ("Visita el colegio y pide el precio", 0),
        ("Va a ver el piso y pregunta por la factura", 0),
        ("Zwiedza przedszkole i pyta o termin", 0),
        ("Ogląda mieszkanie i pyta o rachunek", 0),
        ("Books a visit to the school", 1),
        ("Visits the school office and pays", 1),
        ("Visits the website of the school and asks", 1),
        ("Visits the branch and applies", 1),
        ("GP visits the home and asks for the form", 1),
        ("Reserva una visita al colegio", 1),
        ("Umawia oglądanie mieszkania", 1),
    ],
)
def test_who_goes_to_see_a_place_chose_no_channel(action: str, told: int) -> None:
    text = map_of(f"{{action: {action}, with: gp, channel: spot}}", top=SPOT)
    assert len(messages(text, rule=unpreferred_channel)) == told


# ---------------------------------------------------------------- what an idea is to keep
def _outcome(metric: str, at: str = "here") -> str:
    kept = "{metric: m, value: 78}"
    here, there = (f", metrics: {kept}", "") if at == "here" else ("", f", metrics: {kept}")
    leaks = "leaks: [{share: 20 %, why: No date, evidence: log}]"
    idea = "text: A script, solves: rude, impact: 4, effort: 2, status: testing"
    aim = "outcome: {metric: m, from: 78, target: 85}"
    step = f"{HURTS}{here}, {leaks}, opportunities: [{{{idea}, {aim}}}]"
    top = f"{CAR}evidence: [{{id: log, name: Log, kind: records, n: 900}}]\n"
    top += f"metrics: [{{id: m, {metric}}}]\n"
    (said,) = helps(a_map("with: desk", step, f"with: desk{there}", top=top), rule=leverage_point)
    return said.partition(", the gravest here")[2].removeprefix(" (it names no pain)")


UNSAID = "; whether it keeps the 20 % who leave, the map does not say"


@pytest.mark.parametrize(
    ("metric", "said"),
    [
        (
            "name: Appointments kept, kind: conversion, unit: '%'",
            '; "A script" is to bring "Appointments kept" from 78 % to 85 %',
        ),
        (
            "name: Courses completed, unit: '%', better: higher",
            '; "A script" is to bring "Courses completed" from 78 % to 85 %',
        ),
        (
            "name: Porzucone wnioski, unit: '%', better: lower",
            '; "A script" is to bring "Porzucone wnioski" from 78 % to 85 %',
        ),
        ("name: Satisfaction, kind: csat", UNSAID),
        ("name: Letters sent in time, unit: '%', better: higher", UNSAID),
    ],
)
def test_what_an_idea_aims_at_is_said_in_place_of_what_is_unknown(metric: str, said: str) -> None:
    assert _outcome(metric) == said


def test_an_outcome_that_is_read_elsewhere_says_nothing_of_who_leaves_here() -> None:
    assert _outcome("name: Appointments kept, kind: conversion, unit: '%'", at="there") == UNSAID


# ---------------------------------------------------------------- whose wait it is
TWO = """title: A
personas: [{id: ana, name: Ana}, {id: ben, name: Ben}]
persona: [ana, ben]
stakeholders: [{id: gp, name: GP, kind: clinician}]
steps:
  - action: Asks
    with: gp
    duration: 1 h
    WAIT
  - {action: Waits for the date, with: gp, duration: 1 h}
  - {action: Goes, with: gp, duration: 1 h}
"""


@pytest.mark.parametrize(
    ("wait", "place"),
    [
        ("wait: {ana: 2 days, ben: {time: 5 weeks, announced: false}}", (9, 30)),
        ("wait: {ben: {time: 5 weeks, announced: false}, ana: 2 days}", (9, 17)),
        ("wait: {ben: {time: 5 weeks, announced: false}}", (9, 17)),
        ("wait: {time: 5 weeks, announced: false}", (9, 11)),
    ],
)
def test_a_wait_is_shown_where_it_is_written(wait: str, place: tuple[int, int]) -> None:
    for rule in (silent_wait, long_wait):
        told = findings(TWO.replace("WAIT", wait), rule=rule)
        ((*found, message),) = (each for each in told if not each[-1].startswith("Ana: "))
        assert tuple(found) == place
        assert message.startswith("Ben: ") is ("ben" in wait)


def test_waits_of_two_people_are_no_wait_that_is_counted_twice() -> None:
    text = TWO.replace("WAIT", "wait: {ana: 5 weeks, ben: 1 day}")
    assert messages(text, rule=same_wait_twice) == []
    own = text.replace("date, with: gp, duration: 1 h", "date, duration: {ana: 5 weeks, ben: 1 h}")
    ((line, column, message),) = findings(own, rule=same_wait_twice)
    assert message.startswith('Ana: "Waits for the date" takes 5 weeks')
    assert own.splitlines()[line - 1][column - 1 :].startswith("5 weeks")
    other = text.replace(
        "date, with: gp, duration: 1 h", "date, duration: {ana: 1 h, ben: 5 weeks}"
    )
    assert messages(other, rule=same_wait_twice) == []


def test_a_promise_is_held_against_the_wait_of_whom_it_was_made_to() -> None:
    said = "wait: {ana: 1 week, ben: 5 weeks}\n    expected: {WHO: Two weeks}"
    text = TWO.replace("WAIT", said)
    assert messages(text.replace("WHO", "ana"), rule=broken_promise) == []
    ((line, column, message),) = findings(text.replace("WHO", "ben"), rule=broken_promise)
    assert message.startswith("Ben: ")
    assert text.splitlines()[line - 1][column - 1 :].startswith("5 weeks")


# ---------------------------------------------------------------- what is to stay as it is
@pytest.mark.parametrize(
    ("pains", "note", "told"),
    [
        ("pains: Two weeks to think", "Left as it is on purpose, people are glad of it", 0),
        ("pains: Two weeks to think", "Required by law", 0),
        ("pains: Dwa tygodnie czekania", "Tak ma być, z mocy prawa", 0),
        ("pains: Dos semanas de espera", "Se deja así a propósito", 0),
        ("pains: Two weeks to think", "Not on purpose, nobody knows why", 1),
        ("pains: Two weeks to think", "Asked in May", 1),
        ("pains: [Two weeks to think, Cold room]", "The two weeks are there by law", 1),
        ("pains: {text: Falls, kind: harm, severity: 4, probability: 4}", "Accepted", 1),
    ],
)
def test_a_pain_that_stays_on_purpose_is_not_asked_about(pains: str, note: str, told: int) -> None:
    other = "pains: [a, b, c], opportunities: d"
    text = a_map(other, f"{pains}, note: '{note}'")
    assert len(messages(text, rule=pain_without_opportunity)) == told
