"""How many pages of detail a map takes, and what is on each of them."""

from collections import Counter
from pathlib import Path

import pytest
from tests.views.layout_checker import problems
from tests.views.maps import feelings_of, pages, plain

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.step import Step
from journeymap.views.kit.scene import Curve, Scene
from journeymap.views.kit.theme import LIGHT, PAGES
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet.lanes import PRESETS, Preset
from journeymap.workspace.load import Loader

EXAMPLES = Path(__file__).parents[3] / "examples"
SENTENCE = (
    "Nobody at the desk can say how long it takes and the telephone number on the letter "
    "leads to nobody"
)
"""Twenty words."""


def example(name: str) -> JourneyMap:
    journey_map = Loader().load([EXAMPLES / f"{name}.journey.yaml"]).asked[0].journey_map
    assert journey_map
    return journey_map


def wordy(count: int, a_stage: int) -> JourneyMap:
    """A map of so many steps, so many in a stage, all of whose cells are sentences of 20 words."""
    step = Step(
        action=SENTENCE,
        need={"": SENTENCE},
        channel=("phone",),
        emotion=feelings_of(-1),
        pains=(Pain(text=SENTENCE),),
        opportunities=(Opportunity(text=SENTENCE),),
    )
    names = range(count // a_stage)
    stages = tuple(Stage(name=f"Stage {i}", steps=(step,) * a_stage) for i in names)
    return JourneyMap(journey=Journey(title="Wordy", stages=stages), libraries={})


def detail(journey_map: JourneyMap) -> tuple[Scene, ...]:
    return pages(journey_map, first=FirstPage.LONG)


def counts(scenes: tuple[Scene, ...]) -> list[int]:
    return [sum(box.key.endswith(".action") for box in scene.boxes) for scene in scenes]


def test_nine_steps_of_twenty_words_take_three_pages() -> None:
    scenes = detail(wordy(9, 3))
    assert len(SENTENCE.split()) == 20
    assert counts(scenes) == [3, 3, 3]
    assert [problems(scene) for scene in scenes] == [[], [], []]
    assert len(pages(wordy(9, 3))) == 3
    assert len(detail(wordy(9, 9))) <= 3


def test_twelve_steps_of_the_dental_clinic_take_two_pages() -> None:
    scenes = detail(example("clinica-dental"))
    assert counts(scenes) == [6, 6]
    assert [problems(scene) for scene in scenes] == [[], []]


@pytest.mark.parametrize("name", ["diabetes-care-pathway", "przychodnia", "hotel-stay"])
def test_steps_and_pains_are_at_least_12_points(name: str) -> None:
    scenes = detail(example(name))
    texts = [
        text
        for scene in scenes
        for box in scene.boxes
        if box.key.endswith((".action", ".pains"))
        for text in scene.texts()
        if box.x < text.x < box.right and box.y < text.baseline < box.bottom
    ]
    assert min(text.size for text in texts if not text.text.isdigit()) >= 12


def test_columns_of_several_pages_are_at_least_90_points_wide() -> None:
    scenes = detail(plain(24, 8))
    assert len(scenes) > 1
    assert min(b.width for scene in scenes for b in scene.boxes if b.key.endswith(".action")) >= 90


def test_stages_are_not_broken_where_pages_are_well_filled() -> None:
    assert set(counts(detail(plain(24, 4)))) == {6}


def test_no_page_has_a_single_step_of_a_longer_stage() -> None:
    assert min(counts(detail(plain(28, 1)))) > 1
    journey_map = example("przychodnia")
    stages = {step.id: step.stage.position for step in journey_map.steps}
    scenes = pages(journey_map, size=PAGES["a4"])
    keys = [[box.key.partition(".")[0] for box in scene.boxes] for scene in scenes]
    shown = [Counter(stages[key] for key in {*each} & stages.keys()) for each in keys]
    assert min(count for each in shown for count in each.values()) > 1


def in_ink(scene: Scene) -> list[Curve]:
    """The pieces of the curve beside the title that are on the page."""
    curves = [mark for mark in scene.marks if isinstance(mark, Curve) and mark.colour == LIGHT.ink]
    return [curve for curve in curves if curve.points[0][1] < 60]


def test_a_page_shows_where_in_the_whole_curve_it_is() -> None:
    scenes = detail(plain(24, 4))
    pieces = [in_ink(scene) for scene in scenes]
    assert [len(each) for each in pieces] == [5] * 4
    starts = [each[0].points[0][0] for each in pieces]
    assert starts == sorted(starts)
    (alone,) = pages(plain(3))
    assert in_ink(alone) == []


def test_feelings_are_words_where_curves_would_take_more_pages() -> None:
    brief, curved = detail(example("przychodnia")), pages(example("przychodnia"))
    assert len(brief) < len(curved)
    said = {text.text for scene in brief for text in scene.texts()}
    assert {"zestresowana", "z ulgą", "Ortopeda"} <= said
    axis = "przygnębienie"
    assert axis not in said
    assert axis in {text.text for scene in curved for text in scene.texts()}


def test_what_an_overview_tells_is_not_told_again() -> None:
    journey_map = example("diabetes-care-pathway")
    told = [text.text for scene in detail(journey_map) for text in scene.texts()]
    assert not any(text.startswith("Hears that it is chronic:") for text in told)


def test_rows_stand_at_the_same_height_on_all_pages() -> None:
    scenes = detail(example("hotel-stay"))
    tops = [
        {
            (box.key.rpartition(".")[2], box.y, box.height)
            for box in scene.boxes
            if "." in box.key and ".metric-" not in box.key
        }
        for scene in scenes
    ]
    assert len(tops) > 1
    assert all(each == tops[0] for each in tops)


@pytest.mark.parametrize("name", ["digital-health-plan", "health-plan-member.desired"])
def test_a_row_that_says_nothing_on_a_page_is_left_out_there_and_the_others_fill_it(
    name: str,
) -> None:
    scenes = detail(example(name))
    has_pains = [any(box.key.endswith(".pains") for box in scene.boxes) for scene in scenes]
    told = [any(text.text == "Pains" for text in scene.texts()) for scene in scenes]
    assert told == has_pains
    assert set(told) == {True, False}
    lows = [max(box.bottom for box in scene.boxes if "." in box.key) for scene in scenes]
    assert max(lows) - min(lows) < 1.0
    rows = PRESETS[Preset.WORKSHOP]
    for scene in pages(example(name), lanes=rows):
        assert "Pains" in [text.text for text in scene.texts()]


def test_a_page_of_few_people_has_larger_type_than_the_fullest_one() -> None:
    analysis = Analysis(journey_map=example("clinica-dental"))
    scenes = build(analysis, ViewOptions(view=View.STAKEHOLDERS))
    assert [problem for scene in scenes for problem in problems(scene)] == []
    steps = {text.text: text.size for scene in scenes for text in scene.texts()}
    need, other = steps["tranquila"], steps["abrumada"]
    assert 1.2 * other < need <= 1.4 * other
