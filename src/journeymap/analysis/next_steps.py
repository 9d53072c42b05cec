"""What comes next along the ways, where only some of the steps count.

A way that renews a cycle completes the journey: what comes behind it belongs to the next one.
"""

from collections.abc import Callable, Collection

from journeymap.analysis import graph
from journeymap.analysis.transitions import Ways
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """A way from a step to the next one that counts.

    Attributes:
        to: position of that step.
        entry: position in `next` of the way by which it begins; None where it follows the order.
        passed: positions of the steps that do not count and that this beginning leads to first.
    """

    to: int
    entry: int | None
    passed: frozenset[int]


def successors(ways: Ways) -> graph.Successors:
    """Returns per step the steps that an open way leads to within the same round of a cycle."""
    return tuple(
        tuple(
            way.target
            for way in exits.ways
            if way.target is not None and way.is_open and not way.renewed
        )
        for exits in ways.exits
    )


def onward(
    ways: Ways, following: graph.Successors, start: int, counts: Callable[[int], bool]
) -> tuple[Onward, ...]:
    """Returns the steps that count and come next behind a step, each once, in their order.

    Args:
        ways: the ways.
        following: `successors` of them.
        start: position of the step, which counts itself where a way leads back to it.
        counts: tells of a position whether that step counts.
    """
    found: dict[int, Onward] = {}
    for way in ways.exits[start].ways:
        if way.target is None or way.renewed or not way.is_open:
            continue
        met, passed = _walk(following, way.target, counts)
        for to in met:
            found.setdefault(to, Onward(to=to, entry=way.entry, passed=passed))
    return tuple(found[to] for to in sorted(found))


def first_met(
    ways: Ways, following: graph.Successors, counts: Callable[[int], bool]
) -> tuple[int, ...]:
    """Returns the steps that count and come first wherever people begin, in their order.

    Args:
        ways: the ways.
        following: `successors` of them.
        counts: tells of a position whether that step counts.
    """
    starts = ways.starts if ways.exits else ()
    return tuple(sorted({to for start in starts for to in _walk(following, start, counts)[0]}))


def _walk(
    following: graph.Successors, start: int, counts: Callable[[int], bool]
) -> tuple[Collection[int], frozenset[int]]:
    """Returns the steps that count and are met first, and those that are passed on the way."""
    seen = {start}
    waiting = [start]
    met: set[int] = set()
    while waiting:
        step = waiting.pop()
        if counts(step):
            met.add(step)
            continue
        new = set(following[step]) - seen
        seen |= new
        waiting += new
    return met, frozenset(seen - met)
