"""Influential people who are guessed at, and decisive steps of which the house tells alone."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.measurement.assumed_part import assumed_part
from journeymap.linter.rules.measurement.no_customer_voice import no_customer_voice

EVIDENCE = (
    "evidence: [{id: asked, kind: interview, n: 9}, {id: guess, kind: assumption}, "
    "{id: workshop, kind: workshop, n: 8}, {id: desk, kind: interview, from: staff}]\n"
)


def known_of(boss: str, pain: str = "") -> str:
    pains = f", pains: {{text: Hurry, of: boss, {pain}}}" if pain else ""
    return (
        f"title: A\n{EVIDENCE}stakeholders: [{{id: boss, name: Boss, {boss}}}]\n"
        f"steps: [{{action: B, emotion: sad, evidence: asked, with: boss{pains}}}]\n"
    )


@pytest.mark.parametrize(
    ("boss", "pain", "told"),
    [
        ("influence: 4, evidence: guess", "", True),
        ("influence: 5, evidence: guess", "evidence: asked", True),
        ("influence: 3, evidence: guess", "", False),
        ("influence: 5, evidence: [guess, asked]", "", False),
        ("influence: 5, kind: competitor, evidence: guess", "", False),
        ("influence: 4", "", False),
        ("influence: 4", "evidence: guess", True),
        ("influence: 4", "evidence: asked", False),
        ("influence: 4", "severity: 3", False),
    ],
)
def test_who_sways_the_persona_is_to_be_known(boss: str, pain: str, told: bool) -> None:
    what = "the profile of" if "evidence" in boss else "what is known of"
    said = f'{what} "Boss" rests on assumptions alone'
    assert messages(known_of(boss, pain), rule=assumed_part) == ([said] if told else [])


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("importance: 5, evidence: workshop", True),
        ("importance: 5, evidence: [workshop, guess]", True),
        ("importance: 4, evidence: workshop", False),
        ("importance: 5, evidence: [workshop, asked]", False),
        ("importance: 5, evidence: guess", False),
        ("importance: 3, evidence: [desk, guess]", True),
        ("moment: truth, evidence: [workshop, guess]", True),
    ],
)
def test_what_matters_most_is_not_left_to_a_workshop(step: str, told: bool) -> None:
    text = f"title: A\n{EVIDENCE}steps: [{{action: B, emotion: sad, {step}}}, C]\n"
    text += "based_on: asked\n"
    found = messages(text, rule=no_customer_voice)
    assert ["the word of the house alone" in each for each in found] == [True] * told
