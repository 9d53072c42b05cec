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

_TARGET_ROWS, _SPLIT, _ANYWHERE = 2, 16.0, 10_000.0
"""Lines of readings at most, the gap between two, and how far they may stand from their steps."""


class TargetPainter:
    """Readings that miss their targets, in as few lines as hold them; two at most."""

    def __init__(self, missed: Sequence[Missed], language: str) -> None:
        self.missed, self.language = missed, language

    def tall(self, grid: Grid) -> float:
        """Returns the height of the strip."""
        return HEIGHT * max(1, len(self._rows(grid)))

    def _rows(self, grid: Grid) -> list[list[tuple[Item, str, float]]]:
        """Returns lines of readings, in the order of the journey; the last says what is left."""
        edges, least = (grid.left, grid.right), [self._item(each, grid) for each in self.missed]
        rows: list[list[tuple[Item, str, float]]] = []
        while least and len(rows) < _TARGET_ROWS:
            last = len(rows) == _TARGET_ROWS - 1
            count = next(n for n in range(len(least), -1, -1) if self._fit(least, n, grid, last))
            shown = least[: max(count, 1)]
            left = len(least) - len(shown)
            if last and left:
                words = label("more-missed", self.language).format(n=left)
                shown = [*shown, Item(at=grid.right, texts=(words,), whole=words)]
            rows.append(placed(shown, edges, SIZE, _ANYWHERE, _SPLIT))
            least = [] if last else least[max(count, 1) :]
        return rows

    def _fit(self, items: Sequence[Item], count: int, grid: Grid, last: bool) -> bool:  # noqa: FBT001
        """Tells whether so many of the first stand in a line, with how many more there are."""
        words = [item.texts[0] for item in items[:count]]
        if last and count < len(items):
            words.append(label("more-missed", self.language).format(n=len(items) - count))
        wide = sum(measure.width(each, SIZE) for each in words) + _SPLIT * max(0, len(words) - 1)
        return count == 0 or wide <= grid.right - grid.left

    def _item(self, each: Missed, grid: Grid) -> Item:
        at = (grid.edges[each.first] + grid.edges[each.stop]) / 2
        room = grid.right - grid.left
        lines = measure.clip(measure.wrap(each.words, room, SIZE), 1, room, SIZE)
        return Item(at=at, texts=lines, whole=each.words)

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints them below an upper edge."""
        style = Style(size=SIZE, colour=canvas.theme.low, anchor=Anchor.MIDDLE)
        for row in self._rows(grid):
            y = top + (HEIGHT - style.leading) / 2
            for item, text, x in row:
                canvas.write([text], x, y, replace(style, tooltip=item.whole))
            top += HEIGHT
