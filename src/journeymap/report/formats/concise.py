"""Findings for people, a line each: `PATH:LINE:COLUMN: SEVERITY[NAME] MESSAGE (CODE)`."""

from journeymap.linter.diagnostic import Diagnostic, Report
from journeymap.report.formats.registry import ReportOptions


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings, a line each; the other places they speak of end the message."""
    return "".join(
        f"{d.where}: {d.severity}[{d.rule.name}] {_message(d)} ({d.rule.code})\n"
        for d in report.diagnostics
    )


def _message(diagnostic: Diagnostic) -> str:
    places = (f"; see {place.where} {place.message}" for place in diagnostic.related)
    return diagnostic.brief + "".join(places)
