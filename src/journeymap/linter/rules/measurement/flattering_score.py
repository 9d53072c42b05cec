"""JM730."""

from collections.abc import Iterator

from journeymap.analysis.ratings import Rating, on_own_scale
from journeymap.analysis.readings import newest, reached, readings
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    MetricKind,
    PlacedStep,
    Route,
    State,
    rule,
    step_route,
)
from journeymap.linter.rules._ratings_in_words import figures
from journeymap.linter.rules.measurement._readings import in_unit
from journeymap.model.unread import if_read
from journeymap.model.vocabulary import Metric, Reading

_SCORES = frozenset({MetricKind.NPS, MetricKind.CSAT, MetricKind.CES, MetricKind.PREM})
_TOLD = _SCORES | {MetricKind.PROM, MetricKind.DURATION}
_ASIDE = frozenset({MetricKind.CONVERSION, MetricKind.OTHER})
"""Kinds that say whether something worked."""
_FAR, _LEVELS = -5.0, 3
"""So many points of 10 below what was expected, and levels of the map's scale: half; house."""
_SHORT = -2.5
"""From so many points of 10 below what was expected on a step falls short, as elsewhere."""
_LOW = -1.0
"""From this emotion down a step is low (of -2 to 2)."""


@rule(
    "JM730",
    "flattering-score",
    severity="note",
    from_status="review",
    basis="house",
    each_persona=True,
)
def flattering_score(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A target is met at a step that people feel or rate as bad.

    ## Why it matters

    A green figure beside a bad step ends the discussion, and the wrong way. Either it asks too
    early, or those who are still there, or about something else, or its target is too easy. Told is
    a score of what people say (nps, csat, ces, prem), an outcome that they report (prom) or a
    duration that reaches its target at a step perceived 2.5 points of 10 or more below what was
    expected, a share where that are 5 points and three levels of the scale and no score at the step
    flatters, and a score of what people say also where the step is felt as low. A value that the
    times of the map contradict is told as that alone.

    ## Basis

    House: a figure that is fine and a step that is not cannot both be the whole of it.

    ## Bad

    ```yaml
    title: Discharge
    metrics: [{id: ready, name: Parents who feel ready, kind: prem, unit: '%', target: 80}]
    steps:
      - action: Goes home
        emotion: terrified
        metrics: {metric: ready, value: 86}  # <- here
    ```

    ## Good

    ```yaml
    title: Discharge
    metrics: [{id: ready, name: Parents who feel ready, kind: prem, unit: '%', target: 80}]
    steps:
      - action: Goes home
        emotion: terrified
        metrics: {metric: ready, value: 61}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    told = set[Route]()
    for kinds in (_TOLD, _ASIDE):
        for finding in _flattering(journey_map, context, kinds):
            step = step_route(finding.route)
            if kinds is _TOLD or step not in told:
                told.add(step)
                yield finding


def _flattering(
    journey_map: JourneyMap, context: Context, kinds: frozenset[MetricKind]
) -> Iterator[Finding]:
    """Yields what flatters of some kinds of metric."""
    contradicted = if_read(lambda: {e.held.route for e in context.analysis.contradictions}, set())
    for route, reading in newest(readings(journey_map), journey_map.metrics):
        metric = journey_map.metrics.find(reading.metric)
        if metric is None or metric.item.kind not in kinds or not step_route(route):
            continue
        if route in contradicted or not _is_met(metric.item, reading):
            continue
        if said := _hurts(metric.item, journey_map.step_at(route), context):
            value = in_unit(reading.value or 0.0, metric.item)
            yield _finding(route, f'"{metric.label}" ({value})', said)


def _finding(route: Route, metric: str, said: str) -> Finding:
    return Finding(
        message=f"{metric} meets its target, and {said}",
        help="find out whom it asks and when: whether it is read too early, of something else, "
        "or held against too easy a target",
        route=(*route, "value"),
        mark=Mark.VALUE,
    )


def _is_met(metric: Metric, reading: Reading) -> bool:
    return reached(metric, reading.value, metric.target) is True


def _is_far(journey_map: JourneyMap, rating: Rating) -> bool:
    """Tells whether a step falls short by half of the points, and by three levels of the scale."""
    if rating.gap is None or rating.gap > _FAR:
        return False
    known = on_own_scale(journey_map, rating)
    return known["expected"] - known["perceived"] >= _LEVELS


def _hurts(metric: Metric, placed_step: PlacedStep, context: Context) -> str:
    """Returns in which way a step is bad beside a target that is met; empty where it is not."""
    rating = context.analysis.ratings[placed_step.position]
    is_far = metric.kind not in _ASIDE or _is_far(context.journey_map, rating)
    if rating.gap is not None and rating.gap <= _SHORT and is_far:
        told = figures(context.journey_map, rating, "expected", "perceived")
        return f'"{placed_step.label}", where it is read, falls short: {told}'
    points = if_read(lambda: context.analysis.curve.points, ())
    if metric.kind not in _SCORES or not points:
        return ""
    own = points[placed_step.position]
    if own and own.value <= _LOW:
        return f'"{placed_step.label}", where it is read, is felt as low ({own.written})'
    return ""
