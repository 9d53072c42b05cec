"""`journeymap show`."""

import json
import os
import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from journeymap.cli.console import (
    FOUND,
    ConfigOption,
    NoColorOption,
    QuietOption,
    StdinNameOption,
    fail,
    open_workspace,
    tell_errors,
    use_colour,
    write,
)
from journeymap.model.fields import FileKind
from journeymap.model.map import JourneyMap

_COLUMNS, _LINES = 80, 24
"""Size of a terminal that does not tell it, and of what is no terminal."""


class View(StrEnum):
    """What of a map is shown."""

    MAP = "map"


class Format(StrEnum):
    """How a view is printed."""

    TEXT = "text"
    JSON = "json"


def show_command(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A map, or - for stdin.")],
    view: Annotated[View, typer.Option(help="What to show.")] = View.MAP,
    output_format: Annotated[
        Format, typer.Option("--format", help="How to print it.")
    ] = Format.TEXT,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Print as into a file: no colours, 80 columns."),
    ] = False,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> None:
    """Print a map in the terminal, with the curve of emotions.

    Example: journeymap show clinic.journey.yaml
    """
    found = _read(path, stdin_filename, config, quiet=quiet)
    match view:
        case View.MAP:
            _show_map(found, output_format, plain=plain, no_color=no_color)
        case _:
            assert_never(view)


def _show_map(found: JourneyMap, output_format: Format, *, plain: bool, no_color: bool) -> None:
    if output_format is Format.JSON:
        from journeymap.views.show.data import describe

        write(json.dumps(describe(found), ensure_ascii=False, indent=2) + "\n")
        return
    from journeymap.render.terminal import print_map

    print_map(found, width=_width(plain=plain), colour=use_colour(no_color=no_color or plain))


def _read(path: Path, stdin_name: str, config: Path | None, *, quiet: bool) -> JourneyMap:
    """Reads the one map that was asked for; ends the command where there is nothing to show."""
    workspace = open_workspace([path], config=config, stdin_name=stdin_name)
    if len(workspace.asked) > 1:
        fail(f"{path} holds {len(workspace.asked)} maps; name one of them")
    file = workspace.asked[0]
    if file.kind is not FileKind.JOURNEY:
        fail(f"{file.shown} is no map: maps are called NAME.journey.yaml")
    found = file.map
    if found is None or not found.steps:
        tell_errors(file, workspace)
        raise typer.Exit(FOUND)
    if not quiet:
        tell_errors(file, workspace)
    return found


def _width(*, plain: bool) -> int:
    """Returns the cells of a line: COLUMNS, else those of the terminal, else 80."""
    if plain and "COLUMNS" not in os.environ:
        return _COLUMNS
    return shutil.get_terminal_size((_COLUMNS, _LINES)).columns
