"""What comes next along the ways, held against a walk from each step."""

import random
from collections.abc import Callable
from functools import partial

import pytest
from tests.analysis.test_effort import map_of, step

from journeymap.analysis import graph
from journeymap.analysis.next_steps import NextSteps, successors
from journeymap.analysis.transitions import Ways, find_ways
from journeymap.model.unread import UnreadError, if_read


def walked(
    following: graph.Successors, start: int, counts: Callable[[int], bool]
) -> tuple[set[int], set[int]]:
    """Walks from a step on: what counts and is met first, and what is passed."""
    seen, waiting, met = {start}, [start], set()
    while waiting:
        here = waiting.pop()
        if counts(here):
            met.add(here)
            continue
        new = set(following[here]) - seen
        seen |= new
        waiting += new
    return met, seen - met


def met(following: graph.Successors, start: int, counts: Callable[[int], bool]) -> set[int]:
    return walked(following, start, counts)[0]


def ways_of(seed: int) -> Ways:
    chance = random.Random(seed)  # noqa: S311
    steps = [
        step(f"S{n}", [(f"s{chance.randrange(14)}", 0.3) for _ in range(chance.randrange(3))])
        for n in range(14)
    ]
    return find_ways(map_of(*steps))


@pytest.mark.parametrize("seed", range(40))
def test_what_is_found_once_is_what_a_walk_from_each_step_finds(seed: int) -> None:
    ways, chance = ways_of(seed), random.Random(-seed)  # noqa: S311
    following = successors(ways)
    kind = [chance.choice((None, "a", "b")) for _ in following]
    some = NextSteps(ways, following, lambda i: kind[i] is not None)
    fewer = NextSteps(ways, following, lambda i: kind[i] != "a", some)
    every = range(len(following))
    assert [some.met(i) for i in every] == [
        walked(following, i, lambda i: kind[i] is not None)[0] for i in every
    ]
    assert [fewer.met(i) for i in every] == [
        walked(following, i, lambda i: kind[i] == "b")[0] for i in every
    ]
    found = [way for i in every for way in some.behind(i)]
    assert [some.passed(way) for way in found] == [
        walked(following, way.first, lambda i: kind[i] is not None)[1] for way in found
    ]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_met_is_unknown_where_a_step_on_the_way_is(seed: int) -> None:
    ways, chance = ways_of(seed), random.Random(-seed)  # noqa: S311
    following = successors(ways)
    kind = [chance.choice((None, None, True, "unread")) for _ in following]

    def counts(position: int) -> bool:
        if kind[position] == "unread":
            raise UnreadError
        return kind[position] is not None

    known = NextSteps(ways, following, counts)
    every = range(len(following))
    assert [if_read(partial(known.met, i), None) for i in every] == [
        if_read(partial(met, following, i, counts), None) for i in every
    ]
