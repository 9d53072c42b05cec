"""A table as text: columns as wide as there is room, long texts on several lines."""

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Self

from journeymap.quick_dataclass import dataclass
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.terminal.lines import Measure, Setter, visible

NARROWEST = 40
"""Cells that a table takes at least."""
READABLE = 100
"""Cells of a line of prose, at most."""
_LEAST = 12
"""Cells to which a column of text is narrowed before another column is left out."""
_GAP = "  "

Columns = Sequence[Column[Any]]
Writer = Callable[[Table[Any]], str]
"""What returns a table as text."""


def text(table: Table[Any], measure: Measure = len, width: int = sys.maxsize) -> str:
    """Returns a table in lines of at most so many cells.

    Args:
        table: what to write.
        measure: how many cells a text takes.
        width: cells of the terminal, of which fewer than `NARROWEST` count as so many; without it
            no cell is broken.
    """
    setter = Setter(measure)
    width = max(width, NARROWEST)
    prose = min(width, READABLE)
    before, after = (
        [line for words in paragraphs if words for line in setter.wrap(words, prose)]
        for paragraphs in ((table.title, *table.lines), table.notes)
    )
    rows = list(_Grid.of(table, setter, width).lines()) if table.items else []
    blocks = ("".join(f"{line.rstrip()}\n" for line in lines) for lines in (before, rows, after))
    return "\n".join(filter(None, blocks))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """A table whose columns have their widths.

    Attributes:
        table: what is written.
        setter: breaks texts.
        width: cells of a line.
        columns: those that stand side by side.
        widths: cells of each of them.
    """

    table: Table[Any]
    setter: Setter
    width: int
    columns: Columns
    widths: Sequence[int]

    @classmethod
    def of(cls, table: Table[Any], setter: Setter, width: int) -> Self:
        """Finds the columns that fit, and their widths."""
        columns = [
            (column, _need(table, setter, column))
            for column in _seen(table)
            if column.below is None and not column.heading
        ]
        for left_out in range(max(column.spare for column, _ in columns) + 1):
            columns = [each for each in columns if not 0 < each[0].spare <= left_out]
            if widths := _widths(columns, width, _LEAST):
                break
        else:
            widths = _widths(columns, width, 1) or (_LEAST,) * len(columns)
        kept = tuple(column for column, _ in columns)
        return cls(table=table, setter=setter, width=width, columns=kept, widths=widths)

    def lines(self) -> Iterator[str]:
        """Yields the header and a rule, if any, and the rows, under headings in groups."""
        bare = self.table.bare
        if not bare:
            yield from self._beside([column.title for column in self.columns])
            yield _GAP.join("─" * width for width in self.widths)
        below = [column for column in _seen(self.table) if column.below is not None]
        heads = [column for column in _seen(self.table) if column.heading]
        groups = groupby(
            self.table.items, key=lambda item: "".join(column.shown(item) for column in heads)
        )
        for at, (title, items) in enumerate(groups):
            if title:
                before = () if bare and not at else ("",)
                yield from (*before, *self.setter.wrap(title, self.width))
            for number, item in enumerate(items):
                if number and below:
                    yield ""
                yield from self._beside([column.shown(item) for column in self.columns])
                yield from self._below(below, item)

    def _below(self, columns: Columns, item: object) -> Iterator[str]:
        indent = " " * (self.widths[0] + len(_GAP))
        for column in columns:
            if column.cell(item):
                words = f"{column.below} {column.shown(item)}".strip()
                for line in self.setter.wrap(words, min(self.width, READABLE) - len(indent)):
                    yield indent + line

    def _beside(self, cells: Sequence[str]) -> Iterator[str]:
        """Yields the lines of cells side by side, broken where they are wider than their column."""
        broken = [
            self.setter.wrap(cell, width) for cell, width in zip(cells, self.widths, strict=True)
        ]
        for number in range(max(map(len, broken))):
            yield _GAP.join(
                self._set(words[number] if number < len(words) else "", column.kind, width)
                for words, column, width in zip(broken, self.columns, self.widths, strict=True)
            )

    def _set(self, cell: str, kind: Kind, width: int) -> str:
        spare = " " * (width - self.setter.measure(cell))
        return cell + spare if kind is Kind.TEXT else spare + cell


def _seen(table: Table[Any]) -> Columns:
    return table.columns_for(Reader.PEOPLE, Reader.TERMINAL)


def _widths(
    columns: Sequence[tuple[Column[Any], int]], width: int, least: int
) -> Sequence[int] | None:
    """Returns the widths of columns with what they need; None where texts would get too narrow.

    Numbers get what they need. Texts share the rest: none gets more than it needs, and what one
    does not need goes to the others.
    """
    widths = [need for _, need in columns]
    flexible = [
        number
        for number, (column, _) in enumerate(columns)
        if column.kind is Kind.TEXT and column.reader is not Reader.TERMINAL
    ]
    room = width - len(_GAP) * (len(columns) - 1)
    room -= sum(need for number, need in enumerate(widths) if number not in flexible)
    for done, number in enumerate(sorted(flexible, key=lambda each: columns[each][1])):
        share = room // (len(flexible) - done)
        if widths[number] > share < (max(least, columns[number][0].room) if least > 1 else least):
            return None
        widths[number] = min(widths[number], share)
        room -= widths[number]
    return widths if room >= 0 else None


def _need(table: Table[Any], setter: Setter, column: Column[Any]) -> int:
    """Returns the cells of a column's widest cell; a number's title may be broken at spaces."""
    title = (column.title,) if column.kind is Kind.TEXT else column.title.split()
    cells = (visible(column.shown(item)) for item in table.items)
    return max(map(setter.measure, (*cells, *title)), default=0)
