"""The flow through a map by other means: equations solved in full, and simulated people."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from journeymap.analysis.transitions import Transition, Transitions, Ways
from journeymap.model.between import Outcome

WALKERS = 200_000


@dataclass(frozen=True)
class Walked:
    """How many completed, were lost or unknown where, and came to another end."""

    completed: int
    lost: Counter[int]
    unknown: Counter[int]
    ended: Counter[Outcome]


def walk(ways: Ways, seed: int) -> Walked:
    """Lets people go, each on their own dice."""
    dice = random.Random(seed)  # noqa: S311 - dice, not secrets
    there: Mapping[int, int] = {0: WALKERS}
    lost, unknown, ended = Counter[int](), Counter[int](), Counter[Outcome]()
    while there:
        then: Counter[int] = Counter()
        for step, count in there.items():
            exits = ways.exits[step]
            ends = [_end(way) for way in exits.ways]
            outcomes = [*ends, "leaves", "unknown"]
            shares = [way.share or 0.0 for way in exits.ways]
            weights = [*shares, sum(share or 0 for share in exits.leaks), exits.unexplained]
            for outcome, number in Counter(dice.choices(outcomes, weights, k=count)).items():
                if isinstance(outcome, Outcome):
                    ended[outcome] += number
                elif outcome == "leaves":
                    lost[step] += number
                elif outcome == "unknown":
                    unknown[step] += number
                elif isinstance(outcome, int):
                    then[outcome] += number
        there = then
    return Walked(completed=ended[Outcome.COMPLETED], lost=lost, unknown=unknown, ended=ended)


def _end(way: Transition) -> Outcome | int | None:
    return way.counts if way.ends else way.target


@dataclass(frozen=True)
class Solved:
    completion: list[Fraction]
    visits: list[Fraction]
    left: Fraction
    unknown: Fraction
    lost: Fraction
    neither: Fraction


def solve(matrix: list[list[Fraction]], right: list[Fraction]) -> list[Fraction]:
    """Gauss-Jordan, in fractions."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = next(i for i in range(column, size) if rows[i][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for i in range(size):
            if i != column and rows[i][column]:
                factor = rows[i][column]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[column], strict=True)]
    return [row[-1] for row in rows]


def fraction(share: float | None) -> Fraction:
    return Fraction(share or 0)


def brute(exits: Sequence[Transitions]) -> Solved:
    """The fundamental equations in full, over the steps that nobody goes round in for ever."""
    size = len(exits)
    q = [[Fraction(0)] * size for _ in exits]
    completes, leaves, unknown, lost, neither = ([Fraction(0)] * size for _ in range(5))
    for i, each in enumerate(exits):
        for outcome, part in zip(Outcome, (completes, lost, neither), strict=True):
            part[i] = ending(each, outcome)
        leaves[i] = sum(map(fraction, each.leaks), Fraction(0))
        unknown[i] = fraction(each.unexplained)
        for way in each.ways:
            if way.target is not None and not way.renewed:
                q[i][way.target] += fraction(way.share)
        over = (completes, leaves, unknown, lost, neither)
        total = sum(q[i], sum((part[i] for part in over), Fraction(0)))
        q[i] = [share / total for share in q[i]]
        for part in over:
            part[i] /= total
    onward = [{i} | {j for j in range(size) if q[i][j]} for i in range(size)]
    for _ in range(size):
        onward = [set().union(*(onward[j] for j in each)) for each in onward]
    ends = (completes, leaves, unknown, lost, neither)
    out = {i for i in range(size) if any(part[i] for part in ends)}
    order = [
        i for i, each in enumerate(onward) if each & out or any(i not in onward[j] for j in each)
    ]
    full = [[(i == j) - q[i][j] for j in order] for i in order]
    turned = [[(i == j) - q[j][i] for j in order] for i in order]
    to_the_end = solve(full, [completes[i] for i in order])
    visited = solve(turned, [Fraction(i == 0) for i in order])
    return Solved(
        completion=spread(order, to_the_end, size),
        visits=spread(order, visited, size),
        left=dot(visited, [leaves[i] for i in order]),
        unknown=dot(visited, [unknown[i] for i in order]),
        lost=dot(visited, [lost[i] for i in order]),
        neither=dot(visited, [neither[i] for i in order]),
    )


def ending(exits: Transitions, outcome: Outcome) -> Fraction:
    shares = (fraction(way.share) for way in exits.ways if way.ends and way.counts is outcome)
    return sum(shares, Fraction(0))


def dot(first: Sequence[Fraction], second: Sequence[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(first, second, strict=True)), Fraction(0))


def arrivals(exits: Sequence[Transitions]) -> list[Fraction]:
    """Who ever comes to each step: made absorbing one after the other, and solved in full."""
    size = len(exits)
    q: list[dict[int, Fraction]] = []
    for each in exits:
        total = sum((fraction(way.share) for way in each.ways), fraction(each.unexplained))
        total += sum(map(fraction, each.leaks), Fraction(0))
        row: dict[int, Fraction] = {}
        for way in each.ways:
            if way.target is not None and not way.renewed and way.share:
                row[way.target] = row.get(way.target, Fraction(0)) + fraction(way.share) / total
        q.append(row)
    return [_ever(q, step, size) for step in range(size)]


def _ever(q: Sequence[dict[int, Fraction]], target: int, size: int) -> Fraction:
    coming = {target}
    for _ in range(size):
        coming |= {i for i in range(size) if coming & q[i].keys()}
    others = sorted(coming - {target})
    if target == 0 or 0 not in coming:
        return Fraction(target == 0)
    matrix = [[(i == j) - q[i].get(j, Fraction(0)) for j in others] for i in others]
    found = solve(matrix, [q[i].get(target, Fraction(0)) for i in others])
    return found[others.index(0)]


def spread(order: list[int], values: list[Fraction], size: int) -> list[Fraction]:
    known = dict(zip(order, values, strict=True))
    return [known.get(i, Fraction(0)) for i in range(size)]


def closed(exits: Transitions) -> Transitions:
    """A step whose leaks and lost ends are closed, and whose other ways share out their part."""
    failed = [way for way in exits.ways if way.ends and way.counts is Outcome.LOST]
    kept = [way for way in exits.ways if way not in failed]
    lost = sum(share or 0 for share in (*exits.leaks, *(way.share for way in failed)))
    others = sum(way.share or 0 for way in kept)
    factor = 1 + lost / others if others else 1
    return replace(
        exits,
        ways=tuple(replace(way, share=(way.share or 0) * factor) for way in kept),
        leaks=(),
        unexplained=exits.unexplained,
    )
