"""Engagement along the ways, and where trust begins to carry the journey."""

from collections.abc import Sequence

import pytest

from journeymap.analysis.transitions import find_ways
from journeymap.analysis.trust import LevelChange, Trust, trust
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Engagement, Step

SHORT = {
    "co": Engagement.COMMUNICATE,
    "in": Engagement.INTERACT,
    "en": Engagement.ENGAGE,
    "cl": Engagement.COLLABORATE,
}

Ways = Sequence[tuple[str, float]]


def step(name: str, level: str = "", ways: Ways = (), **said: object) -> Step:
    return Step.model_validate(
        {
            "action": name,
            "engagement": SHORT.get(level),
            "next": tuple({"to": to, "share": share} for to, share in ways),
            **said,
        }
    )


def of(*steps: Step) -> Trust:
    found = maybe(*steps)
    assert found is not None
    return found


def maybe(*steps: Step) -> Trust | None:
    journey_map = JourneyMap(journey=Journey(title="A map", steps=steps), libraries={})
    return trust(journey_map, find_ways(journey_map))


def line(*levels: str) -> Trust:
    return of(*(step(f"s{i}", level) for i, level in enumerate(levels)))


def told(changes: Sequence[LevelChange]) -> list[tuple[str, str, int | None, int]]:
    return [(each.step.id, each.to.id, each.way_entry, each.levels) for each in changes]


def test_without_levels_there_is_nothing_to_tell() -> None:
    assert maybe(step("a"), step("b", moment=("trust-inflection",), reward=True)) is None
    assert maybe() is None


def test_a_rise_by_one_level_is_no_skip_and_one_by_two_is() -> None:
    assert line("co", "co", "in", "en", "cl").skipped == ()
    assert told(line("co", "en").skipped) == [("s0", "s1", None, 2)]
    assert told(line("co", "", "cl").skipped) == [("s0", "s2", None, 3)]


def test_engagement_begins_at_the_first_steps_with_a_level() -> None:
    assert line("cl").skipped == ()
    (first,) = line("", "en", "co").first
    assert first.id == "s1"
    assert line("", "en", "co").missed(first) == (Engagement.COMMUNICATE, Engagement.INTERACT)
    assert line("co", "en").missed(line("co").first[0]) == ()
    assert line("in", "en").missed(line("in").first[0]) == ()
    two = of(step("a", "", [("b", 0.5), ("c", 0.5)]), step("b", "in"), step("c", "en"))
    assert [each.id for each in two.first] == ["b", "c"]


def test_levels_fall_along_the_order_and_by_ways_back() -> None:
    assert told(line("en", "", "in").falls) == [("s0", "s2", None, -1)]
    back = of(step("a", "co"), step("b", "in", [("end", 0.1), ("a", 0.2)]), step("c", "in"))
    assert told(back.falls) == [("b", "a", 1, -1)]
    level = of(step("a", "in"), step("b", "in", [("a", 0.2)]))
    assert level.falls == ()


def test_a_way_that_nobody_takes_is_none() -> None:
    assert of(step("a", "co"), step("b", "in", [("a", 0.0)])).falls == ()


def test_the_inflection_point_is_the_first_at_engage_that_nothing_falls_behind() -> None:
    assert at(line("co", "in", "en", "en", "cl")) == "s2"
    assert at(line("co", "en", "in", "en", "cl")) == "s3"
    assert at(line("co", "", "in")) is None
    assert at(line("in", "cl")) is None
    assert at(line("en", "")) == "s0"


def test_a_way_back_to_a_lower_level_moves_the_inflection_point() -> None:
    steps = [step("a", "in"), step("b", "en"), step("c", "en", [("a", 0.1)]), step("d", "en")]
    assert at(of(*steps)) == "d"
    assert at(of(*steps[:2], step("c", "en", [("b", 0.1)]), steps[3])) == "b"


def test_a_step_that_cannot_be_reached_is_no_inflection_point() -> None:
    steps = (step("a", "in", [("c", 1.0)]), step("b", "en"), step("c", "en"))
    assert at(of(*steps)) == "c"


def at(found: Trust) -> str | None:
    return found.computed.id if found.computed else None


@pytest.mark.parametrize(("declared", "expected"), [(None, ["a"]), ("d", ["a", "c"])])
def test_rewards_before_the_inflection_point(declared: str | None, expected: list[str]) -> None:
    found = of(
        *(
            step(
                name,
                level,
                reward=name in "ac",
                moment=("trust-inflection",) if name == declared else (),
            )
            for name, level in zip("abcd", ["co", "en", "en", "cl"], strict=True)
        )
    )
    assert [placed_step.id for placed_step in found.early_rewards] == expected
    assert [placed_step.id for placed_step in found.declared] == ([declared] if declared else [])
    assert found.point is not None
    assert found.point.id == (declared or "b")


def test_a_reward_at_the_inflection_point_or_in_a_loop_with_it_is_not_early() -> None:
    assert of(step("a", "en", reward=True)).early_rewards == ()
    loop = (
        step("a", "en", reward=True),
        step("b", "en", [("a", 0.1)], moment=("trust-inflection",)),
    )
    assert of(*loop).early_rewards == ()


def test_without_an_inflection_point_no_reward_is_early() -> None:
    found = of(step("a", "co", reward=True), step("b", "in"))
    assert found.early_rewards == ()
    assert found.point is None


def test_levels_come_from_the_stages_of_the_value_chain_and_renewal_is_no_fall() -> None:
    def journey_of(framework: str) -> JourneyMap:
        stages = (
            {"name": "Communicate", "steps": (step("a"), step("b", "in"))},
            {"name": "Need", "steps": (step("c", "co"),)},
            {"name": "Recommendation", "steps": (step("d", "in", [("c", 0.5)]),)},
        )
        return JourneyMap(
            journey=Journey.model_validate(
                {"title": "A map", "framework": framework, "stages": stages}
            ),
            libraries={},
        )

    def found(framework: str) -> Trust:
        journey_map = journey_of(framework)
        result = trust(journey_map, find_ways(journey_map))
        assert result is not None
        return result

    chain = found("value-chain")
    assert chain.levels[:2] == (Engagement.COMMUNICATE, Engagement.INTERACT)
    assert told(chain.falls) == [("b", "c", None, -1), ("d", "c", 0, -1)]
    cycle = found("customer-lifecycle")
    assert cycle.levels[:2] == (None, Engagement.INTERACT)
    assert told(cycle.falls) == [("b", "c", None, -1)]
