"""The matrix, the ring, the ladder and the people: what stands where."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.views.layout_checker import problems

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.quadrants import CrossHairs
from journeymap.model.between import Handoff, Way
from journeymap.model.feelings import Feeling
from journeymap.model.frameworks import CUSTOMER_LIFECYCLE
from journeymap.model.journey import Journey, RatingScale, Scales, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, OpportunityStatus
from journeymap.model.people import Persona, PersonKind, Stakeholder
from journeymap.model.step import Engagement, Expectation, Moment, Rated, Step
from journeymap.views.cycle import content as cycle
from journeymap.views.errors import NothingToShowError
from journeymap.views.kit.scene import Marker, Scene, Shape
from journeymap.views.ladder import page as ladder
from journeymap.views.matrix import content as matrix
from journeymap.views.matrix.page import build as build_matrix
from journeymap.views.matrix.stacks import SIZE, stacked
from journeymap.views.names import By
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.lanes import Lane
from journeymap.views.stakeholders import page as stakeholders


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
        "concentrate here", "keep up", "low priority", "possible overkill", "",
    ]  # fmt: skip
    assert chart.name == "importance and perception, in the team's judgement"
    assert chart.meeting == "quadrants meet at the mean: importance 5 (middle), perceived 5.5"


def test_the_quadrants_meet_at_the_mean_or_on_request_at_the_middle() -> None:
    analysis = of(Stage(name="All", steps=(rated(9, 8), rated(9, 9), rated(6, 7))), scales=TO_TEN)
    assert quarters(matrix.ratings(analysis)) == ["keep up", "keep up", "low priority"]
    chart = matrix.ratings(analysis, kind=CrossHairs.MIDDLE)
    assert quarters(chart) == ["keep up"] * 3
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
    assert quarters(chart) == ["concentrate here", "low priority", "concentrate here"]
    assert [dot.short for dot in chart.dots] == [True, False, False]
    (scene,) = build_matrix(analysis, ViewOptions())
    squares = [m for m in markers(scene) if m.shape is Shape.SQUARE]
    assert [mark.size for mark in squares] == [SIZE - 2, SIZE - 2, 11]
    assert any(text.text.startswith("below expected") for text in scene.texts())
    assert "9 and 8: concentrate here, below expected." in scene.description


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


def test_dots_in_one_place_stand_beside_one_another_around_it() -> None:
    steps = tuple(rated(9, 2) for _ in range(12))
    (scene,) = build_matrix(of(Stage(name="All", steps=steps), scales=TO_TEN), ViewOptions())
    assert problems(scene) == []
    dots = [
        (mark.x, mark.y)
        for mark in markers(scene)
        if mark.shape is Shape.CIRCLE and mark.size == SIZE
    ]
    assert len(dots) == len(set(dots)) == 24
    assert "side by side: the same values" in [text.text for text in scene.texts()]


PLACES = st.tuples(st.integers(0, 10), st.integers(0, 10))
ROOM = (0.0, 0.0, 480.0, 380.0)


@given(st.lists(PLACES, min_size=1, max_size=45))
@example([(0, 0)] * 45)
@example([(5, y) for y in range(11) for _ in range(4)])
def test_a_dot_stands_at_its_value_or_a_line_leads_from_there(
    values: list[tuple[int, int]],
) -> None:
    valued = [
        (
            matrix.Dot(key=str(n), number=n, text="", x=x / 10, y=y / 10, quarter=0),
            (26 + x * 42.8, 26 + y * 32.8),
        )
        for n, (x, y) in enumerate(values)
    ]
    stacks = stacked((dot, at, ROOM) for dot, at in valued)
    at = dict(place for stack in stacks for place in stack.places())
    assert at.keys() == {dot for dot, _ in valued}
    assert len(stacks) == len(set(values))
    assert all(
        hypot(one[0] - other[0], one[1] - other[1]) >= SIZE
        for one, other in combinations(at.values(), 2)
    )
    assert all(
        x - SIZE / 2 >= 0 and x + SIZE / 2 <= ROOM[2] and 0 <= y - SIZE / 2 <= ROOM[3] - SIZE
        for x, y in at.values()
    )
    values_of = dict(valued)
    for stack in stacks:
        assert all(values_of[dot] == pytest.approx(stack.value) for dot in stack.dots)
        near = min(hypot(x - stack.value[0], y - stack.value[1]) for _, (x, y) in stack.places())
        assert stack.aside or near <= 1.5 * SIZE


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
        ["concentrate here"], ["keep up"],
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
    assert "the line leads from its values" in [text.text for text in scene.texts()]
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
    assert "keep up (continued)" in told[0]
    aside = "the line leads from its values"
    assert [aside in each for each in told] == [True, False]


def ring_of(*stages: Stage, **fields: object) -> Analysis:
    return of(*stages, framework="customer-lifecycle", **fields)


def test_the_ring_shows_stages_of_the_framework_that_the_map_leaves_out() -> None:
    need, last = CUSTOMER_LIFECYCLE.stages[0], CUSTOMER_LIFECYCLE.stages[-1]
    back = Step(action="Tells others", next=(Way(to="needs-one"),))
    analysis = ring_of(
        Stage(name=need.label("en"), steps=(Step(id="needs-one", action="Needs one"),)),
        Stage(name=last.label("en"), steps=(back,)),
    )
    found = cycle.read(analysis)
    assert [arc.covered for arc in found.arcs] == [True, *[False] * 5, True]
    assert found.closed == "the ring closes"
    assert not cycle.read(ring_of(Stage(name="A", steps=(Step(action="B"),)))).closed


def felt(value: float, word: str) -> Step:
    feeling = Feeling(value=value, written=word)
    return Step(action=f"Is {word}", emotion={"": feeling})


def test_a_stage_of_the_ring_tells_from_the_lowest_to_the_highest_feeling() -> None:
    steps = (felt(1, "glad"), felt(-2, "lost"), Step(action="Waits"))
    arc = next(
        arc for arc in cycle.read(ring_of(Stage(name="Use", steps=steps))).arcs if arc.ranges
    )
    (told,) = arc.ranges
    assert (told.low, told.high, told.mean, told.words) == (-2, 1, -0.5, "lost … glad")
    assert told.hollow, "no evidence backs it"


def test_each_of_two_personas_has_a_range_of_her_own() -> None:
    step = Step(action="Pays", emotion={
        "ann": Feeling(value=-1, written="cross"),
        "bea": Feeling(value=1, written="fine"),
    })  # fmt: skip
    people = (Persona(id="ann", name="Ann"), Persona(id="bea", name="Bea"))
    analysis = ring_of(Stage(name="Use", steps=(step,)), personas=people, persona=("ann", "bea"))
    arc = next(arc for arc in cycle.read(analysis).arcs if arc.ranges)
    assert [(told.who, told.words) for told in arc.ranges] == [("Ann", "cross"), ("Bea", "fine")]


def test_what_is_no_cycle_has_no_ring() -> None:
    analysis = of(Stage(name="A", steps=(Step(action="B"),)), framework="care-pathway")
    with pytest.raises(NothingToShowError, match="framework: customer-lifecycle"):
        cycle.read(analysis)


def climbs(*levels: Engagement) -> tuple[Step, ...]:
    return tuple(Step(action=level.value, engagement=level) for level in levels)


def test_the_ladder_has_a_stair_a_level_and_says_where_trust_turns() -> None:
    steps = climbs(Engagement.COMMUNICATE, Engagement.INTERACT, Engagement.ENGAGE)
    turning = steps[2].model_copy(update={"moment": (Moment.TRUST_INFLECTION,)})
    early = steps[1].model_copy(update={"reward": True})
    analysis = of(Stage(name="All", steps=(steps[0], early, turning)))
    assert analysis.trust
    stairs = ladder.read(analysis, analysis.trust)
    assert [len(stair.items) for stair in stairs] == [1, 1, 1, 0, 0]
    assert stairs[1].items[0].doubts == ("reward before trust",)
    assert (stairs[2].items[0].notes, stairs[2].items[0].flag) == (("trust turns here",), True)


def test_without_levels_there_is_no_ladder() -> None:
    with pytest.raises(NothingToShowError, match="engagement"):
        ladder.build(of(Stage(name="All", steps=(Step(action="A"),))), ViewOptions())


def test_people_have_a_row_each_with_what_they_do_need_hand_over_and_feel() -> None:
    step = Step(
        action="Is seen",
        actor="gp",
        channel=("in person",),
        need={"": "Be heard", "gp": "Facts"},
        emotion={"": Feeling(value=-1, written="-1"), "gp": Feeling(value=1, written="calm")},
        gives=("medication list",),
        frontstage=("Listens",),
        backstage=("Writes it up",),
        handoff=(Handoff(to="clerk", needs=("letter", "stamp"), carries=("letter",)),),
    )
    after = Step(action="Is sent on", actor="clerk")
    people = tuple(
        Stakeholder(id=who, name=who.upper(), kind=PersonKind.CLINICIAN) for who in ("gp", "clerk")
    )
    analysis = of(
        Stage(name="All", steps=(step, after)),
        personas=(Persona(name="Ana"),),
        stakeholders=people,
    )
    found = stakeholders.sheet(analysis)
    first, second = found.columns
    rows = {found.names[row]: first.cells.get(row) for row in found.lanes}
    assert list(rows.items())[-1] == ("Backstage", ("Writes it up",)), "nobody says whose"
    assert rows["Ana"] == ("Be heard", "→ GP: medication list", "")
    assert rows["GP"] == (
        "Listens", "Facts", "→ CLERK: letter", "calm",
    )  # fmt: skip
    assert rows["Channel"] == ("in person",), "once, and not again in each cell"
    assert first.between[0].text == "GP → CLERK without stamp"
    assert found.names[Lane.EMOTION] == "Hand-offs"
    assert second.silent == {found.lanes[-4], (clerk := found.lanes[-2])}
    assert not second.cells[clerk], "no word that nobody wrote"


def test_what_the_service_does_is_nobodys_where_two_of_its_people_are_there() -> None:
    step = Step.model_validate(
        {"action": "Is seen", "actor": "gp", "with": ("nurse",), "frontstage": ("Takes blood",)}
    )
    people = tuple(
        Stakeholder(id=who, name=who, kind=PersonKind.CLINICIAN) for who in ("gp", "nurse")
    )
    found = stakeholders.sheet(of(Stage(name="All", steps=(step,)), stakeholders=people))
    (column,) = found.columns
    assert {row: column.cells.get(row, ()) for row in found.lanes[1:]} == {
        "person-1": (), "person-2": (), "person-3": (),
    }  # fmt: skip


def test_steps_of_a_page_fill_its_width_also_where_others_have_more_of_them() -> None:
    groups = [
        Stage(name=name, steps=tuple(
            Step(action=f"Does {i}", actor=f"{name}{i}", need={"": "Words " * 20})
            for i in range(count)
        ))
        for name, count in (("A", 3), ("B", 9))
    ]  # fmt: skip
    first, *others = stakeholders.build(of(*groups), ViewOptions())
    assert others
    assert "B8" not in [text.text for text in first.texts()], "no row for who is not there"
    assert max(box.right for box in first.boxes) > 0.95 * (first.width - 32)
