"""JM401."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.authoring import Context, Finding, JourneyMap, Related, few, is_most, rule
from journeymap.linter.rules.touchpoints._shared import SERVED, person

_MANY = 4
"""From so many on, they are gathered into one finding where most hand-offs are undeclared."""


def _gathered(findings: Sequence[Finding], context: Context) -> Sequence[Finding]:
    every = context.analysis.transfers
    if len(findings) < _MANY or not is_most(len(findings), len(every)):
        return findings
    labels = dict.fromkeys(context.journey_map.step_at(finding.route).label for finding in findings)
    declared = sum(transfer.state is not HandoffState.UNDECLARED for transfer in every)
    told = f"only {declared} of these hand-offs {'is' if declared == 1 else 'are'}"
    message = (
        f"the serving party changes {len(every)} times along the way, and "
        f"{told if declared else 'none of these hand-offs is'} declared; "
        f"open are those behind {few(tuple(labels))}"
    )
    help_ = "ask what each next party needs to know, and say it with handoff: at the step before"
    return [Finding(message=message, help=help_)]


@rule(
    "JM401",
    "undeclared-handoff",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=_gathered,
    needs=(SERVED,),
)
def undeclared_handoff(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The serving party changes along a way, and no hand-off is declared.

    ## Why it matters

    Where one party stops and another begins, papers are lost: ask what the next one needs to know
    and really gets; `handoff` at the sending step says so. Within one house (`part_of`) nothing is
    handed over, nor where the persona goes by herself: she brings what she got, pays, writes,
    rings, fetches or looks for the next; or no clinician takes over, and nobody sends her who acts
    (`actor`) or treats her to where she is treated, or asked for what is known. Nor is it asked of
    who was handed all earlier, or is handed over to later; of who only comes to another party's
    place; of an organisation that only writes; nor, where nothing known is asked for, of who had
    her before or comes a planned month later in a new stage.

    ## Basis

    Practitioner: a referral has to carry the patient and her papers (Schmidt & Wilde, How to
    reveal key leverage points in customer journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Referral
    stakeholders:
      - {id: gp, name: General practitioner, kind: clinician}
      - {id: specialist, name: Specialist, kind: clinician}
    steps:
      - {action: Is referred, actor: gp}  # <- here
      - Waits for a date
      - {action: Is examined, actor: specialist}
    ```

    ## Good

    ```yaml
    title: Referral
    stakeholders:
      - {id: gp, name: General practitioner, kind: clinician}
      - {id: specialist, name: Specialist, kind: clinician}
      - {id: insurance, name: Insurance, kind: payer}
    steps:
      - {action: Is referred, actor: gp, handoff: {to: specialist, needs: x-ray, carries: x-ray}}
      - {action: Is examined, actor: specialist}
      - {action: Sends the bill to her insurance, with: insurance}
    ```
    """
    for transfer in context.analysis.transfers:
        if transfer.state is HandoffState.UNDECLARED:
            yield _finding(journey_map, transfer)


def _finding(journey_map: JourneyMap, transfer: Transfer) -> Finding:
    to = transfer.to or transfer.step
    giver, taker = (person(journey_map, who or "") for who in (transfer.giver, transfer.taker))
    return Finding(
        message=f'{giver} passes on to {taker} between "{transfer.step.label}" and "{to.label}", '
        "and no hand-off says with what",
        help=f"add handoff: {{to: {transfer.taker}, needs: […], carries: […]}}: what the next "
        "party needs, and what goes along",
        route=transfer.step.route,
        missing="handoff",
        phrase=f"no hand-off to {taker} declared",
        related=(Related(route=to.route, message="the other party takes over here"),),
    )
