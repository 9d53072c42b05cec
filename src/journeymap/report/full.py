"""Findings with the line they stand in, underlined, and what to do, as good compilers do."""

import unicodedata
from collections.abc import Callable, Iterator

from journeymap.findings import Severity
from journeymap.lint.engine import Diagnostic, Report
from journeymap.lint.rule import Basis
from journeymap.text.source import Position, Source

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_WIDEST = 100
"""Longer source lines are cut around the place, in columns of the terminal."""


def render(report: Report, *, colour: bool = False) -> str:
    """Returns the findings, a paragraph each.

    Args:
        report: what lint found.
        colour: whether to colour severities and marks with ANSI codes.
    """
    paint = _paint if colour else _plain
    return "".join("\n".join(_lines(d, paint)) + "\n\n" for d in report.diagnostics)


def _lines(diagnostic: Diagnostic, paint: Callable[[str, str], str]) -> Iterator[str]:
    colour = _COLOURS[diagnostic.severity]
    head = paint(f"{diagnostic.severity}[{diagnostic.rule.name}]", colour)
    yield f"{head}: {_visible(diagnostic.finding.message)}"
    yield f"  --> {diagnostic.file.shown}:{_at(diagnostic.start)}"
    if diagnostic.crumbs:
        yield f"      {' › '.join(map(_visible, diagnostic.crumbs))}"
    gutter = " " * len(str(diagnostic.start.line))
    if diagnostic.file.source is not None:
        source = diagnostic.file.source
        line, marks = _excerpt(source, diagnostic.start, diagnostic.end)
        yield f"{gutter} |"
        yield f"{diagnostic.start.line} | {line}"
        yield f"{gutter} | {paint(marks, colour)}"
    for place in diagnostic.related:
        yield f"{gutter} = see: {place.path}:{_at(place.start)} {_visible(place.message)}"
    yield f"{gutter} = help: {_visible(diagnostic.finding.help)}   {_basis(diagnostic)}"


def _basis(diagnostic: Diagnostic) -> str:
    rule = diagnostic.rule
    return rule.code if rule.basis is Basis.NONE else f"{rule.code} · {rule.basis}"


def _at(position: Position) -> str:
    return f"{position.line}:{position.column}"


def _excerpt(source: Source, start: Position, end: Position) -> tuple[str, str]:
    """Returns the line of a place and the marks below it, as wide as they are on a terminal."""
    line = source.line(start.line)
    last = end.column if end.line == start.line else len(line) + 1
    before, marked = line[: start.column - 1], line[start.column - 1 : last - 1]
    after = line[start.column - 1 + len(marked) :]
    room = _WIDEST - min(_width(marked), _WIDEST)
    if _width(before) > room:
        before = "…" + _tail(before, max(room - 1, 10))
    marked, after = _head(marked, _WIDEST), _head(after, max(room - _width(before), 0))
    marks = " " * _width(before) + "^" * max(_width(marked), 1)
    return _visible(before + marked + after), marks


def _visible(text: str) -> str:
    """Returns a text whose control characters cannot reach the terminal."""
    return "".join(
        " "
        if char == "\t"
        else "�"
        if unicodedata.category(char) in {"Cc", "Cf"} and char not in {"\u200d", "\u200c"}
        else char
        for char in text
    )


def _width(text: str) -> int:
    """Returns how many columns a terminal gives a text (Unicode UAX 11: wide ones take two)."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or char in {"\u200d", "\ufe0f"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _head(text: str, width: int) -> str:
    used = 0
    for i, char in enumerate(text):
        used += _char_width(char)
        if used > width:
            return text[:i] + "…"
    return text


def _tail(text: str, width: int) -> str:
    return _head(text[::-1], width).rstrip("…")[::-1]


def _paint(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"


def _plain(text: str, _: str) -> str:
    return text
