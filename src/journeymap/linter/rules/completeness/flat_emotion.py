"""JM213."""

from collections.abc import Iterator

from journeymap.analysis.emotion import curve
from journeymap.authoring import Context, Finding, JourneyMap, Option, State, rule

FEWEST_VALUES = Option(
    name="values",
    default=5,
    meaning="from so many emotions on, a curve without ups and downs is told of",
    least=2,
)
FLAT_RANGE = Option(
    name="range",
    default=0.5,
    meaning="a curve is flat whose highest value lies so many points or less above its lowest",
    most=4,
)


@rule(
    "JM213",
    "flat-emotion",
    severity="note",
    from_status="review",
    basis="house",
    options=(FEWEST_VALUES, FLAT_RANGE),
    each_persona=True,
)
def flat_emotion(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """All emotions of the persona lie within half a point.

    ## Why it matters

    A flat curve says that no step matters more than another, and so not where to begin. Mostly it
    means that one word was filled in everywhere. Ask for the best and the worst moment first, then
    place the others between them. Numbers between the words serve as well: `emotion: -1.5`.

    ## Basis

    House: five values or more, no two further apart than 0.5 on the scale of -2 to 2.

    ## Bad

    ```yaml
    title: Day surgery  # <- here
    steps:
      - {action: Waits for a date, emotion: anxious}
      - {action: Packs her bag, emotion: nervous}
      - {action: Signs the consent, emotion: worried}
      - {action: Wakes in the ward, emotion: anxious}
      - {action: Goes home, emotion: tense}
    ```

    ## Good

    ```yaml
    title: Day surgery
    steps:
      - {action: Waits for a date, emotion: anxious}
      - {action: Packs her bag, emotion: nervous}
      - {action: Signs the consent, emotion: scared}
      - {action: Wakes in the ward, emotion: relieved}
      - {action: Goes home, emotion: tense}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    feelings = curve(journey_map)
    known = len(feelings.known)
    flat = context.option(FLAT_RANGE)
    if known < context.option(FEWEST_VALUES) or feelings.range is None or feelings.range > flat:
        return
    yield Finding(
        message=f"all {known} emotions of the persona lie within {flat:g} points",
        help="ask for the best and the worst moment, and place the others between them",
    )
