"""Paints the ways back: who goes back where to, and who begins anew."""

from collections.abc import Sequence
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.flow import people
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor
from journeymap.views.overview.grid import Grid
from journeymap.views.overview.in_line import Item, at_step, placed
from journeymap.views.overview.strip_sizes import SIZE
from journeymap.views.overview.strips import all_assumed
from journeymap.views.sheet.ways_back import ways_back
from journeymap.words.completion import renewing
from journeymap.words.labels import label, marked

_ROWS, _TALL = 3, 12.5
"""Lines of ways back at most, with shorter words in the last one where more would be needed, and
the height of one, in points: no ground lies below them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A way back from a step.

    Attributes:
        step: position of the step.
        texts: how many go back where to, then how many alone.
    """

    step: int
    texts: tuple[str, ...]


def returns(analysis: Analysis) -> tuple[Return, ...]:
    """Returns the ways back, the last one of a cycle as how many begin anew."""
    marks, found = not all_assumed(analysis.journey_map), list[Return]()
    told, anew = False, _anew(analysis, marks=marks)
    for exits in analysis.ways.exits:
        step = exits.step
        for share, target in ways_back(analysis, step, marks=marks, anew=not anew):
            words = " ".join(filter(None, (share, f"→ {target}")))
            found.append(Return(step=step.position, texts=(words, share or "→")))
        if anew and not told and any(way.renewed and way.is_open for way in exits.ways):
            found.append(Return(step=step.position, texts=(anew,)))
            told = True
    return tuple(found)


def _anew(analysis: Analysis, *, marks: bool) -> str:
    """Returns how many of those who start begin anew at last; empty where nobody knows."""
    language, flow, share = analysis.journey_map.journey.language, analysis.flow, renewing(analysis)
    if not flow or not share:
        return ""
    words = label("come-back-n", language).format(n=people(share))
    return marked(words, language, assumed=flow.assumed and marks)


class ReturnPainter:
    """Ways back, each below its step, in as few lines as hold them so."""

    def __init__(self, found: Sequence[Return]) -> None:
        self.found = found

    def tall(self, grid: Grid) -> float:
        """Returns the height of the strip."""
        return _TALL * len(self._rows(grid))

    def _rows(self, grid: Grid) -> list[list[Item]]:
        rows: list[list[Item]] = []
        for each in self.found:
            item = at_step(each.texts, each.step, grid)
            row = next((row for row in rows if _is_whole([*row, item], grid)), None)
            if row is None and len(rows) == _ROWS:
                row = rows[-1]
            if row is None:
                rows.append([])
                row = rows[-1]
            row.append(item)
        return rows

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints them below an upper edge."""
        style = Style(size=SIZE, colour=canvas.theme.muted, anchor=Anchor.MIDDLE)
        for row in self._rows(grid):
            y = top + (_TALL - style.leading) / 2
            for item, text, x in placed(row, (grid.left, grid.right), SIZE):
                canvas.write([text], x, y, replace(style, tooltip=item.whole))
            top += _TALL


def _is_whole(items: Sequence[Item], grid: Grid) -> bool:
    """Tells whether items have room side by side, each below its step and in its longest words."""
    found = placed(items, (grid.left, grid.right), SIZE)
    return len(found) == len(items) and all(words == item.texts[0] for item, words, _ in found)
