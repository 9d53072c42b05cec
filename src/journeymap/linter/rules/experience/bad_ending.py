"""JM303."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, State, rule
from journeymap.linter.rules._satisfied import is_as_good
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route


@rule(
    "JM303",
    "bad-ending",
    severity="warning",
    from_status="review",
    basis="published",
    subsumes=("late-low", "unexplained-low"),
    needs=(EMOTIONS,),
    each_persona=True,
)
def bad_ending(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The journey ends below neutral, or on the worst step of all.

    ## Why it matters

    What people remember of an episode is above all its most intense moment and its end. A bad end
    colours what went well before it. Looked at is the last step that the persona takes part in, in
    maps that end; one of a cycle framework does not, nor one with `ends: false`. Where this step
    is the most intense moment as well, that is said. An end that was better than expected, or as
    good as was expected of a good one (from 7.5 of 10 points on, house), is no bad one however sad,
    as a farewell.

    ## Basis

    Published: the peak-end rule (Kahneman, Fredrickson, Schreiber & Redelmeier, Psychological
    Science 4 (6), 1993) for bounded episodes; to hold journeys of months to it is house.

    ## Bad

    ```yaml
    title: Hotel stay
    steps:
      - {action: Checks in, emotion: pleased}
      - {action: Has breakfast, emotion: delighted}
      - action: Disputes the bill
        emotion: frustrated  # <- here
    ```

    ## Good

    ```yaml
    title: Hotel stay
    steps:
      - {action: Checks in, emotion: pleased}
      - {action: Disputes the bill, emotion: frustrated}
      - {action: Is driven to the station, emotion: relieved}
    ```
    """
    curve = context.analysis.curve
    end = curve.end
    if end is None:
        return
    others = [point.value for point in curve.known if point is not end]
    worst = bool(others) and end.value < min(others)
    if end.value >= 0 and not worst:
        return
    if is_as_good(journey_map, end.step, curve.person):
        return
    how = "on its lowest moment" if worst else "below neutral"
    peak = end.value < 0 and curve.peak is end
    yield Finding(
        message=f'the journey ends {how}: "{end.step.label}" ({end.written})'
        + (", its most intense moment as well" if peak else ""),
        help="plan an end that is remembered well"
        if journey_map.journey.state is State.DESIRED
        else "find out what would turn the end, and record it there as an opportunity",
        route=emotion_route(context, end, curve.person),
        mark=Mark.VALUE,
    )
