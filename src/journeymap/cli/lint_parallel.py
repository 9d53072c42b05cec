"""Lint in several processes: each looks at a share of the files, and all know all of them.

A process is forked when everything has been read, so nothing has to be handed over but findings.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path
from typing import IO, Any, TypeVar

from journeymap.authoring.rule import Rule
from journeymap.linter import engine
from journeymap.linter.diagnostic import Report
from journeymap.linter.fingerprint import numbered
from journeymap.linter.noted_day import NotedDay
from journeymap.linter.profiles import Selection
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace

T = TypeVar("T")
H = TypeVar("H")

FEWEST = 8
"""Files from which on a second process takes less time than it costs."""
_EACH = 4
"""Files for each process at least."""


def processes(files: int, rules: Iterable[Rule], processors: int) -> int:
    """Returns how many processes are worth it; one where a system or a package may not bear more.

    Args:
        files: how many files are looked at.
        rules: the rules; those of packages may keep things between files, and stay in one process.
        processors: how many may be used.
    """
    if files < FEWEST or any(rule.package for rule in rules):
        return 1
    import threading

    # Libraries of macOS do not bear a fork, and nothing bears one beside its threads.
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return 1
    return max(1, min(processors, files // _EACH))


def processors() -> int:
    """Returns how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def lint(
    workspace: Workspace,
    rules: Sequence[Rule],
    selection: Selection,
    today: date,
    *,
    count: int,
    **how: Any,  # noqa: ANN401 - as `engine.lint` takes it
) -> Report:
    """Returns what `engine.lint` does, in the same order.

    Args:
        workspace: the files.
        rules: the rules there are, but for those that configurations add.
        selection: which of them to use.
        today: the day that counts as today.
        count: how many processes share the work.
        how: what else `engine.lint` is told.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    run = partial(engine.lint, workspace, rules, selection, today, **how)
    if count < 2:  # noqa: PLR2004 - nothing to share
        return run()
    shares = _shares(workspace.looked_at, count)
    jobs = [partial(run, share=share) for share in shares]
    reports = in_processes(jobs, count, *days(today))
    return together([file.path for file in workspace.looked_at], reports)


def days(today: date) -> tuple[Callable[[], bool], Callable[[bool], None]]:
    """Returns what tells in another process whether it looked at the day, and what hears of it."""

    def looked() -> bool:
        return isinstance(today, NotedDay) and today.is_read

    def hear(has_looked: bool) -> None:
        if has_looked and isinstance(today, NotedDay):
            today.is_read = True

    return looked, hear


def in_processes(
    jobs: Sequence[Callable[[], T]],
    count: int,
    tell: Callable[[], H],
    hear: Callable[[H], None],
) -> list[T]:
    """Returns what each job returns, in their order.

    Args:
        jobs: what is to be done: each process does every so manieth.
        count: how many processes share the work, this one included.
        tell: returns, in another process once it is done, what this one has to know of it.
        hear: takes that, in this process.
    """
    shares = [jobs[number::count] for number in range(count)]
    children: list[_Child] = []
    try:
        with suppress(OSError):  # of processes, or of room for what they find: fewer do as well
            for share in shares[1:]:
                children.append(_fork(share, tell))  # noqa: PERF401 - those that began are to end
        results = [[job() for job in shares[0]]]
        for share, child in zip_longest(shares[1:], children):
            answer = child.answer() if child else None
            # One that was killed, or had no memory left, has its share looked at here.
            results.append([job() for job in share] if answer is None else answer[0])
            if answer is not None:
                hear(answer[1])
    finally:
        for child in children:
            child.end()
    return [results[at % count][at // count] for at in range(len(jobs))]


def _shares(files: Sequence[MapFile], count: int) -> list[list[MapFile]]:
    """Deals files out so that all shares have about as much text."""
    shares: list[list[MapFile]] = [[] for _ in range(count)]
    sizes = [0] * count
    for file in sorted(files, key=_size, reverse=True):
        least = sizes.index(min(sizes))
        shares[least].append(file)
        sizes[least] += _size(file) + 1
    return shares


def _size(file: MapFile) -> int:
    return len(file.source.data) if file.source else 0


@dataclass(slots=True, kw_only=True)
class _Child:
    """A process that does a share of the jobs.

    Attributes:
        number: by which the system knows it; 0 once it has ended.
        count: how many jobs it has.
        file: where it writes what they return: this process has its own work, and hears later.
    """

    number: int
    count: int
    file: IO[bytes]

    def answer(self) -> tuple[list[Any], Any] | None:
        """Returns what its jobs return, and what it has to tell; None where it failed."""
        _, status = os.waitpid(self.number, 0)
        self.number = 0
        if status:
            return None
        self.file.seek(0)
        # From our own process, in a file that has no name.
        *results, told = (pickle.load(self.file) for _ in range(self.count + 1))  # noqa: S301
        return results, told

    def end(self) -> None:
        """Ends it, if it has not ended."""
        self.file.close()
        if self.number:
            with suppress(ProcessLookupError):
                os.kill(self.number, signal.SIGKILL)
            os.waitpid(self.number, 0)


def _fork(jobs: Sequence[Callable[[], Any]], tell: Callable[[], Any]) -> _Child:
    from tempfile import TemporaryFile

    file = TemporaryFile()  # noqa: SIM115 - closed when the child has ended
    number = os.fork()
    if number:
        return _Child(number=number, count=len(jobs), file=file)
    code = 1
    try:  # whatever happens here, what the parent has not printed yet is not printed twice
        for job in jobs:
            file.write(pickle.dumps(job(), pickle.HIGHEST_PROTOCOL))
        file.write(pickle.dumps(tell(), pickle.HIGHEST_PROTOCOL))
        file.flush()
        code = 0
    finally:
        os._exit(code)


def together(paths: Iterable[Path], reports: Sequence[Report]) -> Report:
    """Returns one report of several.

    Args:
        paths: the files in the order in which they are told.
        reports: each of some of them.
    """
    order = {str(path): at for at, path in enumerate(paths)}
    files = sorted(_all(each.files for each in reports), key=lambda each: order[each.path.raw])
    shown = {file.shown: at for at, file in enumerate(files)}
    found = _all(each.diagnostics for each in reports)
    return Report(
        files=tuple(files),
        diagnostics=tuple(numbered(sorted(found, key=lambda each: order[each.file.path.raw]))),
        ran=frozenset(_all(each.ran for each in reports)),
        maturities=tuple(
            sorted(_all(each.maturities for each in reports), key=lambda each: shown[each.shown])
        ),
    )


def _all(groups: Iterable[Iterable[Any]]) -> Iterator[Any]:
    return chain.from_iterable(groups)
