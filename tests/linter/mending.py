"""Mend texts in memory, and read off what became of them."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.linter.linting import MAP, TODAY

from journeymap.findings import Applicability
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.fix_rounds import Outcome, mend_all
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Loader

TOP = "journeymap: 1\ntitle: A\n"


def outcome(
    text: str | bytes, *select: str, unsafe: bool = False, files: Mapping[str, str] | None = None
) -> Outcome:
    """What becomes of a map once nothing is left to mend."""
    data = text.encode() if isinstance(text, str) else text
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for other, said in (files or {}).items():
            (folder / other).write_text(said, encoding="utf-8")
        path = folder / MAP
        path.write_bytes(data)

        def read(texts: Mapping[Path, bytes]) -> Workspace:
            return Loader(texts=texts, shown_from=folder).load([path])

        def run(workspace: Workspace) -> Report:
            return lint(workspace, RULES, Selection(select=select), TODAY)

        workspace = read({})
        return mend_all(workspace, run(workspace), read, run, unsafe=unsafe)


def mended(
    text: str, *select: str, unsafe: bool = False, files: Mapping[str, str] | None = None
) -> str:
    """The text of a map once nothing is left to mend."""
    found = outcome(text, *select, unsafe=unsafe, files=files)
    return found.changed[0][1].text if found.changed else text


def fixes(text: str, *select: str) -> list[tuple[str, Applicability]]:
    """The fixes that are proposed for a map."""
    found = outcome(text, *select)
    proposed = (d.fix for d in found.report.diagnostics)
    return [(fix.title, fix.applicability) for fix in proposed if fix]
