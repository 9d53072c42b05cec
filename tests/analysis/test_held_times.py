"""Readings of how long it takes, beside what a map adds up to."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.held_times import held_times

DAYS = "{id: m, name: Time, kind: duration, unit: days}"


def held(metric: str, *readings: str) -> list[tuple[str, float, float]]:
    listed = ", ".join(f"{{metric: m, {each}}}" for each in readings)
    text = (
        f"title: A\nmetrics: [{metric}]\nreadings: [{listed}]\nsteps: [{{action: B, wait: 3 d}}]\n"
    )
    analysis = analyse(text)
    found = held_times(analysis.journey_map, analysis.times)
    assert all(each.stage is None for each in found)
    return [(each.metric, each.days, each.total.low) for each in found]


@pytest.mark.parametrize(
    ("metric", "readings", "days"),
    [
        (DAYS, ("value: 5",), 5),
        (DAYS.replace("days", "weeks"), ("value: 2",), 14),
        (DAYS, ("value: 9, as_of: 2026-05-01", "value: 4, as_of: 2026-01-01"), 9),
        (DAYS, ("value: 9, as_of: 2026-01-01", "value: 4, as_of: 2026-05-01"), 4),
        (DAYS, ("value: 9, as_of: 2026-05-01", "value: 4, as_of: 2026-05-01"), 4),  # the later one
        (DAYS, ("value: 9, as_of: 2026-05-01", "value: 4"), 9),
        (DAYS, ("as_of: 2026-05-01",), None),
        (DAYS.replace("duration", "count"), ("value: 5",), None),
        (DAYS.replace("days", "people"), ("value: 5",), None),
    ],
)
def test_the_latest_reading_of_a_duration_counts(
    metric: str, readings: tuple[str, ...], days: float | None
) -> None:
    assert held(metric, *readings) == ([("Time", days, 3)] if days else [])


def test_what_is_read_of_no_known_metric_is_no_duration() -> None:
    assert held("{id: other, name: Time, kind: duration, unit: days}", "value: 5") == []
