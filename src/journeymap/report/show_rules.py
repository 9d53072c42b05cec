"""Which rules look at each file, and why the others do not."""

from collections.abc import Callable, Sequence

from journeymap.authoring.rule import Rule
from journeymap.linter.engine import FileRun, Report
from journeymap.linter.profiles import left_out
from journeymap.model.fields import FileKind
from journeymap.tables.table import Column, Table, text

_ELSEWHERE = "another configuration declares it"


def render(report: Report, rules: Sequence[Rule], tabled: Callable[[Table], str] = text) -> str:
    """Returns a table a file: the rules that run on it, then those that do not.

    Args:
        report: what lint did.
        rules: the rules there are.
        tabled: writes a table.
    """
    kinds = {FileKind.JOURNEY, FileKind.LIBRARY}
    maps = (run for run in report.runs if run.file.kind in kinds)
    return "\n".join(_of_file(run, tuple(rules), tabled) for run in maps)


def _of_file(run: FileRun, rules: tuple[Rule, ...], tabled: Callable[[Table], str]) -> str:
    ran = {rule.code for rule in run.ran}
    idle = [rule for rule in rules if rule.code not in ran]
    reasons = {
        **left_out(run.settings.selections, rules, run.settings.status),
        **{rule.code: _ELSEWHERE for rule in rules if not rule.holds(run.file)},
    }
    table = Table(
        columns=(
            Column(key="code", title="Code"),
            Column(key="name", title="Name"),
            Column(key="runs", title="Runs"),
        ),
        rows=(
            *((rule.code, rule.name, "yes") for rule in run.ran),
            *(
                (rule.code, rule.name, f"no: {run.lacking.get(rule.code) or reasons[rule.code]}")
                for rule in idle
            ),
        ),
    )
    head = f"{run.file.shown} as {run.settings.status}: {len(ran)} of {len(rules)} rules run"
    return f"{head}\n\n{tabled(table)}"
