"""`journeymap leverage`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Driver, Weights
from journeymap.cli import completion
from journeymap.cli.console import (
    FOUND,
    ConfigOption,
    IsolatedOption,
    QuietOption,
    StdinNameOption,
    chosen,
    fail,
    line_width,
    open_files,
    tell_errors,
    write,
)
from journeymap.cli.one_persona import PersonaOption, for_persona
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.table_formats import TableFormat, rendered
from journeymap.model.fields import FileKind
from journeymap.model.likeness import nearest
from journeymap.model.scalars import ValueProblem, read_number
from journeymap.tables import compared, explain, leverage
from journeymap.tables.leverage import Sort
from journeymap.tables.leverage_notes import Ranked
from journeymap.tables.table import Table
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.supposed import SupposeError
from journeymap.workspace.what_if import suppose

_TOP = 5
"""Points that people get to see where they do not say how many."""
_LIFTS = ("moment", "influence")

_Paths = Annotated[
    list[Path] | None,
    Argument(metavar="PATHS", help="Maps, folders, or - for stdin.", show_default="."),
]
_Top = Annotated[
    int | None,
    Option(min=1, metavar="N", help="How many.", show_default="5; in JSON and CSV all"),
]
_SortBy = Annotated[
    Sort, Option("--sort", metavar="BY", help=f"By what they are ranked: {', '.join(Sort)}.")
]
_SetWeights = Annotated[
    list[str] | None,
    Option(
        "--weights",
        metavar="NAME=NUMBER",
        help=f"Weights of drivers ({', '.join(Driver)}) and lifts ({', '.join(_LIFTS)}), "
        "with commas between.",
        autocompletion=completion.weights,
    ),
]
_WhatIf = Annotated[
    list[str] | None,
    Option(
        metavar="STEP.FIELD=VALUE",
        help="Suppose another value (or reckon it: *=, +=, -=), and compare with today.",
    ),
]
_Explain = Annotated[
    str | None,
    Option("--explain", metavar="STEP", help="Tell how the figures of this step come about."),
]
_Format = Annotated[
    TableFormat,
    Option("--format", metavar="FORMAT", help=f"How to print them: {', '.join(TableFormat)}."),
]


def leverage_command(
    paths: _Paths = None,
    top: _Top = None,
    sort: _SortBy = Sort.PRESSURE,
    weights: _SetWeights = None,
    what_if: _WhatIf = None,
    explain_step: _Explain = None,
    persona: PersonaOption = "",
    output_format: _Format = TableFormat.TEXT,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Rank the steps of maps by the pressure there, and say why.

    Example: journeymap leverage clinic.journey.yaml --what-if "is-referred.leaks=0"
    """
    choice = chosen(config, isolated=isolated)
    workspace = open_files(paths or [Path()], config=choice, stdin_name=stdin_filename).load()
    files = _maps(workspace, quiet=quiet)
    pairs = [for_persona(_analysis(file, weights or ()), persona) for file in files]
    analyses = [analysis for analysis, _ in pairs]
    if what_if:
        told = _compared(files, analyses, what_if, persona)
    else:
        points = leverage.ranked(analyses, sort)
        shown = top or (None if output_format in {TableFormat.JSON, TableFormat.CSV} else _TOP)
        told = _explained(points, explain_step) if explain_step else leverage.ranking(points, shown)
    told = pairs[0][1].beside(told) if len(pairs) == 1 else told
    write(rendered(told, output_format, line_width()))
    if len(files) < len([file for file in workspace.asked if file.kind is FileKind.JOURNEY]):
        raise SystemExit(FOUND)


def _maps(workspace: Workspace, *, quiet: bool) -> list[MapFile]:
    """Returns the maps that have steps; ends the command where there is none."""
    asked = [file for file in workspace.asked if file.kind is FileKind.JOURNEY]
    if not asked:
        fail("a library has no leverage points; name a map")
    for file in asked:
        if not quiet or file.journey_map is None or not file.journey_map.steps:
            tell_errors(file, workspace)
    found = [file for file in asked if file.journey_map and file.journey_map.steps]
    if not found:
        raise SystemExit(FOUND)
    return found


def _analysis(file: MapFile, said: Sequence[str]) -> Analysis:
    journey_map = file.journey_map or fail(f"{file.shown} is no map")
    return Analysis(journey_map=journey_map, weights=_weights(said, file.configuration.weights))


def _weights(said: Sequence[str], base: Weights) -> Weights:
    """Lays weights and lifts of the command line over those of the configuration."""
    given = {name: value for each in said for name, value in _pairs(each)}
    lifts = {name: given[name] for name in _LIFTS if name in given}
    own = {Driver(name): value for name, value in given.items() if name not in _LIFTS}
    return replace(base, weights={**base.weights, **own}, **lifts)


def _pairs(said: str) -> Iterator[tuple[str, float]]:
    for pair in said.split(","):
        name, equals, number = (part.strip() for part in pair.partition("="))
        known = (*Driver, *_LIFTS)
        if not equals:
            fail(f"--weights {pair}: write NAME=NUMBER, such as flow-gain=4")
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            fail(f"--weights: there is no driver and no lift {name}; {hint}")
        try:
            value = read_number(number)
        except ValueProblem as problem:
            fail(f"--weights {name}: {problem.message}; {problem.help}")
        least = 1 if name in _LIFTS else 0
        if value < least:
            fail(f"--weights {name}: {number} is too small; write a number from {least} on")
        yield name, value


def _compared(
    files: Sequence[MapFile], analyses: Sequence[Analysis], changes: Sequence[str], persona: str
) -> Table[Any]:
    """Tells what becomes of a map's figures, or of those of one person alone."""
    if len(files) > 1:
        fail(f"--what-if changes one map, and these are {len(files)}; name one of them")
    try:
        supposed = suppose(files[0], changes, persona)
    except SupposeError as problem:
        fail(f"--what-if {problem.message}")
    today = analyses[0]
    then, _ = for_persona(replace(today, journey_map=supposed), persona)
    steps, now = ([s.id for s in each.journey_map.steps] for each in (then, today))
    if steps != now:
        fail(
            f"--what-if {', '.join(changes)}: it changes which steps {persona} takes, and figures "
            "of other steps cannot be held against one another; leave out --persona"
        )
    return compared.build(today, then, changes)


def _explained(points: Sequence[Ranked], step: str) -> Table[Any]:
    found = [
        each for each in points if each.analysis.journey_map.find_step(step) == each.point.step
    ]
    if not found:
        near = nearest(step, (each.point.step.id for each in points))
        hint = f"did you mean {near[0]}?" if near else "--format csv lists them all"
        fail(f"there is no step {step}; {hint}")
    if len(found) > 1:
        fail(f"{len(found)} maps have a step {step}; name one map")
    return explain.build(found[0])
