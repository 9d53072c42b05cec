"""Every table of every example fits a terminal and keeps its shape in JSON."""

import csv
import io
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion
from tests.analysis.reading import analyse

import journeymap
from journeymap.analysis.analysis import Analysis
from journeymap.analysis.drivers import Driver
from journeymap.cli.show import _SEVERAL, View
from journeymap.tables import explain, leverage
from journeymap.tables.table import Table, to_csv, to_json, to_markdown
from journeymap.terminal.fitted_table import text
from journeymap.words.labels import label
from journeymap.words.reasons import sentence

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.journey.yaml"))
VIEWS = [str(each) for each in View if each is not View.MAP]


def analysis_of(name: str) -> Analysis:
    return analysis_at(EXAMPLES[0].with_name(f"{name}.journey.yaml"))


def analysis_at(path: Path) -> Analysis:
    found = journeymap.load(path).analysis
    assert found
    return found


def built(view: str, analysis: Analysis) -> Table[Any]:
    table = import_module(f"journeymap.tables.{view}").build(analysis)
    assert isinstance(table, Table)
    return table


def data(view: str, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(to_json(built(view, analysis_of(name))))
    return content


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_no_line_is_wider_than_the_terminal(path: Path, view: str, width: int) -> None:
    told = built(view, analysis_at(path))
    lines = text(told, cell_len, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize("view", VIEWS)
def test_text(view: str, snapshot: SnapshotAssertion) -> None:
    told = built(view, analysis_of("diabetes-care-pathway"))
    assert text(told, cell_len, 80) == snapshot


@pytest.mark.parametrize("language", ["clinica-dental", "przychodnia"])
def test_text_in_other_languages(language: str, snapshot: SnapshotAssertion) -> None:
    texts = [text(built(view, analysis_of(language)), cell_len, 100) for view in VIEWS]
    assert "\n".join(texts) == snapshot


@pytest.mark.parametrize("view", VIEWS)
def test_json_begins_with_version_journey_and_view(view: str) -> None:
    content = data(view, "diabetes-care-pathway")
    name = "diabetes-care-pathway"
    of = {"journeys": [name]} if View(view) in _SEVERAL else {"journey": name}
    head = {"version": 1, **of, "view": view}
    assert list(content)[:3] == list(head)
    assert {key: content[key] for key in head} == head


@pytest.mark.parametrize("view", VIEWS)
def test_csv_has_a_line_for_each_row(view: str) -> None:
    told = built(view, analysis_of("diabetes-care-pathway"))
    rows = list(csv.reader(io.StringIO(to_csv(told))))
    assert len(rows) == len(told.items) + 1
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_markdown_is_a_section_with_a_table(view: str) -> None:
    lines = to_markdown(built(view, analysis_of("hotel-stay"))).splitlines()
    assert lines[0].startswith("## ")
    table = [line for line in lines if line.startswith("|")]
    assert len(table) > 2
    assert len({line.count(" | ") for line in table}) == 1


def test_shape_of_flow() -> None:
    content = data("flow", "diabetes-care-pathway")
    assert 0 < content["completion"] < 1
    assert content["completion"] + content["left"] + content["unknown"] == pytest.approx(1)
    step = content["steps"][4]
    assert step["id"] == "books-specialist"
    assert {"completion", "visits", "lost", "gain"} <= step.keys()
    assert step["lost"] == pytest.approx(0.09)


def test_flow_without_shares_says_so() -> None:
    content = data("flow", "ten-minute-workshop")
    assert content["completion"] is None
    assert {step["gain"] for step in content["steps"]} == {None}
    told = text(built("flow", analysis_of("ten-minute-workshop")), cell_len, 80)
    assert "No share is known" in told


def test_shape_of_leverage() -> None:
    point = data("leverage", "diabetes-care-pathway")["points"][2]
    fixed = ["rank", "journey", "path", "stage", "step", "pressure", "ceiling", "payoff"]
    assert list(point)[:12] == [*fixed, "contributions", "unknown", "why", "opportunities"]
    assert (point["rank"], point["step"], point["stage"]) == (3, "is-referred", "primary-care")
    assert point["opportunities"] == ["e-referral", "gp-hotline"]
    assert sum(point["contributions"].values()) == pytest.approx(point["pressure"])


def test_shape_of_channels_and_people() -> None:
    phone = data("channels", "diabetes-care-pathway")["channels"][-1]
    assert (phone["channel"], phone["stages"]["specialty-care"]) == ("phone", ["books-specialist"])
    people = data("stakeholders", "diabetes-care-pathway")["people"]
    shocked = [each for each in people if each["step"] == "hears-diagnosis"]
    assert [(each["person"], each["emotion"]) for each in shocked[:2]] == [
        ("maria", -2),
        ("daughter", -1),
    ]


def test_shape_of_coverage_and_gaps() -> None:
    whole = data("coverage", "diabetes-care-pathway")["stages"][-1]
    assert (whole["id"], whole["steps"], whole["need"]) == (None, 14, 1)
    content = data("gaps", "diabetes-care-pathway")
    assert content["moment_of_truth"] == "is-referred"
    assert content["steps"][3]["gap"] == -5
    assert content["steps"][3]["quadrant"] == "concentrate-here"


def test_points_of_several_maps_are_ranked_together() -> None:
    analyses = [analysis_of("hotel-stay"), analysis_of("przychodnia")]
    points = leverage.ranked(analyses)
    assert [point.rank for point in points] == list(range(1, len(points) + 1))
    pressures = [each.point.pressure for each in points]
    assert pressures == sorted(pressures, reverse=True)
    told = text(leverage.ranking(points, 1), cell_len, 80)
    assert "2 maps" in told
    assert "Map: przychodnia" in told


def test_a_map_that_lacks_something_says_so() -> None:
    told = text(built("leverage", analysis_of("ten-minute-workshop")), cell_len, 100)
    assert "says nothing of: unmet need, expectation gap, flow gain, effort" in told
    assert "pains are not scored" in told  # and not that nothing is said of them
    assert "no idea yet" in told


@pytest.mark.parametrize(
    ("pains", "silent", "unscored"),
    [
        ("", True, False),
        ("pains: Draughty,", False, True),
        ("pains: {text: Draughty, severity: 2},", False, True),
        ("pains: {text: Draughty, severity: 2, probability: 2},", False, False),
    ],
)
def test_of_pains_without_scores_it_is_said_that_they_have_none(
    pains: str, silent: bool, unscored: bool
) -> None:
    journey = analyse(
        f"title: T\npersona: Ann\nsteps:\n  - {{action: Waits, {pains} emotion: -1}}\n"
    )
    told = text(built("leverage", journey), cell_len, 200)
    assert ("hazard" in told.partition("says nothing of")[2].partition("\n")[0]) is silent
    assert ("pains are not scored" in told) is unscored


def test_sorted_by_payoff_points_without_one_come_last() -> None:
    points = leverage.ranked([analysis_of("diabetes-care-pathway")], leverage.Sort.PAYOFF)
    payoffs = [each.point.payoff for each in points]
    known = [payoff for payoff in payoffs if payoff is not None]
    assert known == sorted(known, reverse=True)
    assert payoffs[len(known) :] == [None] * (len(payoffs) - len(known))


def test_a_bar_is_as_long_as_its_pressure_and_ceiling() -> None:
    points = [point for path in EXAMPLES for point in analysis_at(path).leverage]
    assert points
    for point in points:
        bar = leverage.bar(point)
        assert len(bar) == round(point.ceiling / leverage.CELL)
        assert bar.count(leverage.OPEN) == len(bar) - round(point.pressure / leverage.CELL)


def test_each_driver_has_a_shade_of_its_own() -> None:
    assert len(set(leverage.SHADES.values())) == len(Driver)
    assert {cell_len(shade) for shade in leverage.SHADES.values()} == {1}


@pytest.mark.parametrize("step", ["books-specialist", "hears-diagnosis"])
def test_explained(step: str, snapshot: SnapshotAssertion) -> None:
    points = leverage.ranked([analysis_of("diabetes-care-pathway")])
    told = explain.build(next(each for each in points if each.point.step.id == step))
    assert text(told, cell_len, 80) == snapshot
    drivers = json.loads(to_json(told))["drivers"]
    assert all(each["formula"] and each["basis"] and each["needs"] for each in drivers)


@pytest.mark.parametrize("name", ["clinica-dental", "przychodnia"])
def test_an_explanation_is_in_one_language_and_keeps_the_words_of_the_map(name: str) -> None:
    first = leverage.ranked([analysis_of(name)])[0]
    told = explain.build(first)
    assert [column.title for column in told.columns_for()][:5] == [
        "Driver",
        "Value",
        "Weight",
        "Points",
        "Made of",
    ]
    assert " of 100 who come here leave" in told.lines[0]
    assert first.analysis.journey_map.journey.language in {"es", "pl"}
    assert first.point.step.label in told.title
    assert told.head["why"] == sentence(first.point, first.analysis.journey_map) != told.lines[0]


@pytest.mark.parametrize("name", ["clinica-dental", "przychodnia", "diabetes-care-pathway"])
def test_points_are_rounded_alike_wherever_they_are_told(name: str) -> None:
    points = leverage.ranked([analysis_of(name)])
    language = leverage.language_of([points[0].analysis])
    assert points
    listed = {column.title: column for column in leverage.ranking(points).columns}
    for each in points:
        explained = next(column for column in explain.build(each).columns if column.key == "points")
        for driver in Driver:
            column = listed[label(driver, language)]
            assert explained.cell(driver) == column.cell(each)
