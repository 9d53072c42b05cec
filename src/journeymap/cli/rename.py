"""`journeymap rename`."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from journeymap.cli import lint_baseline
from journeymap.cli.console import (
    FAILED,
    FOUND,
    ConfigOption,
    QuietOption,
    fail,
    open_files,
    say,
    write,
)
from journeymap.cli.interrupts import whole
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.saving import save
from journeymap.history.meanings import Kind, MeaningError, one_meaning
from journeymap.history.rename import Renamed, RenameError, rename
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.plugins import all_rules
from journeymap.linter.profiles import Selection
from journeymap.model.journey import Status
from journeymap.report import fix_diff
from journeymap.workspace.files import Workspace
from journeymap.workspace.paths import git_root
from journeymap.workspace.write_back import WriteProblem, write_back

_EVERYTHING = Selection(profile=Status.PUBLISHED, extend_select=("JM",))

_Old = Annotated[str, Argument(metavar="OLD", help="The id that something has.")]
_New = Annotated[str, Argument(metavar="NEW", help="The id that it gets.")]
_Paths = Annotated[
    list[Path] | None,
    Argument(metavar="PATHS", help="Maps and folders to look in.", show_default="the repository"),
]
_KindOption = Annotated[
    Kind | None,
    Option(
        "--kind", metavar="KIND", help=f"What has that id, where several do: {', '.join(Kind)}."
    ),
]
_MapOption = Annotated[
    Path | None,
    Option(
        "--map", metavar="FILE", help="A map or library in which it is meant, where several do."
    ),
]
_BaselineOption = Annotated[
    Path | None,
    Option(
        "--baseline", metavar="FILE", help="A baseline of lint that is to know the findings again."
    ),
]
_Diff = Annotated[
    bool,
    Option(
        "--diff", help="Print what would change, and change nothing; exit with 1 if anything would."
    ),
]


def rename_command(
    old: _Old,
    new: _New,
    paths: _Paths = None,
    kind: _KindOption = None,
    map_file: _MapOption = None,
    known: _BaselineOption = None,
    diff: _Diff = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Give a step, person, channel, metric, evidence or map another id, wherever it is named.

    Maps and libraries are changed in their texts: comments, quotes and order stay.

    Example: journeymap rename is-referred gets-referral --diff
    """
    looked_in = paths or [git_root(Path.cwd()) or Path()]
    workspace = open_files(looked_in, config=config).load()

    def read_again(texts: Mapping[Path, bytes]) -> Workspace:
        return open_files(looked_in, config=config, texts=texts).load()

    try:
        meaning = one_meaning(workspace, old, kind=kind, file=_named(map_file))
        renamed = rename(workspace, meaning, old, new, read_again)
    except (MeaningError, RenameError) as problem:
        fail(str(problem))
    if diff:
        pairs = [(file.source, text) for file, text in renamed.texts if file.source]
        write(fix_diff.render(pairs, shown=sys.stdout.isatty()))
    else:
        texts = {file.path: text.data for file, text in renamed.texts}
        reports = (_lint(workspace), _lint(read_again(texts))) if known else None
        content = lint_baseline.carried(known, *reports) if known and reports else b""
        _save(renamed)
        if known:
            save(known, content, "a baseline", read=workspace.files)
    if not quiet:
        say("\n".join(_told(renamed, f"{meaning.kind} {old}", new, diff=diff)))
    if diff and renamed.texts:
        raise SystemExit(FOUND)


def _named(map_file: Path | None) -> Path | None:
    if map_file is not None and not map_file.is_file():
        fail(f"there is no file {map_file}")
    return map_file.resolve() if map_file else None


def _told(renamed: Renamed, what: str, new: str, *, diff: bool) -> list[str]:
    """Returns in words what was done, and which comments somebody should look at."""
    places = f"{renamed.count} place{'s' if renamed.count != 1 else ''}"
    files = f"{len(renamed.texts)} file{'s' if len(renamed.texts) != 1 else ''}"
    verb = "would be renamed" if diff else "is renamed"
    return [
        *(
            f"{file.shown}:{line}: a comment says the word as well; it stays as it is"
            for file, line in renamed.mentions
        ),
        f"{what} {verb} to {new}: {places} in {files}",
    ]


def _save(renamed: Renamed) -> None:
    """Writes the files: all of them, or where one cannot be written none."""
    done = []
    with whole():
        for file, text in renamed.texts:
            if file.source is None:
                continue
            try:
                write_back(file.path, file.source, text)
                done.append((file, text))
            except WriteProblem as problem:
                for earlier, written in done:
                    write_back(earlier.path, written, earlier.source or written)
                say(f"error: {file.shown} was left as it is, and so were the others: {problem}")
                raise SystemExit(FAILED) from None


def _lint(workspace: Workspace) -> Report:
    return lint(workspace, all_rules(), _EVERYTHING, date.today())  # noqa: DTZ011 - the local day
