"""Maps and what somebody may make of them, for properties of comparisons."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from tests.views.maps import feelings, journeys, phrase

from journeymap.model.between import Handoff, Leak, Wait, Way
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, OpportunityStatus, Pain
from journeymap.model.people import Persona, Stakeholder
from journeymap.model.step import Rated, Step
from journeymap.model.times import time_of
from journeymap.model.vocabulary import Channel, Metric, Reading

IDS = st.none() | st.sampled_from(["calls", "pays", "comes", "waits", "asks", "leaves", "rings"])
NAMES = st.sampled_from(["Calls", "Calls her", "Pays", "Pays at once", "Comes", "Waits", "🙂", "!"])
PEOPLE = st.sampled_from(["gp", "son", "GP", "nobody"])


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """A step with few words, so that two of them often share some."""
    return Step(
        id=draw(IDS),
        action=draw(NAMES),
        emotion=draw(feelings()),
        channel=draw(st.lists(st.sampled_from(["phone", "Phone", "app"]), max_size=2).map(tuple)),
        gains=draw(st.lists(NAMES, max_size=2).map(tuple)),
        perceived=draw(st.dictionaries(st.sampled_from(["", "son"]), st.builds(
            Rated, rating=st.integers(1, 5).map(float)), max_size=2)),
        wait=draw(st.none() | st.sampled_from(["1 day", "2-3 weeks"]).map(
            lambda text: Wait(time=time_of(text)))),
        pains=draw(st.lists(st.builds(Pain, id=IDS, text=NAMES), max_size=2).map(tuple)),
        opportunities=draw(st.lists(st.builds(
            Opportunity, text=NAMES, status=st.sampled_from(OpportunityStatus),
            solves=st.lists(NAMES, max_size=1).map(tuple)), max_size=2).map(tuple)),
        handoff=draw(st.lists(st.builds(Handoff, to=PEOPLE), max_size=2).map(tuple)),
        leaks=draw(st.lists(st.builds(
            Leak, to=st.none() | NAMES, share=st.sampled_from([None, 0.1, 0.2])),
            max_size=2).map(tuple)),
        next=draw(st.lists(st.builds(Way, to=NAMES), max_size=2).map(tuple)),
        metrics=draw(st.lists(st.builds(
            Reading, metric=st.sampled_from(["nps", "wait"]), value=st.sampled_from([None, 1.0])
        ), max_size=2).map(tuple)),
    )  # fmt: skip


@st.composite
def maps(draw: st.DrawFn) -> JourneyMap:
    """A small map whose steps, stages and definitions may share ids and names with another's."""
    stages = draw(
        st.lists(
            st.builds(
                Stage,
                id=st.none() | st.sampled_from(["before", "after"]),
                name=st.none() | st.sampled_from(["Before", "During", "After"]),
                steps=st.lists(steps(), max_size=4).map(tuple),
            ),
            max_size=3,
        )
    )
    people = st.sampled_from(["gp", "son", None])
    return JourneyMap(
        journey=Journey(
            title=draw(NAMES),
            persona=("ann",),
            stages=tuple(stages),
            steps=draw(st.lists(steps(), max_size=2).map(tuple)) if not stages else (),
            personas=(Persona(id="ann", name=draw(NAMES)),),
            stakeholders=draw(
                st.lists(st.builds(Stakeholder, id=people, name=NAMES), max_size=2).map(tuple)
            ),
            channels=draw(st.lists(st.builds(Channel, name=NAMES), max_size=2).map(tuple)),
            metrics=(Metric(id="nps", name="NPS"), Metric(name=draw(phrase(2)))),
        ),
        libraries={},
    )


def edited(draw: st.DrawFn, whole: JourneyMap) -> JourneyMap:
    """A map after an hour of work: steps reordered, reworded, dropped, added, their fields too.

    No strategy of its own: its repr would hold the whole map.
    """
    update: dict[str, Any] = {}
    stages = []
    for stage in whole.journey.stages:
        kept = [step for step in stage.steps if draw(st.integers(0, 5))]
        kept = [
            step.model_copy(update={"action": draw(NAMES)}) if not draw(st.integers(0, 5)) else step
            for step in kept
        ]
        kept += draw(st.lists(steps(), max_size=1))
        stages.append(stage.model_copy(update={"steps": tuple(draw(st.permutations(kept)))}))
    update["stages"] = tuple(draw(st.permutations(stages)))
    return replace(whole, journey=whole.journey.model_copy(update=update))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[JourneyMap, JourneyMap]:
    """Two maps: with much, with little, or with nothing in common."""
    first = draw(maps() | journeys(most=12))
    return first, edited(draw, first) if draw(st.booleans()) else draw(maps())
