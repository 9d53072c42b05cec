"""The options of `journeymap lint`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

from journeymap.cli import completion
from journeymap.cli.parameters import Argument, Option
from journeymap.findings import Severity
from journeymap.model.journey import Status
from journeymap.report.formats.registry import Format
from journeymap.report.order import Order
from journeymap.workspace.config import FailOn

PathsArgument = Annotated[
    list[Path] | None,
    Argument(metavar="PATHS", help="Maps, folders, or - for stdin.", show_default="."),
]
ProfileOption = Annotated[
    Status | None,
    Option(
        metavar="STATUS",
        help=f"Hold every map to this status instead of its own: {', '.join(Status)}.",
    ),
]
SelectOption = Annotated[
    list[str] | None,
    Option(
        metavar="RULE",
        help="Run these rules only: names, codes or prefixes.",
        autocompletion=completion.rules,
    ),
]
ExtendSelectOption = Annotated[
    list[str] | None,
    Option(metavar="RULE", help="Run these rules as well.", autocompletion=completion.rules),
]
IgnoreOption = Annotated[
    list[str] | None,
    Option(metavar="RULE", help="Do not run these rules.", autocompletion=completion.rules),
]
MinSeverityOption = Annotated[
    Severity | None,
    Option(
        metavar="SEVERITY",
        help="Tell and count only findings of this severity or a heavier one: "
        f"{', '.join(Severity)}.",
        show_default="note",
    ),
]
ExcludeOption = Annotated[
    list[str] | None,
    Option(
        metavar="PATTERN",
        help="Leave these files and folders out of a search, besides those that configurations "
        "exclude: a pattern as in .gitignore, relative to where you are.",
    ),
]
ForceExcludeOption = Annotated[
    bool,
    Option("--force-exclude", help="Leave out what is excluded even where it is named."),
]
FailOnOption = Annotated[
    FailOn | None,
    Option(
        metavar="SEVERITY",
        help=f"Exit with 1 from this severity on: {', '.join(FailOn)}.",
        show_default="error",
    ),
]
*_MOST, _LAST = Format
OutputFormatOption = Annotated[
    list[str] | None,
    Option(
        metavar="FORMAT[=FILE]",
        help=f"How findings are printed, or written to a file: {', '.join(_MOST)} or {_LAST}. "
        "Several may be given.",
        autocompletion=completion.formats,
        show_default="full; github under GITHUB_ACTIONS",
    ),
]
TodayOption = Annotated[
    datetime | None,
    Option(
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="The day that counts as today.",
        show_default="the local date",
    ),
]
SinceOption = Annotated[
    str | None,
    Option(
        metavar="REV",
        help="Only maps that differ from where this branch left a git revision, or whose "
        "libraries, linked maps, rules or settings do.",
    ),
]
SinceExactOption = Annotated[
    bool,
    Option("--since-exact", help="With --since: compare with the revision itself, as it is now."),
]
NewOption = Annotated[
    bool,
    Option("--new", help="With --since: only findings that the revision did not have."),
]
BaselineOption = Annotated[
    Path | None,
    Option(metavar="FILE", help="Leave out the findings that stand in this file."),
]
WriteBaselineOption = Annotated[
    Path | None,
    Option(metavar="FILE", help="Write all findings into this file, to begin from there."),
]
AddIgnoresOption = Annotated[
    str | None,
    Option(
        metavar="REASON",
        help="Write comments into the maps that ignore all findings, for this reason.",
    ),
]
NoIgnoresOption = Annotated[
    bool, Option("--no-ignores", help="Tell as well what comments in the maps ignore.")
]
FixOption = Annotated[bool, Option("--fix", help="Mend in the files what can be mended safely.")]
UnsafeFixesOption = Annotated[
    bool,
    Option(
        "--unsafe-fixes",
        help="With --fix or --diff: mend as well what may have been meant otherwise.",
    ),
]
DiffOption = Annotated[
    bool,
    Option(
        "--diff", help="Print what --fix would change, and change nothing; exit with 1 if it would."
    ),
]
FixableOption = Annotated[
    list[str] | None,
    Option(
        metavar="RULE",
        help="Mend what these rules find only: names, codes or prefixes.",
        autocompletion=completion.rules,
    ),
]
UnfixableOption = Annotated[
    list[str] | None,
    Option(
        metavar="RULE",
        help="Leave to people what these rules find.",
        autocompletion=completion.rules,
    ),
]
ShowFixesOption = Annotated[
    bool,
    Option("--show-fixes", help="With --fix or --diff: list what was mended, file by file."),
]
ExitNonZeroOnFixOption = Annotated[
    bool,
    Option("--exit-non-zero-on-fix", help="With --fix: exit with 1 if anything was mended, too."),
]
ShowFilesOption = Annotated[
    bool, Option("--show-files", help="List the files that would be linted.")
]
ShowSettingsOption = Annotated[
    bool,
    Option("--show-settings", help="Print the settings that hold for each file, and who says so."),
]
ShowRulesOption = Annotated[
    bool,
    Option("--show-rules", help="Print which rules run on each file, and why the others do not."),
]
StatisticsOption = Annotated[
    bool,
    Option("--statistics", help="Tell how often rules found something instead, in any format."),
]
SortOption = Annotated[
    Order,
    Option(
        metavar="ORDER",
        help="Tell findings by place in their files, or by weight: errors, then warnings, then "
        f"notes: {', '.join(Order)}.",
    ),
]
WatchOption = Annotated[
    bool, Option("--watch", help="Lint again whenever a file changes, until Ctrl+C.")
]
ExitZeroOption = Annotated[bool, Option("--exit-zero", help="Exit with 0 whatever is found.")]
NoCacheOption = Annotated[
    bool,
    Option("--no-cache", help="Look at everything anew, and keep no result for the next run."),
]
