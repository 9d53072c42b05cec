"""What differs between two maps: each thing once, the same from either side, and all of it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.analysis.reading import analyse
from tests.compare.applying import applied
from tests.compare.edits import maps, pairs
from tests.linter.linting import MAP as NAME
from tests.linter.linting import workspace_of

from journeymap.compare.difference import Difference, Differences, How, differences
from journeymap.compare.record import ORDERED, Key, Kind, Record, Ref
from journeymap.compare.recorder import record_of
from journeymap.model.journey_map import JourneyMap

SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def said(record: Record) -> dict[Key, Any]:
    """All that a record says, by key."""
    return {
        key: (each.kind, each.holder, dict(each.fields)) for key, each in record.entries.items()
    }


def orders(record: Record) -> dict[Any, list[Key]]:
    """The order of what has one."""
    return {
        (key, kind): [each.key for each in held]
        for key in record.entries
        for kind in ORDERED
        if (held := record.held(key, kind))
    }


def between(first: JourneyMap, second: JourneyMap) -> Differences:
    return differences(record_of(first), record_of(second))


@SLOW
@given(maps())
def test_a_map_does_not_differ_from_itself(journey_map: JourneyMap) -> None:
    assert between(journey_map, journey_map).all == ()


@SLOW
@given(pairs())
def test_what_differs_applied_to_one_map_gives_the_other(
    two: tuple[JourneyMap, JourneyMap],
) -> None:
    found = between(*two)
    made = applied(found.first, found.all, found.pairs)
    assert said(made) == said(found.second)
    assert orders(made) == orders(found.second)


def turned(each: Difference) -> Any:  # noqa: ANN401 - what tells it from others
    how = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED}.get(each.how, each.how)
    return how, each.second, each.first, each.after, each.before, each.origin, each.spot


@SLOW
@given(pairs())
def test_the_other_way_round_the_same_differs(two: tuple[JourneyMap, JourneyMap]) -> None:
    found, back = between(*two), between(*reversed(two))
    assert dict(back.pairs) == {there: here for here, there in found.pairs.items()}
    straight = [(e.how, e.first, e.second, e.before, e.after, e.spot, e.origin) for e in back.all]
    assert len(straight) == len(found.all)
    assert all(turned(each) in straight for each in found.all)


def told(first: str, second: str) -> list[tuple[Any, ...]]:
    one, two = (analyse(text).journey_map for text in (first, second))
    return [
        (
            *(e.how.value, e.entry.kind.value, e.entry.id, ".".join(map(str, e.path))),
            *(it.label if isinstance(it, Ref) else it for it in (e.before, e.after)),
        )
        for e in between(one, two).all
    ]


MAP = """
title: Clinic
persona: ann
personas: [{id: ann, name: Ann}]
stakeholders: [{id: gp, name: GP, kind: clinician}]
stages:
  - id: before
    name: Before
    steps:
      - {id: calls, action: Calls, actor: gp, leaks: {to: rival, share: 8 %}}
      - {id: comes, action: Comes, pains: [{id: cold, text: Cold}]}
  - {id: after, name: After, steps: [{id: pays, action: Pays, handoff: GP}]}
"""
SAME = [
    ("persona: ann\n", "persona: Ann\n"),
    ("{id: calls, action: Calls, actor: gp,", "{action: Calls, actor: GP, id: calls,"),
    ("leaks: {to: rival, share: 8 %}", "leaks: [{share: 0.08, to: rival}]"),
    ("handoff: GP", "handoff: {to: gp}"),
    ("personas: [{id: ann, name: Ann}]", "personas:\n  # she\n  - {name: 'Ann', id: ann}"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_how_a_map_is_written_is_no_difference(old: str, new: str) -> None:
    assert old in MAP
    assert told(MAP, MAP.replace(old, new)) == []


ONCE = [
    ("id: gp, name: GP", "id: doctor, name: GP",
     [("changed", "stakeholder", "doctor", "id", "gp", "doctor")]),
    ("action: Calls", "action: Rings", [("renamed", "step", "calls", "action", "Calls", "Rings")]),
    ("share: 8 %", "share: 5 %", [("changed", "leak", "rival", "share", 0.08, 0.05)]),
    ("to: rival, share", "to: nobody, share",
     [("changed", "leak", "nobody", "to", "rival", "nobody")]),
    (", pains: [{id: cold, text: Cold}]", "", [("removed", "pain", "cold", "", None, None)]),
    ("{id: cold, text: Cold}", "{id: cold, text: Cold, severity: 2}",
     [("changed", "pain", "cold", "severity", None, 2)]),
    ("name: Before", "name: At first",
     [("renamed", "stage", "before", "name", "Before", "At first")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found"), ONCE)
def test_each_change_is_told_once(old: str, new: str, found: list[tuple[Any, ...]]) -> None:
    changed = MAP.replace(old, new)
    if "doctor" in new:
        changed = changed.replace("actor: gp", "actor: doctor")
    assert told(MAP, changed) == found


def test_a_new_stage_is_one_change_and_a_step_that_moves_into_it_another() -> None:
    there = MAP.replace("      - {id: comes, action: Comes, pains: [{id: cold, text: Cold}]}\n", "")
    there += "  - name: Later\n    steps:\n      - {id: comes, action: Comes, pains: [{id: cold, text: Cold}]}\n      - Thanks\n"  # noqa: E501 - a map
    found = told(MAP, there)
    assert [each[:3] for each in found] == [("added", "stage", "later"), ("moved", "step", "comes")]


def spots(first: str, second: str) -> list[Any]:
    """What comes: its key, what stands before it, and all that comes with it."""
    one, two = (analyse(text).journey_map for text in (first, second))
    found = between(one, two).all
    return [(e.entry.key, e.spot and e.spot.behind, [p.key for p in e.parts]) for e in found]


def test_what_comes_is_told_with_its_place_and_all_that_it_holds() -> None:
    calls, comes, cold = ("step", "calls"), ("step", "comes"), ("pain", "cold")
    line = "      - {id: comes, action: Comes, pains: [{id: cold, text: Cold}]}\n"
    without = MAP.replace(line, "")
    first = without.replace("    steps:\n", f"    steps:\n{line}", 1)
    assert spots(without, MAP) == [(comes, calls, [comes, cold])]
    assert spots(without, first) == [(comes, None, [comes, cold])]


def test_two_parts_that_say_the_same_are_two() -> None:
    leak = "{to: rival, share: 8 %}"
    text = MAP.replace(leak, f"[{leak}, {{to: rival, share: 5 %}}]")
    leaks = record_of(analyse(text).journey_map).of(Kind.LEAK)
    assert [each.fields["share",] for each in leaks] == [0.08, 0.05]
    assert [each.key[-1] for each in leaks] == ["rival", "2"]


def test_a_pain_goes_with_its_id_to_another_step() -> None:
    there = MAP.replace(", pains: [{id: cold, text: Cold}]", "")
    there = there.replace("handoff: GP", "handoff: GP, pains: [{id: cold, text: Cold}]")
    assert [each[:3] for each in told(MAP, there)] == [("moved", "pain", "cold")]


def test_what_could_not_be_read_is_neither_there_nor_gone() -> None:
    whole = analyse(MAP).journey_map
    torn = MAP.replace("actor: gp, leaks: {to: rival, share: 8 %}", "actor: gp")
    less = record_of(analyse(torn).journey_map, {("stages", 0, "steps", 0, "leaks")})
    found = differences(record_of(whole), less)
    assert found.all == ()
    step = ("stages", 0, "steps", 0)
    noted = analyse(torn.replace("actor: gp", "note: x")).journey_map
    unread = record_of(noted, {(*step, "actor"), (*step, "leaks")})
    again = differences(record_of(whole), unread)
    assert [(each.entry.id, each.path) for each in again.all] == [("calls", ("note",))]
    assert again.unread == ((("step", "calls"), "actor"),)


def test_pilots_are_told_apart_by_their_dates_and_without_one_by_their_place() -> None:
    text = "title: A\nsteps: [{{action: B, opportunities: {{text: C, pilots: [{}]}}}}]\n"
    one, other, undated = "{date: 2026-01, n: 3}", "{date: 2026-05, n: 4}", "{n: 5}"

    def told(first: str, second: str) -> list[How]:
        maps = (analyse(text.format(each)).journey_map for each in (first, second))
        return [each.how for each in between(*maps).all]

    assert told(f"{one}, {other}", other) == [How.REMOVED]
    assert told(f"{one}, {other}", f"{one}, {other}, {undated}") == [How.ADDED]
    assert told(f"{undated}, {other}", f"{other}, {undated}") == []


def test_readings_of_one_metric_are_told_apart_by_their_days() -> None:
    first, second = (f"{{metric: m, value: {i}, as_of: 2026-0{i}-01}}" for i in (3, 4))
    text = "title: A\nmetrics: [{{id: m, name: M}}]\nreadings: [{}]\nsteps: [B]\n"
    both = text.format(f"{first}, {second}")
    maps = [analyse(each).journey_map for each in (both, text.format(second))]
    (found,) = between(*maps).all
    assert (found.how, found.entry.fields["value",]) == (How.REMOVED, 3)


def test_of_a_library_that_is_recorded_of_which_the_map_speaks() -> None:
    files = {
        NAME: "title: A\nuses: our.library.yaml\nsteps: [{action: B, channel: phone}]\n",
        "our.library.yaml": "channels: [{id: phone, name: Phone}, {id: fax, name: Fax}]\n",
    }
    journey_map = workspace_of(files, [NAME]).asked[0].journey_map
    assert journey_map
    record = record_of(journey_map)
    assert [each.key for each in record.of(Kind.CHANNEL)] == [("channel", "phone")]


def test_a_way_to_what_is_gone_is_no_way_to_what_is_called_so_now() -> None:
    before = "title: Clinic\nsteps: [{action: Calls, next: pays}, Pays, Asks, Pays]\n"
    after = "title: Clinic\nsteps: [{action: Calls, next: pays}, Asks, Pays]\n"
    for first, second in ((before, after), (after, before)):
        (found,) = (each for each in told(first, second) if each[1] == "way")
        assert found == ("changed", "way", "pays", "to", "Pays", "Pays")
