"""Ratings arrive on one scale, and gaps, quadrants and scores follow their definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.opportunity import Band, Score, score, scored
from journeymap.analysis.quadrants import CrossHairs, Quadrant, cross_hair
from journeymap.analysis.ratings import (
    Rating,
    moment_of_truth,
    normalised,
    raters,
    ratings,
)


def a_map(*steps: str, scale: str = "1-5", head: str = "") -> str:
    """A map of the ratings of some steps, each as a flow mapping without its braces."""
    lines = "\n".join(f"  - {{action: Step {i}, {step}}}" for i, step in enumerate(steps, 1))
    return f"title: Clinic\npersona: Ann\nscales: {{rating: {scale}}}\n{head}\nsteps:\n{lines}\n"


def one(step: str, *, scale: str = "1-5", head: str = "") -> Rating:
    """The rating of a map of one step."""
    return analyse(a_map(step, scale=scale, head=head)).ratings[0]


# ------------------------------------------------------------------------------------ one scale
@pytest.mark.parametrize(
    ("scale", "importance", "expected", "perceived"),
    [
        ("1-5", 10, 7.5, 2.5),
        ("1-7", pytest.approx(40 / 6), 5, pytest.approx(10 / 6)),
        ("1-10", pytest.approx(40 / 9), pytest.approx(30 / 9), pytest.approx(10 / 9)),
        ("0-10", 5, 4, 2),
        ("top-box", 5, 7.5, 2),
    ],
)
def test_every_scale_becomes_points_of_0_to_10(
    scale: str, importance: float, expected: float, perceived: float
) -> None:
    found = one("importance: 5, expected: 4, perceived: 2", scale=scale)
    assert (found.importance, found.expected, found.perceived) == (importance, expected, perceived)


def test_what_is_not_rated_is_unknown_and_not_zero() -> None:
    found = one("importance: 1, expected: a call within two days")
    assert (found.importance, found.expected, found.perceived) == (0, None, None)
    assert found.known
    assert (found.gap, found.distance, found.opportunity) == (None,) * 3
    assert cross_hair(()).quadrant(found) is None
    assert not one("expected: a call within two days").known


def test_a_number_off_a_scale_that_could_not_be_read_is_unknown() -> None:
    text = a_map("importance: 8, perceived: 3", scale="1-8")
    found = analyse(text, faulty=True).ratings[0]
    assert (found.importance, found.distance) == (None, None)
    assert normalised(5.5, (1, 5)) is None


@given(st.sampled_from([(1, 5), (1, 7), (1, 10), (0, 10)]), st.floats(0, 1))
def test_points_lie_between_0_and_10(bounds: tuple[float, float], place: float) -> None:
    low, high = bounds
    points = normalised(min(low + place * (high - low), high), bounds)
    assert points is not None
    assert points == pytest.approx(10 * place)
    assert 0 <= points <= 10


# -------------------------------------------------------------------------- gaps and quadrants
def test_a_gap_is_what_was_perceived_less_what_was_expected() -> None:
    assert one("expected: 4, perceived: 2").gap == -5
    assert one("expected: 2, perceived: 4").gap == 5
    assert one("expected: {text: soon, rating: 4}, perceived: 4").gap == 0


def test_a_gap_is_not_off_by_a_binary_fraction() -> None:
    assert one("expected: 4, perceived: 2.5", scale="1-7").gap == -2.5


@pytest.mark.parametrize(
    ("importance", "perceived", "quadrant"),
    [
        (5, 2, Quadrant.CONCENTRATE),
        (5, 4, Quadrant.KEEP),
        (2, 2, Quadrant.LOW),
        (2, 4, Quadrant.OVERKILL),
        (3, 2, Quadrant.CONCENTRATE),
        (3, 3, Quadrant.KEEP),
        (2, 3, Quadrant.OVERKILL),  # on the line counts as more, as it does for what matters
    ],
)
def test_a_step_alone_is_held_against_the_middle(
    importance: int, perceived: int, quadrant: Quadrant
) -> None:
    found = analyse(a_map(f"importance: {importance}, perceived: {perceived}"))
    assert found.cross_hair.kind is CrossHairs.MIDDLE
    assert found.cross_hair.quadrant(found.ratings[0]) is quadrant


def placed(*steps: str) -> list[Quadrant | None]:
    """The quadrant of each step of a map."""
    found = analyse(a_map(*steps))
    return [found.cross_hair.quadrant(rating) for rating in found.ratings]


def test_what_is_perceived_as_the_mean_is_on_one_side_whatever_it_matters() -> None:
    steps = [f"importance: {matters}, perceived: 3" for matters in (5, 4, 3)]
    others = "importance: 4, perceived: 2", "importance: 4, perceived: 4"
    more, less = {Quadrant.KEEP, Quadrant.OVERKILL}, {Quadrant.CONCENTRATE, Quadrant.LOW}
    assert {*placed(*steps, *others)[:3]} == more
    found = analyse(a_map(*steps, *others))
    assert [found.cross_hair.is_beyond_need(each) for each in found.ratings] == [False] * 5
    assert {*placed(*(f"{step}, expected: 4" for step in steps), *others)[:3]} == less


def test_quadrants_meet_at_the_mean_of_the_steps_that_are_rated_on_both_axes() -> None:
    steps = ("importance: 5, perceived: 3", "importance: 4, perceived: 4", "perceived: 1")
    found = analyse(a_map(*steps, "importance: 3, perceived: 5"))
    meet = found.cross_hair
    assert (meet.kind, meet.importance, meet.perceived) == (CrossHairs.MEAN, 7.5, 7.5)
    assert [meet.quadrant(each) for each in found.ratings] == [
        Quadrant.CONCENTRATE, Quadrant.KEEP, None, Quadrant.OVERKILL,
    ]  # fmt: skip
    middle = cross_hair(found.ratings, CrossHairs.MIDDLE)
    assert (middle.importance, middle.perceived) == (5, 5)


def test_a_mean_of_equals_and_of_two_tells_nothing_and_the_middle_stands_for_it() -> None:
    equal = analyse(a_map(*["importance: 5, perceived: 1"] * 4)).cross_hair
    assert (equal.kind, equal.importance, equal.perceived) == (CrossHairs.MIDDLE, 5, 5)
    steps = [f"importance: 5, perceived: {n}" for n in (1, 2, 3)]
    one_axis = analyse(a_map(*steps)).cross_hair
    assert (one_axis.kind, one_axis.importance, one_axis.perceived) == (CrossHairs.MEAN, 5, 2.5)
    two = analyse(a_map("importance: 5, perceived: 5", "importance: 4, perceived: 4")).cross_hair
    assert (two.kind, two.perceived) == (CrossHairs.MIDDLE, 5)


def test_what_was_perceived_below_what_was_expected_falls_short_wherever_it_lies() -> None:
    others = ("importance: 3, perceived: 1", "importance: 4, perceived: 2")
    assert placed("importance: 5, expected: 5, perceived: 4", *others)[0] is Quadrant.CONCENTRATE
    assert placed("importance: 5, expected: 4, perceived: 4", *others)[0] is Quadrant.KEEP
    assert placed("importance: 2, expected: 5, perceived: 4", *others)[0] is Quadrant.LOW
    assert placed("importance: 2, expected: 4, perceived: 4", *others)[0] is Quadrant.OVERKILL


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=6))
def test_quadrants_are_the_same_on_every_scale(pairs: list[tuple[int, int]]) -> None:
    steps = [f"importance: {i}, perceived: {p}" for i, p in pairs]
    stretched = [f"importance: {1.5 * i - 0.5}, perceived: {1.5 * p - 0.5}" for i, p in pairs]
    other = analyse(a_map(*stretched, scale="1-7"))
    assert placed(*steps) == [other.cross_hair.quadrant(each) for each in other.ratings]


# --------------------------------------------------------------------------- opportunity score
@pytest.mark.parametrize(
    ("importance", "perceived", "expected"),
    [(10, 2.5, 17.5), (7.5, 7.5, 7.5), (5, 10, 5), (0, 0, 0), (10, 0, 20)],
)
def test_the_score_adds_what_is_unmet_to_what_matters(
    importance: float, perceived: float, expected: float
) -> None:
    assert score(importance, perceived) == expected


def test_the_teams_ratings_have_a_number_and_no_bands() -> None:
    found = one("importance: 5, perceived: 2").opportunity
    assert found == Score(value=17.5, surveyed=False, band=None, over_served=False)
    found = one("importance: 2, perceived: 5").opportunity
    assert found
    assert not found.over_served


@pytest.mark.parametrize(
    ("importance", "perceived", "band"),
    [
        (9, 2.9, Band.EXTREME),
        (9, 3, Band.HIGH),
        (8, 4, Band.HIGH),
        (8, 4.1, Band.CONSIDER),
        (7, 4, Band.CONSIDER),
        (7, 4.1, Band.UNATTRACTIVE),
    ],
)
def test_respondents_ratings_fall_into_bands(
    importance: float, perceived: float, band: Band
) -> None:
    assert scored(importance, perceived, surveyed=True).band is band


def test_what_satisfies_more_than_it_matters_is_over_served() -> None:
    assert scored(6, 6.1, surveyed=True).over_served
    assert not scored(6, 6, surveyed=True).over_served


@pytest.mark.parametrize(
    ("scale", "evidence", "surveyed"),
    [
        ("top-box", "kind: survey, n: 240", True),
        ("top-box", "kind: survey", False),
        ("top-box", "kind: survey, n: 0", False),
        ("top-box", "kind: interview, n: 240", False),
        ("0-10", "kind: survey, n: 240", False),
    ],
)
@pytest.mark.parametrize("where", ["step", "map"])
def test_bands_ask_for_the_top_box_scale_and_a_survey_with_its_n(
    scale: str, evidence: str, surveyed: bool, where: str
) -> None:
    head = f"evidence: [{{id: asked, {evidence}}}]" + ("\nbased_on: asked" * (where == "map"))
    step = "importance: 9, perceived: 2" + (", evidence: asked" * (where == "step"))
    found = one(step, scale=scale, head=head)
    assert found.surveyed is surveyed
    assert found.opportunity
    assert (found.opportunity.band is Band.EXTREME) is surveyed


@given(st.floats(0, 10), st.floats(0, 10))
def test_a_score_lies_between_0_and_20_and_falls_with_satisfaction(i: float, s: float) -> None:
    assert 0 <= score(i, s) <= 20
    assert score(i, s) >= score(i, min(s + 1, 10))


# ---------------------------------------------------------------------------- moment of truth
def test_the_moment_of_truth_falls_furthest_short_of_what_matters() -> None:
    found = analyse(
        a_map(
            "importance: 4, perceived: 3",
            "importance: 5, perceived: 2",
            "importance: 4, perceived: 1",
            "importance: 5",
        )
    ).moment_of_truth
    assert found
    assert (found.step.label, found.distance) == ("Step 2", 7.5)


def test_a_step_that_falls_hardly_short_may_be_it() -> None:
    found = analyse(a_map("importance: 3, perceived: 2.9")).moment_of_truth
    assert found
    assert found.distance == pytest.approx(0.25)


def test_a_map_that_falls_short_nowhere_has_no_moment_of_truth() -> None:
    assert moment_of_truth(()) is None
    assert analyse(a_map("importance: 3, perceived: 3", "perceived: 1")).moment_of_truth is None


# ------------------------------------------------------------------------------ several people
PEOPLE = """
title: Clinic
personas: [PERSONAS]
persona: ann
stakeholders: [STAKEHOLDERS]
evidence: [{id: guess, kind: assumption}, {id: talk, kind: interview}]
steps:
  - {action: Calls, with: son, importance: {son: 5, ann: 3}, perceived: {son: 1}, evidence: guess}
  - {action: Waits, expected: 4, perceived: {gp: 2, Ann: 2}, evidence: talk}
"""


def people(personas: list[str], stakeholders: list[str]) -> str:
    text = PEOPLE.replace("PERSONAS", ", ".join(personas))
    return text.replace("STAKEHOLDERS", ", ".join(stakeholders))


PERSONAS = ["{id: ann, name: Ann}", "{id: ben, name: Ben}"]
STAKEHOLDERS = ["{id: son, name: Her son}", "{id: gp, name: GP}", "{id: payer, name: Payer}"]


def test_everybody_has_ratings_of_their_own() -> None:
    found = analyse(people(PERSONAS, STAKEHOLDERS))
    assert [(r.importance, r.gap) for r in found.ratings] == [(5, None), (None, -5)]
    son = ratings(found.journey_map, "Her son")
    assert [(r.person, r.distance) for r in son] == [("son", 10), ("son", None)]
    assert raters(found.journey_map) == ("ann", "son", "gp")
    assert [r.assumed for r in found.ratings] == [True, False]


@given(st.permutations(PERSONAS), st.permutations(STAKEHOLDERS))
def test_the_order_of_definitions_changes_nothing(
    personas: list[str], stakeholders: list[str]
) -> None:
    def figures(text: str) -> list[tuple[object, ...]]:
        journey_map = analyse(text).journey_map
        return [
            (each.person, each.step.id, each.importance, each.gap, each.opportunity)
            for who in raters(journey_map)
            for each in ratings(journey_map, who)
        ]

    assert figures(people(personas, stakeholders)) == figures(people(PERSONAS, STAKEHOLDERS))
