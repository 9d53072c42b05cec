"""One run of `journeymap lint`, from what was typed to the exit code."""

import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from journeymap import __version__
from journeymap.cli import fix
from journeymap.cli.console import FOUND, Found, fail, open_files, say, write
from journeymap.cli.interrupts import tidied
from journeymap.cli.lint_given import Given, Linted
from journeymap.cli.lint_parallel import lint, processes, processors
from journeymap.cli.lint_shows import shown
from journeymap.cli.outputs import Render, deliver, refuse_losses
from journeymap.cli.since import narrowed, searched_for
from journeymap.findings import Severity
from journeymap.linter.diagnostic import FileFacts, Report
from journeymap.linter.fix_rounds import Outcome
from journeymap.linter.fixer import offered
from journeymap.linter.plugins import PlugInError, all_rules
from journeymap.linter.profiles import UnknownRuleError
from journeymap.linter.yaml_rules.attach import with_own
from journeymap.report.formats import registry
from journeymap.report.formats.registry import ReportOptions
from journeymap.report.order import in_order
from journeymap.workspace.files import SETTINGS, Workspace
from journeymap.workspace.load import Loader
from journeymap.workspace.storage import Storage

_MOST_MATURITIES = 30
"""Of more maps the state is not told one by one: it would hide the findings."""


_MANY = 32
"""Files from which on not all are kept at once."""


def run(given: Given) -> int:
    """Lints, and returns the exit code."""
    other = given.write_baseline is not None or given.reason is not None
    given.mending.check(given.paths, other=other)
    try:
        opened = _open(given)
        if isinstance(opened, Linted):
            refuse_losses(given.outputs, _read(given, opened.read))
            report, remarks = _new(opened.report, given, None)
            return _tell(_told(report, given, remarks), given, remarks, opened.read)
        workspace, earlier = opened
        refuse_losses(given.outputs, _read(given, workspace.files))
        if given.show is not None:
            write(shown(given.show, workspace, given.selection, given.fail_on, given.today))
            return 0
        report, had = _first(workspace, given), _had(earlier, given)
    except (PlugInError, UnknownRuleError) as problem:
        fail(str(problem))
    if given.write_baseline is not None:
        return _write_baseline(given.write_baseline, report, given, workspace)
    report, remarks = _new(report, given, had)
    mended = False
    if given.mending.asked:
        outcome = _mend(workspace, report, given, had)
        workspace, report = outcome.workspace, outcome.report
        remarks += fix.told(outcome, given.mending)
        mended = bool(outcome.changed)
    if given.reason is not None:
        from journeymap.cli import lint_ignores

        remarks += lint_ignores.written(report, given, workspace)
        again = replace(given, reason=None)
        workspace = replace(_find(again).load(), targets=workspace.targets)
        report, _ = _new(_lint(workspace, again), again, had)
    report = offered(_told(report, given, remarks), workspace)
    return _tell(report, given, remarks, workspace.files, mended=mended)


def _tell(
    report: Report, given: Given, remarks: list[str], read: Iterable[Path], *, mended: bool = False
) -> int:
    """Prints what was found, and returns the exit code."""
    _print(report, given, read)
    for file in filter(_is_unreadable_configuration, report.files):
        fail(f"{file.shown} cannot be read, so nothing it says counts: mend it first")
    if not given.quiet:
        say("\n".join((*remarks, *_ending(report, given))))
    fails = any(each.fails(given.limit) for each in report.diagnostics)
    return FOUND if fails or (mended and given.mending.fails and not given.exit_zero) else 0


def _check_reports(given: Given) -> None:
    """Ends the command where reports are asked for that it would not write."""
    instead = {
        "--write-baseline": given.write_baseline is not None,
        "--diff": given.mending.diff,
        "--show-files, --show-settings and --show-rules": given.show is not None,
    }
    for option, given_too in instead.items():
        if given_too and any(output.target for output in given.outputs):
            fail(f"--output-format: no report is written with {option}: lint once more for it")


def _lint(workspace: Workspace, given: Given) -> Report:
    """Holds files to the rules, and where it is to be said tells which status each map meets."""
    # With a few rules selected, what stands between two statuses would be counted and not named.
    told = not (given.quiet or given.write_baseline or given.selection.select)
    maturity = told and len(workspace.targets) <= _MOST_MATURITIES
    rules = all_rules()
    count = processes(len(workspace.looked_at), rules, processors())
    with tidied() if count > 1 else nullcontext():
        return lint(
            workspace,
            rules,
            given.selection,
            given.today,
            count=count,
            maturity=maturity,
            heed_ignores=given.heed_ignores,
            clock=time.perf_counter,
        )


def _had(earlier: Workspace | None, given: Given) -> Report | None:
    """Holds files as they were to the rules that were there then."""
    if earlier is None:
        return None
    _, rules = with_own(earlier, all_rules())
    selection = given.selection.among(rules)
    return _lint(earlier, replace(given, selection=selection, quiet=True))


def _first(workspace: Workspace, given: Given) -> Report:
    """The same for the first time in a run, when it is told what rules of packages do wrong."""
    report = _lint(workspace, given)
    for trouble in report.troubles:
        say(f"warning: {trouble}")
    return report


def _ending(report: Report, given: Given) -> Iterator[str]:
    """Walks what is said below findings: where to begin, which status each map meets, counts."""
    if len(report.files) <= _MOST_MATURITIES and not given.statistics:
        from journeymap.report.look_first import look_first

        yield from look_first(report)
    yield from (f"{each.shown}: {each.said}" for each in report.maturities)
    own = _is_by_status(given) and any(each.short_of for each in report.maturities)
    yield _summary(report, own=own) + fix.fixable(report, given.mending)


def _print(report: Report, given: Given, read: Iterable[Path]) -> None:
    render: Render = registry.render
    if given.statistics:
        from journeymap.report import statistics

        render = statistics.render
    options = ReportOptions(colour=given.colour, version=__version__, fail_on=given.limit)
    told = in_order(report, given.sort)
    deliver(told, given.outputs, _read(given, read), options, render)


def _read(given: Given, files: Iterable[Path]) -> tuple[Path, ...]:
    """Returns the files that a run reads: nothing that is written may take their place."""
    return (*files, *((given.baseline,) if given.baseline else ()))


def _open(given: Given) -> Linted | tuple[Workspace, Workspace | None]:
    """Reads what is to be linted, with --new as well how that was; lints many files as it reads."""
    _check_reports(given)
    if given.is_plain:
        found = _find(given)
        if len(found.targets) < _MANY:
            return found.load(), None
        from journeymap.cli.lint_batches import lint_few_by_few

        if linted := lint_few_by_few(given, all_rules(), found):
            return linted
    workspace = _find(given).load()
    if given.since is None:
        return workspace, None
    if given.write_baseline is not None:
        fail("--write-baseline writes down all findings: leave out --since")

    def read(storage: Storage, more: Iterable[Path]) -> Workspace:
        loader = Loader(
            configuration=given.config,
            shown_from=Path.cwd().resolve(),
            storage=storage,
            exclusion=given.exclusion,
        )
        return loader.load((*given.paths, *searched_for(given.paths), *more))

    return narrowed(workspace, given.since, given.paths, read, quiet=given.quiet)


def _find(given: Given, texts: Mapping[Path, bytes] | None = None) -> Found:
    """Finds what was named, and with --since the maps in which libraries may be used.

    Args:
        given: what was typed.
        texts: contents that stand for files and for standard input, by absolute path.
    """
    more = searched_for(given.paths) if given.since else ()
    return open_files(
        [*given.paths, *more],
        config=given.config,
        stdin_name=given.stdin_name,
        texts=texts,
        exclusion=given.exclusion,
        disk=given.disk,
    )


def _mend(workspace: Workspace, report: Report, given: Given, had: Report | None) -> Outcome:
    """Makes fixes and writes them; with --diff prints them instead, and ends the command."""

    def read_again(texts: Mapping[Path, bytes]) -> Workspace:
        again = _find(given, texts).load()
        # a configuration that was mended may leave some of them out
        return replace(again, targets=tuple(t for t in workspace.targets if t in again.files))

    def run(workspace: Workspace) -> Report:
        return _new(_lint(workspace, given), given, had)[0]

    outcome = fix.make(given.mending, workspace, report, read_again, run)
    if not given.mending.diff:
        fix.save(outcome)
        return outcome
    from journeymap.report import fix_diff

    pairs = [(file.source, new) for file, new in outcome.changed if file.source]
    write(fix_diff.render(pairs, shown=sys.stdout.isatty()))
    if not given.quiet:
        say("\n".join(fix.told(outcome, given.mending)))
    raise SystemExit(FOUND if pairs and not given.exit_zero else 0)


def _write_baseline(target: Path, report: Report, given: Given, workspace: Workspace) -> int:
    from journeymap.cli import lint_baseline

    done = lint_baseline.written(target, report, workspace.files)
    if not given.quiet:
        say(done)
    return 0


def _new(report: Report, given: Given, had: Report | None) -> tuple[Report, list[str]]:
    """Returns the findings that nobody knows of, and what there is to say of the others.

    Args:
        report: what was found.
        given: what was typed: a baseline may hold findings.
        had: what the revision had that is compared with; None where that does not count.
    """
    if had is None or given.since is None:
        return _not_in_baseline(report, given)
    from journeymap.linter.new_findings import new_since

    new = new_since(had, report)
    count = report.total - new.total
    left, remarks = _not_in_baseline(new, given)
    findings = f"{count} finding{'s' if count != 1 else ''}"
    return left, [*remarks, f"{findings} left out that {given.since.name} has too"]


def _not_in_baseline(report: Report, given: Given) -> tuple[Report, list[str]]:
    if given.baseline is None:
        return report, []
    from journeymap.cli import lint_baseline

    return lint_baseline.left(report, given.baseline, given.disk)


def _told(report: Report, given: Given, remarks: list[str]) -> Report:
    """Returns the findings that are heavy enough to be told; remarks say how many are not."""
    if given.lightest is None:
        return report
    least = given.lightest.rank
    heavy = tuple(each for each in report.diagnostics if each.severity.rank <= least)
    told = replace(report, diagnostics=heavy)
    if count := report.total - told.total:
        remarks.append(f"{count} lighter finding{'s' if count != 1 else ''} left out")
    return told


def _is_by_status(given: Given) -> bool:
    """Tells whether the status that a map says of itself alone decides what is found in it."""
    chosen = given.selection
    known = given.baseline or given.reason or (given.since and given.since.new)
    return not (chosen.profile or chosen.select or known)


def _summary(report: Report, *, own: bool) -> str:
    """Counts the findings; none are none at the maps' own status, where a stricter one has some."""
    counts = [(report.count(severity), str(severity)) for severity in Severity]
    said = ", ".join(f"{n} {word}{'s' if n != 1 else ''}" for n, word in counts if n)
    files = f"{len(report.files)} file{'s' if len(report.files) != 1 else ''}"
    unread = any(file.is_text and file.is_unread for file in report.files)
    again = "; lint again when what cannot be read is mended" if unread else ""
    if said:
        return f"{said} in {files}{again}"
    status = f" at {'its' if len(report.files) == 1 else 'their'} own status" if own else ""
    return f"no findings{status} in {files}"


def _is_unreadable_configuration(file: FileFacts) -> bool:
    return file.kind in SETTINGS and file.is_unread
