"""Why a step presses, as data: what there is, what it contributes, in which order."""

import pytest
from hypothesis import given
from tests.analysis.maps import journeys
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.drivers import Driver
from journeymap.analysis.leverage import Weights
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.model.journey_map import JourneyMap

TOP = """
title: Clinic
personas: [{{id: ann, name: Ann}}]
stakeholders: [{{id: gp, name: GP, kind: clinician}}, {{id: specialist, name: Dr. Roe}}]
steps:
  - {{id: s, action: Waits, {fields}}}
  - {{id: t, action: Is seen, emotion: 2}}
"""


def reasons(fields: str, weights: Weights | None = None) -> tuple[Reason, ...]:
    """The reasons of the first step, s."""
    analysis = Analysis(
        journey_map=analyse(TOP.format(fields=fields)).journey_map, weights=weights or Weights()
    )
    return next(point for point in analysis.leverage if point.step.id == "s").reasons


@pytest.mark.parametrize(
    ("fields", "kind", "figures", "ids", "written"),
    [
        (
            "pains: [{text: Falls, kind: harm, severity: 3, probability: 2}]",
            ReasonKind.HARM,
            {"risk": 6, "of": 16},
            ("falls",),
            "Falls",
        ),
        (
            "pains: [{text: Loud, severity: 3, probability: 2}]",
            ReasonKind.PAIN,
            {"risk": 6, "of": 16},
            ("loud",),
            "Loud",
        ),
        ("wait: 6 weeks", ReasonKind.LONG_WAIT, {"days": 42}, (), "6 weeks"),
        (
            "instead_of: [The website, App], gives: name",
            ReasonKind.CHANNEL_IN_VAIN,
            {},
            ("The website", "App"),
            "",
        ),
        ("wait: 1 day, next: [{to: s}]", ReasonKind.WAY_BACK, {}, (), ""),
        (
            "wait: 1 day, next: [{to: s, share: 20 %}, {to: s, share: 5 %}]",
            ReasonKind.WAY_BACK,
            {"share": 0.25},
            (),
            "",
        ),
        (
            "handoff: [{to: gp, needs: [a, b]}, {to: specialist, needs: [b, c]}]",
            ReasonKind.NOT_PASSED_ON,
            {},
            ("a", "b", "c"),
            "",
        ),
        (
            "leaks: [{share: 8 %}, {share: 4 %}]",
            ReasonKind.LEAVING,
            {"share": pytest.approx(0.12)},
            (),
            "",
        ),
        (
            "actor: gp, emotion: {gp: tired, ann: 0}",
            ReasonKind.FEELING,
            {"emotion": -1},
            ("gp",),
            "tired",
        ),
        ("emotion: -2", ReasonKind.LOWEST, {"equal": 1}, (), ""),
        (
            "importance: 5, expected: 4, perceived: 2",
            ReasonKind.RATINGS,
            {"importance": 5, "expected": 4, "perceived": 2, "of": 5},
            (),
            "",
        ),
    ],
)
def test_what_presses(
    fields: str, kind: ReasonKind, figures: dict[str, float], ids: tuple[str, ...], written: str
) -> None:
    (reason,) = [each for each in reasons(fields) if each.kind is kind]
    assert (reason.figures, reason.ids, reason.written) == (figures, ids, written)
    assert reason.points > 0


def test_what_is_asked_again_is_named_as_at_the_step() -> None:
    text = "title: T\nsteps: [{action: A, gives: [Name]}, {action: B, gives: [the age, name]}]"
    (reason,) = analyse(text).leverage[0].reasons
    assert (reason.kind, reason.ids) == (ReasonKind.ASKED_AGAIN, ("name",))


def test_harm_comes_first_then_the_most_points() -> None:
    harm = "pains: [{text: Falls, kind: harm, severity: 1, probability: 1}]"
    found = reasons(f"importance: 5, perceived: 1, emotion: -1, wait: 6 weeks, {harm}")
    kinds = [each.kind for each in found]
    assert kinds == ["harm", "ratings", "feeling", "long-wait"]
    points = [each.points for each in found]
    assert points[0] < points[1]
    assert points[1:] == sorted(points[1:], reverse=True)


def test_the_weights_decide_on_the_order() -> None:
    fields = "emotion: -1, importance: 5, perceived: 1"
    heavy = Weights(weights={Driver.LOW_EMOTION: 9})
    assert reasons(fields)[0].kind == "ratings"
    assert reasons(fields, heavy)[0].kind == "feeling"


def test_what_has_no_points_is_no_reason() -> None:
    none = Weights(weights={Driver.LOW_EMOTION: 0, Driver.MEMORY: 0})
    assert [each.kind for each in reasons("emotion: -1, wait: 8 days", none)] == ["long-wait"]
    assert reasons("emotion: pleased, leaks: [{share: 0 %}], wait: 1 day") == ()


def test_reasons_of_one_driver_share_its_points() -> None:
    text = "title: T\npersona: Ann\nsteps: [{action: A, emotion: -2}, {action: B, emotion: -2}]"
    analysis = analyse(text)
    last = next(point for point in analysis.leverage if point.step.id == "b")
    points = {each.kind: each.points for each in last.reasons}
    memory = last.contributions[Driver.MEMORY]
    assert points[ReasonKind.BAD_ENDING] == pytest.approx(memory * 2 / 3)
    assert points[ReasonKind.LOWEST] == pytest.approx(memory / 3)


@given(journeys())
def test_reasons_add_up_to_the_pressure(journey_map: JourneyMap) -> None:
    points = Analysis(journey_map=journey_map).leverage
    assert len(points) == len(journey_map.steps)
    for point in points:
        assert sum(each.points for each in point.reasons) == pytest.approx(point.pressure)
        assert all(each.points > 0 for each in point.reasons)
        harm = [each.kind is not ReasonKind.HARM for each in point.reasons]
        assert harm == sorted(harm)
