"""unmeasured-moment: what is declared to decide, and nobody reads a metric there."""

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.measurement.unmeasured_moment import unmeasured_moment

READ = "metrics: {metric: calls, value: 60}"


def a_map(*steps: str, top: str = "state: current") -> str:
    """A map whose first step stands in line 5."""
    lines = "".join(f"  - {{action: Step {i}, {step}}}\n" for i, step in enumerate(steps, 1))
    return f"title: Clinic\n{top}\nmetrics: [{{id: calls, name: Calls}}]\nsteps:\n{lines}"


def test_a_moment_without_a_metric_is_told_at_the_moment() -> None:
    assert findings(a_map(READ, "moment: truth"), rule=unmeasured_moment) == [
        (6, 30, 'no metric is read at "Step 2", a declared moment')
    ]


def test_several_are_one_finding() -> None:
    text = a_map(READ, "moment: truth", "moment: critical", f"moment: truth, {READ}")
    assert findings(text, rule=unmeasured_moment) == [
        (6, 30, 'no metric is read at 2 of 3 declared moments: "Step 2" and "Step 3"')
    ]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("moment: [trust-inflection, critical]", True),
        ("moment: truth, importance: 5", True),
        ("moment: truth, leaks: {share: 10 %}", True),
        ("moment: truth, opportunities: {text: Ring}", True),
        ("moment: trust-inflection", True),
        ("moment: first-impression", False),
        ("importance: 5", False),
        ("moment: truth, metrics: calls", False),
        ("moment: truth, leaks: {share: 10 %, method: quantitative, evidence: log}", False),
        ("moment: truth, opportunities: {text: Ring, outcome: calls}", False),
    ],
)
def test_only_moments_that_decide_are_asked(step: str, told: bool) -> None:
    log = "state: current\nevidence: [{id: log, kind: analytics}]"
    assert bool(findings(a_map(READ, step, top=log), rule=unmeasured_moment)) is told


def test_nothing_is_asked_of_a_map_without_readings_nor_of_a_desired_one() -> None:
    assert not findings(a_map("moment: truth", "emotion: sad"), rule=unmeasured_moment)
    assert not findings(a_map(READ, "moment: truth", top="state: desired"), rule=unmeasured_moment)


def test_another_house_measures_itself() -> None:
    house = (
        "state: current\nowner: clinic\nstakeholders: "
        "[{id: clinic, name: Clinic, kind: organisation}, "
        "{id: bank, name: Bank, kind: organisation}]"
    )
    steps = (f"actor: clinic, {READ}", "actor: bank, moment: truth", "actor: clinic")
    text = a_map(*steps, top=house)
    own = text.replace("actor: bank, moment", "actor: clinic, moment")
    assert not findings(text, rule=unmeasured_moment)
    assert findings(own, rule=unmeasured_moment)
