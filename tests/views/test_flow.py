"""The flow view: ways, shares, widths, and who leaves."""

from tests.views.layout_checker import problems
from tests.views.maps import plain

from journeymap.analysis.analysis import Analysis
from journeymap.model.between import Leak, Way
from journeymap.model.journey import Journey, Stage
from journeymap.model.map import JourneyMap
from journeymap.model.step import Step
from journeymap.views.flow.content import Net, read
from journeymap.views.flow.page import build
from journeymap.views.scene import Curve, Scene
from journeymap.views.wish import Wish


def of(*stages: tuple[Step, ...]) -> Analysis:
    named = tuple(Stage(name=f"Part {i}", steps=steps) for i, steps in enumerate(stages, 1))
    return Analysis(map=JourneyMap(journey=Journey(title="T", stages=named), libraries={}))


LEAKY = of(
    (Step(id="a", action="A", leaks=(Leak(to="rival", share=0.2),)), Step(id="b", action="B")),
    (
        Step(id="c", action="C", next=(Way(to="a", share=0.5), Way(to="end", share=0.5))),
        Step(id="d", action="D"),
    ),
)


def drawn(analysis: Analysis) -> tuple[Scene, ...]:
    scenes = build(analysis, Wish())
    for scene in scenes:
        assert problems(scene) == []
    return scenes


def links(net: Net) -> dict[tuple[int, int], str]:
    return {(link.source, link.target): link.share for link in net.links}


def test_shares_are_told_where_not_all_go_one_way() -> None:
    net = read(LEAKY)
    assert links(net)[0, 1] == "80\u00a0%"
    assert links(net)[1, 2] == ""
    assert links(net)[2, 0] == links(net)[2, 4] == "50\u00a0%"
    assert [link.back for link in net.links if link.source == 2] == [True, False]
    assert net.stops[0].leaks == ("20\u00a0% assumed →\u00a0rival",)


def test_the_summary_accounts_for_all_who_enter() -> None:
    # From A 0.8 go on and half of them return, so that 0.4 / (1 - 0.4) reach the end.
    assert read(LEAKY).summary == "67 of 100 reach the end, 33 leave (assumed)"


def test_more_people_make_a_wider_line() -> None:
    (scene,) = drawn(LEAKY)
    widths = {round(mark.width, 2) for mark in scene.marks if isinstance(mark, Curve)}
    assert max(widths) > 5
    words = {text.text for text in scene.texts()}
    assert {"80\u00a0%", "50\u00a0%", "Part 1", "Part 2"} <= words


def test_without_shares_there_is_only_the_order() -> None:
    net = read(of((Step(action="A"), Step(action="B"))))
    assert all(link.volume is None and not link.share for link in net.links)
    assert "no shares are stated" in net.summary
    assert net.stops[-1].title == "end"


def test_a_long_map_goes_on_and_names_the_ways_to_other_pages() -> None:
    scenes = drawn(Analysis(map=plain(120, 12)))
    assert len(scenes) > 1
    keys = [box.key for scene in scenes for box in scene.boxes if box.key.startswith("does-")]
    assert len(keys) == len(set(keys)) == 120
    first = " ".join(text.text for text in scenes[0].texts())
    assert "→" in first
