"""Exact solutions of an absorbing Markov chain, by elimination without subtraction.

Loops are solved one by one: what does not lie in a loop needs no elimination at all.

Sources: Kemeny & Snell, Finite Markov Chains, 1960, for the fundamental matrix N = (I - Q)⁻¹.
Grassmann, Taksar & Heyman, Regenerative analysis and steady state distributions for Markov chains,
Operations Research 33 (5), 1985, for pivots that are sums of what leaves a state, so that nothing
cancels out. Erisman & Tinney, On computing certain elements of the inverse of a sparse matrix,
Communications of the ACM 18 (3), 1975, for the diagonal of N without the rest of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush
from math import fsum

from journeymap.analysis import graph
from journeymap.quick_dataclass import dataclass

_SMALLEST = 1e-300
"""A pivot is never less: a loop that hardly anybody ever leaves is still one that somebody does."""


MOST_PRODUCTS = 2_000_000
"""So many products elimination takes at most: some 600 steps that all lead anywhere. A map of 2,000
steps with short ways back takes a hundredth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pivot:
    """A state that was eliminated.

    Attributes:
        state: its number.
        leaving: the share of those there who go elsewhere, 0 to 1.
        coming: per remaining state the share of those there who come, by `leaving`.
        going: per remaining state the share of those here who go there, by `leaving`.
    """

    state: int
    leaving: float
    coming: Mapping[int, float]
    going: Mapping[int, float]


@dataclass(frozen=True, kw_only=True)
class Chain:
    """An absorbing Markov chain: from every state somebody gets out, at once or in the end.

    Attributes:
        shares: per state the shares of those there who go to other states, or come again.
        outs: per state the share of those there who get out of the chain; together they are one.
    """

    shares: Sequence[Mapping[int, float]]
    outs: Sequence[float]

    @cached_property
    def is_tangled(self) -> bool:
        """Whether ways cross so often that solving it takes more than `MOST_PRODUCTS`."""
        return self._found is None

    @property
    def _loops(self) -> Sequence[Sequence[_Pivot]]:
        """The strongly connected components, each eliminated; each after all it leads to.

        Raises:
            ArithmeticError: the chain is tangled.
        """
        if self._found is None:
            msg = "the chain is tangled: ask for is_tangled first"
            raise ArithmeticError(msg)
        return self._found

    @cached_property
    def _found(self) -> Sequence[Sequence[_Pivot]] | None:
        left = MOST_PRODUCTS
        loops: list[list[_Pivot]] = []
        for states in graph.components([tuple(row) for row in self.shares]):
            loops.append([])
            for pivot in self._eliminated(states):
                left -= len(pivot.going) ** 2
                if left < 0:
                    return None
                loops[-1].append(pivot)
        return loops

    def _eliminated(self, states: Sequence[int]) -> Iterator[_Pivot]:
        """Eliminates the states of a loop: that with the fewest neighbours next, the last of such.

        In a chain with few ways back that is from the last one on; where many ways cross, less is
        filled in [Tinney & Walker, Proceedings of the IEEE 55 (11), 1967].
        """
        inside = frozenset(states)
        rows = _symmetric(self.shares, inside)
        outs = {
            state: self.outs[state]
            + fsum(share for to, share in self.shares[state].items() if to not in inside)
            for state in states
        }
        waiting = [(len(row), -state) for state, row in rows.items()]
        heapify(waiting)
        while rows:
            neighbours, last = heappop(waiting)
            if len(rows.get(-last, ())) != neighbours or -last not in rows:
                continue  # its neighbours have changed since
            pivot = _eliminate(-last, rows, outs)
            for state in pivot.going:
                heappush(waiting, (len(rows[state]), -state))
            yield pivot

    def expected(self, values: Sequence[float]) -> list[float]:
        """Returns N · values: per state what is gathered from there on.

        Args:
            values: what is gathered each time at each state. With the shares of those who get out
                in a certain manner the result is the probability of doing so, 0 to 1.
        """
        found = [0.0] * len(values)
        for pivots in self._loops:
            inside = {pivot.state for pivot in pivots}
            here = {
                state: values[state]
                + fsum(p * found[to] for to, p in self.shares[state].items() if to not in inside)
                for state in inside
            }
            for pivot in pivots:
                for state, share in pivot.coming.items():
                    here[state] += share * here[pivot.state]
            for pivot in reversed(pivots):
                then = fsum(share * found[to] for to, share in pivot.going.items())
                found[pivot.state] = here[pivot.state] / pivot.leaving + then
        return found

    def visits(self, start: int) -> list[float]:
        """Returns row `start` of N: how often each state is visited on average from there."""
        entering = [0.0] * len(self.shares)
        entering[start] = 1.0
        found = [0.0] * len(self.shares)
        for pivots in reversed(self._loops):
            inside = {pivot.state for pivot in pivots}
            here = {state: entering[state] for state in inside}
            for pivot in pivots:
                for state, share in pivot.going.items():
                    here[state] += share * here[pivot.state]
            for pivot in reversed(pivots):
                came = fsum(share * found[by] for by, share in pivot.coming.items())
                found[pivot.state] = here[pivot.state] / pivot.leaving + came
            for state in inside:
                for to, share in self.shares[state].items():
                    if to not in inside:
                        entering[to] += found[state] * share
        return found

    def passed(self, start: int, gone: Sequence[float]) -> list[float] | None:
        """Returns per state the share who ever come to a later one, or get out without being gone.

        States are taken out from the first one on, so that at each nobody comes back to it. None
        where that takes more than `MOST_PRODUCTS`.

        Args:
            start: the state at which everybody begins.
            gone: per state the share of those there who get out and are gone; part of `outs`.
        """
        rows, outs, gone = [{**row} for row in self.shares], [*self.outs], [*gone]
        coming: list[set[int]] = [set() for _ in rows]
        for state, row in enumerate(rows):
            for to in row:
                coming[to].add(state)
        mass, left, found, lost = {start: 1.0}, MOST_PRODUCTS, list[float](), 0.0
        for state, row in enumerate(rows):
            row.pop(state, None)
            leaving = max(fsum(row.values()) + outs[state], _SMALLEST)
            for source in (each for each in coming[state] if each > state):
                left -= len(row)
                share = rows[source].pop(state) / leaving
                outs[source] += share * outs[state]
                gone[source] += share * gone[state]
                for to, part in row.items():
                    rows[source][to] = rows[source].get(to, 0.0) + share * part
                    coming[to].add(source)
            if left < 0:
                return None
            here = mass.pop(state, 0.0) / leaving
            for to, part in row.items():
                mass[to] = mass.get(to, 0.0) + here * part
            lost += here * gone[state]
            found.append(max(1 - lost, 0.0))
        return found

    def own_visits(self) -> list[float]:
        """Returns the diagonal of N: how often each state is visited from itself, at least once."""
        found = [0.0] * len(self.shares)
        for pivots in self._loops:
            known: dict[int, dict[int, float]] = {}
            for pivot in reversed(pivots):
                found[pivot.state] = _invert(pivot, known)
        return found


def _symmetric(
    shares: Sequence[Mapping[int, float]], inside: Collection[int]
) -> dict[int, dict[int, float]]:
    """Returns the shares within a loop, with a zero where a way leads only back.

    So one pattern serves for rows and columns, and whatever is filled in keeps it symmetric.
    """
    rows: dict[int, dict[int, float]] = {state: {} for state in inside}
    for state in inside:
        for to, share in shares[state].items():
            if to in inside and to != state:
                rows[state][to] = share
                rows[to].setdefault(state, 0.0)
    return rows


def _eliminate(state: int, rows: dict[int, dict[int, float]], outs: dict[int, float]) -> _Pivot:
    """Takes a state out, and lets those who would pass through it go straight on."""
    row = rows.pop(state)
    leaving = max(fsum(row.values()) + outs[state], _SMALLEST)
    going = {to: share / leaving for to, share in row.items()}
    coming = {}
    for source in row:
        others = rows[source]
        share = others.pop(state)
        coming[source] = share / leaving
        outs[source] += coming[source] * outs[state]
        for to, part in going.items():
            if to != source:
                others[to] = others.get(to, 0.0) + share * part
    return _Pivot(state=state, leaving=leaving, coming=coming, going=going)


def _invert(pivot: _Pivot, known: dict[int, dict[int, float]]) -> float:
    """Adds a state's entries of N to the known ones, and returns the one on the diagonal."""
    row: dict[int, float] = {}
    for other in pivot.going:
        row[other] = sum(share * known[to][other] for to, share in pivot.going.items())
        line = known[other]
        line[pivot.state] = sum(share * line[by] for by, share in pivot.coming.items())
    own = 1 / pivot.leaving + sum(share * row[by] for by, share in pivot.coming.items())
    row[pivot.state] = own
    known[pivot.state] = row
    return own
