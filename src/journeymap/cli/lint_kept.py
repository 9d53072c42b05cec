"""A run of `journeymap lint` whose result is kept, if anything tells what it depends on."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journeymap.cli import result_cache
from journeymap.cli.console import STDIN
from journeymap.cli.lint_given import Given
from journeymap.cli.lint_run import run
from journeymap.cli.noted_program import note_own_files, note_packages
from journeymap.linter.noted_day import NotedDay
from journeymap.linter.plugins import PlugInError, all_rules
from journeymap.workspace.noted_disk import NotedDisk


def run_and_keep(given: Given, *, day_is_typed: bool) -> int:
    """Lints, and returns the exit code."""
    kept = result_cache.current()
    if kept is None or not _is_keepable(given):
        return run(given)
    disk = NotedDisk(os.environ.get("XDG_CONFIG_HOME") or "~/.config")
    day = NotedDay.of(given.today)
    note_packages(disk)
    packaged = _has_packages()
    opened = _opened() if packaged else []
    code = run(replace(given, disk=disk, today=day))
    note_own_files(disk, kept.noted)
    for module in _imported() if packaged else ():
        disk.note_code(module, kept.noted)
    for path in list(opened):
        if disk.is_file(path):
            disk.refuse_later(str(path), kept.noted)
            disk.read(path)
    if not disk.is_unsure:
        depends = (day.is_read or packaged) and not day_is_typed
        kept.keep(code, disk.facts(), given.today.isoformat() if depends else "")
    return code


def _is_keepable(given: Given) -> bool:
    """Tells whether a run prints its result and does nothing else."""
    other = given.mending.asked or given.write_baseline or given.reason or given.since or given.show
    return not (
        other
        or any(output.target for output in given.outputs)
        or any(str(path) == STDIN for path in given.paths)
    )


def _has_packages() -> bool:
    try:
        return any(rule.package for rule in all_rules())
    except PlugInError:  # the run will tell
        return True


def _opened() -> list[Path]:
    """Returns a list to which every file is added that is opened from now on.

    What rules of packages read is theirs to choose.
    """
    paths: list[Path] = []

    def note(event: str, given: tuple[object, ...]) -> None:
        if event == "open" and isinstance(given[0], str | bytes | Path):
            paths.append(Path(os.path.abspath(os.fsdecode(given[0]))))  # noqa: PTH100

    sys.addaudithook(note)
    return paths


def _imported() -> Iterator[str]:
    """Walks the files of all modules: of rules of packages, and what these import."""
    files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    yield from (os.path.abspath(file) for file in files if file)  # noqa: PTH100
