"""`journeymap init`."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from journeymap.api import schemas
from journeymap.cli.console import FAILED, FOUND, QuietOption, can_ask, fail, say, write
from journeymap.cli.interrupts import INTERRUPTED, tidied, whole
from journeymap.cli.parameters import Argument, Option
from journeymap.history.set_up import (
    Part,
    State,
    host_of,
    make,
    missing,
    parts,
    state_of,
    take_back,
)
from journeymap.linter import baseline
from journeymap.linter.engine import lint
from journeymap.linter.plugins import all_rules
from journeymap.linter.profiles import Selection
from journeymap.templates.set_up import BASELINE, Host
from journeymap.workspace.git import GitProblem
from journeymap.workspace.load import Loader
from journeymap.workspace.paths import git_root

_Folder = Annotated[
    Path | None,
    Argument(metavar="FOLDER", help="What is set up.", show_default="the repository"),
]
_HostOption = Annotated[
    Host | None,
    Option(
        "--host",
        metavar="HOST",
        help=f"Where CI runs: {', '.join(Host)}.",
        show_default="as the repository tells",
    ),
]
_Yes = Annotated[bool, Option("--yes", "-y", help="Write without asking.")]
_Dry = Annotated[bool, Option("--dry-run", help="Print what would be written, and stop.")]
_Check = Annotated[
    bool,
    Option(
        "--check", help="Say what is missing, as the drivers are in each new clone; exit with 1."
    ),
]
_Undo = Annotated[
    bool,
    Option("--undo", help="Take away what init has written and nobody has changed since."),
]


def init_command(
    folder: _Folder = None,
    host: _HostOption = None,
    yes: _Yes = False,
    dry_run: _Dry = False,
    check: _Check = False,
    undo: _Undo = False,
    quiet: QuietOption = False,
) -> None:
    """Set up a repository of maps: git, CI, pre-commit, the editor, and a baseline of findings.

    What is there is never overwritten, and a second run changes nothing.

    Example: journeymap init --dry-run
    """
    root = _root(folder)
    if sum((dry_run, check, undo)) > 1:
        fail("--dry-run, --check and --undo are three ways: choose one")
    wanted = _wanted(root, host, undo=undo)
    if undo:
        _undo(wanted, root, quiet=quiet)
        return
    left = tuple(missing(wanted, root))
    if check:
        _tell_missing(left, quiet=quiet)
    if not quiet:
        _tell_others(wanted, root)
    if dry_run:
        write("".join(f"{part.title}\n    {part.why}\n" for part in left))
    elif left:
        _write(left, root, agreed=yes or _agreed(left), quiet=quiet)
    elif not quiet:
        say("nothing to set up: all of it is there")


def _write(left: Sequence[Part], root: Path, *, agreed: bool, quiet: bool) -> None:
    if not agreed:
        fail("nothing was written; --yes writes without asking, --dry-run shows what")
    for part in left:
        _done(part, root)
        if not quiet:
            say(f"wrote {part.title}")
    if not quiet:
        say("next: commit these files; each clone needs `journeymap init` once, for git's drivers")


def _root(folder: Path | None) -> Path:
    if folder is not None and not folder.is_dir():
        fail(f"there is no folder {folder}")
    start = (folder or Path()).resolve()
    return start if folder else git_root(start) or start


def _wanted(root: Path, host: Host | None, *, undo: bool) -> tuple[Part, ...]:
    texts = {
        name: (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
        for name, schema in schemas().items()
    }
    there = root / BASELINE
    known = there.read_bytes() if there.is_file() else None
    if known is None and not undo:
        known = _findings(root)
    return parts(host or host_of(root), texts, known, in_git=git_root(root) is not None)


def _findings(root: Path) -> bytes | None:
    """Returns the errors that there are as a baseline; None where lint would not fail."""
    workspace = Loader(shown_from=root).load([root])
    report = lint(workspace, all_rules(), Selection(), date.today())  # noqa: DTZ011 - the user's day
    if not any(each.fails() for each in report.diagnostics):
        return None
    return baseline.write(baseline.entries(report)).encode("utf-8", "backslashreplace")


def _tell_missing(left: Sequence[Part], *, quiet: bool) -> None:
    """Says what is missing, and ends the command."""
    for part in left:
        say(f"missing: {part.title}: {part.why}")
    if left:
        say("`journeymap init` adds it")
        raise SystemExit(FOUND)
    if not quiet:
        say("all of it is there")
    raise SystemExit(0)


def _tell_others(wanted: Sequence[Part], root: Path) -> None:
    for part in wanted:
        if state_of(part, root) is State.OTHER:
            say(f"{part.title} is there, and yours: it stays as it is")


def _agreed(left: Sequence[Part]) -> bool:
    say("to be written:")
    for part in left:
        say(f"  {part.title}: {part.why}")
    if not can_ask():
        return False
    import typer  # which takes as long as reading a map

    with tidied():
        try:
            return typer.confirm("Write it?", default=True, err=True)
        except typer.Abort:
            say("\ninterrupted")
            raise SystemExit(INTERRUPTED) from None


def _done(part: Part, root: Path) -> None:
    try:
        with whole():
            make(part, root)
    except (OSError, GitProblem) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        say(f"error: {part.title} was not written: {(reason or 'it cannot be').lower()}")
        raise SystemExit(FAILED) from None


def _undo(wanted: Sequence[Part], root: Path, *, quiet: bool) -> None:
    for part in reversed(wanted):
        state = state_of(part, root)
        if state is State.THERE:
            try:
                with whole():
                    take_back(part, root)
            except (OSError, GitProblem) as error:
                fail(f"{part.title} stays: {error}")
            said = f"took away {part.title}"
        else:
            said = f"{part.title} has changed since: it stays" if state is State.OTHER else ""
        if said and not quiet:
            say(said)
