"""The axis of emotions goes as far as the feelings do, and says how far that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems

from journeymap.views.kit.emotion_axis import reach
from journeymap.views.kit.scene import Marker
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

MAP = """title: T
personas: [Ana]
steps:
  - {{action: Calls, emotion: {first}}}
  - {{action: Is seen, emotion: {second}}}
"""


@given(st.lists(st.floats(min_value=-2, max_value=2), max_size=5))
def test_every_value_lies_on_the_axis(values: list[float]) -> None:
    low, high = reach(values)
    assert all(low <= value <= high for value in values)
    assert -2 <= low <= -1
    assert 1 <= high <= 2


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        (-1, 1, {"bad", "good"}),
        (0, 0, {"bad", "good"}),
        (-1.5, 1, {"distressed", "good"}),
        (-1, 1.5, {"bad", "delighted"}),
        (-2, 2, {"distressed", "delighted"}),
        (-1, "[relieved, delighted]", {"bad", "delighted"}),
    ],
)
def test_the_axis_names_its_own_ends(first: object, second: object, ends: set[str]) -> None:
    text = MAP.format(first=first, second=second)
    (scene,) = build(analyse(text), ViewOptions(lanes="action,emotion"))
    assert problems(scene) == []
    words = {"distressed", "bad", "neutral", "good", "delighted"}
    at = {text.text: text.baseline for text in scene.texts() if text.text in words and text.x < 150}
    assert set(at) == {"neutral", *ends}
    high, low = sorted(at[each] for each in ends)
    assert high < at["neutral"] < low


def test_mild_feelings_use_the_height_and_stand_at_their_values() -> None:
    heights = {}
    for low, high in ((-1, 1), (-2, 2)):
        (scene,) = build(
            analyse(MAP.format(first=low, second=high)), ViewOptions(lanes="action,emotion")
        )
        marks = [mark for mark in scene.marks if isinstance(mark, Marker) and mark.tooltip]
        heights[high] = abs(marks[0].y - marks[1].y)
    assert heights[1] > 0.7 * heights[2]
