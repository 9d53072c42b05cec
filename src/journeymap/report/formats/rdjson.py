"""Findings as reviewdog's diagnostic format (rdjson), with suggestions: comments on any review.

The fields: reviewdog, "Reviewdog Diagnostic Format", whose columns count bytes of UTF-8.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Bytes, Diagnostic, Place, Report
from journeymap.report.formats.json import dumped
from journeymap.report.formats.registry import ReportOptions
from journeymap.text.source import Position

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
)


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings as one `DiagnosticResult`."""
    content = {
        "source": {"name": "journeymap"},
        "diagnostics": list(map(_diagnostic, report.diagnostics)),
    }
    return dumped(content, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    said = {
        "message": "\n".join(_lines(diagnostic)),
        "location": _location(diagnostic),
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.rule.name},
    }
    suggestions = _suggestions(diagnostic)
    return {**said, "suggestions": suggestions} if suggestions else said


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.message
    for place in diagnostic.related:
        yield f"see {place.from_root} {place.message}"
    yield f"help: {diagnostic.help} ({diagnostic.rule.code})"


def _location(place: Place) -> dict[str, Any]:
    path = {"path": place.file.from_root}
    if place.quote is None:
        return path
    return {**path, "range": _range(place.start, place.end, place.bytes)}


def _range(start: Position, end: Position, columns: Bytes | None) -> dict[str, Any]:
    if columns is None:  # whole lines, the last one too
        return {"start": {"line": start.line}, "end": {"line": end.line}}
    return {
        "start": {"line": start.line, "column": columns.start},
        "end": {"line": end.line, "column": columns.end},
    }


def _suggestions(diagnostic: Diagnostic) -> list[dict[str, Any]]:
    """Returns the edit of the fix; of several, reviewdog would take each for a fix of its own."""
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    return [
        {"range": _range(edit.start, edit.end, edit.bytes), "text": edit.text.raw}
        for edit in edits
        if len(edits) == 1 and edit.bytes is not None
    ]
