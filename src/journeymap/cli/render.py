"""`journeymap render`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from journeymap.api import Drawing, render
from journeymap.cli.console import (
    FOUND,
    STDIN,
    ConfigOption,
    QuietOption,
    StdinNameOption,
    fail,
    open_workspace,
    save,
    say,
    tell_errors,
    write,
)
from journeymap.model.labels import label
from journeymap.render.graphviz import DPI, Engine, EngineError, Format
from journeymap.text.source import visible
from journeymap.views.content import LABELS, Lane
from journeymap.views.theme import PAGES
from journeymap.views.view import View
from journeymap.workspace.files import MapFile
from journeymap.workspace.paths import file_id

_Paths = Annotated[list[Path], typer.Argument(help="Maps, folders, or - for stdin.")]
_Output = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="OUT", help="A file, a folder, or - for stdout."),
]
_View = Annotated[View, typer.Option(help="What to draw.")]
_Form = Annotated[
    Format | None,
    typer.Option("--format", help="Kind of file.", show_default="by OUT's ending, else svg"),
]
_Size = Annotated[str, typer.Option(metavar="SIZE", help=f"Size of a page: {', '.join(PAGES)}.")]
_Dpi = Annotated[int, typer.Option(min=36, max=600, help="Dots per inch of a PNG.")]
_Engine = Annotated[Engine, typer.Option(help="The program that draws.")]
_Lanes = Annotated[
    str | None,
    typer.Option(
        metavar="LANES",
        help=f"Rows to show, with commas between: {', '.join(Lane)}.",
        show_default="those that say anything",
    ),
]


def render_command(
    paths: _Paths,
    output: _Output = Path(),
    view: _View = View.MAP,
    form: _Form = None,
    size: _Size = "16:9",
    dpi: _Dpi = DPI,
    engine: _Engine = Engine.BUNDLED,
    lanes: _Lanes = None,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Draw maps as pictures for a slide: stages, steps, emotion curve, needs, pains, ideas.

    A map that one page does not hold goes on: NAME-1.svg, NAME-2.svg …

    Example: journeymap render maps/hip-surgery.journey.yaml -o hip.png
    """
    workspace = open_workspace(paths, config=config, stdin_name=stdin_filename)
    maps = [file for file in workspace.asked if file.kind == "journey"]
    if not maps:
        fail("a library cannot be drawn; name a map")
    _refuse_collisions(maps, output)
    chosen = form or _by_ending(output)
    drawing = Drawing(
        view=view, form=chosen, size=_known(size), dpi=dpi, engine=engine, lanes=_lanes(lanes)
    )
    for file in maps:
        tell_errors(file, workspace)
        pages = _draw(file, drawing)
        if str(output) == STDIN:
            _to_stdout(pages)
            continue
        targets = _targets(output, file, several=len(maps) > 1, form=chosen, pages=len(pages))
        for target, page in zip(targets, pages, strict=True):
            save(target, page)
            if not quiet:
                write(f"{visible(str(target))}\n")
    if any(file.map is None or not file.map.steps for file in maps):
        raise typer.Exit(FOUND)


def _refuse_collisions(maps: Sequence[MapFile], output: Path) -> None:
    """Ends the command where one picture would take the place of another."""
    if len(maps) > 1 and str(output) == STDIN:
        fail("several maps do not fit into one stream: name a folder with -o")
    names: dict[str, MapFile] = {}
    for file in maps:
        name = file_id(file.path)
        other = names.setdefault(name, file)
        if other is not file:
            fail(f"{other.shown} and {file.shown} would both be drawn as {name}; draw one by one")


def _by_ending(output: Path) -> Format:
    ending = output.suffix.removeprefix(".").lower()
    if ending in set(Format):
        return Format(ending)
    if ending and not output.is_dir():
        fail(f"{ending} is not among the kinds of picture: {', '.join(Format)}; name one of them")
    return Format.SVG


def _known(size: str) -> str:
    if size.lower() not in PAGES:
        fail(f"there is no page size {size}; choose one of {', '.join(PAGES)}")
    return size.lower()


def _lanes(said: str | None) -> tuple[Lane, ...] | None:
    if said is None:
        return None
    words = [word.strip().lower() for word in said.split(",") if word.strip()]
    names = {label(key, "en").lower(): lane for lane, key in LABELS.items()} | {
        lane.value: lane for lane in Lane
    }
    for word in words:
        if word not in names:
            fail(f"there is no row {word}; choose among {', '.join(Lane)}")
    chosen = {names[word] for word in words}
    return tuple(lane for lane in Lane if lane in chosen)


def _draw(file: MapFile, drawing: Drawing) -> tuple[bytes, ...]:
    if file.map is None:
        return ()
    try:
        picture = render(file.map, drawing)
    except (EngineError, ValueError) as problem:
        fail(f"{file.shown}: {problem}")
    if not picture.pages:
        say(f"{file.shown}: there is no step to draw")
    if picture.missing:
        shown = " ".join(picture.missing)
        say(f"{file.shown}: the bundled font cannot draw {shown}; use SVG, or --engine system")
    return picture.pages


def _to_stdout(pages: tuple[bytes, ...]) -> None:
    if len(pages) > 1:
        fail("the map takes several pages: name a file or folder with -o")
    sys.stdout.buffer.write(b"".join(pages))


def _targets(output: Path, file: MapFile, *, several: bool, form: Format, pages: int) -> list[Path]:
    """Returns a path for each page of a map."""
    into_folder = output.is_dir() or several or output.suffix == ""
    first = output / f"{file_id(file.path)}.{form}" if into_folder else output
    if pages == 1:
        return [first]
    return [first.with_name(f"{first.stem}-{i}{first.suffix}") for i in range(1, pages + 1)]
