"""How many pages a map takes, which columns are on which, and how large the type can be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit.page_frame import PageFrame, largest
from journeymap.views.kit.theme import MINIMUM, Page, Theme, Type
from journeymap.views.sheet.content import Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.views.sheet.layout import FLAT, HYPHENATED, WHOLE, Layout, Task
from journeymap.views.sheet.vertical import place
from journeymap.views.sheet.wrapped_rows import COMFORT, shelve

_LARGEST, _LEAST = 16.0, 10.5
"""Largest and least body type, in points, at which columns are to be comfortable."""
_ANY = 1000.0
"""Width of columns on several pages, in multiples of type: all of them fill the page."""
_INNER = 0.5
"""Cost of a break inside a stage beside that of uneven pages, which is at least 1."""
_DENSE = 11.0
"""Size of body type, in points, up to which columns may be narrower than is comfortable."""
_FEW, _MOST_PARTS, _MANY_ROWS = 3, 3, 6
"""Steps a page below which rows are dealt out to several sets of pages; most of these; and rows
that always stay together."""
_TOO_SMALL = "the page is too small for a single step"


Placed = tuple[Task, Layout]
"""A page, and the task that it solves."""


def _comfortable(layout: Layout) -> bool:
    """Tells whether columns are wide enough for their type; small type never is too large."""
    body = layout.type.body
    return body <= _DENSE or sum(layout.widths) / len(layout.widths) >= COMFORT * body


def _first(tasks: Iterable[Task]) -> Placed | None:
    """Returns the first task that can be solved."""
    return next(((task, layout) for task in tasks if (layout := place(task))), None)


def _largest(task: Task) -> Placed | None:
    """Returns the page with the largest type at which it holds its columns."""

    def comfortable(kind: Type) -> Placed | None:
        pair = _first([replace(task, body=kind.body)])
        return pair if pair and _comfortable(pair[1]) else None

    wide = replace(task, body=MINIMUM, widest=_ANY)
    return largest(comfortable, most=_LARGEST, least=_LEAST) or _first(
        [wide, replace(wide, even=False), replace(wide, cap=HYPHENATED)]
    )


def _flat(task: Task) -> Placed | None:
    """Returns the page with the smallest type and the highest curve that is possible, if any is."""
    flat = replace(task, body=MINIMUM, widest=_ANY, least=FLAT)
    tasks = (flat, replace(flat, even=False), replace(flat, cap=HYPHENATED))
    pairs = [pair for each in tasks if (pair := _first([each]))]
    return max(pairs, key=lambda pair: pair[1].span, default=None)


def _forced(task: Task) -> Placed:
    """Lays out a single column whose words fill more than a page: the rest goes to tooltips."""
    least = replace(task, body=MINIMUM, least=FLAT)
    lines = range(40, 0, -1)
    tasks = (replace(least, cap=cap, most=most) for most in lines for cap in (WHOLE, HYPHENATED))
    if pair := _first(tasks):
        return pair
    raise PageTooSmallError(_TOO_SMALL)


def _fits(task: Task) -> bool:
    dense = replace(task, body=MINIMUM)
    return place(dense) is not None or place(replace(dense, even=False)) is not None


def _starts(sheet: Sheet, blank: Task) -> list[int]:
    """Returns where a page may begin: at a stage, and inside stages that no page holds."""
    columns = sheet.columns
    edges = [i for i, c in enumerate(columns) if not i or columns[i - 1].stage != c.stage]
    starts: list[int] = []
    for first, stop in zip(edges, [*edges[1:], len(columns)], strict=True):
        whole = _fits(replace(blank, start=first, stop=stop, least=FLAT))
        starts.extend([first] if whole else range(first, stop))
    return starts


def _candidates(starts: Sequence[int], end: int, at: int, blank: Task) -> Iterator[int]:
    """Yields the starts of pages that end before a column and hold what is between.

    A page of a single part is always among them: where a stage is as long as that, a flat curve is
    better than a break.
    """
    for number, start in enumerate(reversed([begin for begin in starts if begin < end])):
        if number and not _fits(replace(blank, start=start, stop=at)):
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
    """Lays out several pages with the largest type that all of them take.

    The curve has one scale on all of them: that of the page with the least room for it.
    """
    pairs = [_largest(task) or _flat(task) or _forced(task) for task in tasks]
    most = min(task.body for task, _ in pairs)
    pairs = [
        pair if pair[0].body <= most else _first([replace(pair[0], body=most)]) or pair
        for pair in pairs
    ]
    span = min((layout.span for _, layout in pairs if layout.span), default=0.0)
    return [place(replace(task, span=span)) or layout for task, layout in pairs]


def _parts(sheet: Sheet, count: int) -> list[Sheet]:
    """Deals the rows of a map out to so many sets of pages, each with the row of steps."""
    rest = [lane for lane in sheet.lanes if lane is not Lane.ACTION]
    edges = [len(rest) * i // count for i in range(count + 1)]
    first = [lane for lane in sheet.lanes if lane is Lane.ACTION]
    parts = [(*first, *rest[start:stop]) for start, stop in pairwise(edges)]
    return [replace(sheet, lanes=lanes) for lanes in parts]


def paginate(sheet: Sheet, page: Page, theme: Theme) -> list[tuple[Layout, ...]]:
    """Lays out a map on one page, with type as large as fits, or on as few pages as it takes.

    Where all rows leave hardly any steps on a page, some rows stand on pages of their own.

    Returns:
        What is on each page, from top to bottom: several shelves of steps where there is no curve,
        else one layout.

    Raises:
        PageTooSmallError: the page is too small for a single step.
    """
    frame = PageFrame(
        title=sheet.title, subtitle=sheet.subtitle, language=sheet.language, page=page, theme=theme
    )
    if len(sheet.lanes) <= _MANY_ROWS:
        return _paginate(sheet, frame)
    best: list[tuple[Layout, ...]] | None = None
    for count in range(1, _MOST_PARTS + 1):
        try:
            pages = [each for part in _parts(sheet, count) for each in _paginate(part, frame)]
        except PageTooSmallError:
            continue
        if best is None or len(pages) < len(best):
            best = pages
        if len(sheet.columns) >= _FEW * len(best):
            break
    if best is None:
        raise PageTooSmallError(_TOO_SMALL)
    return best


def _lonely(pages: Sequence[Sequence[Layout]]) -> bool:
    """Tells whether there are several pages with a single shelf each."""
    return len(pages) > 1 and all(len(shelves) == 1 for shelves in pages)


def _paginate(sheet: Sheet, frame: PageFrame) -> list[tuple[Layout, ...]]:
    whole = Task(sheet=sheet, frame=frame, start=0, stop=len(sheet.columns), body=MINIMUM)
    # Shelves that have a page each leave half of it empty: columns of their own width fill it.
    if not whole.rated and (shelves := shelve(whole)) and not _lonely(shelves):
        return shelves
    if pair := _largest(whole):
        return [(pair[1],)]
    wide = replace(whole, widest=_ANY)
    cuts = _split(sheet, wide)
    tasks = [replace(wide, start=start, stop=stop) for start, stop in cuts]
    return [(layout,) for layout in _common(tasks)]
