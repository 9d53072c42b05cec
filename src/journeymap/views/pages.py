"""How many pages a map takes, which columns are on which, and how large the type can be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.views.content import Sheet
from journeymap.views.layout import HYPHENATED, WHOLE, Layout, Task
from journeymap.views.place import place
from journeymap.views.theme import MINIMUM, Page

_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0, 10.5, MINIMUM)
"""Sizes of body type, largest first."""
_ANY = 1000.0
"""Width of columns on several pages, in multiples of type: all of them fill the page."""
_APART = 2.0
"""How much larger type may be on one page than on another of the same map, in points."""
_INNER = 0.5
"""Cost of a break inside a stage beside that of uneven pages, which is at least 1."""


_FLAT = 8.0
"""Height of a curve, in multiples of body type, below which equal columns are given up for it."""
_COMFORT, _LARGE = 8.0, 11.0
"""Width of columns, in multiples of body type, below which type does not grow over a size."""


def _comfortable(layout: Layout) -> bool:
    """Tells whether columns are wide enough for their type; small type never is too large."""
    body = layout.type.body
    return body <= _LARGE or sum(layout.widths) / len(layout.widths) >= _COMFORT * body


def _dense(task: Task) -> Layout | None:
    """Returns the page with the smallest type, with columns that are not equal where it helps."""
    wide = replace(task, body=MINIMUM, widest=_ANY)
    even, uneven = place(wide), place(replace(wide, even=False))
    if even and uneven:
        flat = even.plot.height < _FLAT * MINIMUM and even.plot.height < uneven.plot.height
        return uneven if flat else even
    return even or uneven


def _largest(task: Task) -> Layout | None:
    """Returns the page with the largest type at which it holds its columns."""
    for size in _SIZES[:-1]:
        found = place(replace(task, body=size))
        if found and _comfortable(found):
            return found
    return _dense(task) or place(replace(task, body=MINIMUM, widest=_ANY, cap=HYPHENATED))


def _forced(task: Task) -> Layout:
    """Lays out a single column whose words fill more than a page: the rest goes to tooltips."""
    for most in range(40, 0, -1):
        for cap in (WHOLE, HYPHENATED):
            if found := place(replace(task, body=MINIMUM, cap=cap, most=most)):
                return found
    raise ValueError("the page is too small for a single step")


def _fits(task: Task) -> bool:
    dense = replace(task, body=MINIMUM)
    return place(dense) is not None or place(replace(dense, even=False)) is not None


def _starts(sheet: Sheet, blank: Task) -> list[int]:
    """Returns where a page may begin: at a stage, and inside stages that no page holds."""
    columns = sheet.columns
    edges = [i for i, c in enumerate(columns) if not i or columns[i - 1].stage != c.stage]
    starts: list[int] = []
    for first, stop in zip(edges, [*edges[1:], len(columns)], strict=True):
        whole = _fits(replace(blank, start=first, stop=stop))
        starts.extend([first] if whole else range(first, stop))
    return starts


def _candidates(starts: Sequence[int], end: int, at: int, blank: Task) -> Iterator[int]:
    """Yields the starts of pages that end before a column and hold what is between."""
    for start in reversed([begin for begin in starts if begin < end]):
        if at - start > 1 and not _fits(replace(blank, start=start, stop=at)):
            return
        yield start


def _split(sheet: Sheet, blank: Task) -> list[tuple[int, int]]:
    """Returns first and last-but-one columns of pages: as few as can be, as even as can be."""
    starts = _starts(sheet, blank)
    edges = {i for i in starts if not i or sheet.columns[i - 1].stage != sheet.columns[i].stage}
    ends = [*starts[1:], len(sheet.columns)]
    best: dict[int, tuple[int, float, list[tuple[int, int]]]] = {0: (0, 0.0, [])}
    for end in ends:
        options = []
        for start in _candidates(starts, end, end, blank):
            pages, cost, cuts = best[start]
            inner = 0.0 if start in edges else _INNER
            options.append((pages + 1, cost + (end - start) ** 2 + inner, [*cuts, (start, end)]))
        best[end] = min(options, key=lambda option: option[:2])
    return best[len(sheet.columns)][2]


def _common(tasks: Sequence[Task]) -> list[Layout]:
    """Lays out several pages with type as large as each takes, but of about the same size."""
    found = [_largest(task) or _forced(task) for task in tasks]
    most = min(layout.type.body for layout in found) + _APART
    return [
        layout if layout.type.body <= most else place(replace(task, body=most)) or layout
        for layout, task in zip(found, tasks, strict=True)
    ]


def paginate(sheet: Sheet, page: Page) -> list[Layout]:
    """Lays out a map on one page, with type as large as fits, or on as few pages as it takes.

    Raises:
        ValueError: the page is too small for a single step.
    """
    whole = Task(sheet=sheet, page=page, start=0, stop=len(sheet.columns), body=MINIMUM)
    if found := _largest(whole):
        return [found]
    wide = replace(whole, widest=_ANY)
    cuts = _split(sheet, wide)
    return _common([replace(wide, start=start, stop=stop) for start, stop in cuts])
