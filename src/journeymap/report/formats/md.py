"""Findings as Markdown: a table a file, for a comment on a change or for a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from journeymap.findings import Severity
from journeymap.linter.engine import Diagnostic, Report
from journeymap.tables.table import Column, Kind, Table, escaped, to_markdown
from journeymap.text.source import visible

_COLUMNS = (
    Column(key="line", title="Line", kind=Kind.NUMBER),
    Column(key="severity", title="Severity"),
    Column(key="place", title="Where"),
    Column(key="finding", title="Finding"),
    Column(key="help", title="What to do"),
    Column(key="rule", title="Rule"),
)


def render(report: Report) -> str:
    """Returns the counts, and a table for every file with findings."""
    by_file = defaultdict(list)
    for diagnostic in report.diagnostics:
        by_file[diagnostic.file.shown].append(diagnostic)
    sections = [
        f"### {escaped(path)}\n\n{to_markdown(Table(columns=_COLUMNS, rows=tuple(_rows(found))))}"
        for path, found in by_file.items()
    ]
    return "\n".join([f"**{_counts(report)}**\n", *sections])


def _counts(report: Report) -> str:
    counts = [(report.count(severity), str(severity)) for severity in Severity]
    said = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n)
    files = len(report.files)
    return f"{said or 'No findings'} in {files} file{'' if files == 1 else 's'}"


def _rows(found: Iterable[Diagnostic]) -> Iterator[tuple[str | float, ...]]:
    for diagnostic in found:
        places = (
            f"; see {place.path}:{place.start.line} {place.message}" for place in diagnostic.related
        )
        yield (
            diagnostic.start.line,
            str(diagnostic.severity),
            visible(" › ".join(diagnostic.crumbs)),
            visible(diagnostic.finding.message + "".join(places)),
            visible(diagnostic.finding.help),
            f"{diagnostic.rule.name} ({diagnostic.rule.code})",
        )
