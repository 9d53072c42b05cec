"""Comments that suppress findings: the rules they name, and the part of a file they hold for."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from journeymap.authoring.rule import UNUSED_IGNORE, Rule
from journeymap.findings import Finding, Fix, Mark
from journeymap.linter.locations import span_of
from journeymap.linter.profiles import UnknownRuleError
from journeymap.quick_dataclass import dataclass
from journeymap.text.changes import Comment
from journeymap.text.document import Document, comments
from journeymap.text.nodes import Mapping, Node
from journeymap.text.nodes import Sequence as List
from journeymap.text.source import Source, Span
from journeymap.workspace.files import MapFile

RULES_NAMED = re.compile(
    r"#[ \t]*journeymap:[ \t]*(?P<what>ignore-file|ignore)\b[ \t]*(?:\[(?P<rules>[^\]\r\n]*)\])?"
)
"""The beginning of a suppression comment, with the rules that it names."""
_WORD = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_EXAMPLE = "# journeymap: ignore[missing-need] and the reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A rule that a comment suppresses.

    Attributes:
        word: the rule's name or code, as it is written.
        span: where that stands.
        rule: the rule.
        comment: the comment.
        holds: the characters that a finding must begin or end in.
        ends: whether one that begins elsewhere and ends there counts as well.
    """

    word: str
    span: Span
    rule: Rule
    comment: Span
    holds: Span
    ends: bool = False

    def hides(self, rule: Rule, place: Span) -> bool:
        """Tells whether it suppresses a finding of a rule."""
        if self.rule is not rule:
            return False
        begins = self.holds.start <= place.start <= self.holds.end
        return begins or (self.ends and self.holds.start < place.end <= self.holds.end)


class Ignores:
    """The suppression comments of one file, and which of them were of use.

    Attributes:
        all: what they suppress, a rule each.
        problems: comments that suppress nothing, whatever the rules find.
    """

    def __init__(self, file: MapFile, rules: Sequence[Rule]) -> None:
        """Reads the comments of a file.

        Args:
            file: the file.
            rules: the rules there are.
        """
        self._file = file
        self._used: set[Ignore] = set()
        self.all: tuple[Ignore, ...] = ()
        self.problems: tuple[Finding, ...] = ()
        document = file.document
        if document is not None and document.root is not None and "journeymap:" in _text(file):
            reader = _Reader(document, document.root, {r.name: r for r in rules})
            self.all = tuple(reader.ignores())
            self.problems = tuple(reader.problems)

    @property
    def rules(self) -> Collection[Rule]:
        """The rules that any of them names."""
        return {ignore.rule.code: ignore.rule for ignore in self.all}.values()

    def hides(self, rule: Rule, finding: Finding) -> bool:
        """Tells whether a finding is suppressed; what suppresses it counts as used."""
        if not self.all or not may_be_ignored(rule):
            return False
        place = span_of(self._file, finding)
        hiding = [ignore for ignore in self.all if ignore.hides(rule, place)]
        self._used.update(hiding)
        return bool(hiding)

    def unused(self, judged: Collection[Rule]) -> Iterator[Finding]:
        """Finds the comments that suppressed nothing.

        Args:
            judged: the rules that ran; of others nobody can know.
        """
        yield from self.problems
        names = {rule.code for rule in judged}
        for ignore in self.all:
            if ignore.rule.code in names and ignore not in self._used:
                message = f"there is no finding of {ignore.word} here to ignore"
                help_ = "remove it, or the comment if it names no other"
                yield problem(message, help_, ignore.span, _removal(ignore, _text(self._file)))


def may_be_ignored(rule: Rule) -> bool:
    """Tells whether a comment may suppress the findings of a rule."""
    return not rule.always_on and rule.code != UNUSED_IGNORE


def problem(message: str, help_: str, span: Span, fix: Fix | None = None) -> Finding:
    """Returns a finding about a suppression comment."""
    return Finding(
        code=UNUSED_IGNORE, message=message, help=help_, span=span, mark=Mark.VALUE, fix=fix
    )


def _removal(ignore: Ignore, text: str) -> Fix:
    """Returns the fix that takes a rule out of a comment; the comment goes with its last one."""
    said = text[ignore.comment.start : ignore.comment.end]
    form = RULES_NAMED.match(said)
    words = [word[0] for word in _WORD.finditer(form["rules"] or "")] if form else []
    kept = ", ".join(word for word in words if word != ignore.word)
    if not form or not kept:
        return Fix(title="remove the comment", changes=(Comment(at=ignore.comment),))
    new = f"{said[: form.start('rules')]}{kept}{said[form.end('rules') :]}"
    return Fix(
        title=f"remove {ignore.word} from the comment",
        changes=(Comment(at=ignore.comment, text=new),),
    )


def _text(file: MapFile) -> str:
    return file.source.text if file.source else ""


class _Reader:
    """Reads the suppression comments of one document."""

    def __init__(self, document: Document, root: Node, rules: dict[str, Rule]) -> None:
        self._document, self._root = document, root
        self._source: Source = document.source
        self._rules = {**rules, **{rule.code: rule for rule in rules.values()}}
        self.problems: list[Finding] = []

    def ignores(self) -> Iterator[Ignore]:
        """Walks the rules that the comments name."""
        for comment in comments(self._document):
            form = RULES_NAMED.match(self._source.text, comment.start, comment.end)
            if form is None:
                continue
            if not (form["rules"] or "").strip():
                message = "the comment does not say which rules it ignores"
                self._tell(message, f"name them, as in {_EXAMPLE}", Span(*form.span()))
                continue
            holds, ends = self._part(form["what"] == "ignore-file", comment)
            if holds is not None:
                yield from self._named(form, comment, holds, ends=ends)

    def _named(
        self, form: re.Match[str], comment: Span, holds: Span, *, ends: bool
    ) -> Iterator[Ignore]:
        for word in _WORD.finditer(self._source.text, *form.span("rules")):
            name, span = word[0], Span(*word.span())
            rule = self._rules.get(name) or self._rules.get(name.upper())
            if rule is None:
                unknown = UnknownRuleError(name, set(self._rules.values()))
                self._tell(unknown.message, unknown.help, span)
            elif not may_be_ignored(rule):
                self._tell(f"{rule.name} cannot be ignored", "mend what it finds", span)
            else:
                yield Ignore(
                    word=name, span=span, rule=rule, comment=comment, holds=holds, ends=ends
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
        return self._nodes[following], False

    def _tell(self, message: str, help_: str, span: Span) -> None:
        self.problems.append(problem(message, help_, span))

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
