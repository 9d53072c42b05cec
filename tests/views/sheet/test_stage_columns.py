"""Steps alone as columns of stages, people at one place, and nothing of what is not there."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.layout_checker import problems
from tests.views.maps import phrase

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.coverage import Aspect
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Pain
from journeymap.model.step import Moment, Step
from journeymap.views.kit.scene import Box, Marker, Scene, Shape
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet.lanes import DEFAULT


def of(*stages: Stage, **fields: object) -> Analysis:
    journey = Journey.model_validate({"title": "T", "persona": ("Ann",), "stages": stages} | fields)
    return Analysis(journey_map=JourneyMap(journey=journey, libraries={}))


def drawn(analysis: Analysis, lanes: str = "", size: str = "16:9") -> tuple[Scene, ...]:
    scenes = build(analysis, ViewOptions(size=size, lanes=lanes or DEFAULT))
    assert [problem for scene in scenes for problem in problems(scene)] == []
    return scenes


def words(scenes: tuple[Scene, ...]) -> str:
    return " ".join(text.text for scene in scenes for text in scene.texts())


def boxes(scene: Scene, ends: str) -> list[Box]:
    return [box for box in scene.boxes if box.key.endswith(ends)]


def stages(*actions: tuple[str, ...]) -> Iterator[Stage]:
    for number, names in enumerate(actions):
        yield Stage(name=f"Stage {number}", steps=tuple(Step(action=name) for name in names))


def test_steps_alone_stand_below_their_stages_which_go_from_left_to_right() -> None:
    (scene,) = drawn(of(*stages(("Asks", "Waits"), ("Comes",), ("Pays", "Leaves", "Returns"))))
    heads = [next(box for box in scene.boxes if box.key == f"stage-{i}") for i in (1, 2, 3)]
    assert [head.x for head in heads] == sorted({head.x for head in heads})
    below = [[box for box in boxes(scene, ".action") if box.x == head.x] for head in heads]
    assert [len(cards) for cards in below] == [2, 1, 3]
    for cards in below:
        assert [card.y for card in cards] == sorted({card.y for card in cards})


def test_moments_stay_with_steps_alone() -> None:
    told = (*stages(("Asks",)), Stage(name="B", steps=(Step(action="C", moment=(Moment.TRUTH,)),)))
    (scene,) = drawn(of(*told))
    assert "moment of truth" in words((scene,))


@given(
    st.lists(st.tuples(phrase(3), st.lists(phrase(8), max_size=9)), min_size=2, max_size=9),
    st.sampled_from(["16:9", "4:3", "a4"]),
)
def test_any_steps_alone_are_laid_out_soundly(
    groups: list[tuple[str, list[str]]], size: str
) -> None:
    told = (
        Stage(name=name, steps=tuple(Step(action=action) for action in actions))
        for name, actions in groups
    )
    scenes = drawn(of(*told), size=size)
    count = sum(len(actions) for _, actions in groups)
    assert sum(len(boxes(scene, ".action")) for scene in scenes) == count


def test_the_curve_alone_lists_no_numbers() -> None:
    low = {"": Feeling(value=-2, written="lost")}
    hurt = Pain(text="Hurts", severity=4, probability=4)
    step = Step(action="Waits", emotion=low, pains=(hurt,))
    analysis = of(Stage(name="A", steps=(step, step)))
    assert "where a change is needed most" in words(drawn(analysis))
    assert "where a change is needed most" not in words(drawn(analysis, "emotion"))


def test_not_filled_in_is_said_of_workshops_alone_and_never_of_what_is_offstage() -> None:
    hidden = Step(action="Files it", offstage=True)
    told = of(Stage(name="A", steps=(Step(action="Calls", need={"": "Help"}), hidden)))
    (scene,) = drawn(told)
    assert "not filled in" not in words((scene,))
    assert not [box for box in scene.boxes if box.dashed]
    (scene,) = drawn(told, "workshop")
    assert "not filled in" in words((scene,))
    open_ = {box.key for box in scene.boxes if box.dashed}
    assert "calls.channel" in open_
    assert {key for key in open_ if key.startswith("files-it")} == {
        "files-it.opportunities", "files-it.questions",
    }  # fmt: skip


def test_coverage_asks_nothing_of_what_is_offstage() -> None:
    steps = (Step(action="Calls", need={"": "Help"}), Step(action="Files it", offstage=True))
    whole = of(Stage(name="A", steps=steps)).coverage.whole
    assert (whole.share(Aspect.NEED), whole.share(Aspect.CHANNEL)) == (1.0, 0.0)
    pained = steps[1].model_copy(update={"pains": (Pain(text="Slow"),)})
    whole = of(Stage(name="A", steps=(steps[0], pained))).coverage.whole
    assert whole.share(Aspect.PAIN) == 0.5
    assert of(Stage(name="A", steps=(steps[1],))).coverage.whole.share(Aspect.NEED) is None


@pytest.mark.parametrize("other", [-1.0, 1.0])
def test_points_of_several_people_stand_at_one_place_and_none_is_hidden(other: float) -> None:
    felt = {"": Feeling(value=-1, written="low"), "son": Feeling(value=other, written="so")}
    calls = Step(action="Calls", emotion=felt)
    (scene,) = drawn(of(Stage(name="A", steps=(calls, Step(action="B")))), "action,emotion")
    marks = [mark for mark in scene.marks if isinstance(mark, Marker)]
    face = next(mark for mark in marks if mark.tooltip.endswith("low"))
    son = next(mark for mark in marks if mark.tooltip.endswith("so"))
    assert (son.shape, son.x) == (Shape.CIRCLE, face.x)
    assert (son.size > face.size) == (other < 0), "it lies around a face at the same height"
    assert marks.index(son) < marks.index(face)


@pytest.mark.parametrize("view", ["map", "flow", "focus", "overview"])
def test_a_title_of_any_length_is_whole(view: str) -> None:
    title = " ".join(f"word{number}" for number in range(70))
    step = Step(action="Calls", emotion={"": Feeling(value=1, written="fine")})
    analysis = of(Stage(name="A", steps=(step, step)), title=title)
    scenes = build(analysis, ViewOptions(view=view))
    assert [problem for scene in scenes for problem in problems(scene, 9.5)] == []
    assert title in words(scenes)
