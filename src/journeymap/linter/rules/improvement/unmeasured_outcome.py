"""JM817."""

from collections.abc import Iterator

from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    rule,
)
from journeymap.linter.rules.improvement._ideas import each_once


@rule("JM817", "unmeasured-outcome", severity="note", from_status="review", basis="house")
def unmeasured_outcome(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """An idea is to move a metric that no step, no stage and not the map measures.

    ## Why it matters

    An outcome says when an idea has done its work. If nothing in the map measures it, nobody will
    see it, and the value that it begins from is lost on the day on which the idea goes live.

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
        if metric and not dropped and metric.id not in measured:
            yield Finding(
                message=f'"{idea.label}" is to move "{metric.label}", which nothing measures',
                help="add a reading to metrics: of its step, with the value of today",
                route=(*idea.route, "outcome"),
                mark=Mark.VALUE,
            )
