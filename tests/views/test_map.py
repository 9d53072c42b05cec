"""The map view: what it says, and that nothing is clipped, overlapping or tiny."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.views.layout_checker import problems
from tests.views.maps import a_wait, journeys, pages, plain

from journeymap.model.between import Leak
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Pain
from journeymap.model.step import Step
from journeymap.model.vocabulary import Evidence, EvidenceKind
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import measure
from journeymap.views.kit.scene import Box, Curve, Marker, Scene, Shape, Text
from journeymap.views.kit.theme import LIGHT, PAGES, THEMES, Page, Theme
from journeymap.views.names import FirstPage
from journeymap.views.sheet.columns import share
from journeymap.views.sheet.content import read
from journeymap.views.sheet.lanes import Lane, Rows
from journeymap.views.sheet.layout import FAIR
from journeymap.views.sheet.pages import paginate
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


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(journeys(), st.sampled_from(list(product(PAGES.values(), THEMES.values(), FirstPage))))
def test_any_map_is_laid_out_soundly(
    journey_map: JourneyMap, manner: tuple[Page, Theme, FirstPage]
) -> None:
    scenes = pages(journey_map, size=manner[0], theme=manner[1], first=manner[2])
    assert scenes
    assert [problem for scene in scenes for problem in problems(scene)] == []
    assert all(len({text.size for text in scene.texts()}) <= 4 for scene in scenes)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("size", PAGES)
def test_examples_are_laid_out_soundly(path: Path, size: str) -> None:
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    scenes = pages(journey_map, size=PAGES[size])
    assert [problems(scene) for scene in scenes] == [[] for _ in scenes]
    assert len(scenes) <= (4 if size != "4:3" else 6)


@pytest.mark.parametrize("count", [1, 2, 3, 12])
def test_a_small_map_is_one_page_with_large_type(count: int) -> None:
    (scene,) = pages(plain(count))
    assert max(text.size for text in scene.texts() if not text.bold) >= (14 if count < 4 else 11)
    cells = [box for box in scene.boxes if box.key.endswith(".need")]
    assert len(cells) == count
    assert max(box.width for box in cells) <= 20 * 16
    assert max(box.bottom for box in scene.boxes) > scene.height * 0.85


def test_thirty_steps_go_on_at_stage_boundaries() -> None:
    scenes = pages(plain(30, 5))
    assert len(scenes) > 1
    counts = [sum(box.key.endswith(".action") for box in scene.boxes) for scene in scenes]
    assert sum(counts) == 30
    assert all(count % 6 == 0 for count in counts)
    assert max(counts) - min(counts) <= 6
    assert scenes[0].title.endswith(f"(1 of {len(scenes)})")
    assert "(continued)" not in words(scenes)


def test_a_stage_that_no_page_holds_is_continued() -> None:
    scenes = pages(plain(40, 1))
    assert len(scenes) > 1
    assert all("(continued)" in words((scene,)) for scene in scenes[1:])
    counts = [sum(box.key.endswith(".action") for box in scene.boxes) for scene in scenes]
    assert max(counts) - min(counts) <= 1


def test_every_page_has_title_and_legend() -> None:
    each_page = [words((scene,)) for scene in pages(plain(30, 5))]
    assert len(each_page) > 1
    assert all("A plain map" in page and "assumed or no evidence" in page for page in each_page)


def test_labels_follow_the_map() -> None:
    step = Step(action="Llama", pains=(Pain(text="Espera"),), emotion=feels(1))
    assert "Problemas" in words(pages(of(step, language="es")))
    assert "Problemy" in words(pages(of(step, language="pl")))
    assert "Pains" in words(pages(of(step, language="de")))


def test_lanes_that_say_nothing_are_left_out_unless_asked_for() -> None:
    journey_map = of(Step(action="Calls"))
    assert "Pains" not in words(pages(journey_map))
    assert "Emotion" not in words(pages(journey_map))
    rows = Rows(lanes=(Lane.ACTION, Lane.PAINS), stay=True)
    assert "Pains" in words(pages(journey_map, lanes=rows))


def test_what_rests_on_assumptions_is_hollow() -> None:
    evidence = (
        Evidence(id="talks", kind=EvidenceKind.INTERVIEW),
        Evidence(id="guess", kind=EvidenceKind.ASSUMPTION),
    )
    journey_map = of(
        Step(action="One", emotion=feels(1), evidence=("talks",)),
        Step(action="Two", emotion=feels(1), evidence=("guess",)),
        Step(action="Three", emotion=feels(1)),
        evidence=evidence,
    )
    (scene,) = pages(journey_map)
    faces = [m for m in scene.marks if isinstance(m, Marker) and m.tooltip]
    assert [face.fill == LIGHT.page for face in faces] == [False, True, True]
    assert "assumed or no evidence" in words((scene,))
    (solid,) = pages(of(Step(action="One", emotion=feels(1)), evidence=evidence[:1],
                        based_on=("talks",)))  # fmt: skip
    assert "assumed or no evidence" not in words((solid,))


def test_a_missing_value_is_bridged_by_a_broken_line() -> None:
    (scene,) = pages(
        of(
            Step(action="1", emotion=feels(1)),
            Step(action="2"),
            Step(action="3", emotion=feels(-1)),
        )
    )
    strong = [m for m in scene.marks if isinstance(m, Curve) and m.colour == LIGHT.curves[0]]
    assert all(curve.dashed for curve in strong)
    assert "no rating" in words((scene,))


def test_each_person_has_a_curve_with_points_of_its_colour() -> None:
    (scene,) = pages(
        of(Step(action="1", emotion=feels(1, son=-1)), Step(action="2", emotion=feels(2, son=0)))
    )
    curves = {m.colour for m in scene.marks if isinstance(m, Curve)}
    assert {LIGHT.curves[0], LIGHT.curves[1]} <= curves
    rounds = [m for m in scene.marks if isinstance(m, Marker) and m.shape is Shape.CIRCLE]
    assert {m.stroke for m in rounds} >= {LIGHT.curves[1]}
    assert "son" in words((scene,))


def test_better_feelings_stand_higher() -> None:
    values = [2.0, 1.0, 0.0, -1.0, -2.0]
    (scene,) = pages(of(*(Step(action=f"s{v}", emotion=feels(v)) for v in values)))
    heights = [m.y for m in scene.marks if isinstance(m, Marker) and m.tooltip]
    assert heights == sorted(heights)
    assert len(set(heights)) == 5


def test_text_too_long_for_a_page_is_cut_with_the_whole_in_the_tooltip() -> None:
    story = "word " * 3000
    scenes = pages(of(Step(action="Calls", pains=(Pain(text=story.strip()),))))
    (scene,) = scenes
    assert problems(scene) == []
    assert "…" in words(scenes)
    assert any(story.strip() in box.tooltip for box in scene.boxes)


def test_a_page_too_small_for_a_step_is_told() -> None:
    with pytest.raises(PageTooSmallError, match="too small"):
        pages(plain(1), size=Page(width=100, height=60))


def test_a_map_without_steps_has_no_picture() -> None:
    journey = Journey(title="Empty")
    assert pages(JourneyMap(journey=journey, libraries={})) == ()


def test_the_text_alternative_tells_the_steps() -> None:
    (scene,) = pages(of(Step(action="Calls the clinic", emotion=feels(-1))))
    assert "Calls the clinic" in scene.description
    assert "All" in scene.description


def test_the_checker_sees_what_is_wrong() -> None:
    (scene,) = pages(plain(2))
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


def uneven() -> JourneyMap:
    """A map whose first page has waits and leaks and whose second one has room."""
    busy = [
        Step(
            action=f"Waits for the {i}th time",
            need={"": "To know what comes next and when " * 2},
            emotion=feels(-1),
            pains=(Pain(text="It takes far too long for somebody who is ill"),) * 2,
            wait=a_wait("6 weeks"),
            leaks=(Leak(to="the private clinic round the corner", share=0.06),) * (i % 2),
        )
        for i in range(8)
    ]
    idle = [Step(action=f"Rests {i}", emotion=feels(1)) for i in range(8)]
    groups = (busy, idle)
    stages = tuple(Stage(name=f"S{i}", steps=tuple(steps)) for i, steps in enumerate(groups))
    return JourneyMap(journey=Journey(title="T", stages=stages), libraries={})


def test_a_full_stage_is_not_broken_for_a_higher_curve() -> None:
    step = Step(
        action="Waits",
        need={"": "To know what comes next and when, and who is going to tell"},
        emotion=feels(-1),
        pains=(Pain(text="It takes far too long for somebody who is ill and alone"),) * 4,
        wait=a_wait("6 weeks"),
    )
    journey_map = of(*[step] * 7)
    assert [problems(scene) for scene in pages(journey_map)] == [[]]
    ((layout,),) = paginate(read(journey_map), PAGES["16:9"], LIGHT)
    assert 60 <= layout.span < 100


def leaks_of(scene: Scene) -> tuple[list[Marker], list[Text]]:
    """The arrows and the words of leaks in the emotion lane, without the legend."""
    foot = max(box.bottom for box in scene.boxes)
    marks = [m for m in scene.marks if isinstance(m, Marker) and m.fill == LIGHT.low and m.y < foot]
    texts = [t for t in scene.texts() if t.colour == LIGHT.low]
    return [m for m in marks if m.shape is Shape.DOWN], texts


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4"])
def test_the_curve_has_one_scale_on_all_pages(size: str) -> None:
    pages = paginate(read(uneven()), PAGES[size], LIGHT)
    spans = {round(layout.span, 6) for (layout,) in pages}
    assert len(pages) > 1
    assert len(spans) == 1
    assert spans.pop() >= FAIR * PAGES[size].height


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_curves_of_examples_are_not_squashed(path: Path) -> None:
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    spans = {round(page[0].span, 6) for page in paginate(read(journey_map), PAGES["16:9"], LIGHT)}
    assert len(spans) == 1
    assert spans.pop() >= FAIR * PAGES["16:9"].height


def test_leaks_stand_in_the_middle_of_their_step_and_at_most_half_in_the_columns_beside() -> None:
    scenes = pages(uneven())
    assert any(texts for _, texts in map(leaks_of, scenes))
    for scene in scenes:
        cards = [box for box in scene.boxes if box.key.endswith(".action")]
        arrows, texts = leaks_of(scene)
        assert bool(arrows) == bool(texts)
        for x in (*(arrow.x for arrow in arrows), *(text.x for text in texts)):
            assert any(abs(box.x + box.width / 2 - x) < 0.01 for box in cards)
        for text in texts:
            half = measure.width(text.text, text.size) / 2
            reached = [box for box in cards if box.right > text.x - half and box.x < text.x + half]
            middles = [box.x + box.width / 2 for box in reached]
            assert sum(text.x - half < x < text.x + half for x in middles) == 1


def test_several_leaks_of_a_step_have_one_arrow() -> None:
    leaks = (Leak(to="one clinic", share=0.1), Leak(to="another", share=0.2))
    (scene,) = pages(of(Step(action="Calls", emotion=feels(1), leaks=leaks)))
    arrows, texts = leaks_of(scene)
    assert len(arrows) == 1
    assert len(texts) == 2
    assert arrows[0].y < min(text.baseline for text in texts)


def test_a_stage_without_steps_is_an_open_outline() -> None:
    full = Stage(name="Full", steps=(Step(action="Calls", emotion=feels(1)),))
    stages = (full, Stage(name="Nothing yet"), full)
    (scene,) = pages(JourneyMap(journey=Journey(title="T", stages=stages), libraries={}))
    (outline,) = [box for box in scene.boxes if box.key.endswith(".empty")]
    assert outline.fill is None
    assert outline.dashed
    assert outline.tooltip == "Nothing yet: no steps"
    assert {"Nothing yet", "no steps"} <= {text.text for text in scene.texts()}
    assert "Nothing yet. no steps." in scene.description
    curves = [m for m in scene.marks if isinstance(m, Curve) and m.colour == LIGHT.curves[0]]
    assert all(curve.dashed for curve in curves)
    cards = [box for box in scene.boxes if box.key.endswith(".action")]
    assert outline.height > 2 * cards[0].height
    assert cards[0].right < outline.x < outline.right < cards[1].x
    assert outline.width < cards[0].width


def test_a_map_whose_stages_are_all_empty_has_no_picture() -> None:
    journey = Journey(title="T", stages=(Stage(name="One"), Stage(name="Two")))
    assert pages(JourneyMap(journey=journey, libraries={})) == ()


@pytest.mark.parametrize(("count", "stages"), [(1, 1), (3, 1), (12, 3), (30, 5), (30, 1)])
def test_steps_alone_fill_one_page_with_large_type(count: int, stages: int) -> None:
    every = [Step(action=f"Does thing number {i + 1}") for i in range(count)]
    size = count // stages
    groups = [
        Stage(name=f"Stage {i}", steps=tuple(every[i * size : (i + 1) * size]))
        for i in range(stages)
    ]
    journey = Journey(title="T", stages=tuple(groups))
    (scene,) = pages(JourneyMap(journey=journey, libraries={}))
    assert problems(scene) == []
    cards = [box for box in scene.boxes if box.key.endswith(".action")]
    assert len(cards) == count
    assert max(box.width for box in cards) - min(box.width for box in cards) <= 1
    assert len({round(box.height, 3) for box in cards}) == 1
    assert max(text.size for text in scene.texts() if "thing" in text.text) >= 13
    assert max(box.bottom for box in cards) > scene.height * (0.6 if count < 12 else 0.85)
    assert "Steps" not in words((scene,))


def test_very_many_steps_alone_go_on_to_further_pages() -> None:
    steps = tuple(Step(action=f"Does thing number {i + 1}") for i in range(300))
    scenes = pages(of(*steps))
    assert 1 < len(scenes) < 10
    counts = [sum(box.key.endswith(".action") for box in scene.boxes) for scene in scenes]
    assert sum(counts) == 300
    assert [problems(scene) for scene in scenes] == [[] for _ in scenes]


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


@pytest.mark.parametrize(
    ("leaking", "size"), [((1,), "16:9"), ((1,), "a0"), ((0, 1, 2), "a0"), ((0, 3), "a0")]
)
def test_where_people_go_is_told_in_whole(leaking: tuple[int, ...], size: str) -> None:
    place = "another practice, or the public hospital"
    journey_map = plain(4)
    leak = (Leak(to=place, share=0.08),)
    steps = [
        step.model_copy(update={"leaks": leak if i in leaking else ()})
        for i, step in enumerate(journey_map.journey.stages[0].steps)
    ]
    stages = (Stage(name="All", steps=tuple(steps * 3)),)
    journey = journey_map.journey.model_copy(update={"stages": stages})
    scenes = pages(JourneyMap(journey=journey, libraries={}), size=PAGES[size])
    assert [problems(scene) for scene in scenes] == [[] for _ in scenes]
    told = words(scenes).replace("-", "").replace(" ", "")
    assert told.count(place.replace(" ", "")) == 3 * len(leaking)
