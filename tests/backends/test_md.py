"""Markdown for a pull request: steps, leverage points and findings as tables."""

from datetime import date
from pathlib import Path

from journeymap import Drawing, Subject, load, render
from journeymap.backends.formats import Format

MAP = """journeymap: 1
title: "A *clinic* | <b>"
status: review
persona: Ana
stages:
  Before:
    - action: Calls
      emotion: frustrated
      pains: [{text: Long, severity: 4, probability: 4}, "Un|clear"]
      need: {'': Help, son: Calm}
      leaks: 30 %
"""


def drawn(folder: Path) -> list[str]:
    path = folder / "clinic.journey.yaml"
    path.write_text(MAP, encoding="utf-8")
    loaded = load(path)
    assert loaded.journey_map is not None
    findings = loaded.lint(today=date(2026, 1, 1)).diagnostics
    subject = Subject(journey_map=loaded.journey_map, findings=findings)
    (content,) = render([subject, subject], Drawing(form=Format.MD)).files
    return content.decode().splitlines()


def test_a_map_is_a_title_and_tables(tmp_path: Path) -> None:
    lines = drawn(tmp_path)
    assert lines[0] == r"# A \*clinic\* \| &lt;b&gt;"
    assert lines[2] == ("**Estimate: 30 of 100 do not reach the end, all of them lost at “Calls”**")
    assert lines[4] == "**First, at “Calls”: nobody has an idea yet**"
    assert lines[6].startswith("Ana · current state")
    assert lines[8] == "| Stage | Step | Emotion | Needs | Channel | Pains | Ideas |"
    assert lines[10] == (
        r"| Before | Calls | frustrated | Help; son: Calm | – "
        r"| Long (severity 4/4 · likelihood 4/4 · assumed); Un\|clear | – |"
    )
    assert [line for line in lines if line.startswith("## ")][:2] == [
        "## Leverage points",
        "## Findings",
    ]


def test_several_maps_follow_one_another(tmp_path: Path) -> None:
    assert sum(line.startswith("# ") for line in drawn(tmp_path)) == 2
