"""JM302."""

from collections.abc import Iterator

from journeymap.analysis.evidence import is_guess
from journeymap.authoring import Context, Finding, JourneyMap, Mark, Option, PlacedStep, State, rule
from journeymap.linter.rules._satisfied import is_as_good
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route
from journeymap.model.stems import Topic, speaks_of

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
    wait, the words or the price is to blame, and ideas miss. Desired maps are not asked, nor
    is a step whose evidence is an assumption: what is guessed is to be found out first.

    Not every low is a fault. Fear before what is fearful, and grief, are explained by a `thought`,
    a `quote` or a `need` of hers at the step. Where it was better than she expected, or as good as
    she expected of a good one (from 7.5 of 10 points on, house), it is life that hurts, as at a
    birth or a farewell.

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
      - {action: Waits for the operation, emotion: scared, thought: What if I do not wake up?}
      - {action: Says goodbye to the ward, emotion: sad, expected: 3, perceived: 5}
    ```
    """
    curve = context.analysis.curve
    point = curve.points[placed_step.position]
    if point is None or point.lowest > context.option(LOW) or placed_step.pains:
        return
    journey_map = context.journey_map
    if journey_map.journey.state is State.DESIRED or is_guess(journey_map, placed_step):
        return
    if is_as_good(journey_map, placed_step, curve.person) or _is_told(
        journey_map, placed_step, curve.person
    ):
        return
    yield Finding(
        message=f'"{placed_step.label}" is a low moment ({point.written}), and no pain says why',
        help="ask what hurts there, and add it under pains:",
        route=emotion_route(context, point, curve.person),
        mark=Mark.VALUE,
        phrase="no pain says why it is a low moment",
    )


def _is_told(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> bool:
    """Tells whether somebody is afraid or grieves, and the map says of what."""
    step = placed_step.step
    told = (step.thought, step.quote, step.need)
    if not any(who in journey_map.by_person(each, placed_step) for each in told):
        return False
    feeling = journey_map.by_person(step.emotion, placed_step)[who]
    low = (part for part in feeling.parts or (feeling,) if part.value is None or part.value < 0)
    return all(speaks_of(Topic.FEAR, part.written) for part in low)
