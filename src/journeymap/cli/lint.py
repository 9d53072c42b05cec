"""`journeymap lint`."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from journeymap.cli.console import (
    FOUND,
    ConfigOption,
    NoColorOption,
    QuietOption,
    StdinNameOption,
    fail,
    open_workspace,
    say,
    use_colour,
    write,
)
from journeymap.cli.lint_options import ShowFilesOption, ShowSettingsOption
from journeymap.cli.outputs import deliver, outputs
from journeymap.findings import Severity
from journeymap.lint.engine import Report, lint
from journeymap.lint.profiles import Selection, UnknownRuleError
from journeymap.lint.registry import RULES
from journeymap.model.fields import FileKind
from journeymap.model.journey import Status
from journeymap.workspace.config import FailOn
from journeymap.workspace.files import MapFile, Workspace

_Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATHS]", help="Maps, folders, or - for stdin.", show_default="."),
]
_Profile = Annotated[
    Status | None, typer.Option(help="Hold every map to this status instead of its own.")
]
_Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Run these rules only: names, codes or prefixes."),
]
_ExtendSelect = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Run these rules as well.")
]
_Ignore = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Do not run these rules.")]
_FailOn = Annotated[
    FailOn | None, typer.Option(help="Exit with 1 from this severity on.", show_default="error")
]
_OutputFormat = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT[=FILE]",
        help="How findings are printed, or written to a file: full, concise, json, jsonl, sarif, "
        "github, gitlab, junit or md. Several may be given.",
        show_default="full; github under GITHUB_ACTIONS",
    ),
]
_Today = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="The day that counts as today.",
        show_default="the local date",
    ),
]
_ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")]


def lint_command(
    paths: _Paths = None,
    profile: _Profile = None,
    select: _Select = None,
    extend_select: _ExtendSelect = None,
    ignore: _Ignore = None,
    fail_on: _FailOn = None,
    output_format: _OutputFormat = None,
    today: _Today = None,
    show_files: ShowFilesOption = False,
    show_settings: ShowSettingsOption = False,
    exit_zero: _ExitZero = False,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> None:
    """Find the gaps in maps: what is wrong, what is missing, what to do about it.

    Example: journeymap lint maps/ --fail-on warning
    """
    asked = outputs(output_format or ())
    workspace = open_workspace(paths or [Path()], config=config, stdin_name=stdin_filename)
    if show_files:
        write("".join(f"{file.shown}\n" for file in workspace.asked))
        return
    selection = Selection(
        profile=profile,
        select=_words(select),
        extend_select=_words(extend_select),
        ignore=_words(ignore),
    )
    if show_settings:
        write(_settings(workspace, selection, fail_on))
        return
    day = today.date() if today else date.today()  # noqa: DTZ011 - the analyst's own day
    try:
        report = lint(workspace, RULES, selection, day)
    except UnknownRuleError as problem:
        fail(str(problem))
    deliver(report, asked, colour=use_colour(no_color=no_color))
    for file in filter(_is_unreadable_configuration, report.files):
        fail(f"{file.shown} cannot be read, so nothing it says counts: mend it first")
    if not quiet:
        say(_summary(report))
    if not exit_zero and _is_failure(report, fail_on or _configured(workspace)):
        raise typer.Exit(FOUND)


def _words(given: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for words in given or () for word in words.split(","))


def _settings(workspace: Workspace, selection: Selection, fail_on: FailOn | None) -> str:
    from journeymap.report import settings

    try:
        return settings.render(
            workspace, RULES, settings.Typed(selection=selection, fail_on=fail_on)
        )
    except UnknownRuleError as problem:
        fail(str(problem))


def _summary(report: Report) -> str:
    counts = [(report.count(severity), str(severity)) for severity in Severity]
    said = ", ".join(f"{n} {word}{'s' if n != 1 else ''}" for n, word in counts if n)
    files = f"{len(report.files)} file{'s' if len(report.files) != 1 else ''}"
    unread = any(file.source and file.findings and not file.model for file in report.files)
    again = "; lint again when what cannot be read is mended" if unread else ""
    return f"{said} in {files}{again}" if said else f"no findings in {files}"


def _configured(workspace: Workspace) -> FailOn:
    """Returns the strictest `fail_on` of the files' configurations."""
    said = [file.configuration.fail_on for file in workspace.asked if file.configuration.fail_on]
    order = [FailOn.NOTE, FailOn.WARNING, FailOn.ERROR, FailOn.NEVER]
    return min(said, key=order.index, default=FailOn.ERROR)


def _is_failure(report: Report, limit: FailOn) -> bool:
    if limit is FailOn.NEVER:
        return False
    heaviest = min((d.severity.rank for d in report.diagnostics), default=None)
    return heaviest is not None and heaviest <= Severity(limit.value).rank


def _is_unreadable_configuration(file: MapFile) -> bool:
    # An empty one is no model either, and nothing is wrong with it.
    return file.kind is FileKind.CONFIGURATION and file.model is None and bool(file.findings)
