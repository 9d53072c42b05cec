"""`journeymap lint --baseline` and `--write-baseline`."""

from collections.abc import Iterable
from pathlib import Path

from journeymap.cli.console import STDIN, fail
from journeymap.cli.saving import save
from journeymap.linter import baseline
from journeymap.linter.diagnostic import Report
from journeymap.text.source import MOST_BYTES
from journeymap.workspace.paths import leads_outside, straight
from journeymap.workspace.storage import DISK, Disk

_MOST = f"{MOST_BYTES // 1_000_000} MB"


def written(target: Path, report: Report, read: Iterable[Path]) -> str:
    """Writes all findings into a baseline; returns in words what it holds."""
    if str(target) == STDIN:
        fail("--write-baseline writes no stream; name a file for the baseline")
    if target.is_dir():
        fail(f"{target} is a folder; name a file for the baseline")
    known = baseline.entries(report)
    content = baseline.write(known).encode("utf-8", "backslashreplace")
    many = "1 finding" if len(known) == 1 else f"{len(known)} findings"
    if len(content) > MOST_BYTES:
        fail(f"{many} are more than {_MOST}, and {target} could not be read: lint fewer maps")
    save(target, content, "a baseline", read=read)
    return f"{target} holds {many} now; lint with --baseline {target} tells only new ones"


def carried(path: Path, before: Report, after: Report) -> bytes:
    """Returns a baseline that knows the findings again in maps whose ids have changed."""
    try:
        entries = baseline.read(_text(path))
    except baseline.BaselineError as problem:
        fail(f"{path} is no baseline: {problem}")
    return baseline.write(baseline.carried(entries, before, after)).encode(
        "utf-8", "backslashreplace"
    )


def left(report: Report, path: Path, disk: Disk) -> tuple[Report, list[str]]:
    """Returns the findings that a baseline does not hold, and what is to be said of the others."""
    try:
        compared = baseline.compare(report, baseline.read(_text(path, disk)))
    except baseline.BaselineError as problem:
        fail(f"{path} is no baseline: {problem}; --write-baseline writes one")
    fixed = [
        f"{entry.path}: {entry.rule} at {entry.route or 'the map'} is fixed; it can leave {path}"
        for entry in compared.fixed
    ]
    count = compared.known
    told = [f"{count} known finding{'s' if count != 1 else ''} left out"] if count else []
    old = f"{path} is of an earlier version; --write-baseline writes it anew"
    return compared.report, [*fixed, *told, *([old] if compared.is_old else ())]


def _text(path: Path, disk: Disk = DISK) -> str:
    if not disk.is_there(path.absolute()):
        fail(f"there is no baseline {path}; --write-baseline writes one")
    if leads_outside(straight(path, disk), disk):
        fail(f"{path} is no baseline: it is a link that leads out of the repository")
    try:
        data = disk.read(path.absolute())
        if len(data) > MOST_BYTES:
            fail(f"{path} is no baseline: it has more than {_MOST}")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        fail(f"{path} is no baseline: it is not UTF-8")
    except OSError as error:
        fail(f"{path} is no baseline: {(error.strerror or 'it cannot be read').lower()}")
