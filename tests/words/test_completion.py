"""How many complete a journey is told as what completes it: an end, or a round."""

import pytest
from tests.analysis.reading import analyse

from journeymap.words.completion import (
    completing,
    completing_both,
    completing_marked,
    renewing,
)

CYCLE = """title: T
LANGUAGEframework: customer-lifecycle
stages:
  - {name: Need, steps: [{action: Looks, id: looks, leaks: [{to: home, share: 20 %}]}]}
  - {name: Recommendation, steps: [{action: Tells, next: [{to: looks, share: 75 %}, {to: end}]}]}
"""


@pytest.mark.parametrize(
    ("language", "a_round", "an_end"),
    [
        ("en", "80 of 100 complete a round", "80 of 100 reach the end"),
        ("es", "80 de cada 100 completan una vuelta", "80 de cada 100 llegan al final"),
        ("pl", "80 na 100 przechodzi cały cykl", "80 na 100 dochodzi do końca"),
    ],
)
def test_a_cycle_that_closes_has_rounds_and_another_journey_an_end(
    language: str, a_round: str, an_end: str
) -> None:
    text = CYCLE.replace("LANGUAGE", f"language: {language}\n")
    closed, opened = analyse(text), analyse(text.replace("{to: looks, share: 75 %}, ", ""))
    assert completing(closed) == a_round
    assert completing_marked(closed).startswith(f"{a_round} (")
    assert completing(opened) == an_end
    assert [round(renewing(each), 6) for each in (closed, opened)] == [0.6, 0.0]


def test_of_two_maps_it_is_said_what_is_true_of_both() -> None:
    closed = analyse(CYCLE.replace("LANGUAGE", ""))
    opened = analyse(CYCLE.replace("LANGUAGE", "").replace("{to: looks, share: 75 %}, ", ""))
    assert completing_both(opened, opened, "en") == "reach the end"
    assert completing_both(closed, closed, "en") == "complete a round"
    for pair in ((closed, opened), (opened, closed)):
        assert completing_both(*pair, "en") == "complete the journey"
        assert completing_both(*pair, "pl") == "przechodzi całą podróż"


def test_without_shares_nothing_is_told() -> None:
    analysis = analyse("title: T\nsteps: [Calls, {action: Waits, leaks: [home]}]\n")
    assert (completing(analysis), renewing(analysis)) == ("", 0.0)
