"""Tables in the form that is asked for: `--format` of `show` and `leverage`."""

from enum import StrEnum
from typing import Any, assert_never

from journeymap.tables.table import Table, to_csv, to_json, to_markdown


class TableFormat(StrEnum):
    """How a table is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"


def rendered(table: Table[Any], form: TableFormat, width: int) -> str:
    """Returns a table in a form.

    Args:
        table: what to write.
        form: text, JSON, CSV or Markdown.
        width: cells of a line of text.
    """
    match form:
        case TableFormat.TEXT:
            from journeymap.terminal.fitted_table import text
            from journeymap.terminal.writer import cells

            return text(table, cells, width)
        case TableFormat.JSON:
            return to_json(table)
        case TableFormat.CSV:
            return to_csv(table)
        case TableFormat.MD:
            return to_markdown(table)
        case _:
            assert_never(form)
