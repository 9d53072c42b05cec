"""Readings that do not go with what a map records: its times, its shares, how many come.

What is unknown contradicts nothing. A reading counts as explained by anything near it that it goes
with; what is told is left when nothing does. Of several readings in one place the latest counts.
"""

from collections.abc import Iterator

from journeymap.analysis.contradicted_shares import ShareReader
from journeymap.analysis.contradicted_times import TimeReader
from journeymap.analysis.contradiction import Contradiction, Held
from journeymap.analysis.flow import Flow
from journeymap.analysis.readings import newest, readings
from journeymap.analysis.time import Times
from journeymap.analysis.transitions import Ways
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import stage_route, step_route
from journeymap.model.unread import collected, one_by_one


def contradictions(
    journey_map: JourneyMap, times: Times, ways: Ways, flow: Flow | None
) -> tuple[Contradiction, ...]:
    """Returns the readings of a map that contradict it, in order."""
    every: list[TimeReader | ShareReader] = [TimeReader(journey_map=journey_map, times=times)]
    every += [ShareReader(journey_map=journey_map, ways=ways, flow=flow)] if flow else []
    return collected(
        one_by_one(
            _held_against(journey_map, reader, held)
            for held in _held(journey_map)
            for reader in every
        )
    )


def _held(journey_map: JourneyMap) -> Iterator[Held]:
    for route, reading in newest(readings(journey_map), journey_map.metrics):
        metric = journey_map.metrics.find(reading.metric)
        if metric and reading.value is not None:
            yield Held(route=route, reading=reading, metric=metric, value=reading.value)


def _held_against(
    journey_map: JourneyMap, reader: TimeReader | ShareReader, held: Held
) -> Iterator[Contradiction]:
    if step_route(held.route):
        return reader.of_step(held, journey_map.step_at(held.route))
    if stage := stage_route(held.route):
        return reader.of_stage(held, journey_map.stages[int(stage[1])])
    return reader.of_map(held)
