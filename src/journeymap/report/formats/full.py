"""Findings for people: the line they stand in, underlined, and what to do."""

import unicodedata
from collections.abc import Callable, Iterator

from journeymap.authoring.rule import Basis
from journeymap.findings import Applicability, Severity
from journeymap.linter.diagnostic import Diagnostic, Place, Quote, Report
from journeymap.report.formats.registry import ReportOptions
from journeymap.text.source import Position, SafeText

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_HOW = {
    Applicability.SAFE: "--fix",
    Applicability.UNSAFE: "--fix --unsafe-fixes",
    Applicability.DISPLAY: "by hand",
}
_RELATED = "1;34"
_TAB = "→"
"""How a tab is shown, in one column, as positions count it."""
_WIDEST = 100
"""Longer source lines are cut around the place, in columns of the terminal."""


def render(report: Report, options: ReportOptions) -> str:
    """Returns the findings, a paragraph each; colours are ANSI codes."""
    paint = _paint if options.colour else _plain
    return "".join("\n".join(_lines(d, paint)) + "\n\n" for d in report.diagnostics)


def _lines(diagnostic: Diagnostic, paint: Callable[[str, str], str]) -> Iterator[str]:
    colour = _COLOURS[diagnostic.severity]
    head = paint(f"{diagnostic.severity}[{diagnostic.rule.name}]", colour)
    yield f"{head}: {f'{diagnostic.lead}:' if diagnostic.reasons else diagnostic.message}"
    yield from (f"  - {reason}" for reason in diagnostic.first_reasons)
    yield f"  --> {diagnostic.where}"
    if diagnostic.crumbs:
        yield f"      {' › '.join(diagnostic.crumbs)}"
    lines = (diagnostic.start.line, *(place.start.line for place in diagnostic.related))
    gutter = " " * len(str(max(lines)))
    yield from _shown(diagnostic, gutter, "^", lambda text: paint(text, colour))
    for place in diagnostic.related:
        yield f"{gutter} ::: {place.where} {place.message}"
        yield from _shown(place, gutter, "-", lambda text: paint(text, _RELATED))
    yield f"{gutter} = help: {diagnostic.help}   {_basis(diagnostic)}"
    if fix := diagnostic.fix:
        yield f"{gutter} = fix available: {fix.title} ({_HOW[fix.applicability]})"


def _shown(place: Place, gutter: str, mark: str, paint: Callable[[str], str]) -> Iterator[str]:
    """Returns the source line of a place, and below it the marks."""
    if place.quote is None:
        return
    line, marks = _excerpt(place.quote, place.start, place.end)
    yield f"{gutter} |"
    yield f"{place.start.line:>{len(gutter)}} | {line}"
    yield f"{gutter} | {paint(marks.replace('^', mark))}"


def _basis(diagnostic: Diagnostic) -> str:
    rule = diagnostic.rule
    return rule.code if rule.basis is Basis.NONE else f"{rule.code}, basis: {rule.basis}"


def _excerpt(quote: Quote, start: Position, end: Position) -> tuple[str, str]:
    """Returns the line of a place and the marks below it, as wide as they are on a terminal."""
    before, behind = _with_tabs(quote.before), _with_tabs(quote.behind)
    marked = behind[: end.column - start.column] if end.line == start.line else behind
    after = behind[len(marked) :]
    room = _WIDEST - min(_width(marked), _WIDEST)
    if _width(before) > room or start.column > len(before) + 1:
        before = "…" + _tail(before, max(room - 1, 10))
    marked, after = _head(marked, _WIDEST), _head(after, max(room - _width(before), 0))
    marks = " " * _width(before) + "^" * max(_width(marked), 1)
    return before + marked + after, marks


def _with_tabs(text: SafeText) -> str:
    """Returns a part of a line with its tabs to be seen: they are often what is wrong with it."""
    if "\t" not in text.raw:
        return str(text)
    pairs = zip(text, text.raw, strict=True)
    return "".join(_TAB if written == "\t" else shown for shown, written in pairs)


def _width(text: str) -> int:
    """Returns how many columns a terminal gives a text (Unicode UAX 11: wide ones take two)."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or char in {"\u200d", "\ufe0f"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _head(text: str, width: int) -> str:
    if text.isascii():
        return text if len(text) <= width else text[:width] + "…"
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
