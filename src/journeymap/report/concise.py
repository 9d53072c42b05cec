"""One line a finding: `PATH:LINE:COLUMN: SEVERITY[NAME] MESSAGE (CODE)`."""

from journeymap.lint.engine import Report
from journeymap.text.source import visible


def render(report: Report) -> str:
    """Returns the findings, a line each."""
    return "".join(
        f"{d.file.shown}:{d.start.line}:{d.start.column}: "
        f"{d.severity}[{d.rule.name}] {visible(d.finding.message)} ({d.rule.code})\n"
        for d in report.diagnostics
    )
