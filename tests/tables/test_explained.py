"""What the explanation of a step says beside its points, so that nobody is misled by them."""

from tests.analysis.reading import analyse

from journeymap.tables import explain
from journeymap.tables.leverage_notes import Ranked

MAP = """
title: Hearing aids
{state}
persona: Ana
steps:
  - action: Buys them
  - action: Wears them
    emotion: {emotion}
    pains:
      - {{id: drawer, text: They end in the drawer, severity: {severity}, probability: 3}}
  - action: Is rung up
    recovers: [{recovers}]
"""


def lines(*, state: str = "", emotion: str = "angry", severity: int = 4, recovers: str = "") -> str:
    text = MAP.format(state=state, emotion=emotion, severity=severity, recovers=recovers)
    analysis = analyse(text)
    point = next(each for each in analysis.leverage if each.step.id == "wears-them")
    return "\n".join(explain.build(Ranked(rank=1, analysis=analysis, point=point)).lines)


def test_a_pain_that_is_made_good_for_later_is_told() -> None:
    told = '"They end in the drawer" is made good for at "Is rung up": the points count it all'
    assert told in lines(recovers="drawer")
    assert "made good" not in lines()


def test_few_points_are_no_leverage_point() -> None:
    few = "below 25, so no leverage point (house)"
    assert few in lines(emotion="calm", severity=1)
    assert few not in lines()


def test_figures_of_a_desired_map_are_aims() -> None:
    assert "its figures are aims" in lines(state="state: desired")
    assert "aims" not in lines()
