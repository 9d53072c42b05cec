"""JM302."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.emotion import Point
from journeymap.analysis.evidence import is_guess
from journeymap.analysis.ratings import rating_of
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Option,
    PlacedStep,
    Severity,
    State,
    rule,
)
from journeymap.linter.rules._satisfied import is_as_good
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route
from journeymap.model.stems import WEIGHING, speaks_of
from journeymap.words.times import said

_LONG = 14.0
"""From so many days on a low is a part of somebody's life; house."""
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
    """The persona feels bad at a step, and neither a pain nor anything else says why.

    ## Why it matters

    A low moment shows where to look, a pain what to mend. Without one nobody can tell whether the
    wait, the words or the price is to blame, and ideas miss. Desired maps are not asked, nor
    is a step whose evidence is an assumption: what is guessed is to be found out first.

    A `need` or a `quote` of hers says it as well, so does a wait that is not planned, a reason to
    leave, or a rating below what was expected; of fear before what is fearful, and of grief, a
    `thought`. Where it was better than she expected, or as good as she expected of a good one (from
    7.5 of 10 points on, house), it is life that hurts, as at a birth or a farewell.

    A low that lasts two weeks or longer with neither a pain nor an open idea is a note, whatever
    explains it: it is the longest part of somebody's journey, and nobody has begun with it.

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
      - {action: Gets the quote, emotion: annoyed, need: One price for all}
      - {action: Waits for the operation, emotion: scared, thought: What if I do not wake up?}
      - {action: Says goodbye to the ward, emotion: sad, expected: 3, perceived: 5}
    ```
    """
    curve = context.analysis.curve
    point = curve.points[placed_step.position]
    if point is None or point.lowest > context.option(LOW) or placed_step.pains:
        return
    journey_map = context.journey_map
    if journey_map.journey.state is State.DESIRED:
        return
    if is_guess(journey_map, placed_step):
        yield from _lasting(placed_step, point, context)
        return
    if is_as_good(journey_map, placed_step, curve.person):
        return
    if _is_told(journey_map, placed_step, curve.person):
        yield from _lasting(placed_step, point, context)
        return
    yield Finding(
        message=f'"{placed_step.label}" is a low moment ({point.written}), and no pain says why',
        help="ask what hurts there, and add it under pains:",
        route=emotion_route(context, point, curve.person),
        mark=Mark.VALUE,
        phrase="no pain says why it is a low moment",
    )


def _lasting(placed_step: PlacedStep, point: Point, context: Context) -> Iterator[Finding]:
    """Yields a low of weeks for which nobody has an idea."""
    time = placed_step.step.duration
    if time is None or time.time.low < _LONG or point.value > context.option(LOW):
        return
    if any(each.opportunity.status in OPEN for each in placed_step.opportunities):
        return
    yield Finding(
        message=f'"{placed_step.label}" is a low of {said(time.time, "en")}, and '
        "neither a pain nor an idea is recorded there",
        help="ask what these weeks are like and what would make them easier: pains:, and an "
        "opportunity",
        route=placed_step.route,
        severity=Severity.NOTE,
        phrase="a low of weeks with neither a pain nor an idea",
    )


def _is_told(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> bool:
    """Tells whether the map says by other means than a pain what somebody suffers from."""
    step = placed_step.step
    words = (journey_map.by_person(each, placed_step) for each in (step.need, step.quote))
    if any(who in each for each in words) or _is_told_by_figures(journey_map, placed_step, who):
        return True
    feeling = journey_map.by_person(step.emotion, placed_step)[who]
    low = (part for part in feeling.parts or (feeling,) if part.value is None or part.value < 0)
    thinks = who in journey_map.by_person(step.thought, placed_step)
    return thinks and all(any(speaks_of(each, part.written) for each in WEIGHING) for part in low)


def _is_told_by_figures(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> bool:
    """Tells whether a wait, a reason to leave, or a rating below what was expected says it."""
    step, gap = placed_step.step, rating_of(journey_map, placed_step, who).gap
    waits = [step.wait, *(each for name, each in step.waits.items() if _is(journey_map, name, who))]
    unplanned = any(each is not None and not each.planned for each in waits)
    return unplanned or any(leak.why for leak in step.leaks) or (gap is not None and gap < 0)


def _is(journey_map: JourneyMap, name: str, who: str) -> bool:
    return journey_map.person_id(name) == who
