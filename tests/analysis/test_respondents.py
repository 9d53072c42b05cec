"""Whose ratings count: of several persons the one for whom a step falls furthest short."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.drivers import Driver
from journeymap.analysis.ratings import hardest, rating_of, ratings
from journeymap.analysis.reasons import ReasonKind

PEOPLE = "persona: [ann, bob]\npersonas: [{id: ann, name: Ann}, {id: bob, name: Bob}]\n"


@pytest.mark.parametrize(
    ("ann", "bob", "who"),
    [
        ("expected: 4, perceived: 3", "importance: 5, expected: 4, perceived: 4", "ann"),
        ("expected: 4, perceived: 4", "importance: 5, expected: 4, perceived: 2", "bob"),
        ("need: x", "perceived: 3", "bob"),  # who rated at all
        ("perceived: 3", "perceived: 3", "ann"),
    ],
)
def test_a_step_falls_furthest_short_for_one(ann: str, bob: str, who: str) -> None:
    """Unmet expectations and what matters beyond ten points of opportunity add up."""
    steps = (f"title: A\npersona: X\nsteps: [{{action: B, {each}}}]\n" for each in (ann, bob))
    first, second = (ratings(analyse(each).journey_map)[0] for each in steps)
    assert hardest([first, second]) is (first if who == "ann" else second)


SURVEY = "evidence: [{id: s, kind: survey, n: 100}, {id: t, kind: interview, n: 9}]\n"


@pytest.mark.parametrize(
    ("perceived", "expected", "surveyed"),
    [("s", "t", True), ("t", "s", False), ("s", "s", True), ("t", "t", False)],
)
def test_shares_of_respondents_are_those_of_a_survey(
    perceived: str, expected: str, surveyed: bool
) -> None:
    step = (
        f"{{action: B, perceived: {{rating: 4, evidence: {perceived}}},"
        f" expected: {{rating: 4, evidence: {expected}}}}}"
    )
    text = f"title: A\npersona: X\nscales: {{rating: top-box}}\n{SURVEY}steps: [{step}]\n"
    journey_map = analyse(text).journey_map
    (found,) = ratings(journey_map)
    assert found.surveyed is surveyed
    assert rating_of(journey_map, journey_map.steps[0], found.person) == found


@pytest.mark.parametrize(("ann", "bob", "ids"), [(2, 2, ()), (2, 1, ("bob",)), (1, 2, ("ann",))])
def test_ratings_that_all_share_are_no_one_s(ann: int, bob: int, ids: tuple[str, ...]) -> None:
    step = (
        "{action: B, importance: {ann: 5, bob: 5}, expected: {ann: 4, bob: 4},"
        f" perceived: {{ann: {ann}, bob: {bob}}}}}"
    )
    points = analyse(f"title: A\n{PEOPLE}steps: [{step}, C]\n").leverage
    point = next(each for each in points if each.step.label == "B")
    (reason,) = (each for each in point.reasons if each.kind is ReasonKind.RATINGS)
    assert reason.ids == ids
    assert Driver.UNMET_NEED in reason.drivers
