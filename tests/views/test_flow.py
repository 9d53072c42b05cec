"""The flow view: ways, shares, widths, and who leaves."""

from dataclasses import replace
from typing import NoReturn

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.maps import plain
from tests.views.test_views import EXAMPLES, loaded
from tests.views.ways_checker import problems as of_ways
from tests.views.ways_checker import ways
from tests.views.winding_maps import winding

from journeymap.analysis.analysis import Analysis
from journeymap.backends.graphviz import laid_out
from journeymap.model.between import Leak, Outcome, Way
from journeymap.model.journey import Journey, Stage, Starts
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.views.errors import PageTooSmallError
from journeymap.views.flow.content import Net, read
from journeymap.views.flow.page import build
from journeymap.views.flow.pages import PageMaker
from journeymap.views.kit.layouter import Graph, Laid
from journeymap.views.kit.measure import width
from journeymap.views.kit.scene import Curve, Marker, Scene, Shape, line
from journeymap.views.kit.theme import PAGES
from journeymap.views.options import ViewOptions


def of(*stages: tuple[Step, ...]) -> Analysis:
    named = tuple(Stage(name=f"Part {i}", steps=steps) for i, steps in enumerate(stages, 1))
    return Analysis(journey_map=JourneyMap(journey=Journey(title="T", stages=named), libraries={}))


LEAKY = of(
    (Step(id="a", action="A", leaks=(Leak(to="rival", share=0.2),)), Step(id="b", action="B")),
    (
        Step(id="c", action="C", next=(Way(to="a", share=0.5), Way(to="end", share=0.5))),
        Step(id="d", action="D"),
    ),
)


def drawn(analysis: Analysis) -> tuple[Scene, ...]:
    scenes = build(analysis, ViewOptions())
    for scene in scenes:
        assert problems(scene) == []
        assert of_ways(scene) == []
    return scenes


def links(net: Net) -> dict[tuple[int, int], str]:
    return {(link.source, link.target): link.share for link in net.links}


@pytest.mark.parametrize(
    ("share", "rest"), [(0.125, "87"), (0.12, "88"), (0.005, "99"), (0.5, "50")]
)
def test_what_an_assumed_share_leaves_makes_a_hundred_with_it(share: float, rest: str) -> None:
    leaky = Step(id="a", action="A", leaks=(Leak(to="rival", share=share),))
    net = read(of((leaky, Step(id="b", action="B"))))
    assert links(net)[0, 1] == f"{rest}\u00a0%*"


def test_shares_are_told_where_not_all_go_one_way() -> None:
    net = read(LEAKY)
    assert links(net)[0, 1] == "80\u00a0%*", "what an assumed leak leaves"
    assert links(net)[1, 2] == ""
    assert links(net)[2, 0] == links(net)[2, 4] == "50\u00a0%*"
    assert [link.back for link in net.links if link.source == 2] == [True, False]
    assert net.stops[0].leaks == ("20\u00a0% (assumed) →\u00a0rival",)


def test_the_summary_accounts_for_all_who_enter() -> None:
    # From A 0.8 go on and half of them return, so that 0.4 / (1 - 0.4) reach the end.
    assert read(LEAKY).summary == "67 of 100 reach the end, 33 leave (assumed)"


def test_people_are_told_and_at_each_step_of_a_loop_how_often_each_comes() -> None:
    net = read(LEAKY)
    # Of 80 who go on half come back, and 80 of 100 of those go on again: 1 / (1 - 0.4) times each.
    heads = ["1 · 100 of 100*", "2 · 80 of 100*", "3 · 80 of 100*", "4 · 0 of 100", ""]
    assert [stop.head for stop in net.stops] == heads
    # Shares are of passings: in the loop people times shares do not give those who go on.
    assert [stop.returns for stop in net.stops] == [*["1.7 times each"] * 3, "", ""]
    words = {text.text for scene in drawn(LEAKY) for text in scene.texts()}
    assert {*heads[:3], "1.7 times each"} <= words


def test_a_loop_for_ever_is_told_as_people_and_no_number_of_times() -> None:
    looped = of((Step(id="a", action="A", next=(Way(to="a", share=1),)), Step(action="B")))
    assert [stop.head for stop in read(looped).stops] == ["1 · 100 of 100*", "2 · 0 of 100", ""]
    assert {stop.returns for stop in read(looped).stops} == {""}


def test_ends_that_are_no_success_are_told_beside_those_who_leave() -> None:
    ways = (
        Way(to="end", share=0.3, counts=Outcome.LOST, why="appeal lost"),
        Way(to="end", share=0.1, counts=Outcome.NEITHER),
    )
    net = read(of((Step(action="A", next=ways), Step(action="B"))))
    assert net.summary == (
        "60 of 100 reach the end, 30 end without what they came for, 10 end otherwise (assumed)"
    )
    assert net.stops[0].leaks == (
        "30\u00a0% (assumed) →\u00a0appeal lost", "10\u00a0% (assumed) →\u00a0ends otherwise",
    )  # fmt: skip
    assert links(net) == {(0, 1): "60\u00a0%*", (1, 2): ""}


def test_how_many_start_is_told_at_the_end() -> None:
    journey = LEAKY.journey_map.journey.model_copy(update={"starts": Starts(n=4200)})
    net = read(Analysis(journey_map=JourneyMap(journey=journey, libraries={})))
    assert net.stops[-1].title == "67 of 100 reach the end (2,800 a year)*"


def test_more_people_make_a_wider_line() -> None:
    (scene,) = drawn(LEAKY)
    widths = {round(mark.width, 2) for mark in scene.marks if isinstance(mark, Curve)}
    assert max(widths) > 5
    words = {text.text for text in scene.texts()}
    assert {"80\u00a0%*", "50\u00a0%*", "* assumed", "Part 1", "Part 2"} <= words


def test_without_shares_there_is_only_the_order() -> None:
    net = read(of((Step(action="A"), Step(action="B"))))
    assert all(link.volume is None and not link.share for link in net.links)
    assert "no shares are stated" in net.summary
    assert net.stops[-1].title == "end"


def test_a_long_map_goes_on_and_names_the_ways_to_other_pages() -> None:
    scenes = drawn(Analysis(journey_map=plain(120, 12)))
    assert len(scenes) > 1
    keys = [box.key for scene in scenes for box in scene.boxes if box.key.startswith("does-")]
    assert len(keys) == len(set(keys)) == 120
    first = " ".join(text.text for text in scenes[0].texts())
    assert "→" in first


def looped() -> Analysis:
    """A map of 25 steps in five stages with ways back in a column, beside it and over several."""
    ways = {
        3: (2, 20),
        7: (6, 15),
        8: (7, 35),
        10: (7, 40),
        12: (14, 30),
        18: (16, 5),
        23: (21, 60),
    }
    ways |= {11: (7, 10), 25: (12, 50), 20: (3, 2)}
    steps = [
        Step(
            id=f"s{i}",
            action=f"Does thing {i}",
            next=(Way(to=f"s{ways[i][0]}", share=ways[i][1] / 100),) if i in ways else (),
        )
        for i in range(1, 26)
    ]
    return of(*(tuple(steps[i : i + 5]) for i in range(0, 25, 5)))


def test_every_share_is_told() -> None:
    (scene,) = drawn(looped())
    told = [text.text for text in scene.texts() if "\u00a0%" in text.text and "(" not in text.text]
    assert sorted(told) == sorted(link.share for link in read(looped()).links if link.share)


def winding_pages(seed: int) -> tuple[Scene, ...]:
    """The pages of a random map; of every third up to 60 steps."""
    options = ViewOptions(size=list(PAGES.values())[seed % 3])
    return build(Analysis(journey_map=winding(seed, most=(9, 24, 60)[seed % 3])), options)


@pytest.mark.parametrize("first", range(0, 300, 30))
def test_ways_of_any_map_keep_apart(first: int) -> None:
    """300 maps with ways back, skips, loops and up to 60 steps, on three sizes of page."""
    pages = {seed: winding_pages(seed) for seed in range(first, first + 30)}
    assert all(pages.values())
    told = [
        (seed, problem)
        for seed, scenes in pages.items()
        for scene in scenes
        for problem in (*problems(scene), *of_ways(scene))
    ]
    assert told == []


@pytest.mark.parametrize("seed", range(0, 60, 5))
def test_no_share_of_a_way_is_left_out(seed: int) -> None:
    analysis = Analysis(journey_map=winding(seed, most=9))
    (scene,) = build(analysis, ViewOptions())
    told = [text.text for text in scene.texts() if text.text.rstrip("*").endswith("\u00a0%")]
    assert sorted(told) == sorted(link.share for link in read(analysis).links if link.share)
    assert len(ways(scene)) == len(read(analysis).links)


def test_the_checker_sees_ways_that_meet() -> None:
    def way(*points: tuple[float, float]) -> tuple[Curve, Marker]:
        (x, y), (u, v) = points
        head = Marker(shape=Shape.RIGHT, x=u + 3, y=v, size=6, fill="#000000")
        return line((x, y), (u, v), colour="#000000"), head

    def told(*lines: tuple[Curve, Marker]) -> list[str]:
        marks = tuple(mark for pair in lines for mark in pair)
        scene = Scene(width=200, height=200, background="#ffffff", title="T", description="D",
                      boxes=(), marks=marks)  # fmt: skip
        return of_ways(scene)

    apart = way((10, 10), (60, 10)), way((10, 30), (60, 30))
    assert told(*apart) == []
    assert len(told(way((10, 10), (60, 10)), way((10, 13), (60, 13)))) == 2  # arrows, too
    assert told(way((10, 10), (60, 10)), way((67, 10), (120, 10))) != []
    assert told(way((10, 10), (60, 10)), way((40, 11), (120, 11))) != []
    across = line((30, 0), (30, 40), colour="#000000"), replace(apart[0][1], x=30, y=43)
    assert told(apart[0], across) == []


def test_a_stage_that_goes_on_in_another_column_says_so() -> None:
    (scene,) = drawn(Analysis(journey_map=plain(16, 1)))
    heads = [text.text for text in scene.texts() if text.text.startswith("Stage 1")]
    assert heads[0] == "Stage 1"
    assert len(heads) > 1
    assert set(heads[1:]) == {"Stage 1 (continued)"}


def bent(seed: int, most: int) -> tuple[Scene, ...]:
    options = ViewOptions(layout="dot", layouter=laid_out)
    return build(Analysis(journey_map=winding(seed, most=most)), options)


@pytest.mark.parametrize("first", range(0, 24, 6))
def test_ways_that_dot_bends_share_no_line(first: int) -> None:
    """24 maps of 4 to 24 steps, every page of each."""
    pages = {seed: bent(seed, (9, 9, 24)[seed % 3]) for seed in range(first, first + 6)}
    assert all(pages.values())
    told = [
        (seed, problem)
        for seed, scenes in pages.items()
        for scene in scenes
        for problem in (*problems(scene), *of_ways(scene, None))
    ]
    assert told == []


def test_every_step_stands_once_where_dot_lays_out() -> None:
    journey_map = winding(1)
    keys = [box.key for scene in bent(1, 60) for box in scene.boxes if box.key.startswith("s")]
    steps = [key for key in keys if not key.startswith("stage")]
    assert sorted(steps) == sorted(placed_step.id for placed_step in journey_map.steps)


def test_dot_lays_out_where_columns_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Graph] = []

    def lay_out(graph: Graph) -> Laid:
        asked.append(graph)
        return laid_out(graph)

    build(LEAKY, ViewOptions(layouter=lay_out))
    assert not asked
    monkeypatch.setattr(PageMaker, "pages", no_pages)
    (scene,) = build(LEAKY, ViewOptions(layouter=lay_out))
    assert asked
    assert problems(scene) == []
    with pytest.raises(PageTooSmallError):
        build(LEAKY, ViewOptions())


def no_pages(_: PageMaker) -> NoReturn:
    raise PageTooSmallError("x")


def test_those_who_begin_anew_are_told_at_the_end() -> None:
    """78 come to the last step, 18 % of them leave and 72 % begin anew: 56, and 8 more."""
    analysis = Analysis(
        journey_map=loaded(EXAMPLES[0].with_name("customer-lifecycle.journey.yaml"))
    )
    end = read(analysis).stops[-1]
    assert (end.title, end.returns) == ("8 of 100 end here*", "56 of 100 begin anew")
    assert read(analysis).summary.startswith("64 of 100 complete a round, ")


def test_a_share_beside_the_last_column_stays_on_the_page() -> None:
    (scene,) = drawn(
        analyse(
            "title: T\nevidence: [{id: r, kind: records, n: 400}]\n"
            "personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]\npersona: [dan, ruth]\n"
            "stages:\n  A: [Calls the practice, Sees the GP]\n  B:\n    - action: Is operated on\n"
            "      leaks: [{share: {dan: 6 %, ruth: 21 %}, evidence: r}]\n"
            "  C:\n    - Learns to walk again\n    - {action: Signs at home, only: ruth}\n"
        )
    )
    (share,) = (text for text in scene.texts() if text.text.startswith("54"))
    assert share.x + width(share.text, share.size) <= scene.width
