"""Paints the readings that miss their targets."""

from collections.abc import Sequence
from dataclasses import replace

from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor
from journeymap.views.overview.grid import Grid
from journeymap.views.overview.in_line import Item, placed
from journeymap.views.overview.strip_sizes import HEIGHT, SIZE
from journeymap.views.overview.strips import Missed
from journeymap.words.labels import label

_ALL = 1
"""Key of a reading of the whole map."""
_ROWS, _SPLIT, _ANYWHERE, _BESIDE = 3, 16.0, 10_000.0, 8.0
"""Lines of readings at most, the gap between two, no limit to how far words are from their place,
and how far from the middle of its steps the words of a reading may begin or end, in points."""


class TargetPainter:
    """Readings that miss their targets, each at its own steps, in as few lines as hold them so."""

    def __init__(self, missed: Sequence[Missed], language: str) -> None:
        self.missed, self.language = missed, language

    def tall(self, grid: Grid) -> float:
        """Returns the height of the strip."""
        return HEIGHT * max(1, len(self._rows(grid)))

    def _rows(self, grid: Grid) -> list[list[tuple[Item, str, float]]]:
        """Returns lines of readings; the last says how many have no room."""
        items = sorted((self._item(each, grid) for each in self.missed), key=lambda each: each.at)
        rows: list[list[Item]] = []
        left = 0
        for item in items:
            row = next((row for row in rows if _near([*row, item], grid)), None)
            if row is not None:
                row.append(item)
            elif len(rows) < _ROWS:
                rows.append([item])
            else:
                left += 1
        while left and not _near([*rows[-1], self._more(left, grid)], grid):
            rows[-1].pop()
            left += 1
        if left:
            rows[-1].append(self._more(left, grid))
        return [_set(row, grid) for row in rows]

    def _more(self, left: int, grid: Grid) -> Item:
        words = label("more-missed", self.language).format(n=left)
        return Item(at=grid.right, texts=(words,), whole=words)

    def _item(self, each: Missed, grid: Grid) -> Item:
        at = (grid.edges[each.first] + grid.edges[each.stop]) / 2
        room = grid.right - grid.left
        lines = measure.clip(measure.wrap(each.words, room, SIZE), 1, room, SIZE)
        return Item(at=at, texts=lines, whole=each.words, key=_ALL if each.whole else 0)

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints them below an upper edge."""
        style = Style(size=SIZE, colour=canvas.theme.low, anchor=Anchor.MIDDLE)
        for row in self._rows(grid):
            y = top + (HEIGHT - style.leading) / 2
            for item, text, x in row:
                canvas.write([text], x, y, replace(style, tooltip=item.whole))
            top += HEIGHT


def _set(items: Sequence[Item], grid: Grid) -> list[tuple[Item, str, float]]:
    return placed(items, (grid.left, grid.right), SIZE, _ANYWHERE, _SPLIT)


def _near(items: Sequence[Item], grid: Grid) -> bool:
    """Tells whether items stand in a line, each of them over the middle of its own steps.

    What is of the whole map may stand anywhere.
    """
    found = _set(items, grid)
    return len(found) == len(items) and all(
        item.key == _ALL or abs(x - item.at) <= measure.width(words, SIZE) / 2 + _BESIDE
        for item, words, x in found
    )
