"""How often each rule found something."""

from collections import Counter

from journeymap.linter.diagnostic import Report
from journeymap.tables.table import Column, Kind, Table
from journeymap.terminal.fitted_table import text


def render(report: Report) -> str:
    """Returns a table with a row a rule, the most frequent first; empty without findings."""
    counts = Counter(diagnostic.rule for diagnostic in report.diagnostics)
    files = {rule: {d.file for d in report.diagnostics if d.rule == rule} for rule in counts}
    if not counts:
        return ""
    return text(
        Table(
            columns=(
                Column(title="Findings", kind=Kind.NUMBER, value=lambda rule: counts[rule]),
                Column(title="Files", kind=Kind.NUMBER, value=lambda rule: len(files[rule])),
                Column(title="Code", value=lambda rule: rule.code),
                Column(title="Name", value=lambda rule: rule.name),
            ),
            items=tuple(sorted(counts, key=lambda rule: (-counts[rule], rule.code))),
        )
    )
