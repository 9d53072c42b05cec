"""Which stops stand in which column: as even as can be, with few stages cut in two."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf

from journeymap.quick_dataclass import dataclass

_CUT = 0.12
"""What it costs to cut a stage in two, beside the square of how empty a column is (house)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """What stops take in a column, in points.

    Attributes:
        cards: of each card, with the white space below it.
        heads: of each stop's stage, with the white space below it.
        stages: the stage of each stop.
    """

    cards: Sequence[float]
    heads: Sequence[float]
    stages: Sequence[int]

    def columns(self, count: int, room: float) -> list[range] | None:
        """Returns so many columns that are no higher than a room; None where they are too few."""
        if count > len(self.cards) or sum(self.cards) > count * room:
            return None
        cuts, costs = next(islice(self._filled(room), count - 1, None))
        return _cut(cuts, len(self.cards)) if costs[-1] < inf else None

    def fewest(self, room: float) -> list[range] | None:
        """Returns the fewest columns that are no higher than a room; None where a card is."""
        for cuts, costs in islice(self._filled(room), len(self.cards)):
            if costs[-1] < inf:
                return _cut(cuts, len(self.cards))
        return None

    def _filled(self, room: float) -> Iterator[tuple[list[list[int]], list[float]]]:
        """Yields what it costs to set all stops up to each one in one column, in two, and so on.

        With it comes where the last column begins, for each number of columns up to this one.
        """
        size = len(self.cards)
        begins = [not i or self.stages[i] != self.stages[i - 1] for i in range(size)]
        costs = [0.0, *[inf] * size]
        cuts: list[list[int]] = []
        while True:
            following, cut = [inf] * (size + 1), [0] * (size + 1)
            for stop in range(1, size + 1):
                tall = 0.0
                for start in range(stop - 1, -1, -1):
                    head, first = self.heads[start], begins[start]
                    whole = tall + self.cards[start] + head
                    tall = whole if first else whole - head
                    if tall > room:
                        break
                    if costs[start] == inf or whole > room:
                        continue
                    cost = costs[start] + (1 - whole / room) ** 2 + (0.0 if first else _CUT)
                    if cost < following[stop]:
                        following[stop], cut[stop] = cost, start
            costs = following
            cuts.append(cut)
            yield cuts, costs


def _cut(cuts: Sequence[Sequence[int]], size: int) -> list[range]:
    """Walks back from the last stop over the cuts of each column."""
    columns: list[range] = []
    stop = size
    for cut in reversed(cuts):
        columns.append(range(cut[stop], stop))
        stop = cut[stop]
    return columns[::-1]
