"""What is measured where in a map, and how its figures are said."""

from collections.abc import Iterable, Iterator
from datetime import date

from journeymap.authoring import JourneyMap, PlacedStage, Route
from journeymap.model.names import Names
from journeymap.model.scalars import DAYS_PER_MONTH
from journeymap.model.vocabulary import Metric, Reading

_SHORT = 60
"""Up to so many days a time is said in days, a longer one in months."""


def readings(journey_map: JourneyMap) -> Iterator[tuple[Route, Reading]]:
    """Walks the readings of the map, its stages and its steps, each with its place."""
    owners = (
        ((), "readings", journey_map.journey.readings),
        *((placed.route, "metrics", placed.stage.metrics) for placed in journey_map.stages),
        *((placed.route, "metrics", placed.step.metrics) for placed in journey_map.steps),
    )
    for route, field, listed in owners:
        for i, reading in enumerate(listed):
            yield (*route, field, i), reading


def newest(
    found: Iterable[tuple[Route, Reading]], metrics: Names[Metric]
) -> tuple[tuple[Route, Reading], ...]:
    """Returns of each metric in each place the latest reading; of equal ones the last."""
    latest: dict[tuple[Route, str], tuple[Route, Reading]] = {}
    for route, reading in found:
        key = (route[:-1], metrics.id_of(reading.metric))
        if key not in latest or _day(latest[key][1]) <= _day(reading):
            latest[key] = (route, reading)
    return tuple(latest.values())


def of_stage(journey_map: JourneyMap, stage: PlacedStage) -> tuple[Reading, ...]:
    """Returns the readings of a stage as a whole; of the unnamed one those of the map."""
    return stage.stage.metrics if stage.route else journey_map.journey.readings


def number(value: float) -> str:
    """Returns a figure without digits that say nothing."""
    return f"{value:.10g}"


def in_words(days: float) -> str:
    """Returns a length of time as one says it: 12 days, 7 months."""
    count, unit = (days, "day") if days <= _SHORT else (days / DAYS_PER_MONTH, "month")
    return counted(max(round(count), 1), unit)


def counted(count: int, noun: str) -> str:
    """Returns a number and its noun, in the plural unless it is one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _day(reading: Reading) -> date:
    return reading.as_of.date if reading.as_of else date.min
