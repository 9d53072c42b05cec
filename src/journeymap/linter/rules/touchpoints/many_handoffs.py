"""JM407."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Option, PlacedStage, counted, few, rule
from journeymap.linter.rules.touchpoints._shared import SERVED

MANY = Option(
    name="handoffs",
    default=3,
    meaning="a stage with so many hand-offs or more is told of",
    least=1,
)


@rule(
    "JM407",
    "many-handoffs",
    severity="note",
    from_status="review",
    basis="house",
    options=(MANY,),
    needs=(SERVED,),
)
def many_handoffs(visited: PlacedStage, context: Context) -> Iterator[Finding]:
    """Within one stage the persona is handed over three times or more.

    ## Why it matters

    Each hand-off may be complete, and together they still say that nobody answers for the stage.
    One party who stays with the persona, or one who is named as responsible, spares most of them.
    A hand-off to the next stage does not count, and steps without a stage are not asked.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Day surgery
    stakeholders:
      - {id: desk, name: Desk, kind: staff}
      - {id: nurse, name: Nurse, kind: clinician}
      - {id: porter, name: Porter, kind: staff}
      - {id: surgeon, name: Surgeon, kind: clinician}
    stages:
      - name: Admission  # <- here
        steps:
          - {action: Signs in, with: desk, handoff: nurse}
          - {action: Is prepared, with: nurse, handoff: porter}
          - {action: Is wheeled in, with: porter, handoff: surgeon}
          - {action: Is operated on, with: surgeon}
    ```

    ## Good

    ```yaml
    title: Day surgery
    stakeholders:
      - {id: nurse, name: Nurse, kind: clinician}
      - {id: surgeon, name: Surgeon, kind: clinician}
    stages:
      - name: Admission
        steps:
          - {action: Is prepared, with: nurse, handoff: surgeon}
          - {action: Is operated on, with: surgeon}
    ```
    """
    here = [
        transfer
        for transfer in context.analysis.transfers
        if transfer.step.stage == visited and (transfer.to is None or transfer.to.stage == visited)
    ]
    if not visited.route or len(here) < context.option(MANY):
        return
    takers = dict.fromkeys(context.journey_map.person_label(transfer.taker) for transfer in here)
    name = visited.label or visited.id
    yield Finding(
        message=f'within "{name}" the persona is handed over {counted(len(here), "time")}, '
        f"to {few(tuple(takers))}",
        help="let one party stay with the persona, or name one who answers for the whole stage",
        route=visited.route,
    )
