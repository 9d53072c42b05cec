"""What both shapes of the terminal map share: the axis, the curves, the signs and the key."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from journeymap.terminal.board import Board, Item
from journeymap.terminal.emotion_chart import Chart, Spot, feeling_tone, row_of
from journeymap.terminal.lines import Line, Run, Setter, Tone
from journeymap.views.sheet.lanes import Lane

SIGNS = {Lane.PAINS: Run("−", Tone.LOW), Lane.OPPORTUNITIES: Run("+", Tone.HIGH)}
"""What entries of these lanes begin with."""
AXIS = ((2.0, "delighted"), (0.0, "neutral"), (-2.0, "distressed"))
"""Values that are named beside the curve, and the keys of their names."""
_BETWEEN = 3
"""Cells between the names of people."""
_ASIDE = 2
"""Cells by which further people's symbols stand to the right of the persona's."""


def axis_width(board: Board, setter: Setter) -> int:
    """Returns how wide the names beside the curve are, with the line that parts them from it."""
    names = [board.label(Lane.EMOTION), *(board.say(key) for _, key in AXIS)]
    return max(map(setter.measure, names)) + 2


def symbol(board: Board, person: int, tone: Tone, *, hollow: bool = False) -> Run:
    """Returns somebody's sign: the persona's in the tone of the feeling, others' in their own."""
    return Run(board.symbol(person, hollow=hollow), Tone.PERSON if person else tone, person)


def emotion_label(board: Board, setter: Setter, items: Sequence[Item], room: int) -> Line:
    """Returns the name of the curve and, where the map has several people, who is who.

    Args:
        board: the map.
        setter: sets text.
        items: the steps that the curve covers.
        room: cells right of the axis.
    """
    label = setter.pad((Run(board.label(Lane.EMOTION), Tone.MUTED),), axis_width(board, setter))
    there = sorted({mood.person for item in items for mood in item.moods})
    if len(board.people) == 1 or not there:
        return label
    most = room // len(there) - _BETWEEN - 2
    for person in there:
        name = setter.cut(board.people[person] or "–", most)
        label = (*label, symbol(board, person, Tone.PLAIN), Run(f" {name}{' ' * _BETWEEN}"))
    return label


def curve(
    board: Board, setter: Setter, items: Sequence[Item], middles: Sequence[int], chart: Chart
) -> Iterator[Line]:
    """Yields the curves over some steps, whose middles are given, beside the axis."""
    space = min((b - a for a, b in pairwise(middles)), default=chart.width)
    aside = min(_ASIDE, max(space // len(board.people) - 1, 0))
    for person in reversed(range(len(board.people))):
        spots = []
        for item, middle in zip(items, middles, strict=True):
            mood = item.mood(person)
            at = min(middle + aside * person, chart.width - 1)
            sign = board.symbol(person, hollow=item.assumed)
            spots.append(Spot(x=at, value=mood.value if mood else None, symbol=sign))
        chart.draw(spots, person)
    gutter = axis_width(board, setter)
    names = {row_of(value): (board.say(key), feeling_tone(value)) for value, key in AXIS}
    for row, line in enumerate(chart.lines()):
        name, tone = names.get(row, ("", Tone.PLAIN))
        edge = "┤" if name else "│"
        yield (Run(setter.right(name, gutter - 2), tone), Run(f" {edge}", Tone.FAINT), *line)


def key(board: Board, setter: Setter, width: int, *, gaps: bool) -> Iterator[Line]:
    """Yields what the signs mean that do not say so themselves."""
    entries = []
    if any(item.assumed and item.moods for item in board.items):
        entries.append(f"{board.symbol(0, hollow=True)} {board.say('assumption')}")
    if gaps:
        entries.append(f"· {board.say('gap')}")
    whole = "\u00a0\u00a0 ".join(entry.replace(" ", "\u00a0") for entry in entries)
    for words in setter.wrap(whole, width):
        yield (Run(words.replace("\u00a0", " "), Tone.MUTED),)
