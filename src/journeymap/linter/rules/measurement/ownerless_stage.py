"""JM724."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Most, PlacedStage, State, rule
from journeymap.linter.rules.completeness._shared import stage_name


def _asked(context: Context) -> list[PlacedStage]:
    return [stage for stage in context.journey_map.stages if stage.route]


@rule(
    "JM724",
    "ownerless-stage",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=Most(
        said="{number} stages have no owner: {names}",
        of_all="none of the {total} stages has an owner",
        asked=_asked,
        missing="owner",
    ),
)
def ownerless_stage(stage: PlacedStage, context: Context) -> Iterator[Finding]:
    """Nobody answers for a stage.

    ## Why it matters

    Journeys break where one department stops and the next has not begun, and what lies between is
    nobody's. An owner of a stage need not run all of its steps; they are asked when a target is
    missed there, and see to it that the next stage gets what it needs. The owner of the map keeps
    the map; that is another task. A desired map is not asked, and steps without stages are one
    stage, which the owner of the map has.

    ## Basis

    Practitioner: opinion in the field, with no single source: what everybody owns nobody keeps.

    ## Bad

    ```yaml
    title: Dental clinic
    owner: Patient experience
    stages:
      - {name: Before, owner: Front desk, steps: [Calls the clinic]}
      - {name: During, owner: Dentistry, steps: [Is treated]}
      - {name: After, steps: [Gets the bill]}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    owner: Patient experience
    stages:
      - {name: Before, owner: Front desk, steps: [Calls the clinic]}
      - {name: After, owner: Billing, steps: [Gets the bill]}
    ```
    """
    desired = context.journey_map.journey.state is State.DESIRED
    if stage.route and not stage.stage.owner and not desired:
        yield Finding(
            message=f'nobody is named as responsible for "{stage_name(stage)}"',
            help="add owner: who is asked when something goes wrong in it",
            route=stage.route,
            missing="owner",
        )
