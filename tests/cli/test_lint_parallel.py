"""Several processes find what one finds, in the same order, and leave none behind."""

import os
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journeymap.authoring import Rule
from journeymap.cli import lint_parallel
from journeymap.linter import engine
from journeymap.linter.diagnostic import Report
from journeymap.linter.noted_day import NotedDay
from journeymap.linter.profiles import Selection, UnknownRuleError
from journeymap.linter.registry import RULES
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Loader

DAY = date(2026, 11, 29)
MAPS = {
    ".journeymap.yaml": "fail_on: warning\nnonsense: 1\n",
    "a.journey.yaml": "id: same\ntitle: A\nuses: shared.library.yaml\nsteps: [Calls, Waits]\n",
    "b.journey.yaml": "id: same\ntitle: A\nuses: shared.library.yaml\nsteps: [Calls, Waits]\n",
    "c.journey.yaml": "title: [\n",
    "d.journey.yaml": "title: D\nreviewed: 2025-01-02\nsteps: [{action: Pays, emotion: clam}]\n",
    "shared.library.yaml": "journeymap: 1\ntitle: Words\nchannels: [{id: fax, name: Fax}]\n",
}
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / ".git").mkdir()
    for name, text in MAPS.items():
        (tmp_path / name).write_text(text)
    return Loader(shown_from=tmp_path).load([tmp_path])


@pytest.fixture(autouse=True)
def none_left() -> Iterator[None]:
    """No process is left behind."""
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def shared(workspace: Workspace, count: int = 3, *, maturity: bool = False) -> Report:
    return lint_parallel.lint(workspace, RULES, Selection(), DAY, count=count, maturity=maturity)


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("maturity", [False, True])
def test_the_report_is_the_same(workspace: Workspace, count: int, maturity: bool) -> None:
    alone = engine.lint(workspace, RULES, Selection(), DAY, maturity=maturity)
    assert len(alone.diagnostics) > 7
    assert shared(workspace, count, maturity=maturity) == alone


def test_the_share_of_one_that_fails_is_looked_at_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(pickle, "dumps", fails)
    assert shared(workspace) == engine.lint(workspace, RULES, Selection(), DAY)


def test_ctrl_c_ends_all_of_them(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    here, lint = os.getpid(), engine.lint

    def interrupted(*given: Any, **how: Any) -> Report:  # noqa: ANN401 - as it takes it
        if os.getpid() == here:
            raise KeyboardInterrupt
        return lint(*given, **how)

    monkeypatch.setattr(engine, "lint", interrupted)
    with pytest.raises(KeyboardInterrupt):
        shared(workspace)


def test_what_is_wrong_with_the_selection_is_told(workspace: Workspace) -> None:
    with pytest.raises(UnknownRuleError):
        lint_parallel.lint(workspace, RULES, Selection(select=("JM9999",)), DAY, count=2)


@pytest.mark.parametrize(("rule", "looks"), [("stale-map", True), ("missing-need", False)])
def test_it_is_known_whether_the_day_was_looked_at(
    workspace: Workspace, rule: str, looks: bool
) -> None:
    day = NotedDay.of(DAY)
    lint_parallel.lint(workspace, RULES, Selection(select=(rule,)), day, count=5)
    assert day.is_read is looks


@pytest.mark.parametrize(
    ("files", "processors", "expected"), [(7, 4, 1), (8, 4, 2), (100, 4, 4), (100, 1, 1)]
)
def test_few_files_are_not_worth_it(
    files: int, processors: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr("sys.platform", "linux")
    assert lint_parallel.processes(files, RULES, processors) == expected
    packaged = [Rule.__new__(Rule)]
    object.__setattr__(packaged[0], "package", "acme")
    assert lint_parallel.processes(files, packaged, processors) == 1
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert lint_parallel.processes(files, RULES, processors) == 1
