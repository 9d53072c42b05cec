"""Lint of many files: each is read and linted with a few others, and let go before the next ones.

What rules look at of other files stays: their outlines, and what rules on a library know of its
users. Where that, once all is known, differs from what was known of a batch, a map is linted again.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from journeymap.authoring.rule import Rule
from journeymap.cli.console import Found
from journeymap.cli.interrupts import tidied
from journeymap.cli.lint_given import Given, Linted
from journeymap.cli.lint_parallel import days, in_processes, processes, processors, together
from journeymap.linter import engine
from journeymap.linter.diagnostic import Report
from journeymap.linter.fixer import offered
from journeymap.linter.mark_unread import marked
from journeymap.linter.users import noted
from journeymap.linter.yaml_rules.attach import declares
from journeymap.model.fields import FileKind
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import SETTINGS, MapFile, Workspace, outline
from journeymap.workspace.noted_disk import NotedDisk
from journeymap.workspace.outlines import Neighbours, Outline, Outlines
from journeymap.workspace.paths import kind_of
from journeymap.workspace.storage import Disk

_EACH = 8
"""Files that are kept at once; house: fewer cost time, as what several of them use is read anew."""

Lint = Callable[..., Report]
"""From a workspace, and the files of it to look at (`share`), to what is found in them."""


class NotApartError(Exception):
    """The files have to be known all at once: a repository has rules of its own."""


def lint_few_by_few(given: Given, rules: Sequence[Rule], found: Found) -> Linted | None:
    """Lints many files, a few at a time; None where they have to be known all at once.

    Args:
        given: what was typed.
        rules: the rules there are.
        found: the files, and what reads them.
    """
    if any(rule.package for rule in rules):
        return None
    lint = partial(
        engine.lint,
        rules=rules,
        selection=given.selection,
        today=given.today,
        heed_ignores=given.heed_ignores,
    )
    count = processes(len(found.targets), rules, processors())
    batches = Batches(found=found, rules=rules, lint=lint)
    with tidied() if count > 1 else nullcontext(), suppress(NotApartError):
        return batches.run(count, given.today, given.disk)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """What stays of a batch.

    Attributes:
        report: what was found.
        outlines: of its files, and of all that they lead to.
        neighbours: what was known of the other maps, by map.
        notes: what rules on libraries know of its maps, with rule and library.
        settings: the configurations that hold for its files.
        read: the files that were read.
    """

    report: Report
    outlines: Sequence[Outline]
    neighbours: Mapping[Path, Neighbours]
    notes: Sequence[tuple[tuple[str, Path], Any]]
    settings: Sequence[Path]
    read: Sequence[Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batches:
    """Files of one run that are linted a few at a time.

    Attributes:
        found: the files, and what reads them.
        rules: the rules there are.
        lint: holds files to them.
    """

    found: Found
    rules: Sequence[Rule]
    lint: Lint

    def run(self, count: int, day: date, disk: Disk) -> Linted:
        """Returns what is found, in the order of one run over all.

        Args:
            count: how many processes share the work.
            day: the day that counts as today.
            disk: where files are read from.

        Raises:
            NotApartError: a configuration has rules of its own.
        """
        maps = [path for path in self.found.targets if _kind(path) is FileKind.JOURNEY]
        batches = [maps[at : at + _EACH] for at in range(0, len(maps), _EACH)]
        jobs = [_Job(self, batch) for batch in batches]
        gc.freeze()
        try:
            done = in_processes(jobs, count, *_told(day, disk))
        finally:
            gc.unfreeze()
        outlines = Outlines(tuple(_firsts(chain.from_iterable(e.outlines for e in done))))
        reports = [self._settled(each, outlines) for each in done]
        last, settings, read = self._others(done, outlines)
        order = (*self.found.targets, *settings)
        every = chain(read, *(each.read for each in done))
        report = together(order, [*reports, last])
        return Linted(report=report, read=tuple(dict.fromkeys(every)))

    def batch(self, targets: Sequence[Path]) -> _Done:
        """Reads some maps, lints them, and lets them go.

        Raises:
            NotApartError: a configuration has rules of its own.
        """
        workspace = self.found.loader.load_part(targets, searched=self.found.searched)
        if any(map(declares, workspace.files.values())):
            raise NotApartError
        seen = marked(workspace)
        files = tuple(seen.files.values())
        libraries = [each for each in files if each.kind is FileKind.LIBRARY]
        return _Done(
            report=self._report(workspace, workspace.asked),
            outlines=seen.outlines.each,
            neighbours={path: seen.outlines.neighbours(path) for path in targets},
            notes=tuple(noted(self.rules, libraries, seen.asked)),
            settings=[each.path for each in files if each.kind in SETTINGS],
            read=tuple(seen.files),
        )

    def _report(self, workspace: Workspace, share: Sequence[MapFile]) -> Report:
        return offered(self.lint(workspace, share=share), workspace)

    def _settled(self, done: _Done, outlines: Outlines) -> Report:
        """Returns what is found in a batch, now that all other maps are known."""
        changed = [
            path for path, known in done.neighbours.items() if outlines.neighbours(path) != known
        ]
        report = done.report
        for path in changed:
            other = outlines.first_of_same_id(path)
            targets = (path, *((other,) if other else ()))
            workspace = self.found.loader.load_part(targets, searched=self.found.searched)
            workspace = replace(workspace, known=outlines)
            again = self._report(workspace, [workspace.files[path]])
            report = _replaced(report, path, again)
        return report

    def _others(
        self, done: Sequence[_Done], outlines: Outlines
    ) -> tuple[Report, Sequence[Path], tuple[Path, ...]]:
        """Lints what is no map: libraries, and configurations and rules.

        Returns:
            What is found, the configurations and rules in order, and the files that were read.
        """
        targets = [path for path in self.found.targets if _kind(path) is not FileKind.JOURNEY]
        workspace = self.found.loader.load_part(targets, searched=self.found.searched)
        settings = self.found.loader.settings(chain.from_iterable(each.settings for each in done))
        own = (outline(each, is_asked=True) for each in workspace.asked)
        notes = defaultdict[tuple[str, Path], list[Any]](list)
        for key, note in chain.from_iterable(each.notes for each in done):
            notes[key].append(note)
        known = Outlines((*outlines.each, *own))
        workspace = replace(workspace, files=self.found.loader.files, known=known, notes=notes)
        if any(map(declares, workspace.files.values())):
            raise NotApartError
        share = {file.path: file for file in (*workspace.asked, *settings)}
        report = self._report(workspace, tuple(share.values()))
        found = chain(chain.from_iterable(each.settings for each in done), share)
        order = [path for path in dict.fromkeys(found) if _kind(path) in SETTINGS]
        return report, order, tuple(workspace.files)


@dataclass(frozen=True)
class _Job:
    """A batch that is still to be linted."""

    batches: Batches
    targets: Sequence[Path]

    def __call__(self) -> _Done:
        """Lints it, and lets go what it has read, circles of objects among them."""
        done = self.batches.batch(self.targets)
        self.batches.found.loader.let_go()
        gc.collect()
        gc.freeze()  # what stays is not looked through again after each batch
        return done


def _kind(path: Path) -> FileKind:
    return kind_of(path, FileKind.JOURNEY)


def _firsts(outlines: Iterable[Outline]) -> Iterator[Outline]:
    """Walks outlines of one file each, asked for where it was so in any batch."""
    found: dict[Path, Outline] = {}
    for each in outlines:
        known = found.setdefault(each.path, each)
        if each.is_asked and not known.is_asked:
            found[each.path] = each
    yield from found.values()


def _replaced(report: Report, path: Path, again: Report) -> Report:
    """Returns a report with what was found in a file once more in place of what was found first."""
    left = (each for each in report.diagnostics if each.file.path.raw != str(path))
    return replace(report, diagnostics=(*left, *again.diagnostics), ran=report.ran | again.ran)


def _told(
    day: date, disk: Disk
) -> tuple[Callable[[], tuple[Any, ...]], Callable[[tuple[Any, ...]], None]]:
    """Returns what tells in another process what it looked at, and what hears of it here."""
    looked, hear_day = days(day)

    def tell() -> tuple[Any, ...]:
        return looked(), disk.noted() if isinstance(disk, NotedDisk) else None

    def hear(told: tuple[Any, ...]) -> None:
        hear_day(told[0])
        if isinstance(disk, NotedDisk):
            disk.add(told[1])

    return tell, hear
