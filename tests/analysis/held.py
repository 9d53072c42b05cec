"""Maps in which a metric is read, and what its reading is held against."""

from tests.analysis.reading import analyse

from journeymap.analysis.contradiction import Contradiction

DAYS = "kind: duration, unit: days"
SHARE = "kind: conversion, unit: '%'"


def held_against(text: str) -> Contradiction | None:
    found = analyse(text).contradictions
    assert len(found) <= 1
    return found[0] if found else None


def stepwise(metric: str, value: str, steps: tuple[str, ...], at: int, top: str = "") -> str:
    """A map whose metric is read at one of its steps."""
    reading = f", metrics: {{metric: m, value: {value}}}"
    listed = (f"  - {{action: {e}{reading if i == at else ''}}}\n" for i, e in enumerate(steps))
    return f"title: A\n{top}metrics: [{{id: m, {metric}}}]\nsteps:\n{''.join(listed)}"


def of_stage(metric: str, value: float, steps: tuple[str, ...]) -> str:
    """A map whose metric is read of its second stage; before it a wait of three weeks begins."""
    listed = "".join(f"      - {{action: {each}}}\n" for each in steps)
    return (
        f"title: A\nmetrics: [{{id: m, {metric}}}]\nstages:\n"
        "  - {name: Before, steps: [{action: Calls, wait: 3 weeks}]}\n"
        f"  - name: Diagnosis\n    metrics: {{metric: m, value: {value}}}\n    steps:\n{listed}"
    )


def told(found: Contradiction | None) -> tuple[str, str, float, float] | None:
    if found is None:
        return None
    step, recorded = found.step.label if found.step else "", found.recorded
    return found.against.value, step, round(recorded.low, 3), round(recorded.high, 3)
