"""Which metrics miss their targets, and how that is said."""

from collections.abc import Iterator

from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.readings import newest, reached, readings
from journeymap.authoring import Better, Defined, JourneyMap, PlacedStep, Route, one_by_one
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.fields import Day
from journeymap.model.vocabulary import Metric, Reading
from journeymap.quick_dataclass import dataclass

Same = tuple[str | None, Route, float, str]
"""A value of a metric on a day: its file, its route, the value and the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A reading on the wrong side of its target.

    Attributes:
        route: where the reading stands.
        metric: what is read.
        value: what it is.
        target: what it was to be.
        assumed: whether it rests on assumptions.
        as_of: the day or month of the reading, if it has one.
    """

    route: Route
    metric: Defined[Metric]
    value: float
    target: float
    assumed: bool
    as_of: Day | None = None

    @property
    def same(self) -> Same:
        """What it shares with the same value where that is written again."""
        return self.metric.library, self.metric.route, self.value, str(self.as_of or "")

    @property
    def unit(self) -> str:
        """The unit with a space before it; empty where there is none."""
        return f" {self.metric.item.unit}" if self.metric.item.unit else ""

    @property
    def short(self) -> str:
        """The miss as one fact among others: `"Calls lost" at 18 %, target 5 %`."""
        return (
            f'"{self.metric.label}" at {number(self.value)}{self.unit}, '
            f"target {number(self.target)}{self.unit}"
        )

    @property
    def sentence(self) -> str:
        """The miss by itself, with what it rests on."""
        verb = "is assumed to be" if self.assumed else "is"
        bound = "at least" if self.metric.item.improves is Better.HIGHER else "at most"
        return (
            f'"{self.metric.label}" {verb} {number(self.value)}{self.unit}; '
            f"the target is {bound} {number(self.target)}{self.unit}"
        )


def misses(journey_map: JourneyMap) -> Iterator[Miss]:
    """Walks the latest readings that miss their targets: of the map, its stages, its steps."""
    latest = newest(readings(journey_map), journey_map.metrics)
    return one_by_one(_missed(journey_map, route, reading) for route, reading in latest)


def _missed(journey_map: JourneyMap, route: Route, reading: Reading) -> Iterator[Miss]:
    metric = journey_map.metrics.find(reading.metric)
    target = metric.item.target if metric else None
    if metric is None or target is None or reading.value is None:
        return
    if reached(metric.item, reading.value, target) is False:
        yield Miss(
            route=route,
            metric=metric,
            value=reading.value,
            target=target,
            assumed=is_assumed(journey_map, _step_of(journey_map, route), reading.evidence),
            as_of=reading.as_of,
        )


def _step_of(journey_map: JourneyMap, route: Route) -> PlacedStep | None:
    """Returns the step that a reading stands at; None for one of a stage or of the map."""
    return next((each for each in journey_map.steps if each.route == route[:-2]), None)
