"""JM307."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Mark, PlacedStep, at_a_step, rule
from journeymap.linter.rules._reasons import advice_here
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route


@rule(
    "JM307",
    "double-deviation",
    severity="warning",
    from_status="review",
    basis="practitioner",
    subsumes=("unexplained-low",),
    needs=(
        EMOTIONS,
        at_a_step("steps that recover something", lambda placed_step: placed_step.step.recovers),
    ),
    each_persona=True,
)
def double_deviation(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step that makes good for a failure leaves the persona below neutral.

    ## Why it matters

    A failure that is put right well may bind people more than none at all. One that is put right
    badly fails them twice: first by what happened, then by what was done about it.

    ## Basis

    Practitioner: in service recovery a poor recovery after a failure is called a double deviation
    (Bitner, Booms & Tetreault, The Service Encounter, Journal of Marketing 54 (1), 1990).

    ## Bad

    ```yaml
    title: Hotel stay
    steps:
      - {action: Sleeps badly, emotion: distressed, pains: {id: noise, text: The room is loud}}
      - action: Complains at the desk
        recovers: noise
        emotion: frustrated  # <- here
    ```

    ## Good

    ```yaml
    title: Hotel stay
    steps:
      - {action: Sleeps badly, emotion: distressed, pains: {id: noise, text: The room is loud}}
      - action: Gets a quiet room for the second night
        recovers: noise
        emotion: relieved
    ```
    """
    curve = context.analysis.curve
    point = curve.points[placed_step.position]
    if placed_step.step.recovers and point is not None and point.lowest < 0:
        advice = (
            advice_here(placed_step, context.analysis, context.today)
            if placed_step.opportunities
            else ""
        )
        yield Finding(
            message=f'"{placed_step.label}" is to make good for a failure, '
            f"and is a low moment itself ({point.written})",
            help=advice
            or "find out what would make it good, and record it there as an opportunity",
            route=emotion_route(context, point, curve.person),
            mark=Mark.VALUE,
        )
