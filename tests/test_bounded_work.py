"""Small files that could cost much: what is counted is work, never time."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.analysis.test_effort import map_of, step
from tests.workspace.test_load import read

from journeymap.analysis import effort, graph
from journeymap.analysis.transitions import find_ways
from journeymap.reading import expand, first_findings, misspelt_keys

HEAD = "journeymap: 1\ntitle: A\nsteps: [B]\n"


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], list[None]]:
    """Counts the calls of a function."""

    def counted(module: object, name: str) -> list[None]:
        calls: list[None] = []
        plain = getattr(module, name)

        def call(*given: Any, **named: Any) -> object:  # noqa: ANN401 - whatever the function takes
            calls.append(None)
            return plain(*given, **named)

        monkeypatch.setattr(module, name, call)
        return calls

    return counted


def test_what_many_steps_ask_is_looked_for_once_an_item(
    count: Callable[[object, str], list[None]],
) -> None:
    """Not once a step and item; in a loop, once a step more."""
    steps = [step(f"S{n}", [(f"s{n + 1}", 0.9), ("s0", 0.1)], gives=["a", "b"]) for n in range(29)]
    journey_map = map_of(*steps, step("S29", gives=["a", "b"]))
    reached = count(graph, "reach")
    assert len(effort.asked_twice(journey_map, find_ways(journey_map))) == 58
    assert len(reached) <= 2 * 2 + 30


def test_near_names_are_sought_for_the_unknown_keys_that_are_told(
    monkeypatch: pytest.MonkeyPatch, count: Callable[[object, str], list[None]]
) -> None:
    for module in (expand, first_findings):
        monkeypatch.setattr(module, "MOST_TOLD", 10)
    sought = count(misspelt_keys, "nearest")
    file = read(HEAD + "".join(f"zz{n}: 1\n" for n in range(500)))
    assert 0 < len(sought) <= 11
    assert [each.code for each in file.findings] == ["JM003"] * 11
    assert file.findings[-1].message == (
        "`zz10` is not a field of the map, and 489 more places like this one below it"
    )
    assert file.journey_map is not None


def test_what_many_unknown_keys_stand_for_is_unknown_not_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(expand, "MOST_TOLD", 10)
    few = read(HEAD + "zz: 1\npersnoa: Ann\n")
    many = read(HEAD + "".join(f"zz{n}: 1\n" for n in range(20)) + "persnoa: Ann\n")
    assert ("persona",) in few.broken
    assert ("",) in many.broken
