"""Speaker notes tell what was found at the steps that a page shows."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.views.maps import pages

from journeymap import LoadedMap, load
from journeymap.analysis.analysis import Analysis
from journeymap.backends.report_tables import findings_table, leverage_table
from journeymap.backends.speaker_notes import notes, shown
from journeymap.linter.diagnostic import Diagnostic
from journeymap.tables.table import Table
from journeymap.text.source import SafeText
from journeymap.views.kit.scene import Scene
from journeymap.words.reasons import sentence

MAP = """journeymap: 1
title: Clinic
status: review
language: es
stages:
  Antes:
    - {action: Llama, channel: phone, emotion: frustrated, pains: Nadie contesta}
  Durante:
    - {action: Ve al médico, need: Ayuda, emotion: pleased}
"""


def cells(table: Table[Any]) -> list[list[str]]:
    """The rows of a table as people read them."""
    return [[column.shown(item) for column in table.columns] for item in table.items]


@pytest.fixture
def loaded(tmp_path: Path) -> LoadedMap:
    path = tmp_path / "clinic.journey.yaml"
    path.write_text(MAP, encoding="utf-8")
    return load(path)


def finding(loaded: LoadedMap, step: str, message: str, remedy: str = "") -> Diagnostic:
    """A finding of another step and in other words than the first one of a map."""
    first = loaded.lint(today=date(2026, 1, 1)).diagnostics[0]
    return replace(first, step=SafeText(step), message=SafeText(message), help=SafeText(remedy))


def test_what_was_found_goes_with_the_page_of_its_step(loaded: LoadedMap) -> None:
    assert loaded.journey_map is not None
    findings = loaded.lint(today=date(2026, 1, 1)).diagnostics
    (scene,) = pages(loaded.journey_map)
    assert [step.id for step in shown(scene, loaded.journey_map)] == ["llama", "ve-al-médico"]
    (whole,) = notes((scene,), loaded.journey_map, findings)
    assert whole.startswith("Observaciones\n– ")
    assert len(whole.splitlines()) == 1 + len(findings)
    about = next(each for each in findings if each.step == "llama")

    bare = Scene(
        width=1, height=1, background="#ffffff", title="", description="", boxes=(), marks=()
    )
    first, second = notes((bare, scene), loaded.journey_map, findings)
    assert about.message not in first
    assert about.message in second
    assert notes((scene,), loaded.journey_map, ()) == ("",)


def test_a_message_names_its_step_once(loaded: LoadedMap) -> None:
    assert loaded.journey_map is not None
    (scene,) = pages(loaded.journey_map)
    told = [
        finding(loaded, "llama", '"Llama" is short'),
        finding(loaded, "llama", "a need is missing"),
    ]
    (words,) = notes((scene,), loaded.journey_map, told)
    assert words.splitlines()[1:] == ['– "Llama" is short', "– Llama: a need is missing"]


def test_leverage_points_are_told_with_their_reason(loaded: LoadedMap) -> None:
    assert loaded.journey_map is not None
    analysis = Analysis(journey_map=loaded.journey_map)
    (point, *_) = analysis.leverage
    (scene,) = pages(loaded.journey_map)
    (words,) = notes((scene,), loaded.journey_map, (), [point])
    assert words == f"Puntos de palanca\n1. Llama: {sentence(point, loaded.journey_map)}"
    rows = cells(leverage_table(analysis))
    assert rows[0][:4] == ["1", "Antes", "Llama", f"{point.pressure:.0f}"]


def test_the_table_of_findings_leaves_out_steps_that_are_not_there(loaded: LoadedMap) -> None:
    assert loaded.journey_map is not None
    told = [
        finding(loaded, "", "of all"),
        finding(loaded, "llama", "of one", "do it"),
        finding(loaded, "elsewhere", "of another"),
    ]
    assert cells(findings_table(loaded.journey_map, told)) == [
        ["–", "–", "of all", "–"],
        ["Antes", "Llama", "of one", "do it"],
    ]


def test_what_was_said_goes_with_the_page_of_its_step(tmp_path: Path) -> None:
    path = tmp_path / "clinic.journey.yaml"
    said = "quote: Llamé tres veces., thought: Otra vez, emotion: frustrated"
    path.write_text(MAP.replace("emotion: frustrated", said), encoding="utf-8")
    journey_map = load(path).journey_map
    assert journey_map is not None
    assert notes(pages(journey_map), journey_map, ()) == ("Dice\nLlama: «Llamé tres veces.»",)
