"""Makes the fixes of findings: as many at once as can be proven to do what they promise."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from journeymap.findings import Applicability
from journeymap.lint.engine import Diagnostic, Report
from journeymap.records import dataclass
from journeymap.text.changes import Change, Refused
from journeymap.text.document import Document, parse
from journeymap.text.rewrite import rewrite
from journeymap.text.source import Source
from journeymap.workspace.files import MapFile, Workspace

_MOST_ROUNDS = 10
"""A fix can open the way for another one; so often the result is linted again at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A fix that was not made.

    Attributes:
        diagnostic: the finding.
        reason: why, in an analyst's words.
    """

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A file with the fixes of its findings.

    Attributes:
        file: the file as it was.
        source: its text with the fixes; the old one if none was made.
        made: the findings that were mended.
        refused: the fixes that were not made.
    """

    file: MapFile
    source: Source
    made: tuple[Diagnostic, ...]
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of all files of a run once no fix was left to make.

    Attributes:
        report: what lint finds in the mended texts.
        workspace: the mended files.
        changed: the files whose text is another one, as they were, with their new text.
        made: how many findings were mended.
        refused: the fixes that could not be made.
    """

    report: Report
    workspace: Workspace
    changed: tuple[tuple[MapFile, Source], ...] = ()
    made: int = 0
    refused: tuple[Refusal, ...] = ()


def mend_all(
    workspace: Workspace,
    read_again: Callable[[Mapping[Path, bytes]], Workspace],
    run: Callable[[Workspace], Report],
    *,
    unsafe: bool = False,
) -> Outcome:
    """Makes fixes and lints again until no fix is left that can be made; writes nothing.

    Args:
        workspace: the files.
        read_again: reads the same files, with these contents in place of what is on the disk.
        run: lints files.
        unsafe: whether unsafe fixes are made, too.
    """
    before: dict[Path, MapFile] = {}
    after: dict[Path, Source] = {}
    made, report = 0, run(workspace)
    mended = mend(report, unsafe=unsafe)
    for _ in range(_MOST_ROUNDS):
        if not any(each.made for each in mended):
            break
        for each in mended:
            before.setdefault(each.file.path, each.file)
            after[each.file.path] = each.source
            made += len(each.made)
        workspace = read_again({path: source.data for path, source in after.items()})
        report = run(workspace)
        mended = mend(report, unsafe=unsafe)
    return Outcome(
        report=report,
        workspace=workspace,
        changed=tuple(
            (file, after[path]) for path, file in before.items() if file.source != after[path]
        ),
        made=made,
        refused=tuple(refusal for each in mended for refusal in each.refused),
    )


def wanted(diagnostic: Diagnostic, *, unsafe: bool) -> bool:
    """Tells whether a finding has a fix that is made without anybody looking at it.

    Args:
        diagnostic: the finding.
        unsafe: whether unsafe fixes are made, too.
    """
    fix = diagnostic.finding.fix
    if fix is None or not fix.changes or diagnostic.finding.path is not None:
        return False
    return fix.applicability is Applicability.SAFE or (
        unsafe and fix.applicability is Applicability.UNSAFE
    )


def mend(report: Report, *, unsafe: bool = False) -> tuple[Mended, ...]:
    """Makes the fixes of a report, in the texts that it was made of; writes nothing.

    A fix that another one stands in the way of is refused here, and can be made when the result
    is linted again.

    Args:
        report: what lint found.
        unsafe: whether unsafe fixes are made, too.

    Returns:
        The files with findings that have such fixes.
    """
    mended = []
    for file in report.files:
        findings = [
            d for d in report.diagnostics if d.file.path == file.path and wanted(d, unsafe=unsafe)
        ]
        if findings and file.source is not None:
            mended.append(_mend(file, file.source, findings))
    return tuple(mended)


def _mend(file: MapFile, source: Source, findings: Sequence[Diagnostic]) -> Mended:
    work = _Work(document=parse(source), source=source)
    work.add(findings)
    return Mended(file=file, source=work.source, made=tuple(work.made), refused=tuple(work.refused))


@dataclass(slots=True, kw_only=True)
class _Work:
    """The fixes of one file, as far as all of them together can be proven.

    Attributes:
        document: the file as it was.
        source: its text with the fixes.
        made: the findings that were mended.
        refused: the fixes that were not made.
    """

    document: Document
    source: Source
    made: list[Diagnostic] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def add(self, findings: Sequence[Diagnostic]) -> None:
        """Adds fixes: all at once, or else half by half, as one that is refused stops all."""
        try:
            self.source = _rewritten(self.document, [*self.made, *findings])
            self.made += findings
        except Refused as refusal:
            if len(findings) == 1:
                self.refused.append(Refusal(diagnostic=findings[0], reason=refusal.reason))
                return
            middle = len(findings) // 2
            self.add(findings[:middle])
            self.add(findings[middle:])


def _rewritten(document: Document, findings: Iterable[Diagnostic]) -> Source:
    return rewrite(document, (change for d in findings for change in _changes(d)))


def _changes(diagnostic: Diagnostic) -> tuple[Change, ...]:
    return diagnostic.finding.fix.changes if diagnostic.finding.fix else ()
