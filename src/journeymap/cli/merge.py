"""`journeymap merge`: git's merge driver for maps."""

from pathlib import Path
from typing import Annotated

from journeymap.cli.console import FOUND, QuietOption, fail, say
from journeymap.cli.interrupts import whole
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.saving import leads_out
from journeymap.history.merge import Markers, Outcome, Versions, merge_versions
from journeymap.workspace.git import GitProblem
from journeymap.workspace.replace_file import Changed, replace_file
from journeymap.workspace.storage import read_bytes
from journeymap.workspace.unmerged import merge_lines, shows_base, stages

_UNKNOWN = frozenset({"%S", "%X", "%Y", "%P", "%L"})
"""Placeholders of a driver that older gits hand over as they are."""
_SIZE = 7

_File = Annotated[Path | None, Argument(show_default=False)]
_Resolve = Annotated[
    Path | None,
    Option(
        metavar="FILE",
        help="Merge a file that git left with markers once more, from what git keeps of it.",
    ),
]
_PathOption = Annotated[
    str, Option("--path", metavar="PATH", help="Where the file lies (%P of a git driver).")
]
_SizeOption = Annotated[
    str, Option("--marker-size", metavar="N", help="Characters of a marker (%L).")
]
_OursLabel = Annotated[
    str, Option("--ours-label", metavar="TEXT", help="What markers call our side (%X).")
]
_BaseLabel = Annotated[
    str, Option("--base-label", metavar="TEXT", help="What they call the base (%S).")
]
_TheirsLabel = Annotated[
    str, Option("--theirs-label", metavar="TEXT", help="What they call the other side (%Y).")
]


def merge_command(
    base: _File = None,
    ours: _File = None,
    theirs: _File = None,
    resolve: _Resolve = None,
    path: _PathOption = "",
    marker_size: _SizeOption = str(_SIZE),
    ours_label: _OursLabel = "ours",
    base_label: _BaseLabel = "base",
    theirs_label: _TheirsLabel = "theirs",
    quiet: QuietOption = False,
) -> None:
    """Merge three versions of a map by its steps and fields; the result goes into OURS.

    Git calls it as a driver. Exit code 1: markers stand where both sides changed one entry, or the
    merged map has errors that neither side has.

    Example: journeymap merge --resolve clinic.journey.yaml
    """
    if resolve is not None:
        if base is not None:
            fail("--resolve takes the three versions from git: name no others")
        if leads_out(resolve, str(resolve)):
            fail(f"{resolve} is a link that leads out of the repository: nothing is merged there")
        target, lies_at = resolve, resolve
        versions = _kept_by_git(resolve)
    elif base is None or ours is None or theirs is None:
        fail("name BASE, OURS and THEIRS, or --resolve FILE")
    else:
        target, lies_at = ours, Path(path) if path not in {"", *_UNKNOWN} else ours
        versions = Versions(base=_read(base), ours=_read(ours), theirs=_read(theirs))
    markers = Markers(
        size=int(marker_size) if marker_size.isdecimal() and int(marker_size) else _SIZE,
        shows_base=_shows_base(target),
        ours=_label(ours_label, "ours"),
        base=_label(base_label, "base"),
        theirs=_label(theirs_label, "theirs"),
    )
    try:
        outcome = merge_versions(versions, lies_at, markers, _by_lines)
    except GitProblem as problem:
        fail(f"{lies_at}: {problem}; nothing was written")
    if outcome.content != versions.ours or resolve is not None:
        try:
            with whole():
                replace_file(target, outcome.content, None if resolve else versions.ours)
        except Changed:
            fail(f"{target} has changed since it was read; nothing was written")
    _tell(outcome, lies_at, quiet=quiet)


def _tell(outcome: Outcome, path: Path, *, quiet: bool) -> None:
    """Says what somebody has to look at, and ends with the exit code."""
    if outcome.by_lines and not quiet:
        say(f"{path}: merged line by line, as {outcome.by_lines}")
    for name in outcome.clashes:
        say(f"{path}: both sides changed {name}; see the markers")
    for each in outcome.broken:
        say(f"{each.where}: {each.severity}[{each.rule.name}] {each.message} ({each.rule.code})")
    if outcome.broken:
        say(f"{path}: merged, and broken: each side is right alone, together they are not")
    if not outcome.is_clean:
        raise SystemExit(FOUND)


def _by_lines(versions: Versions, markers: Markers) -> tuple[bytes, int]:
    return merge_lines(
        (versions.base, versions.ours, versions.theirs),
        (markers.base, markers.ours, markers.theirs),
        size=markers.size,
        with_base=markers.shows_base,
    )


def _kept_by_git(path: Path) -> Versions:
    try:
        base, ours, theirs = stages(path)
    except GitProblem as problem:
        fail(str(problem))
    return Versions(base=base, ours=ours, theirs=theirs)


def _shows_base(target: Path) -> bool:
    try:
        return shows_base(target.resolve().parent)
    except GitProblem:
        return False


def _read(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except OSError as error:
        fail(f"{path}: {(error.strerror or 'it cannot be read').lower()}")


def _label(text: str, otherwise: str) -> str:
    return otherwise if text in _UNKNOWN or not text.strip() else " ".join(text.split())
