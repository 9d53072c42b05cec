"""Findings as Markdown: a table a file, for a comment on a change or for a page."""

from collections import defaultdict

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, Report
from journeymap.report.formats.registry import ReportOptions
from journeymap.tables.table import Column, Kind, Table, escaped, to_markdown


def _finding(diagnostic: Diagnostic) -> str:
    places = (
        f"; see {each.file.shown}:{each.start.line} {each.message}" for each in diagnostic.related
    )
    return diagnostic.brief + "".join(places)


_COLUMNS: tuple[Column[Diagnostic], ...] = (
    Column(title="Line", kind=Kind.NUMBER, value=lambda each: each.start.line),
    Column(title="Severity", value=lambda each: each.severity),
    Column(title="Where", value=lambda each: " › ".join(each.crumbs)),
    Column(title="Finding", value=_finding),
    Column(title="What to do", value=lambda each: each.help),
    Column(title="Rule", value=lambda each: f"{each.rule.name} ({each.rule.code})"),
)


def render(report: Report, _: ReportOptions) -> str:
    """Returns the counts, and a table for every file with findings."""
    by_file = defaultdict(list)
    for diagnostic in report.diagnostics:
        by_file[diagnostic.file.shown].append(diagnostic)
    sections = [
        f"### {escaped(path)}\n\n{to_markdown(Table(columns=_COLUMNS, items=tuple(diagnostics)))}"
        for path, diagnostics in by_file.items()
    ]
    return "\n".join([f"**{_counts(report)}**\n", *sections])


def _counts(report: Report) -> str:
    counts = [(report.count(severity), str(severity)) for severity in Severity]
    words = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n)
    files = len(report.files)
    return f"{words or 'No findings'} in {files} file{'' if files == 1 else 's'}"
