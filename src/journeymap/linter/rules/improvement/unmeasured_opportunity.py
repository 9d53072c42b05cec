"""JM805."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Need, OpportunityStatus, PlacedStep, rule
from journeymap.linter.rules._live import is_live
from journeymap.linter.rules.improvement._ideas import opportunities
from journeymap.linter.rules.measurement._readings import of_stage


def _is_live(context: Context) -> bool:
    return bool(opportunities(context.journey_map, OpportunityStatus.LIVE))


@rule(
    "JM805",
    "unmeasured-opportunity",
    severity="warning",
    from_status="published",
    basis="practitioner",
    needs=(Need(what="opportunities that are live", is_there=_is_live),),
)
def unmeasured_opportunity(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """An opportunity is live, and nothing is measured at its step or in its stage.

    ## Why it matters

    It has been paid for and nobody will know whether it helped: it cannot be defended when money
    is short, nor stopped if it does harm. One figure from before and after is enough.

    ## Basis

    Practitioner: how improvements are going to be measured is one of the questions that the
    opportunities of a map answer (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Gets a reminder
        opportunities:
          - {text: Remind by text message, status: live, owner: Front desk}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: kept, name: Appointments kept, unit: '%', target: 95}]
    steps:
      - action: Gets a reminder
        metrics: {metric: kept, value: 91, as_of: 2026-09}
        opportunities:
          - {text: Remind by text message, status: live, owner: Front desk}
    ```
    """
    if placed_step.step.metrics or of_stage(context.journey_map, placed_step.stage):
        return
    for idea in placed_step.opportunities:
        if is_live(idea, context.today):
            yield Finding(
                message=f'"{idea.opportunity.text}" is live, and nothing is measured there',
                help="add metrics: to the step or its stage, with a value from before and after",
                route=idea.route,
            )
