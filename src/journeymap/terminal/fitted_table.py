"""A sheet for a terminal: columns as wide as there is room, long texts on several lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Self

from journeymap.quick_dataclass import dataclass
from journeymap.tables.framed_table import Sheet, without
from journeymap.tables.table import Column, Kind, Row, Table, shown
from journeymap.terminal.lines import Measure, Setter

NARROWEST = 40
"""Cells that a sheet takes at least."""
READABLE = 100
"""Cells of a line of prose, at most."""
_LEAST = 12
"""Cells to which a column of text is narrowed before another column is left out."""
_GAP = "  "

Columns = tuple[tuple[int, Column], ...]
"""Columns with their positions in the table."""


def text(sheet: Sheet, width: int, measure: Measure) -> str:
    """Returns a sheet in lines of at most so many cells.

    Args:
        sheet: what to write.
        width: cells of the terminal; fewer than `NARROWEST` count as so many.
        measure: how many cells a text takes.
    """
    setter = Setter(measure)
    width = max(width, NARROWEST)
    prose = min(width, READABLE)
    lines = [*setter.wrap(sheet.title, prose)]
    for said in sheet.lines:
        lines += setter.wrap(said, prose)
    if sheet.table.rows:
        lines += ["", *_Grid.of(sheet, setter, width).lines()]
    if sheet.notes:
        lines.append("")
    for said in sheet.notes:
        lines += setter.wrap(said, prose)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def table(plain: Table, width: int, measure: Measure) -> str:
    """Returns a table alone in lines of at most so many cells.

    Args:
        plain: what to write.
        width: cells of the terminal; fewer than `NARROWEST` count as so many.
        measure: how many cells a text takes.
    """
    sheet = Sheet(title="", table=plain, head={}, key="")
    lines = _Grid.of(sheet, Setter(measure), max(width, NARROWEST)).lines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """A table whose columns have their widths.

    Attributes:
        sheet: what is written.
        setter: breaks texts.
        width: cells of a line.
        columns: those that stand side by side, by their position in the table.
        widths: cells of each of them.
    """

    sheet: Sheet
    setter: Setter
    width: int
    columns: Columns
    widths: tuple[int, ...]

    @classmethod
    def of(cls, sheet: Sheet, setter: Setter, width: int) -> Self:
        """Finds the columns that fit, and their widths."""
        told = replace(sheet, table=without(sheet.table, sheet.for_programs))
        hidden = {told.table.grouped_by, *sheet.below}
        columns = tuple(
            (i, column) for i, column in enumerate(told.table.columns) if column.key not in hidden
        )
        for left_out in ("", *sheet.spare):
            columns = tuple((i, column) for i, column in columns if column.key != left_out)
            if widths := _widths(told, setter, columns, width, _LEAST):
                break
        else:
            widths = _widths(told, setter, columns, width, 1) or (_LEAST,) * len(columns)
        return cls(sheet=told, setter=setter, width=width, columns=columns, widths=widths)

    def lines(self) -> Iterator[str]:
        """Yields the header, a rule and the rows, under headings where they are grouped."""
        yield from self._beside([column.title for _, column in self.columns])
        yield _GAP.join("─" * width for width in self.widths)
        keys = [column.key for column in self.sheet.table.columns]
        group = self.sheet.table.grouped_by
        at = keys.index(group) if group else None
        for title, rows in groupby(
            self.sheet.table.rows, key=lambda row: "" if at is None else shown(row[at])
        ):
            if title:
                yield from ("", *self.setter.wrap(title, self.width))
            for number, row in enumerate(rows):
                if number and self.sheet.below:
                    yield ""
                yield from self._row(row)

    def _row(self, row: Row) -> Iterator[str]:
        yield from self._beside([shown(row[i], column.kind) for i, column in self.columns])
        indent = " " * (self.widths[0] + len(_GAP))
        for i, column in enumerate(self.sheet.table.columns):
            if column.key in self.sheet.below and row[i]:
                before = self.sheet.below[column.key]
                said = f"{before} {shown(row[i], column.kind)}".strip()
                for line in self.setter.wrap(said, min(self.width, READABLE) - len(indent)):
                    yield indent + line

    def _beside(self, cells: Sequence[str]) -> Iterator[str]:
        """Yields the lines of cells side by side, broken where they are wider than their column."""
        broken = [
            (cell,) if column.key in self.sheet.rigid else self.setter.wrap(cell, width)
            for cell, (_, column), width in zip(cells, self.columns, self.widths, strict=True)
        ]
        for number in range(max(map(len, broken))):
            yield _GAP.join(
                self._set(words[number] if number < len(words) else "", column.kind, width)
                for words, (_, column), width in zip(broken, self.columns, self.widths, strict=True)
            )

    def _set(self, cell: str, kind: Kind, width: int) -> str:
        spare = " " * (width - self.setter.measure(cell))
        return cell + spare if kind is Kind.TEXT else spare + cell


def _widths(
    sheet: Sheet, setter: Setter, columns: Columns, width: int, least: int
) -> tuple[int, ...] | None:
    """Returns the width of each column; None where texts would get too narrow.

    Numbers get what they need. Texts share the rest: none gets more than it needs, and what one
    does not need goes to the others.
    """
    needs = [_need(sheet, setter, i, column) for i, column in columns]
    flexible = [
        number
        for number, (_, column) in enumerate(columns)
        if column.kind is Kind.TEXT and column.key not in sheet.rigid
    ]
    room = width - len(_GAP) * (len(columns) - 1)
    room -= sum(need for number, need in enumerate(needs) if number not in flexible)
    for done, number in enumerate(sorted(flexible, key=lambda each: needs[each])):
        share = room // (len(flexible) - done)
        if needs[number] > share < least:
            return None
        needs[number] = min(needs[number], share)
        room -= needs[number]
    return tuple(needs) if room >= 0 else None


def _need(sheet: Sheet, setter: Setter, i: int, column: Column) -> int:
    """Returns the cells of a column's widest cell; a number's title may be broken at spaces."""
    cells = (shown(row[i], column.kind) for row in sheet.table.rows)
    title = (column.title,) if column.kind is Kind.TEXT else column.title.split()
    return max(map(setter.measure, (*cells, *title)), default=0)
