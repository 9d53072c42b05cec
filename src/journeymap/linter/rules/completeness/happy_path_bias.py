"""JM212."""

from collections.abc import Iterator

from journeymap.analysis.emotion import curve
from journeymap.authoring import Context, Finding, JourneyMap, Option, State, counted, rule

FEWEST_RATED = Option(
    name="steps",
    default=6,
    meaning="from so many steps with an emotion on, a map without anything bad is told of",
    least=1,
)


@rule(
    "JM212",
    "happy-path-bias",
    severity="note",
    from_status="review",
    basis="house",
    subsumes=("flat-emotion",),
    options=(FEWEST_RATED,),
)
def happy_path_bias(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Many steps have an emotion, none of them is negative, and the map has no pain.

    ## Why it matters

    A journey in which nothing goes wrong is usually the one that the organisation has in mind.
    Nobody needs a map of it. Ask those who complained, who left, or who answer their calls. A
    desired map may be as happy as it likes.

    ## Basis

    House: six steps with an emotion are enough to tell.

    ## Bad

    ```yaml
    title: Health plan, first year  # <- here
    steps:
      - {action: Opens the welcome letter, emotion: pleased}
      - {action: Registers online, emotion: neutral}
      - {action: Looks for a doctor, emotion: hopeful}
      - {action: Books a visit, emotion: neutral}
      - {action: Sees the doctor, emotion: delighted}
      - {action: Gets the bill, emotion: neutral}
    ```

    ## Good

    ```yaml
    title: Health plan, first year
    steps:
      - {action: Opens the welcome letter, emotion: pleased}
      - {action: Registers online, emotion: neutral, pains: The code expires in ten minutes}
      - {action: Looks for a doctor, emotion: frustrated}
      - {action: Books a visit, emotion: neutral}
      - {action: Sees the doctor, emotion: delighted}
      - {action: Gets the bill, emotion: neutral}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    rated = len(curve(journey_map).known)
    everybodys = (
        feeling
        for placed_step in journey_map.steps
        for feeling in placed_step.step.emotion.values()
    )
    fewest = context.option(FEWEST_RATED)
    if rated < fewest or any((feeling.lowest or 0) < 0 for feeling in everybodys):
        return
    if not any(placed_step.pains for placed_step in journey_map.steps):
        yield Finding(
            message=f"{counted(rated, 'step')} {'has' if rated == 1 else 'have'} an emotion, "
            "none is negative, and no pain is recorded",
            help="ask those who complained or left, and add their low moments and pains",
        )
