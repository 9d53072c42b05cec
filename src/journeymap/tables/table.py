"""A neutral table and its writers: columns and typed cells, told once for every form of output."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Any

from journeymap.quick_dataclass import dataclass

Cell = str | float | Sequence[str] | None
"""Words, a number, several texts, or nothing known."""
Row = Sequence[Cell]

NOTHING = "–"
"""What stands for an empty cell where people read it."""
_GAP = "  "
_MARKDOWN = re.compile(r"([\\`*_\[\]|~#])")
_FORMULA = ("=", "+", "-", "@", "\t", "\n")
"""Beginnings that spreadsheets run as a formula."""


class Kind(StrEnum):
    """What the cells of a column hold.

    Attributes:
        TEXT: words, or several of them; set to the left.
        NUMBER: a number, without decimals that say nothing; set to the right.
        SHARE: 0 to 1, shown as a percentage; set to the right.
    """

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Attributes:
        key: its name for programs.
        title: its name for people.
        kind: what its cells hold.
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns and rows.

    Attributes:
        columns: at least one.
        rows: a cell for each column.
        grouped_by: key of a column by which the text writer sets rows under headings; rows of one
            group stand together.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    grouped_by: str = ""


def shown(cell: Cell, kind: Kind = Kind.TEXT) -> str:
    """Returns a cell as people read it; true minus signs, at most two decimals."""
    if cell is None:
        return NOTHING
    if isinstance(cell, str):
        return " ".join(cell.split()) or NOTHING
    if isinstance(cell, Sequence):
        return ", ".join(" ".join(text.split()) for text in cell) or NOTHING
    if kind is Kind.SHARE:
        return f"{_number(cell * 100, 1)}\u00a0%"
    return _number(cell, 2)


def _number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("-", "−")


def text(table: Table, measure: Callable[[str], int] = len) -> str:
    """Returns a table for a terminal: aligned columns under a header, groups under headings.

    Args:
        table: what to write; its texts hold no control characters.
        measure: how many columns of the terminal a text takes.
    """
    kept = [i for i, column in enumerate(table.columns) if column.key != table.grouped_by]
    columns = [table.columns[i] for i in kept]
    head = [column.title for column in columns]
    body = [[shown(row[i], table.columns[i].kind) for i in kept] for row in table.rows]
    widths = [max(map(measure, cells)) for cells in zip(head, *body, strict=True)]

    def line(cells: Sequence[str]) -> str:
        room = zip(cells, columns, widths, strict=True)
        return _GAP.join(
            _set(cell, column.kind, width - measure(cell)) for cell, column, width in room
        )

    lines = [line(head), _GAP.join("─" * width for width in widths)]
    for title, numbers in _groups(table):
        lines += ["", title] if title else []
        lines += [line(body[number]) for number in numbers]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _set(cell: str, kind: Kind, spare: int) -> str:
    return cell + " " * spare if kind is Kind.TEXT else " " * spare + cell


def _groups(table: Table) -> Iterator[tuple[str, list[int]]]:
    """Yields headings with the numbers of their rows; one without a heading if not grouped."""
    if not table.grouped_by:
        yield "", list(range(len(table.rows)))
        return
    at = [column.key for column in table.columns].index(table.grouped_by)
    numbers = range(len(table.rows))
    for title, group in groupby(numbers, key=lambda number: shown(table.rows[number][at])):
        yield title, list(group)


def records(table: Table) -> list[dict[str, Any]]:
    """Returns the rows as they go into JSON: cells by the key of their column, unrounded."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(_plain, row), strict=True)) for row in table.rows]


def _plain(cell: Cell) -> object:
    return cell if cell is None or isinstance(cell, str | int | float) else list(cell)


def to_json(table: Table, head: Mapping[str, object], key: str) -> str:
    """Returns one JSON object: the entries of its head, then the rows under a key."""
    content = {**head, key: records(table)}
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_csv(table: Table) -> str:
    """Returns a table as CSV (RFC 4180, with line feeds); no text of it runs as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_harmless(column.title) for column in table.columns])
    writer.writerows([_value(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _value(cell: Cell) -> str | float:
    if cell is None or isinstance(cell, str):
        return _harmless(cell or "")
    return _harmless("; ".join(cell)) if isinstance(cell, Sequence) else cell


def _harmless(words: str) -> str:
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{lines}" if lines.startswith(_FORMULA) else lines


def to_markdown(table: Table) -> str:
    """Returns a table in GitHub's Markdown; its texts are escaped."""
    marks = {Kind.TEXT: "---", Kind.NUMBER: "--:", Kind.SHARE: "--:"}
    head = [escaped(column.title) for column in table.columns]
    rows = [
        [escaped(shown(cell, c.kind)) for cell, c in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    lines = [head, [marks[column.kind] for column in table.columns], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def escaped(words: str) -> str:
    """Returns words in which nothing is taken for Markdown or HTML."""
    """Returns a text that Markdown shows as it is."""
    entities = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(r"\\\1", entities)
