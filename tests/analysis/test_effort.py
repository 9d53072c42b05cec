"""Effort: what is asked again, channels in vain, waits, and ways back."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.analysis.effort import EffortKind, asked_twice, efforts, known
from journeymap.analysis.transitions import find_ways
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.people import PersonKind, Stakeholder
from journeymap.model.step import Step
from journeymap.model.times import time_of
from journeymap.model.vocabulary import InformationItem

Ways = Sequence[tuple[str, float]]


def step(name: str, ways: Ways = (), **said: object) -> Step:
    following = tuple({"to": to, "share": share} for to, share in ways)
    return Step.model_validate({"action": name, "next": following, **said})


def map_of(*steps: Step) -> JourneyMap:
    return JourneyMap(journey=Journey(title="A map", steps=steps), libraries={})


def again(*steps: Step) -> list[tuple[str, str, str]]:
    """What is asked again: at which step, which item, and where it was asked before."""
    journey_map = map_of(*steps)
    found = asked_twice(journey_map, find_ways(journey_map))
    return [(asked.step.id, asked.item, asked.before.id) for asked in found]


def kinds(*steps: Step) -> list[tuple[EffortKind, ...]]:
    journey_map = map_of(*steps)
    ways = find_ways(journey_map)
    return [each.kinds for each in efforts(ways, asked_twice(journey_map, ways))]


FORK = [("b", 0.5), ("c", 0.5)]


# ------------------------------------------------------------------------------------ asked twice
def test_what_was_given_before_is_asked_again() -> None:
    assert again(step("a", gives=("Age",)), step("b"), step("c", gives=("name", "age"))) == [
        ("c", "age", "a")
    ]


def test_it_says_which_entries_and_matches_names_with_ids() -> None:
    journey = Journey(
        title="A map",
        information=(InformationItem(id="dob", name="Date of birth"),),
        steps=(step("a", gives=("Name", "dob")), step("b", gives=("Date of birth",))),
    )
    journey_map = JourneyMap(journey=journey, libraries={})
    (asked,) = asked_twice(journey_map, find_ways(journey_map))
    assert (asked.item, asked.entry, asked.before_entry) == ("dob", 0, 1)


def test_what_is_confirmed_on_purpose_is_not_asked_again() -> None:
    first = step("a", gives=("age",))
    assert again(first, step("b", gives=("age",), confirms=("Age",))) == []
    assert again(first, step("b", gives=("age",), confirms=("name",))) == [("b", "age", "a")]
    assert again(first, step("b", confirms=("age",))) == []


def test_what_only_some_have_given_is_not_asked_again() -> None:
    steps = (step("a", FORK), step("b", [("d", 1.0)], gives=("age",)), step("c"))
    assert again(*steps, step("d", gives=("age",))) == []


def test_several_steps_may_cover_every_way_together() -> None:
    steps = (step("a", FORK), step("b", [("d", 1.0)], gives=("age",)), step("c", gives=("age",)))
    assert again(*steps, step("d", gives=("age",))) == [("d", "age", "c")]


def test_a_third_time_is_told_with_the_nearest() -> None:
    one = [step(name, gives=("age",)) for name in "abc"]
    assert again(*one) == [("b", "age", "a"), ("c", "age", "b")]


@pytest.mark.parametrize(
    ("who", "named"), [("gp desk lab gp", "b"), ("gp desk lab lab", "c"), ("gp lab  desk", "a")]
)
def test_of_those_who_asked_before_the_same_house_is_named_first(who: str, named: str) -> None:
    people = (
        Stakeholder(id="gp", name="GP", kind=PersonKind.CLINICIAN, part_of="practice"),
        Stakeholder(id="desk", name="Desk", kind=PersonKind.STAFF, part_of="practice"),
        Stakeholder(id="practice", name="Practice", kind=PersonKind.ORGANISATION),
        Stakeholder(id="lab", name="Laboratory", kind=PersonKind.ORGANISATION),
    )
    steps = tuple(
        step(name, gives=("age",), actor=actor or None)
        for name, actor in zip("abcd", who.split(" "), strict=True)
    )
    journey_map = JourneyMap(
        journey=Journey(title="A map", stakeholders=people, steps=steps), libraries={}
    )
    *_, last = asked_twice(journey_map, find_ways(journey_map))
    assert (last.step.id, last.before.id) == ("d", named)


def test_going_round_is_not_asking_twice() -> None:
    assert again(step("a", gives=("age",)), step("b", [("a", 0.5)])) == []
    loop = (step("a"), step("b", gives=("age",)), step("c", [("b", 0.5)], gives=("age",)))
    assert again(*loop) == [("c", "age", "b")]


def test_the_first_is_one_from_which_a_way_leads_here() -> None:
    steps = (
        step("a", [("c", 1.0)], gives=("name",)),
        step("b", gives=("age",)),
        step("c", gives=("age",)),
        step("d", gives=("age",)),
    )
    assert again(*steps) == [("d", "age", "c")]


def test_what_comes_before_by_a_way_back_is_the_nearest_there() -> None:
    steps = (
        step("a", [("c", 1.0)]),
        step("b", gives=("age",)),
        step("c", gives=("age",)),
        step("d", [("b", 0.5)], gives=("age",)),
    )
    assert again(*steps) == [("b", "age", "d"), ("d", "age", "c")]


def test_the_same_item_twice_at_a_step_is_asked_there_once() -> None:
    assert again(step("a", gives=("age", "Age"))) == []


# ------------------------------------------------------------------------------------ other kinds
def test_a_channel_tried_in_vain() -> None:
    assert kinds(step("a", instead_of=("website",)), step("b", channel=("phone",))) == [
        (EffortKind.CHANNEL_IN_VAIN,),
        (),
    ]


@pytest.mark.parametrize(
    ("days", "planned", "expected"),
    [(7, None, False), (7.5, None, True), (8, False, True), (8, True, False)],
)
def test_a_wait_of_more_than_a_week_that_is_not_planned(
    days: float, planned: bool | None, expected: bool
) -> None:
    wait = {"time": time_of(f"{days} d"), "planned": planned}
    assert kinds(step("a", wait=wait)) == [(EffortKind.LONG_WAIT,) if expected else ()]


def test_a_way_back() -> None:
    assert kinds(step("a"), step("b", [("a", 0.1)])) == [(), (EffortKind.WAY_BACK,)]
    assert kinds(step("a", [("a", 0.1)])) == [(EffortKind.WAY_BACK,)]
    assert kinds(step("a"), step("b", [("a", 0.0)])) == [(), ()]
    assert kinds(step("a", [("c", 0.1)]), step("b"), step("c")) == [(), (), ()]
    unknown = Step.model_validate({"action": "b", "next": ({"to": "a"},)})
    assert kinds(step("a"), unknown) == [(), (EffortKind.WAY_BACK,)]


@pytest.mark.parametrize(("planned", "laborious"), [(True, False), (False, True), (None, True)])
def test_a_way_back_to_a_planned_wait_is_no_effort(planned: bool | None, laborious: bool) -> None:
    wait = {"time": time_of("2 d"), "planned": planned}
    back = [("a", 0.1)]
    expected = (EffortKind.WAY_BACK,) if laborious else ()
    assert kinds(step("a", wait=wait), step("b"), step("c", back)) == [(), (), expected]
    assert kinds(step("a", back, wait=wait)) == [expected]
    assert kinds(step("a"), step("b", wait=wait), step("c", back))[2] == (EffortKind.WAY_BACK,)
    assert kinds(step("a"), step("b", back, wait=wait))[1] == (EffortKind.WAY_BACK,)


def test_a_step_may_have_every_kind_of_effort() -> None:
    wait = {"time": time_of("a month")}
    busy = step("b", [("a", 0.1)], gives=("age",), instead_of=("website",), wait=wait)
    assert kinds(step("a", gives=("age",)), busy) == [(), tuple(EffortKind)]
    assert [each.value for each in EffortKind] == [
        *("asked-twice", "channel-in-vain", "long-wait", "way-back"),
    ]


@pytest.mark.parametrize(
    ("share", "why", "pains", "laborious"),
    [
        (0.2, None, ({"text": "P"},), True),  # so many come back, and something hurts
        (0.2, None, (), False),
        (0.2, "a check-up", ({"text": "P"},), False),
        (0.1, None, ({"text": "P"},), False),
        (None, None, ({"text": "P"},), False),
    ],
)
def test_a_way_back_to_a_planned_wait_that_many_take_is_a_failure(
    share: float | None, why: str | None, pains: tuple[object, ...], laborious: bool
) -> None:
    wait = {"time": time_of("2 d"), "planned": True}
    back = {"to": "a", "share": share, "why": why}
    found = kinds(step("a", wait=wait), step("b", next=(back,), pains=pains), step("c"))
    assert found[1] == ((EffortKind.WAY_BACK,) if laborious else ())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, False),
        ({"instead_of": ("website",)}, False),
        ({"gives": ("age",)}, True),
        ({"confirms": ("age",)}, True),
        ({"gets": ("age",)}, True),
        ({"reuses": ("age",)}, True),
        ({"wait": {"time": time_of("1 d")}}, True),
    ],
)
def test_whether_a_map_tells_of_effort(said: Mapping[str, object], expected: bool) -> None:
    assert known(map_of(step("a"), step("b", (), **said))) is expected


# ---------------------------------------------------------------------------- what must hold
@st.composite
def asking(draw: st.DrawFn) -> JourneyMap:
    size = draw(st.integers(2, 6))
    target = st.sampled_from([f"s{i}" for i in range(size)])
    said = st.tuples(
        st.lists(st.tuples(target, st.sampled_from([0.3, 0.5])), max_size=2), st.booleans()
    )
    return map_of(
        *(
            step(f"s{i}", ways, gives=("age",) if gives else ())
            for i, (ways, gives) in enumerate(draw(st.lists(said, min_size=size, max_size=size)))
        )
    )


@given(asking())
def test_it_agrees_with_walking_every_way(journey_map: JourneyMap) -> None:
    ways = find_ways(journey_map)
    gives = [bool(placed_step.step.gives) for placed_step in journey_map.steps]
    fresh = {(0, False)}  # steps that people come to, and whether they gave it before
    while True:
        then = fresh | {
            (to, given or gives[at]) for at, given in fresh for to in ways.successors[at]
        }
        if then == fresh:
            break
        fresh = then
    given_before = {at for at, given in fresh if gives[at] and given}
    some_fresh = {at for at in given_before if came_fresh(at, ways.successors, gives)}
    found = asked_twice(journey_map, ways)
    on_every_way = {asked.step.position for asked in found if not asked.by_most}
    assert on_every_way == given_before - some_fresh
    assert {asked.step.position for asked in found if asked.by_most} <= some_fresh


def test_what_most_have_given_is_asked_again_although_one_way_avoids_it() -> None:
    steps = (
        step("a", [("b", 0.5), ("c", 0.3)]),
        step("b", [("c", 1.0)], gives=("age",)),
        step("c", gives=("age",)),
    )
    journey_map = map_of(*steps)
    (asked,) = asked_twice(journey_map, find_ways(journey_map))
    assert (asked.step.id, asked.before.id, asked.by_most) == ("c", "b", True)


def came_fresh(at: int, successors: Sequence[Sequence[int]], gives: Sequence[bool]) -> bool:
    """Whether a way leads to a step on which nobody has given it yet, that step left aside."""
    seen, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        if here == at:
            return True
        if not gives[here]:
            new = set(successors[here]) - seen
            seen |= new
            waiting += new
    return False
