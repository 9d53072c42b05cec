"""JM409."""

from collections.abc import Iterator

from journeymap.analysis.handoffs import next_serving, serves_later
from journeymap.authoring import Context, Finding, JourneyMap, Mark, rule
from journeymap.linter.rules.touchpoints._shared import SERVED, person


@rule(
    "JM409",
    "handoff-mismatch",
    severity="warning",
    from_status="review",
    basis="house",
    needs=(SERVED,),
)
def handoff_mismatch(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A hand-off goes to a party that serves at no later step.

    ## Why it matters

    Either the map leaves out the step at which somebody acts on it, or nobody does, or the hand-off
    is named wrongly. Each is worth knowing; who serves next may have nothing to do with it, so that
    nobody else is named. Papers may go to a party who serves later, or at a step beside this one
    (`meanwhile`). Not asked are a hand-off to somebody who does not serve, as to the family, and
    one behind which nobody serves.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Referral
    stakeholders:
      - {id: gp, name: General practitioner, kind: clinician}
      - {id: specialist, name: Specialist, kind: clinician}
      - {id: lab, name: Laboratory, kind: organisation}
    steps:
      - action: Is referred
        actor: gp
        handoff: specialist  # <- here
      - {action: Has blood taken, actor: lab}
    ```

    ## Good

    ```yaml
    title: Referral
    stakeholders:
      - {id: gp, name: General practitioner, kind: clinician}
      - {id: specialist, name: Specialist, kind: clinician}
      - {id: lab, name: Laboratory, kind: organisation}
    steps:
      - action: Is referred
        actor: gp
        handoff: [lab, specialist]
      - {action: Has blood taken, actor: lab}
      - {action: Is examined, actor: specialist}
    ```
    """
    for transfer in context.analysis.transfers:
        astray = transfer.entry is not None and transfer.to is None
        if not astray or not journey_map.is_provider(transfer.taker):
            continue
        ways, step = context.analysis.ways, transfer.step
        goes_on = next_serving(journey_map, ways, step)
        if goes_on and not serves_later(journey_map, ways, step, transfer.taker):
            yield Finding(
                message=f'the hand-off at "{step.label}" goes to '
                f"{person(journey_map, transfer.taker)}, and the map has no step with them "
                "afterwards",
                help="add the step at which they act on it (offstage: true, if the persona takes "
                "no part), or find out whether anybody does; a wrong name mends it, too",
                route=(*step.route, "handoff", transfer.entry or 0, "to"),
                mark=Mark.VALUE,
            )
