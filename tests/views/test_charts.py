"""The matrix, the ring, the ladder and the people: what stands where."""

import pytest
from tests.views.layout_checker import problems

from journeymap.analysis.analysis import Analysis
from journeymap.model.between import Way
from journeymap.model.fields import Feeling
from journeymap.model.frameworks import CUSTOMER_LIFECYCLE
from journeymap.model.journey import Journey, RatingScale, Scales, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, OpportunityStatus
from journeymap.model.people import Persona, PersonKind, Stakeholder
from journeymap.model.step import Engagement, Moment, Rated, Step
from journeymap.views.cycle import content as cycle
from journeymap.views.errors import NothingToShowError
from journeymap.views.kit.scene import Marker, Shape
from journeymap.views.ladder import page as ladder
from journeymap.views.matrix import content as matrix
from journeymap.views.matrix.page import build as build_matrix
from journeymap.views.matrix.plot import SIZE
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


RATED = of(
    Stage(name="All", steps=(rated(9, 2), rated(9, 9), rated(1, 2), rated(1, 9), rated(None, 9))),
    scales=Scales(rating=RatingScale.ZERO_TO_TEN),
)


def test_steps_stand_in_their_quadrants_and_unrated_ones_in_none() -> None:
    chart = matrix.ratings(RATED)
    found = [quarter.name if (quarter := chart.quarter(dot)) else "" for dot in chart.dots]
    assert found == [
        "concentrate here", "keep up", "low priority", "possible overkill", "",
    ]  # fmt: skip
    assert chart.name == "importance and perception, in the team's judgement"


def test_ideas_that_are_done_or_dropped_are_left_out() -> None:
    ideas = tuple(
        Opportunity(text=status.value, impact=4, effort=2, status=status)
        for status in OpportunityStatus
    )
    chart = matrix.ideas(of(Stage(name="All", steps=(Step(action="A", opportunities=ideas),))))
    assert [dot.text for dot in chart.dots] == ["idea", "testing"]
    assert {quarter.name for dot in chart.dots if (quarter := chart.quarter(dot))} == {"quick wins"}


def test_dots_in_one_place_stand_beside_one_another() -> None:
    steps = tuple(rated(9, 2) for _ in range(12))
    (scene,) = build_matrix(
        of(Stage(name="All", steps=steps), scales=Scales(rating=RatingScale.ZERO_TO_TEN)),
        ViewOptions(),
    )
    assert problems(scene) == []
    dots = [
        (mark.x, mark.y) for mark in scene.marks
        if isinstance(mark, Marker) and mark.shape is Shape.CIRCLE and mark.size == SIZE
    ]  # fmt: skip
    assert len(dots) == len(set(dots)) == 24


def test_the_ring_shows_stages_of_the_framework_that_the_map_leaves_out() -> None:
    need, last = CUSTOMER_LIFECYCLE.stages[0], CUSTOMER_LIFECYCLE.stages[-1]
    back = Step(action="Tells others", next=(Way(to="needs-one"),))
    analysis = of(
        Stage(name=need.label("en"), steps=(Step(id="needs-one", action="Needs one"),)),
        Stage(name=last.label("en"), steps=(back,)),
        framework="customer-lifecycle",
    )
    found = cycle.read(analysis)
    assert [arc.covered for arc in found.arcs] == [True, *[False] * 5, True]
    assert found.closed == "the ring closes"
    assert not cycle.read(of(Stage(name="A", steps=(Step(action="B"),)))).closed


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


def test_people_have_a_row_each_with_need_channel_and_feeling() -> None:
    step = Step(
        action="Is seen",
        actor="gp",
        channel=("in person",),
        need={"": "Be heard", "gp": "Facts"},
        emotion={"": Feeling(value=-1, written="-1"), "gp": Feeling(value=1, written="calm")},
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
    rows = {found.names[row]: found.columns[0].cells.get(row) for row in found.lanes}
    assert rows["Ana"] == ("Be heard", "in person")
    assert rows["GP"] == ("Facts", "in person", "calm")
    assert found.columns[0].between[0].text == "GP → CLERK (not described)"
    assert found.names[Lane.EMOTION] == "Hand-offs"
    assert found.columns[1].cells[found.lanes[-1]] == ("takes part",)
