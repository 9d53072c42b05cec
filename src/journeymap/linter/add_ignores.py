"""Writes suppression comments into a map: nothing but insertions, every other character stays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journeymap.linter.diagnostic import Diagnostic
from journeymap.linter.ignore_comments import RULES_NAMED
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.document import Document, comments, parse
from journeymap.text.edits import Edit, apply
from journeymap.text.fix_proof import Promise
from journeymap.text.json_style import is_json
from journeymap.text.source import Position, Source, Span

_LINE_END = pattern(r"\r\n|\r|\n")
_WIDEST = 100
"""Of lines that would become longer, the comment stands above, if it holds for no more there."""
_BEGINS_ITEM = pattern(r" *-(?: *-)* +[^-\s{\[]")
"""The first field of an item on several lines: above it a comment would hold for the whole item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commented:
    """A source with comments.

    Attributes:
        source: the source.
        insertions: what was put in, by place.
        refused: the lines where no comment can stand, from 1.
    """

    source: Source
    insertions: tuple[Edit, ...]
    refused: tuple[int, ...]


def wanted(diagnostics: Iterable[Diagnostic]) -> Mapping[int, tuple[str, ...]]:
    """Returns the names of the rules to ignore, by the lines where what they tell stands."""
    lines: dict[int, set[str]] = defaultdict(set)
    for diagnostic in diagnostics:
        for line in diagnostic.lines if diagnostic.rule.may_be_ignored else ():
            lines[line].add(diagnostic.rule.name)
    return {line: tuple(sorted(names)) for line, names in lines.items()}


def with_ignores(
    document: Document, lines: Mapping[int, tuple[str, ...]], reason: str
) -> Commented:
    """Returns a source with a comment for each line, at its end or else alone above it.

    What YAML reads from it is the same as before, and so are all its comments.

    Args:
        document: what was read from the source.
        lines: the rules to ignore on each line, from 1.
        reason: why; one line.
    """
    source = document.source
    if is_json(source.text):  # which has no comments
        return Commented(source=source, insertions=(), refused=tuple(lines))
    together = [next(_ways(document, line, names, reason)) for line, names in lines.items()]
    if _is_same(document, parse(_with(source, together))):
        return Commented(source=_with(source, together), insertions=tuple(together), refused=())
    kept: list[Edit] = []
    refused: list[int] = []
    for line, names in lines.items():
        for way in _ways(document, line, names, reason):
            if _is_same(document, parse(_with(source, (*kept, way)))):
                kept.append(way)
                break
        else:
            refused.append(line)
    return Commented(source=_with(source, kept), insertions=tuple(kept), refused=tuple(refused))


def _with(source: Source, edits: Iterable[Edit]) -> Source:
    return replace(source, text=apply(source.text, edits))


def _ways(document: Document, line: int, names: tuple[str, ...], reason: str) -> Iterator[Edit]:
    """Walks the ways to ignore rules on a line: in its comment, at its end, alone above it."""
    source = document.source
    content = source.line(line)
    start = source.offset(Position(line, 1))
    end = start + len(content)
    listed = ", ".join(names)
    there = next((c for c in comments(document) if start <= c.start < end), None)
    named = RULES_NAMED.match(source.text, there.start, there.end) if there else None
    if named is not None and source.text[start : named.start()].strip():
        if named["rules"] is None:
            yield _insert(named.end("what"), f"[{listed}]")
        else:
            yield _insert(named.end("rules"), f", {listed}" if named["rules"].strip() else listed)
    indent = content[: len(content) - len(content.lstrip(" "))]
    broken = _LINE_END.search(source.text)
    line_end = broken[0] if broken else "\n"
    comment = f"# journeymap: ignore[{listed}] {reason}"
    above = _insert(start, f"{indent}{comment}{line_end}")
    behind = _insert(end, f"  {comment}")
    if there is not None:
        yield above
    elif len(content) + len(behind.text) > _WIDEST and not _BEGINS_ITEM.match(content):
        yield from (above, behind)
    else:
        yield from (behind, above)


def _insert(at: int, text: str) -> Edit:
    return Edit(span=Span(at, at), text=text)


def _is_same(before: Document, after: Document) -> bool:
    """Tells whether a text says the same as before, and holds all comments of before."""
    if before.root is None or after.root is None or len(after.problems) > len(before.problems):
        return False
    if not Promise(before.root).is_kept_by(after.root):
        return False
    old = [before.source.cut(span) for span in comments(before)]
    new = iter([after.source.cut(span) for span in comments(after)])
    return all(any(_holds(comment, other) for other in new) for comment in old)


def _holds(comment: str, other: str) -> bool:
    """Tells whether a comment is another one, perhaps with more rules in its brackets."""
    first, bracket, rest = comment.partition("]")
    return other == comment or (other.startswith(first) and other.endswith(f"{bracket}{rest}"))
