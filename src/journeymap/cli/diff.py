"""`journeymap diff`."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

from journeymap.cli.console import (
    FOUND,
    ColorOption,
    ConfigOption,
    IsolatedOption,
    NoColorOption,
    QuietOption,
    When,
    chosen,
    fail,
    line_width,
    say,
    use_colour,
    write,
)
from journeymap.cli.lint_options import TodayOption
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.since import forget_hook

if TYPE_CHECKING:
    from journeymap.history.diff import DiffReport

_EXTERNAL = (7, 9)
"""How many words git calls an external diff with: 9 where a file was renamed."""
_MARK = re.compile(r"[0-9a-f]{16}\Z")


class DiffFormat(StrEnum):
    """How a comparison is printed.

    Attributes:
        TEXT: for a terminal.
        JSON: versioned, for programs.
        CSV: a row a change.
        HTML: a web page with both curves.
        MD: for the comment on a pull request.
    """

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    MD = "md"


class FailOnWorse(StrEnum):
    """What makes the command fail."""

    WORSE = "worse"
    NEVER = "never"


_What = Annotated[
    list[str] | None,
    Argument(
        metavar="[OLD NEW | [REV] PATHS | REV1..REV2 [PATHS]]",
        help="Two maps, as files or REV:PATH; or paths, compared with HEAD or another revision; "
        "or two revisions, with three dots from where they parted.",
        show_default=".",
    ),
]
_FormatOption = Annotated[
    DiffFormat,
    Option("--format", metavar="FORMAT", help=f"How to print it: {', '.join(DiffFormat)}."),
]
_ExitCode = Annotated[
    bool, Option("--exit-code", help="Exit with 1 if a journey is another one, or cannot be read.")
]
_FailOn = Annotated[
    FailOnWorse,
    Option(
        "--fail-on",
        metavar="WHAT",
        help="worse: exit with 1 if a feeling, a rating, a wait or a loss got worse on a desired "
        "or published map, or evidence or an owner was lost; never.",
    ),
]
_Accept = Annotated[
    list[str] | None,
    Option(
        "--accept",
        metavar="FINGERPRINT=REASON",
        help="Let something pass that got worse, besides what `accepted:` in the configuration "
        "lets pass.",
    ),
]


def diff_command(
    what: _What = None,
    output_format: _FormatOption = DiffFormat.TEXT,
    exit_code: _ExitCode = False,
    fail_on: _FailOn = FailOnWorse.NEVER,
    accept: _Accept = None,
    today: TodayOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    color: ColorOption = When.AUTO,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> None:
    """Tell what changed in journeys, not in texts: steps, feelings, waits, ideas, what follows.

    As git's external diff it is called with seven or nine words, and never fails.

    Example: journeymap diff main...HEAD --format md
    """
    words = what or []
    day = today.date() if today else date.today()  # noqa: DTZ011 - the analyst's own day
    if len(words) in _EXTERNAL and _is_external(words):
        from journeymap.cli.external_diff import external_diff

        in_pager = bool(os.environ.get("GIT_PAGER_IN_USE")) and not os.environ.get("NO_COLOR")
        colour = use_colour(color, no_color=no_color) or (in_pager and color is not When.NEVER)
        write(external_diff(words, day, colour=colour and not no_color))
        return
    choice, accepted = chosen(config, isolated=isolated), dict(_accepted(accept or ()))
    report = _report(words, day, choice, accepted)
    colour = use_colour(color, no_color=no_color)
    write(_rendered(report, output_format, colour=colour))
    if report.note and not quiet:
        say(report.note)
    worse = fail_on is FailOnWorse.WORSE and bool(report.worse)
    if worse and not quiet:
        count = len(report.worse)
        say(f"{count} got worse; mend it, or accept it with --accept FINGERPRINT=REASON")
    if worse or (exit_code and report.changed):
        raise SystemExit(FOUND)


def _is_external(words: Sequence[str]) -> bool:
    """Tells whether git calls: path, old file, hex, mode, new file, hex, mode, and what became."""
    _, _, old_hex, old_mode, _, new_hex, new_mode, *_ = words
    is_hex = all(re.fullmatch(r"\.|[0-9a-f]{7,64}", each) for each in (old_hex, new_hex))
    return is_hex and all(re.fullmatch(r"\.|[0-7]{6}", each) for each in (old_mode, new_mode))


def _accepted(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    for each in said:
        mark, equals, reason = (part.strip() for part in each.partition("="))
        if not equals or not reason or not _MARK.match(mark):
            fail(f"--accept {each}: write FINGERPRINT=REASON, with the fingerprint that diff tells")
        yield mark, reason


def _report(
    words: Sequence[str], today: date, config: object, accepted: dict[str, str]
) -> "DiffReport":
    from journeymap.history.diff import diff
    from journeymap.history.sides import SidesError, sides
    from journeymap.linter.plugins import PlugInError
    from journeymap.linter.profiles import UnknownRuleError
    from journeymap.workspace.git import GitProblem

    forget_hook()
    here = Path.cwd()
    try:
        with ExitStack() as stack:
            two = sides(words, here, stack)
            return diff(two, here, today=today, config=config, accepted=accepted)  # type: ignore[arg-type]
    except (SidesError, GitProblem, PlugInError, UnknownRuleError) as problem:
        fail(str(problem))


def _rendered(report: "DiffReport", form: DiffFormat, *, colour: bool) -> str:
    match form:
        case DiffFormat.TEXT:
            from journeymap.history.diff_text import to_text

            return to_text(report, width=line_width(), colour=colour)
        case DiffFormat.JSON:
            from journeymap.history.diff_json import to_json

            return to_json(report)
        case DiffFormat.CSV:
            from journeymap.history.diff_json import to_csv

            return to_csv(report)
        case DiffFormat.HTML:
            from journeymap.history.diff_html import to_html

            return to_html(report)
        case DiffFormat.MD:
            from journeymap.history.diff_md import to_markdown

            return to_markdown(report)
        case _:
            assert_never(form)
