"""What is measured, with targets, in either of two maps."""

from collections.abc import Iterator

from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.vocabulary import Reading
from journeymap.quick_dataclass import dataclass
from journeymap.views.compare.maps import Maps
from journeymap.words.measured import told_readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is measured.

    Attributes:
        name: of the metric.
        before: value and target in the first map; "" where it says nothing.
        after: the same in the second one; "" where that states no value and the same target.
    """

    name: str
    before: str
    after: str


def readings(maps: Maps) -> Iterator[Measured]:
    """Yields what either map measures, at its steps and its stages."""
    first, second = dict(_told(maps.first)), dict(_told(maps.second))
    for name in dict.fromkeys((*first, *second)):
        before, _ = first.get(name, ("", None))
        after, reading = second.get(name, ("", None))
        repeats = reading is not None and reading.value is None and bool(before)
        if repeats and _target(maps.first, name) == _target(maps.second, name):
            after = ""
        yield Measured(name=name, before=before, after="" if after == before else after)


def _target(journey_map: JourneyMap, name: str) -> float | None:
    found = journey_map.metrics.find(name)
    return found.item.target if found else None


def _told(journey_map: JourneyMap) -> Iterator[tuple[str, tuple[str, Reading]]]:
    """Yields the words of readings behind the name of what is measured."""
    for reading, step in _placed(journey_map):
        name = journey_map.metrics.label_of(reading.metric)
        for told in told_readings(journey_map, (reading,), step):
            words = told.words.removeprefix(f"{name}: ")
            yield name, ("" if words == name else words, reading)


def _placed(journey_map: JourneyMap) -> Iterator[tuple[Reading, PlacedStep | None]]:
    for stage in journey_map.stages:
        yield from ((reading, None) for reading in stage.stage.metrics)
    for step in journey_map.steps:
        yield from ((reading, step) for reading in step.step.metrics)
