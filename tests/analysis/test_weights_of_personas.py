"""What is told of several personas together is known as little as how much each of them counts."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.evidence import Standing, weights_standing
from journeymap.analysis.reasons import ReasonKind
from journeymap.analysis.time import Part
from journeymap.tables import flow as flow_table

MAP = """
title: A form
persona: [dan, ruth]
personas:
  - {{id: dan, name: Dan{dan}}}
  - {{id: ruth, name: Ruth{ruth}}}
evidence:
  - {{id: list, kind: records}}
  - {{id: talks, kind: interview}}
  - {{id: guess, kind: assumption}}
based_on: [list]
steps:
  - action: Asks
  - action: Waits
    wait: {wait}
    leaks: {{share: {share}}}
  - action: Gets it
"""
APART = {"share": "{dan: 6 %, ruth: 21 %}", "wait": "{dan: 2 days, ruth: 9 days}"}
ALIKE = {"share": "9 %", "wait": "2 days"}
NOBODY_SAID = {"dan": "", "ruth": ""}


def of(weight: str, evidence: str = "") -> dict[str, str]:
    said = f", share: {weight}" + (f", evidence: [{evidence}]" if evidence else "")
    return {"dan": said, "ruth": said}


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        (NOBODY_SAID, Standing.ASSUMED),
        ({**of("50 %"), "ruth": ""}, Standing.ASSUMED),
        (of("50 %", "guess"), Standing.ASSUMED),
        (of("50 %", "talks"), Standing.TOLD),
        (of("50 %", "list"), Standing.MEASURED),
        (of("50 %"), Standing.MEASURED),
    ],
)
def test_where_personas_differ_the_mean_is_known_as_little_as_the_weights(
    weights: dict[str, str], expected: Standing
) -> None:
    analysis = analyse(MAP.format(**weights, **APART))
    assert weights_standing(analysis.journey_map) is expected
    assert analysis.flow
    asks, waits, gets = analysis.flow.steps
    assert analysis.flow.standing is waits.lost_standing is gets.standing is expected
    assert asks.standing is waits.standing is None, "all come there, whoever they are"
    assert [each.standing for each in analysis.losses] == [expected]
    assumed = expected is Standing.ASSUMED
    assert analysis.times.whole.main[Part.WAITING].assumed == assumed
    point = next(each for each in analysis.leverage if each.step.id == "waits")
    (leaving,) = (each for each in point.reasons if each.kind is ReasonKind.LEAVING)
    assert leaving.assumed == assumed
    own = [each.flow for each in analysis.of_each.values()]
    assert {each.standing for each in own if each} == {Standing.MEASURED}


@pytest.mark.parametrize("weights", [NOBODY_SAID, of("50 %", "guess")])
def test_what_is_alike_of_all_needs_no_weights(weights: dict[str, str]) -> None:
    analysis = analyse(MAP.format(**weights, **ALIKE))
    assert analysis.flow
    assert analysis.flow.standing is Standing.MEASURED
    assert not analysis.times.whole.main[Part.WAITING].assumed
    assert not any(each.assumed for point in analysis.leverage for each in point.reasons)


def test_the_flow_says_that_the_weights_are_assumed_and_not_the_shares() -> None:
    lines = flow_table.build(analyse(MAP.format(**NOBODY_SAID, **APART))).lines
    assert "How much of all each persona stands for is assumed." in lines
    assert "The shares rest on assumptions or on no evidence." not in lines
