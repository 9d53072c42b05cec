"""What is measured where in a map, and whether it reached its target."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import starmap

from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Names, Route
from journeymap.model.unread import collected, one_by_one, readable
from journeymap.model.vocabulary import Better, Metric, MetricKind, Reading

_HIGHEST_ANSWER = 10
"""The highest answer to how likely somebody is to recommend a service, and so the highest mean."""


def readings(journey_map: JourneyMap) -> Iterator[tuple[Route, Reading]]:
    """Walks the readings of the map, its stages and its steps, each with its place."""
    return iter(journey_map.once(_every))


def _every(journey_map: JourneyMap) -> tuple[tuple[Route, Reading], ...]:
    stages, steps = journey_map.stages, journey_map.steps
    owners = (
        (((), "readings", journey_map.journey.readings),),
        ((placed_step.route, "metrics", placed_step.stage.metrics) for placed_step in stages),
        ((placed_step.route, "metrics", placed_step.step.metrics) for placed_step in steps),
    )
    return collected(one_by_one(starmap(_listed, one_by_one(owners))))


def readings_of(metric: str, journey_map: JourneyMap) -> Iterator[tuple[Route, Reading]]:
    """Walks the readings of one metric, by its id, each with its place."""
    known = journey_map.metrics
    return (each for each in readings(journey_map) if known.id_of(each[1].metric) == metric)


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


def reached(metric: Metric, value: float | None, target: float | None) -> bool | None:
    """Tells whether a value is as good as a target; None where that is not known.

    Args:
        metric: what is measured, which says which way it improves.
        value: the value.
        target: the target.
    """
    if value is None or target is None or is_mean_of_answers(metric, value, target):
        return None
    if value == target:
        return True
    improves = metric.improves
    return None if improves is None else (value > target) == (improves is Better.HIGHER)


def is_mean_of_answers(metric: Metric, value: float, target: float) -> bool:
    """Tells whether what is called a NPS is the mean of answers of 0 to 10, and its target is none.

    A difference of two percentages is told in whole points, and seldom so near nought (house).
    """
    words = f"{metric.unit or ''} {metric.name}".casefold().split()
    is_nps = metric.kind is MetricKind.NPS or (
        metric.kind in {None, MetricKind.OTHER} and "nps" in words
    )
    of_answers = 0 <= value <= _HIGHEST_ANSWER < target and value != int(value)
    return is_nps and metric.scale is None and of_answers


def _day(reading: Reading) -> date:
    return reading.as_of.date if reading.as_of else date.min
