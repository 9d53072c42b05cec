"""The flow through a map by other means: equations solved in full, and simulated people."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from journeymap.analysis.transitions import Exits, Ways

WALKERS = 200_000


def walk(ways: Ways, seed: int) -> tuple[int, Counter[int], Counter[int]]:
    """Lets people go, each on their own dice: who completed, and who was lost or unknown where."""
    dice = random.Random(seed)  # noqa: S311 - dice, not secrets
    there: Mapping[int, int] = {0: WALKERS}
    completed, lost, unknown = 0, Counter[int](), Counter[int]()
    while there:
        then: Counter[int] = Counter()
        for step, count in there.items():
            exits = ways.exits[step]
            ends = [None if way.completes else way.target for way in exits.ways]
            outcomes = [*ends, "lost", "unknown"]
            shares = [way.share or 0.0 for way in exits.ways]
            weights = [*shares, sum(share or 0 for share in exits.leaks), exits.unexplained]
            for outcome, number in Counter(dice.choices(outcomes, weights, k=count)).items():
                if outcome is None:
                    completed += number
                elif outcome == "lost":
                    lost[step] += number
                elif outcome == "unknown":
                    unknown[step] += number
                else:
                    then[int(outcome)] += number
        there = then
    return completed, lost, unknown


@dataclass(frozen=True)
class Solved:
    completion: list[Fraction]
    visits: list[Fraction]
    left: Fraction
    unknown: Fraction


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


def brute(exits: Sequence[Exits]) -> Solved:
    """The fundamental equations in full, over the steps that nobody goes round in for ever."""
    size = len(exits)
    q = [[Fraction(0)] * size for _ in exits]
    completes, leaves, unknown = ([Fraction(0)] * size for _ in range(3))
    for i, each in enumerate(exits):
        completes[i] = sum((fraction(w.share) for w in each.ways if w.completes), Fraction(0))
        leaves[i] = sum(map(fraction, each.leaks), Fraction(0))
        unknown[i] = fraction(each.unexplained)
        for way in each.ways:
            if way.target is not None and not way.renewed:
                q[i][way.target] += fraction(way.share)
        total = sum(q[i], completes[i] + leaves[i] + unknown[i])
        q[i] = [share / total for share in q[i]]
        completes[i], leaves[i], unknown[i] = (
            part / total for part in (completes[i], leaves[i], unknown[i])
        )
    onward = [{i} | {j for j in range(size) if q[i][j]} for i in range(size)]
    for _ in range(size):
        onward = [set().union(*(onward[j] for j in each)) for each in onward]
    out = {i for i in range(size) if completes[i] or leaves[i] or unknown[i]}
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
        left=sum((v * leaves[i] for i, v in zip(order, visited, strict=True)), Fraction(0)),
        unknown=sum((v * unknown[i] for i, v in zip(order, visited, strict=True)), Fraction(0)),
    )


def spread(order: list[int], values: list[Fraction], size: int) -> list[Fraction]:
    known = dict(zip(order, values, strict=True))
    return [known.get(i, Fraction(0)) for i in range(size)]


def closed(exits: Exits) -> Exits:
    """A step whose leaks are closed, and whose other ways share out what they took."""
    lost = sum(share or 0 for share in exits.leaks)
    others = sum(way.share or 0 for way in exits.ways)
    factor = 1 + lost / others if others else 1
    return replace(
        exits,
        ways=tuple(replace(way, share=(way.share or 0) * factor) for way in exits.ways),
        leaks=(),
        unexplained=exits.unexplained,
    )
