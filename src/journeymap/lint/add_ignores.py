"""Writes suppression comments into a map: nothing but insertions, every other character stays."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeymap.lint.engine import Diagnostic
from journeymap.lint.suppress import RULES_NAMED, may_be_ignored
from journeymap.text.document import Document, comments, parse
from journeymap.text.nodes import Mapping as Fields
from journeymap.text.nodes import Node, Scalar
from journeymap.text.nodes import Sequence as List
from journeymap.text.source import Position, Source

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Insertion:
    """A text that is put in.

    Attributes:
        at: the offset before which it stands.
        text: the text.
    """

    at: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commented:
    """A source with comments.

    Attributes:
        source: the source.
        insertions: what was put in, by place.
        refused: the lines where no comment can stand, from 1.
    """

    source: Source
    insertions: tuple[Insertion, ...]
    refused: tuple[int, ...]


def wanted(diagnostics: Iterable[Diagnostic]) -> Mapping[int, tuple[str, ...]]:
    """Returns the names of the rules to ignore, by the line of their findings."""
    lines: dict[int, set[str]] = defaultdict(set)
    for diagnostic in diagnostics:
        if may_be_ignored(diagnostic.rule):
            lines[diagnostic.start.line].add(diagnostic.rule.name)
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
    chosen = {line: next(_ways(document, line, names, reason)) for line, names in lines.items()}
    together = tuple(sorted(chosen.values()))
    if _is_same(document, parse(_with(source, together))):
        return Commented(source=_with(source, together), insertions=together, refused=())
    kept: list[Insertion] = []
    refused: list[int] = []
    for line, names in lines.items():
        for way in _ways(document, line, names, reason):
            if _is_same(document, parse(_with(source, (*kept, way)))):
                kept.append(way)
                break
        else:
            refused.append(line)
    return Commented(
        source=_with(source, kept), insertions=tuple(sorted(kept)), refused=tuple(refused)
    )


def _with(source: Source, insertions: Iterable[Insertion]) -> Source:
    parts: list[str] = []
    done = 0
    for each in sorted(insertions):
        parts += [source.text[done : each.at], each.text]
        done = each.at
    return replace(source, text="".join((*parts, source.text[done:])))


def _ways(
    document: Document, line: int, names: tuple[str, ...], reason: str
) -> Iterator[Insertion]:
    """Walks the ways to ignore rules on a line: in its comment, at its end, alone above it."""
    source = document.source
    content = source.line(line)
    start = source.offset(Position(line, 1))
    end = start + len(content)
    listed = ", ".join(names)
    there = next((c for c in comments(document) if start <= c.start < end), None)
    named = RULES_NAMED.match(source.text, there.start, there.end) if there else None
    if named is not None and source.text[start : named.start()].strip():
        yield Insertion(named.end("rules"), f", {listed}" if named["rules"].strip() else listed)
    if there is None:
        yield Insertion(end, f"  # journeymap: ignore[{listed}] {reason}")
    indent = content[: len(content) - len(content.lstrip(" "))]
    broken = _LINE_END.search(source.text)
    line_end = broken[0] if broken else "\n"
    yield Insertion(start, f"{indent}# journeymap: ignore[{listed}] {reason}{line_end}")


def _is_same(before: Document, after: Document) -> bool:
    """Tells whether a text says the same as before, and holds all comments of before."""
    if before.root is None or after.root is None or len(after.problems) > len(before.problems):
        return False
    if not _are_equal(before.root, after.root):
        return False
    old = [before.source.cut(span) for span in comments(before)]
    new = iter([after.source.cut(span) for span in comments(after)])
    return all(any(_holds(comment, other) for other in new) for comment in old)


def _holds(comment: str, other: str) -> bool:
    """Tells whether a comment is another one, perhaps with more rules in its brackets."""
    first, bracket, rest = comment.partition("]")
    return other == comment or (other.startswith(first) and other.endswith(f"{bracket}{rest}"))


def _are_equal(one: Node, other: Node) -> bool:
    """Compares two nodes; what aliases repeat is compared once."""
    seen: set[tuple[int, int]] = set()
    waiting = [(one, other)]
    while waiting:
        pair = waiting.pop()
        key = (id(pair[0]), id(pair[1]))
        if key in seen:
            continue
        seen.add(key)
        inside = _inside(*pair)
        if inside is None:
            return False
        waiting += inside
    return True


def _inside(one: Node, other: Node) -> list[tuple[Node, Node]] | None:
    """Returns the parts of two nodes in pairs; None where the nodes differ."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return [] if one == other and one.quoted == other.quoted else None
    if isinstance(one, Fields) and isinstance(other, Fields):
        if [*one] != [*other]:
            return None
        return list(zip(one.values(), other.values(), strict=True))
    if isinstance(one, List) and isinstance(other, List) and len(one) == len(other):
        return list(zip(one, other, strict=True))
    return None
