"""Who is still there: losses and remainders add up, and nothing unknown is told as known."""

from math import fsum

from hypothesis import given
from tests.analysis.maps import journeys
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.still_there import each_still_there, still_there
from journeymap.model.journey_map import JourneyMap

CLINIC = """
title: Clinic
steps:
  - action: Calls
    leaks: [{to: another clinic, share: 10 %}]
  - action: Waits
    next: [{to: end, share: 20 %, counts: lost}]
  - action: Is treated
"""


def test_who_ends_without_what_they_came_for_is_lost_as_who_leaves() -> None:
    there = still_there(analyse(CLINIC))
    assert there
    assert there.of_100 == (90, 72, 72)
    assert there.lost_of_100 == (10, 18, 0)
    assert not there.is_least


def test_a_leak_without_a_share_is_not_taken_for_nobody() -> None:
    there = still_there(analyse(f"{CLINIC}    leaks: [another clinic]\n"))
    assert there
    assert there.open_leaks == {2}
    assert there.is_least


def test_without_shares_nobody_knows_who_is_there() -> None:
    assert still_there(analyse("title: Clinic\nsteps: [Calls, Is treated]\n")) is None


def test_of_several_personas_it_is_their_mean_by_weight() -> None:
    analysis = analyse(
        "title: Clinic\npersonas: [{name: Ana, share: 75 %}, {name: Ben, share: 25 %}]\n"
        "persona: [ana, ben]\n"
        "steps:\n"
        "  - {action: Calls, leaks: [{to: home, share: {ana: 0 %, ben: 40 %}}]}\n"
        "  - Is treated\n"
    )
    there = still_there(analysis)
    assert there
    assert there.of_100 == (90, 90)
    assert {who: own.of_100 for who, own in each_still_there(analysis).items()} == {
        "ana": (100, 100),
        "ben": (60, 60),
    }


@given(journeys())
def test_what_becomes_of_a_hundred_adds_up_and_agrees_on_who_is_lost(
    journey_map: JourneyMap,
) -> None:
    analysis = Analysis(journey_map=journey_map)
    flow, there = analysis.flow, still_there(analysis)
    of_100 = flow.of_100 if flow else {"left": 100}
    assert sum(of_100.values()) == 100
    if flow and there:
        assert of_100["lost"] + of_100["left"] + of_100["neither"] == 100 - there.of_100[-1]
        assert all(abs(getattr(flow, fate) - n / 100) < 0.01 for fate, n in of_100.items())


@given(journeys())
def test_losses_and_remainders_add_up(journey_map: JourneyMap) -> None:
    analysis = Analysis(journey_map=journey_map)
    there, flow = still_there(analysis), analysis.flow
    assert (there is None) == (flow is None)
    if there and flow:
        gone = sum((*there.lost_of_100, *there.ended_of_100))
        assert gone == 100 - there.of_100[-1] or not there.adds_up
        assert abs(fsum(there.lost) - flow.left - flow.lost) < 1e-6
        shown = zip(there.lost_of_100, there.lost, strict=True)
        assert all(abs(count - 100 * share) <= 0.5 + 1e-6 for count, share in shown)
        assert abs(there.all_lost_of_100 - 100 * fsum(there.lost)) <= 0.5 + 1e-6


def test_a_loss_is_rounded_by_itself_and_told_to_be_where_that_does_not_add_up() -> None:
    leak = "leaks: [{to: home, share: SHARE}]"
    steps = "\n".join(f"  - {{action: S{i}, {leak}}}" for i in range(3))
    for share, shown, left, adds_up in (
        ("10.4 %", (10, 9, 8), (90, 80, 72), False),  # 10.4, 9.32 and 8.35; 80.28 are left, 71.93
        ("10 %", (10, 9, 8), (90, 81, 73), True),
        ("0.4 %", (0, 0, 0), (100, 99, 99), False),
    ):
        there = still_there(analyse(f"title: T\nsteps:\n{steps.replace('SHARE', share)}\n"))
        assert there
        assert (there.lost_of_100, there.of_100, there.adds_up) == (shown, left, adds_up)
        assert all(map(there.is_losing, range(3)))
