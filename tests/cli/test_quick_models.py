"""When models are made without pydantic, and that nothing else comes of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from journeymap.cli import quick_models
from journeymap.model import quick_base

BASE, QUICK = "journeymap.model.base", "journeymap.model.quick_base"
MAP = """title: A
persona: {name: Ann, age: -1}
scales: 0-10
stages:
  - steps:
      - action: B
        importance: 11
        wait: {time: 2 weeks, emotion: 1}
      - channel: letter
        pains: [{severity: 9, text: C}]
      - {action: D, ways: [{to: B, share: 1.5}]}
"""


@pytest.fixture(autouse=True)
def _no_models_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_models, "may_be_declared", lambda _: False)
    monkeypatch.delitem(sys.modules, BASE)


def test_models_are_quick_where_nothing_speaks_against_it() -> None:
    quick_models.begin()
    assert sys.modules[BASE] is quick_base


def test_pydantic_makes_them_where_its_core_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, QUICK, None)
    quick_models.begin()
    assert BASE not in sys.modules


def test_pydantic_makes_them_for_rules_of_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_models, "may_be_declared", lambda _: True)
    quick_models.begin()
    assert BASE not in sys.modules


_RUN = """
import atexit, sys
{first}
atexit.register(lambda: print("pydantic" in sys.modules))
from journeymap.__main__ import main
main()
"""


def test_both_find_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(MAP)
    found = []
    for first in (f"import {BASE}", "pass"):
        program = _RUN.format(first=first)
        command = [sys.executable, "-c", program, "lint", "--no-cache", "a.journey.yaml"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, text=True)
        *lines, is_imported = done.stdout.splitlines()
        assert is_imported == str(first != "pass")
        found.append((done.returncode, lines, done.stderr))
    assert found[0] == found[1]
    assert "off the scale" in str(found[0])
    assert "needs `action`" in str(found[0])
