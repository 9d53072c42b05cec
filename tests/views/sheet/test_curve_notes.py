"""Notes at the curve: words of feelings, thoughts and gains, where there is room."""

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems

from journeymap.views.kit.glyphs import SPAN
from journeymap.views.kit.scene import Curve, Marker
from journeymap.views.kit.theme import LIGHT
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

MAP = """title: T
personas: [Ana]
steps:
  - action: Calls
    emotion: frustrated
    thought: Nobody answers.
    gains: [A human voice]
  - {action: Is seen, emotion: delighted, thought: {long}}
"""
LONG = "A thought that goes on and on " * 30


def words(lanes: str = "action,emotion") -> str:
    text = MAP.replace("{long}", LONG)
    (scene,) = build(analyse(text), ViewOptions(lanes=lanes))
    assert problems(scene) == []
    return " ".join(text.text for text in scene.texts())


def test_what_is_felt_thought_and_goes_well_stands_at_the_curve() -> None:
    said = words()
    assert "frustrated" in said
    assert "“Nobody answers.”" in said
    assert "Goes well: A human voice" in said
    assert "“A thought that goes on" in said  # there is no room for all of it, and it shows
    assert "…" in said
    assert LONG.strip() not in said


SHORT, MUCH = "Quick", "The very same answer is in her mail within the hour " * 6


@pytest.mark.parametrize(
    ("gains", "told"),
    [  # of three steps, none of which has a row for it
        ((SHORT, SHORT, SHORT), 3),
        ((SHORT, MUCH, SHORT), 3),
        ((SHORT, "", MUCH), 2),
        ((MUCH, MUCH, MUCH), 0),  # nobody takes it that nothing goes well: none is told
        (("", "", ""), 0),
    ],
)
@pytest.mark.parametrize("felt", [True, False])
def test_what_goes_well_is_told_at_every_step_or_at_none(
    gains: tuple[str, ...], told: int, felt: bool
) -> None:
    steps = "".join(
        f"  - {{action: S{i}, {'' if i == 1 and not felt else 'emotion: 1, '}gains: [{gain}]}}\n"
        for i, gain in enumerate(gains)
    )
    found = analyse(f"title: T\npersona: Ana\nsteps:\n{steps}")
    (scene,) = build(found, ViewOptions(lanes="action,emotion"))
    assert problems(scene) == []
    texts = [text for text in scene.texts() if text.text.startswith("Goes well:")]
    assert len(texts) == told
    assert sum("very same" in text.tooltip for text in texts) == (gains.count(MUCH) if told else 0)


def test_what_a_row_tells_is_not_told_twice() -> None:
    said = words("action,emotion,thought,gains")
    assert said.count("“Nobody answers.”") == 1
    assert said.count("A human voice") == 1
    assert "Goes well:" not in said


def test_a_point_on_another_one_is_named_and_a_bar_covers_nobody() -> None:
    found = analyse("""title: T
personas: [Ana, Ben]
steps:
  - {action: Calls, emotion: {Ana: -1, Ben: -1}}
  - {action: Is seen, emotion: {Ana: [relieved, ashamed], Ben: relieved}}
""")
    (scene,) = build(found, ViewOptions(lanes="action,emotion"))
    assert problems(scene) == []
    assert {"Ana", "Ben"} <= {text.text for text in scene.texts()}
    bars = [mark for mark in scene.marks if isinstance(mark, Curve) and mark.width == SPAN]
    points = [mark.x for mark in scene.marks if isinstance(mark, Marker) and mark.tooltip]
    on_panel = [bar for bar in bars if bar.points[0][1] < max(box.bottom for box in scene.boxes)]
    assert on_panel
    assert all(abs(bar.points[0][0] - x) > SPAN for bar in on_panel for x in points)


TWO = """title: T
personas: [Ana]
stakeholders: [Ben]
steps:
  - {{action: Calls, emotion: {{Ana: {ana}, Ben: {ben}}}}}
  - {{action: Is seen, emotion: delighted}}
  - {{action: Goes home, emotion: calm}}
"""


@pytest.mark.parametrize(("ana", "ben"), [("sad", "delighted"), ("delighted", "sad")])
def test_words_of_a_second_person_stand_at_the_point_and_in_its_colour(ana: str, ben: str) -> None:
    (scene,) = build(analyse(TWO.format(ana=ana, ben=ben)), ViewOptions(lanes="action,emotion"))
    assert problems(scene) == []
    told = {text.text: text for text in scene.texts()}
    hers, his = told[f"Ana: {ana}"], told[f"Ben: {ben}"]
    assert his.colour == LIGHT.curves[1]
    assert hers.colour == LIGHT.feeling(2 if ana == "delighted" else -2)
    found = [mark for mark in scene.marks if isinstance(mark, Marker) and mark.tooltip]
    at = {mark.tooltip: mark for mark in found}
    his_point, her_point = at[f"Ben: {ben}"], at[f"Ana: {ana}"]
    assert abs(his.baseline - his_point.y) < abs(his.baseline - her_point.y)
    assert abs(hers.baseline - her_point.y) < abs(hers.baseline - his_point.y)
