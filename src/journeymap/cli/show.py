"""`journeymap show`."""

import io
import json
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from journeymap.analysis.analysis import Analysis
from journeymap.cli.console import (
    FOUND,
    ColorOption,
    ConfigOption,
    IsolatedOption,
    NoColorOption,
    QuietOption,
    StdinNameOption,
    When,
    chosen,
    fail,
    line_width,
    open_workspace,
    tell_errors,
    use_colour,
    write,
)
from journeymap.cli.one_persona import Alone, PersonaOption, for_persona
from journeymap.cli.table_formats import TableFormat, rendered
from journeymap.model.fields import FileKind
from journeymap.model.journey_map import JourneyMap
from journeymap.workspace.load import Chosen


class View(StrEnum):
    """What of a map is shown; but for the map itself, a module of the tables of its name."""

    MAP = "map"
    GAPS = "gaps"
    LEVERAGE = "leverage"
    FLOW = "flow"
    TIME = "time"
    CHANNELS = "channels"
    STAKEHOLDERS = "stakeholders"
    COVERAGE = "coverage"


def show_command(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A map, or - for stdin.")],
    view: Annotated[
        View, typer.Option(metavar="VIEW", help=f"What to show: {', '.join(View)}.")
    ] = View.MAP,
    output_format: Annotated[
        TableFormat,
        typer.Option(
            "--format", metavar="FORMAT", help=f"How to print it: {', '.join(TableFormat)}."
        ),
    ] = TableFormat.TEXT,
    persona: PersonaOption = "",
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Print as into a file: no colours, 80 columns."),
    ] = False,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    color: ColorOption = When.AUTO,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> None:
    """Print a map in the terminal, with the curve of emotions, or a table of what it tells.

    Example: journeymap show clinic.journey.yaml --view flow
    """
    whole = _read(path, stdin_filename, chosen(config, isolated=isolated), quiet=quiet)
    found, alone = for_persona(whole, persona)
    if view is View.MAP:
        colour = use_colour(color, no_color=no_color or plain)
        _show_map(found.journey_map, output_format, alone, plain=plain, colour=colour)
        return
    table = import_module(f"journeymap.tables.{view}").build(found)
    write(rendered(alone.beside(table), output_format, line_width(plain=plain)))


def _show_map(
    journey_map: JourneyMap, form: TableFormat, alone: Alone, *, plain: bool, colour: bool
) -> None:
    if form is TableFormat.JSON:
        from journeymap.terminal.map_record import describe

        record = {**describe(journey_map), **alone.head}
        write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
        return
    if form is not TableFormat.TEXT:
        fail(f"a map is no table, so it has no {form}; choose another --view, or json")
    from journeymap.terminal.writer import print_map

    printed = io.StringIO()
    print_map(journey_map, width=line_width(plain=plain), colour=colour, file=printed)
    write(printed.getvalue() + (f"\n {alone.said}\n" if alone.said else ""))


def _read(path: Path, stdin_name: str, config: Chosen, *, quiet: bool) -> Analysis:
    """Reads the one map that was asked for; ends the command where there is nothing to show."""
    workspace = open_workspace([path], config=config, stdin_name=stdin_name)
    if len(workspace.asked) > 1:
        fail(f"{path} holds {len(workspace.asked)} maps; name one of them")
    file = workspace.asked[0]
    if file.kind is not FileKind.JOURNEY:
        fail(f"{file.shown} is no map: maps are called NAME.journey.yaml")
    journey_map = file.journey_map
    if journey_map is None or not journey_map.steps:
        tell_errors(file, workspace)
        raise typer.Exit(FOUND)
    if not quiet:
        tell_errors(file, workspace)
    return Analysis(journey_map=journey_map, weights=file.configuration.weights)
