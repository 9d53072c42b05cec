"""A table, told once for every form of output: columns that know their cells, and what is around.

JSON, CSV and Markdown are written here; `terminal.fitted_table` writes text.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from journeymap.quick_dataclass import dataclass
from journeymap.words.shares import percent

Cell = str | float | Sequence[str] | None
"""Words, a number, several texts, or nothing known."""
Item = TypeVar("Item")
"""What a row is about."""

VERSION = 1
"""Version of the shapes in JSON; fields may be added within it, never renamed."""
NOTHING = "–"
"""What stands for an empty cell where people read it."""
_MARKDOWN = re.compile(r"([\\`*_\[\]|~#])")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
"""Where a host would tell somebody of this name; addresses of mail stay as they are."""
_FORMULA = (*"=+-@\t\n", *"＝＋－＠")
"""Beginnings that spreadsheets run as a formula; those of East Asian keyboards in some."""
_FIGURE = re.compile(r"-?\d+(?:\.\d+)?")
_MINUS = re.compile(r"(?<!\w)−(?=\d)")
_DIGITS = 12
"""Of a number in CSV; the last ones of a sum say nothing."""


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


class Reader(StrEnum):
    """Who gets to see a column; whether JSON has it, its key says.

    Attributes:
        ANYBODY: people and CSV.
        PEOPLE: people, in text and in Markdown.
        TERMINAL: people in front of a terminal, where its cells are never broken into lines.
        PROGRAMS: CSV alone.
    """

    ANYBODY = "anybody"
    PEOPLE = "people"
    TERMINAL = "terminal"
    PROGRAMS = "programs"


def _nothing(_: object) -> Cell:
    return None


def _never(_: object) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Item]):
    """A column.

    Attributes:
        key: its name in JSON; empty where JSON does without it.
        title: its name for people and in CSV; empty where JSON alone has it.
        kind: what its cells hold.
        value: what it holds of an item.
        decimals: how many decimals people get of a number; all when left out.
        assumed: whether a share rests on assumptions; people get no decimals of it then.
        json: what JSON has of an item; the value, unrounded, where left out.
        reader: who gets to see it.
        heading: in text, whether its cells are headings above the rows that share them; such rows
            stand together.
        below: in text, the words before its cells where they stand on lines of their own below
            their rows; None where they stand in them.
        spare: the column that a narrow terminal leaves out first has 1, the next one 2; 0 stays.
        room: cells to which its texts are narrowed before others are left out, where that is more
            than for other texts.
    """

    key: str = ""
    title: str = ""
    kind: Kind = Kind.TEXT
    value: Callable[[Item], Cell] = _nothing
    decimals: int | None = None
    assumed: Callable[[Item], bool] = _never
    json: Callable[[Item], object] | None = None
    reader: Reader = Reader.ANYBODY
    heading: bool = False
    below: str | None = None
    spare: int = 0
    room: int = 0

    def cell(self, item: Item) -> Cell:
        """Returns the cell of an item as people get it."""
        value = self.value(item)
        if self.decimals is None or not isinstance(value, int | float):
            return value
        return round(value, self.decimals or None)

    def shown(self, item: Item) -> str:
        """Returns the cell of an item as people read it."""
        return shown(self.cell(item), self.kind, assumed=self.assumed(item))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Item]):
    """Columns, what the rows are about, and what is said around them.

    Attributes:
        columns: at least one.
        items: what each row is about.
        title: what it is about; empty where that is said elsewhere.
        lines: facts that are told before the rows, a paragraph each.
        notes: what a reader has to know of it, told behind the rows.
        head: what JSON tells before the rows.
        key: the name of the rows in JSON.
        all_items: what the rows in JSON are about, where it has more of them.
        bare: in text, whether rows go without a header, as their first cells name the others.
    """

    columns: tuple[Column[Item], ...]
    items: tuple[Item, ...]
    title: str = ""
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    head: Mapping[str, object] = field(default_factory=dict)
    key: str = "rows"
    all_items: tuple[Item, ...] = ()
    bare: bool = False

    def columns_for(self, *readers: Reader) -> tuple[Column[Item], ...]:
        """Returns the columns that some readers get to see, those for anybody among them."""
        seen = {Reader.ANYBODY, *readers}
        return tuple(column for column in self.columns if column.title and column.reader in seen)


def shown(cell: Cell, kind: Kind = Kind.TEXT, *, assumed: bool = False) -> str:
    """Returns a cell as people read it; true minus signs, at most two decimals.

    Args:
        cell: what it holds.
        kind: of which kind that is.
        assumed: whether a share rests on assumptions, so that it has no decimals.
    """
    if cell is None:
        return NOTHING
    if isinstance(cell, str):
        return " ".join(cell.split()) or NOTHING
    if isinstance(cell, Sequence):
        return ", ".join(" ".join(text.split()) for text in cell) or NOTHING
    if kind is Kind.SHARE and assumed:
        return percent(cell, assumed=True)
    if kind is Kind.SHARE:
        return f"{_number(cell * 100, 1)}\u00a0%"
    return _number(cell, 2)


def _number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("-", "−")


def records(table: Table[Item]) -> list[dict[str, Any]]:
    """Returns the rows as they go into JSON, by the keys of their columns."""
    values = {column.key: column.json or column.value for column in table.columns if column.key}
    items = table.all_items or table.items
    return [{key: value(item) for key, value in values.items()} for item in items]


def to_json(table: Table[Item]) -> str:
    """Returns one JSON object: the entries of the head, then the rows under their name."""
    content = {"version": VERSION, **table.head, table.key: records(table)}
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_csv(table: Table[Item]) -> str:
    """Returns the rows as CSV (RFC 4180, with line feeds).

    Numbers are those of JSON, without the noise of their last digits, and no text of it runs as a
    formula.
    """
    columns = table.columns_for(Reader.PROGRAMS)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_harmless(column.title) for column in columns])
    writer.writerows([_plain(column.value(item)) for column in columns] for item in table.items)
    return out.getvalue()


def _plain(cell: Cell) -> str | float:
    if isinstance(cell, int | float):
        exact = cell if cell == int(cell) else float(f"{cell:.{_DIGITS}g}")
        return int(exact) if exact == int(exact) else exact
    return _harmless(cell if isinstance(cell, str) else "; ".join(cell or ()))


def _harmless(words: str) -> str:
    """Returns words with minus signs that programs read, and in quotes where they would run."""
    lines = _MINUS.sub("-", words.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{lines}" if lines.startswith(_FORMULA) and not _FIGURE.fullmatch(lines) else lines


def to_markdown(table: Table[Item]) -> str:
    """Returns a table in GitHub's Markdown, as a section if it has a title; texts are escaped."""
    marks = {Kind.TEXT: "---", Kind.NUMBER: "--:", Kind.SHARE: "--:"}
    columns = table.columns_for(Reader.PEOPLE)
    rows = [
        [escaped(column.title) for column in columns],
        [marks[column.kind] for column in columns],
        *([escaped(column.shown(item)) for column in columns] for item in table.items),
    ]
    parts = [
        *([f"## {escaped(table.title)}"] if table.title else []),
        *map(escaped, table.lines),
        "\n".join(f"| {' | '.join(cells)} |" for cells in rows),
        *map(escaped, table.notes),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(words: str) -> str:
    """Returns words in which nothing is taken for Markdown or HTML, and nobody is mentioned."""
    entities = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MENTION.sub("@\u2060", _MARKDOWN.sub(r"\\\1", entities))
