"""How often each rule found something."""

from collections import defaultdict

from journeymap.linter.diagnostic import FileFacts, Report, RuleFacts
from journeymap.tables.table import Column, Kind, Table
from journeymap.terminal.fitted_table import text


def render(report: Report) -> str:
    """Returns a table with a row a rule, the most frequent first; empty without findings."""
    files: dict[RuleFacts, list[FileFacts]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        files[diagnostic.rule].append(diagnostic.file)
    if not files:
        return ""
    return text(
        Table(
            columns=(
                Column(title="Findings", kind=Kind.NUMBER, value=lambda rule: len(files[rule])),
                Column(title="Files", kind=Kind.NUMBER, value=lambda rule: len(set(files[rule]))),
                Column(title="Code", value=lambda rule: rule.code),
                Column(title="Name", value=lambda rule: rule.name),
            ),
            items=tuple(sorted(files, key=lambda rule: (-len(files[rule]), rule.code))),
        )
    )
