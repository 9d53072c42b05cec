"""JM223."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, PlacedStage, rule


@rule("JM223", "unnamed-stage", severity="warning", from_status="draft", basis="house")
def unnamed_stage(placed_stage: PlacedStage, _: Context) -> Iterator[Finding]:
    """A stage of a list has no name.

    ## Why it matters

    A stage is what the persona would call by one name. Pictures show one without a name as a gap
    above its steps, findings cannot say where they are, and no framework can be held against it.
    Often the name was meant and has no `name:` before it.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    stages:
      - steps: [Calls the clinic, Gets an appointment]  # <- here
      - name: Treatment
        steps: [Has the tooth filled]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    stages:
      - name: Before the visit
        steps: [Calls the clinic, Gets an appointment]
      - name: Treatment
        steps: [Has the tooth filled]
    ```
    """
    # The steps of a map without stages make one that needs no name.
    if placed_stage.stage.name or not placed_stage.route:
        return
    first = placed_stage.stage.steps[0].action if placed_stage.stage.steps else ""
    which = f'the stage that begins with "{first}"' if first else "a stage"
    yield Finding(
        message=f"{which} has no name",
        help="add name: what the persona would call this part, such as Before the visit",
        route=placed_stage.route,
        missing="name",
    )
