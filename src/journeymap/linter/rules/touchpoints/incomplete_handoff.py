"""JM402."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Applicability,
    Context,
    Finding,
    Fix,
    Mark,
    PlacedStep,
    Route,
    at_a_step,
    quoted,
    rule,
)
from journeymap.linter.rules._reasons import reason_at
from journeymap.linter.rules.touchpoints._shared import person


def _by_handoff(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    routes = {finding.route for finding in findings}
    for transfer in context.analysis.transfers:
        if left := [each for each in _missing(transfer, context) if each[0] in routes]:
            yield _finding(transfer, left, context)


@rule(
    "JM402",
    "incomplete-handoff",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=_by_handoff,
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
        if transfer.step.position == placed_step.position:
            for each in _missing(transfer, context):
                found = _finding(transfer, [each], context)
                yield replace(found, route=each[0], mark=Mark.VALUE)


def _missing(transfer: Transfer, context: Context) -> list[tuple[Route, str]]:
    """Returns what a hand-off does not carry, each with its place."""
    if transfer.state is not HandoffState.INCOMPLETE or transfer.entry is None:
        return []
    known, step = context.journey_map.information, transfer.step
    route = (*step.route, "handoff", transfer.entry, "needs")
    needs = map(known.label_of, step.step.handoff[transfer.entry].needs)
    return [((*route, i), name) for i, name in enumerate(needs) if name in transfer.missing]


def _finding(transfer: Transfer, missing: Sequence[tuple[Route, str]], context: Context) -> Finding:
    step, routes = transfer.step, tuple(route for route, _ in missing)
    names = quoted(tuple(dict.fromkeys(name for _, name in missing)))
    return Finding(
        message=f'the hand-off at "{step.label}" does not carry {names}, '
        f"which {person(context.journey_map, transfer.taker)} needs",
        help="make sure that it is passed on; if it is already, add it to carries:",
        route=routes[0][:-1],
        mark=Mark.KEY,
        # Only those who hand over can know whether it goes along.
        fix=Fix(title=f"add {names} to `carries`", applicability=Applicability.DISPLAY),
        phrase=reason_at(step, ReasonKind.NOT_PASSED_ON, context.analysis),
        stands_for=routes,
    )
