"""Pains and ideas of a short journey in words, in place of a dot each."""

from collections.abc import Callable, Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Box, Mark, Point
from journeymap.views.overview.grid import PARTED, Grid
from journeymap.views.overview.strip_sizes import HEIGHT

_SIZE, _LEAD, _SIGN, _RISE, _SPLIT, _PAD = 10.5, 12.6, 14.0, 4.0, 3.0, 5.0
"""Type and leading, room of a sign, and white space above, between and beside, in points."""
_LINES = 4
"""Lines of an entry; what is longer goes on in its tooltip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A pain or an idea.

    Attributes:
        text: in words.
        sign: its sign around a point.
    """

    text: str
    sign: Callable[[Point, Canvas], list[Mark]]


class WordPainter:
    """Paints cells with words below the steps."""

    def __init__(self, entries: Sequence[Sequence[Entry]], *, pains: bool) -> None:
        self.entries, self.pains = entries, pains

    def _lines(self, entry: Entry, room: float) -> tuple[str, ...]:
        return measure.clip(measure.wrap(entry.text, room, _SIZE), _LINES, room, _SIZE)

    def _room(self, step: int, grid: Grid) -> float:
        return grid.width(step) - 2 * (PARTED + _PAD) - _SIGN

    def fits(self, grid: Grid) -> bool:
        """Tells whether no part of a word is wider than its column."""
        return all(
            measure.width(line, _SIZE) <= self._room(step, grid)
            for step, own in enumerate(self.entries)
            for entry in own
            for line in self._lines(entry, self._room(step, grid))
        )

    def tall(self, grid: Grid) -> float:
        """Returns the height of the strip."""
        most = 0.0
        for step, own in enumerate(self.entries):
            room = self._room(step, grid)
            lines = sum(len(self._lines(entry, room)) for entry in own)
            most = max(most, lines * _LEAD + _SPLIT * max(0, len(own) - 1))
        return max(HEIGHT, most + 2 * _RISE)

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints it below an upper edge."""
        tall, theme = self.tall(grid), canvas.theme
        for step, own in enumerate(self.entries):
            left, wide = grid.edges[step] + PARTED, grid.width(step) - 2 * PARTED
            fill = theme.pain if self.pains and own else theme.panel
            canvas.boxes.append(
                Box(x=left, y=top, width=wide, height=tall, fill=fill, radius=4)
            )  # fmt: skip
            y = top + _RISE
            for entry in own:
                canvas.draw(*entry.sign((left + _PAD + _SIGN / 2 - 1, y + _LEAD / 2), canvas))
                style = Style(size=_SIZE, colour=theme.ink, tooltip=entry.text)
                for words in self._lines(entry, self._room(step, grid)):
                    canvas.write([words], left + _PAD + _SIGN, y, style)
                    y += _LEAD
                y += _SPLIT
