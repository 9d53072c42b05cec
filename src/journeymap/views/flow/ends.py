"""Where ways leave and enter the sides of cards: each at a height of its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from math import inf

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.content import Link
from journeymap.views.flow.grid import Grid, Place
from journeymap.views.flow.tracks import APART
from journeymap.views.kit import measure

_THIN, _THICK, _PLAIN = 1.2, 5.0, 1.6
"""Width of a way that nobody takes, how much wider one that all take is, and of one whose volume is
unknown, in points."""
_CORNER = 5.0
"""Least room between the line of a way and the corner of its card, in points."""
_BEFORE, _BEHIND = 4.0, 5.0
"""White space before and behind a share, in points."""
_LINE = 1.2
"""Height of a share, in multiples of its type."""
_TAIL = 5.0
"""Length of a way that is to be seen before its arrow, in points."""


def thickness(link: Link) -> float:
    """Returns the width of a way, by how many take it."""
    return _PLAIN if link.volume is None else _THIN + _THICK * link.volume


def arrow(link: Link) -> float:
    """Returns the size of its arrow."""
    return 6 + thickness(link)


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a way, at the side of a card.

    Attributes:
        link: the way.
        leaves: whether it leaves the card, and does not enter it.
        stop: position of the card's stop.
        right: whether it is on the right side of the card.
        far: whether the way leads below the columns.
        y: height.
    """

    link: Link
    leaves: bool
    stop: int
    right: bool
    far: bool
    y: float = 0.0

    @property
    def other(self) -> int:
        """The stop at the other end."""
        return self.link.target if self.leaves else self.link.source

    @property
    def named(self) -> bool:
        """Whether the share stands here."""
        return self.leaves and bool(self.link.share)

    def above(self, small: float) -> float:
        """Returns the room that it takes above its line, with half of what keeps ways apart."""
        half = thickness(self.link) / 2 + APART / 2
        if self.named:
            return max(half, thickness(self.link) / 2 + _LINE * small)
        return half if self.leaves else max(half, arrow(self.link) / 2 + 0.5)

    def below(self) -> float:
        """Returns the room that it takes below its line."""
        half = thickness(self.link) / 2 + APART / 2
        return half if self.leaves else max(half, arrow(self.link) / 2 + 0.5)

    def deep(self, small: float) -> float:
        """Returns how far from the card other ways may run up and down."""
        if self.named:
            return _BEFORE + measure.width(self.link.share, small) + _BEHIND
        return 0.0 if self.leaves else arrow(self.link) + _TAIL


def straight_down(links: Sequence[Link], grid: Grid) -> frozenset[int]:
    """Returns which ways lead from a card to the one right below it: one of each pair."""
    found: dict[tuple[int, int], int] = {}
    for number, link in enumerate(links):
        start, end = grid.places[link.source], grid.places[link.target]
        if start.column == end.column and end.row == start.row + 1:
            found.setdefault((link.source, link.target), number)
    return frozenset(found.values())


def ends_of(link: Link, grid: Grid) -> tuple[End, End]:
    """Returns at which sides of cards a way leaves and enters."""
    start, end = grid.places[link.source], grid.places[link.target]
    across, last = end.column - start.column, grid.columns() - 1
    if across:
        out, into = across > 0, across < 0
    else:  # forward on the right, back on the left, and never beside the outer columns
        right = start.column == 0 or (link.target > link.source and start.column < last)
        out = into = right
    far = abs(across) > 1
    return (
        End(link=link, leaves=True, stop=link.source, right=out, far=far),
        End(link=link, leaves=False, stop=link.target, right=into, far=far),
    )


def demands(ends: Sequence[End], small: float) -> dict[int, float]:
    """Returns how high cards have to be for the ways at their sides, by position of the stop."""
    sums: defaultdict[tuple[int, bool], float] = defaultdict(lambda: 2 * _CORNER)
    for end in ends:
        sums[end.stop, end.right] += end.above(small) + end.below()
    least: dict[int, float] = {}
    for (stop, _), tall in sums.items():
        least[stop] = max(tall, least.get(stop, 0.0))
    return least


def at_heights(ends: Sequence[End], grid: Grid) -> list[End]:
    """Returns the ends at their heights: in a strip all at different ones, where that can be."""
    strips: defaultdict[int, list[tuple[int, End]]] = defaultdict(list)
    for number, end in enumerate(ends):
        strips[grid.places[end.stop].column + end.right].append((number, end))
    placed = list(ends)
    for strip in strips.values():
        heights = dict(_in_strip([end for _, end in strip], grid))
        for at, (number, end) in enumerate(strip):
            placed[number] = replace(end, y=heights[at])
    return placed


def in_turn(ends: Sequence[End], grid: Grid) -> dict[tuple[int, bool], list[int]]:
    """Returns the positions of ends at each side of each card, from top to bottom."""
    sides: defaultdict[tuple[int, bool], list[int]] = defaultdict(list)
    for number, end in enumerate(ends):
        sides[end.stop, end.right].append(number)
    return {
        side: sorted(numbers, key=lambda i: _turn(ends[i], grid)) for side, numbers in sides.items()
    }


class _Turn(IntEnum):
    """In which order ways leave a side of a card, from top to bottom, so that few cross."""

    UP_ACROSS = 0
    UP_SAME = 1
    SELF = 2
    DOWN_SAME = 3
    DOWN_ACROSS = 4
    BELOW = 5


def _turn(end: End, grid: Grid) -> tuple[_Turn, float]:
    here, there = grid.places[end.stop], grid.places[end.other]
    goal = _middle(there)
    if end.far:
        return _Turn.BELOW, -there.column if end.right else there.column
    if end.stop == end.other:
        return _Turn.SELF, end.leaves
    if here.column == there.column:
        return (_Turn.UP_SAME if goal < _middle(here) else _Turn.DOWN_SAME), -goal
    return (_Turn.UP_ACROSS if goal < _middle(here) else _Turn.DOWN_ACROSS), goal


def _middle(place: Place) -> float:
    return place.y + place.card.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """Where an end may be, and the room that it takes."""

    number: int
    want: float
    low: float
    high: float
    above: float
    below: float


def _in_strip(ends: Sequence[End], grid: Grid) -> Iterator[tuple[int, float]]:
    """Yields the height of each end of a strip, by its position."""
    windows = [list(_windows(side, ends, grid)) for side in in_turn(ends, grid).values()]
    every = sorted((w for side in windows for w in side), key=lambda w: w.want)
    heights = _spread(every)
    if heights is not None:
        yield from heights.items()
        return
    for side in windows:
        alone = _spread(side)
        yield from (alone or {w.number: w.want for w in side}).items()


def _windows(numbers: Sequence[int], ends: Sequence[End], grid: Grid) -> Iterator[_Window]:
    """Yields the windows of the ends at one side of a card, evenly spread over it."""
    small = grid.kind.small
    place = grid.places[ends[numbers[0]].stop]
    low, high = place.y + _CORNER, place.bottom - _CORNER
    rooms = [(ends[i].above(small), ends[i].below()) for i in numbers]
    spare = max(0.0, high - low - sum(map(sum, rooms))) / (len(numbers) + 1)
    at = low
    for i, (above, below) in zip(numbers, rooms, strict=True):
        at += spare + above
        yield _Window(
            number=i, want=at, low=low + above, high=high - below, above=above, below=below
        )
        at += below


def _spread(windows: Sequence[_Window]) -> Mapping[int, float] | None:
    """Returns heights in the order given, close to those wanted; None where there is no room."""
    heights: list[float] = []
    before = -inf
    for window in windows:
        heights.append(max(window.want, before + window.above))
        before = heights[-1] + window.below
    after = inf
    for at in range(len(windows) - 1, -1, -1):
        window = windows[at]
        heights[at] = min(heights[at], window.high, after - window.below)
        after = heights[at] - window.above
        if heights[at] < window.low - 1e-6:
            return None
    return {window.number: y for window, y in zip(windows, heights, strict=True)}
