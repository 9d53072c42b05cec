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
    """The journey ends, or comes full circle, below neutral, or ends on the worst step of all.

    ## Why it matters

    What people remember of an episode is above all its most intense moment and its end. A bad end
    colours what went well before it. Looked at is the last step that the persona takes part in, in
    maps that end, and whether it is the most intense moment as well. A map of a cycle framework
    does not end; there it is the step from which she comes round again, else her last one: whoever
    begins anew begins with that. One with `ends: false` is left alone. An end that was better than
    expected, or as good as was expected of a good one (from 7.5 of 10 points on, house), is no bad
    one however sad, as a farewell.

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
    if curve.end is None:
        yield from _closing(journey_map, context)
        return
    end = curve.end
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


def _closing(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Yields the step at which a cycle comes full circle, where the persona feels bad there."""
    curve, framework = context.analysis.curve, journey_map.framework
    if journey_map.ends or framework is None or not framework.cycle:
        return
    renewing = [
        each.step
        for each in context.analysis.ways.exits
        if any(way.renewed and way.is_open for way in each.ways)
    ]
    there = [each for each in journey_map.steps if curve.person in journey_map.present(each)]
    point = next((curve.points[each.position] for each in reversed(renewing or there)), None)
    if point and point.value < 0 and not is_as_good(journey_map, point.step, curve.person):
        yield Finding(
            message=f'the circle closes below neutral: "{point.step.label}" ({point.written})',
            help="find out what would make her come round gladly, and record it there "
            "as an opportunity",
            route=emotion_route(context, point, curve.person),
            mark=Mark.VALUE,
        )
