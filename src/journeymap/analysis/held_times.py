"""Readings of how long a stage or the journey takes, beside the sums that the map gives of it."""

from collections.abc import Iterator
from datetime import date

from journeymap.analysis.time import Part, StageTime, Times, Total
from journeymap.model.journey_map import JourneyMap, PlacedStage
from journeymap.model.units import days_per
from journeymap.model.unread import collected
from journeymap.model.vocabulary import MetricKind, Reading
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTime:
    """A duration that was measured, beside the sum of what is recorded.

    Attributes:
        metric: the name of the metric.
        stage: the stage it belongs to; None for the whole map.
        days: the latest value, in days.
        total: the elapsed time of the stage or the map along the main way.
    """

    metric: str
    stage: PlacedStage | None
    days: float
    total: Total


def held_times(journey_map: JourneyMap, times: Times) -> tuple[HeldTime, ...]:
    """Returns the latest reading of each duration at the map and its stages, beside its sum."""
    return collected(
        held for each in (times.whole, *times.stages) for held in _held(journey_map, each)
    )


def _held(journey_map: JourneyMap, time: StageTime) -> Iterator[HeldTime]:
    said = time.stage.stage.metrics if time.stage else journey_map.journey.readings
    latest: dict[str, tuple[date, str, float]] = {}
    for reading in said:
        found = _days(journey_map, reading)
        if found and (reading.metric not in latest or latest[reading.metric][0] <= found[0]):
            latest[reading.metric] = found
    for _, name, days in latest.values():
        yield HeldTime(metric=name, stage=time.stage, days=days, total=time.main[Part.ELAPSED])


def _days(journey_map: JourneyMap, reading: Reading) -> tuple[date, str, float] | None:
    """Returns when a duration was measured, of what and how many days; None for anything else."""
    metric = journey_map.metrics.find(reading.metric)
    if metric is None or metric.item.kind is not MetricKind.DURATION or reading.value is None:
        return None
    unit = days_per(metric.item.unit or "")
    day = reading.as_of.date if reading.as_of else date.min
    return (day, metric.label, reading.value * unit) if unit else None
