"""JM811."""

from collections.abc import Iterator
from datetime import date

from journeymap.analysis.readings import readings_of
from journeymap.authoring import (
    Better,
    Context,
    Defined,
    Finding,
    JourneyMap,
    OpportunityStatus,
    PlacedOpportunity,
    rule,
)
from journeymap.linter.rules.improvement._ideas import each_once
from journeymap.linter.rules.measurement._missed import misses
from journeymap.linter.rules.measurement._moved_by import meant_for
from journeymap.linter.rules.measurement._readings import in_unit
from journeymap.model.vocabulary import Metric

_HARDLY = 0.1
"""Less than that part of the way is no movement that anybody feels (house)."""


@rule("JM811", "done-without-effect", severity="note", from_status="review", basis="house")
def done_without_effect(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """An idea is live, and the metric that it was to move has not moved since, or hardly.

    ## Why it matters

    It was paid for, and what it was for did not come about. Either it does not reach people, or it
    was the wrong idea; both are worth knowing before the next one of its kind. The newest reading
    since the day in `since` is held against `outcome: {from: …}`, else against the last reading
    before it; less than a tenth of the way to `target` is hardly. Without a reading since then
    nothing is known, and nothing is told. A value that misses its target is told of with that,
    where that names the idea and what it was.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [{id: kept, name: Appointments kept, kind: conversion, unit: '%'}]
    readings: [{metric: kept, value: 81, as_of: 2026-10}]
    steps:
      - action: Gets a reminder
        opportunities:
          - text: Remind by text message  # <- here
            status: live
            since: 2026-03
            outcome: {metric: kept, from: 82, target: 95}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: kept, name: Appointments kept, kind: conversion, unit: '%'}]
    readings: [{metric: kept, value: 88, as_of: 2026-10}]
    steps:
      - action: Gets a reminder
        opportunities:
          - text: Remind by text message
            status: live
            since: 2026-03
            outcome: {metric: kept, from: 82, target: 95}
    ```
    """
    for idea in each_once(journey_map):
        if idea.opportunity.status is OpportunityStatus.LIVE:
            yield from _told(idea, journey_map)


def unmoved(
    idea: PlacedOpportunity, journey_map: JourneyMap
) -> tuple[Defined[Metric], float, float] | None:
    """Returns the metric that a live idea has not moved, what it was and what it is.

    None where it has, or where nobody knows.
    """
    found = _moved(idea, journey_map)
    target = idea.opportunity.outcome.target if idea.opportunity.outcome else None
    return None if found and _has_moved(found[0].item, *found[1:], target) else found


def _moved(
    idea: PlacedOpportunity, journey_map: JourneyMap
) -> tuple[Defined[Metric], float, float] | None:
    """Returns the metric that a live idea is to move, what it was and what it is since then."""
    effect, since = idea.opportunity.outcome, idea.opportunity.since
    metric = journey_map.metrics.find(effect.metric) if effect else None
    if effect is None or since is None or metric is None:
        return None
    values = _values(journey_map, metric.id)
    before = [value for day, value in values if day < since.date]
    after = [value for day, value in values if day > since.date]
    start = effect.from_ if effect.from_ is not None else next(reversed(before), None)
    return (metric, start, after[-1]) if start is not None and after else None


def _told(idea: PlacedOpportunity, journey_map: JourneyMap) -> Iterator[Finding]:
    effect, since = idea.opportunity.outcome, idea.opportunity.since
    found = _moved(idea, journey_map)
    if found is None or effect is None or since is None:
        return
    metric, start, now = found
    moves = _has_moved(metric.item, start, now, effect.target)
    aim = metric.item.target if effect.target is None else effect.target
    hardly = aim is not None and aim != start and (now - start) / (aim - start) < _HARDLY
    if moves and not hardly:
        return
    if start == effect.from_ and _is_told_there(idea, metric.id, now, journey_map):
        return
    moved = "hardly moved" if moves else "not moved" if now == start else "got worse"
    meant = "" if aim is None else f", of {in_unit(aim, metric.item)} that it was to be"
    yield Finding(
        message=f'"{idea.label}" is live since {since.written}, and "{metric.label}" has '
        f"{moved}: it was {in_unit(start, metric.item)} and is {in_unit(now, metric.item)}"
        f"{meant if moves else ''}",
        help="find out whether it reaches people; change it, or drop it",
        route=idea.route,
    )


def _is_told_there(
    idea: PlacedOpportunity, metric: str, value: float, journey_map: JourneyMap
) -> bool:
    """Tells whether a target is missed by a value: that tells what it was, and of the idea."""
    missed = (e for e in misses(journey_map) if e.metric.id == metric and e.value == value)
    meant = (meant_for(each, journey_map) for each in missed)
    return any(each is not None and each.route == idea.route for each in meant)


def _values(journey_map: JourneyMap, metric: str) -> list[tuple[date, float]]:
    """Returns the dated values of a metric anywhere in the map, the oldest first."""
    dated = [
        (reading.as_of.date, reading.value)
        for _, reading in readings_of(metric, journey_map)
        if reading.as_of is not None and reading.value is not None
    ]
    return sorted(dated, key=lambda pair: pair[0])


def _has_moved(metric: Metric, start: float, now: float, target: float | None) -> bool:
    """Tells whether a value went the right way; any way where nobody says which is right."""
    aim = target if target is not None else metric.target
    if aim is not None and aim != start:
        return (now - start) * (aim - start) > 0
    if metric.improves is None:
        return now != start
    return now > start if metric.improves is Better.HIGHER else now < start
