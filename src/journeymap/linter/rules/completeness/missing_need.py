"""JM204."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, PlacedStep, gap, listed, rule
from journeymap.linter.rules.completeness._shared import without


@rule(
    "JM204",
    "missing-need",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=gap("need"),
)
def missing_need(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step does not say what the persona needs.

    ## Why it matters

    The need is what the step is there for. Without it nobody can tell whether a channel, a text or
    a person serves the persona or only the organisation, and an opportunity has nothing to answer.
    Steps in which the persona takes no part (`offstage: true`) need none.

    ## Basis

    Practitioner: need, channel, emotion, problem, opportunity and metric are asked of every
    activity (Tarnawska, Customer Journey w służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic  # <- here
      - action: Sits in the waiting room
        need: To know how long it takes
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        need: A slot this week
      - action: Sits in the waiting room
        need: To know how long it takes
    ```
    """
    lacking = without(placed_step, placed_step.step.need, context.journey_map)
    if placed_step.step.offstage or not lacking:
        return
    # Needs by name in a map without a point of view: one of them may be the persona's.
    if placed_step.step.need and context.journey_map.persona is None:
        return
    yield Finding(
        message=f'"{placed_step.label}" says no need of {listed(lacking)}',
        help="add need: what the persona wants to get done here, in their own words",
        route=placed_step.route,
        missing="need",
    )
