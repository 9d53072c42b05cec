"""Writes a table with what is said around it, in the form that is asked for."""

from enum import StrEnum
from typing import assert_never

from journeymap.tables import framed_table
from journeymap.tables.framed_table import Sheet
from journeymap.terminal import fitted_table


class TableFormat(StrEnum):
    """How a table is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"


def rendered(told: Sheet, form: TableFormat, width: int) -> str:
    """Returns a table in a form.

    Args:
        told: the table with what is said around it.
        form: text, JSON, CSV or Markdown.
        width: cells of a line of text.
    """
    match form:
        case TableFormat.TEXT:
            from journeymap.terminal.writer import cells

            return fitted_table.text(told, width, cells)
        case TableFormat.JSON:
            return framed_table.to_json(told)
        case TableFormat.CSV:
            return framed_table.to_csv(told)
        case TableFormat.MD:
            return framed_table.to_markdown(told)
        case _:
            assert_never(form)
