"""Leverage points against numbers worked by hand from the table of drivers."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import (
    Driver,
    Point,
    Weights,
    gain_of,
    largest_gain_below,
    one_judgement,
)

MAP = """
title: Clinic
personas: [{id: ann, name: Ann}]
stakeholders:
  - {id: gp, name: GP, kind: clinician}
  - {id: specialist, name: Specialist, kind: clinician}
  - {id: son, name: Her son, kind: family, influence: 4}
evidence: [{id: talk, kind: interview}, {id: guess, kind: assumption}]
steps:
  - id: books
    action: Books
    importance: 5
    expected: 4
    perceived: 2
    emotion: worried
    wait: 2 weeks
    leaks: [{share: 10 %}]
    evidence: guess
  - id: is-seen
    action: Is seen
    actor: gp
    emotion: {ann: -2, son: -1}
    moment: truth
    handoff: {to: specialist, needs: [letter, results, drugs], carries: letter}
    pains: [{text: Too late, kind: harm, severity: 4, probability: 2}]
    opportunities:
      - {text: Call back, impact: 4, effort: 2}
      - {text: New wing, impact: 5, effort: 5}
    evidence: talk
  - id: goes-home
    action: Goes home
    actor: specialist
    with: son
    emotion: 1
    evidence: talk
"""
# Weights of all eight drivers, each of which some step knows: 3 + 1.5 + 1 + 1 + 5 + 3 + 2 + 1.
WHOLE = 17.5
LACKS = (1 + 2 / 3) / 2
"""Of three papers that the specialist needs, two are missing."""


def point(step: str, analysis: Analysis | None = None) -> Point:
    found = (analysis or analyse(MAP)).leverage
    return next(each for each in found if each.step.id == step)


def a_map(steps: str) -> tuple[Point, ...]:
    return analyse(f"title: Clinic\npersona: Ann\nsteps:\n{steps}").leverage


def test_drivers_of_a_step_with_ratings_a_leak_and_a_wait() -> None:
    # importance 5 → 10, expected 4 → 7.5, perceived 2 → 2.5 points; opportunity 10 + 7.5;
    # completion 90 % would be 100 %; one kind of effort of three
    values = {driver: drive.value for driver, drive in point("books").drives.items()}
    assert values == {
        Driver.UNMET_NEED: pytest.approx(0.75),
        Driver.EXPECTATION_GAP: pytest.approx(0.5),
        Driver.LOW_EMOTION: pytest.approx(0.5),
        Driver.MEMORY: 0,
        Driver.HAZARD: None,
        Driver.FLOW_GAIN: pytest.approx(0.5),
        Driver.HANDOFF: 0,
        Driver.EFFORT: pytest.approx(1 / 3),
    }


def test_drivers_of_a_step_with_a_hazard_and_a_handoff() -> None:
    values = {driver: drive.value for driver, drive in point("is-seen").drives.items()}
    assert values == {
        Driver.UNMET_NEED: None,
        Driver.EXPECTATION_GAP: None,
        Driver.LOW_EMOTION: 1,
        Driver.MEMORY: 1,
        Driver.HAZARD: 0.5,
        Driver.FLOW_GAIN: 0,
        Driver.HANDOFF: pytest.approx(LACKS),
        Driver.EFFORT: 0,
    }


def test_pressure_and_ceiling_are_as_worked_by_hand() -> None:
    books = 3 * 0.75 + 1.5 * 0.5 + 1 * 0.5 + 3 * 0.5 + 1 / 3
    assert point("books").pressure == pytest.approx(100 * books / WHOLE)
    assert point("books").ceiling == pytest.approx(100 * (books + 5) / WHOLE)
    seen = 1 + 1 + 5 * 0.5 + 2 * LACKS
    assert point("is-seen").pressure == pytest.approx(1.25 * 100 * seen / WHOLE)
    assert point("is-seen").ceiling == pytest.approx(1.25 * 100 * (seen + 3 + 1.5) / WHOLE)
    assert point("goes-home").pressure == 0
    assert point("goes-home").ceiling == pytest.approx(1.1 * 100 * (3 + 1.5 + 5) / WHOLE)


def test_contributions_are_points_after_the_lift() -> None:
    assert point("is-seen").contributions == {
        Driver.LOW_EMOTION: pytest.approx(125 * 1 / WHOLE),
        Driver.MEMORY: pytest.approx(125 * 1 / WHOLE),
        Driver.HAZARD: pytest.approx(125 * 2.5 / WHOLE),
        Driver.FLOW_GAIN: 0,
        Driver.HANDOFF: pytest.approx(125 * 2 * LACKS / WHOLE),
        Driver.EFFORT: 0,
    }


def test_ranks_and_what_is_unknown() -> None:
    found = analyse(MAP).leverage
    assert [(each.rank, each.step.id) for each in found] == [
        (1, "is-seen"),
        (2, "books"),
        (3, "goes-home"),
    ]
    assert point("books").unknown == (Driver.HAZARD,)
    assert point("is-seen").unknown == (Driver.UNMET_NEED, Driver.EXPECTATION_GAP)


def test_lifts_multiply() -> None:
    assert point("goes-home").lifts == {"influence": 1.1}
    assert point("is-seen").lifts == {"moment": 1.25}
    steps = MAP.replace("with: son", "with: son\n    moment: critical")
    assert point("goes-home", analyse(steps)).lifts == {"moment": 1.25, "influence": 1.1}
    weak = MAP.replace("influence: 4", "influence: 3")
    assert point("goes-home", analyse(weak)).lifts == {}


def test_the_payoff_is_that_of_the_idea_with_most_impact_for_its_effort() -> None:
    found = point("is-seen")
    assert found.best
    assert found.best.id == "call-back"
    assert found.payoff == pytest.approx(found.pressure * 4 / 2)
    assert found.quick_win
    assert (point("books").best, point("books").payoff) == (None, None)
    assert not point("books").quick_win


@pytest.mark.parametrize(
    ("idea", "best", "quick"),
    [
        ("impact: 4, effort: 2", True, True),
        ("impact: 3, effort: 1", True, False),
        ("impact: 5, effort: 3", True, False),
        ("impact: 5", False, False),
        ("effort: 1", False, False),
        ("impact: 5, effort: 1, status: testing", True, True),
        ("impact: 5, effort: 1, status: live", False, False),
        ("impact: 5, effort: 1, status: dropped", False, False),
    ],
)
def test_which_ideas_count(idea: str, best: bool, quick: bool) -> None:
    (found,) = a_map(f"  - {{action: Waits, opportunities: [{{text: Call, {idea}}}]}}")
    assert (found.best is not None, found.quick_win) == (best, quick)


def test_of_equal_ideas_the_one_with_more_impact_and_then_the_first_counts() -> None:
    ideas = "[{id: a, text: A, impact: 2, effort: 2}, {id: b, text: B, impact: 4, effort: 4}, "
    ideas += "{id: c, text: C, impact: 4, effort: 4}]"
    (found,) = a_map(f"  - {{action: Waits, opportunities: {ideas}}}")
    assert found.best
    assert found.best.id == "b"


def test_pressure_rests_on_assumptions_where_anything_that_presses_does() -> None:
    assert point("books").assumed
    assert point("goes-home").assumed is False
    # Nothing leaves at this step, so the guessed shares do not press here.
    assert point("is-seen").assumed is False


def test_a_map_without_ratings_shares_and_emotions_still_ranks() -> None:
    found = a_map("  - Waits\n  - Is treated\n")
    assert [(each.step.id, each.pressure, each.ceiling, each.reasons) for each in found] == [
        ("waits", 0, 0, ()),
        ("is-treated", 0, 0, ()),
    ]
    assert set(found[0].unknown) == set(Driver) - {Driver.HANDOFF}


def test_no_step_has_no_point() -> None:
    assert analyse("title: Clinic\nsteps: []\n", faulty=True).leverage == ()


def test_pressure_is_capped_with_its_contributions() -> None:
    weights = Weights(moment=10)
    (found,) = Analysis(
        journey_map=analyse(
            "title: T\nsteps: [{action: A, emotion: -2, moment: truth}]"
        ).journey_map,
        weights=weights,
    ).leverage
    assert (found.pressure, found.ceiling) == (100, 100)
    assert sum(found.contributions.values()) == pytest.approx(100)


def test_where_the_cap_hides_an_order_it_is_still_right() -> None:
    steps = (
        "steps: [{action: A, emotion: -1, moment: truth}, {action: B, emotion: -2, moment: truth}]"
    )
    analysis = Analysis(
        journey_map=analyse(f"title: T\n{steps}").journey_map, weights=Weights(moment=10)
    )
    found = [(each.step.id, each.pressure, each.uncapped) for each in analysis.leverage]
    assert found == [("b", 100, 500), ("a", 100, 125)]


def test_one_judgement_feeds_several_drivers() -> None:
    found = point("books")
    fed = one_judgement(found, "ann")
    assert [*fed] == [Driver.UNMET_NEED, Driver.EXPECTATION_GAP, Driver.LOW_EMOTION]
    assert sum(fed.values()) == pytest.approx(100 * (3 * 0.75 + 1.5 * 0.5 + 0.5) / WHOLE)
    assert one_judgement(point("goes-home"), "ann") == {}
    of_son = analyse(
        MAP.replace("emotion: 1", "emotion: {son: -2}\n    perceived: 1\n    expected: 3")
    )
    assert one_judgement(point("goes-home", of_son), "ann") == {}


def test_weights_count() -> None:
    only = dict.fromkeys(Driver, 0.0) | {Driver.EFFORT: 2.0}
    analysis = Analysis(journey_map=analyse(MAP).journey_map, weights=Weights(weights=only))
    assert point("books", analysis).pressure == pytest.approx(100 / 3)
    none = Analysis(
        journey_map=analyse(MAP).journey_map, weights=Weights(weights=dict.fromkeys(Driver, 0.0))
    )
    assert {(each.pressure, each.ceiling) for each in none.leverage} == {(0, 0)}


def test_a_weight_that_is_not_named_is_as_by_default() -> None:
    weights = Weights(weights={Driver.MEMORY: 0.0})
    assert (weights.of(Driver.MEMORY), weights.of(Driver.HAZARD)) == (0, 5)


def hazard(*pains: str) -> float | None:
    """The hazard of a step with pains, each as its kind, severity and probability."""
    listed = ", ".join(
        "{{id: p{}, text: P{}, kind: {}, severity: {}, probability: {}}}".format(
            i, i, *pain.split()
        )
        for i, pain in enumerate(pains)
    )
    (found,) = a_map(f"  - {{action: Waits, pains: [{listed}]}}")
    return found.drives[Driver.HAZARD].value


@pytest.mark.parametrize(
    ("pains", "value"),
    [
        (("friction 3 3",), 0.28125),
        (("dropout 3 3",), 0.28125),
        (("harm 3 3",), 0.5625),
        (("harm 4 4",), 1),
        # as if it called for action, however rare
        (("harm 4 1",), 0.5),
        (("harm 4 2",), 0.5),
        (("harm 4 3",), 0.75),
        (("harm 3 1",), 0.1875),
        (("friction 4 1",), 0.125),
        # grave ones add up, others do not
        (("harm 4 3", "harm 4 3"), 0.9375),
        (("harm 3 3", "friction 2 4"), 1 - 0.4375 * 0.75),
        (("harm 2 2", "harm 1 4", "harm 2 3"), 0.375),
        (("friction 4 4", "harm 3 3"), 1 - 0.4375 * 0.5),
    ],
)
def test_the_gravest_pain_counts_and_others_that_call_for_action(
    pains: tuple[str, ...], value: float
) -> None:
    assert hazard(*pains) == pytest.approx(value)


def test_the_gravest_pain_is_named_after_halving_and_each_that_counts_is_a_reason() -> None:
    pains = "[{text: A, severity: 4, probability: 4}, {text: B, kind: harm, severity: 3, "
    pains += "probability: 3}, {text: C, kind: harm, severity: 1, probability: 3}]"
    (found,) = a_map(f"  - {{action: Waits, pains: {pains}}}")
    assert found.drives[Driver.HAZARD].inputs == {
        "pain": "b", "kind": "harm", "severity": 3, "probability": 3, "with": "a",
    }  # fmt: skip
    assert [(each.kind, each.ids) for each in found.reasons] == [("harm", ("b",)), ("pain", ("a",))]
    points = [each.points for each in found.reasons]
    assert points[0] / points[1] == pytest.approx(0.5625 / 0.5)
    assert sum(points) == pytest.approx(found.pressure)


@pytest.mark.parametrize(("carries", "value"), [("a, b", 2 / 3), ("a", 5 / 6), ("", 1)])
def test_a_handoff_counts_by_what_it_lacks_and_at_least_half(carries: str, value: float) -> None:
    people = "stakeholders: [{name: GP, kind: clinician}, {name: Ward, kind: clinician}]"
    handoff = f"handoff: {{to: Ward, needs: [a, b, c], carries: [{carries}]}}"
    steps = f"steps: [{{action: A, actor: GP, {handoff}}}, {{action: B, actor: Ward}}]"
    found = {each.step.id: each for each in analyse(f"title: T\n{people}\n{steps}").leverage}
    assert found["a"].drives[Driver.HANDOFF].value == pytest.approx(value)


def test_a_harm_that_calls_for_action_outranks_any_number_of_leavers() -> None:
    pain = "pains: [{text: Falls, kind: harm, severity: 4, probability: 3}]"
    first, second, _ = a_map(
        f"  - {{action: Gets a letter, leaks: [{{share: 60 %}}]}}\n  - {{action: Sleeps, {pain}}}\n"
        "  - Goes home\n"
    )
    assert (first.step.id, second.step.id) == ("sleeps", "gets-a-letter")
    assert second.drives[Driver.FLOW_GAIN].value == 1


def test_a_rare_catastrophe_outranks_a_missing_paper() -> None:
    people = "stakeholders: [{name: GP, kind: clinician}, {name: Ward, kind: clinician}]"
    handoff = "handoff: {to: Ward, needs: [letter]}"
    pain = "pains: [{text: Wrong side, kind: harm, severity: 4, probability: 1}]"
    steps = f"steps: [{{action: A, actor: GP, {handoff}}}, {{action: B, actor: Ward, {pain}}}]"
    first, second = analyse(f"title: T\n{people}\n{steps}").leverage
    assert (first.step.id, second.step.id) == ("b", "a")


def test_feelings_of_those_who_are_not_there_do_not_count() -> None:
    steps = "  - {action: Waits, emotion: {Ann: 0, son: -2}}\n"
    assert a_map(steps)[0].drives[Driver.LOW_EMOTION].value == 0
    there = steps.replace("action", "with: son, action")
    assert a_map(there)[0].drives[Driver.LOW_EMOTION].value == 1
    away = "  - {action: Waits, emotion: {son: -2}}\n"
    assert a_map(away)[0].drives[Driver.LOW_EMOTION].value is None


def test_an_undeclared_handoff_is_unknown() -> None:
    stakeholders = "stakeholders: [{name: GP, kind: clinician}, {name: Nurse, kind: staff}]\n"
    steps = "steps: [{action: Talks, actor: GP}, {action: Waits, actor: Nurse}]"
    found = analyse(f"title: T\n{stakeholders}{steps}").leverage
    values = {each.step.id: each.drives[Driver.HANDOFF].value for each in found}
    assert values == {"talks": None, "waits": 0}


def test_memory_needs_an_end() -> None:
    steps = "steps: [{action: A, emotion: -1}, {action: B, emotion: 2}, {action: C, emotion: -0.5}]"
    ended = analyse(f"title: T\npersona: Ann\n{steps}").leverage
    by_step = {each.step.id: each.drives[Driver.MEMORY].value for each in ended}
    assert by_step == {"a": 0, "b": 0, "c": 1}
    endless = analyse(f"title: T\npersona: Ann\nends: false\n{steps}").leverage
    assert {each.drives[Driver.MEMORY].value for each in endless} == {None}


def test_equal_peaks_share_what_is_remembered() -> None:
    steps = (
        "steps: [{action: A, emotion: -2}, {action: B, emotion: -2}, {action: C, emotion: 2},"
        " {action: D, emotion: -2}, {action: E}]"
    )
    a, b, c, d, e = sorted(
        analyse(f"title: T\npersona: Ann\n{steps}").leverage,
        key=lambda point: point.step.position,
    )
    values = [point.drives[Driver.MEMORY].value for point in (a, b, c, d, e)]
    assert values == [pytest.approx(1 / 3), pytest.approx(1 / 3), 0, pytest.approx(1 / 3), 0]
    assert [(each.kind, each.figures) for each in d.reasons] == [
        ("feeling", {"emotion": -2}),
        ("lowest", {"equal": 3}),
    ]
    assert c.drives[Driver.MEMORY].inputs == {}


def test_an_end_that_shares_the_peak_counts_in_whole() -> None:
    steps = "steps: [{action: A, emotion: -2}, {action: B, emotion: -2}]"
    first, second = sorted(
        analyse(f"title: T\npersona: Ann\n{steps}").leverage,
        key=lambda point: point.step.position,
    )
    assert (first.drives[Driver.MEMORY].value, second.drives[Driver.MEMORY].value) == (0.5, 1)
    assert [each.kind for each in second.reasons] == ["feeling", "bad-ending", "lowest"]


def test_a_leak_of_nobody_is_known() -> None:
    (found,) = a_map("  - {action: Waits, leaks: [{share: 0 %}]}\n")
    assert found.drives[Driver.FLOW_GAIN].value == 0
    (found,) = a_map("  - {action: Waits, leaks: [{to: rival}]}\n")
    assert found.drives[Driver.FLOW_GAIN].value is None


def test_the_largest_gain_outside_of_the_first_three_is_found() -> None:
    harm = "pains: [{text: P, kind: harm, severity: 4, probability: 4}]"
    steps = [f"  - {{action: Step {i}, {harm}}}\n" for i in range(3)]
    leaving = "  - {action: Leaves, leaks: {share: 9 %}}\n"
    hidden = largest_gain_below(a_map("".join((*steps, leaving))))
    assert hidden is not None
    assert (hidden.step.id, hidden.rank, round(gain_of(hidden), 2)) == ("leaves", 4, 0.09)
    assert largest_gain_below(a_map("".join((*steps[:2], leaving)))) is None
    assert largest_gain_below(a_map("".join(steps))) is None
