"""How often each rule found something."""

from collections import Counter

from journeymap.linter.engine import Report
from journeymap.tables.table import Column, Kind, Table, text


def render(report: Report) -> str:
    """Returns a table with a row a rule, the most frequent first; empty without findings."""
    counts = Counter(diagnostic.rule for diagnostic in report.diagnostics)
    files = {rule: {d.file.path for d in report.diagnostics if d.rule is rule} for rule in counts}
    if not counts:
        return ""
    rows = sorted(counts.items(), key=lambda each: (-each[1], each[0].code))
    return text(
        Table(
            columns=(
                Column(key="findings", title="Findings", kind=Kind.NUMBER),
                Column(key="files", title="Files", kind=Kind.NUMBER),
                Column(key="code", title="Code"),
                Column(key="name", title="Name"),
            ),
            rows=tuple((count, len(files[rule]), rule.code, rule.name) for rule, count in rows),
        )
    )
