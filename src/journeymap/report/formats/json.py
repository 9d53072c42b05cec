"""Findings as one JSON object, versioned; lines and columns count from 1, in code points."""

import json
import re
from typing import Any

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, OfferedFix, Place, RelatedPlace, Report
from journeymap.report.formats.registry import ReportOptions
from journeymap.text.source import Position

_HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""What json writes as it is, though a terminal may act on it."""
VERSION = 1
"""Version of the shape; fields may be added within it, never renamed."""


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings and a summary as one JSON object."""
    content = {
        "version": VERSION,
        "findings": [record(diagnostic) for diagnostic in report.diagnostics],
        "summary": summary(report),
        "troubles": [trouble.raw for trouble in report.troubles],
    }
    return dumped(content, indent=2) + "\n"


def summary(report: Report) -> dict[str, int]:
    """Returns how many findings there are of each severity, and in how many files was looked."""
    counts = {str(severity): report.count(severity) for severity in Severity}
    return {**counts, "files": len(report.files)}


def dumped(content: object, *, indent: int | None = None) -> str:
    """Returns JSON that a terminal only ever shows: what it might act on is escaped."""
    written = json.dumps(content, ensure_ascii=False, indent=indent)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def record(diagnostic: Diagnostic) -> dict[str, Any]:
    """Returns a finding as the fields of one object."""
    more = {"more": diagnostic.more} if diagnostic.more else {}
    return {
        "code": diagnostic.rule.code,
        "name": diagnostic.rule.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message.raw,
        "help": diagnostic.help.raw,
        **_place(diagnostic),
        "route": diagnostic.route.raw,
        "related": [_related(place) for place in diagnostic.related],
        "fix": _fix(diagnostic.fix),
        "fingerprint": diagnostic.fingerprint,
        "takes_in": list(diagnostic.takes_in),
        **more,
    }


def _fix(fix: OfferedFix | None) -> dict[str, str] | None:
    if fix is None:
        return None
    return {"title": fix.title.raw, "applicability": str(fix.applicability)}


def _related(place: RelatedPlace) -> dict[str, Any]:
    return {"message": place.message.raw, **_place(place)}


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.file.shown,
        "start": _position(place.start),
        "end": _position(place.end),
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
