"""A share of the whole map that is called after its last stage, beside how many come so far."""

import pytest
from tests.analysis.reading import analyse

MAP = """title: A burnout
metrics: [{{id: rate, name: {name}, kind: {kind}, unit: '%'}}]
readings: [{{metric: rate, value: {value}}}]
stages:
  - name: Treated
    steps:
      - {{action: Sees the doctor, leaks: {{share: 20 %}}}}
      - {{action: Rests, next: [{{to: end, share: 10 %, counts: {ends}}}]}}
  - name: Back to work
    steps: [{{action: Starts with two hours, leaks: {{share: 15 %}}}}, Works all day]
"""
"""61 of 100 come to the end: .8 * .9 * .85."""


@pytest.mark.parametrize(
    ("name", "kind", "value", "ends", "asked"),
    [
        ("Back at work after 12 months", "conversion", 68, "neither", True),
        ("Back at work after 12 months", "conversion", 64, "neither", False),  # about as many
        ("Back at work after 12 months", "conversion", 50, "neither", False),  # some leave untold
        ("Back at work within 12 months", "conversion", 72, "neither", False),  # how fast
        ("Back at work after 12 months", "conversion", 72, "completed", False),  # 69, with them
        ("Back at work after 12 months", "csat", 72, "neither", False),  # no share of people
        ("Doctors on duty", "conversion", 72, "neither", False),  # of something else
        ("Work stations free", "conversion", 72, "neither", False),
        ("Appointments at work kept", "conversion", 72, "neither", False),  # of what is booked
    ],
)
def test_more_than_come_so_far_are_asked_about(
    name: str, kind: str, value: int, ends: str, asked: bool
) -> None:
    found = analyse(MAP.format(name=name, kind=kind, value=value, ends=ends)).contradictions
    assert [each.asked for each in found] == [True] * asked
