"""The map in a terminal: rows on a narrow one, a grid on a wide one, with the emotion curve."""

from collections.abc import Iterator

from journeymap.model.journey_map import JourneyMap
from journeymap.terminal import shared_parts
from journeymap.terminal.board import Board, read
from journeymap.terminal.fitted_table import READABLE
from journeymap.terminal.grid import Grid
from journeymap.terminal.lines import Line, Measure, Run, Setter, Tone, trimmed
from journeymap.terminal.rows import Rows

WIDE = 100
"""Cells from which on the map is a grid."""
NARROWEST = 40
"""Cells that the map takes at least."""
_MARGIN = 1
_GAP = 2
"""Cells between a name and its words."""


def build(
    journey_map: JourneyMap, width: int, measure: Measure, first: str = ""
) -> tuple[Line, ...]:
    """Sets the map of a journey in lines.

    Args:
        journey_map: the journey.
        width: cells of the terminal; fewer than `NARROWEST` count as so many.
        measure: how many cells a text takes.
        first: what is to be done first; empty where that is not known.

    Returns:
        Lines of at most so many cells, without spaces at their ends.
    """
    board = read(journey_map, first)
    setter = Setter(measure)
    inner = max(width, NARROWEST) - 2 * _MARGIN
    return tuple(
        (Run(" " * _MARGIN), *line) if (line := trimmed(each)) else ()
        for each in _lines(board, setter, inner, wide=width >= WIDE)
    )


def _lines(board: Board, setter: Setter, width: int, *, wide: bool) -> Iterator[Line]:
    for words in setter.wrap(board.title, width):
        yield (Run(words, Tone.TITLE),)
    for words in setter.wrap(board.headline, width) if board.headline else ():
        yield (Run(words, Tone.STRONG),)
    for words in setter.wrap(board.first, width) if board.first else ():
        yield (Run(words, Tone.STRONG),)
    for words in setter.wrap(board.subtitle, width):
        yield (Run(words, Tone.MUTED),)
    yield ()
    if board.head:
        yield from _head(board, setter, min(width, READABLE))
        yield ()
    if not board.items:
        return
    grid = Grid(board, setter, width)
    yield from grid.lines() if wide else Rows(board, setter, width).lines()
    yield from shared_parts.key(board, setter, width, gaps=wide and grid.has_gaps)


def _head(board: Board, setter: Setter, width: int) -> Iterator[Line]:
    """Yields why there is a map, a name and its words side by side."""
    indent = max(setter.measure(name) for name, _ in board.head) + _GAP
    for name, said in board.head:
        for number, words in enumerate(setter.wrap(said, width - indent)):
            label = setter.pad((Run("" if number else name, Tone.MUTED),), indent)
            yield (*label, Run(words))
