"""JM725."""

from collections.abc import Iterator

from journeymap.analysis.emotion import Point
from journeymap.analysis.readings import newest, reached, readings
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    MetricKind,
    Related,
    rule,
    step_route,
)
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.unread import if_read

_SCORES = frozenset({MetricKind.NPS, MetricKind.CSAT})
_BAD = -1.0
"""From this emotion down a journey ends badly (of -2 to 2); house."""


@rule("JM725", "early-score", severity="note", from_status="review", basis="house")
def early_score(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A score that meets its target is asked before the lowest moment, and the end is bad.

    ## Why it matters

    Who is asked while all goes well says so, and the worst is still to come. Such a score says
    nothing of what people tell others in the end, and looks as if all were well. Told are a
    recommendation (nps) and satisfaction (csat) that are read at a step before the lowest one, and
    reach their target, where the journey ends at -1 or lower.

    ## Basis

    House, after the peak-end rule: what is remembered is the most intense moment and the end
    (Kahneman, Fredrickson, Schreiber & Redelmeier, Psychological Science 4 (6), 1993).

    ## Bad

    ```yaml
    title: Claim
    metrics: [{id: nps, name: Would recommend us, kind: nps, target: 40}]
    steps:
      - {action: Reports it, emotion: relieved}
      - action: Is asked how it was
        emotion: pleased
        metrics: {metric: nps, value: 61}  # <- here
      - {action: Gets half of it a year later, emotion: betrayed}
    ```

    ## Good

    ```yaml
    title: Claim
    metrics: [{id: nps, name: Would recommend us, kind: nps, target: 40}]
    steps:
      - {action: Reports it, emotion: relieved}
      - action: Gets half of it a year later
        emotion: betrayed
        metrics: {metric: nps, value: -20}
    ```
    """
    curve = context.analysis.curve
    known = if_read(lambda: list(curve.known), list[Point]())
    end = curve.end
    if end is None or end.value > _BAD or not known:
        return
    lowest = min(known, key=lambda each: (each.value, -each.step.position))
    for route, reading in newest(readings(journey_map), journey_map.metrics):
        metric = journey_map.metrics.find(reading.metric)
        if metric is None or metric.item.kind not in _SCORES or reading.value is None:
            continue
        target = metric.item.target
        if target is None or reached(metric.item, reading.value, target) is False:
            continue
        if not step_route(route) or journey_map.step_at(route).position >= lowest.step.position:
            continue
        yield Finding(
            message=f'"{metric.label}" ({number(reading.value)}) is asked before the lowest '
            f'moment, "{lowest.step.label}" ({lowest.written}): it says '
            "nothing of how the journey ends",
            help="ask again at the end, and say in the metric's name when and whom it asks",
            route=(*route, "value"),
            mark=Mark.VALUE,
            related=(Related(route=lowest.step.route, message="the lowest moment"),),
        )
