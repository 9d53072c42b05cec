"""Readings in words: a value, its unit in the map's language, and the target."""

from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.readings import newest, reached
from journeymap.model.fields import Duration
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.units import Amount, unit_words
from journeymap.model.vocabulary import Metric, MetricKind, Reading
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import label, marked
from journeymap.words.times import number, said

_BRIEF = 3
"""Letters of a unit of time that is no sign: "h" and "d" stay as they are written."""
_PLACES = 6
"""Decimals of a value, which may lie close to its target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A reading in words.

    Attributes:
        words: metric, value and target, as far as they are known.
        missed: whether the value is worse than the target; False where that is not known.
    """

    words: str
    missed: bool


def told_readings(
    journey_map: JourneyMap, readings: tuple[Reading, ...], placed_step: PlacedStep | None = None
) -> tuple[Told, ...]:
    """Returns the latest reading of each metric at one place, marked where it is assumed.

    Args:
        journey_map: the map.
        readings: those of a step, of a stage, or of the map.
        placed_step: the step; None for what belongs to no step.
    """
    found = newest((((i,), each) for i, each in enumerate(readings)), journey_map.metrics)
    return tuple(_told(journey_map, each, placed_step) for _, each in found)


def _told(journey_map: JourneyMap, reading: Reading, placed_step: PlacedStep | None) -> Told:
    metric = journey_map.metrics.find(reading.metric)
    words = reading_words(journey_map, reading)
    assumed = reading.value is not None and is_assumed(journey_map, placed_step, reading.evidence)
    met = reached(metric.item, reading.value, metric.item.target) if metric else None
    words = marked(words, journey_map.journey.language, assumed=assumed)
    return Told(words=words, missed=met is False)


def reading_words(journey_map: JourneyMap, reading: Reading) -> str:
    """Returns a reading in words: "Wait for the specialist: 42 → target 14 days"."""
    language, metric = journey_map.journey.language, journey_map.metrics.find(reading.metric)
    name = journey_map.metrics.label_of(reading.metric)
    item = metric.item if metric else Metric(name=name)
    value = reading.value
    if value is None and item.target is None:
        return name
    if item.target is None:
        return f"{name}: {_amount(value or 0.0, item, language)}"
    target = _amount(item.target, item, language)
    if value is None:
        return f"{name}: {label('target-only', language).format(target=target)}"
    words = _amount(value, item, language)
    key = "target-met-short" if reached(item, value, item.target) else "target-missed-short"
    told = label(key, language).format(value=words, target=target)
    return f"{name}: {told}"


def _amount(value: float, metric: Metric, language: str | None) -> str:
    """Returns a value with its unit; units of time are said in the language, others as written."""
    written = " ".join((metric.unit or "").split())
    meant = unit_words().get(written.rstrip(".").casefold())
    is_time = metric.kind is MetricKind.DURATION or len(written) >= _BRIEF
    if meant and meant.count == 1 and is_time:
        parts = (Amount(count=value, unit=meant.unit),)
        told = said(Duration(shortest=parts, longest=parts, written=""), language)
        return told.replace(" ", "\u00a0")
    told = number(value, language, _PLACES)
    return f"{told}\u00a0{written}" if written else told
