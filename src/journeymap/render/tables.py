"""Writes a table with what is said around it, in the form that is asked for."""

from enum import StrEnum
from typing import assert_never

from journeymap.views.tables import fitted, sheet
from journeymap.views.tables.sheet import Sheet


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
            from journeymap.render.terminal import cells

            return fitted.text(told, width, cells)
        case TableFormat.JSON:
            return sheet.to_json(told)
        case TableFormat.CSV:
            return sheet.to_csv(told)
        case TableFormat.MD:
            return sheet.to_markdown(told)
        case _:
            assert_never(form)
