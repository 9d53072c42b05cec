"""Which way changes go, in colours and titles, and what either map measures."""

import pytest
from tests.analysis.reading import analyse

from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage, State
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.views.compare import content
from journeymap.views.compare.cards import measures
from journeymap.views.compare.maps import Maps
from journeymap.views.compare.page import build
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.content import Ground, Sheet


def of(names: str, state: State = State.CURRENT, **fields: object) -> JourneyMap:
    """A map with a step for each letter."""
    steps = tuple(Step.model_validate({"id": name, "action": name, **fields}) for name in names)
    stages = (Stage(name="All", steps=steps),) if steps else ()
    return JourneyMap(journey=Journey(title="T", state=state, stages=stages), libraries={})


def feels(value: float) -> dict[str, Feeling]:
    return {"": Feeling(value=value, written=str(value))}


def sheet(first: JourneyMap, second: JourneyMap) -> Sheet:
    return content.sheet(Maps(first=first, second=second))


def written(text: str) -> JourneyMap:
    return analyse(text).journey_map


STEP = "title: T\nsteps:\n  - {{id: s, action: Calls{}}}\n  - {{id: t, action: Pays}}\n"

MOOD = "title: T\nstate: {}\nsteps:\n  - {{id: s, action: Calls, {}}}\n"


@pytest.mark.parametrize(
    ("now", "then", "green", "lost"),
    [  # a gain is green, a loss red in a row of its own, all else neither
        ("emotion: -1, perceived: 2", "emotion: 1, perceived: 4", True, ()),
        ("emotion: 1, perceived: 4", "emotion: -1, perceived: 2", False, ("Feels", "Perceived")),
        ("gains: [Warm, Quick]", "gains: [Quick, Near]", True, ()),
        ("gains: Warm, emotion: -1", "emotion: 1", True, ()),
        ("thought: Why, channel: phone", "channel: app", False, ()),
    ],
)
def test_a_gain_is_green_and_a_loss_red(
    now: str, then: str, green: bool, lost: tuple[str, ...]
) -> None:
    (column,) = sheet(
        written(MOOD.format("current", now)), written(MOOD.format("desired", then))
    ).columns
    assert column.grounds["then"] is (Ground.IDEA if green else Ground.PLAIN)
    assert column.grounds["lost"] is Ground.PAIN
    told = column.cells["lost"]
    assert len(told) == len(lost)
    assert all(words.startswith(begin) for words, begin in zip(told, lost, strict=True))
    assert not any(words in column.cells["then"] for words in told)


@pytest.mark.parametrize("field", ["gains", "thought", "systems", "frontstage"])
def test_what_a_wish_does_not_repeat_is_told_as_not_mentioned_and_not_as_lost(field: str) -> None:
    now = MOOD.format("current", f"{field}: Warm")
    for state, head in (("desired", "not mentioned"), ("current", "no longer")):
        (column,) = sheet(written(now), written(MOOD.format(state, "emotion: 1"))).columns
        told = [words for row in ("then", "behind", "lost") for words in column.cells[row]]
        assert [words.split(":")[0] for words in told if "Warm" in words] == [head]
        is_red = any("Warm" in each for each in column.cells["lost"])
        assert is_red is (field == "gains" and state == "current")


@pytest.mark.parametrize(
    ("now", "then", "ground"),
    [("Loud", "", Ground.IDEA), ("Loud", "Dark", Ground.PAIN), ("", "Dark", Ground.PAIN),
     ("", "", Ground.PLAIN)],
)  # fmt: skip
def test_pains_that_go_are_green_and_those_that_stay_or_come_red(
    now: str, then: str, ground: Ground
) -> None:
    sides = [written(MOOD.format("current", f"pains: [{each}]")) for each in (now, then)]
    assert sheet(*sides).columns[0].grounds["pains"] is ground


def test_fewer_losses_are_told_as_better_and_more_as_a_loss() -> None:
    few, many = (
        written(MOOD.format("current", f"leaks: {{to: away, share: {share}}}"))
        for share in ("3%", "8%")
    )
    for first, second, better in ((many, few, True), (few, many, False), (few, few, False)):
        (leak,) = sheet(first, second).columns[0].leaks
        assert leak.better is better


def test_each_page_is_called_by_what_changes_on_it() -> None:
    now, then = of("abc", emotion=feels(-1)), of("abc", State.DESIRED, emotion=feels(1))
    titles = sheet(now, then).titles
    assert titles is not None
    assert next(titles(["a", "b"], ["then"])) == "Better: 2 of 2 steps"
    assert next(titles(["a"], ["then"])) == "Largest change: “a” (−1 → +1)"
    assert next(titles(["a"], ["pains"])) == "Largest change: “a” (−1 → +1)"
    loud, still = (written(STEP.format(f", pains: [{each}]")) for each in ("Loud, Cold", "Dark"))
    found = sheet(loud, still).titles
    assert found is not None
    assert next(found(["s", "t"], ["pains"])) == "Pains that go: 2; new pains: 1"


METRIC = """title: T
state: {}
metrics: [{{id: csat, name: Satisfied, unit: '%', target: {}}}]
stages:
  - {{name: One, metrics: [{{metric: csat{}}}], steps: [{{id: s, action: Calls, emotion: 1}}]}}
"""


@pytest.mark.parametrize(
    ("then", "aim", "words"),
    [
        ("", 80, "64\u00a0% → target 80\u00a0% (assumed)"),
        ("", 90, "64\u00a0% → target 80\u00a0% (assumed); after: target 90\u00a0%"),
        (
            ", value: 85",
            80,
            "64\u00a0% → target 80\u00a0% (assumed); after: 85\u00a0% → target 80\u00a0% (assumed)",
        ),
    ],
)
def test_readings_and_targets_of_both_maps_are_told(then: str, aim: int, words: str) -> None:
    maps = Maps(
        first=written(METRIC.format("current", 80, ", value: 64")),
        second=written(METRIC.format("desired", aim, then)),
    )
    assert [(card.what, card.text) for card in measures(maps)] == [("Satisfied", words)]


def test_both_states_stand_in_the_subtitle() -> None:
    now, then = of("a", emotion=feels(-1)), of("a", State.DESIRED, emotion=feels(1))
    assert "current state → desired state" in sheet(now, then).subtitle.full


def test_the_names_of_the_two_states_do_not_stand_at_every_point() -> None:
    fields = "thought: {0}, gains: {0}, backstage: {0}, emotion: {1}"
    sides = [
        f"title: T\nstate: {state}\nsteps:\n"
        + "".join(
            f"  - {{id: s{i}, action: Does {i}, {fields.format(words, value)}}}\n" for i in range(9)
        )
        for state, words, value in (("current", "Long " * 9, -1), ("desired", "Quick " * 9, 1))
    ]
    now, then = map(analyse, sides)
    scenes = build(now, ViewOptions(against=then.journey_map))
    assert len(scenes) > 1
    for scene in scenes:
        told = [text.text for text in scene.texts() if text.text == "desired state"]
        assert 1 <= len(told) <= 2  # the row, and what the line is called
