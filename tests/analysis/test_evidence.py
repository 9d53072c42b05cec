"""What is measured, told and assumed: one function decides, whatever is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.evidence import (
    Standing,
    claim_standing,
    evidence_for,
    standing,
    weakest,
)
from journeymap.model.journey_map import JourneyMap

KINDS = {
    "survey": "kind: survey",
    "log": "kind: analytics",
    "files": "kind: records",
    "talks": "kind: interview",
    "book": "kind: literature",
    "count": "{kind: observation, method: quantitative}",
    "guess": "kind: assumption",
    "none": "name: None",
}
LISTED = ", ".join(f"{{id: {name}, {said.strip('{}')}}}" for name, said in KINDS.items())


def a_map(step: str = "", based_on: str = "") -> JourneyMap:
    base = f"based_on: [{based_on}]\n" if based_on else ""
    text = f"title: A\nevidence: [{LISTED}]\n{base}steps: [{{action: B, evidence: [{step}]}}]\n"
    return analyse(text).journey_map


M, T, A = Standing.MEASURED, Standing.TOLD, Standing.ASSUMED


@pytest.mark.parametrize(
    ("evidence", "figure", "claim"),
    [
        ("survey", M, M),
        ("survey, log, files, count", M, M),
        ("survey, talks", T, T),
        ("talks", T, T),
        ("book", T, T),
        ("talks, guess", A, T),
        ("survey, guess", A, M),
        ("guess", A, A),
        ("", A, A),
        ("none", A, A),
        ("none, talks", T, T),
        ("none, guess", A, A),
    ],
)
def test_a_figure_needs_all_of_its_evidence_and_a_claim_in_words_any(
    evidence: str, figure: Standing, claim: Standing
) -> None:
    journey_map = a_map(evidence)
    (step,) = journey_map.steps
    assert standing(journey_map, step) is figure
    assert claim_standing(journey_map, step) is claim


@pytest.mark.parametrize(
    ("own", "step", "based_on", "found"),
    [
        (("survey",), "guess", "guess", M),
        (("guess",), "survey", "survey", A),
        ((), "talks", "survey", T),
        ((), "", "survey", M),
        ((), "", "guess", A),
        ((), "guess", "survey", A),
        (("none",), "survey", "survey", A),
        (("nothing-of-that-name",), "survey", "survey", A),
    ],
)
def test_its_own_evidence_decides_then_its_steps_then_the_maps(
    own: tuple[str, ...], step: str, based_on: str, found: Standing
) -> None:
    journey_map = a_map(step, based_on)
    assert standing(journey_map, journey_map.steps[0], own) is found


def test_what_belongs_to_no_step_has_its_own_or_the_maps() -> None:
    journey_map = a_map("survey", "talks")
    assert standing(journey_map) is T
    assert standing(journey_map, None, ("log",)) is M
    assert evidence_for(journey_map) == ("talks",)


@given(st.lists(st.sampled_from([*KINDS]), max_size=4, unique=True), st.sampled_from([*KINDS]))
def test_an_assumption_makes_no_figure_and_words_are_never_known_less(
    names: list[str], more: str
) -> None:
    journey_map = a_map()
    (step,) = journey_map.steps
    figure = standing(journey_map, step, names)
    order = [*Standing]
    assert order.index(claim_standing(journey_map, step, names)) <= order.index(figure)
    assert standing(journey_map, step, [*names, "guess"]) is A
    longer = standing(journey_map, step, [*names, more])
    if figure is A and {"none", *names} != {"none"}:
        assert longer is A
    assert weakest([figure, longer]) in {figure, longer}


def test_nothing_has_no_standing() -> None:
    assert weakest([]) is None


def test_coverage_counts_figures_of_each_standing_and_backs_no_rating_by_a_guess() -> None:
    journey = analyse(
        f"title: A\nevidence: [{LISTED}]\nmetrics: [{{id: m, name: M}}]\n"
        "readings: [{metric: m, value: 1, evidence: log}, m]\n"
        "steps:\n"
        "  - action: B\n    evidence: [talks, guess]\n    emotion: 1\n"
        "    perceived: {rating: 2, evidence: survey}\n    importance: 3\n"
        "    leaks: [{share: 8 %, evidence: talks}, rivals]\n    wait: 2 d\n"
        "    duration: {time: 1 h, evidence: [log, survey]}\n    metrics: {metric: m, value: 3}\n"
    )
    found = journey.coverage
    assert (found.figures.measured, found.figures.told, found.figures.assumed) == (3, 1, 3)
    assert (found.backed, found.claims) == (2, 3)  # the emotion and what was perceived
