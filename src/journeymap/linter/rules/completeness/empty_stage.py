"""JM203."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, PlacedStage, rule
from journeymap.linter.rules.completeness._shared import stage_name


@rule("JM203", "empty-stage", severity="warning", from_status="draft", basis="house")
def empty_stage(placed_stage: PlacedStage, context: Context) -> Iterator[Finding]:
    """A stage has no step.

    ## Why it matters

    An empty stage says that the persona goes through something and that nobody in the room could
    tell what. It is where the team knows least, often the time between two contacts or after the
    last one. Find out what she does there, or delete the stage.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    stages:
      - name: Treatment
        steps: [Has the tooth filled]
      - name: After the visit  # <- here
        steps: []
    ```

    ## Good

    ```yaml
    title: Dental clinic
    stages:
      - name: Treatment
        steps: [Has the tooth filled]
      - name: After the visit
        steps: [Wonders when she may eat, Finds the bill in the letter box]
    ```
    """
    # That a map has no step at all is told once, as an error.
    if placed_stage.stage.steps or not context.journey_map.steps:
        return
    yield Finding(
        message=f'"{stage_name(placed_stage)}" has no step',
        help="add steps: what the persona does there, or delete the stage",
        route=placed_stage.route,
        missing="steps",
    )
