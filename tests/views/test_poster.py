"""Posters: a map on the wall, with whose it is, what is measured, and what it rests on."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.maps import journeys, plain

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import JourneyMap
from journeymap.views.kit.page_sizes import is_sheet, page_of
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import LIGHT, PAGES
from journeymap.views.names import FirstPage
from journeymap.views.options import ViewOptions
from journeymap.views.registry import draw
from journeymap.workspace.load import Loader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.journey.yaml"))
LEAST = {"a3": 7.5, "a0": 20.0}
"""Smallest type of a poster, in points."""


def loaded(path: Path) -> JourneyMap:
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    return journey_map


def poster(journey_map: JourneyMap, size: str = "a3", lanes: str = "") -> tuple[Scene, ...]:
    options = ViewOptions(size=size, first=FirstPage.LONG)
    if lanes:
        options = ViewOptions(size=size, lanes=lanes, first=FirstPage.LONG)
    return draw(Analysis(journey_map=journey_map), options)


def words(scenes: tuple[Scene, ...]) -> str:
    said = " ".join(text.text for scene in scenes for text in scene.texts())
    return said.replace("\u00a0", " ")


def boxes(scenes: tuple[Scene, ...]) -> set[str]:
    return {box.key.rpartition(".")[2] for scene in scenes for box in scene.boxes if box.key}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("size", LEAST)
def test_an_example_is_one_sound_page(path: Path, size: str) -> None:
    scenes = poster(loaded(path), size)
    assert [problems(scene, LEAST[size]) for scene in scenes] == [[]]
    assert (scenes[0].width, scenes[0].height) == (PAGES[size].width, PAGES[size].height)
    assert len({text.size for text in scenes[0].texts()}) <= 6  # with badges and initials


@pytest.mark.parametrize(
    ("name", "least"),
    [("ten-minute-workshop", 10.0), ("hotel-stay", 9.75), ("health-plan-member", 8.75)],
)
def test_type_on_a_sheet_is_as_large_as_one_page_holds(name: str, least: float) -> None:
    (scene,) = poster(loaded(next(path for path in EXAMPLES if path.name.startswith(f"{name}.j"))))
    assert min(text.size for text in scene.texts()) == pytest.approx(least)


def test_what_is_measured_at_a_narrow_stage_stands_whole() -> None:
    scenes = poster(loaded(EXAMPLES[0].with_name("customer-lifecycle.journey.yaml")))
    assert "Owners who come for service: 82 %, target 80 % met (assumed)" in words(scenes)
    assert "…" not in words(scenes)


def test_a_poster_shows_what_a_slide_leaves_out() -> None:
    journey_map = loaded(EXAMPLES[0].with_name("diabetes-care-pathway.journey.yaml"))
    shown = {"thought", "backstage", "gains", "evidence", "goals", "frustrations", "behaviours"}
    scenes = poster(journey_map)
    assert shown <= boxes(scenes)
    said = words(scenes)
    assert "“I heard one word, and after that I heard nothing.”" in said
    assert "María, 58" in said
    assert "newly diagnosed, living with family" in said
    assert "1 Figures assumed by the team, Oct 2026" in said
    (slide,) = draw(
        Analysis(journey_map=journey_map), ViewOptions(first=FirstPage.LONG, page=2)
    )  # fmt: skip
    assert not shown & boxes((slide,))


def test_metrics_stand_at_their_stage_and_missed_ones_are_red() -> None:
    (scene,) = poster(loaded(EXAMPLES[0].with_name("diabetes-care-pathway.journey.yaml")))
    stages = {
        box.tooltip: box
        for box in scene.boxes
        if box.key.startswith("stage-") and "." not in box.key
    }
    texts = list(scene.texts())
    wait = next(text for text in texts if text.text.startswith("Wait for a first appointment"))
    kept = next(text for text in texts if text.text.startswith("First symptom to first visit"))
    assert (wait.colour, kept.colour) == (LIGHT.low, LIGHT.ink)
    for text, name in ((wait, "Specialty care"), (kept, "First symptoms")):
        assert stages[name].x < text.x < stages[name].right
        assert text.baseline > stages[name].bottom


def test_a_metric_that_its_stage_has_a_value_of_is_not_told_again_at_steps() -> None:
    text = """title: T
metrics: [{id: slept, name: Slept well, target: 8}, {id: late, name: Came late, target: 2}]
stages:
  - name: Stay
    metrics: [{metric: slept, value: 9}, late]
    steps:
      - {action: Checks in, metrics: [slept, late]}
      - {action: Sleeps, metrics: [slept, {metric: late, value: 3}]}
"""
    told = words(poster(analyse(text).journey_map))
    assert told.count("Slept well") == 1
    assert told.count("Came late") == 3


def test_the_name_of_a_fact_of_a_persona_stands_with_it() -> None:
    for width in range(6, 30):
        facts = " ".join(["word"] * width)
        persona = f"{{id: ana, name: Ana, segment: {facts}, demographics: {{age: 34}}}}"
        text = f"title: T\npersona: ana\npersonas: [{persona}]\nsteps: [Calls, Goes]\n"
        (scene,) = poster(analyse(text).journey_map)
        assert not any(line.text.endswith(":") for line in scene.texts())


def test_the_evidence_of_a_step_is_told_by_numbers() -> None:
    journey_map = loaded(EXAMPLES[0].with_name("asthma-after-attack.journey.yaml"))
    (scene,) = poster(journey_map)
    cell = next(box for box in scene.boxes if box.key == "is-treated.evidence")
    assert cell.tooltip == "1 · 2 · 3"
    assert "2 Diaries of patients (11 diaries), Jun 2026" in words((scene,))


def test_two_personas_have_a_card_each() -> None:
    journey_map = loaded(EXAMPLES[0].with_name("asthma-after-attack.journey.yaml"))
    (scene,) = poster(journey_map)
    cards = {box.key: box for box in scene.boxes if box.key in {"persona-1", "persona-2"}}
    assert len(cards) == 2
    assert cards["persona-1"].right < cards["persona-2"].x


def test_rows_that_are_asked_for_stand_alone() -> None:
    journey_map = loaded(EXAMPLES[0].with_name("przychodnia.journey.yaml"))
    scenes = poster(journey_map, lanes="action,pains")
    rows = boxes(scenes)
    assert {"action", "pains", "goals"} <= rows
    assert not {"backstage", "evidence", "thought"} & rows
    assert problems(scenes[0], LEAST["a3"]) == []


def test_a_map_that_no_sheet_holds_goes_on_to_further_ones() -> None:
    scenes = poster(plain(60, 12))
    assert len(scenes) > 1
    assert [problems(scene, LEAST["a3"]) for scene in scenes] == [[] for _ in scenes]
    assert sum(box.key.endswith(".action") for scene in scenes for box in scene.boxes) == 60


def test_only_pages_as_large_as_a3_are_posters() -> None:
    assert all(map(is_sheet, (PAGES["a3"], PAGES["a0"], page_of("420x297mm"))))
    assert not any(map(is_sheet, (PAGES["16:9"], PAGES["a4"], page_of("1300x500pt"))))


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(journeys(20), st.sampled_from(["a3", "a0"]))
def test_any_map_is_a_sound_poster(journey_map: JourneyMap, size: str) -> None:
    scenes = poster(journey_map, size)
    assert scenes
    assert [problem for scene in scenes for problem in problems(scene, 7.5)] == []


def test_all_rows_of_a_long_map_stand_on_several_sheets() -> None:
    journey_map = loaded(EXAMPLES[0].with_name("przychodnia.journey.yaml"))
    scenes = draw(Analysis(journey_map=journey_map), ViewOptions(size="a3", lanes="full"))
    assert [problem for scene in scenes for problem in problems(scene, LEAST["a3"])] == []
    assert len(scenes) > 1


def test_an_assumed_wait_behind_the_last_step_says_so_and_never_about() -> None:
    scenes = poster(loaded(EXAMPLES[0].with_name("customer-lifecycle.journey.yaml")))
    assert "5 years (assumed)" in words(scenes)
    assert "≈" not in words(scenes)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_readings_of_each_stage_stand_on_its_pages(path: Path) -> None:
    journey_map = loaded(path)
    scenes = draw(Analysis(journey_map=journey_map), ViewOptions(first=FirstPage.NEVER))
    lacking = [
        stage.label
        for stage in journey_map.stages
        for count in [len(stage.stage.metrics)]
        for scene in scenes
        for keys in [{box.key for box in scene.boxes}]
        if f"stage-{stage.position + 1}" in keys and count
        if f"stage-{stage.position + 1}.metric-{count}" not in keys
    ]
    assert scenes
    assert lacking == []
