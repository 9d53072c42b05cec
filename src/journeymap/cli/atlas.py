"""`journeymap atlas`."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from journeymap.cli.console import (
    FOUND,
    ConfigOption,
    QuietOption,
    fail,
    line_width,
    open_files,
    say,
    write,
)
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.table_formats import TableFormat, rendered
from journeymap.history.atlas import Atlas, atlas, compared
from journeymap.history.atlas_graph import dot
from journeymap.history.atlas_table import build, chosen
from journeymap.linter.engine import lint
from journeymap.linter.plugins import all_rules
from journeymap.linter.profiles import Selection
from journeymap.model.fields import FileKind
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Chosen, Loader
from journeymap.workspace.paths import git_root
from journeymap.workspace.storage import Storage


class AtlasFormat(StrEnum):
    """How the catalogue is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    DOT = "dot"
    SVG = "svg"


_Paths = Annotated[
    list[Path] | None,
    Argument(metavar="PATHS", help="Maps and folders.", show_default="the repository"),
]
_Day = Annotated[
    datetime | None,
    Option(formats=["%Y-%m-%d"], metavar="DAY", show_default="today"),
]


def atlas_command(
    paths: _Paths = None,
    owner: Annotated[
        str, Option(metavar="NAME", help="Only maps that this owner answers for.")
    ] = "",
    due: Annotated[
        bool, Option("--due", help="Only maps whose review is due, or was never done.")
    ] = False,
    since: Annotated[
        str | None,
        Option(
            metavar="REV",
            help="Only maps that differ from where this branch left a revision, or build on what "
            "does; beside how they stood there.",
        ),
    ] = None,
    exit_code: Annotated[
        bool,
        Option(
            "--exit-code", help="Exit with 1 where a step contradicts the map that it leads to."
        ),
    ] = False,
    output_format: Annotated[
        AtlasFormat,
        Option("--format", metavar="FORMAT", help=f"How to print it: {', '.join(AtlasFormat)}."),
    ] = AtlasFormat.TEXT,
    today: _Day = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """List all maps of a repository: who owns them, how they stand, what is due, what links them.

    Example: journeymap atlas --due
    """
    day = today.date() if today else date.today()  # noqa: DTZ011 - the analyst's own day
    workspace = open_files(paths or [git_root(Path.cwd()) or Path()], config=config).load()
    maps = [file for file in workspace.asked if file.kind is FileKind.JOURNEY]
    for file in maps if not quiet else ():
        if file.journey_map is None:
            say(f"{file.shown} cannot be read; see: journeymap lint {file.shown}")
    if not maps:
        fail("there is no map; `journeymap new NAME` starts one")
    report = lint(workspace, all_rules(), Selection(), day, maturity=True)
    whole = atlas(workspace, report)
    shown = _compared(whole, workspace, since, day, config, quiet=quiet) if since else whole
    shown = chosen(shown, owner=owner, due=day if due else None)
    if not (shown.entries or since):
        fail(f"no map is {'due' if due else f'owned by {owner}'}")
    if output_format is AtlasFormat.DOT:
        write(dot(shown))
    elif output_format is AtlasFormat.SVG:
        from journeymap.backends.graphviz import drawn

        write(drawn(dot(shown)))
    else:
        table = build(shown, day)
        write(rendered(table, TableFormat(output_format.value), line_width()))
    if exit_code and whole.contradictions:
        raise SystemExit(FOUND)


def _compared(
    whole: Atlas,
    workspace: Workspace,
    since: str,
    today: date,
    config: Chosen,
    *,
    quiet: bool,
) -> Atlas:
    """Returns the maps that differ from a revision, beside how they stood there."""
    from journeymap.cli.since import Revision, narrowed

    def read(storage: Storage, more: Iterable[Path]) -> Workspace:
        loader = Loader(configuration=config, shown_from=Path.cwd().resolve(), storage=storage)
        return loader.load((*workspace.targets, *more))

    revision = Revision(name=since, new=True)
    left, earlier = narrowed(workspace, revision, (), read, quiet=quiet)
    if earlier is None:
        return whole
    report = lint(earlier, all_rules(), Selection(), today, maturity=True)
    return compared(whole, left.targets, earlier, report, since)
