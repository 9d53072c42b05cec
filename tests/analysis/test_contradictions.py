"""What is measured as it is recorded contradicts nothing, whatever the map is like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.contradicted_shares import share_of
from journeymap.analysis.contradiction import Held, Range, goes_with, is_near, share_goes_with
from journeymap.model.names import Defined
from journeymap.model.vocabulary import Metric, MetricKind, Reading

METRICS = (
    "metrics:\n"
    "  - {id: wait, name: Wait, kind: duration, unit: days}\n"
    "  - {id: talk, name: Talk, kind: duration, unit: min}\n"
    "  - {id: lost, name: Drop-outs, kind: conversion, unit: '%'}\n"
    "  - {id: kept, name: Offers accepted, kind: conversion, unit: '%'}\n"
    "  - {id: all, name: Course completed, kind: conversion, unit: '%'}\n"
)
"""Metrics whose names say what they are about."""


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, float]:
    """A step whose readings are what it records, and its share of leavers in per cent."""
    wait, talk = draw(st.integers(1, 60)), draw(st.integers(1, 90))
    leaving = draw(st.integers(0, 95))
    said = (
        f"duration: {talk} min, wait: {wait} days, leaks: {{share: {leaving} %}}, metrics: ["
        f"{{metric: wait, value: {wait}}}, {{metric: talk, value: {talk}}}, "
        f"{{metric: lost, value: {leaving}}}, {{metric: kept, value: {100 - leaving}}}]"
    )
    return said, leaving


@given(st.lists(steps(), min_size=1, max_size=6))
def test_a_reading_of_what_is_recorded_contradicts_nothing(found: list[tuple[str, float]]) -> None:
    completed = 100.0
    for _, leaving in found:
        completed *= 1 - leaving / 100
    listed = "".join(f"  - {{action: S{i}, {said}}}\n" for i, (said, _) in enumerate(found))
    text = (
        f"title: A\n{METRICS}readings: [{{metric: all, value: {completed:.4f}}}]\n"
        f"steps:\n{listed}  - End\n"
    )
    assert analyse(text).contradictions == ()


@given(st.lists(steps(), min_size=1, max_size=6), st.integers(0, 5))
def test_another_wait_of_the_first_step_is_found(found: list[tuple[str, float]], at: int) -> None:
    """It is thrice as long as all waits together, so that no sum of them explains it."""
    said, _ = found[at % len(found)]
    text = f"title: A\n{METRICS}steps:\n  - {{action: S, {said}}}\n  - End\n"
    (wait,) = (int(part.split(" ")[1]) for part in said.split(", ") if part.startswith("wait:"))
    wrong = text.replace(f"metric: wait, value: {wait}}}", f"metric: wait, value: {3 * wait + 2}}}")
    assert [each.held.metric.id for each in analyse(wrong).contradictions] == ["wait"]


@pytest.mark.parametrize(
    ("value", "slack"), [(6, 0.5), (6.5, 0.05), (0.25, 0.005), (100, 0.5), (1234.5, 0.05)]
)
def test_a_value_may_be_rounded_by_half_of_its_last_place(value: float, slack: float) -> None:
    held = Held(
        route=(),
        reading=Reading(metric="m"),
        metric=Defined(item=Metric(name="M"), id="m", label="M", route=()),
        value=value,
    )
    assert held.slack == pytest.approx(slack)


@pytest.mark.parametrize(
    ("value", "low", "high", "goes"),
    [
        (42, 42, 42, True),
        (31.5, 42, 42, True),
        (31.4, 42, 42, False),
        (52.5, 42, 42, True),
        (52.6, 42, 42, False),
        (10, 0, 40, True),
        (1e6, 7, float("inf"), True),
    ],
)
def test_a_quarter_beside_a_range_goes_with_it(
    value: float, low: float, high: float, goes: bool
) -> None:
    assert goes_with(value, 0.0, Range(low=low, high=high)) == goes


@pytest.mark.parametrize(
    ("value", "recorded", "goes"),
    [
        (0.05, 0.1, True),
        (0.04, 0.1, False),
        (0.8, 0.86, True),
        (0.65, 0.86, False),
        (0.7, 0.86, False),
        (1.0, 0.88, False),
        (0.5, 0.56, True),
        (0.3, 0.36, True),
        (0.2, 0.3, False),
    ],
)
def test_shares_differ_by_five_points_and_a_quarter(
    value: float, recorded: float, goes: bool
) -> None:
    assert share_goes_with(value, 0.0, Range(low=recorded, high=recorded)) == goes


def test_what_is_ten_times_as_much_is_about_something_else() -> None:
    recorded = Range(low=42, high=42)
    assert [is_near(each, recorded) for each in (4, 4.2, 420, 421, 0)] == [
        False,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("value", "unit", "share"),
    [
        (0, "%", 0),
        (100, "%", 1),
        (100.5, "%", None),
        (-1, "%", None),
        (0, None, 0),
        (0.25, None, 0.25),
        (25, None, 0.25),
        (25, "calls", None),
    ],
)
def test_a_share_is_from_none_to_all(value: float, unit: str | None, share: float | None) -> None:
    metric = Metric(name="M", kind=MetricKind.CONVERSION, unit=unit)
    held = Held(
        route=(),
        reading=Reading(metric="m"),
        metric=Defined(item=metric, id="m", label="M", route=()),
        value=value,
    )
    assert share_of(held) == share
