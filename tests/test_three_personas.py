"""A map of three personas, in three languages: linted, told in tables, drawn in every view."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.views.layout_checker import problems

from journeymap import Drawing, Format, Subject, render
from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import JourneyMap
from journeymap.tables import flow, leverage, stakeholders, time
from journeymap.tables.table import to_json
from journeymap.terminal.map_lines import build as lines_of
from journeymap.testing import TODAY, lint_files
from journeymap.views.errors import NothingToShowError
from journeymap.views.kit.theme import MINIMUM
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet.cell_texts import WORDS
from journeymap.views.sheet.lanes import Lane
from journeymap.views.tailored_map import seen_by
from journeymap.words.whose import for_one, of_takers
from journeymap.workspace.load import Loader

PATH = Path(__file__).parent / "journeys" / "damp-flat.journey.yaml"
LANGUAGES = ("en", "es", "pl")


def damp(language: str = "en") -> JourneyMap:
    journey_map = Loader().load([PATH]).asked[0].journey_map
    assert journey_map
    journey = journey_map.journey.model_copy(update={"language": language})
    return replace(journey_map, journey=journey)


def test_it_is_a_valid_map_and_its_findings_say_of_whom_they_are() -> None:
    report = lint_files({PATH.name: PATH.read_text("utf-8")}, today=TODAY)
    assert [each.message for each in report.diagnostics if each.severity == "error"] == []
    lows = [str(each.message) for each in report.diagnostics if each.rule.code == "JM302"]
    assert lows == [], "a need, a wait or a rating says why"
    back = [str(each.message) for each in report.diagnostics if each.rule.code == "JM406"]
    assert [each.partition(":")[0] for each in back] == ["Wilma", "Dan, Ruth"]
    assert back[1].endswith("1.08 times on average; Wilma: 1.25")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_told_in_tables_and_in_the_terminal(language: str) -> None:
    analysis = Analysis(journey_map=damp(language))
    told = " ".join((*flow.build(analysis).lines, *time.build(analysis).lines))
    assert {"Dan:", "Ruth:", "Wilma:"} < set(told.split())
    assert len(stakeholders.build(analysis).items) > len(analysis.journey_map.steps)
    assert leverage.ranked([analysis], leverage.Sort.PRESSURE)[0].point.step.id == "reports"
    shown = "\n".join(
        "".join(run.text for run in line) for line in lines_of(analysis.journey_map, 80, len)
    )
    assert "Dan 3\u00a0%, Ruth 6\u00a0%, Wilma 24\u00a0%" in shown.replace("\n", " ")


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_laid_out_soundly(view: View, language: str) -> None:
    journey_map = damp(language)
    options = ViewOptions(view=view, against=journey_map)
    try:
        scenes = build(Analysis(journey_map=journey_map), options)
    except NothingToShowError:
        assert view in {View.LADDER, View.CYCLE}
        return
    assert scenes
    least = 9.5 if view is View.OVERVIEW else MINIMUM
    assert [problem for scene in scenes for problem in problems(scene, least)] == []


@pytest.mark.parametrize("who", ["dan", "ruth", "wilma"])
def test_the_picture_of_one_shows_no_pain_of_another(who: str) -> None:
    (first, *_), words = build(Analysis(journey_map=seen_by(damp(), who)), ViewOptions()), ""
    words = " ".join(text.text for text in first.texts())
    assert ("menus" in words) is (who == "ruth")
    assert "Ruth: Seven" not in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", [View.MAP, View.FLOW, View.FOCUS, View.STAKEHOLDERS])
def test_the_picture_of_one_says_at_its_foot_what_is_everybodys(view: View, language: str) -> None:
    subject = Subject(journey_map=damp(language))
    (page, *_) = render([subject], Drawing(view=view, person="ruth", form=Format.SVG)).files
    said = for_one(damp(language), "ruth")
    assert said.partition(".")[0] in " ".join(page.decode().split())
    (whole, *_) = render([subject], Drawing(view=view, form=Format.SVG)).files
    assert said.partition(".")[0] not in " ".join(whole.decode().split())


def test_deadlines_are_told_of_each_where_they_differ() -> None:
    path = Path(__file__).parents[1] / "examples" / "asthma-after-attack.journey.yaml"
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    table = time.build(Analysis(journey_map=journey_map))
    told = [line for line in table.lines if "Too late" in line]
    assert [line.partition(":")[0] for line in told] == ["Noah", "Irena"]
    each = json.loads(to_json(table))["of_each"]
    assert [one["deadlines"][0]["low"] for one in each.values()] == [9, 6]


def test_the_curve_of_the_focus_names_whose_it_is() -> None:
    (scene,) = build(Analysis(journey_map=damp()), ViewOptions(view=View.FOCUS))
    assert "Dan, 34" in [text.text for text in scene.texts()]
    (alone,) = build(Analysis(journey_map=seen_by(damp(), "dan")), ViewOptions(view=View.FOCUS))
    assert "Dan, 34" not in [text.text for text in alone.texts()]


def test_what_each_expected_and_what_all_need_is_told_apart_from_what_is_everybodys() -> None:
    journey_map = damp()
    reports, visited = journey_map.steps[1], journey_map.steps[4]
    assert WORDS[Lane.EXPECTED](journey_map, reports) == (
        "Dan: expected 4, was 4",
        "Ruth: expected 4, was 2",
        "Wilma: expected 3, was 1",
    )
    own = journey_map.by_person(visited.step.need, visited)
    assert of_takers(journey_map, visited, own.__getitem__)[0] == "Dan: A slot after six"
    assert of_takers(journey_map, reports, lambda _: "To be believed") == ("To be believed",)
    only_some = of_takers(journey_map, reports, lambda who: "Quiet" if who == "ruth" else "")
    assert only_some == ("Ruth: Quiet",), "what one says is not everybody's"


def test_the_comparison_of_two_maps_is_that_of_the_protagonist() -> None:
    journey_map = damp()
    options = ViewOptions(view=View.COMPARE, against=journey_map)
    words = " ".join(
        text.text
        for scene in build(Analysis(journey_map=journey_map), options)
        for text in scene.texts()
    )
    assert "to a dry wall (only Dan)" in words
    assert "neighbour" not in words, "what happens to Wilma alone"
