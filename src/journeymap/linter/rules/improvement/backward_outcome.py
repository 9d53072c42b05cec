"""JM824."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.readings import newest, reached, readings_of
from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    PlacedOpportunity,
    Severity,
    rule,
)
from journeymap.linter.rules.improvement._ideas import each_once
from journeymap.linter.rules.measurement._readings import in_unit, number
from journeymap.model.pains import Effect
from journeymap.model.vocabulary import Metric

_Known = Defined[Metric]


@rule("JM824", "backward-outcome", severity="warning", from_status="draft", basis="house")
def backward_outcome(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """An idea is to bring a metric to a value that is no better than the one it begins from.

    ## Why it matters

    Mostly `from` and `target` are swapped, or one of them is a slip; the other way round the idea
    would make worse what it is to mend, and whoever judges it later holds it against the wrong
    figure. It is a note where both are as the metric says: its target is met already. Which way a
    metric improves its `better` says, else its `kind`. Where neither does, told is a `from` that is
    the metric's own target with a target that is its latest value. The target of an open idea
    without `from` is held against the latest values of its metric.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [{id: wait-days, name: Wait, kind: duration, unit: days, target: 10}]
    steps:
      - action: Calls the clinic
        metrics: {metric: wait-days, value: 42, as_of: 2026-04}
        opportunities:
          - text: Appointment by urgency
            outcome: {metric: wait-days, from: 10, target: 42}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: wait-days, name: Wait, kind: duration, unit: days, target: 10}]
    steps:
      - action: Calls the clinic
        metrics: {metric: wait-days, value: 42, as_of: 2026-04}
        opportunities:
          - text: Appointment by urgency
            outcome: {metric: wait-days, from: 42, target: 10}
    ```
    """
    for idea in each_once(journey_map):
        effect = idea.opportunity.outcome
        metric = journey_map.metrics.find(effect.metric) if effect else None
        if effect and metric and idea.opportunity.status is not OpportunityStatus.DROPPED:
            yield from _told(idea, effect, metric, journey_map)


def _told(
    idea: PlacedOpportunity, effect: Effect, metric: _Known, journey_map: JourneyMap
) -> Iterator[Finding]:
    """Yields that the target of an idea is no better than what it begins from."""
    start, end = effect.from_, effect.target
    if end is None:
        return
    read = newest(readings_of(metric.id, journey_map), journey_map.metrics)
    latest = [reading.value for _, reading in read if reading.value is not None]
    is_open = idea.opportunity.status in OPEN
    starts = latest if start is None and is_open else [] if start is None else [start]
    # Equal is no better either; where a target holds for several places, one may lie below it.
    is_backward = bool(starts) and all(_is_no_better(metric.item, end, each) for each in starts)
    is_swapped = start == metric.item.target and end in latest and start != end
    if not is_backward and not (is_swapped and metric.item.improves is None):
        return
    is_met = is_backward and start in latest and end == metric.item.target and start != end
    begin = end if end in starts else starts[0]
    worse = "the same as" if end in starts else "worse than"
    aim = f'"{idea.label}" is to bring "{metric.label}" to {in_unit(end, metric.item)}'
    yield Finding(
        message=f"{aim}, {worse} the {in_unit(begin, metric.item)} that it begins from"
        if is_backward
        else f"{aim}, its latest value, from {in_unit(begin, metric.item)}, its target",
        help="it is better than its target already: aim the idea at another metric, or drop it"
        if is_met
        else _remedy(effect, metric.item, is_sure=is_swapped),
        severity=Severity.NOTE if is_met else None,
        route=(*idea.route, "outcome"),
        mark=Mark.VALUE,
    )


def _is_no_better(metric: Metric, target: float, start: float) -> bool:
    """Tells whether a target asks for nothing that is not so from the beginning."""
    return reached(metric, start, target) is True


def _remedy(effect: Effect, metric: Metric, *, is_sure: bool) -> str:
    """Returns what to do about it: both figures in their order, or the one that is wrong."""
    way = metric.improves
    better = "" if way is None else f"{way.value} is better here"
    if way is not None and metric.better is None:
        other = "higher" if way.value == "lower" else "lower"
        better += f", unless the metric says better: {other}"
    if effect.from_ is None or effect.target is None or effect.from_ == effect.target:
        return f"correct target:{' or from:' if effect.from_ is not None else ''}; {better}"
    swapped = f"from: {number(effect.target)}, target: {number(effect.from_)}"
    if is_sure:
        return f"swap the two: {swapped}, as the metric says itself"
    return f"write {swapped} if they are swapped, or correct the one that is wrong; {better}"
