"""Comments that suppress findings: the rules they name, and the part of a file they hold for."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property

from journeymap.authoring.rule import UNUSED_IGNORE, Rule
from journeymap.findings import Applicability, Finding, Fix, Mark
from journeymap.linter.ignore_comments import (
    LOOKS_LIKE_ONE,
    RULES_NAMED,
    Named,
    corrected,
    last_day,
    may_be_ignored,
    meant,
    named,
    written,
)
from journeymap.linter.locations import span_of
from journeymap.linter.profiles import UnknownRuleError
from journeymap.linter.stretches import Stretches
from journeymap.model.scalars import ValueProblem
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.first_findings import MOST_TOLD
from journeymap.text.changes import Comment
from journeymap.text.document import Document, comments
from journeymap.text.nodes import Mapping, Node
from journeymap.text.nodes import Sequence as List
from journeymap.text.source import Source, Span
from journeymap.workspace.files import MapFile

_BEHIND = pattern(r"[ \t]*#[^\r\n]*")
"""A comment behind a node, where a text may have been cut, belongs to it."""
_EXAMPLE = "# journeymap: ignore[missing-need] and the reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A rule, or a family of rules, that a comment suppresses.

    Attributes:
        said: what is written of it, and where.
        rules: the rules, by their codes.
        comment: the comment.
        reason: why they are suppressed; "" where nothing is said.
        holds: the characters that a finding must begin or end in.
        ends: whether one that begins elsewhere and ends there counts as well.
        is_over: whether the day until which it holds has passed.
    """

    said: Named
    rules: frozenset[str]
    comment: Span
    reason: str
    holds: Span
    ends: bool
    is_over: bool

    def covers(self, rule: Rule, place: Span) -> bool:
        """Tells whether it is about a finding of a rule."""
        if rule.code not in self.rules:
            return False
        begins = self.holds.start <= place.start <= self.holds.end
        return begins or (self.ends and self.holds.start < place.end <= self.holds.end)


class Ignores:
    """The suppression comments of one file, and which of them were of use.

    Attributes:
        all: what they suppress, a rule each.
        problems: comments that suppress nothing, whatever the rules find.
    """

    def __init__(
        self, file: MapFile, rules: Sequence[Rule], today: date, *, heeded: bool = True
    ) -> None:
        """Reads the comments of a file.

        Args:
            file: the file.
            rules: the rules there are.
            today: the day that counts as today.
            heeded: whether they hide anything; they are judged either way.
        """
        self._file = file
        self._heeded = heeded
        self._used: set[Ignore] = set()
        self.all: tuple[Ignore, ...] = ()
        self.problems: tuple[Finding, ...] = ()
        document = file.document
        if (
            document is not None
            and document.root is not None
            and LOOKS_LIKE_ONE.search(_text(file))
        ):
            reader = _Reader(document, document.root, rules, today)
            self.all = tuple(reader.ignores())
            self.problems = tuple(reader.problems)

    @property
    def rules(self) -> Collection[str]:
        """The codes of the rules that any of them names."""
        return frozenset[str]().union(*(ignore.rules for ignore in self.all))

    def hides(self, rule: Rule, finding: Finding) -> bool:
        """Tells whether a finding is suppressed; what suppresses it counts as used."""
        if not self.all or not may_be_ignored(rule):
            return False
        place = span_of(self._file, finding)
        near = {each: None for at in (place.start, place.end) for each in self._places.at(at)}
        about = [ignore for ignore in near if ignore.covers(rule, place)]
        self._used.update(about)
        return self._heeded and any(not ignore.is_over for ignore in about)

    @cached_property
    def _places(self) -> Stretches[Ignore]:
        """What the comments hold for."""
        return Stretches((each.holds.start, each.holds.end, each) for each in self.all)

    def unused(self, judged: Collection[Rule]) -> Iterator[Finding]:
        """Finds the comments that suppress nothing, and those that ended.

        Args:
            judged: the rules that ran; of others nobody can know.
        """
        yield from self.problems
        names = {rule.code for rule in judged}
        for ignore in self.all:
            if not ignore.rules.isdisjoint(names) and ignore not in self._used:
                message = f"there is no finding of {ignore.said.word} here to ignore"
                help_ = "remove it, or the comment if it names no other"
                fix = _removal(ignore, _text(self._file))
                yield problem(message, help_, ignore.said.span, fix)
            elif ignore.is_over:
                reason = f': "{ignore.reason}"' if ignore.reason else ""
                message = f"{ignore.said.word} was to be ignored until {ignore.said.until}{reason}"
                help_ = "mend what is found here, or agree anew and write a later day"
                yield problem(message, help_, ignore.said.span)


def problem(message: str, help_: str, span: Span, fix: Fix | None = None) -> Finding:
    """Returns a finding about a suppression comment."""
    return Finding(
        code=UNUSED_IGNORE, message=message, help=help_, span=span, mark=Mark.VALUE, fix=fix
    )


def _removal(ignore: Ignore, text: str) -> Fix:
    """Returns the fix that takes a rule out of a comment; the comment goes with its last one."""
    start, end = ignore.comment.start, ignore.comment.end
    form = RULES_NAMED.match(text, start, end)
    entries = named(text, *form.span("rules")) if form else ()
    kept = written(each for each in entries if each != ignore.said)
    if not form or not kept:
        return Fix(title="remove the comment", changes=(Comment(at=ignore.comment),))
    new = f"{text[start : form.start('rules')]}{kept}{text[form.end('rules') : end]}"
    return Fix(
        title=f"remove {ignore.said.word} from the comment",
        changes=(Comment(at=ignore.comment, text=new),),
    )


def _text(file: MapFile) -> str:
    return file.source.text if file.source else ""


class _Reader:
    """Reads the suppression comments of one document."""

    def __init__(self, document: Document, root: Node, rules: Sequence[Rule], today: date) -> None:
        self._document, self._root = document, root
        self._source: Source = document.source
        self._today = today
        self._rules = {name: rule for rule in rules for name in (rule.name, rule.code)}
        self._known = frozenset(self._rules.values())
        self.problems: list[Finding] = []

    def ignores(self) -> Iterator[Ignore]:
        """Walks what the comments name."""
        for comment in comments(self._document):
            form = RULES_NAMED.match(self._source.text, comment.start, comment.end)
            if form is None or not (form["rules"] or "").strip():
                self._misses(form, comment)
                continue
            holds, ends = self._part(form["what"] == "ignore-file", comment)
            if holds is not None:
                yield from self._named(form, comment, holds, ends=ends)

    def _misses(self, form: re.Match[str] | None, comment: Span) -> None:
        """Tells of a comment that was meant to ignore something, and does not say it as it must."""
        new = corrected(self._source.cut(comment), self._rules)
        if form is None and not new:
            return
        message = (
            "the comment does not say which rules it ignores"
            if form
            else "the comment looks as if it ignored a rule, and ignores none"
        )
        fix = Fix(
            title=f"write it as {new}",
            changes=(Comment(at=comment, text=new),),
            applicability=Applicability.UNSAFE,
        )
        help_ = f"write {new}" if new else f"name them, as in {_EXAMPLE}"
        span = Span(comment.start, form.end("what")) if form else comment
        self._tell(message, help_, span, fix if new else None)

    def _named(
        self, form: re.Match[str], comment: Span, holds: Span, *, ends: bool
    ) -> Iterator[Ignore]:
        for each in named(self._source.text, *form.span("rules")):
            rules = meant(each.word, self._rules)
            ignored = frozenset(rule.code for rule in rules if may_be_ignored(rule))
            if not rules:
                # What was meant takes its time to find out, and is told of the first ones only.
                known = self._known if len(self.problems) <= MOST_TOLD else ()
                unknown = UnknownRuleError(each.word, known)
                self._tell(unknown.message, unknown.help, each.span)
            elif not ignored:
                message = f"{rules[0].name} cannot be ignored"
                self._tell(message, "mend what it finds", each.span)
            else:
                try:
                    is_over = bool(each.until) and last_day(each.until) < self._today
                except ValueProblem as bad:
                    help_ = "write until 2027-03, or until 2027-03-15"
                    self._tell(bad.message, help_, each.span)
                    continue
                yield Ignore(
                    said=each,
                    rules=ignored,
                    comment=comment,
                    reason=form["reason"].strip(),
                    holds=holds,
                    ends=ends,
                    is_over=is_over,
                )

    def _part(self, whole: bool, comment: Span) -> tuple[Span | None, bool]:  # noqa: FBT001
        """Returns the part of the file that a comment holds for, and whether ends count."""
        if whole:
            if comment.end <= self._root.span.start:
                return Span(0, len(self._source.text)), False
            message = "ignore-file holds for the file at its top only"
            self._tell(message, "move it above the first field, or write ignore", comment)
            return None, False
        start = comment.start - self._source.position(comment.start).column + 1
        if self._source.text[start : comment.start].strip():
            return Span(start, comment.start), True
        following = bisect_right(self._starts, comment.end)
        if following == len(self._nodes):
            self._tell("nothing follows that the comment could hold for", "remove it", comment)
            return None, False
        node = self._nodes[following]
        behind = _BEHIND.match(self._source.text, node.end)
        return Span(node.start, behind.end() if behind else node.end), False

    def _tell(self, message: str, help_: str, span: Span, fix: Fix | None = None) -> None:
        self.problems.append(problem(message, help_, span, fix))

    @cached_property
    def _nodes(self) -> list[Span]:
        """The fields and items of lists, in order; of those that begin together the largest."""
        spans: dict[int, Span] = {}
        for span in _parts(self._root):
            known = spans.get(span.start)
            if known is None or known.end < span.end:
                spans[span.start] = span
        return [spans[start] for start in sorted(spans)]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._nodes]


def _parts(root: Node) -> Iterator[Span]:
    """Walks the fields and the items of lists; what aliases repeat is walked once."""
    seen: set[int] = set()
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen or not isinstance(node, Mapping | List):
            continue
        seen.add(id(node))
        if isinstance(node, Mapping):
            for key, value in node.items():
                yield Span(key.span.start, max(key.span.end, value.span.end))
                waiting.append(value)
        else:
            yield from (item.span for item in node)
            waiting.extend(node)
