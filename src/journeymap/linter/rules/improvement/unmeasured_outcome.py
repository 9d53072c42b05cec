"""JM817."""

from collections.abc import Iterator

from journeymap.analysis.readings import newest, readings
from journeymap.authoring import (
    Context,
    Defined,
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
    see it, and the value that it begins from is lost on the day on which the idea goes live. So is
    one that no reading has, of an idea that nobody tries yet (`from`).

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
        if effect and metric:
            yield from _start(idea, effect, metric, journey_map)
        if metric and not dropped and metric.id not in measured:
            yield Finding(
                message=f'"{idea.label}" is to move "{metric.label}", which nothing measures',
                help="add a reading to metrics: of its step, with the value of today",
                route=(*idea.route, "outcome"),
                mark=Mark.VALUE,
            )


def _start(
    idea: PlacedOpportunity, effect: Effect, metric: Defined[Metric], journey_map: JourneyMap
) -> Iterator[Finding]:
    """Yields that an idea that nobody began with is to begin from what was never read.

    Where the metric is read in several places, nobody knows which one is meant.
    """
    known = journey_map.metrics
    read = [each for each in readings(journey_map) if known.id_of(each[1].metric) == metric.id]
    latest = [reading.value for _, reading in newest(read, known)]
    begun = idea.opportunity.status is not OpportunityStatus.IDEA or idea.opportunity.pilots
    value = latest[0] if len(latest) == 1 else None
    if effect.from_ is None or value is None or begun:
        return
    if effect.from_ in {reading.value for _, reading in read}:
        return
    unit = f" {metric.item.unit}" if metric.item.unit else ""
    yield Finding(
        message=f'"{idea.label}" is to begin from {number(effect.from_)}{unit}, and '
        f'"{metric.label}" is read as {number(value)}{unit}',
        help="correct from:, or add the reading that it is from",
        route=(*idea.route, "outcome", "from"),
        mark=Mark.VALUE,
    )
