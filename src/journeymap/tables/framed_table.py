"""A table with what is said around it, told once for a terminal, a program and a page."""

import json
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from journeymap.quick_dataclass import dataclass
from journeymap.tables import table
from journeymap.tables.table import Table

VERSION = 1
"""Version of the shapes in JSON; fields may be added within it, never renamed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table and its surroundings.

    Attributes:
        title: what it is about.
        lines: facts that are told before the table, a paragraph each.
        table: every column for any reader.
        notes: what a reader has to know of it, told behind the table.
        head: what JSON tells before the rows.
        key: the name of the rows in JSON.
        records: the rows in JSON; those of the table where left out.
        below: in text, columns whose cells stand on lines of their own below their row, by key;
            with the words before each.
        spare: columns that a narrow terminal leaves out, the most dispensable one first.
        rigid: columns of text that are never broken into lines.
        for_people: columns that only people get to see.
        for_programs: columns that only CSV has.
    """

    title: str
    table: Table
    head: Mapping[str, object]
    key: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    records: tuple[Mapping[str, Any], ...] | None = None
    below: Mapping[str, str] = field(default_factory=dict)
    spare: tuple[str, ...] = ()
    rigid: tuple[str, ...] = ()
    for_people: tuple[str, ...] = ()
    for_programs: tuple[str, ...] = ()


def without(table: Table, keys: tuple[str, ...]) -> Table:
    """Returns a table without some of its columns."""
    kept = [i for i, column in enumerate(table.columns) if column.key not in keys]
    return replace(
        table,
        columns=tuple(table.columns[i] for i in kept),
        rows=tuple(tuple(row[i] for i in kept) for row in table.rows),
    )


def to_json(sheet: Sheet) -> str:
    """Returns a sheet as one JSON object: its head, then the rows under their name."""
    if sheet.records is None:
        plain = without(sheet.table, sheet.for_people)
        return table.to_json(plain, {"version": VERSION, **sheet.head}, sheet.key)
    content = {"version": VERSION, **sheet.head, sheet.key: list(sheet.records)}
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_csv(sheet: Sheet) -> str:
    """Returns the rows of a sheet as CSV."""
    return table.to_csv(without(sheet.table, sheet.for_people))


def to_markdown(sheet: Sheet) -> str:
    """Returns a sheet as a section in GitHub's Markdown."""
    hidden = (*sheet.for_programs, *sheet.rigid)
    parts = [
        f"## {table.escaped(sheet.title)}",
        *map(table.escaped, sheet.lines),
        table.to_markdown(without(sheet.table, hidden)).rstrip("\n"),
        *map(table.escaped, sheet.notes),
    ]
    return "\n\n".join(parts) + "\n"
