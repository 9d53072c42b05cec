"""Cards of personas: one beside what is said of her, several side by side, respect by respect."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.grounds import grounds_of_personas
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import NothingToShowError, PageTooSmallError
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import (
    PageFrame,
    PlacedFrame,
    draw_page,
    fits,
    frame_of,
    largest,
    place_frame,
)
from journeymap.views.kit.persona_cards import RISE, Cell, Head, cells, colours, head
from journeymap.views.kit.profiles import Profile, profiles, sentences
from journeymap.views.kit.scene import Box, Scene
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale
from journeymap.views.options import ViewOptions
from journeymap.views.persona.content import titles
from journeymap.words.labels import label

_LARGEST = 16.0
"""Largest body type, in points."""
_GAP, _SIDE = 8.0, 10.0
"""White space between boxes, and between names of rows and boxes, in points."""
_PANEL = 0.3
"""Width of the head of one persona, as a share of the page."""
_COLUMNS, _COLUMN = 3, 12.5
"""Columns of what is said of one persona at most, and their least width in multiples of type."""
_A_PAGE, _NARROWEST = 3, 11.0
"""Personas side by side at most, and the least width of one, in multiples of type."""
_UNCUT = 1000
"""Lines of an entry that stands in whole."""
_LOOSEST = 26.0
"""How far a box may grow beyond its words, in points."""
_GROWTH = 45.0
"""How far each row of the grid of one persona may grow, in points."""
_NAMES = 110.0
"""Widest names of rows, in points."""

Placed = tuple[Cell, Box]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A page, laid out.

    Attributes:
        frame: what stands around it.
        heads: who they are.
        cells: what is said of them.
        names: names of rows, with where they stand.
    """

    frame: PlacedFrame
    heads: tuple[tuple[Head, Box], ...]
    cells: tuple[Placed, ...]
    names: tuple[tuple[tuple[str, ...], float], ...] = ()


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws the personas whose journey it is, up to three on a page.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        NothingToShowError: the map says nothing of its personas.
        PageTooSmallError: the page is too small.
    """
    journey_map, page = analysis.journey_map, options.size
    if not journey_map.steps:
        return ()
    told = profiles(journey_map)
    if all(each.is_bare for each in told):
        raise NothingToShowError(
            "the map says nothing of its persona: write `goals`, `frustrations`, `quote` … "
            "under `personas:`"
        )
    told_by_itself = () if options.title else titles(journey_map)
    words = next((each for each in told_by_itself if fits(each, page)), "")
    view = label("view-persona", journey_map.journey.language)
    based = grounds_of_personas(journey_map)
    frame = frame_of(journey_map, view, page, options.theme, title=words, based=based)
    tones = colours(options.theme, len(told))
    plans = [_one(told[0], frame)] if len(told) == 1 else _several(told, frame)
    scenes, first = [], 0
    for number, plan in enumerate(plans, 1):
        own = told[first : first + len(plan.heads)]
        draw = partial(_draw, plan, tones[first : first + len(plan.heads)])
        said = [sentence for each in own for sentence in sentences(each)]
        scenes.append(draw_page(plan.frame, draw, said, (number, len(plans))))
        first += len(plan.heads)
    return tuple(scenes)


def _draw(plan: _Plan, tones: Sequence[str], canvas: Canvas) -> None:
    for (who, box), tone in zip(plan.heads, tones, strict=True):
        who.draw(canvas, box, tone)
    for cell, box in plan.cells:
        cell.draw(canvas, box)
    kind = plan.frame.kind
    style = Style(size=kind.small, colour=canvas.theme.muted, bold=True)
    for lines, top in plan.names:
        canvas.write(lines, canvas.page.margin, top, style)


def _one(told: Profile, frame: PageFrame) -> _Plan:
    """Lays out one persona with the largest type that has room, else with words cut.

    Raises:
        PageTooSmallError: not even a line of each has room.
    """
    if plan := largest(lambda kind: _place_one(told, frame, kind, _UNCUT), most=_LARGEST):
        return plan
    for most in range(12, 0, -1):
        if plan := _place_one(told, frame, scale(MINIMUM), most):
            return plan
    raise _too_small()


def _too_small() -> PageTooSmallError:
    return PageTooSmallError("the page is too small for the persona: try `--size a3`")


def _place_one(told: Profile, frame: PageFrame, kind: Type, most: int) -> _Plan | None:
    """Lays out one persona: who she is on the left, what is said of her in columns beside it."""
    placed, page = place_frame(frame, kind), frame.page
    inner = page.width - 2 * page.margin
    panel = _PANEL * inner if told.rows else inner
    who = head(told, panel, kind, most, alone=True)
    tall = placed.bottom - placed.top
    if who.height > tall:
        return None
    left = page.margin + panel + _GAP
    room = page.width - page.margin - left
    counts = range(min(_COLUMNS, max(1, int(room // (_COLUMN * kind.body)))), 0, -1)
    tried = (_rows(told, kind, most, room, n) for n in counts)
    fitting = [rows for rows in tried if _height(rows) <= tall]
    if not fitting:
        return None
    rows = max(fitting, key=_height)  # the fullest, of equals the one with the most columns
    found = list(_in_rows(rows, (left, placed.top, room, tall)))
    low = max((box.bottom for _, box in found), default=0.0)
    height = max(low - placed.top, min(who.height + _LOOSEST, tall))
    box = Box(x=page.margin, y=placed.top, width=panel, height=height, key="persona-1")
    who = head(told, panel, kind, most, alone=True, tall=height)
    return _Plan(frame=placed, heads=((who, box),), cells=tuple(found))


def _rows(told: Profile, kind: Type, most: int, room: float, count: int) -> list[list[Cell]]:
    """Returns cells in rows of so many; those of the last row share the room of all columns."""
    rest = len(told.rows) % count
    wide, last = (cells(told, (room - _GAP * (n - 1)) / n, kind, most, named=True)
                  for n in (count, rest or count))  # fmt: skip
    keys = list(told.rows)
    own = [(last if i >= len(keys) - rest else wide)[key] for i, key in enumerate(keys)]
    return [own[i : i + count] for i in range(0, len(own), count)]


def _height(rows: Sequence[Sequence[Cell]]) -> float:
    """Returns the least height of rows of cells."""
    return sum(max(cell.height for cell in row) for row in rows) + _GAP * (len(rows) - 1)


def _in_rows(
    rows: Sequence[Sequence[Cell]], room: tuple[float, float, float, float]
) -> Iterator[Placed]:
    """Yields cells in a grid, row by row, as high as the highest of each row.

    Args:
        rows: the cells.
        room: left and upper edge, width and height.
    """
    left, y, wide, tall = room
    spare = min((tall - _height(rows)) / max(1, len(rows)), _GROWTH)
    for row in rows:
        width = (wide - _GAP * (len(row) - 1)) / len(row)
        high = max(cell.height for cell in row) + spare
        for i, cell in enumerate(row):
            box = Box(x=left + i * (width + _GAP), y=y, width=width, height=high,
                      key=f"persona-1.{cell.key}")  # fmt: skip
            yield cell, box
        y += high + _GAP


def _several(told: Sequence[Profile], frame: PageFrame) -> list[_Plan]:
    """Lays out several personas, as many side by side as have room, all in the same type.

    Raises:
        PageTooSmallError: not even one has room.
    """
    for count in range(min(_A_PAGE, len(told)), 0, -1):
        groups = list(_groups(told, count))
        if plans := largest(partial(_all, groups, frame, _UNCUT), most=_LARGEST):
            return plans
    for count in range(min(_A_PAGE, len(told)), 0, -1):
        groups = list(_groups(told, count))
        for most in range(12, 0, -1):
            if plans := _all(groups, frame, most, scale(MINIMUM)):
                return plans
    raise _too_small()


def _groups(told: Sequence[Profile], count: int) -> Iterator[Sequence[Profile]]:
    """Yields those of each page: so many at most, and as even as can be."""
    pages = -(-len(told) // count)
    edges = [len(told) * i // pages for i in range(pages + 1)]
    yield from (told[a:b] for a, b in pairwise(edges))


def _all(
    groups: Sequence[Sequence[Profile]], frame: PageFrame, most: int, kind: Type
) -> list[_Plan] | None:
    """Lays out all pages with one size of type; None where one of them has no room."""
    plans, first = [], 1
    for group in groups:
        plan = _side_by_side(group, frame, kind, most, first)
        if plan is None:
            return None
        plans.append(plan)
        first += len(group)
    return plans


def _side_by_side(
    group: Sequence[Profile], frame: PageFrame, kind: Type, most: int, first: int
) -> _Plan | None:
    """Lays out some personas side by side; what is said in one respect stands in one row."""
    placed, page = place_frame(frame, kind), frame.page
    keys = {key: fact.label for each in group for key, fact in each.rows.items()}
    named = {key: measure.wrap(words, _NAMES, kind.small, bold=True) for key, words in keys.items()}
    gutter = max((measure.width(line, kind.small, bold=True) for lines in named.values()
                  for line in lines), default=-_SIDE) + _SIDE  # fmt: skip
    left = page.margin + gutter
    width = (page.width - page.margin - left - _GAP * (len(group) - 1)) / len(group)
    if width < _NARROWEST * kind.body and len(group) > 1:
        return None
    heads = [head(each, width, kind, most, alone=False) for each in group]
    own = [cells(each, width, kind, most, named=False) for each in group]
    tall = [max(each.height for each in heads)]
    tall += [_row(key, own, named[key], kind) for key in _ordered(group)]
    spare = placed.bottom - placed.top - sum(tall) - _GAP * (len(tall) - 1)
    if spare < 0:
        return None
    grow = min(spare / len(tall), _LOOSEST)
    xs = [left + i * (width + _GAP) for i in range(len(group))]
    y, boxes, names = placed.top + tall[0] + grow + _GAP, [], []
    for key, high in zip(_ordered(group), tall[1:], strict=True):
        names.append((named[key], y + RISE + (kind.body - kind.small) * 0.9))
        for i, column in enumerate(own):
            if key in column:
                box = Box(x=xs[i], y=y, width=width, height=high + grow,
                          key=f"persona-{first + i}.{key}")  # fmt: skip
                boxes.append((column[key], box))
        y += high + grow + _GAP
    tops = [
        Box(x=x, y=placed.top, width=width, height=tall[0] + grow, key=f"persona-{first + i}")
        for i, x in enumerate(xs)
    ]
    return _Plan(
        frame=placed,
        heads=tuple(zip(heads, tops, strict=True)),
        cells=tuple(boxes),
        names=tuple(names),
    )


def _row(key: str, own: Sequence[Mapping[str, Cell]], name: Sequence[str], kind: Type) -> float:
    """Returns the height of a row."""
    heights = (column[key].height for column in own if key in column)
    return max(*heights, len(name) * kind.small * LEADING + 2 * RISE)


def _ordered(group: Sequence[Profile]) -> list[str]:
    """Returns the respects in which anything is said, in the order in which they are told."""
    longest = max(group, key=lambda each: len(each.rows))
    order = dict.fromkeys(longest.rows)
    for each in group:
        order |= dict.fromkeys(each.rows)
    return list(order)
