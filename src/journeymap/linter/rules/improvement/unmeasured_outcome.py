"""JM817."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.readings import newest, readings
from journeymap.authoring import (
    Better,
    Context,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    PlacedOpportunity,
    rule,
)
from journeymap.linter.rules.improvement._ideas import each_once
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.pains import Effect
from journeymap.model.vocabulary import Metric


@rule("JM817", "unmeasured-outcome", severity="note", from_status="review", basis="house")
def unmeasured_outcome(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """An idea is to move a metric that no step, no stage and not the map measures.

    ## Why it matters

    An outcome says when an idea has done its work. If nothing in the map measures it, nobody will
    see it, and the value that it begins from is lost on the day on which the idea goes live. Nor
    can anybody where the target that an open idea names is no better than `from`, else than the
    latest value: one of the figures is meant otherwise.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [{id: kept, name: Appointments kept, unit: '%'}]
    steps:
      - action: Gets a reminder
        opportunities:
          - text: Remind by text message
            outcome: kept  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: kept, name: Appointments kept, unit: '%'}]
    steps:
      - action: Gets a reminder
        metrics: {metric: kept, value: 82, as_of: 2026-09}
        opportunities:
          - text: Remind by text message
            outcome: kept
    ```
    """
    measured = {journey_map.metrics.id_of(each.metric) for _, each in readings(journey_map)}
    for idea in each_once(journey_map):
        effect = idea.opportunity.outcome
        metric = journey_map.metrics.find(effect.metric) if effect else None
        dropped = idea.opportunity.status is OpportunityStatus.DROPPED
        if effect and metric and idea.opportunity.status in OPEN:
            yield from _aim(idea, effect, metric.item, journey_map)
        if metric and not dropped and metric.id not in measured:
            yield Finding(
                message=f'"{idea.label}" is to move "{metric.label}", which nothing measures',
                help="add a reading to metrics: of its step, with the value of today",
                route=(*idea.route, "outcome"),
                mark=Mark.VALUE,
            )


def _aim(
    idea: PlacedOpportunity, effect: Effect, metric: Metric, journey_map: JourneyMap
) -> Iterator[Finding]:
    """Yields that the own target of an idea is no better than what it begins from."""
    known = journey_map.metrics
    latest = [
        reading.value
        for _, reading in newest(readings(journey_map), known)
        if known.id_of(reading.metric) == known.id_of(effect.metric)
    ]
    start = effect.from_ if effect.from_ is not None else next(iter(latest), None)
    if effect.target is None or start is None or metric.improves is None:
        return
    better = (effect.target - start) * (1 if metric.improves is Better.HIGHER else -1)
    if better <= 0:
        unit = f" {metric.unit}" if metric.unit else ""
        worse = "worse than" if better else "the same as"
        yield Finding(
            message=f'"{idea.label}" is to bring "{metric.name}" to {number(effect.target)}{unit}, '
            f"{worse} the {number(start)}{unit} that it begins from",
            help=f"correct target: or from:; {metric.improves.value} is better here",
            route=(*idea.route, "outcome"),
            mark=Mark.VALUE,
        )
