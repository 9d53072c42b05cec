"""Ideas, pains, metrics and evidence over several maps: each once, with all that it serves."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeymap.analysis.analysis import Analysis
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.tables import evidence, metrics, opportunities, pains
from journeymap.tables.table import Table, to_csv, to_json
from journeymap.terminal.fitted_table import text
from journeymap.testing import lint_files
from journeymap.workspace.load import Loader

LIBRARY = """
metrics: [{id: wait, name: Wait, kind: duration, unit: days, target: 14}]
evidence: [{id: talks, kind: interview, n: 14, date: 2026-05}]
pains: [{id: no-slot, text: No slot, kind: harm, severity: 3, probability: 3, evidence: talks}]
opportunities:
  - id: e-ref
    text: Electronic referral
    owner: IT
    impact: 4
    effort: 2
    business: 3
    by: 2027-03
    link: https://example.org/1
    solves: no-slot
    outcome: {metric: wait, from: 42}
    pilots: {date: 2026-11, n: 12, learned: It works, result: adapted}
  - {id: unplaced, text: Of no step}
"""
FIRST = """
title: First
uses: our.library.yaml
steps:
  - action: Calls
    importance: 5
    perceived: 1
    pains: {pain: no-slot}
    opportunities: [{opportunity: e-ref}, {text: Own, impact: 1, effort: 5}]
    metrics: [{metric: wait, value: 50, as_of: 2026-03}, {metric: wait, value: 42, as_of: 2026-09}]
  - {action: Waits, importance: 5, perceived: 4, pains: {pain: no-slot, severity: 4}}
"""
SECOND = """
title: Second
uses: our.library.yaml
steps:
  - action: Rings
    importance: 4
    perceived: 2
    opportunities: [{opportunity: e-ref, impact: 5}, {text: Done, status: live}]
"""

Build = Callable[..., Table[Any]]


@pytest.fixture
def analyses(tmp_path: Path) -> list[Analysis]:
    texts = {"our.library.yaml": LIBRARY, "a.journey.yaml": FIRST, "b.journey.yaml": SECOND}
    for name, content in texts.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    files = Loader().load([tmp_path]).files
    maps = [files[tmp_path / name].journey_map for name in texts if "journey" in name]
    return [Analysis(journey_map=each) for each in maps if each]


def rows(build: Build, analyses: list[Analysis]) -> list[dict[str, Any]]:
    table = build(*analyses)
    content = json.loads(to_json(table))
    assert content["journeys"] == [each.journey_map.id for each in analyses]
    found: list[dict[str, Any]] = content[table.key]
    return found


SHARED = """
pains: [{id: line, text: Line is busy, severity: 2, probability: 4}]
opportunities: [{id: back, text: Ring back, solves: line}]
"""
CALLS = "title: M\nuses: our.library.yaml\nsteps: [{action: Calls, pains: {pain: line%s}%s}]"


def test_a_pain_that_maps_judge_differently_is_as_grave_as_the_gravest_and_that_is_told(
    tmp_path: Path,
) -> None:
    texts = {
        "our.library.yaml": SHARED,
        "a.journey.yaml": CALLS % ("", ", opportunities: {opportunity: back}"),
        "b.journey.yaml": CALLS % (", severity: 4, probability: 1", ""),
    }
    for name, content in texts.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    asked = Loader().load([tmp_path]).asked
    maps = [file.journey_map for file in asked if file.journey_map]
    (pain,) = rows(pains.build, [Analysis(journey_map=each) for each in maps])
    assert (pain["risk"], pain["severity"], pain["probability"]) == (8, 4, 4)
    assert [(each["journey"], each["severity"]) for each in pain["judged"]] == [("a", 2), ("b", 4)]
    assert pain["opportunities"] == ["back"]
    assert pain["unanswered"] == [{"journey": "b", "step": "calls"}]
    told = " ".join(text(pains.build(*[Analysis(journey_map=each) for each in maps])).split())
    assert "Severity × likelihood: Calls (a) 2 × 4, Calls (b) 4 × 1" in told
    assert "No idea solves it at: Calls (b)" in told
    report = lint_files({**texts}, rules=[pain_without_opportunity])
    assert [each.file.shown for each in report.diagnostics] == ["b.journey.yaml"], "they agree"


def test_a_shared_idea_stands_once_and_pays_at_every_step_that_it_serves(
    analyses: list[Analysis],
) -> None:
    found = {each["id"]: each for each in rows(opportunities.build, analyses)}
    assert list(found) == ["e-ref", "own", "unplaced", "done"]
    shared = found["e-ref"]
    assert [(each["journey"], each["step"]) for each in shared["steps"]] == [
        ("a", "calls"),
        ("a", "waits"),
        ("b", "rings"),
    ]
    pressure = {point.step.id: point.pressure for each in analyses for point in each.leverage}
    expected = 2 * (pressure["calls"] + pressure["waits"]) + 2.5 * pressure["rings"]
    assert shared["payoff"] == pytest.approx(expected)
    assert (shared["impact"], shared["owner"], shared["solves"]) == (5, "IT", ["no-slot"])
    assert [found[name]["payoff"] for name in ("unplaced", "done")] == [None, None]


def test_of_a_single_step_the_payoff_is_that_of_leverage(analyses: list[Analysis]) -> None:
    (own,) = (each for each in rows(opportunities.build, analyses[:1]) if each["id"] == "own")
    (calls,) = (point for point in analyses[0].leverage if point.step.id == "calls")
    assert own["payoff"] == pytest.approx(calls.pressure / 5)


def test_an_outcome_tells_from_where_to_where_and_where_it_stands(
    analyses: list[Analysis],
) -> None:
    (shared,) = (each for each in rows(opportunities.build, analyses) if each["id"] == "e-ref")
    assert shared["outcome"] == {
        "metric": "wait",
        "name": "Wait",
        "unit": "days",
        "from": 42,
        "target": 14,
        "now": 42,
    }
    assert shared["pilots"] == [
        {"date": "2026-11", "n": 12, "learned": "It works", "result": "adapted"}
    ]


def test_csv_names_what_trackers_ask_for(analyses: list[Analysis]) -> None:
    first, *_ = csv.DictReader(io.StringIO(to_csv(opportunities.build(*analyses))))
    assert (first["Summary"], first["Due Date"], first["Labels"]) == (
        "Electronic referral",
        "2027-03-31",
        "a b",
    )
    assert first["Description"].splitlines()[:2] == [
        "Against: No slot",
        "Outcome: Wait: from 42 days, to 14 days, now 42 days",
    ]
    assert first["Outcome"] == "Wait: from 42 days, to 14 days, now 42 days"


def test_a_shared_pain_stands_once_with_its_highest_risk_and_what_answers_it(
    analyses: list[Analysis],
) -> None:
    (pain,) = rows(pains.build, analyses)
    assert (pain["id"], pain["risk"], pain["kind"]) == ("no-slot", 12, "harm")
    assert [each["step"] for each in pain["steps"]] == ["calls", "waits"]
    assert pain["opportunities"] == ["e-ref", "own"]


def test_of_a_metric_the_latest_value_is_held_against_its_target(
    analyses: list[Analysis],
) -> None:
    (measured,) = rows(metrics.build, analyses)
    assert (measured["id"], measured["value"], measured["target"]) == ("wait", 42, 14)
    assert (measured["met"], measured["place"]) == (False, "Calls")
    assert measured["earlier"] == [{"value": 50, "as_of": "2026-03"}]


def test_a_metric_that_is_measured_nowhere_has_no_value(analyses: list[Analysis]) -> None:
    (measured,) = rows(metrics.build, analyses[1:])
    assert (measured["value"], measured["met"]) == (None, None)


def test_evidence_says_where_it_is_named(analyses: list[Analysis]) -> None:
    (talks,) = rows(evidence.build, analyses)
    assert (talks["id"], talks["n"], talks["date"]) == ("talks", 14, "2026-05")
    assert talks["times"] == 1
