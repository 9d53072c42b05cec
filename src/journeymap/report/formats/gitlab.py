"""Findings as a GitLab Code Quality report, which merge requests show beside the changed lines.

The fields: GitLab Docs, "Code Quality", section "Code Quality report format".
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, Report
from journeymap.report.formats.json import dumped
from journeymap.report.formats.registry import ReportOptions

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
)
"""GitLab knows info, minor, major, critical and blocker; a map that is wrong blocks nothing yet."""


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings as one JSON list."""
    return dumped(list(map(_issue, report.diagnostics)), indent=2) + "\n"


def _issue(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "description": f"{diagnostic.message}; {diagnostic.help}",
        "check_name": diagnostic.rule.name,
        "fingerprint": diagnostic.fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": diagnostic.file.from_root,
            "lines": {"begin": diagnostic.start.line, "end": diagnostic.end.line},
        },
    }
