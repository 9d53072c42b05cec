"""What is measured where in a map, and how its figures are said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import starmap

from journeymap.authoring import JourneyMap, PlacedStage, Route, one_by_one
from journeymap.model.names import Names
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.model.unread import collected, readable
from journeymap.model.vocabulary import Metric, Reading

_SHORT = 60
"""Up to so many days a time is said in days, a longer one in months."""


def readings(journey_map: JourneyMap) -> Iterator[tuple[Route, Reading]]:
    """Walks the readings of the map, its stages and its steps, each with its place."""
    stages, steps = journey_map.stages, journey_map.steps
    owners = (
        (((), "readings", journey_map.journey.readings),),
        ((placed_step.route, "metrics", placed_step.stage.metrics) for placed_step in stages),
        ((placed_step.route, "metrics", placed_step.step.metrics) for placed_step in steps),
    )
    return one_by_one(starmap(_listed, one_by_one(owners)))


def _listed(
    route: Route, field: str, items: tuple[Reading, ...]
) -> Iterator[tuple[Route, Reading]]:
    for i, reading in enumerate(items):
        yield (*route, field, i), reading


def newest(
    found: Iterable[tuple[Route, Reading]], metrics: Names[Metric]
) -> Iterator[tuple[Route, Reading]]:
    """Walks of each metric in each place the latest reading; of equal ones the last."""
    listed = collected(found)
    known = tuple(readable(listed))
    places: defaultdict[Route, list[tuple[Route, Reading]]] = defaultdict(list)
    for route, reading in known:
        places[route[:-1]].append((route, reading))
    latest = (_newest(each, metrics) for each in places.values())
    return one_by_one((*latest, listed[len(known) :]))


def _newest(
    found: Iterable[tuple[Route, Reading]], metrics: Names[Metric]
) -> Iterator[tuple[Route, Reading]]:
    latest: dict[str, tuple[Route, Reading]] = {}
    for route, reading in found:
        metric = metrics.id_of(reading.metric)
        if metric not in latest or _day(latest[metric][1]) <= _day(reading):
            latest[metric] = (route, reading)
    yield from latest.values()


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
