"""What the explanation of a step says beside its points, so that nobody is misled by them."""

import pytest
from tests.analysis.reading import analyse

from journeymap.tables import explain, leverage
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


def listed(*, state: str = "", recovers: str = "") -> str:
    text = MAP.format(state=state, emotion="angry", severity=4, recovers=recovers)
    return "\n".join(leverage.build(analyse(text)).notes)


def test_a_pain_that_is_made_good_for_later_is_told() -> None:
    told = (
        "Wears them: “They end in the drawer” is made good for at “Is rung up”; the points count it"
    )
    assert told in lines(recovers="drawer")
    assert told in listed(recovers="drawer")
    assert "made good" not in lines() + listed()


def test_few_points_are_no_leverage_point() -> None:
    few = "below 25, so no leverage point (house)"
    assert few in lines(emotion="calm", severity=1)
    assert few not in lines()


def test_figures_of_a_desired_map_are_aims() -> None:
    said = "Hearing aids is a desired map: its figures are aims"
    assert said in lines(state="state: desired")
    assert said in listed(state="state: desired")
    assert "aims" not in lines() + listed()


@pytest.mark.parametrize(
    ("step", "language", "said"),
    [
        ("emotion: angry", "en", ()),
        ("emotion: angry, moment: truth", "en", ("a declared moment × 1.25",)),
        ("emotion: angry, with: gp", "es", ("alguien de influencia 4 o 5 × 1.1",)),
        (
            "emotion: angry, moment: truth, with: gp",
            "pl",
            ("zadeklarowany moment × 1.25", "ktoś o wpływie 4 lub 5 × 1.1"),
        ),
        ("emotion: happy, moment: truth", "en", ()),  # nothing presses: nothing is lifted
    ],
)
def test_what_lifts_a_step_is_told(step: str, language: str, said: tuple[str, ...]) -> None:
    people = "stakeholders: [{id: gp, name: GP, kind: clinician, influence: 4}]"
    text = f"title: A\nlanguage: {language}\n{people}\nsteps: [{{action: B, {step}}}]\n"
    (point,) = analyse(text).leverage
    assert leverage.lifted(point, language) == said
