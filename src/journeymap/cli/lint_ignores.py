"""Comments that ignore all findings of a run, with the reason that was typed."""

from collections.abc import Iterator

from journeymap.cli.console import STDIN, fail
from journeymap.cli.interrupts import whole
from journeymap.cli.lint_given import Given
from journeymap.linter import add_ignores
from journeymap.linter.diagnostic import Report
from journeymap.workspace.files import Workspace
from journeymap.workspace.write_back import WriteProblem, write_back


def written(report: Report, given: Given, workspace: Workspace) -> Iterator[str]:
    """Writes comments that ignore the findings of a report; walks what was done in words."""
    reason, count = _reason(given), 0
    for file in workspace.asked:
        wanted = add_ignores.wanted(report.of_file(file.path))
        if file.source is None or file.document is None or not wanted:
            continue
        done = add_ignores.with_ignores(file.document, wanted, reason)
        if done.insertions:
            try:
                with whole():
                    write_back(file.path, file.source, done.source)
            except WriteProblem as problem:
                fail(f"{file.shown} was not written: {problem.reason}")
            count += len(done.insertions)
        if done.refused:
            where = ", ".join(map(str, sorted(done.refused)))
            yield f"{file.shown}: no comment can stand at line {where}; a baseline can hold these"
    lines = "1 line" if count == 1 else f"{count} lines"
    yield f"comments that ignore findings were written into {lines}"


def _reason(given: Given) -> str:
    """Returns why findings are to be ignored; ends the command where no comment can say so."""
    reason = (given.reason or "").strip()
    if not reason or not reason.isprintable():
        fail("--add-ignores needs a reason on one line, such as: agreed with the ward")
    if not given.heed_ignores:
        fail("--add-ignores writes comments for what none ignores yet: leave out --no-ignores")
    if any(str(path) == STDIN for path in given.paths):
        fail("--add-ignores writes into files; name them instead of -")
    return reason
