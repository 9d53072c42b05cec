"""`journeymap log`."""

from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from journeymap.cli.console import (
    ConfigOption,
    IsolatedOption,
    QuietOption,
    chosen,
    fail,
    line_width,
    say,
    write,
)
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.since import forget_hook
from journeymap.cli.table_formats import TableFormat, rendered
from journeymap.model.likeness import nearest
from journeymap.text.source import visible

if TYPE_CHECKING:
    from journeymap.history.log import Log
    from journeymap.workspace.load import Chosen

_Path = Annotated[
    str,
    Argument(metavar="[REV:]PATH", help="A map, or a map of a revision.", show_default=False),
]
_Step = Annotated[
    str,
    Option("--step", metavar="ID", help="Only what became of this step, and how it stood."),
]
_Most = Annotated[
    int | None,
    Option("--max-count", "-n", min=1, metavar="N", help="Only the latest.", show_default="all"),
]
_Format = Annotated[
    TableFormat,
    Option("--format", metavar="FORMAT", help=f"How to print it: {', '.join(TableFormat)}."),
]
_Today = Annotated[
    datetime | None,
    Option(
        "--today",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help="Hold every revision to the rules as of this day.",
        show_default="the day of each commit",
    ),
]


def log_command(
    path: _Path,
    step: _Step = "",
    max_count: _Most = None,
    output_format: _Format = TableFormat.TEXT,
    today: _Today = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Tell the history of a map in git: what each commit changed in the journey, how it then stood.

    It is followed by its id through other names. Commits to the text alone are counted, not told.

    Example: journeymap log maps/clinic.journey.yaml --step is-referred
    """
    from journeymap.history.log_table import build

    choice = chosen(config, isolated=isolated)
    found = _log(path, step, max_count, today.date() if today else None, choice)
    write(rendered(build(found), output_format, line_width()))
    if found.is_cut and not quiet:
        say("the history that is here ends; a shallow clone lacks the rest (git fetch --unshallow)")


def _log(path: str, step: str, most: int | None, today: date | None, config: "Chosen") -> "Log":
    from journeymap.history.descent import Descent
    from journeymap.history.log import History
    from journeymap.history.sides import SidesError, place
    from journeymap.linter.plugins import PlugInError
    from journeymap.linter.profiles import UnknownRuleError
    from journeymap.workspace.git import GitProblem

    forget_hook()
    here = Path.cwd()
    try:
        with ExitStack() as stack:
            at = place(path, here, stack)
            descent = Descent(at.repository, at.here, config)
            history = History(descent, step=step, today=today)
            found = history.log(at.commit, at.path, visible(path), most)
    except (SidesError, GitProblem, PlugInError, UnknownRuleError) as problem:
        fail(str(problem))
    if not found.rows:
        _nothing(path, step, history.steps)
    if history.step and history.step not in history.steps:
        _nothing(path, step, history.steps)
    return found


def _nothing(path: str, step: str, steps: set[str]) -> None:
    """Ends the command where there is nothing to tell."""
    if step and steps:
        near = nearest(step, steps)
        fail(
            f"no revision of {path} has a step {step}"
            + (f"; did you mean {near[0]}?" if near else "")
        )
    fail(f"no commit holds {path}: a map has a history once it is committed")
