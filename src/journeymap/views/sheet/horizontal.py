"""Geometry along the page: the gutter, widths of columns, and words broken to fit them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import emotion_axis, measure
from journeymap.views.kit.page_frame import (
    TITLE_LINES,
    PageFrame,
    PlacedFrame,
    lines_of,
    place_frame,
)
from journeymap.views.kit.theme import Type
from journeymap.views.sheet import columns as cols
from journeymap.views.sheet.columns import Entry, Mention, Spacing, Strip
from journeymap.views.sheet.content import Column, Sheet
from journeymap.views.sheet.felt import Felt, felt
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.views.sheet.layout import Head, Names, Task
from journeymap.views.sheet.legend_entries import signs
from journeymap.views.sheet.stage_notes import LINES, UNCUT, aligned, notes
from journeymap.words.labels import label
from journeymap.words.subtitle import named

_HEAD_LINES = 3
"""Lines of names of stages before the rest goes to their tooltips."""
_LAST = 0.3
"""Share of the last column that waits and hand-offs before it may take."""
_INSET = 3.0
"""White space at both sides of waits, hand-offs and leaks, in points."""
_GUTTER = 88.0
"""Widest gutter of lane names, in points."""
_LONG, _WIDE, _SAID = 7.0, 14.0, 3
"""Least and greatest width of what stands below names, in multiples of type: long words stay whole,
and rows are not higher than their cells for it; lines of the longest text there."""


def names(sheet: Sheet, kind: Type) -> Names:
    """Breaks the names of lanes into lines; a single lane needs no name."""
    room = max(_GUTTER - 12, _aside(sheet, kind.small))
    lines = {
        lane: measure.wrap(sheet.names[lane], room, kind.small, bold=True)
        for lane in sheet.lanes
        if len(sheet.lanes) > 1
    }
    said = {
        lane: tuple(x for words in sheet.said[lane] for x in measure.wrap(words, room, kind.small))
        for lane in lines
        if lane in sheet.said
    }
    widths = [measure.width(x, kind.small, bold=True) for name in lines.values() for x in name]
    widths += [measure.width(x, kind.small) for words in said.values() for x in words]
    if Lane.EMOTION in sheet.lanes and (sheet.people or sheet.roomy):
        widths.append(emotion_axis.room(sheet.language, kind.small))
    gutter = float(int(max(widths) + 13)) if widths else 0.0
    return Names(lines=lines, gutter=gutter, said=said)


def _aside(sheet: Sheet, size: float) -> float:
    """Returns how wide what stands below names is to be: by how much it is, within bounds."""
    texts = [measure.width(words, size) for said in sheet.said.values() for words in said]
    wanted = max(texts, default=0.0) / _SAID
    return min(max(wanted * 1.15, _LONG * size), _WIDE * size) if texts else 0.0


def _stages(task: Task) -> list[tuple[int, int, int, str]]:
    """Returns stage, first and last column on this page and name of each header."""
    stages, at = [], 0
    for stage, group in groupby(task.columns, key=lambda column: column.stage):
        count = len(list(group))
        name = task.sheet.stages[stage]
        before = task.start + at
        if name and before and task.sheet.columns[before - 1].stage == stage:
            name += f" ({label('continued', task.sheet.language)})"
        stages.append((stage, at, at + count - 1, name))
        at += count
    return stages


def _least(task: Task, space: Spacing) -> list[float]:
    """Returns the least width of each column: for its own words and for its stage's name."""
    kind, lanes, sizes = task.type, task.lanes, task.sizes
    needs = [
        max(
            cols.least(column, lanes, sizes, task.cap) + 2 * space.pad + 1,
            0.0 if column.empty else task.narrowest,
        )
        for column in task.columns
    ]
    for _, first, last, name in _stages(task):
        word = min(measure.longest(name, kind.heading, bold=True), task.cap * 1.2 * task.body)
        count = last - first + 1
        missing = word + 2 * space.pad - sum(needs[first : last + 1]) - (count - 1) * space.gap
        for i in range(first, last + 1):
            needs[i] += max(0.0, missing / count)
    return [float(int(need) + 1) for need in needs]


def _heads(task: Task, xs: Sequence[float], widths: Sequence[float], pad: float) -> list[Head]:
    kind, heads = task.type, []
    for stage, first, last, name in _stages(task):
        width = xs[last] + widths[last] - xs[first]
        lines = measure.wrap(name, width - 2 * pad, kind.heading, bold=True)
        lines = measure.clip(lines, _HEAD_LINES, width - 2 * pad, kind.heading)
        empty = task.columns[first].empty
        said = task.sheet.asides[stage] if task.sheet.asides else None
        most = UNCUT if task.sheet.poster else LINES
        below = notes(said, xs[first], width, kind.small, most) if said else None
        heads.append(
            Head(
                stage=stage,
                x=xs[first],
                width=width,
                lines=lines,
                name=name,
                empty=empty,
                notes=below,
            )
        )
    even = iter(aligned([head.notes for head in heads if head.notes]))
    heads = [replace(head, notes=next(even)) if head.notes else head for head in heads]
    return heads if any(head.lines for head in heads) else []


def _strips(
    task: Task, xs: Sequence[float], widths: Sequence[float], space: Spacing
) -> tuple[list[Strip], list[Strip]]:
    """Returns the room for waits and hand-offs, from one step to the next, and for leaks."""
    edges = [x + width for x, width in zip(xs, widths, strict=True)]
    # What no step follows here stands inside its column and needs more than half of it.
    last = [after is None or after.empty for after in (*task.columns[1:], None)]
    alone = [before is None or not before.between for before in (None, *task.columns[:-1])]
    starts = [
        x + width * (0.5 if not inside else 0.0 if free else _LAST)
        for x, width, inside, free in zip(xs, widths, last, alone, strict=True)
    ]
    stops = [
        edge - space.pad if inside else start
        for edge, inside, start in zip(edges, last, (*starts[1:], 0.0), strict=True)
    ]
    between = [
        Strip(
            passings=column.between,
            x=edge + space.gap / 2,
            left=left + _INSET,
            right=right - _INSET,
        )
        for column, edge, left, right in zip(task.columns, edges, starts, stops, strict=True)
    ]
    leaks = [
        Strip(passings=column.leaks, x=x + width / 2, left=left + _INSET, right=right - _INSET)
        for column, x, width, (left, right) in zip(
            task.columns, xs, widths, _rooms(task, xs, edges), strict=True
        )
    ]
    return between, leaks


def _rooms(
    task: Task, xs: Sequence[float], edges: Sequence[float]
) -> Iterator[tuple[float, float]]:
    """Yields the room for the leaks of each column: into the next ones where these have none."""
    if task.brief:
        pad = task.space.pad - _INSET
        yield from ((x + pad, edge - pad) for x, edge in zip(xs, edges, strict=True))
        return
    middles = [(x + edge) / 2 for x, edge in zip(xs, edges, strict=True)]
    for i, (x, edge) in enumerate(zip(xs, edges, strict=True)):
        beside = [task.columns[j] for j in (i - 1, i + 1) if 0 <= j < len(xs)]
        free = len(beside) > 1 and not any(each.leaks or each.empty for each in beside)
        # As far to one side as to the other, since the words stand in the middle.
        wider = min(x - middles[i - 1], middles[i + 1] - edge) if free else 0.0
        yield x - wider, edge + wider


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
        felt: feelings of each column in words; empty where the curve tells them.
    """

    xs: tuple[float, ...]
    widths: tuple[float, ...]
    heads: tuple[Head, ...]
    cells: tuple[Mapping[Row, tuple[Entry, ...]], ...]
    between: tuple[tuple[Mention, ...], ...]
    leaks: tuple[tuple[Mention, ...], ...]
    felt: tuple[tuple[Felt, ...], ...] = ()


def framed(task: Task, columns: Sequence[Column]) -> PlacedFrame:
    """Returns title and legend of a page with these columns."""
    kind, page = task.type, task.page
    room = page.width - 2 * page.margin
    entries = signs(task.sheet, columns, kind.small, room, brief=task.brief)
    return place_frame(_entitled(task, columns), kind, entries)


def _entitled(task: Task, columns: Sequence[Column]) -> PageFrame:
    """Returns the frame with a title that says what happens at these steps.

    It takes no more lines than that of the map, so that no page has less room for it.
    """
    frame, titles = task.frame, task.sheet.titles
    keys = [column.key for column in columns if not column.empty]
    if not titles or not keys:
        return frame
    kind = task.type
    most = min(lines_of(frame.title, frame, kind), TITLE_LINES)
    fitting = (
        each for each in titles(keys, task.sheet.lanes) if lines_of(each, frame, kind) <= most
    )
    told = next(fitting, frame.title)
    if told == frame.title:
        return frame
    return replace(frame, title=told, subtitle=named(frame.subtitle, frame.title))


def settle(task: Task, gutter: float, space: Spacing, most: int) -> Across | None:
    """Settles everything along the page; None where its words are too wide.

    Args:
        task: what is to be laid out.
        gutter: width of the names of lanes.
        space: white space.
        most: lines of a leak before the rest goes to its tooltip.
    """
    kind, page = task.type, task.page
    left = page.margin + gutter
    total = page.width - page.margin - left - (task.stop - task.start - 1) * space.gap
    if total < task.narrowest * sum(not column.empty for column in task.columns):
        return None
    weights = cols.even(task.columns) if task.even else cols.weight(task.columns, task.lanes)
    widths = cols.share(_least(task, space), total, task.widest * task.body, weights)
    if widths is None:
        return None
    xs = cols.lefts(widths, left, space.gap)
    between, leaks = _strips(task, xs, widths, space)
    passing = cols.PASSING_LINES if task.rated else cols.LEAK_LINES
    set_leaks = cols.leaks_beside if task.brief else cols.leaks
    sizes = task.sizes
    texts = [lane for lane in task.lanes if lane is not Lane.EMOTION]
    return Across(
        xs=tuple(xs),
        widths=tuple(widths),
        heads=tuple(_heads(task, xs, widths, space.pad)),
        cells=tuple(
            cols.cells(column, texts, width - 2 * space.pad, sizes, task.most)
            for column, width in zip(task.columns, widths, strict=True)
        ),
        between=tuple(cols.between(strip, kind.small, passing) for strip in between),
        leaks=tuple(set_leaks(strip, kind.small, most) for strip in leaks),
        felt=tuple(
            felt(column, task.sheet.people, width - 2 * space.pad, kind.body)
            for column, width in zip(task.columns, widths, strict=True)
            if task.brief
        ),
    )
