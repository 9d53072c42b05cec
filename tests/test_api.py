"""The library's face: what a program gets from a path."""

import doctest
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

import journeymap
from journeymap import Analysis
from journeymap.analysis.leverage import Driver, Weights
from journeymap.linter.profiles import Selection

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.journey.yaml"
    path.write_text("title: Clinic\nsteps: [{action: Calls, importance: 5, perceived: 2}]\n")
    return path


def test_what_is_computed_from_a_map_is_one_attribute_away(clinic: Path) -> None:
    found = journeymap.load(clinic).analysis
    assert isinstance(found, journeymap.Analysis)
    assert found.moment_of_truth
    assert found.moment_of_truth.step.id == "calls"


def test_it_is_computed_once(clinic: Path) -> None:
    loaded = journeymap.load(clinic)
    assert loaded.analysis is loaded.analysis


def test_where_there_is_no_map_nothing_is_computed(tmp_path: Path) -> None:
    assert journeymap.load(tmp_path / "nowhere.journey.yaml").analysis is None


def test_leverage_points_with_the_weights_of_the_repository_or_others(clinic: Path) -> None:
    loaded = journeymap.load(clinic)
    assert [point.pressure for point in loaded.leverage()] == pytest.approx([45])
    nothing = Weights(weights={Driver.UNMET_NEED: 0})
    assert [point.pressure for point in loaded.leverage(nothing)] == [0]
    (clinic.parent / ".git").mkdir()
    (clinic.parent / ".journeymap.yaml").write_text("leverage: {weights: {unmet-need: 0}}\n")
    assert [point.pressure for point in journeymap.load(clinic).leverage()] == [0]
    assert journeymap.load(clinic.parent / "nowhere.journey.yaml").leverage() == ()


def test_fixes_are_made_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "clinic.journey.yaml"
    text = "journeymap: 1\ntitle: Clinic\nsteps: [{action: Calls, chanel: phone}]\n"
    path.write_text(text)
    outcome = journeymap.mend([path], today=date(2026, 11, 23))
    assert [new.text for _, new in outcome.changed] == [text.replace("chanel", "channel")]
    assert (outcome.made, outcome.report.diagnostics) == (1, ())
    assert path.read_text() == text
    path.write_text(text.replace("chanel", "channel"))
    selection = Selection(select=("unwritten-id",))
    assert journeymap.mend([path], selection, today=date(2026, 11, 23)).changed == ()
    unsafe = journeymap.mend([path], selection, today=date(2026, 11, 23), unsafe=True)
    assert "{id: calls, action: Calls" in unsafe.changed[0][1].text


def test_the_page_for_programmers_tells_the_truth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = str(ROOT / "docs" / "python.md")
    failed, tried = doctest.testfile(page, module_relative=False)
    assert tried
    assert not failed


def test_the_page_for_programmers_names_every_attribute() -> None:
    said = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    attributes = (pair for kind in Analysis.mro() for pair in vars(kind).items())
    computed = [
        name for name, each in attributes if isinstance(each, cached_property) and name[0] != "_"
    ]
    assert {"curve", "leverage"} < {*computed}
    assert [name for name in computed if f"`{name}`" not in said] == []
