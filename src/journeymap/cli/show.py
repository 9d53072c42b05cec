"""`journeymap show`."""

import io
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

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
    open_files,
    tell_errors,
    use_colour,
    write,
)
from journeymap.cli.one_persona import PersonaOption, for_persona
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.table_formats import TableFormat, rendered
from journeymap.model.fields import FileKind
from journeymap.tables.unread import beside, unread
from journeymap.workspace.files import MapFile, Workspace


class View(StrEnum):
    """What of a map is shown; but for the map itself, a module of the tables of its name."""

    MAP = "map"
    GAPS = "gaps"
    LEVERAGE = "leverage"
    FLOW = "flow"
    TIME = "time"
    CHANNELS = "channels"
    PERSONAS = "personas"
    STAKEHOLDERS = "stakeholders"
    COVERAGE = "coverage"
    OPPORTUNITIES = "opportunities"
    PAINS = "pains"
    METRICS = "metrics"
    EVIDENCE = "evidence"


_SEVERAL = frozenset({View.OPPORTUNITIES, View.PAINS, View.METRICS, View.EVIDENCE})
"""What is shown of one map or of several at once."""


def show_command(
    paths: Annotated[
        list[Path],
        Argument(
            metavar="PATH...",
            help="A map, or - for stdin; maps and folders for opportunities, pains, metrics and "
            "evidence.",
        ),
    ],
    view: Annotated[
        View, Option(metavar="VIEW", help=f"What to show: {', '.join(View)}.")
    ] = View.MAP,
    output_format: Annotated[
        TableFormat,
        Option("--format", metavar="FORMAT", help=f"How to print it: {', '.join(TableFormat)}."),
    ] = TableFormat.TEXT,
    persona: PersonaOption = "",
    plain: Annotated[
        bool,
        Option("--plain", help="Print as into a file: no colours, 80 columns."),
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
    choice = chosen(config, isolated=isolated)
    workspace = open_files(paths, config=choice, stdin_name=stdin_filename).load()
    files = _files(workspace, view, quiet=quiet)
    whole = [_analysis(file) for file in files]
    found, alone = zip(*(for_persona(each, persona) for each in whole), strict=True)
    if view is View.MAP:
        colour = use_colour(color, no_color=no_color or plain)
        notes = (unread(whole[0].journey_map, files[0].broken), alone[0].said)
        _show_map(found[0], output_format, notes, alone[0].head, plain=plain, colour=colour)
    else:
        table = import_module(f"journeymap.tables.{view}").build(*found)
        told = alone[0].beside(table) if len(alone) == 1 else table
        for each, file in zip(whole, files, strict=True):
            told = beside(told, each.journey_map, file.broken)
        write(rendered(told, output_format, line_width(plain=plain)))
    if len(found) < len([file for file in workspace.asked if file.kind is FileKind.JOURNEY]):
        raise SystemExit(FOUND)


def _show_map(
    analysis: Analysis,
    form: TableFormat,
    notes: Sequence[str],
    head: Mapping[str, Any],
    *,
    plain: bool,
    colour: bool,
) -> None:
    from journeymap.words.first_step import first_to_do

    journey_map, first = analysis.journey_map, first_to_do(analysis)
    if form is TableFormat.JSON:
        from journeymap.terminal.map_record import describe

        record = {**describe(journey_map, first), **head}
        write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
        return
    if form is not TableFormat.TEXT:
        fail(f"a map is no table, so it has no {form}; choose another --view, or json")
    from journeymap.terminal.writer import print_map

    printed = io.StringIO()
    width = line_width(plain=plain)
    print_map(journey_map, width=width, colour=colour, file=printed, notes=notes, first=first)
    write(printed.getvalue())


def _files(workspace: Workspace, view: View, *, quiet: bool) -> list[MapFile]:
    """Reads the maps that were asked for; ends the command where there is nothing to show."""
    maps = [file for file in workspace.asked if file.kind is FileKind.JOURNEY]
    if len(maps) > 1 and view not in _SEVERAL:
        views = ", ".join(each for each in View if each in _SEVERAL)
        fail(f"{len(maps)} maps are there; name one of them, or choose --view {views}")
    if not maps:
        fail(f"{workspace.asked[0].shown} is no map: maps are called NAME.journey.yaml")
    for file in maps:
        if not quiet or file.journey_map is None or not file.journey_map.steps:
            tell_errors(file, workspace)
    found = [file for file in maps if file.journey_map and file.journey_map.steps]
    if not found:
        raise SystemExit(FOUND)
    return found


def _analysis(file: MapFile) -> Analysis:
    journey_map = file.journey_map or fail(f"{file.shown} is no map")
    return Analysis(journey_map=journey_map, weights=file.configuration.weights)
