"""Names of steps above the curve: beside one another, else in two or three rows, else numbers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import inf

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.overview.grid import PARTED, Grid, Panel, spread
from journeymap.views.overview.name_widths import filled, narrowest

SIZE, SMALL = 10.0, 9.5
"""Type of names that stand beside one another, and in several rows, in points."""
LEADING = 1.15
"""Distance between the lines of a name, as a multiple of its size."""
HEAD, HEAD_LINES, _NO_HEAD = 12.0, 2, 14.0
"""Type of the names of stages, in points, how many lines they take at most, and the room below
which a stage has none."""
_PAD, _SPACE, _CLEAR, _RIM = 6.0, 6.0, 3.0, 1.5
"""Between a name and the edges of its column together, between names in a row, between a name and
the line of another one, and between a name and the edge of its stage, in points."""
_MORE = (4.0, 3.0, 2.0, 1.0, 0.0)
"""By so much `_PAD` is more where no line more is needed for it, in points: what is tried."""
_OFF = 1.2
"""By so much more names keep apart where columns are wide for something else, in points."""
_GROUP_MOST = 2000.0
"""Width that no stage gets, in points."""
_HEAD_MOST = 160.0
"""Width that the name of a stage may ask for, in points."""
_BESIDE = ((1, 4), (1, 5))
_MANNERS = (*_BESIDE, (2, 2), (2, 3), (3, 2), (3, 3))
"""Rows of names, and lines of a name in each, in the order in which they are tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name of a step where it stands.

    Attributes:
        step: position of the step.
        lines: of the name.
        x: the middle of the lines.
        top: from the upper edge of the names down to it.
        size: of the type.
        leads: whether a line leads from it down to the curve.
    """

    step: int
    lines: tuple[str, ...]
    x: float
    top: float
    size: float
    leads: bool

    @property
    def height(self) -> float:
        """Of all its lines."""
        return len(self.lines) * self.size * LEADING


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All names of steps.

    Attributes:
        grid: the columns that they ask for.
        names: those that stand.
        height: from the top of the first to the bottom of the last one.
        numbered: whether the others have numbers below them.
    """

    grid: Grid
    names: tuple[Name, ...]
    height: float
    numbered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Names to place.

    Attributes:
        texts: of all steps.
        groups: of each stage its position, its name and how many steps it has.
        left: left edge of the columns.
        width: of all columns.
        ranks: what matters least goes first where there is no room: rank by step, lowest best.
        tallest: height that the names may take.
        others: least widths of columns for what else stands in them, where names are no higher:
            the best first.
    """

    texts: Sequence[str]
    groups: Sequence[tuple[int, str, int]]
    left: float
    width: float
    ranks: Mapping[int, int]
    tallest: float
    others: tuple[Mapping[int, float], ...] = ()


def place(wanted: Wanted) -> Names:
    """Returns the names where they have room: all that are wanted, or as many as fit."""
    plain = _place(replace(wanted, others=()))
    every = frozenset(range(len(wanted.texts)))
    if len(plain.names) == len(every):
        for other, (rows, lines) in product(wanted.others, _BESIDE):
            own = replace(wanted, others=(other,))
            wide = _placed(own, _groups(own, every, rows, lines), every)
            if wide and wide.height <= plain.height:
                return wide
    return plain


def _place(wanted: Wanted) -> Names:
    tall = [each for each in _MANNERS if _tall(*each) <= wanted.tallest]
    named = frozenset(wanted.ranks)
    if not tall:
        return _numbers(wanted)
    while True:
        for rows, lines in tall:
            if found := _placed(wanted, _groups(wanted, named, rows, lines), named):
                return found
        if not named:
            return _numbers(wanted)
        named = _fewer(wanted, named, *tall[-1])


def title(panel: Panel) -> tuple[str, ...]:
    """Returns the name of a stage in lines; none where there is no room for any word."""
    room = panel.right - panel.left - 6
    lines = measure.wrap(panel.name, room, HEAD, bold=True) if room >= _NO_HEAD else ()
    lines = measure.clip(lines, HEAD_LINES, room, HEAD)
    return lines if all(measure.width(each, HEAD, bold=True) <= room for each in lines) else ()


def _tall(rows: int, lines: int) -> float:
    return rows * lines * (SIZE if rows == 1 else SMALL) * LEADING


def _fewer(wanted: Wanted, named: frozenset[int], rows: int, lines: int) -> frozenset[int]:
    """Returns the names without those that matter least where too many are crowded together."""
    groups = _groups(wanted, named, rows, lines)
    left = named
    while len(left) == len(named) or sum(each.least for each in groups) > wanted.width:
        crowded = [each for each in groups if each.named]
        if not crowded:
            return frozenset()
        worst = max(crowded, key=lambda each: each.least / len(each.steps))
        last = max(worst.named, key=lambda step: wanted.ranks[step])
        left -= {last}
        groups[groups.index(worst)] = worst.without(last)
    return left


def _numbers(wanted: Wanted) -> Names:
    """Returns no names at all, and columns of one width."""
    count = len(wanted.texts)
    grid = spread(wanted.left, [wanted.width / count] * count, wanted.groups)
    return Names(grid=grid, names=(), height=0.0, numbered=True)


def _groups(wanted: Wanted, named: Collection[int], rows: int, lines: int) -> "list[_Group]":
    groups: list[_Group] = []
    first = 0
    for _, head, count in wanted.groups:
        steps = range(first, first + count)
        own = tuple(step for step in steps if step in named)
        groups.append(_Group(wanted, steps, head, own, (rows, lines)))
        first += count
    return groups


def _placed(wanted: Wanted, groups: "Sequence[_Group]", named: Collection[int]) -> Names | None:
    counts = [len(each.steps) for each in groups]
    alone = [len(each.named) if each.rows == 1 else 0 for each in groups]
    widths = _roomy([each.least for each in groups], alone, counts, wanted.width)
    if widths is None:
        return None
    most = max((each.most(width) for each, width in zip(groups, widths, strict=True)), default=0)
    columns: list[float] = []
    found: list[Name] = []
    for each, width in zip(groups, widths, strict=True):
        left = wanted.left + sum(columns)
        columns += each.columns(width)
        own = each.place(left, width, most)
        if own is None:
            return None
        found += own
    height = max((name.top + name.height for name in found), default=0.0)
    return Names(
        grid=spread(wanted.left, columns, wanted.groups),
        names=tuple(found),
        height=height,
        numbered=len(named) < len(wanted.texts),
    )


def _roomy(
    least: Sequence[float], names: Sequence[int], counts: Sequence[int], total: float
) -> list[float] | None:
    """Shares a width out as `filled` does, with as much white space around names as there is.

    Args:
        least: least width of each group of columns.
        names: how many names of each stand side by side.
        counts: how many columns each has.
        total: what there is to share.
    """
    for more in _MORE:
        wanted = [width + n * more for width, n in zip(least, names, strict=True)]
        if widths := filled(wanted, counts, total):
            return widths
    return None


class _Group:
    """The names of one stage."""

    def __init__(
        self,
        wanted: Wanted,
        steps: range,
        head: str,
        named: tuple[int, ...],
        manner: tuple[int, int],
    ) -> None:
        self.wanted, self.steps, self.head, self.named = wanted, steps, head, named
        self.texts = wanted.texts
        self.rows, self.lines = manner
        title = narrowest(head, HEAD_LINES, HEAD, bold=True) + 2 * PARTED + _PAD if head else 0.0
        title = min(title, _HEAD_MOST)
        self.needs = [self._need(step) for step in steps]
        self.single = sum(self.needs)
        least = self.single if self.rows == 1 else min(self.single, self._least())
        self.least = max(title, least)

    def without(self, step: int) -> "_Group":
        """Returns it without one of its names."""
        named = tuple(each for each in self.named if each != step)
        return _Group(self.wanted, self.steps, self.head, named, (self.rows, self.lines))

    def _need(self, step: int) -> float:
        """Returns the least width of a column whose name stands above it alone."""
        if step not in self.named:
            return 12.0
        least = narrowest(self.texts[step], self._alone, SIZE) + _PAD
        others = [other.get(step, 0.0) for other in self.wanted.others]
        return max(least + _OFF, *others) if others else least

    @property
    def _alone(self) -> int:
        """Lines of a name that has all rows for itself."""
        return int(self.rows * self.lines * (SMALL if self.rows > 1 else SIZE) / SIZE)

    def _least(self) -> float:
        """Returns the least width of the stage with names in several rows."""
        count = len(self.steps)
        names = [narrowest(self.texts[step], self.lines, SMALL) for step in self.named]
        width = max(10.0 * count, max(names, default=0.0) + 2 * (PARTED + _RIM))
        while width < self.single and self._staggered(0.0, width) is None:
            width += 3.0 * count**0.5
            if width > _GROUP_MOST:
                return inf
        return width

    def most(self, width: float) -> int:
        """Returns how many lines the longest of its names takes where each stands alone."""
        if self.single > width:
            return 0
        columns = zip(self.steps, self.columns(width), strict=True)
        counts = (
            len(measure.wrap(self.texts[step], column - _PAD, SIZE))
            for step, column in columns
            if step in self.named
        )
        return max(counts, default=0)

    def columns(self, width: float) -> list[float]:
        """Returns the widths of its columns."""
        if self.single <= width:
            each = [1] * len(self.needs)
            return _roomy(self.needs, each, each, width) or self.needs
        return [width / len(self.steps)] * len(self.steps)

    def place(self, left: float, width: float, most: int) -> list[Name] | None:
        """Returns its names where they stand; None where they do not.

        Args:
            left: its left edge.
            width: its width.
            most: so many lines some name takes anyway.
        """
        if self.single > width:
            return self._staggered(left, width)
        return self._beside(left, width, most)

    def _beside(self, left: float, width: float, most: int) -> list[Name]:
        names = []
        for step, column in zip(self.steps, self.columns(width), strict=True):
            if step in self.named:
                least = narrowest(self.texts[step], most, SIZE)
                rooms = (column - _PAD - more for more in _MORE)
                room = next((each for each in rooms if least <= each), column - _PAD)
                lines = measure.wrap(self.texts[step], room, SIZE)
                lines = _balanced(self.texts[step], len(lines), room)
                x = left + column / 2
                names.append(Name(step=step, lines=lines, x=x, top=0.0, size=SIZE, leads=False))
            left += column
        return names

    def _staggered(self, left: float, width: float) -> list[Name] | None:
        """Returns names in several rows, as near to their columns as they can be."""
        for turn in range(self.rows):
            if found := self._rows(left, width, turn):
                return found
        return None

    def _rows(self, left: float, width: float, turn: int) -> list[Name] | None:
        column = width / len(self.steps)
        middles = {step: left + (step - self.steps.start + 0.5) * column for step in self.named}
        rows = {step: (i + turn) % self.rows for i, step in enumerate(self.named)}
        found: list[Name] = []
        for row in range(self.rows):
            own = [step for step in self.named if rows[step] == row]
            lines_above = [middles[step] for step in self.named if rows[step] < row]
            room = _Row(left + PARTED + _RIM, left + width - PARTED - _RIM, lines_above, self.lines)
            placed = room.place([(step, self.texts[step], middles[step]) for step in own])
            if placed is None:
                return None
            top = row * self.lines * SMALL * LEADING
            found += [
                Name(step=s, lines=lines, x=x, top=top, size=SMALL, leads=row < self.rows - 1)
                for s, lines, x in placed
            ]
        return found


def _balanced(text: str, count: int, width: float) -> tuple[str, ...]:
    """Returns a name in so many lines of about the same length."""
    least = narrowest(text, count, SIZE)
    return measure.wrap(text, min(width, least), SIZE)


class _Row:
    """One of several rows of names: each stands near its step, clear of lines from above."""

    def __init__(self, left: float, right: float, lines: Sequence[float], most: int) -> None:
        self.left, self.right, self.lines, self.most = left, right, lines, most

    def place(
        self, names: Sequence[tuple[int, str, float]]
    ) -> list[tuple[int, tuple[str, ...], float]] | None:
        """Returns lines and middle of each name, by step; None where they have no room."""
        spans, end = [], self.left - _SPACE
        for _, text, at in names:
            wide = narrowest(text, self.most, SMALL)
            if wide > self.right - self.left:
                return None
            wide = max(measure.width(line, SMALL) for line in measure.wrap(text, wide, SMALL))
            low, high = self._bounds(at, wide)
            x = max(low, end + _SPACE + wide / 2)
            if x > high:
                return None
            spans.append((x, high, wide))
            end = x + wide / 2
        placed, end = [], self.right + _SPACE
        for (step, text, at), (low, high, wide) in reversed(list(zip(names, spans, strict=True))):
            x = max(low, min(at, high, end - _SPACE - wide / 2))
            end = x - wide / 2
            placed.append((step, measure.wrap(text, wide + 0.02, SMALL), x))
        return placed[::-1]

    def _bounds(self, at: float, wide: float) -> tuple[float, float]:
        """Returns how far left and right the middle of a name may stand."""
        before = max((x + _CLEAR for x in self.lines if x < at), default=self.left)
        after = min((x - _CLEAR for x in self.lines if x > at), default=self.right)
        low = max(before, self.left) + wide / 2
        high = min(after, self.right) - wide / 2
        return max(low, at - wide / 2 + 1), min(high, at + wide / 2 - 1)


def spots(names: Names, count: int) -> list[tuple[int, float]]:
    """Returns the numbers that have room in a line, with the middle of each column."""
    found, end = [], names.grid.left - _SPACE
    for panel in names.grid.panels:
        for step in range(panel.first, min(panel.stop, count)):
            half = measure.width(str(step + 1), SIZE) / 2
            x = names.grid.middle(step)
            if x - half >= max(end + 2, panel.left) and x + half <= panel.right:
                found.append((step, x))
                end = x + half
    return found
