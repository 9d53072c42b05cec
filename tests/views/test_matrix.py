"""The matrix: what stands in which quadrant, and what its legend says."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.views.layout_checker import problems

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.quadrants import CrossHairs
from journeymap.model.journey import Journey, RatingScale, Scales, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, OpportunityStatus
from journeymap.model.people import Persona
from journeymap.model.step import Expectation, Rated, Step
from journeymap.views.errors import NothingToShowError
from journeymap.views.kit.scene import Marker, Scene, Shape
from journeymap.views.matrix import content as matrix
from journeymap.views.matrix.page import build as build_matrix
from journeymap.views.matrix.stacks import SIZE
from journeymap.views.names import By
from journeymap.views.options import ViewOptions


def of(*stages: Stage, **fields: object) -> Analysis:
    journey = Journey.model_validate({"title": "T", "stages": stages, **fields})
    return Analysis(journey_map=JourneyMap(journey=journey, libraries={}))


def rated(importance: float | None, perceived: float | None) -> Step:
    return Step(
        action=f"{importance} and {perceived}",
        importance={"": Rated(rating=importance)} if importance is not None else {},
        perceived={"": Rated(rating=perceived)} if perceived is not None else {},
    )


TO_TEN = Scales(rating=RatingScale.ZERO_TO_TEN)
RATED = of(
    Stage(name="All", steps=(rated(9, 2), rated(9, 9), rated(1, 2), rated(1, 9), rated(None, 9))),
    scales=TO_TEN,
)


def quarters(chart: matrix.Chart) -> list[str]:
    return [quarter.name if (quarter := chart.quarter(dot)) else "" for dot in chart.dots]


def test_steps_stand_in_their_quadrants_and_unrated_ones_in_none() -> None:
    chart = matrix.ratings(RATED)
    assert quarters(chart) == [
        "matters more · got less", "matters more · got more",
        "matters less · got less", "matters less · got more", "",
    ]  # fmt: skip
    assert chart.name == "importance and perception, in the team's judgement"
    assert chart.meeting == "quadrants relative to the mean: importance 5, perceived 5.5"


def test_the_quadrants_meet_at_the_mean_or_on_request_at_the_middle() -> None:
    analysis = of(Stage(name="All", steps=(rated(9, 8), rated(9, 9), rated(6, 7))), scales=TO_TEN)
    assert quarters(matrix.ratings(analysis)) == [
        "matters more · got more",
        "matters more · got more",
        "matters less · got less",
    ]
    chart = matrix.ratings(analysis, kind=CrossHairs.MIDDLE)
    assert quarters(chart) == ["matters more · got more"] * 3
    assert (chart.up.cross, chart.meeting) == (0.5, "quadrants meet at the middle of the scale")


def test_axes_have_the_scale_of_the_map() -> None:
    seven = of(
        Stage(name="All", steps=(rated(7, 1),)), scales=Scales(rating=RatingScale.ONE_TO_SEVEN)
    )
    chart = matrix.ratings(seven)
    assert [text for text, _ in chart.up.ticks] == ["1", "2", "3", "4", "5", "6", "7"]
    assert dict(chart.across.ticks)["4"] == 0.5
    assert (chart.dots[0].x, chart.dots[0].y) == (0, 1)
    texts = [mark.text for mark in build_matrix(seven, ViewOptions())[0].texts()]
    assert texts.count("7") == 2


def test_what_was_perceived_below_expectation_is_marked_and_listed_as_short_of_it() -> None:
    good = rated(9, 8).model_copy(update={"expected": {"": Expectation(rating=9)}})
    analysis = of(Stage(name="All", steps=(good, rated(1, 2), rated(8, 3))), scales=TO_TEN)
    chart = matrix.ratings(analysis)
    assert quarters(chart) == [
        "matters more · got less",
        "matters less · got less",
        "matters more · got less",
    ]
    assert [dot.short for dot in chart.dots] == [True, False, False]
    (scene,) = build_matrix(analysis, ViewOptions())
    squares = [m for m in markers(scene) if m.shape is Shape.SQUARE]
    assert [mark.size for mark in squares] == [SIZE - 2, SIZE - 2, 11]
    assert any(text.text.startswith("below expected") for text in scene.texts())
    assert "9 and 8: matters more · got less, below expected." in scene.description


@pytest.mark.parametrize(
    ("by", "step"),
    [
        (By.RATINGS, Step(action="A")),
        (By.RATINGS, rated(5, None)),
        (By.RATINGS, rated(None, 5)),
        (By.IDEAS, rated(5, 5)),
        (By.IDEAS, Step(action="A", opportunities=(Opportunity(text="I", impact=4),))),
        (
            By.IDEAS,
            Step(
                action="A",
                opportunities=(
                    Opportunity(text="I", impact=4, effort=1, status=OpportunityStatus.LIVE),
                ),
            ),
        ),
    ],
)
def test_a_map_without_figures_for_both_axes_has_no_matrix(by: By, step: Step) -> None:
    with pytest.raises(NothingToShowError, match="write `im"):
        build_matrix(of(Stage(name="All", steps=(step,)), scales=TO_TEN), ViewOptions(by=by))


def test_ideas_that_are_done_or_dropped_are_left_out() -> None:
    ideas = tuple(
        Opportunity(text=status.value, impact=4, effort=2, status=status)
        for status in OpportunityStatus
    )
    chart = matrix.ideas(of(Stage(name="All", steps=(Step(action="A", opportunities=ideas),))))
    assert [dot.text for dot in chart.dots] == ["idea", "testing"]
    assert chart.left_out == "not shown: 1 already live, 1 dropped"
    assert {quarter.name for dot in chart.dots if (quarter := chart.quarter(dot))} == {"quick wins"}


def markers(scene: Scene) -> list[Marker]:
    return [mark for mark in scene.marks if isinstance(mark, Marker)]


def test_dots_of_one_value_stand_beside_its_point() -> None:
    steps = tuple(rated(9, 2) for _ in range(12))
    (scene,) = build_matrix(of(Stage(name="All", steps=steps), scales=TO_TEN), ViewOptions())
    assert problems(scene) == []
    dots = [
        (mark.x, mark.y)
        for mark in markers(scene)
        if mark.shape is Shape.CIRCLE and mark.size == SIZE
    ]
    assert len(dots) == len(set(dots)) == 24
    assert "the point marks the values" in [text.text for text in scene.texts()]


SCORES = st.integers(0, 10)


@given(st.lists(st.tuples(SCORES, SCORES, SCORES), min_size=3, max_size=30))
@example([(9, 4, 4)] * 4 + [(4, 8, 8)])  # four on the mean of importance, nearly
@example([(10, 10, 10)] * 29 + [(9, 9, 9)])
@example([(8, 7, 9), (8, 7, 7), (3, 2, 2)])  # one of two with the same ratings falls short
def test_every_dot_stands_in_the_quadrant_that_it_counts_to(
    scores: list[tuple[int, int, int]],
) -> None:
    steps = tuple(
        rated(importance, perceived).model_copy(update={"expected": {"": Rated(rating=expected)}})
        for importance, perceived, expected in scores
    )
    analysis = of(Stage(name="All", steps=steps), scales=TO_TEN)
    quarters = {str(dot.number): dot.quarter for dot in matrix.ratings(analysis).dots}
    seen = set()
    for scene in build_matrix(analysis, ViewOptions()):
        boxes = {box.key: box for box in scene.boxes}
        plot = boxes["quadrant-4"].right
        on_plot = [text for text in scene.texts() if text.text.isdigit() and text.bold]
        for text in (each for each in on_plot if each.x < plot):
            box = boxes[f"quadrant-{(quarters[text.text] or 0) + 1}"]
            if box.x < text.x < box.right and box.y < text.baseline < box.bottom:
                seen.add(text.text)
    assert seen == quarters.keys()


def test_each_of_several_personas_has_a_page_of_her_own() -> None:
    step = rated(5, 2)
    both = step.model_copy(
        update={
            "importance": {"": Rated(rating=5)},
            "perceived": {"dan": Rated(rating=1), "ruth": Rated(rating=9)},
        }
    )
    people = (Persona(id="dan", name="Dan, 40"), Persona(id="ruth", name="Ruth, 70"))
    analysis = of(
        Stage(name="All", steps=(both,)), personas=people, persona=("dan", "ruth"), scales=TO_TEN
    )
    assert [quarters(matrix.ratings(analysis, who)) for who in matrix.rated_by(analysis)] == [
        ["matters more · got less"], ["matters more · got more"],
    ]  # fmt: skip
    pages = build_matrix(analysis, ViewOptions())
    assert [problems(page) for page in pages] == [[], []]
    assert [
        [
            text.text.removeprefix("T · ").partition(":")[0]
            for text in page.texts()
            if "perception" in text.text
        ]
        for page in pages
    ] == [["Dan"], ["Ruth"]]


def falling_short() -> Step:
    """A step that counts to those to concentrate on, though its values lie in another quadrant."""
    return rated(9, 9).model_copy(update={"expected": {"": Rated(rating=10)}})


def test_a_line_leads_from_its_values_to_a_dot_that_counts_to_another_quadrant() -> None:
    steps = (*(rated(9, 9) for _ in range(26)), falling_short(), rated(8, 2))
    (scene,) = build_matrix(of(Stage(name="All", steps=steps), scales=TO_TEN), ViewOptions())
    assert "the point marks the values" in [text.text for text in scene.texts()]
    assert sum(mark.size == 4 for mark in markers(scene)) == 2  # in the picture and its legend


def test_pages_of_a_long_list_are_filled_and_each_legend_tells_of_its_own_page() -> None:
    steps = (
        *(rated(9, 9) for _ in range(39)),
        falling_short(),
        *(rated(7 + n % 2, 3 + n) for n in range(4)),
    )
    first, second = build_matrix(of(Stage(name="All", steps=steps), scales=TO_TEN), ViewOptions())
    told = [{text.text for text in scene.texts()} for scene in (first, second)]
    assert problems(first) + problems(second) == []
    assert "matters more · got more (continued)" in told[0]
    assert [any(each.startswith("below expected") for each in page) for page in told] == [
        True,
        False,
    ]
