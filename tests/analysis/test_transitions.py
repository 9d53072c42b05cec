"""The ways through a map: where shares go, and what follows from where ways lead."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.stated_shares import leaving_at
from journeymap.analysis.transitions import (
    Transitions,
    Ways,
    before_on_every_way,
    endless_loops,
    find_ways,
    order_of,
    reachable,
)
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step

Share = float | None
Said = tuple[list[tuple[str, Share]], list[Share]]
"""What a step says: its ways with their shares, and the shares of its leaks."""


def step(name: str, ways: list[tuple[str, Share]], leaks: list[Share]) -> Step:
    return Step.model_validate(
        {
            "action": name,
            "next": tuple(way(to, share) for to, share in ways),
            "leaks": tuple({"share": share} for share in leaks),
        }
    )


def way(said: str, share: Share) -> dict[str, object]:
    """A way to a step, or to an end that counts as something: `end:lost`."""
    to, _, counts = said.partition(":")
    return {"to": to, "share": share, "counts": counts or None}


def map_of(*said: Said) -> JourneyMap:
    """A map of steps called s0, s1 …"""
    steps = tuple(step(f"s{i}", *each) for i, each in enumerate(said))
    return JourneyMap(journey=Journey(title="A map", steps=steps), libraries={})


def plain(size: int) -> list[Said]:
    return [([], []) for _ in range(size)]


def shares(exits: Transitions) -> dict[int | None, Share]:
    return {way.target: way.share for way in exits.ways}


def first(ways: list[tuple[str, Share]], leaks: list[Share], size: int = 4) -> Transitions:
    """The exits of the first step of a map."""
    return find_ways(map_of((ways, leaks), *plain(size - 1))).exits[0]


SHARES = st.one_of(st.none(), st.floats(0, 1), st.sampled_from([0.0, 0.33, 0.5, 0.99, 1.0]))


@st.composite
def maps(draw: st.DrawFn, most: int = 6) -> JourneyMap:
    size = draw(st.integers(1, most))
    target = st.sampled_from(
        [*(f"s{i}" for i in range(size)), "end", "end:lost", "end:neither", "nowhere", ""]
    )
    said = st.tuples(st.lists(st.tuples(target, SHARES), max_size=3), st.lists(SHARES, max_size=2))
    return map_of(*draw(st.lists(said, min_size=size, max_size=size)))


# ------------------------------------------------------------------------------ shares of a step
def test_everybody_goes_on_to_the_following_step_and_from_the_last_one_to_the_end() -> None:
    found = find_ways(map_of(*plain(2)))
    assert [shares(exits) for exits in found.exits] == [{1: 1.0}, {None: 1.0}]
    assert [exits.ways[0].completes for exits in found.exits] == [False, True]
    assert not found.has_shares


def test_the_following_step_gets_what_leaks_and_ways_leave_over() -> None:
    found = first([("s2", 0.25), ("s0", 0.125)], [0.125])
    assert shares(found) == {2: 0.25, 0: 0.125, 1: 0.5}
    assert found.leaks == (0.125,)
    assert found.unexplained == 0


def test_ways_forward_without_a_share_get_the_rest_in_equal_parts() -> None:
    assert shares(first([("s2", None), ("end", None), ("s3", 0.5)], [])) == {
        2: 0.25,
        None: 0.25,
        3: 0.5,
    }
    assert shares(first([("s1", None), ("s2", 0.25)], [])) == {1: 0.75, 2: 0.25}


def test_a_way_back_and_a_leak_without_a_share_take_nothing() -> None:
    found = first([("s0", None)], [None])
    assert shares(found) == {0: None, 1: 1.0}
    assert found.leaks == (None,)
    assert found.may_finish


def test_what_nothing_can_take_is_unexplained() -> None:
    found = first([("s1", 0.5), ("s2", 0.25)], [0.125])
    assert found.unexplained == 0.125
    assert shares(found) == {1: 0.5, 2: 0.25}


def test_the_follower_of_the_last_step_is_the_end() -> None:
    found = find_ways(map_of(([], []), ([("end", 0.5)], [0.25]))).exits[1]
    assert found.unexplained == 0.25
    assert find_ways(map_of(([("s0", 0.25)], []))).exits[0].ways[1].share == 0.75


@pytest.mark.parametrize(
    ("share", "unexplained"), [(0.985, 0), (0.9849, 0.0151), (0.33 * 3, 0), (1.000001, 0)]
)
def test_rounding_is_forgiven(share: float, unexplained: float) -> None:
    found = first([("s1", share / 3), ("s2", share / 3)], [share / 3])
    assert not found.is_over
    assert found.unexplained == pytest.approx(unexplained, abs=1e-12)
    part = (1 - unexplained) / 3
    assert shares(found) == pytest.approx({1: part, 2: part}, abs=1e-12)
    assert list(found.leaks) == pytest.approx([part], abs=1e-12)


def test_what_is_short_by_rounding_goes_to_a_way_that_takes_the_rest() -> None:
    assert shares(first([("s2", 0.99)], [])) == pytest.approx({2: 0.99, 1: 0.01})


def test_a_rest_that_only_arithmetic_leaves_is_none() -> None:
    found = first([("s2", 0.1), ("s3", 0.2)], [0.7 - 1e-9])
    assert shares(found) == pytest.approx({2: 0.1, 3: 0.2})


def test_over_one_shares_are_scaled_and_nothing_is_known_of_the_others() -> None:
    found = first([("s2", 1.0), ("s3", None)], [0.6])
    assert found.is_over
    assert shares(found) == {2: 0.625, 3: None}
    assert found.leaks == (0.375,)
    assert shares(first([("s2", 1.0)], [0.6])) == {2: 0.625, 1: None}
    assert not first([("s2", 1.0)], [0.000001]).is_over
    assert first([("s2", 1.0)], [0.0000011]).is_over


def test_a_way_to_nowhere_is_ignored_and_its_share_goes_to_nobody_else() -> None:
    found = first([("nowhere", 0.25), ("", None)], [])
    assert shares(found) == {1: 0.75}
    assert found.unexplained == 0.25
    assert found.dangling


def test_a_step_called_end_is_not_meant_by_end() -> None:
    steps = (Step(action="A", next=step("", [("end", None)], []).next), Step(action="End"))
    found = find_ways(JourneyMap(journey=Journey(title="A map", steps=steps), libraries={}))
    assert shares(found.exits[0]) == {None: 1.0}


@given(maps())
def test_nobody_is_lost_and_nobody_is_counted_twice(journey_map: JourneyMap) -> None:
    by_step = find_ways(journey_map).exits
    assert by_step
    for exits in by_step:
        known = [*(way.share for way in exits.ways), *exits.leaks, exits.unexplained]
        if not exits.is_over:
            assert sum(share or 0 for share in known) == pytest.approx(1, abs=1e-9)
        assert all(share is None or 0 <= share <= 1 + 1e-12 for share in known)
        forward = [way for way in exits.ways if not way.back]
        assert exits.is_over or None not in {way.share for way in forward}


@given(maps())
def test_a_way_tells_which_entry_it_is(journey_map: JourneyMap) -> None:
    ways = [(exits.step, way) for exits in find_ways(journey_map).exits for way in exits.ways]
    assert all(
        way.target in {placed_step.position + 1, None}
        for placed_step, way in ways
        if way.entry is None
    )
    entries = [
        (placed_step.step.next[way.entry], way)
        for placed_step, way in ways
        if way.entry is not None
    ]
    targets = ["end" if way.target is None else f"s{way.target}" for _, way in entries]
    assert [entry.to for entry, _ in entries] == targets
    assert all((entry.share is None) >= (way.share is None) for entry, way in entries)


# --------------------------------------------------------------------------------------- renewal
def cycle(framework: str | None, *stages: tuple[str, Step]) -> JourneyMap:
    named = tuple(Stage(name=name, steps=(one,)) for name, one in stages)
    journey = Journey(title="A map", framework=framework, stages=named)
    return JourneyMap(journey=journey, libraries={})


def test_in_a_cycle_a_way_from_the_last_stage_to_the_first_completes() -> None:
    stages = [("Need", step("a", [], [])), ("Use", step("b", [("a", 0.5)], []))]
    last = ("Recommendation", step("c", [("a", 0.5), ("b", 0.25)], []))
    found = find_ways(cycle("customer-lifecycle", *stages, last))
    assert [way.renewed for way in found.exits[1].ways] == [False, False]
    assert [way.completes for way in found.exits[2].ways] == [True, False, True]
    found = find_ways(cycle(None, *stages, last))
    assert [way.completes for way in found.exits[2].ways] == [False, False, True]
    found = find_ways(cycle("care-pathway", *stages, last))
    assert not any(way.renewed for exits in found.exits for way in exits.ways)


def test_the_last_stage_of_the_framework_counts_where_the_map_goes_on() -> None:
    stages = [
        ("Before", step("x", [], [])),
        ("Need", step("a", [], [])),
        ("Recommendation", step("c", [("a", 0.5), ("x", 0.25)], [])),
        ("Later", step("d", [("x", 0.5)], [])),
    ]
    found = find_ways(cycle("customer-lifecycle", *stages))
    assert [way.renewed for way in found.exits[2].ways] == [True, True, False]
    assert [way.renewed for way in found.exits[3].ways] == [True, False]


def test_within_one_stage_nothing_is_renewed() -> None:
    steps = (step("a", [], []), step("b", [("a", 0.5)], []))
    journey = Journey(
        title="A map", framework="customer-lifecycle", stages=(Stage(name="Need", steps=steps),)
    )
    found = find_ways(JourneyMap(journey=journey, libraries={}))
    assert not found.exits[1].ways[0].renewed


# ---------------------------------------------------------------------- what follows from the ways
def walks(ways: Ways, target: int) -> Iterator[tuple[int, ...]]:
    """Every way from the first step to another one that passes no step twice."""
    waiting: list[tuple[int, ...]] = [(0,)]
    while waiting:
        walk = waiting.pop()
        if walk[-1] == target:
            yield walk[:-1]
            continue
        following = {
            way.target
            for way in ways.exits[walk[-1]].ways
            if way.share != 0 and way.target is not None
        }
        waiting += [(*walk, after) for after in following if after not in walk]


@given(maps())
def test_reachable_is_what_a_walk_leads_to(journey_map: JourneyMap) -> None:
    ways = find_ways(journey_map)
    expected = {target for target in range(len(ways.exits)) if list(walks(ways, target))}
    assert reachable(ways) == expected


@given(maps(), st.sets(st.integers(0, 5), max_size=3))
def test_before_on_every_way_is_before_on_each(journey_map: JourneyMap, some: set[int]) -> None:
    ways = find_ways(journey_map)
    steps = {position for position in some if position < len(ways.exits)}
    expected = set()
    for target in reachable(ways):
        passed = list(walks(ways, target))
        if all(steps & set(walk) for walk in passed):
            expected.add(target)
    assert before_on_every_way(ways, steps) == expected


@given(maps())
def test_an_endless_loop_is_where_no_walk_finishes(journey_map: JourneyMap) -> None:
    ways = find_ways(journey_map)
    size = range(len(ways.exits))
    on = [[here == there or there in ways.successors[here] for there in size] for here in size]
    for middle, here, there in product(size, repeat=3):
        on[here][there] |= on[here][middle] and on[middle][there]
    stuck = {
        here
        for here in size
        if not any(on[here][there] and ways.exits[there].may_finish for there in size)
    }
    loops = endless_loops(ways)
    assert {step for loop in loops for step in loop} <= stuck
    for here in stuck:
        reached = {there for there in size if on[here][there]}
        assert any(set(loop) <= reached for loop in loops)
    for loop in loops:
        assert all({there for there in size if on[here][there]} == set(loop) for here in loop)
    assert [loop[0] for loop in loops] == sorted(loop[0] for loop in loops)


def test_a_way_that_nobody_takes_leads_nowhere() -> None:
    closed = find_ways(map_of(([("s1", 0.0), ("s2", None)], []), *plain(2)))
    assert reachable(closed) == {0, 2}
    unknown = find_ways(map_of(([("s2", None)], []), ([], []), ([("s1", None)], [])))
    assert reachable(unknown) == {0, 1, 2}
    leaking = find_ways(map_of(([], [1.0]), *plain(2)))
    assert reachable(leaking) == {0}


def test_loops_are_endless_only_when_nothing_leaves_them() -> None:
    assert endless_loops(find_ways(map_of(([], []), ([("s0", 1.0)], [])))) == ((0, 1),)
    for share in (0.1, None):
        left = map_of(([], [share]), ([("s0", 1.0)], []))
        assert endless_loops(find_ways(left)) == ()
    assert endless_loops(find_ways(map_of(([], []), ([("s0", 0.9)], [])))) == ()
    two = map_of(
        ([("s1", 0.5), ("s3", 0.5)], []),
        ([], []),
        ([("s1", 1.0)], []),
        ([("s3", 1.0)], []),
    )
    assert endless_loops(find_ways(two)) == ((1, 2), (3,))


FORK = map_of(([("s1", 0.5), ("s2", 0.5)], []), ([("s3", None)], []), ([], []), ([], []))


def test_before_on_every_way_takes_several_steps_together() -> None:
    ways = find_ways(FORK)
    assert before_on_every_way(ways, [1]) == set()
    assert before_on_every_way(ways, [1, 2]) == {3}
    assert before_on_every_way(ways, [0]) == {1, 2, 3}


def test_later_on_every_way() -> None:
    order = order_of(find_ways(FORK))
    assert order.is_later(3, than=1)
    assert not order.is_later(1, than=3)
    assert not order.is_later(2, than=1)
    assert not order.is_later(1, than=1)


def test_a_map_without_steps_has_no_ways() -> None:
    ways = find_ways(map_of())
    assert reachable(ways) == set()
    assert endless_loops(ways) == ()
    assert before_on_every_way(ways, []) == set()


def test_many_steps_are_no_hurdle() -> None:
    size = 3_000
    said: list[Said] = [
        ([(f"s{max(i - 7, 0)}", 0.1), (f"s{min(i + 5, size - 1)}", 0.2)], [0.01])
        for i in range(size)
    ]
    journey_map = map_of(*said)
    assert len(journey_map.steps) == size
    ways = find_ways(journey_map)
    assert len(reachable(ways)) == size
    assert endless_loops(ways) == ()
    assert len(before_on_every_way(ways, [0])) == size - 1
    assert not order_of(ways).is_later(size - 1, than=0)


def test_only_ends_that_count_as_lost_are_of_those_who_leave() -> None:
    text = (
        "title: A\nsteps:\n"
        "  - {action: B, next: [{to: D}, {to: end, share: 20 %, counts: lost},"
        " {to: end, share: 10 %, counts: neither}, {to: end, share: 5 %, counts: completed}]}\n"
        "  - C\n  - D\n"
    )
    exits = find_ways(analyse(text).journey_map).exits[0]
    assert leaving_at(exits).low == pytest.approx(0.2)
