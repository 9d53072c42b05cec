"""Which of many stretches of a text hold a place, found without a look at each of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Stretches(Generic[T]):
    """Stretches, each with what it belongs to; they may lie in one another."""

    def __init__(self, stretches: Iterable[tuple[int, int, T]]) -> None:
        """Sorts stretches by where they begin: first character, last character, what is theirs."""
        self._sorted = sorted(stretches, key=lambda each: each[0])
        self._starts = [start for start, _, _ in self._sorted]
        self._size = 1 << max(len(self._sorted) - 1, 0).bit_length()
        # A heap: at 1 stands the furthest end of all, at 2n and 2n + 1 those of the halves of n.
        self._ends = [-1] * self._size + [end for _, end, _ in self._sorted]
        self._ends += [-1] * (2 * self._size - len(self._ends))
        for node in range(self._size - 1, 0, -1):
            self._ends[node] = max(self._ends[2 * node], self._ends[2 * node + 1])

    def at(self, place: int) -> Iterator[T]:
        """Walks what belongs to the stretches that hold a place, in order of their beginnings."""
        begun = bisect_right(self._starts, place)
        waiting = [(1, 0, self._size)]
        while waiting:
            node, first, behind = waiting.pop()
            if first >= begun or self._ends[node] < place:
                continue
            if node >= self._size:
                yield self._sorted[first][2]
            else:
                middle = (first + behind) // 2
                waiting += ((2 * node + 1, middle, behind), (2 * node, first, middle))
