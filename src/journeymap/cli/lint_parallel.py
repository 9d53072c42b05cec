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
from itertools import chain
from typing import Any

from journeymap.authoring.rule import Rule
from journeymap.linter import engine
from journeymap.linter.diagnostic import Report
from journeymap.linter.fingerprint import numbered
from journeymap.linter.noted_day import NotedDay
from journeymap.linter.profiles import Selection
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace

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
    own, *others = (partial(run, share=share) for share in shares)
    children: list[_Child] = []
    try:
        children.extend(_fork(other, today) for other in others)
        reports = [own()]
        for child, other in zip(children, others, strict=True):
            answer = child.answer()
            # One that was killed, or had no memory left, has its share looked at here.
            report, looked = answer or (other(), False)
            reports.append(report)
            if looked and isinstance(today, NotedDay):
                today.is_read = True
    finally:
        for child in children:
            child.end()
    return _together(workspace, reports)


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
    """A process that looks at a share.

    Attributes:
        number: by which the system knows it; 0 once it has ended.
        pipe: where its answer comes from.
    """

    number: int
    pipe: int

    def answer(self) -> tuple[Report, bool] | None:
        """Returns what it found, and whether it looked at the day; None where it failed."""
        pipe, self.pipe = self.pipe, -1
        with os.fdopen(pipe, "rb") as stream:
            data = stream.read()
        _, status = os.waitpid(self.number, 0)
        self.number = 0
        if status:
            return None
        found: tuple[Report, bool] = pickle.loads(data)  # noqa: S301 - from our own process
        return found

    def end(self) -> None:
        """Ends it, if it has not ended."""
        if self.pipe >= 0:
            os.close(self.pipe)
        if self.number:
            with suppress(ProcessLookupError):
                os.kill(self.number, signal.SIGKILL)
            os.waitpid(self.number, 0)


def _fork(run: Callable[[], Report], today: date) -> _Child:
    reads, writes = os.pipe()
    number = os.fork()
    if number:
        os.close(writes)
        return _Child(number=number, pipe=reads)
    code = 1
    try:  # whatever happens here, what the parent has not printed yet is not printed twice
        os.close(reads)
        report = run()
        looked = isinstance(today, NotedDay) and today.is_read
        with os.fdopen(writes, "wb") as stream:
            stream.write(pickle.dumps((report, looked), pickle.HIGHEST_PROTOCOL))
        code = 0
    finally:
        os._exit(code)


def _together(workspace: Workspace, reports: Sequence[Report]) -> Report:
    """Returns one report of several, in the order of files."""
    order = {str(file.path): at for at, file in enumerate(workspace.looked_at)}
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
