"""The flow view: ways, shares, widths, and who leaves."""

from itertools import combinations, pairwise

from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.maps import plain

from journeymap.analysis.analysis import Analysis
from journeymap.model.between import Leak, Outcome, Way
from journeymap.model.journey import Journey, Stage, Starts
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.views.flow.content import Net, read
from journeymap.views.flow.page import build
from journeymap.views.kit.measure import width
from journeymap.views.kit.scene import Curve, Scene
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
    return scenes


def links(net: Net) -> dict[tuple[int, int], str]:
    return {(link.source, link.target): link.share for link in net.links}


def test_shares_are_told_where_not_all_go_one_way() -> None:
    net = read(LEAKY)
    assert links(net)[0, 1] == "80\u00a0%"
    assert links(net)[1, 2] == ""
    assert links(net)[2, 0] == links(net)[2, 4] == "50\u00a0%*"
    assert [link.back for link in net.links if link.source == 2] == [True, False]
    assert net.stops[0].leaks == ("20\u00a0% (assumed) →\u00a0rival",)


def test_the_summary_accounts_for_all_who_enter() -> None:
    # From A 0.8 go on and half of them return, so that 0.4 / (1 - 0.4) reach the end.
    assert read(LEAKY).summary == "67 of 100 reach the end, 33 leave (assumed)"


def test_people_are_told_and_where_a_way_leads_back_how_often_each_comes() -> None:
    net = read(LEAKY)
    # Of 80 who go on half come back, and 80 of 100 of those go on again: 1 / (1 - 0.4) times each.
    heads = ["1 · 100 of 100*", "2 · 80 of 100*", "3 · 80 of 100*", "4 · 0 of 100", ""]
    assert [stop.head for stop in net.stops] == heads
    assert [stop.returns for stop in net.stops] == ["1.7 times each", "", "", "", ""]
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
    assert links(net) == {(0, 1): "60\u00a0%", (1, 2): ""}


def test_how_many_start_is_told_at_the_end() -> None:
    journey = LEAKY.journey_map.journey.model_copy(update={"starts": Starts(n=4200)})
    net = read(Analysis(journey_map=JourneyMap(journey=journey, libraries={})))
    assert net.stops[-1].title == "67 of 100 reach the end (2,800 a year)"


def test_more_people_make_a_wider_line() -> None:
    (scene,) = drawn(LEAKY)
    widths = {round(mark.width, 2) for mark in scene.marks if isinstance(mark, Curve)}
    assert max(widths) > 5
    words = {text.text for text in scene.texts()}
    assert {"80\u00a0%", "50\u00a0%*", "* assumed", "Part 1", "Part 2"} <= words


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


def upright(curve: Curve) -> tuple[float, float, float]:
    """Where the longest upright piece of a line runs: x, upper and lower end."""
    pieces = [
        (a[0], min(a[1], b[1]), max(a[1], b[1]))
        for a, b in pairwise(curve.points[::3])
        if abs(a[0] - b[0]) < 0.01
    ]
    return max(pieces, key=lambda piece: piece[2] - piece[1], default=(0.0, 0.0, 0.0))


def test_every_share_is_told_and_ways_do_not_run_over_one_another() -> None:
    (scene,) = drawn(looped())
    told = [text.text for text in scene.texts() if "\u00a0%" in text.text and "(" not in text.text]
    shares_ = [link.share for link in read(looped()).links if link.share]
    assert sorted(told) == sorted(shares_)
    runs = [(*upright(mark), mark.width) for mark in scene.marks if isinstance(mark, Curve)]
    long = [run for run in runs if run[2] - run[1] > 30]
    close = [
        (one, other)
        for one, other in combinations(long, 2)
        if abs(one[0] - other[0]) < 3 and min(one[2], other[2]) - max(one[1], other[1]) > 10
    ]
    assert close == []


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
