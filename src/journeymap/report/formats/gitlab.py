"""Findings as a GitLab Code Quality report, which merge requests show beside the changed lines.

The fields: GitLab Docs, "Code Quality", section "Code Quality report format".
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from journeymap.findings import Severity
from journeymap.linter.engine import Diagnostic, Report
from journeymap.linter.fingerprint import fingerprints
from journeymap.report.formats.json import dumped
from journeymap.text.source import visible

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
)
"""GitLab knows info, minor, major, critical and blocker; a map that is wrong blocks nothing yet."""


def render(report: Report) -> str:
    """Returns the findings as one JSON list."""
    marked = zip(report.diagnostics, fingerprints(report), strict=True)
    return dumped([_issue(diagnostic, mark) for diagnostic, mark in marked], indent=2) + "\n"


def _issue(diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    finding = diagnostic.finding
    return {
        "description": visible(f"{finding.message}; {finding.help}"),
        "check_name": diagnostic.rule.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": diagnostic.file.shown,
            "lines": {"begin": diagnostic.start.line, "end": diagnostic.end.line},
        },
    }
