"""Maps without a curve: steps stand on shelves below one another, with type as large as can be."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from journeymap.views.kit.even_runs import cut
from journeymap.views.kit.page_frame import PlacedFrame, largest
from journeymap.views.kit.theme import MINIMUM
from journeymap.views.sheet.columns import spacing
from journeymap.views.sheet.horizontal import framed, names
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.views.sheet.layout import HYPHENATED, Band, Layout, Task
from journeymap.views.sheet.vertical import place

COMFORT = 8.0
"""Width of columns, in multiples of body type, from which on they are easy to read."""
_LARGEST = 20.0
"""Largest body type, in points: more than beside a curve, as nothing else fills the page."""
_APART, _FURTHEST = 14.0, 28.0
"""Least and largest gap between shelves, in points."""
_SQUARE = 0.5
"""Height of a grown card as a share of its width."""
_OPTICAL = 0.4
"""Share of the height left that stands above the shelves, which then look as if in the middle."""


def shelve(task: Task) -> list[tuple[Layout, ...]] | None:
    """Returns the shelves of each page, on a single page if any type is small enough for that.

    Args:
        task: all columns of a map on a page; its size of type is left open.

    Returns:
        None where a shelf does not even fit with the smallest type.
    """
    if page := largest(lambda kind: _single(replace(task, body=kind.body)), most=_LARGEST):
        return [page]
    least = replace(task, body=MINIMUM)
    shelves = _cut(least) or _cut(replace(least, cap=HYPHENATED))
    return [_stack(task, part) for part in _parts(task, shelves)] if shelves else None


def _single(task: Task) -> tuple[Layout, ...] | None:
    """Returns the shelves of a single page; None where it does not hold them."""
    shelves = _cut(task)
    return _stack(task, shelves) if shelves and _fit(task, shelves) else None


def _cut(task: Task) -> list[Layout] | None:
    """Cuts steps at stages into shelves with columns of about the same width."""
    page, gap = task.page, spacing(1, task.body).gap
    total = page.width - 2 * page.margin - names(task.sheet, task.type).gutter
    most = max(1, int((total + gap) // (COMFORT * task.body + gap)))
    runs = cut([column.stage for column in task.columns], most)
    longest = max(map(len, runs))
    gap = spacing(longest, task.body).gap
    widest = (total - (longest - 1) * gap) / longest / task.body
    shelves = [
        place(replace(task, start=run.start, stop=run.stop, widest=widest, tight=True))
        for run in runs
    ]
    placed = [shelf for shelf in shelves if shelf]
    return placed if len(placed) == len(shelves) else None


def _tall(shelf: Layout) -> float:
    return max(band.bottom for band in shelf.rows.values()) - shelf.header.top


def _frame(task: Task, shelves: Sequence[Layout]) -> PlacedFrame:
    """Returns title and legend of a page with these shelves."""
    columns = [column for shelf in shelves for column in shelf.columns]
    return framed(replace(task, body=shelves[0].type.body), columns)


def _room(task: Task, shelves: Sequence[Layout]) -> float:
    """Returns the height that is left on a page with these shelves; below 0 where there is none."""
    used = sum(map(_tall, shelves)) + (len(shelves) - 1) * _APART + shelves[0].space.row
    return _frame(task, shelves).bottom - shelves[0].header.top - used


def _fit(task: Task, shelves: Sequence[Layout]) -> bool:
    return _room(task, shelves) >= 0


def _parts(task: Task, shelves: Sequence[Layout]) -> list[list[Layout]]:
    """Deals shelves out to as few pages as hold them, and to these evenly."""
    for count in range(1, len(shelves)):
        edges = [len(shelves) * i // count for i in range(count + 1)]
        parts = [list(shelves[start:stop]) for start, stop in pairwise(edges)]
        if all(_fit(task, part) for part in parts):
            return parts
    return [[shelf] for shelf in shelves]


def _stack(task: Task, shelves: Sequence[Layout]) -> tuple[Layout, ...]:
    """Sets the shelves of a page below one another and shares out the height that is left."""
    level = _level(shelves)
    shelves = level if _fit(task, level) else shelves
    first, spare = shelves[0], max(0.0, _room(task, shelves))
    count = sum(len(shelf.rows) for shelf in shelves)
    wide, high = max(first.widths), max(band.height for band in first.rows.values())
    growth = min(spare / count, max(0.0, _SQUARE * wide - high))
    spare -= growth * count
    gap = _APART + min(spare / len(shelves), _FURTHEST - _APART)
    spare -= (gap - _APART) * (len(shelves) - 1)
    top = first.header.top + _OPTICAL * spare
    frame, stacked = _frame(task, shelves), []
    for shelf in shelves:
        grown = {lane: band.height + growth for lane, band in shelf.rows.items()}
        moved = _moved(shelf, top, grown)
        stacked.append(replace(moved, growth=growth, frame=frame))
        top += _tall(moved) + gap
    return tuple(stacked)


def _level(shelves: Sequence[Layout]) -> list[Layout]:
    """Makes rows of a lane as high on all shelves."""
    bands = [pair for shelf in shelves for pair in shelf.rows.items()]
    most = {lane: max(band.height for other, band in bands if other is lane) for lane, _ in bands}
    return [
        _moved(shelf, shelf.header.top, {lane: most[lane] for lane in shelf.rows})
        for shelf in shelves
    ]


def _moved(shelf: Layout, top: float, heights: Mapping[Row, float]) -> Layout:
    """Returns a shelf at another height, with rows of these heights."""
    shift = top - shelf.header.top
    rows, plot = {}, shelf.plot
    for lane, band in shelf.rows.items():
        rows[lane] = Band(top=band.top + shift, height=heights[lane])
        if lane is Lane.EMOTION:
            plot = Band(top=plot.top + shift, height=plot.height)
        shift += heights[lane] - band.height
    header = Band(top=top, height=shelf.header.height)
    return replace(shelf, header=header, rows=rows, plot=plot)
