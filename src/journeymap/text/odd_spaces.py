"""Spaces between the parts of a map that look like one and are none, as web pages have them."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from journeymap.quick_pattern import pattern
from journeymap.text.nodes import Mapping, Node, Scalar
from journeymap.text.source import Problem, Source, Span

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ANY = pattern(f"[{_ODD}]")
_LEAD = pattern(rf"(?:[ {_ODD}]|-(?=[ {_ODD}]))*")
_NAME = pattern(rf"(?P<name>[A-Za-z_]+)(?P<before>[ {_ODD}]*):(?P<behind>[ {_ODD}]*)")
_IN_BRACES = pattern(rf"[{{,][ {_ODD}]*{_NAME.pattern}")
_LINE = pattern(r"[^\r\n]+")
_FEW = 5
"""So many lines are named at most."""


def odd_spaces(text: str) -> tuple[int, ...]:
    """Returns where such a space may stand between parts: before, behind and in front of a name.

    Some of them may belong to a text over several lines: only what reads the map knows.
    """
    if _ANY.search(text) is None:
        return ()
    return tuple(
        at
        for line in _LINE.finditer(text)
        if _ANY.search(line[0])
        for start, end in _stretches(line[0])
        for at in range(line.start() + start, line.start() + end)
        if _ANY.match(text[at])
    )


def _stretches(line: str) -> Iterator[tuple[int, int]]:
    lead = _LEAD.match(line)
    end = lead.end() if lead else 0
    yield 0, end
    found = _NAME.match(line, end)
    braces = line.find("{", end)
    inside = _IN_BRACES.finditer(line, braces) if braces >= 0 else ()
    for each in (*((found,) if found else ()), *inside):
        yield each.span("before")
        yield each.span("behind")


def between_parts(places: Iterable[int], root: Node) -> tuple[int, ...]:
    """Returns those places that lie in no text of a map."""
    spans = sorted((each.span for each in _scalars(root)), key=lambda each: each.start)
    starts = [span.start for span in spans]

    def is_inside(at: int) -> bool:
        before = bisect_right(starts, at) - 1
        return before >= 0 and at < spans[before].end

    return tuple(at for at in places if not is_inside(at))


def _scalars(root: Node) -> Iterator[Scalar]:
    """Walks every text and every name once, however many aliases name it."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            waiting.extend((*node.keys(), *node.values()))
        else:
            waiting.extend(node)


def with_plain(text: str, places: Iterable[int]) -> str:
    """Returns a text with plain spaces in these places."""
    signs = list(text)
    for at in places:
        signs[at] = " "
    return "".join(signs)


def told(source: Source, places: tuple[int, ...]) -> Problem:
    """Says once where such spaces stand."""
    first, sign = places[0], source.text[places[0]]
    lines = sorted({source.position(at).line for at in places})[1:]
    name = unicodedata.name(sign, "space").lower()
    plural = "s" if len(lines) > 1 else ""
    more = f", and on line{plural} {_listed(lines)} too" if lines else ""
    end = next((at for at in range(first, len(source.text)) if source.text[at] != sign), first + 1)
    return Problem(
        code="JM001",
        message=f"a {name} (U+{ord(sign):04X}) stands here instead of a space{more}",
        help="type a space instead; an editor can replace all of them at once",
        span=Span(first, end),
    )


def _listed(lines: list[int]) -> str:
    said = [str(line) for line in lines[:_FEW]]
    if len(lines) > _FEW:
        said.append(f"{len(lines) - _FEW} more")
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
