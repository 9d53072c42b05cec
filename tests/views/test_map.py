"""The map view: what it says, and that nothing is clipped, overlapping or tiny."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.views.layout_checker import problems
from tests.views.maps import journeys, plain

from journeymap.model.fields import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.map import JourneyMap
from journeymap.model.pains import Pain
from journeymap.model.step import Step
from journeymap.model.vocabulary import Evidence, EvidenceKind
from journeymap.views.columns import share
from journeymap.views.content import Lane
from journeymap.views.map import build
from journeymap.views.scene import Box, Curve, Marker, Scene, Shape
from journeymap.views.theme import LIGHT, PAGES, Page
from journeymap.workspace.load import Loader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.journey.yaml"))


def of(*steps: Step, **fields: object) -> JourneyMap:
    journey = Journey.model_validate(
        {"title": "T", "stages": (Stage(name="All", steps=steps),), **fields}
    )
    return JourneyMap(journey=journey, libraries={})


def words(scenes: tuple[Scene, ...]) -> str:
    return " ".join(text.text for scene in scenes for text in scene.texts())


def feels(value: float, **more: float) -> dict[str, Feeling]:
    every = {"": value, **more}
    return {who: Feeling(value=v, written=str(v)) for who, v in every.items()}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(journeys(), st.sampled_from(sorted(PAGES)))
def test_any_map_is_laid_out_soundly(journey_map: JourneyMap, size: str) -> None:
    scenes = build(journey_map, page=PAGES[size])
    assert scenes
    for scene in scenes:
        assert problems(scene) == []
        assert len({text.size for text in scene.texts()}) <= 4


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("size", PAGES)
def test_examples_are_laid_out_soundly(path: Path, size: str) -> None:
    journey_map = Loader().load([path]).asked[0].map
    assert journey_map
    scenes = build(journey_map, page=PAGES[size])
    assert [problems(scene) for scene in scenes] == [[] for _ in scenes]
    assert len(scenes) <= (3 if size != "4:3" else 6)


@pytest.mark.parametrize("count", [1, 2, 3, 12])
def test_a_small_map_is_one_page_with_large_type(count: int) -> None:
    (scene,) = build(plain(count))
    assert max(text.size for text in scene.texts() if not text.bold) >= (14 if count < 4 else 11)
    cells = [box for box in scene.boxes if box.key.endswith(".need")]
    assert len(cells) == count
    assert max(box.width for box in cells) <= 20 * 16
    assert max(box.bottom for box in scene.boxes) > scene.height * 0.85


def test_thirty_steps_go_on_at_stage_boundaries() -> None:
    scenes = build(plain(30, 5))
    assert len(scenes) > 1
    counts = [sum(box.key.endswith(".action") for box in scene.boxes) for scene in scenes]
    assert sum(counts) == 30
    assert all(count % 6 == 0 for count in counts)
    assert max(counts) - min(counts) <= 6
    assert scenes[0].title == f"A plain map (1 of {len(scenes)})"
    assert "(continued)" not in words(scenes)


def test_a_stage_that_no_page_holds_is_continued() -> None:
    scenes = build(plain(40, 1))
    assert len(scenes) > 1
    assert all("(continued)" in words((scene,)) for scene in scenes[1:])
    counts = [sum(box.key.endswith(".action") for box in scene.boxes) for scene in scenes]
    assert max(counts) - min(counts) <= 1


def test_every_page_has_title_and_legend() -> None:
    for scene in build(plain(30, 5)):
        assert "A plain map" in words((scene,))
        assert "rests on assumptions" in words((scene,))


def test_labels_follow_the_map() -> None:
    step = Step(action="Llama", pains=(Pain(text="Espera"),), emotion=feels(1))
    assert "Problemas" in words(build(of(step, language="es")))
    assert "Problemy" in words(build(of(step, language="pl")))
    assert "Pains" in words(build(of(step, language="de")))


def test_lanes_that_say_nothing_are_left_out_unless_asked_for() -> None:
    found = of(Step(action="Calls"))
    assert "Pains" not in words(build(found))
    assert "Emotion" not in words(build(found))
    assert "Pains" in words(build(found, lanes=(Lane.ACTION, Lane.PAINS)))


def test_what_rests_on_assumptions_is_hollow() -> None:
    evidence = (
        Evidence(id="talks", kind=EvidenceKind.INTERVIEW),
        Evidence(id="guess", kind=EvidenceKind.ASSUMPTION),
    )
    found = of(
        Step(action="One", emotion=feels(1), evidence=("talks",)),
        Step(action="Two", emotion=feels(1), evidence=("guess",)),
        Step(action="Three", emotion=feels(1)),
        evidence=evidence,
    )
    (scene,) = build(found)
    faces = [m for m in scene.marks if isinstance(m, Marker) and m.tooltip]
    assert [face.fill == LIGHT.page for face in faces] == [False, True, True]
    assert "rests on assumptions" in words((scene,))
    (solid,) = build(of(Step(action="One", emotion=feels(1)), evidence=evidence[:1],
                        based_on=("talks",)))  # fmt: skip
    assert "rests on assumptions" not in words((solid,))


def test_a_missing_value_is_bridged_by_a_broken_line() -> None:
    (scene,) = build(
        of(
            Step(action="1", emotion=feels(1)),
            Step(action="2"),
            Step(action="3", emotion=feels(-1)),
        )
    )
    strong = [m for m in scene.marks if isinstance(m, Curve) and m.colour == LIGHT.curves[0]]
    assert all(curve.dashed for curve in strong)
    assert "no rating" in words((scene,))


def test_each_person_has_a_curve_and_an_outline() -> None:
    (scene,) = build(
        of(Step(action="1", emotion=feels(1, son=-1)), Step(action="2", emotion=feels(2, son=0)))
    )
    curves = {m.colour for m in scene.marks if isinstance(m, Curve)}
    assert {LIGHT.curves[0], LIGHT.curves[1]} <= curves
    assert any(isinstance(m, Marker) and m.shape is Shape.SQUARE for m in scene.marks)
    assert "son" in words((scene,))


def test_better_feelings_stand_higher() -> None:
    values = [2.0, 1.0, 0.0, -1.0, -2.0]
    (scene,) = build(of(*(Step(action=f"s{v}", emotion=feels(v)) for v in values)))
    heights = [m.y for m in scene.marks if isinstance(m, Marker) and m.tooltip]
    assert heights == sorted(heights)
    assert len(set(heights)) == 5


def test_text_too_long_for_a_page_is_cut_with_the_whole_in_the_tooltip() -> None:
    story = "word " * 3000
    scenes = build(of(Step(action="Calls", pains=(Pain(text=story.strip()),))))
    (scene,) = scenes
    assert problems(scene) == []
    assert "…" in words(scenes)
    assert any(story.strip() in box.tooltip for box in scene.boxes)


def test_a_page_too_small_for_a_step_is_told() -> None:
    with pytest.raises(ValueError, match="too small"):
        build(plain(1), page=Page(width=100, height=60))


def test_a_map_without_steps_has_no_picture() -> None:
    journey = Journey(title="Empty")
    assert build(JourneyMap(journey=journey, libraries={})) == ()


def test_the_text_alternative_tells_the_steps() -> None:
    (scene,) = build(of(Step(action="Calls the clinic", emotion=feels(-1))))
    assert "Calls the clinic" in scene.description
    assert "All" in scene.description


def test_the_checker_sees_what_is_wrong() -> None:
    (scene,) = build(plain(2))
    text = next(iter(scene.texts()))
    broken = Scene(
        width=scene.width,
        height=scene.height,
        background=scene.background,
        title="",
        description="",
        boxes=(
            Box(x=10, y=10, width=20, height=40),
            Box(x=20, y=20, width=50, height=10),
            Box(x=950, y=0, width=20, height=20),
        ),
        marks=(text, text),
    )
    told = " ".join(problems(broken))
    for fault in ("leaves the page", "overlaps box", "overlaps text", "runs out of"):
        assert fault in told


def test_columns_share_the_width() -> None:
    assert share([10, 10, 10], 90, 100, [1, 1, 1]) == [30, 30, 30]
    assert share([10, 50, 10], 90, 100, [1, 1, 1]) == [20, 50, 20]
    assert share([10, 10, 10], 120, 100, [1, 2, 1]) == [30, 60, 30]
    assert share([10, 10, 10], 300, 40, [1, 1, 1]) == [40, 40, 40]
    assert share([10, 10, 10], 91, 100, [1, 1, 1]) == [31, 30, 30]
    assert share([40, 50, 10], 90, 100, [1, 1, 1]) is None


@given(
    st.lists(st.tuples(st.integers(1, 80), st.floats(0.8, 1.4)), min_size=1, max_size=20),
    st.integers(100, 1200),
)
def test_shares_fill_the_width_and_keep_the_least(
    columns: list[tuple[int, float]], total: int
) -> None:
    least = [float(need) for need, _ in columns]
    widths = share(least, total, 2000, [weight for _, weight in columns])
    if widths is None:
        assert sum(least) > total
    else:
        assert sum(widths) == total
        assert all(width >= need for width, need in zip(widths, least, strict=True))
