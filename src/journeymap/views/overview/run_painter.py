"""Paints channels and who serves: one box for neighbours that are the same."""

from collections.abc import Sequence
from dataclasses import replace

from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Box, Marker, Shape
from journeymap.views.overview.grid import Grid
from journeymap.views.overview.icons import SIZE as ICON
from journeymap.views.overview.icons import icon
from journeymap.views.overview.name_widths import narrowest
from journeymap.views.overview.strip_sizes import HEIGHT, SIZE, SMALL
from journeymap.views.overview.strips import MORE, Run

_SIDES = 5.0
"""Of a column beside the words of a run, in points."""
_FEW = 2
"""Lines that names take before there are fewer of them."""
_BETWEEN = 3.0
"""Between icons, in points."""


class RunPainter:
    """Channels, or who serves: one box for neighbours that are the same."""

    def __init__(self, runs: Sequence[Run], most: int) -> None:
        """Takes what holds of which steps, and how many lines a name takes at most."""
        self.runs, self.most = runs, most

    def tall(self, grid: Grid) -> float:
        """Returns the height of the strip: more where a name takes several lines."""
        most = max(len(self._lines(run, _room(run, grid))) for run in self.runs)
        return HEIGHT + max(0, most - 1) * SIZE * 1.15

    def fits(self, grid: Grid) -> bool:
        """Tells whether each run has whole names, or icons."""
        return all(_icons(run) or self._lines(run, _room(run, grid)) for run in self.runs)

    def counts(self, grid: Grid) -> bool:
        """Tells whether a name says in signs how many more there are."""
        told = (" ".join(self._lines(run, _room(run, grid))) for run in self.runs)
        return any(MORE in words for words in told)

    def _lines(self, run: Run, room: float) -> tuple[str, ...]:
        """Returns a name in lines: one beside its icons; none where these have to be enough.

        Without icons it stands in several lines, with whole words if that can be.
        """
        mark = _icons(run)
        for words in run.words:
            if measure.width(words, SIZE) + mark + (4 if mark else 0) <= room:
                return (words,)
            if not mark and (lines := _broken(words, room, min(_FEW, self.most))):
                return lines
        if mark:
            return ()
        more = (_broken(each, room, self.most) for each in run.words)
        cut = (_broken(each, room, self.most, whole=False) for each in run.words)
        return next(filter(None, (*more, *cut)), ())

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints them below an upper edge."""
        tall = self.tall(grid)
        for run in self.runs:
            left, right = grid.edges[run.first] + 1.5, grid.edges[run.stop] - 1.5
            whole = " ".join(filter(None, (run.words[0], run.lacking)))
            box = Box(x=left, y=top, width=right - left, height=tall, fill=canvas.theme.panel,
                      radius=4, tooltip=whole)  # fmt: skip
            canvas.boxes.append(box)
            self._words(run, _room(run, grid), box, canvas)

    def _words(self, run: Run, room: float, box: Box, canvas: Canvas) -> None:
        """Writes icon, name and what lacks, or as much of it as has room."""
        theme, middle = canvas.theme, box.y + box.height / 2
        icons = _icons(run)
        lines = self._lines(run, room)
        mark = icons + (4 if icons and lines else 0)
        wide = max((measure.width(each, SIZE) for each in lines), default=0.0)
        lacks = measure.width(run.lacking, SIZE) + 6 if run.lacking else 0.0
        told = lacks and mark + wide + lacks <= room and len(lines) == 1
        used = mark + wide + (lacks if told else 0.0)
        x = box.x + (box.width - used) / 2
        shown = run.kinds if icons <= room + 2 else run.kinds[: int(room + 2 >= ICON)]
        for number, kind in enumerate(shown):
            at = x + number * (ICON + _BETWEEN) + ICON / 2
            canvas.draw(*icon(kind, (at, middle), theme.muted))
        size = SIZE if wide <= room else SMALL
        style = Style(size=size, colour=theme.ink, anchor=Anchor.MIDDLE, tooltip=box.tooltip)
        y = middle - (len(lines) - 1) * SIZE * 1.15 / 2 - style.leading / 2
        for words in lines:
            canvas.write([words], x + mark + wide / 2, y, style)
            y += SIZE * 1.15
        if told:
            red = replace(style, colour=theme.low, anchor=Anchor.START)
            canvas.write([run.lacking], x + mark + wide + 6, middle - style.leading / 2, red)
        elif run.lacking:
            canvas.draw(
                Marker(shape=Shape.DOWN, x=box.x + 2, y=box.y + 2, size=6.0, fill=theme.low,
                       tooltip=box.tooltip)
            )  # fmt: skip


def least(runs: Sequence[Run]) -> tuple[dict[int, float], ...]:
    """Returns how wide columns of steps have to be that have a run alone: for two lines, or more.

    No word is broken at these widths.
    """
    alone = [each for each in runs if each.stop - each.first == 1]
    return tuple(
        {each.first: narrowest(each.words[-1], lines, SMALL) + _SIDES for each in alone}
        for lines in (2, 3)
    )


def _broken(words: str, room: float, most: int, *, whole: bool = True) -> tuple[str, ...]:
    """Returns words in at most so many lines, broken inside a word if need be; else none."""
    size = _size(words, room)
    if room <= 2 * SIZE or (whole and measure.longest(words, size) > room):
        return ()
    lines = measure.wrap(words, room, size)
    fits = all(measure.width(each, size) <= room for each in lines)
    return lines if fits and len(lines) <= most else ()


def _size(words: str, room: float) -> float:
    """Returns the size of type at which words stay whole, the usual one if there is none."""
    sizes = (each for each in (SIZE, SMALL) if measure.longest(words, each) <= room)
    return next(sizes, SIZE)


def _icons(run: Run) -> float:
    """Returns the width of the icons of a run."""
    return max(0.0, len(run.kinds) * (ICON + _BETWEEN) - _BETWEEN)


def _room(run: Run, grid: Grid) -> float:
    """Returns the room for words of a run."""
    return grid.edges[run.stop] - grid.edges[run.first] - _SIDES
