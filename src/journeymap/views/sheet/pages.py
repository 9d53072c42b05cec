"""How many pages a map takes, which columns are on which, and how large the type can be."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import pairwise

from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import measure
from journeymap.views.kit.page_frame import NUMBER, PageFrame, fits, largest
from journeymap.views.kit.theme import MINIMUM, Page, Theme, Type
from journeymap.views.sheet import whole_curve
from journeymap.views.sheet.content import Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.views.sheet.layout import FAIR, FLAT, HYPHENATED, LONG, LOW, WHOLE, Layout, Task
from journeymap.views.sheet.vertical import measured, place, stack, tallest
from journeymap.views.sheet.wrapped_rows import COMFORT, shelve

_LARGEST, _LEAST = 16.0, 10.5
"""Largest and least body type, in points, at which columns are to be comfortable."""
_ANY = 1000.0
"""Width of columns on several pages, in multiples of type: all of them fill the page."""
_INNER = 0.5
"""Cost of a break inside a stage beside that of uneven pages, which is at least 1."""
_MOST_LINES, _BRIEF_LINES, _WIDE = 6, 4, 220.0
"""Lines of an entry before the next page, and where no curve gives way to more of them; width of
columns, in points, from which on that does not matter."""
_SPARSE = 4
"""Steps a page on average, up to which stages are broken where that makes fewer pages."""
_BEST = 2
"""Pages that cannot be fewer: one does not hold the map."""
_NARROWEST = 90.0
"""Narrowest column of a map that takes several pages, in points."""
_DENSE = 11.0
"""Size of body type, in points, up to which columns may be narrower than is comfortable."""
_FEW, _MOST_PARTS, _MANY_ROWS = 3, 3, 6
"""Steps a page below which rows are dealt out to several sets of pages; most of these; and rows
that always stay together."""
_LARGER = 1.4
"""How many times as large as on the fullest page type is at most where few people stand on one."""
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

    def comfortable(kind: Type, cap: float) -> Placed | None:
        pair = _first([replace(task, body=kind.body, cap=cap)])
        return pair if pair and _comfortable(pair[1]) else None

    for cap in _caps(task.sheet):
        if pair := largest(partial(comfortable, cap=cap), most=_LARGEST, least=_LEAST):
            return pair
    wide = replace(task, body=_floor(task.sheet), widest=_ANY)
    broken = [] if task.sheet.leads else [replace(wide, cap=HYPHENATED)]
    return _first([wide, replace(wide, even=False), *broken])


def _caps(sheet: Sheet) -> tuple[float, ...]:
    """Returns the widths at which words may be broken, first where long ones may stay whole."""
    cells = (column.cells for column in sheet.columns) if sheet.leads else ()
    entries = (entry for texts in cells for lane in sheet.lanes for entry in texts.get(lane, ()))
    is_long = any(measure.longest(entry, 1.0, bold=True) > WHOLE for entry in entries)
    return (LONG, WHOLE) if is_long else (WHOLE,)


def _floor(sheet: Sheet) -> float:
    """Returns the least body type of pages that hold more than a single step."""
    return _LEAST if sheet.leads and not sheet.poster else MINIMUM


def _flat(task: Task) -> Placed | None:
    """Returns the page with the smallest type and the highest curve that is possible, if any is."""
    flat = replace(task, body=MINIMUM, widest=_ANY, least=FLAT)
    tasks = (flat, replace(flat, even=False), replace(flat, cap=HYPHENATED))
    pairs = [pair for each in tasks if (pair := _first([each]))]
    return max(pairs, key=lambda pair: pair[1].span, default=None)


def _forced(task: Task) -> Placed:
    """Lays out a single column whose words fill more than a page: the rest goes to tooltips."""
    least = replace(task, body=MINIMUM, least=FLAT, narrowest=0.0)
    lines = range(40, 0, -1)
    tasks = (replace(least, cap=cap, most=most) for most in lines for cap in (WHOLE, HYPHENATED))
    if pair := _first(tasks):
        return pair
    raise PageTooSmallError(_TOO_SMALL)


def _fits(task: Task) -> bool:
    dense = replace(task, body=_floor(task.sheet))
    layouts = (place(replace(dense, even=even)) for even in (True, False))
    most = _BRIEF_LINES if task.brief else _MOST_LINES
    leads = bool(task.sheet.leads)
    return any(layout and (not leads or _longest(layout) <= most) for layout in layouts)


def _longest(layout: Layout) -> int:
    """Returns the lines of the longest entry that wider columns would make shorter."""
    pairs = zip(layout.widths, layout.cells, strict=True)
    narrow = (cells for width, cells in pairs if width < _WIDE)
    entries = (entry for cells in narrow for row in cells.values() for entry in row)
    return max((len(entry.lines) for entry in entries), default=0)


def _starts(sheet: Sheet, blank: Task, *, inner: bool, least: float) -> list[int]:
    """Returns where a page may begin: at a stage, and inside stages that no page holds.

    Args:
        sheet: the map.
        blank: a page of it.
        inner: whether it may begin inside other stages, too, two steps from their ends.
        least: height of the curve with which a page has to hold a stage, as a share of the page.
    """
    columns = sheet.columns
    edges = [i for i, c in enumerate(columns) if not i or columns[i - 1].stage != c.stage]
    starts: list[int] = []
    for first, stop in zip(edges, [*edges[1:], len(columns)], strict=True):
        whole = _fits(replace(blank, start=first, stop=stop, least=least))
        starts.extend([first] if whole else range(first, stop))
        if whole and inner:
            starts.extend(range(first + 2, stop - 1))
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


def _split(
    sheet: Sheet, blank: Task, *, inner: bool = False, least: float = FLAT
) -> list[tuple[int, int]]:
    """Returns first and last-but-one columns of pages.

    With as few single steps of longer stages as can be, as few as can be, as even as can be.
    """
    starts = _starts(sheet, blank, inner=inner, least=least)
    stages = [column.stage for column in sheet.columns]
    best: dict[int, tuple[int, int, float, list[tuple[int, int]]]] = {0: (0, 0, 0.0, [])}
    for end in [*starts[1:], len(stages)]:
        options = []
        for start in _candidates(starts, end, end, blank):
            single, pages, cost, cuts = best[start]
            broken = _INNER if start and stages[start - 1] == stages[start] else 0.0
            options.append((
                single + _single(stages, start, end),
                pages + 1,
                cost + (end - start) ** 2 + broken,
                [*cuts, (start, end)],
            ))  # fmt: skip
        best[end] = min(options, key=lambda option: option[:3])
    return best[len(stages)][3]


def _single(stages: Sequence[int], start: int, end: int) -> int:
    """Returns how many longer stages have but one step on a page."""
    page = stages[start:end]
    return sum(page.count(stage) == 1 < stages.count(stage) for stage in set(page))


def _common(tasks: Sequence[Task]) -> list[Layout]:
    """Lays out several pages with the largest type that all of them take.

    Rows stand at the same height on all of them; those of people come and go, and a page with few
    of them has larger type. Where words are too many for that, the curve alone
    has one scale on all of them: that of the page with the least room for it.
    """
    # Rows of people come and go from page to page; an empty one would only take room.
    same = all(isinstance(lane, Lane) for lane in tasks[0].sheet.lanes)
    if same and (level := _level(tasks)):
        return level
    pairs = [_largest(task) or _flat(task) or _forced(task) for task in tasks]
    most = min(task.body for task, _ in pairs) * (1.0 if same else _LARGER)
    pairs = [
        pair if pair[0].body <= most else _first([replace(pair[0], body=most)]) or pair
        for pair in pairs
    ]
    span = _span(layout for _, layout in pairs)
    return [place(replace(task, span=span)) or layout for task, layout in pairs]


def _level(tasks: Sequence[Task]) -> list[Layout] | None:
    """Lays out several pages with rows at the same height; None where that cannot be."""
    crowd = max(task.stop - task.start for task in tasks)

    def comfortable(kind: Type, cap: float) -> list[Layout] | None:
        pages = [replace(task, body=kind.body, cap=cap, crowd=crowd) for task in tasks]
        layouts = _jointly(pages)
        return layouts if layouts and all(map(_comfortable, layouts)) else None

    least = [replace(task, body=_floor(task.sheet), crowd=crowd) for task in tasks]
    for cap in _caps(tasks[0].sheet):
        if layouts := largest(partial(comfortable, cap=cap), most=_LARGEST, least=_LEAST):
            return layouts
    return _jointly(least) or _as_even(least)


def _as_even(tasks: Sequence[Task]) -> list[Layout] | None:
    """Lays out pages with columns of uneven width, but on those that do without them."""
    uneven = [replace(task, even=False) for task in tasks]
    best = _jointly(uneven)
    for i, task in enumerate(tasks if best else ()):
        if layouts := _jointly([*uneven[:i], task, *uneven[i + 1 :]]):
            uneven[i], best = task, layouts
    return best


def _jointly(tasks: Sequence[Task]) -> list[Layout] | None:
    """Lays out pages with rows as high as the page with the most words needs them."""
    groups = [list(measured(task)) for task in tasks]
    if not all(groups):
        return None
    for pages in ([group[0] for group in groups], [group[-1] for group in groups]):
        down = tallest([page.down for page in pages])
        layouts = [layout for page in pages if (layout := stack(page, down))]
        if len(layouts) == len(pages):
            return layouts
    return None


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
        title=sheet.title,
        subtitle=sheet.subtitle,
        language=sheet.language,
        page=page,
        theme=theme,
        band=sheet.band,
    )
    if len(sheet.lanes) <= _MANY_ROWS or sheet.whole:
        return _paginate(sheet, frame)
    if sheet.poster:
        with suppress(PageTooSmallError):  # rows that are asked for may be too many for a page
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
    whole = Task(
        sheet=sheet,
        frame=frame,
        start=0,
        stop=len(sheet.columns),
        body=MINIMUM,
        least=LOW if sheet.poster else FAIR,
    )
    # Shelves that have a page each leave half of it empty: columns of their own width fill it.
    if not whole.rated and (shelves := shelve(whole)) and not _lonely(shelves):
        return shelves
    if pair := _largest(whole):
        return [(pair[1],)]
    if sheet.whole:
        return []
    blank = replace(
        whole,
        frame=_with_room(sheet, frame),
        widest=_ANY,
        narrowest=_NARROWEST if sheet.leads else 0.0,
    )
    tasks = min(_dealt_out(sheet, blank), key=len)
    return [(layout,) for layout in _fair(tasks, blank)]


def _fair(tasks: Sequence[Task], blank: Task) -> list[Layout]:
    """Lays out pages; where their curve is flat, as many with a fair one if breaks in stages do."""
    layouts = _common(tasks)
    flat = 0 < _span(layouts) < blank.least * blank.page.height
    if tasks[0].brief or not flat:
        return layouts
    fair = _tasks(blank, _split(blank.sheet, blank, least=blank.least))
    higher = _common(fair) if len(fair) <= len(tasks) else layouts
    return max(layouts, higher, key=_span)


def _span(layouts: Iterable[Layout]) -> float:
    """Returns the height of the lowest curve, in points."""
    return min((layout.span for layout in layouts if layout.span), default=0.0)


def _dealt_out(sheet: Sheet, blank: Task) -> Iterator[list[Task]]:
    """Yields ways to deal steps out to pages, the best of those with as few pages first.

    Where an overview stands before them, curves may give way to words, and stages and readings to
    fewer pages.
    """
    cuts = _split(sheet, blank)
    yield _tasks(blank, cuts)
    brief = replace(blank, brief=True)
    bare = [replace(brief, bare=True)] if any(each.readings for each in sheet.asides) else []
    for each in (brief, *bare) if sheet.follows and sheet.people else ():
        if len(cuts) > _BEST:
            yield _tasks(each, cuts := _split(sheet, each))
        if len(cuts) > _BEST and len(sheet.columns) <= _SPARSE * len(cuts):
            yield _tasks(each, _split(sheet, each, inner=True))


def _tasks(blank: Task, cuts: Iterable[tuple[int, int]]) -> list[Task]:
    return [replace(blank, start=start, stop=stop) for start, stop in cuts]


def _with_room(sheet: Sheet, frame: PageFrame) -> PageFrame:
    """Returns a frame with room for the whole curve beside the title, where that stays whole."""
    aside = NUMBER + whole_curve.WIDTH
    has_curve = bool(sheet.leads and sheet.people)
    # Where pages have titles of their own, these are chosen by the room that is left.
    ours = has_curve and (sheet.titles is not None or fits(frame.title, frame.page, aside))
    return replace(frame, aside=aside) if ours else frame
