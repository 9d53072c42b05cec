"""Speaker notes tell what was found at the steps that a page shows."""

from datetime import date
from pathlib import Path

from journeymap.api import load
from journeymap.views.map import build
from journeymap.views.notes import notes, shown

MAP = """journeymap: 1
title: Clinic
status: review
language: es
stages:
  Antes:
    - {action: Llama, channel: phone, emotion: frustrated}
  Durante:
    - {action: Ve al médico, need: Ayuda, emotion: pleased}
"""


def test_what_was_found_goes_with_the_page_of_its_step(tmp_path: Path) -> None:
    path = tmp_path / "clinic.journey.yaml"
    path.write_text(MAP, encoding="utf-8")
    loaded = load(path)
    assert loaded.map is not None
    findings = loaded.lint(today=date(2026, 1, 1)).diagnostics
    (scene,) = build(loaded.map)
    assert [step.id for step in shown(scene, loaded.map)] == ["llama", "ve-al-médico"]
    (whole,) = notes((scene,), loaded.map, findings)
    assert whole.startswith("Observaciones\n– ")
    assert len(whole.splitlines()) == 1 + len(findings)
    about = [line for line in whole.splitlines() if line.startswith("– Llama: ")]
    assert about

    bare = type(scene)(
        width=1, height=1, background="#ffffff", title="", description="", boxes=(), marks=()
    )
    first, second = notes((bare, scene), loaded.map, findings)
    assert about[0] not in first
    assert about[0] in second
    assert notes((scene,), loaded.map, ()) == ("",)
