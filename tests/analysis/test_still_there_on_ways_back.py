"""Who is still there agrees with who ever comes, also where ways lead back or end otherwise."""

from hypothesis import given
from tests.analysis.maps import journeys
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.flow import fate_of, people
from journeymap.analysis.still_there import StillThere, still_there
from journeymap.model.between import Outcome
from journeymap.model.journey_map import JourneyMap

GARAGE = """
title: Garage
steps:
  - {id: a, action: Rings}
  - {id: b, action: Brings the car, leaks: [{to: another garage, share: 20 %}]}
  - {id: c, action: Waits, next: [{to: b, share: 50 %}]}
  - {id: d, action: Drives}
"""


def there_of(text: str) -> StillThere:
    found = still_there(analyse(text))
    assert found
    return found


def test_who_comes_further_is_there_and_lost_where_they_are_when_a_way_leads_back() -> None:
    there, flow = there_of(GARAGE), analyse(GARAGE).flow
    assert flow
    assert there.of_100 == (100, 80, 67, 67)  # 80 ever wait, and 2 of 3 of all ever drive
    assert [people(each.people) for each in flow.steps] == [100, 100, 80, 67]
    assert there.lost_of_100 == (0, 33, 0, 0)
    assert there.on_return == (0, 13, 0, 0)


def test_who_ends_otherwise_is_neither_there_nor_lost() -> None:
    ends = "next: [{to: end, share: 30 %, counts: neither}]"
    there = there_of(f"title: A\nsteps: [Calls, {{action: Is seen, {ends}}}, Goes home]\n")
    assert there.of_100 == (100, 70, 70)
    assert there.ended_of_100 == (0, 30, 0)
    assert there.lost_of_100 == there.on_return == (0, 0, 0)


def test_who_completes_early_or_passes_over_a_step_is_there() -> None:
    there = there_of(
        "title: A\nsteps:\n"
        "  - {action: Calls, next: [{to: end, share: 20 %, counts: completed},"
        " {to: c, share: 30 %}]}\n"
        "  - {action: Is seen, leaks: [{to: home, share: 10 %}]}\n"
        "  - {id: c, action: Goes home}\n"
    )
    assert there.of_100 == (100, 95, 95)
    assert there.lost_of_100 == (0, 5, 0)


def test_who_goes_round_for_ever_is_there() -> None:
    there = there_of(
        "title: A\nsteps:\n"
        "  - {id: a, action: Calls, leaks: [{to: home, share: 10 %}]}\n"
        "  - {action: Waits, next: [{to: b, share: 100 %}]}\n"
        "  - {id: b, action: Waits again, next: [{to: a, share: 100 %}]}\n"
        "  - Leaves\n"
    )
    assert there.of_100[-1] == round(100 - sum(there.lost_of_100))


def walked(measures: Analysis, last: int) -> float:
    """Share who are not gone before they come past a step, by walking for long."""
    fates = [fate_of(exits) for exits in measures.ways.exits]
    mass, gone = {measures.ways.starts[0]: 1.0}, 0.0
    for _ in range(2000):
        onward: dict[int, float] = {}
        for at, here in mass.items():
            gone += here * (fates[at].failing + fates[at].ends[Outcome.NEITHER])
            for to, part in fates[at].onward.items():
                if to <= last:
                    onward[to] = onward.get(to, 0.0) + here * part
        mass = onward
    return 1 - gone


@given(journeys())
def test_it_is_who_gets_past_each_step_by_walking_the_map(journey_map: JourneyMap) -> None:
    measures = Analysis(journey_map=journey_map)
    there = still_there(measures)
    after = there.after if there else ()
    assert [round(each, 6) for each in after] == [
        round(walked(measures, last), 6) for last in range(len(after))
    ]


@given(journeys())
def test_nobody_who_comes_to_a_later_step_is_taken_for_gone(journey_map: JourneyMap) -> None:
    measures = Analysis(journey_map=journey_map)
    there, flow = still_there(measures), measures.flow
    steps, after = (flow.steps, there.after) if flow and there else ((), ())
    assert [i for i, share in enumerate(after) if any(
        each.people > share + 1e-9 for each in steps[i + 1 :]
    )] == []  # fmt: skip
