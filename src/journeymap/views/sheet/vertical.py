"""Geometry down the page: heights of rows, and how spare height is shared among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.page_frame import PlacedFrame
from journeymap.views.kit.theme import LEADING, MINIMUM, PAGES
from journeymap.views.sheet import columns as cols
from journeymap.views.sheet import felt
from journeymap.views.sheet.columns import Spacing
from journeymap.views.sheet.horizontal import Across, framed, names, settle
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.views.sheet.layout import UNCUT, Band, Layout, Names, Noted, Task, rim

_PLOT_FAIR, _PLOT_GOOD, _PLOT_MOST = 8.5, 11.0, 0.42
"""Height of the curve in multiples of body type: least where larger type gives way to the curve;
good, where there is room; most, as a share of the page."""
_BY_HAND = 4.0
"""Height of a cell to write in, in multiples of body type."""
_GROWTH, _LOOSEST = 10.0, 16.0
"""How far a row of cells may grow beyond its words, and the widest gap between rows, in points; on
a poster as much more as it is higher than a slide."""
_UNRATED = 3.0
"""How many times as far where there is no curve to fill the page."""
_NOTED = 10.5
"""Larger body type gives way to what stands below the names of stages, in points."""
_PIN, _BADGE = 5.0, 8.0
"""Height that moments and badges need above the cards that they are pinned to, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Down:
    """Least heights down the page, between what stands above and below the picture.

    Attributes:
        top: lower edge of what stands above.
        foot: upper edge of what stands below.
        header: of the names of stages.
        pins: room for what is pinned to the cards of steps.
        rows: of the rows of words.
        above: of what is told above the curve.
        below: of what is told below it.
        plot: of the curve.
        lines: of the words above rows.
        noted: of what stands below the names of stages where there is room, the most first.
    """

    top: float
    foot: float
    header: float
    pins: float
    rows: Mapping[Row, float]
    above: float
    below: float
    plot: float
    lines: Mapping[Row, float]
    noted: tuple[Noted, ...] = ()

    @property
    def emotion(self) -> float:
        """Of the emotion lane; 0 where it is not shown."""
        return self.above + self.plot + self.below

    @property
    def total(self) -> float:
        """Of everything between title and legend, without gaps."""
        rows = sum((*self.rows.values(), *self.lines.values()))
        return self.header + self.pins + rows + self.emotion


def tallest(downs: Sequence[Down]) -> Down:
    """Returns heights that are enough for all of several pages."""

    def most(parts: Iterable[Mapping[Row, float]]) -> dict[Row, float]:
        pairs = sorted(pair for part in parts for pair in part.items())
        return dict(pairs)  # of each row the last, which is the greatest

    return Down(
        top=max(each.top for each in downs),
        foot=min(each.foot for each in downs),
        header=max(each.header for each in downs),
        pins=max(each.pins for each in downs),
        rows=most(each.rows for each in downs),
        above=max(each.above for each in downs),
        below=max(each.below for each in downs),
        plot=max(each.plot for each in downs),
        lines=most(each.lines for each in downs),
        noted=tuple(
            max(same, key=lambda each: each.height)
            for same in zip(*(each.noted for each in downs), strict=True)
        ),
    )


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


def _down(task: Task, lanes: Names, across: Across, space: Spacing, frame: PlacedFrame) -> Down:
    kind, sizes = task.type, task.sizes
    most = max((len(head.lines) for head in across.heads), default=0)
    rows: dict[Row, float] = {}
    for lane in task.lanes:
        if lane is not Lane.EMOTION:
            name = len(lanes.lines.get(lane, ())) * kind.small * LEADING + 2 * space.rise
            heights = (cols.natural(cells[lane], sizes[lane], space) for cells in across.cells)
            rows[lane] = max(name, _written(task), *heights)
    above = below = plot = 0.0
    if Lane.EMOTION in task.lanes:
        above = max(cols.height(mentions, kind.small) for mentions in across.between)
        below = max(cols.height(mentions, kind.small) for mentions in across.leaks)
        name = len(lanes.lines.get(Lane.EMOTION, ())) * kind.small * LEADING
        above = max(above + 4 if above else 0, 0.0 if task.brief else name)
        below = below + 4 if below else 0
        plot = _plot(task) if task.rated else 0.0
        if task.brief:
            words = max(felt.height(each, kind.body) for each in across.felt)
            plot = max(words, name + 2 * space.rise - above - below)
    return Down(
        top=frame.top,
        foot=frame.bottom,
        header=most * kind.heading * LEADING + 7 if most else 0.0,
        pins=_pins(task) if Lane.ACTION in rows else 0.0,
        rows=rows,
        above=above,
        below=below,
        plot=plot,
        lines={lane: kind.small * LEADING + 2 for lane in task.sheet.lines if lane in rows},
        noted=() if task.tight and not task.sheet.poster else tuple(_noted(across)),
    )


def _noted(across: Across) -> Iterator[Noted]:
    """Yields how high what stands below the names of stages is, with readings and without."""
    said = [head.notes for head in across.heads if head.notes]
    for chips in (True, False):
        tall = max((each.height(chips=chips) for each in said), default=0.0)
        yield Noted(height=tall, chips=chips)


def _lacks(task: Task, noted: Noted | None) -> bool:
    """Tells whether a page has to make room for more of what stands below the names of stages.

    Readings go where they would cost pages or words are cut as well, and nothing from a poster.
    """
    measured_at = not task.bare and any(each.readings for each in task.sheet.asides)
    if (task.sheet.poster or measured_at) and task.most == UNCUT:
        return noted is None or not noted.chips
    return noted is None and task.body > _NOTED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extra:
    """Spare height that parts of the page get: the curve, gaps, rows, room around the curve."""

    curve: float
    gaps: float
    cells: float
    air: float


def _spread(task: Task, down: Down, spare: float, space: Spacing) -> _Extra:
    """Shares spare height among curve, gaps and rows."""
    if task.tight:
        return _Extra(curve=0.0, gaps=0.0, cells=0.0, air=0.0)
    size, count = task.body, _count(task, down)
    free = bool(down.plot) and task.span is None and not task.brief
    curve = min(spare, max(0.0, _PLOT_GOOD * size - down.plot)) if free else 0.0
    spare -= curve
    more = 1.0 if down.plot else _UNRATED
    if task.sheet.poster:
        more *= task.page.height / PAGES["16:9"].height
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


def _count(task: Task, down: Down) -> int:
    """Returns the number of rows, on this page or on others of its map."""
    return len(down.rows) + (Lane.EMOTION in task.lanes)


def _freed(task: Task, down: Down, extra: _Extra) -> float:
    """Returns what each row of cells gains from those that only other pages of the map have."""
    gone = [lane for lane in down.rows if lane not in task.lanes]
    gaps = task.space.row + extra.gaps
    free = sum(down.rows[lane] + down.lines.get(lane, 0.0) + extra.cells + gaps for lane in gone)
    return free / max(1, len(down.rows) - len(gone))


def _rows(task: Task, down: Down, top: float, extra: _Extra) -> tuple[dict[Row, Band], Band]:
    """Stacks the lanes below the headers; returns them and the strip of the curve."""
    space = task.space
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Columns whose words are broken into lines, and the heights that they need.

    Attributes:
        task: what is to be laid out.
        names: of lanes.
        across: what is known along the page.
        frame: title and legend.
        down: least heights.
    """

    task: Task
    names: Names
    across: Across
    frame: PlacedFrame
    down: Down


def place(task: Task) -> Layout | None:
    """Lays out columns on one page; None where they do not fit at this size of type."""
    attempts = (stack(each, each.down) for each in measured(task))
    return next((layout for layout in attempts if layout), None)


def measured(task: Task) -> Iterator[Measured]:
    """Yields columns with their words in lines, those with the most lines of leaks first.

    Nothing where words are too wide for this size of type.
    """
    space, lanes = task.space, names(task.sheet, task.type)
    leaky = any(column.leaks for column in task.columns)
    for most in (cols.LEAK_LINES, cols.PASSING_LINES) if leaky else (cols.PASSING_LINES,):
        across = settle(task, lanes.gutter, space, most)
        if across is None:
            return
        frame = framed(task, task.columns)
        down = _down(task, lanes, across, space, frame)
        yield Measured(task=task, names=lanes, across=across, frame=frame, down=down)


def _unsaid(page: Measured, down: Down) -> Iterator[tuple[Row, float]]:
    """Yields rows too low for what stands below their names, with the height that they need.

    None on one of several shelves: what it leaves of a page is not its own.
    """
    task = page.task
    shared = task.tight and task.stop - task.start < len(task.sheet.columns)
    for lane in () if shared else page.names.said:
        tall = page.names.height(lane, task.type.small) + 2 * task.space.rise
        if lane in task.lanes and down.rows[lane] < tall:
            yield lane, tall


def _with_said(page: Measured, down: Down, spare: float) -> tuple[Down, float]:
    """Gives rows room for what stands below their names, as far as there is any."""
    rows = dict(down.rows)
    for lane, tall in _unsaid(page, down):
        if (more := tall - rows[lane]) <= spare:
            rows[lane], spare = tall, spare - more
    return replace(down, rows=rows), spare


def stack(page: Measured, down: Down) -> Layout | None:
    """Sets rows below one another; None where these heights are more than the page has.

    Args:
        page: what is to be laid out.
        down: heights of rows: its own, or those of all pages of the map.
    """
    task, across, space = page.task, page.across, page.task.space
    spare = down.foot - down.top - down.total - (_count(task, down) + 1) * space.row
    if spare < 0:
        return None
    noted = next((each for each in down.noted if each.height <= spare), None)
    if down.noted and _lacks(task, noted):
        return None
    down, spare = _with_said(page, down, spare)
    if task.body > _NOTED and any(_unsaid(page, down)):
        return None
    below = noted.height if noted else 0.0
    extra = _spread(task, down, spare - below, space)
    extra = replace(extra, cells=extra.cells + _freed(task, down, extra))
    header = Band(top=down.top, height=down.header + below)
    rows, plot = _rows(task, down, header.bottom, extra)
    return Layout(
        frame=replace(page.frame, top=down.top, bottom=down.foot),
        space=space,
        names=page.names,
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
        felt=across.felt,
        noted=noted,
    )
