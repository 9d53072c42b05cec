"""Findings as JSON, versioned, an object a line, for programs that read them one by one."""

from journeymap.linter.diagnostic import Report
from journeymap.report.formats.json import VERSION, dumped, record
from journeymap.report.formats.registry import ReportOptions


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings, a line each; every line names the version of its shape."""
    return "".join(
        f"{dumped({'version': VERSION, **record(diagnostic)})}\n"
        for diagnostic in report.diagnostics
    )
