"""Geometry along the page: the gutter, widths of columns, and words broken to fit them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeymap.model.labels import label
from journeymap.views import columns as cols
from journeymap.views import legend, measure
from journeymap.views.columns import Entry, Mention, Spacing, Strip
from journeymap.views.content import LABELS, Lane, Sheet
from journeymap.views.layout import AXIS, Frame, Head, Task
from journeymap.views.legend import PlacedSign
from journeymap.views.theme import LEADING, MINIMUM, Page, Type, scale

TITLE_LINES, SUBTITLE_LINES, HEAD_LINES = 2, 2, 3
"""Lines of title, subtitle and names of stages before the rest goes to their tooltips."""
_NUMBER = 96.0
"""Room for "2 of 3" beside the title, in points."""
_GUTTER = 88.0
"""Widest gutter of lane names, in points."""


def frame(sheet: Sheet, page: Page, kind: Type) -> Frame:
    """Breaks title, subtitle and names of lanes into lines."""
    room = page.width - 2 * page.margin
    title = measure.wrap(sheet.title, room - _NUMBER, kind.title, bold=True)
    subtitle = measure.wrap(sheet.subtitle, room, kind.small)
    labels = {
        lane: measure.wrap(label(LABELS[lane], sheet.language), _GUTTER - 12, kind.small, bold=True)
        for lane in sheet.lanes
    }
    widths = [measure.width(x, kind.small, bold=True) for name in labels.values() for x in name]
    if Lane.EMOTION in sheet.lanes and sheet.people:
        words = (label(key, sheet.language) for key in ("delighted", "neutral", "distressed"))
        widths += [measure.width(word, kind.small) + AXIS for word in words]
    title = measure.clip(title, TITLE_LINES, room - _NUMBER, kind.title)
    subtitle = measure.clip(subtitle, SUBTITLE_LINES, room, kind.small)
    return Frame(
        title=title,
        subtitle=subtitle,
        labels=labels,
        gutter=float(int(max(widths, default=0) + 13)),
        height=len(title) * kind.title * 1.15 + len(subtitle) * kind.small * LEADING + 8,
    )


def _names(task: Task) -> list[tuple[int, int, int, str]]:
    """Returns stage, first and last column on this page and name of each header."""
    found, at = [], 0
    for stage, group in groupby(task.columns, key=lambda column: column.stage):
        count = len(list(group))
        name = task.sheet.stages[stage]
        before = task.start + at
        if name and before and task.sheet.columns[before - 1].stage == stage:
            name += f" ({label('continued', task.sheet.language)})"
        found.append((stage, at, at + count - 1, name))
        at += count
    return found


def _least(task: Task, space: Spacing) -> list[float]:
    """Returns the least width of each column: for its own words and for its stage's name."""
    kind = scale(task.body)
    needs = [
        cols.least(column, task.sheet.lanes, task.body, task.cap) + 2 * space.pad + 1
        for column in task.columns
    ]
    for _, first, last, name in _names(task):
        word = min(measure.longest(name, kind.heading, bold=True), task.cap * 1.2 * task.body)
        count = last - first + 1
        missing = word + 2 * space.pad - sum(needs[first : last + 1]) - (count - 1) * space.gap
        for i in range(first, last + 1):
            needs[i] += max(0.0, missing / count)
    return [float(int(need) + 1) for need in needs]


def _heads(task: Task, xs: Sequence[float], widths: Sequence[float], pad: float) -> list[Head]:
    kind, found = scale(task.body), []
    for stage, first, last, name in _names(task):
        width = xs[last] + widths[last] - xs[first]
        lines = measure.wrap(name, width - 2 * pad, kind.heading, bold=True)
        lines = measure.clip(lines, HEAD_LINES, width - 2 * pad, kind.heading)
        found.append(Head(stage=stage, x=xs[first], width=width, lines=lines, name=name))
    return found if any(head.lines for head in found) else []


def _strips(
    task: Task, xs: Sequence[float], widths: Sequence[float], gap: float
) -> tuple[list[Strip], list[Strip]]:
    """Returns the room for waits and hand-offs, between the middles of neighbours, and leaks."""
    middles = [x + width / 2 for x, width in zip(xs, widths, strict=True)]
    between, leaks = [], []
    for i, column in enumerate(task.columns):
        edge = xs[i] + widths[i]
        if i + 1 < len(middles):
            x = edge + gap / 2
            half = min(x - middles[i], middles[i + 1] - x) - 3
            left, right = x - half, x + half
        else:
            x, left, right = edge, middles[i] + 3, edge - 6
        between.append(Strip(passings=column.between, x=x, left=left, right=right))
        left, right = _reach(task, middles, (xs[i], edge), i)
        leaks.append(Strip(passings=column.leaks, x=middles[i], left=left + 3, right=right - 3))
    return between, leaks


def _reach(
    task: Task, middles: Sequence[float], edges: tuple[float, float], i: int
) -> tuple[float, float]:
    """Returns the room for a column's leaks: half of the neighbours too, where those have none."""
    free = [not column.leaks for column in task.columns]
    left = middles[i - 1] if i and free[i - 1] else edges[0]
    right = middles[i + 1] if i + 1 < len(middles) and free[i + 1] else edges[1]
    return left, right


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """What is known once columns have their widths.

    Attributes:
        xs: left edges of columns.
        widths: of columns.
        heads: headers of stages.
        cells: entries by column and lane.
        between: waits and hand-offs after each column.
        leaks: of each column.
        legend: entries at the bottom.
    """

    xs: tuple[float, ...]
    widths: tuple[float, ...]
    heads: tuple[Head, ...]
    cells: tuple[Mapping[Lane, tuple[Entry, ...]], ...]
    between: tuple[tuple[Mention, ...], ...]
    leaks: tuple[tuple[Mention, ...], ...]
    legend: tuple[PlacedSign, ...]


def settle(task: Task, edge: Frame, space: Spacing) -> Across | None:
    """Settles everything along the page; None where its words are too wide."""
    kind, page = scale(task.body), task.page
    left = page.margin + edge.gutter
    total = page.width - page.margin - left - (task.stop - task.start - 1) * space.gap
    count = task.stop - task.start
    weights = [1.0] * count if task.even else cols.weight(task.columns, task.sheet.lanes)
    widths = cols.share(_least(task, space), total, task.widest * task.body, weights)
    if widths is None:
        return None
    xs = cols.lefts(widths, left, space.gap)
    between, leaks = _strips(task, xs, widths, space.gap)
    signs = legend.signs(task.sheet, task.columns, kind.small)
    texts = [lane for lane in task.sheet.lanes if lane is not Lane.EMOTION]
    return Across(
        xs=tuple(xs),
        widths=tuple(widths),
        heads=tuple(_heads(task, xs, widths, space.pad)),
        cells=tuple(
            cols.cells(column, texts, width - 2 * space.pad, kind, task.most)
            for column, width in zip(task.columns, widths, strict=True)
        ),
        between=cols.mentions(between, kind.small, pinned=False),
        leaks=cols.mentions(leaks, kind.small, pinned=task.body > MINIMUM),
        legend=legend.arrange(signs, page.margin, page.width - page.margin, kind.small),
    )
