"""What the commands share: their options, and how they print and fail."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

from journeymap.cli import result_cache
from journeymap.cli.parameters import Option
from journeymap.cli.workflow_commands import harmless
from journeymap.findings import Severity
from journeymap.model.fields import FileKind
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import MOST_BYTES, visible
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.globs import globs_of
from journeymap.workspace.load import Chosen, Isolated, Loader
from journeymap.workspace.paths import JOURNEY_ENDINGS, kind_of
from journeymap.workspace.search import Exclusion, Patterns
from journeymap.workspace.storage import DISK, Disk

if TYPE_CHECKING:
    from journeymap.tables.table import Table

STDIN = "-"
_COLUMNS, _LINES = 80, 24
"""Size of a terminal that does not tell it, and of what is no terminal."""
FOUND, FAILED = 1, 2
"""Exit codes: findings at or above `--fail-on`; bad usage or a failure of the tool."""

ConfigOption = Annotated[
    Path | None,
    Option("--config", metavar="FILE", help="Use this configuration, not the nearest one."),
]
IsolatedOption = Annotated[
    bool, Option("--isolated", help="Read no configuration, as if there were none.")
]


class When(StrEnum):
    """When results are coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


ColorOption = Annotated[
    When,
    Option(
        metavar="WHEN",
        help=f"Colour results: {', '.join(When)}. NO_COLOR, FORCE_COLOR and TERM=dumb are heeded.",
    ),
]
NoColorOption = Annotated[
    bool, Option("--no-color", help="Print without colours, as --color never.")
]
QuietOption = Annotated[bool, Option("--quiet", "-q", help="Print results only, no messages.")]
StdinNameOption = Annotated[
    str,
    Option("--stdin-filename", metavar="PATH", help="What to call the map read from `-`."),
]


def fail(message: str) -> NoReturn:
    """Ends the command with exit code 2 and one line that says what is wrong and what to do."""
    say(f"error: {visible(message)}")
    raise SystemExit(FAILED)


def say(message: str) -> None:
    """Prints a message, not a result."""
    lines = "\n".join(map(visible, message.split("\n")))
    text = harmless(f"{lines}\n")
    result_cache.note(2, text)
    sys.stderr.write(text)


def write(text: str, *, commands: str = "") -> None:
    """Prints a result.

    Args:
        text: the result.
        commands: how the commands begin that it gives to a program that runs CI jobs.
    """
    text = harmless(text, own=commands)
    result_cache.note(1, text)
    sys.stdout.write(text)


def use_colour(color: When = When.AUTO, *, no_color: bool = False) -> bool:
    """Tells whether results are coloured: as somebody says, else on a terminal that knows colours.

    What is typed counts before what the environment says, and there no before yes.
    """
    if no_color or color is not When.AUTO:
        return color is When.ALWAYS and not no_color
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0", "false"}:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def chosen(config: Path | None, *, isolated: bool) -> Chosen:
    """Returns which configuration is used; ends the command where that makes no sense."""
    if config and isolated:
        fail("--isolated reads no configuration, and --config names one: leave out one of them")
    return Isolated.ISOLATED if isolated else config


def exclusion(patterns: Iterable[str], *, force: bool) -> Exclusion:
    """Returns what is left out; ends the command where something typed is no pattern."""
    typed = tuple(patterns)
    for pattern in typed:
        if not globs_of([pattern]):
            fail(f"--exclude: {pattern} is no pattern of files; write one such as drafts/")
    here = Patterns(folder=Path.cwd().resolve(), globs=globs_of(typed))
    return Exclusion(patterns=(here,) if typed else (), force=force)


def line_width(*, plain: bool = False) -> int:
    """Returns the cells of a line: COLUMNS, else those of the terminal, else 80."""
    if plain and "COLUMNS" not in os.environ:
        return _COLUMNS
    return shutil.get_terminal_size((_COLUMNS, _LINES)).columns


def tabled(table: "Table[Any]") -> str:
    """Returns a table as wide as the terminal; where it is none, a line a row."""
    from journeymap.terminal.fitted_table import text

    if not sys.stdout.isatty():
        return text(table)
    from journeymap.terminal.writer import cells

    return text(table, cells, line_width())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files that were named, as yet unread.

    Attributes:
        loader: reads them.
        targets: the files.
        searched: whether a folder was among what was named.
    """

    loader: Loader
    targets: tuple[Path, ...]
    searched: bool

    def load(self) -> Workspace:
        """Reads them, and all that they lead to."""
        return self.loader.load_found(self.targets, searched=self.searched)


def open_files(
    paths: list[Path],
    *,
    config: Chosen,
    stdin_name: str = "stdin.journey.yaml",
    texts: Mapping[Path, bytes] | None = None,
    exclusion: Exclusion | None = None,
    disk: Disk = DISK,
) -> Found:
    """Finds what was named on the command line; ends the command where it is not there.

    Args:
        paths: files and folders, or `-`.
        config: the configuration to use instead of the nearest ones, or that none is.
        stdin_name: what the text of standard input is called.
        texts: contents that stand for files and for standard input, by absolute path.
        exclusion: what is left out besides what configurations exclude.
        disk: where files are read from.
    """
    _check_configuration(config)
    for path in paths:
        if str(path) != STDIN and not path.exists():
            longer = path.with_name(f"{path.name}{JOURNEY_ENDINGS[0]}")
            hint = f"; did you mean {longer}?" if path.name and longer.exists() else ""
            fail(f"there is no file or folder {path}{hint}")
    here = Path.cwd()
    known, named = _typed(paths, here / stdin_name, texts or {})
    loader = Loader(
        texts=known,
        configuration=config,
        shown_from=here.resolve(),
        exclusion=exclusion or Exclusion(),
        storage=disk,
    )
    found, searched = loader.found(named)
    if not found and loader.excluded and not searched:
        say("all that was named is excluded")
        raise SystemExit(0)
    if not found:
        folders = ", ".join(map(str, paths))
        fail(
            f"no map found in {folders}: maps are called NAME.journey.yaml; "
            "`journeymap new NAME` starts one"
        )
    return Found(loader=loader, targets=found, searched=searched)


def _typed(
    paths: list[Path], stdin: Path, texts: Mapping[Path, bytes]
) -> tuple[dict[Path, bytes], list[Path]]:
    """Returns contents and files, with what standard input is called where it was named."""
    known = dict(texts)
    if any(str(path) == STDIN for path in paths):
        full = stdin.resolve()
        known[full] = known[full] if full in known else read_stdin()
    return known, [stdin if str(path) == STDIN else path for path in paths]


def _check_configuration(config: Chosen) -> None:
    if isinstance(config, Path):
        if not config.is_file():
            fail(f"there is no configuration {config}")
        if kind_of(config, FileKind.CONFIGURATION) is not FileKind.CONFIGURATION:
            fail(f"{config} is no configuration")


def read_stdin() -> bytes:
    """Reads no more of standard input than tells that it is too large."""
    if sys.stdin is None:
        fail("standard input is closed; name a file instead of -")
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def can_ask() -> bool:
    """Tells whether somebody is there to answer a question."""
    return sys.stdin is not None and sys.stdin.isatty()


def tell_errors(file: MapFile, workspace: Workspace) -> None:
    """Says what is wrong with a map that is about to be shown: all of it where nothing can be."""
    from journeymap.linter.engine import lint
    from journeymap.linter.profiles import Selection
    from journeymap.linter.reading_rules import ESSENTIAL
    from journeymap.report.formats.registry import Format, render

    report = lint(replace(workspace, targets=(file.path,)), ESSENTIAL, Selection(), date.min)
    # Of configurations these rules know too little: they would call the others unknown.
    report = replace(report, diagnostics=report.of_file(file.path))
    count = report.count(Severity.ERROR)
    if file.journey_map is None:
        say(render(report, Format.CONCISE).rstrip("\n"))
    elif count:
        errors = "1 error" if count == 1 else f"{count} errors"
        say(f"{file.shown}: {errors}; see: journeymap lint {file.shown}")
