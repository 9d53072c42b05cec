"""What lint found as plain data: codes, names, texts and places, which any program can keep.

Its texts are safe to show as they are; what was written stands at their `raw`.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from journeymap.authoring.rule import Basis
from journeymap.findings import Applicability, Severity
from journeymap.linter.maturity import Maturity
from journeymap.model.fields import FileKind
from journeymap.model.journey import Status
from journeymap.quick_dataclass import dataclass
from journeymap.text.changes import Change
from journeymap.text.source import Position, SafeText
from journeymap.workspace.config import FailOn

_REASONS = 7
"""So many reasons of a finding are told to people, of more the first (house)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFacts:
    """What a report says of a rule.

    Attributes:
        code: its code.
        name: its name.
        severity: how much its findings weigh unless a repository says otherwise.
        from_status: the least strict status whose maps it holds; None for a rule that is off.
        basis: what it rests on.
        summary: the first line of its page.
        page: its documentation, in Markdown.
        may_be_ignored: whether a comment may suppress what it finds.
    """

    code: SafeText
    name: SafeText
    severity: Severity
    from_status: Status | None
    basis: Basis
    summary: SafeText
    page: SafeText
    may_be_ignored: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What a report says of a file.

    Attributes:
        shown: its path as the user knows it.
        from_root: its path from the root of the repository; as it is shown where there is none.
        path: its path in full.
        kind: what it holds.
        map: the id of the map in it; of other files, one from their name.
        key: what stands for the file in its repository: the id that is written in a map, else its
            path from the repository's root.
        is_text: whether there is a text to point at.
        is_unread: whether nothing could be read from it.
        fail_on: the lightest finding that makes lint fail here, unless somebody says otherwise.
    """

    shown: SafeText
    from_root: SafeText
    path: SafeText
    kind: FileKind
    map: SafeText
    key: SafeText
    is_text: bool
    is_unread: bool
    fail_on: FailOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The text around a place, as far as reports show it.

    Attributes:
        before: what stands before the place in its first line, or the end of that.
        behind: what stands in that line from the place on, or the beginning of that.
        marked: the text of the place, its line breaks too; None where it is too long to show.
    """

    before: SafeText
    behind: SafeText
    marked: SafeText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bytes:
    """Columns of a stretch of a file for programs that count bytes of UTF-8, from 1.

    Attributes:
        start: that of its first character.
        end: that of the character behind its last one.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a file.

    Attributes:
        file: the file it stands in.
        start: its first character.
        end: the character behind its last one.
        quote: the text there; None where the file has none.
        bytes: its columns in bytes; None in lines that are too long to count.
    """

    file: FileFacts
    start: Position
    end: Position
    quote: Quote | None
    bytes: Bytes | None = None

    @property
    def where(self) -> str:
        """Its path, line and column, as tools name places."""
        return f"{self.file.shown}:{self.start.line}:{self.start.column}"

    @property
    def from_root(self) -> str:
        """The same for programs that stand at the root of the repository."""
        return f"{self.file.from_root}:{self.start.line}:{self.start.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPlace(Place):
    """Another place that a finding speaks of.

    Attributes:
        message: what it has to do with the finding.
        code: the rule that found something there which the finding takes in; "" for any other.
    """

    message: SafeText
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenEdit:
    """A stretch of the file that a fix replaces.

    Attributes:
        start: its first character.
        end: the character behind its last one.
        text: what is to stand there.
        bytes: its columns in bytes; None in lines that are too long to count.
    """

    start: Position
    end: Position
    text: SafeText
    bytes: Bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedFix:
    """How to mend what a finding tells.

    Attributes:
        title: what is done, as a command to the tool.
        applicability: who decides whether it is made.
        raw_changes: the changes to be proven, whose texts are not for showing; often none.
        edits: those that are proven to make it alone, once `fixer.offered` has seen to that.
    """

    title: SafeText
    applicability: Applicability
    raw_changes: tuple[Change, ...] = ()
    edits: tuple[ProvenEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic(Place):
    """A finding with all that a report says of it.

    Attributes:
        rule: the rule that it comes from.
        severity: how much it weighs.
        message: what is wrong or missing, in an analyst's words, with its reasons.
        lead: the message without its reasons; empty where it has none.
        reasons: what makes it so, each whole.
        gist: the step and what to do there, for the end of a run; empty for most.
        rank: the place of a gist among those of its map, from 1; 0 for what is no leverage point.
        urgent: whether the gist is to be told whatever its rank.
        help: what to do, in one line.
        route: the place in words.
        step: the id of the step that it is about; "" where it is about none.
        crumbs: names of the stage and the step.
        related: other places it speaks of.
        fix: how to mend it, where the tool knows that.
        fingerprint: by which it is known again after its map was edited.
        fingerprint_v1: by which baselines of version 1 know it.
        takes_in: the codes of the findings that it speaks for, which are not told themselves.
        lines: where a comment can ignore it: its own line, or those of what it is gathered from.
        is_lasting: whether it stands at a part of the map, so that a baseline can know it.
        more: how many findings of its rule are not told one by one, as they are too many.
    """

    rule: RuleFacts
    severity: Severity
    message: SafeText
    help: SafeText
    route: SafeText
    step: SafeText
    crumbs: tuple[SafeText, ...]
    related: tuple[RelatedPlace, ...]
    fix: OfferedFix | None
    fingerprint: str
    fingerprint_v1: str
    takes_in: tuple[str, ...]
    lines: tuple[int, ...]
    is_lasting: bool
    lead: SafeText = SafeText("")
    reasons: tuple[SafeText, ...] = ()
    gist: SafeText = SafeText("")
    rank: int = 0
    urgent: bool = False
    more: int = 0

    @property
    def count(self) -> int:
        """How many findings it is, with those that are not told one by one."""
        return 1 + self.more

    @property
    def first_reasons(self) -> tuple[SafeText, ...]:
        """The reasons that people are told, and where to see the others."""
        more = len(self.reasons) - _REASONS
        if more <= 0:
            return self.reasons
        others = SafeText(f"and {more} more (journeymap leverage --explain {self.step.raw})")
        return (*self.reasons[:_REASONS], others)

    @property
    def brief(self) -> SafeText:
        """The message with the reasons that people are told."""
        if len(self.reasons) <= _REASONS:
            return self.message
        told = "; ".join(each.raw for each in self.first_reasons)
        return SafeText(f"{self.lead.raw}: {told}")

    def fails(self, limit: FailOn | None = None) -> bool:
        """Tells whether it makes lint fail.

        Args:
            limit: the lightest finding that does; what holds for the file when left out.
        """
        lightest = limit or self.file.fail_on
        is_never = lightest is FailOn.NEVER
        return not is_never and self.severity.rank <= Severity(lightest.value).rank


@dataclass(frozen=True, kw_only=True)
class Report:
    """What lint found.

    Attributes:
        files: the files that were looked at.
        diagnostics: the findings, by file, then by place.
        ran: which rules looked at which map: its id or its key, and the rule's code.
        maturities: which status each map meets, where that was asked.
        troubles: what rules of other packages did wrong, a line each.
    """

    files: tuple[FileFacts, ...]
    diagnostics: tuple[Diagnostic, ...]
    ran: frozenset[tuple[str, str]] = frozenset()
    maturities: tuple[Maturity, ...] = ()
    troubles: tuple[SafeText, ...] = ()

    @property
    def rules(self) -> tuple[RuleFacts, ...]:
        """The rules that found something, by code."""
        by_code = {diagnostic.rule.code: diagnostic.rule for diagnostic in self.diagnostics}
        return tuple(by_code[code] for code in sorted(by_code))

    @cached_property
    def _by_file(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        found = defaultdict[str, list[Diagnostic]](list)
        for each in self.diagnostics:
            found[each.file.path.raw].append(each)
        return {path: tuple(several) for path, several in found.items()}

    @cached_property
    def _met(self) -> Mapping[str, Status | None]:
        return {each.shown.raw: each.meets for each in self.maturities}

    def of_file(self, path: Path) -> tuple[Diagnostic, ...]:
        """Returns the findings in a file."""
        return self._by_file.get(str(path), ())

    def met_by(self, shown: str) -> Status | None:
        """Returns the status that a map meets, by its path as it is shown; None for none."""
        return self._met.get(shown)

    def count(self, severity: Severity) -> int:
        """Returns how many findings weigh so much."""
        return sum(each.count for each in self.diagnostics if each.severity is severity)

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(each.count for each in self.diagnostics)
