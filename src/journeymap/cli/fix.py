"""`journeymap lint --fix` and `--diff`: makes fixes, writes or shows them, says what was done."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from journeymap.cli.console import FAILED, STDIN, fail, say
from journeymap.cli.interrupts import whole
from journeymap.linter.diagnostic import Report
from journeymap.linter.fix_rounds import Outcome, mend_all
from journeymap.linter.fixer import Refusal, wanted
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import Workspace
from journeymap.workspace.write_back import WriteProblem, write_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """Which fixes were asked for, and what is to become of them.

    Attributes:
        fix: whether files are changed.
        unsafe: whether unsafe fixes are made, too.
        diff: whether the changes are shown, and no file is changed.
        shows: whether to list what was mended.
        fails: whether a run that mended something fails.
    """

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    shows: bool = False
    fails: bool = False

    @property
    def asked(self) -> bool:
        """Whether anything was asked for."""
        return self.fix or self.diff

    def check(self, paths: tuple[Path, ...], *, other: bool) -> None:
        """Ends the command where what was asked for makes no sense.

        Args:
            paths: the files and folders that were named.
            other: whether something else is to be written.
        """
        if self.unsafe and not self.asked:
            fail("--unsafe-fixes goes with --fix, or with --diff to see what it would do")
        if self.shows and not self.asked:
            fail("--show-fixes goes with --fix, or with --diff")
        if self.fails and not self.asked:
            fail("--exit-non-zero-on-fix goes with --fix")
        if self.asked and other:
            fail("--fix and --diff cannot write a baseline or comments as well: lint once more")
        if self.fix and not self.diff and any(str(path) == STDIN for path in paths):
            fail("--fix writes into files; name them instead of -, or see the changes with --diff")


def make(
    mending: Mending,
    workspace: Workspace,
    report: Report,
    read_again: Callable[[Mapping[Path, bytes]], Workspace],
    run: Callable[[Workspace], Report],
) -> Outcome:
    """Makes fixes in memory; what was read once is not read from the disk again."""
    read = {file.path: file.source.data for file in workspace.asked if file.source}

    def again(texts: Mapping[Path, bytes]) -> Workspace:
        return read_again({**read, **texts})

    return mend_all(workspace, report, again, run, unsafe=mending.unsafe)


def save(outcome: Outcome) -> None:
    """Writes the mended files; ends the command where one of them could not be written."""
    failed = False
    for file, new in outcome.changed:
        try:
            if file.source is not None:
                with whole():
                    write_back(file.path, file.source, new)
        except WriteProblem as problem:
            failed = True
            say(f"error: {file.shown} was left as it is: {problem.reason}")
    if failed:
        raise SystemExit(FAILED)


def told(outcome: Outcome, mending: Mending) -> list[str]:
    """Returns in words what was mended, or with a diff would be, and what was not and why."""
    findings = f"{outcome.made} finding{'s' if outcome.made != 1 else ''}"
    files = len(outcome.changed)
    done = f"{'would mend' if mending.diff else 'mended'} {findings} in {files} file"
    return [
        *(_refused(refusal) for refusal in outcome.refused),
        *(_listed(outcome) if mending.shows else ()),
        f"{done}{'s' if files != 1 else ''}" if outcome.made else "nothing to mend",
    ]


def fixable(report: Report, mending: Mending) -> str:
    """Returns in words how many findings could still be mended, and how; empty if none could."""
    safe = sum(wanted(d, unsafe=False) for d in report.diagnostics)
    unsafe = sum(wanted(d, unsafe=True) for d in report.diagnostics) - safe
    if mending.asked:  # what could be made has been made
        return f"; {unsafe} fixable with --unsafe-fixes" if unsafe and not mending.unsafe else ""
    if not safe:
        return f"; {unsafe} fixable with --fix --unsafe-fixes" if unsafe else ""
    more = f", {unsafe} more with --unsafe-fixes" if unsafe else ""
    return f"; {safe} fixable with --fix{more}"


def _listed(outcome: Outcome) -> Iterator[str]:
    """Walks what was mended, file by file: a line a rule, with what was done."""
    by_file: dict[str, dict[str, list[str]]] = {}
    for each in sorted(outcome.mended, key=lambda each: (each.file.shown, each.rule.code)):
        rules = by_file.setdefault(each.file.shown, {})
        title = each.fix.title if each.fix else ""
        rules.setdefault(f"{each.rule.name} ({each.rule.code})", []).append(title)
    for file, rules in by_file.items():
        yield f"{file}:"
        for rule, titles in rules.items():
            yield f"  {len(titles)} × {rule}: {'; '.join(dict.fromkeys(titles))}"


def _refused(refusal: Refusal) -> str:
    diagnostic = refusal.diagnostic
    title = diagnostic.fix.title if diagnostic.fix else ""
    return f"{diagnostic.where}: not mended, as {refusal.reason}; do it by hand: {title}"
