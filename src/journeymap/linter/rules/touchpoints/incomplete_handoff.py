"""JM402."""

from collections.abc import Iterator

from journeymap.analysis.handoffs import HandoffState
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Applicability,
    Context,
    Finding,
    Fix,
    Mark,
    PlacedStep,
    at_a_step,
    quoted,
    rule,
)
from journeymap.linter.rules._reasons import reason_at
from journeymap.linter.rules.touchpoints._shared import person


@rule(
    "JM402",
    "incomplete-handoff",
    severity="warning",
    from_status="review",
    basis="practitioner",
    needs=(
        at_a_step(
            "hand-offs that say what is needed",
            lambda placed_step: any(said.needs for said in placed_step.step.handoff),
        ),
    ),
)
def incomplete_handoff(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The next party needs information that the hand-off does not carry.

    ## Why it matters

    What does not go along is asked again, measured again, or missing when it is decided on. It is
    mostly cheap to send: the finding names what to send.

    ## Basis

    Practitioner: a referral has to carry the patient and her papers (Schmidt & Wilde, How to
    reveal key leverage points in customer journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Referral
    stakeholders: [{id: specialist, name: Specialist, kind: clinician}]
    steps:
      - action: Is referred
        handoff:
          to: specialist
          needs: [blood results, medication]  # <- here
          carries: medication
      - {action: Is examined, actor: specialist}
    ```

    ## Good

    ```yaml
    title: Referral
    stakeholders: [{id: specialist, name: Specialist, kind: clinician}]
    steps:
      - action: Is referred
        handoff:
          to: specialist
          needs: [blood results, medication]
          carries: [medication, blood results]
      - {action: Is examined, actor: specialist}
    ```
    """
    for transfer in context.analysis.transfers:
        here = transfer.step.position == placed_step.position
        if here and transfer.state is HandoffState.INCOMPLETE:
            route = (*placed_step.route, "handoff", transfer.entry or 0)
            taker = person(context.journey_map, transfer.taker)
            yield Finding(
                message=f'the hand-off at "{placed_step.label}" does not carry '
                f"{quoted(transfer.missing)}, which {taker} needs",
                help="make sure that it is passed on; if it is already, add it to carries:",
                route=(*route, "needs"),
                mark=Mark.KEY,
                # Only those who hand over can know whether it goes along.
                fix=Fix(
                    title=f"add {quoted(transfer.missing)} to `carries`",
                    applicability=Applicability.DISPLAY,
                ),
                phrase=reason_at(placed_step, ReasonKind.NOT_PASSED_ON, context.analysis),
            )
