"""JM302."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Mark, Option, PlacedStep, State, rule
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route

LOW = Option(
    name="emotion",
    default=-1.0,
    meaning="from this emotion of the persona down (of -2 to 2) a pain is asked for",
    least=-2,
    most=0,
)


@rule(
    "JM302",
    "unexplained-low",
    severity="warning",
    from_status="review",
    basis="practitioner",
    options=(LOW,),
    needs=(EMOTIONS,),
    each_persona=True,
)
def unexplained_low(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The persona feels bad at a step, and no pain says why.

    ## Why it matters

    A low moment shows where to look, a pain what to mend. Without one nobody can tell whether the
    wait, the words or the price is to blame, and ideas miss. Desired maps are not asked.

    ## Basis

    Practitioner: a map sets what frustrates beside what was done and felt (Tarnawska, Customer
    Journey w służbie zdrowia, Socjomania, 2021, asks for both of every activity).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Waits for the quote
        emotion: anxious  # <- here
      - {action: Gets the quote, emotion: relieved}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Waits for the quote
        emotion: anxious
        pains: Nobody says when it comes
      - {action: Gets the quote, emotion: relieved}
    ```
    """
    curve = context.analysis.curve
    point = curve.points[placed_step.position]
    if point is None or point.lowest > context.option(LOW) or placed_step.pains:
        return
    if context.journey_map.journey.state is State.DESIRED:
        return
    yield Finding(
        message=f'"{placed_step.label}" is a low moment ({point.written}), and no pain says why',
        help="ask what hurts there, and add it under pains:",
        route=emotion_route(context, point, curve.person),
        mark=Mark.VALUE,
        phrase="no pain says why it is a low moment",
    )
