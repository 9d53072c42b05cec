"""JM704."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from journeymap.analysis.readings import is_mean_of_answers, readings
from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    MapFile,
    Mark,
    MetricKind,
    Related,
    Route,
    Severity,
    Vocabulary,
    one_by_one,
    rule,
)
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.vocabulary import Metric, Reading
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern

_SCALE = pattern(
    r"\s*(?P<low>[-+−]?\d+(?:\.\d+)?)\s*%?\s*(?:[-–—−…]|\.{2,3}|to)"
    r"\s*(?P<high>[-+−]?\d+(?:\.\d+)?)\D*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    low: float
    high: float | None = None

    def holds(self, value: float) -> bool:
        return self.low <= value and (self.high is None or value <= self.high)

    @property
    def text(self) -> str:
        if self.high is None:
            return f"{number(self.low)} or more"
        return f"{number(self.low)} to {number(self.high)}"


_OF_KIND: Mapping[MetricKind, _Scale] = MappingProxyType(
    {
        MetricKind.NPS: _Scale(low=-100, high=100),
        MetricKind.DURATION: _Scale(low=0),
        MetricKind.COUNT: _Scale(low=0),
    }
)
"""What a kind of metric cannot leave, where the metric declares no scale of its own."""


@rule("JM704", "metric-off-scale", severity="error", from_status="draft", basis="published")
def metric_off_scale(file: MapFile, _: Context) -> Iterator[Finding]:
    """A value or a target lies outside the scale of its metric.

    ## Why it matters

    Such a value is a slip of the pen or on another scale, and every figure drawn from it is wrong.
    A metric's own `scale` (`1-5`, `0-100`, `-100 to 100`) counts. Without one an NPS lies between
    -100 and 100, and a count or a duration is not negative; satisfaction (csat) and effort (ces)
    come on several scales and are held to a declared one only. A NPS with a fraction between 0 and
    10 and a target above looks like a mean of answers: the unit is asked for, with a note.

    ## Basis

    Published: the net promoter score is the percentage of promoters minus that of detractors, so
    -100 to 100 follows from its definition (Reichheld, The One Number You Need to Grow, Harvard
    Business Review, 2003). That counts and lengths of time are not negative is arithmetic.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics:
      - {id: nps, name: Would recommend us, kind: nps, target: 130}  # <- here
      - {id: satisfaction, name: Satisfied with the visit, kind: csat, scale: 1-5}
    readings: {metric: nps, value: 45}
    steps:
      - action: Sees the dentist
        metrics: {metric: satisfaction, value: 8.4}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics:
      - {id: nps, name: Would recommend us, kind: nps, target: 50}
      - {id: satisfaction, name: Satisfied with the visit, kind: csat, scale: 1-10}
    readings: {metric: nps, value: 45}
    steps:
      - action: Sees the dentist
        metrics: {metric: satisfaction, value: 8.4}
    ```
    """
    if isinstance(file.model, Vocabulary):
        every = enumerate(file.model.metrics)
        yield from one_by_one(_target(metric, ("metrics", i)) for i, metric in every)
    if journey_map := file.journey_map:
        found = readings(journey_map)
        yield from one_by_one(_value(journey_map, route, reading) for route, reading in found)


def _target(metric: Metric, route: Route) -> Iterator[Finding]:
    scale = _scale(metric)
    if metric.target is None or scale is None or scale.holds(metric.target):
        return
    yield Finding(
        message=f'the target {number(metric.target)} is off the scale of "{metric.name}", '
        f"{scale.text}",
        help="correct the target, or the scale or kind of the metric",
        route=(*route, "target"),
        mark=Mark.VALUE,
    )


def _value(journey_map: JourneyMap, route: Route, reading: Reading) -> Iterator[Finding]:
    metric = journey_map.metrics.find(reading.metric)
    if metric is None or reading.value is None:
        return
    if metric.item.target and is_mean_of_answers(metric.item, reading.value, metric.item.target):
        yield _mean(metric, reading.value, route)
        return
    scale = _scale(metric.item)
    if scale is None or scale.holds(reading.value):
        return
    yield Finding(
        message=f'{number(reading.value)} is off the scale of "{metric.label}", {scale.text}',
        help="correct the value, or the scale or kind of its metric",
        route=(*route, "value"),
        mark=Mark.VALUE,
        related=(Related(route=metric.route, message="the metric is here", path=metric.library),),
    )


def _mean(metric: Defined[Metric], value: float, route: Route) -> Finding:
    """Asks on which scale a score was read."""
    return Finding(
        message=f'"{metric.label}" at {number(value)} looks like a mean of answers of 0 to 10, and '
        f"its target {number(metric.item.target or 0)} like a score of -100 to 100: they cannot be "
        "compared",
        help="say which it is: write the promoters less the detractors in points, or kind: other "
        "with scale: 0-10 and a target on it",
        route=(*route, "value"),
        mark=Mark.VALUE,
        severity=Severity.NOTE,
        related=(Related(route=metric.route, message="the metric is here", path=metric.library),),
    )


def _scale(metric: Metric) -> _Scale | None:
    """Returns what holds a metric's values; None where nothing is known, or it is not readable."""
    if metric.scale is None:
        return _OF_KIND.get(metric.kind) if metric.kind else None
    match = _SCALE.fullmatch(metric.scale)
    if not match:
        return None
    low, high = (float(match[name].replace("−", "-")) for name in ("low", "high"))
    return _Scale(low=low, high=high) if low < high else None
