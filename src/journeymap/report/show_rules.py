"""Which rules look at each file, and why the others do not."""

from collections.abc import Iterable, Sequence

from journeymap.authoring.rule import Rule
from journeymap.linter.engine import FileRun
from journeymap.linter.profiles import left_out
from journeymap.model.fields import FileKind
from journeymap.tables.table import Column, Table
from journeymap.terminal.fitted_table import Writer, text

_ELSEWHERE = "another configuration declares it"


def render(runs: Iterable[FileRun], rules: Sequence[Rule], tabled: Writer = text) -> str:
    """Returns a table a file: the rules that run on it, then those that do not.

    Args:
        runs: what is to run on each file.
        rules: the rules there are.
        tabled: writes a table.
    """
    kinds = {FileKind.JOURNEY, FileKind.LIBRARY}
    maps = (run for run in runs if run.file.kind in kinds)
    return "\n".join(_of_file(run, tuple(rules), tabled) for run in maps)


def _of_file(run: FileRun, rules: tuple[Rule, ...], tabled: Writer) -> str:
    ran = {rule.code for rule in run.ran}
    reasons = {
        **left_out(run.settings.selections, rules, run.settings.status),
        **{rule.code: _ELSEWHERE for rule in rules if not rule.holds(run.file)},
        **run.lacking,
    }
    table = Table(
        columns=(
            Column(title="Code", value=lambda rule: rule.code),
            Column(title="Name", value=lambda rule: rule.name),
            Column(
                title="Runs",
                value=lambda rule: "yes" if rule.code in ran else f"no: {reasons[rule.code]}",
            ),
        ),
        items=(*run.ran, *(rule for rule in rules if rule.code not in ran)),
    )
    head = f"{run.file.shown} as {run.settings.status}: {len(ran)} of {len(rules)} rules run"
    return f"{head}\n\n{tabled(table)}"
