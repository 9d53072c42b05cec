"""Values and targets outside the scale of their metric."""

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.measurement.metric_off_scale import metric_off_scale

Found = tuple[int, int]


def reading(metric: str, value: str) -> list[Found]:
    """Where a map that measures one value breaks the rule."""
    text = (
        f"title: A\nmetrics: [{{id: m, name: M{metric}}}]\nreadings: {{metric: m, value: {value}}}"
    )
    return [place[:2] for place in findings(f"{text}\nsteps: [B]\n", rule=metric_off_scale)]


@pytest.mark.parametrize(
    ("scale", "low", "high"),
    [
        ("1-5", "1", "5"),
        ("0-100", "0", "100"),
        ("0 – 10", "0", "10"),
        ("1−7", "1", "7"),
        ("-100-100", "-100", "100"),
        ("−100 to 100", "−100", "100"),
        ("-3--1", "-3", "-1"),
        ("-2…+2", "-2", "2"),
        ("0..1", "0", "1"),
        ("0.5-4.5", "0.5", "4.5"),
        ("0 %-100 %", "0", "100 %"),
        ("1-5 stars", "1", "5"),
    ],
)
def test_a_declared_scale_holds_its_values(scale: str, low: str, high: str) -> None:
    metric = f", kind: csat, scale: '{scale}'"
    assert reading(metric, low) == reading(metric, high) == []
    number = float(high.replace("−", "-").removesuffix("%"))
    assert reading(metric, f"{number + 0.01}") == [(3, 30)]
    assert reading(metric, f"{float(low.replace('−', '-')) - 0.01}") == [(3, 30)]


@pytest.mark.parametrize("scale", ["stars", "5-1", "3-3", "1-5-9", "five to ten", "1,5-2,5", "-"])
def test_a_scale_that_is_none_holds_nothing(scale: str) -> None:
    assert reading(f", kind: nps, scale: '{scale}'", "1000") == []


@pytest.mark.parametrize(
    ("kind", "value", "off"),
    [
        ("nps", "-100", False),
        ("nps", "100.5", True),
        ("nps", "−101", True),
        ("count", "-1", True),
        ("count", "1e9", False),
        ("duration", "-0.5", True),
        ("duration", "0", False),
        ("csat", "40", False),
        ("ces", "-3", False),
        ("conversion", "140", False),
        ("cost", "-5", False),
    ],
)
def test_a_kind_holds_its_values(kind: str, value: str, off: bool) -> None:
    assert reading(f", kind: {kind}", value) == ([(3, 30)] if off else [])


def test_a_declared_scale_goes_before_the_kind() -> None:
    assert reading(", kind: nps, scale: 0-10", "50") == [(3, 30)]
    assert reading(", kind: count, scale: -5 to 5", "-3") == []


EVERYWHERE = """\
title: A
uses: w.library.yaml
metrics: [{id: own, name: Own, scale: 1-5, target: 6}, {id: free, name: Free, target: 900}]
readings: [{metric: own}, {metric: unknown, value: 9}, {metric: shared, value: 9}]
stages:
  - name: S
    metrics: {metric: own, value: 9}
    steps:
      - action: B
        metrics: [{metric: own, value: 3}, {metric: Own, value: 9}]
"""
LIBRARY = "metrics:\n  - {id: shared, name: Shared, scale: 0-8, target: 9}\n"


def test_targets_and_readings_of_map_stage_and_step() -> None:
    found = findings(EVERYWHERE, rule=metric_off_scale, files={"w.library.yaml": LIBRARY})
    columns = [(line, EVERYWHERE.splitlines()[line - 1][column - 1]) for line, column, _ in found]
    assert columns == [(3, "6"), (4, "9"), (7, "9"), (10, "9")]
    assert found[0][2] == 'the target 6 is off the scale of "Own", 1 to 5'
    assert found[1][2] == '9 is off the scale of "Shared", 0 to 8'


def test_a_target_in_a_library_is_told_there() -> None:
    found = findings(LIBRARY, rule=metric_off_scale, name="w.library.yaml")
    assert [place[:2] for place in found] == [(2, LIBRARY.splitlines()[1].index("9}") + 1)]


def test_a_value_that_cannot_be_read_is_not_judged() -> None:
    assert reading(", kind: nps", "many") == []
    assert reading(", kind: nps, target: high", "5") == []


def test_a_configuration_has_no_metrics() -> None:
    assert findings("profile: review\n", rule=metric_off_scale, name=".journeymap.yaml") == []
