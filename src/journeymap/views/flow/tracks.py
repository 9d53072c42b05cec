"""Lines that run beside one another in a strip of white space: their order, and how far apart."""

from collections.abc import Sequence

from journeymap.quick_dataclass import dataclass

APART = 5.0
"""White space between ways that run beside one another, in points; the design asks
for 4, and round corners take some of it."""
_NEVER = 1000
"""Costs more than all crossings of a page: lines that would lie on each other."""
_SWEEPS = 4
"""How often each line is tried at another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A line along a strip, with the lines that lead to it from the sides of the strip.

    Attributes:
        near: where it is reached from the near side, measured along the strip.
        far: the same from the far side.
        start: where it begins, along the strip.
        stop: where it ends.
        width: of the line.
    """

    near: tuple[float, ...]
    far: tuple[float, ...]
    start: float
    stop: float
    width: float


def run(near: Sequence[float], far: Sequence[float], width: float, end: float | None = None) -> Run:
    """Returns the line between some places on the sides of a strip, or from them to its end."""
    every = [*near, *far, *([] if end is None else [end])]
    return Run(near=tuple(near), far=tuple(far), start=min(every), stop=max(every), width=width)


def depths(runs: Sequence[Run]) -> tuple[tuple[float, ...], float] | None:
    """Returns how deep in a strip each line runs, and how deep a strip they take.

    Lines are at least `APART` from each other; their order has few crossings.

    Returns:
        Distances from the near side; None where two lines would lie on each other in any order.
    """
    costs = [[_cost(one, other) for other in runs] for one in runs]
    order = _order(runs, costs)
    found = [0.0] * len(runs)
    for at, number in enumerate(order):
        here = runs[number]
        found[number] = here.width / 2
        for earlier in order[:at]:
            if costs[earlier][number] >= _NEVER:
                return None
            there = runs[earlier]
            gap = _gap(there, here)
            if min(there.stop, here.stop) - max(there.start, here.start) > -gap:
                found[number] = max(found[number], found[earlier] + gap)
    deep = max((found[i] + each.width / 2 for i, each in enumerate(runs)), default=0.0)
    return tuple(found), deep


def _gap(one: Run, other: Run) -> float:
    """Returns the least distance between the middles of two lines."""
    return APART + (one.width + other.width) / 2


def _cost(before: Run, after: Run) -> int:
    """Returns how often two lines cross when the first is nearer; a lot where they would meet."""
    gap = _gap(before, after)
    if any(abs(one - other) < gap for one in before.far for other in after.near):
        return _NEVER
    crossed = sum(after.start <= place <= after.stop for place in before.far)
    return crossed + sum(before.start <= place <= before.stop for place in after.near)


def _order(runs: Sequence[Run], costs: Sequence[Sequence[int]]) -> list[int]:
    """Returns an order of lines with few crossings: each is set where it crosses fewest."""
    first = sorted(range(len(runs)), key=lambda i: _lean(runs[i]))
    order: list[int] = []
    for number in first:
        _insert(order, number, costs)
    for _ in range(_SWEEPS):
        before = list(order)
        for number in first:
            order.remove(number)
            _insert(order, number, costs)
        if order == before:
            break
    return order


def _lean(each: Run) -> tuple[int, float]:
    """Sorts lines by the side that they lead to, the shorter ones nearer to it."""
    side, long = bool(each.far) - bool(each.near), each.stop - each.start
    return side, long if side < 0 else -long


def _insert(order: list[int], number: int, costs: Sequence[Sequence[int]]) -> None:
    """Sets a line at the place where it crosses fewest others, the last of several such."""
    cost = sum(costs[number][other] for other in order)
    best, place = cost, 0
    for at, other in enumerate(order, 1):
        cost += costs[other][number] - costs[number][other]
        if cost <= best:
            best, place = cost, at
    order.insert(place, number)
