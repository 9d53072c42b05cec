"""Makes the fixes of findings: as many at once as can be proven to do what they promise."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from journeymap.findings import Applicability
from journeymap.linter.diagnostic import (
    Diagnostic,
    FileFacts,
    OfferedFix,
    ProvenEdit,
    Report,
)
from journeymap.linter.locations import bytes_of
from journeymap.quick_dataclass import dataclass
from journeymap.text.changes import Change, Refused
from journeymap.text.document import Document, parse
from journeymap.text.edits import Edit
from journeymap.text.rewrite import Draft
from journeymap.text.source import SafeText, Source
from journeymap.workspace.files import MapFile, Workspace


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


def wanted(diagnostic: Diagnostic, *, unsafe: bool) -> bool:
    """Tells whether a finding has a fix that is made without anybody looking at it.

    Args:
        diagnostic: the finding.
        unsafe: whether unsafe fixes are made, too.
    """
    fix = diagnostic.fix
    if fix is None or not fix.raw_changes:
        return False
    return fix.applicability is Applicability.SAFE or (
        unsafe and fix.applicability is Applicability.UNSAFE
    )


def mend(report: Report, workspace: Workspace, *, unsafe: bool = False) -> tuple[Mended, ...]:
    """Makes the fixes of a report, in the texts that it was made of; writes nothing.

    A fix that another one stands in the way of is refused here, and can be made when the result
    is linted again.

    Args:
        report: what lint found.
        workspace: what it looked at.
        unsafe: whether unsafe fixes are made, too.

    Returns:
        The files with findings that have such fixes.
    """
    mended = []
    for file, source, findings in _waiting(report, workspace, unsafe=unsafe):
        work = _work(file, source, findings)
        made, refused = tuple(work.made), tuple(work.refused)
        mended.append(Mended(file=file, source=work.source, made=made, refused=refused))
    return tuple(mended)


def offered(report: Report, workspace: Workspace) -> Report:
    """Returns a report whose fixes hold the edits that each of them makes alone.

    A fix that would be refused is left to the analyst.

    Args:
        report: what lint found.
        workspace: what it looked at.
    """
    proven: dict[int, tuple[ProvenEdit, ...]] = {}
    for file, source, findings in _waiting(report, workspace, unsafe=True):
        waiting = findings
        while waiting:
            work = _work(file, source, waiting)
            made = zip(work.made, work.edits, strict=True)
            proven |= {id(each): _placed(source, edits) for each, edits in made}
            waiting = work.clashing if work.made else []
    seen = (_offered(each, proven) for each in report.diagnostics)
    return replace(report, diagnostics=tuple(seen))


def _offered(diagnostic: Diagnostic, proven: Mapping[int, tuple[ProvenEdit, ...]]) -> Diagnostic:
    fix, edits = diagnostic.fix, proven.get(id(diagnostic))
    if fix is None:
        return diagnostic
    by_hand = OfferedFix(title=fix.title, applicability=Applicability.DISPLAY)
    return replace(diagnostic, fix=replace(fix, edits=edits) if edits else by_hand)


def _placed(source: Source, edits: Iterable[Edit]) -> tuple[ProvenEdit, ...]:
    spans = [(source.position(e.span.start), source.position(e.span.end), e) for e in edits]
    return tuple(
        ProvenEdit(
            start=start, end=end, text=SafeText(edit.text), bytes=bytes_of(source, start, end)
        )
        for start, end, edit in spans
    )


def _waiting(
    report: Report, workspace: Workspace, *, unsafe: bool
) -> Iterator[tuple[MapFile, Source, list[Diagnostic]]]:
    """Walks the files with their texts and the findings whose fixes are to be made there."""
    by_file: dict[FileFacts, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        if wanted(diagnostic, unsafe=unsafe):
            by_file[diagnostic.file].append(diagnostic)
    for facts, findings in by_file.items():
        file = workspace.files[Path(facts.path.raw)]
        if file.source is not None:
            yield file, file.source, findings


def _work(file: MapFile, source: Source, findings: Sequence[Diagnostic]) -> "_Work":
    work = _Work(document=file.document or parse(source), source=source)
    work.add(findings)
    return work


@dataclass(slots=True, kw_only=True)
class _Work:
    """The fixes of one file, as far as all of them together can be proven.

    Attributes:
        document: the file as it was.
        source: its text with the fixes.
        made: the findings that were mended.
        edits: those of each of them.
        refused: the fixes that were not made.
        clashing: those of them that another fix stands in the way of.
    """

    document: Document
    source: Source
    made: list[Diagnostic] = field(default_factory=list)
    edits: list[tuple[Edit, ...]] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    clashing: list[Diagnostic] = field(default_factory=list)

    def add(self, findings: Sequence[Diagnostic]) -> None:
        """Adds fixes: all at once, or else half by half, as one that is unproven stops all."""
        try:
            self._add_at_once(findings)
        except Refused as refusal:
            if len(findings) == 1:
                self._refuse(findings[0], refusal)
                return
            middle = len(findings) // 2
            self.add(findings[:middle])
            self.add(findings[middle:])

    def _add_at_once(self, findings: Sequence[Diagnostic]) -> None:
        """Adds the fixes that can be made.

        Raises:
            Refused: it cannot be proven what all of them together do.
        """
        draft = Draft(self.document)
        for diagnostic in self.made:
            draft.add(_changes(diagnostic))
        made: list[tuple[Diagnostic, tuple[Edit, ...]]] = []
        refused: list[tuple[Diagnostic, Refused]] = []
        for diagnostic in findings:
            try:
                made.append((diagnostic, draft.add(_changes(diagnostic))))
            except Refused as refusal:
                refused.append((diagnostic, refusal))
        self.source = draft.proven()
        self.made += (diagnostic for diagnostic, _ in made)
        self.edits += (edits for _, edits in made)
        for diagnostic, why in refused:
            self._refuse(diagnostic, why)

    def _refuse(self, diagnostic: Diagnostic, refusal: Refused) -> None:
        self.refused.append(Refusal(diagnostic=diagnostic, reason=refusal.reason))
        if refusal.clash:
            self.clashing.append(diagnostic)


def _changes(diagnostic: Diagnostic) -> tuple[Change, ...]:
    return diagnostic.fix.raw_changes if diagnostic.fix else ()
