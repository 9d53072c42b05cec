"""backward-outcome: what an idea is to reach lies behind what it begins from."""

import pytest
from tests.linter.linting import findings, helps, messages

from journeymap.linter.rules.improvement.backward_outcome import backward_outcome


def a_map(outcome: str, *values: float, metric: str = "kind: duration", idea: str = "") -> str:
    """A map with one idea and readings of its metric at steps of their own."""
    steps = "".join(
        f"  - {{action: S{each}, metrics: {{metric: m, value: {each}}}}}\n" for each in values
    )
    return (
        f"title: A\nmetrics: [{{id: m, name: Wait, unit: days, {metric}}}]\nsteps:\n{steps}"
        f"  - action: B\n    opportunities: {{text: Remind, {idea}outcome: "
        f"{{metric: m, {outcome}}}}}\n"
    )


@pytest.mark.parametrize(
    ("outcome", "values", "metric", "said"),
    [
        (
            "from: 10, target: 42",
            (),
            "kind: duration",
            "worse than the 10 days that it begins from",
        ),
        ("from: 42, target: 10", (), "kind: duration", ""),
        ("from: 10, target: 10", (), "kind: duration", "the same as the 10 days"),
        ("from: 10, target: 42", (), "kind: conversion", ""),
        ("from: 42, target: 10", (), "kind: conversion", "worse than the 42 days"),
        ("from: 42, target: 10", (), "kind: duration, better: higher", "worse than the 42 days"),
        ("from: 10, target: 42", (), "kind: count", ""),
        ("from: 10, target: 42", (42,), "kind: count", ""),
        ("from: 10, target: 42", (42,), "kind: count, target: 10", "to 42 days, its latest value"),
        ("target: 42", (), "kind: duration", ""),
        ("target: 42", (30,), "kind: duration", "worse than the 30 days"),
        ("target: 42", (30, 60), "kind: duration", ""),
        ("from: 42", (30,), "kind: duration", ""),
    ],
)
def test_a_target_that_is_no_better(
    outcome: str, values: tuple[float, ...], metric: str, said: str
) -> None:
    found = messages(a_map(outcome, *values, metric=metric), rule=backward_outcome)
    assert [said in each for each in found] == ([True] if said else [])


def test_it_stands_at_the_outcome() -> None:
    ((line, column, _),) = findings(a_map("from: 1, target: 2"), rule=backward_outcome)
    assert (line, column) == (5, 44)


@pytest.mark.parametrize(
    ("outcome", "values", "metric", "help_"),
    [
        (
            "from: 10, target: 42",
            (42,),
            "kind: duration, target: 10",
            "swap the two: from: 42, target: 10, as the metric says itself",
        ),
        (
            "from: 10, target: 42",
            (),
            "kind: duration",
            (
                "write from: 42, target: 10 if they are swapped, or correct the one that is wrong; "
                "lower is better here, unless the metric says better: higher"
            ),
        ),
        ("target: 42", (30,), "better: lower", "correct target:; lower is better here"),
        (
            "from: 5, target: 5",
            (),
            "better: higher",
            "correct target: or from:; higher is better here",
        ),
    ],
)
def test_the_cure_swaps_both_or_corrects_one(
    outcome: str, values: tuple[float, ...], metric: str, help_: str
) -> None:
    assert helps(a_map(outcome, *values, metric=metric), rule=backward_outcome) == [help_]


@pytest.mark.parametrize(
    ("idea", "outcome", "count"),
    [
        ("status: live, ", "target: 42", 0),  # what was reached since then is no slip
        ("status: live, ", "from: 10, target: 42", 1),
        ("status: dropped, ", "from: 10, target: 42", 0),
        ("status: testing, ", "target: 42", 1),
    ],
)
def test_how_far_an_idea_has_come(idea: str, outcome: str, count: int) -> None:
    assert len(messages(a_map(outcome, 30, idea=idea), rule=backward_outcome)) == count
