"""Goals of stages and what is measured there, below the names of stages; signs of moments."""

import re
from itertools import combinations
from pathlib import Path

from tests.analysis.reading import analyse
from tests.views.layout_checker import problems

from journeymap.model.step import Moment
from journeymap.views.kit import glyphs
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import LIGHT
from journeymap.views.names import FirstPage
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

LONG = Path(__file__).parents[3] / "examples" / "customer-lifecycle.journey.yaml"
AFTER = ViewOptions(first=FirstPage.LONG)
"""Pages behind an overview."""
MAP = """title: T
personas: [Ana]
metrics: [{id: wait, name: Wait, kind: duration, unit: days, target: 14}, {id: done, name: Done}]
evidence: [{id: survey, kind: survey, n: 200}]
based_on: [survey]
stages:
  - name: Before
    goal: Know who helps
    metrics: [{metric: wait, value: 30}, {metric: done, value: 5}]
    steps: [{action: Calls, emotion: -1, pains: [{pain}]}, {action: Waits, emotion: -2}]
  - name: After
    goal: {goal}
    steps: [{action: Pays, emotion: 1, moment: first-impression}]
"""


def drawn(goal: str = "Be well", pain: str = "Slow", **options: object) -> Scene:
    text = MAP.replace("{goal}", goal).replace("{pain}", pain)
    (scene,) = build(analyse(text), ViewOptions(**options))  # type: ignore[arg-type]
    assert problems(scene) == []
    return scene


def test_goals_and_readings_stand_below_the_names_of_stages() -> None:
    scene = drawn()
    tops = {text.text: text.baseline for text in scene.texts()}
    assert (
        tops["Before"] < tops["Know who helps"] < tops["Wait: 30\u00a0days → target 14\u00a0days"]
    )
    assert tops["After"] < tops["Be well"] < tops["Calls"]
    chips = {box.tooltip: box.stroke for box in scene.boxes if ".metric-" in box.key}
    assert chips == {"Wait: 30\u00a0days → target 14\u00a0days": LIGHT.low, "Done: 5": None}


def test_readings_of_all_stages_begin_at_one_height_and_are_as_high_as_each_other() -> None:
    two = MAP.replace("goal: {goal}", "goal: {goal}\n    metrics: [{metric: done, value: 7}]")
    text = two.replace("{goal}", "Get well " * 12).replace("{pain}", "Slow")
    (scene,) = build(analyse(text), ViewOptions())
    assert problems(scene) == []
    chips = [box for box in scene.boxes if ".metric-" in box.key]
    assert len(chips) == 3
    assert len({(round(box.y, 3), round(box.height, 3)) for box in chips}) == 1


def test_on_a_full_page_the_goal_stands_beside_the_name_and_a_long_one_gives_way() -> None:
    bare = MAP.replace("    metrics: [{metric: wait, value: 30}, {metric: done, value: 5}]\n", "")
    text = bare.replace("{pain}", "It takes so long. " * 46).replace("{goal}", "Get well " * 30)
    (full,) = build(analyse(text), ViewOptions())
    assert problems(full) == []
    tops = {text.text: text.baseline for text in full.texts()}
    assert abs(tops["Before"] - tops["Know who helps"]) < 2
    assert not [words for words in tops if words.startswith("Get well")]


def test_readings_give_way_on_no_page_however_full() -> None:
    for count in (1, 20, 46):
        full = drawn(pain="It takes so long. " * count, goal="Get well " * 30)
        chips = {box.tooltip for box in full.boxes if ".metric-" in box.key}
        assert chips == {"Wait: 30\u00a0days → target 14\u00a0days", "Done: 5"}


def test_a_workshop_has_no_room_for_them() -> None:
    assert "Be well" not in {text.text for text in drawn(lanes="workshop").texts()}


def test_each_moment_has_a_sign_of_its_own_that_the_legend_explains() -> None:
    assert "first impression" in {text.text for text in drawn().texts()}
    looks = [str(glyphs.moment((0, 0), kind, LIGHT)) for kind in Moment]
    points = [
        str([glyphs.point((0, 0), LIGHT.low, LIGHT, hollow=hollow)]) for hollow in (True, False)
    ]
    assert all(one != other for one, other in combinations([*looks, *points], 2))


def test_readings_cost_no_page_behind_an_overview() -> None:
    lines = LONG.read_text(encoding="utf-8").splitlines(keepends=True)
    gone = ("journeymap: 1", "counts: completed")
    text = "".join(line for line in lines if not any(words in line for words in gone))
    bare = re.sub(r"(?m)^ {4}metrics:.*\n(?: {6}.*\n)*", "", text)
    assert bare.count("metrics:") < text.count("metrics:")
    with_readings, without = (len(build(analyse(each), AFTER)) for each in (text, bare))
    assert with_readings == without > 2
