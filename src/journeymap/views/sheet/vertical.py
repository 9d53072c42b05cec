"""Geometry down the page: heights of rows, and how spare height is shared among them."""

from collections.abc import Mapping

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.theme import LEADING, MINIMUM, scale
from journeymap.views.sheet import columns as cols
from journeymap.views.sheet.columns import Spacing
from journeymap.views.sheet.horizontal import Across, framed, names, settle
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.views.sheet.layout import Band, Layout, Names, Task, rim

_PLOT_FAIR, _PLOT_GOOD, _PLOT_MOST = 8.5, 11.0, 0.42
"""Height of the curve in multiples of body type: least where larger type gives way to the curve;
good, where there is room; most, as a share of the page."""
_BY_HAND = 4.0
"""Height of a cell to write in, in multiples of body type."""
_GROWTH, _LOOSEST = 10.0, 16.0
"""How far a row of cells may grow beyond its words, and the widest gap between rows, in points."""
_UNRATED = 3.0
"""How many times as far where there is no curve to fill the page."""
_PIN, _BADGE = 5.0, 8.0
"""Height that moments and badges need above the cards that they are pinned to, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Down:
    """Least heights down the page."""

    header: float
    pins: float
    rows: Mapping[Row, float]
    above: float
    below: float
    plot: float
    lines: Mapping[Row, float]

    @property
    def emotion(self) -> float:
        """Of the emotion lane; 0 where it is not shown."""
        return self.above + self.plot + self.below

    @property
    def total(self) -> float:
        """Of everything between title and legend, without gaps."""
        rows = sum((*self.rows.values(), *self.lines.values()))
        return self.header + self.pins + rows + self.emotion


def _plot(task: Task) -> float:
    """Returns the least height of the curve: as other pages have it, or a fair one."""
    edges = 2 * rim(task.body)
    if task.span is not None:
        return task.span + edges
    fair = _PLOT_FAIR * task.body if task.body > MINIMUM else 0.0
    return max(task.least * task.page.height + edges, fair)


def _pins(task: Task) -> float:
    if any(column.callout for column in task.columns):
        return _BADGE
    return _PIN if any(column.moments for column in task.columns) else 0.0


def _written(task: Task) -> float:
    """Returns the least height of a cell: where it is to be written in, three lines by hand."""
    return _BY_HAND * task.body if task.sheet.roomy else 0.0


def _down(task: Task, lanes: Names, across: Across, space: Spacing) -> _Down:
    kind = scale(task.body)
    most = max((len(head.lines) for head in across.heads), default=0)
    rows: dict[Row, float] = {}
    for lane in task.lanes:
        if lane is not Lane.EMOTION:
            name = len(lanes.lines.get(lane, ())) * kind.small * LEADING + 2 * space.rise
            heights = (cols.natural(cells[lane], kind.body, space) for cells in across.cells)
            rows[lane] = max(name, _written(task), *heights)
    above = below = plot = 0.0
    if Lane.EMOTION in task.lanes:
        above = max(cols.height(mentions, kind.small) for mentions in across.between)
        below = max(cols.height(mentions, kind.small) for mentions in across.leaks)
        name = len(lanes.lines.get(Lane.EMOTION, ())) * kind.small * LEADING
        above = max(above + 4 if above else 0, name)
        below = below + 4 if below else 0
        plot = _plot(task) if task.rated else 0.0
    return _Down(
        header=most * kind.heading * LEADING + 7 if most else 0.0,
        pins=_pins(task) if Lane.ACTION in rows else 0.0,
        rows=rows,
        above=above,
        below=below,
        plot=plot,
        lines={lane: kind.small * LEADING + 2 for lane in task.sheet.lines if lane in rows},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extra:
    """Spare height that parts of the page get: the curve, gaps, rows, room around the curve."""

    curve: float
    gaps: float
    cells: float
    air: float


def _spread(task: Task, down: _Down, spare: float, space: Spacing) -> _Extra:
    """Shares spare height among curve, gaps and rows."""
    if task.tight:
        return _Extra(curve=0.0, gaps=0.0, cells=0.0, air=0.0)
    size, count = task.body, len(task.lanes)
    free = bool(down.plot) and task.span is None
    curve = min(spare, max(0.0, _PLOT_GOOD * size - down.plot)) if free else 0.0
    spare -= curve
    more = 1.0 if down.plot else _UNRATED
    cells = min(spare / 2 / max(1, len(down.rows)), more * _GROWTH)
    spare -= cells * len(down.rows)
    gaps = min(spare / (count + 1), more * _LOOSEST - space.row)
    spare -= gaps * (count + 1)
    most = max(0.0, _PLOT_MOST * task.page.height - down.plot - curve) if down.plot else 0.0
    rest = min(spare, most)
    return _Extra(
        curve=curve + (rest if free else 0.0),
        gaps=gaps,
        cells=cells,
        air=0.0 if free else rest,
    )


def _rows(task: Task, down: _Down, top: float, extra: _Extra) -> tuple[dict[Row, Band], Band]:
    """Stacks the lanes below the headers; returns them and the strip of the curve."""
    space = cols.spacing(task.stop - task.start, task.body)
    rows: dict[Row, Band] = {}
    plot = Band(top=top, height=0)
    for lane in task.lanes:
        top += space.row + extra.gaps + (down.pins if lane is Lane.ACTION else 0)
        top += down.lines.get(lane, 0.0)
        if lane is Lane.EMOTION:
            above = down.above + extra.air / 2
            plot = Band(top=top + above, height=down.plot + extra.curve)
            rows[lane] = Band(top=top, height=down.emotion + extra.curve + extra.air)
        else:
            rows[lane] = Band(top=top, height=down.rows[lane] + extra.cells)
        top = rows[lane].bottom
    return rows, plot


def place(task: Task) -> Layout | None:
    """Lays out columns on one page; None where they do not fit at this size of type."""
    leaky = any(column.leaks for column in task.columns)
    roomy = _place(task, cols.LEAK_LINES) if leaky else None
    return roomy or _place(task, cols.PASSING_LINES)


def _place(task: Task, most: int) -> Layout | None:
    """Lays out columns with so many lines of a leak at most."""
    space, lanes = (
        cols.spacing(task.stop - task.start, task.body),
        names(task.sheet, scale(task.body)),
    )
    across = settle(task, lanes.gutter, space, most)
    if across is None:
        return None
    frame, down = framed(task, task.columns), _down(task, lanes, across, space)
    spare = frame.bottom - frame.top - down.total - (len(task.lanes) + 1) * space.row
    if spare < 0:
        return None
    extra = _spread(task, down, spare, space)
    header = Band(top=frame.top, height=down.header)
    rows, plot = _rows(task, down, header.bottom, extra)
    return Layout(
        frame=frame,
        space=space,
        names=lanes,
        columns=task.columns,
        header=header,
        rows=rows,
        growth=extra.cells,
        loose=extra.gaps,
        plot=plot,
        xs=across.xs,
        widths=across.widths,
        heads=across.heads,
        cells=across.cells,
        between=across.between,
        leaks=across.leaks,
    )
