"""Who ends without what they came for does not leave; what runs beside a step says so."""

import pytest
from tests.analysis.reading import analyse

from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.words.ideas import why_idea
from journeymap.words.reasons import named
from journeymap.words.whose import with_takers

CLAIM = """
title: A claim
language: {language}
persona: Ana
steps:
  - action: Asks
  - action: Hears
    importance: 5
    expected: 4
    perceived: 2
    emotion: angry
    {ways}
  - action: Gets it
"""
DENIED = "next: [{to: end, share: 21 %, why: denied, counts: lost}]"
LEAVES = "leaks: [{to: a lawyer, share: 9 %}]"


@pytest.mark.parametrize(
    ("ways", "language", "said"),
    [
        (DENIED, "en", "21 of 100 who come here are lost"),
        (DENIED, "es", "se pierden 21 de cada 100 que llegan aquí"),
        (DENIED, "pl", "odpada 21 na 100 osób, które tu trafiają"),
        (DENIED.replace("21 %", "1 %"), "en", "1 of 100 who come here is lost"),
        (LEAVES, "en", "9 of 100 who come here leave"),
        (f"{DENIED}\n    {LEAVES}", "en", "30 of 100 who come here are lost"),
        (DENIED.replace("lost", "neither"), "en", ""),
    ],
)
def test_who_is_turned_down_does_not_leave(ways: str, language: str, said: str) -> None:
    analysis = analyse(CLAIM.format(ways=ways, language=language))
    point = next(each for each in analysis.leverage if each.step.id == "hears")
    found = [each for each in named(point, analysis.journey_map) if "100" in each]
    assert found == ([said] if said else [])


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        (DENIED, "−21 → denied"),
        (DENIED.replace(" why: denied,", ""), "−21 are lost"),
        (LEAVES, "−9 → a lawyer"),
        (f"{DENIED}\n    {LEAVES}", "−30 → a lawyer, denied"),
    ],
)
def test_the_overview_names_the_end_that_people_come_to(ways: str, said: str) -> None:
    analysis = analyse(CLAIM.format(ways=ways, language="en"))
    (page,) = build(analysis, ViewOptions(view=View.OVERVIEW))
    assert said in [text.text for text in page.texts()]


BESIDE = """
title: Stroke
language: {language}
persona: [dan, ruth]
personas: [{{id: dan, name: Dan}}, {{id: ruth, name: Ruth}}]
steps:
  - action: Has a scan
  - action: Gives blood
    meanwhile: true
  - {{action: Signs, only: ruth, meanwhile: has-a-scan}}
  - {{action: Sleeps, only: dan}}
"""


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Has a scan", "Gives blood (meanwhile)", "Signs (only Ruth; meanwhile)"]),
        ("es", ["Has a scan", "Gives blood (mientras tanto)", "Signs (solo Ruth; mientras tanto)"]),
        ("pl", ["Has a scan", "Gives blood (równocześnie)", "Signs (tylko Ruth; równocześnie)"]),
    ],
)
def test_a_step_beside_another_one_says_so(language: str, names: list[str]) -> None:
    journey_map = analyse(BESIDE.format(language=language)).journey_map
    told = [with_takers(journey_map, each, each.label) for each in journey_map.steps]
    assert told[:3] == names


HOME = """
title: A new hip
persona: Greta
steps:
  - action: Is sent home
    emotion: abandoned
    pains:
      - {id: pills, text: The pills are not on the list, kind: harm, severity: 3, probability: 3}
      - {id: falls, text: Falls at night, kind: harm, severity: 2, probability: 2}
    opportunities: [{text: A team that comes, solves: [falls], impact: 5, effort: 4}]
"""


def test_an_idea_against_another_pain_says_that_it_is_not_against_the_gravest() -> None:
    analysis = analyse(HOME)
    (point,) = analysis.leverage
    assert point.choice
    assert why_idea(point.choice, "en") == (
        "the only open idea here; not against “The pills are not on the list”, the gravest here"
    )
