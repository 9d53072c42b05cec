"""Paints the readings that miss their targets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Curve, line
from journeymap.views.overview.grid import Grid
from journeymap.views.overview.in_line import Item, placed
from journeymap.views.overview.strip_sizes import SIZE
from journeymap.views.overview.strips import Missed
from journeymap.words.labels import label

_ROWS, _SPLIT, _ANYWHERE = 3, 16.0, 10_000.0
"""Lines of readings at most, the gap between two, and no limit to how far words are from their
place, in points."""
_TALL, _RISE, _SHORT, _END = 14.4, 0.6, 4.0, 1.6
"""Height of a line of readings, from its upper edge to the bracket over the steps that a reading is
of, by how much that is shorter than their columns on either side, and its ends, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Set:
    """A reading in its line.

    Attributes:
        item: what stands there.
        words: the words.
        x: their middle.
        over: what the bracket over its steps spans; None for the whole journey.
    """

    item: Item
    words: str
    x: float
    over: tuple[float, float] | None

    @property
    def edges(self) -> tuple[float, float]:
        """What the words take from left to right."""
        half = measure.width(self.words, SIZE) / 2
        return self.x - half, self.x + half

    @property
    def is_near(self) -> bool:
        """Whether the words stand below the middle of its steps; of the whole journey anywhere."""
        return self.over is None or self.edges[0] <= self.item.at <= self.edges[1]

    def is_clear(self, other: "_Set") -> bool:
        """Tells whether the words of another reading do not stand below this one's bracket."""
        if self.over is None:
            return True
        return other.edges[1] <= self.over[0] or other.edges[0] >= self.over[1]


class TargetPainter:
    """Readings that miss their targets, each below a bracket over its own steps.

    They stand in as few lines as hold them so. What is of the whole journey says so, has no bracket
    and stands at the end of a line.
    """

    def __init__(self, missed: Sequence[Missed], language: str) -> None:
        self.missed, self.language = missed, language

    def tall(self, grid: Grid) -> float:
        """Returns the height of the strip."""
        return _TALL * max(1, len(self._rows(grid)))

    def _rows(self, grid: Grid) -> list[list[_Set]]:
        """Returns lines of readings; the last says how many have no room."""
        items = sorted((self._item(i, grid) for i in range(len(self.missed))), key=_order)
        rows: list[list[Item]] = []
        left = 0
        for item in items:
            row = next((row for row in rows if self._fits([*row, item], grid)), None)
            if row is not None:
                row.append(item)
            elif len(rows) < _ROWS:
                rows.append([item])
            else:
                left += 1
        while left and not self._fits([*rows[-1], self._more(left, grid)], grid):
            rows[-1].pop()
            left += 1
        if left:
            rows[-1].append(self._more(left, grid))
        return [self._set(row, grid) for row in rows]

    def _more(self, left: int, grid: Grid) -> Item:
        words = label("more-missed", self.language).format(n=left)
        return Item(at=grid.right, texts=(words,), whole=words, key=len(self.missed))

    def _item(self, i: int, grid: Grid) -> Item:
        each = self.missed[i]
        over = self._over(i, grid)
        room = grid.right - grid.left
        lines = measure.clip(measure.wrap(each.words, room, SIZE), 1, room, SIZE)
        at = sum(over) / 2 if over else grid.right
        return Item(at=at, texts=lines, whole=each.words, key=i)

    def _over(self, i: int, grid: Grid) -> tuple[float, float] | None:
        """Returns what the bracket over the steps of a reading spans."""
        if i >= len(self.missed) or self.missed[i].whole:
            return None
        each = self.missed[i]
        return grid.edges[each.first] + _SHORT, grid.edges[each.stop] - _SHORT

    def _set(self, items: Sequence[Item], grid: Grid) -> list[_Set]:
        found = placed(items, (grid.left, grid.right), SIZE, _ANYWHERE, _SPLIT)
        return [
            _Set(item=item, words=words, x=x, over=self._over(item.key, grid))
            for item, words, x in found
        ]

    def _fits(self, items: Sequence[Item], grid: Grid) -> bool:
        """Tells whether items stand in a line, each of them below its own bracket alone."""
        found = self._set(items, grid)
        clear = all(one.is_clear(other) for one, other in permutations(found, 2))
        return len(found) == len(items) and clear and all(each.is_near for each in found)

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints them below an upper edge."""
        colour = canvas.theme.low
        style = Style(size=SIZE, colour=colour, anchor=Anchor.MIDDLE)
        for row in self._rows(grid):
            for each in row:
                if each.over:
                    canvas.draw(*_bracket(each.over, top + _RISE, canvas.theme.middle))
                y = top + _TALL - style.leading
                canvas.write([each.words], each.x, y, replace(style, tooltip=each.item.whole))
            top += _TALL


def _bracket(over: tuple[float, float], y: float, colour: str) -> Iterator[Curve]:
    """Yields its lines: one over the steps, and two ends that point at the words."""
    left, right = over
    corners = ((left, y + _END), (left, y), (right, y), (right, y + _END))
    yield from (line(*ends, colour=colour, width=0.8) for ends in pairwise(corners))


def _order(item: Item) -> tuple[float, int]:
    return item.at, item.key
