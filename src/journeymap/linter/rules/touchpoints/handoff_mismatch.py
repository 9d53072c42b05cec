"""JM409."""

from collections.abc import Iterator

from journeymap.analysis.handoffs import next_serving, serves_later
from journeymap.authoring import Context, Finding, JourneyMap, Mark, listed, rule
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
    """A hand-off goes to a party that serves at no later step, and another one serves next.

    ## Why it matters

    Either the hand-off is named wrongly, or the papers go to one party and the persona to another,
    or the map leaves out a step. Each is worth knowing. Papers may go to a party who serves later,
    or at a step beside this one (`meanwhile`); a hand-off to somebody who does not serve, as to the
    family, is not asked.

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
        serving = next_serving(journey_map, ways, step)
        if serving and not serves_later(journey_map, ways, step, transfer.taker):
            names = listed([person(journey_map, who) for who in serving], "or")
            yield Finding(
                message=f'the hand-off at "{step.label}" goes to '
                f"{person(journey_map, transfer.taker)}, who serves at no later step; "
                f"next serves {names}",
                help="name who takes over next, or add the step at which the one named does",
                route=(*step.route, "handoff", transfer.entry or 0, "to"),
                mark=Mark.VALUE,
            )
