"""Findings as GitHub's workflow commands: annotations beside the lines that a change touches.

The commands, their properties and what is to be escaped in them: GitHub Docs, "Workflow commands
for GitHub Actions", and the package @actions/core, which writes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, Place, Report
from journeymap.report.formats.registry import ReportOptions

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings, a command each; what one takes in keeps its line, with a command."""
    return "".join(text for each in report.diagnostics for text in _commands(each))


def _commands(diagnostic: Diagnostic) -> Iterator[str]:
    title = f"{diagnostic.rule.name} ({diagnostic.rule.code})"
    yield _command(diagnostic.severity, diagnostic, title, _lines(diagnostic))
    for place in diagnostic.related:
        if place.code:
            lines = (place.message, f"part of {diagnostic.from_root} {title}")
            yield _command(Severity.NOTE, place, f"{title}: {place.code}", lines)


def _command(severity: Severity, place: Place, title: str, lines: Iterable[str]) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in _properties(place, title))
    text = "\n".join(lines)
    return f"::{_COMMANDS[severity]} {properties}::{_data(text)}\n"


def _properties(place: Place, title: str) -> Iterator[tuple[str, str]]:
    start, end = place.start, place.end
    yield "file", place.file.from_root
    yield "line", str(start.line)
    yield "endLine", str(end.line)
    if start.line == end.line:  # columns are not taken where a place spans lines
        yield "col", str(start.column)
        yield "endColumn", str(end.column)
    yield "title", title


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.message
    for place in diagnostic.related:
        yield f"see {place.from_root} {place.message}"
    yield f"help: {diagnostic.help}"


def _data(text: str) -> str:
    """Escapes the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escapes the value of a property, which ends at a comma and whose command ends at a colon."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
