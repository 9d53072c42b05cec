"""JM312."""

from collections.abc import Iterator

from journeymap.analysis.emotion import Point
from journeymap.authoring import Context, Finding, Mark, Option, PlacedStep, Related, State, rule
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route
from journeymap.model.stems import Topic, speaks_of

RISE = Option(
    name="points",
    default=3.0,
    meaning="from so many points between two steps on (of -2 to 2) a rise is told",
    least=0.5,
    most=4,
)
_LOW, _HIGH = -1.0, 1.0
_LONG = 7.0
"""In so many days much may happen that a map does not say; house."""


@rule(
    "JM312",
    "unexplained-rise",
    severity="note",
    from_status="review",
    basis="house",
    options=(RISE,),
    needs=(EMOTIONS,),
    each_persona=True,
)
def unexplained_rise(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The persona goes from a low to a high at once, and nothing says what changed.

    ## Why it matters

    Whoever is shocked at the bill and proud a step later has been through something that the map
    leaves out, and that is often what works: a call, a neighbour, an answer. Else one of the two
    feelings is a guess. Told is a step of its own without a gain, an answer, an encounter, words of
    hers or a rating of how good it was, right behind a low one and no week later. Fear is over when
    what was feared is over, and needs no reason.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Heat pump
    steps:
      - {action: Opens the first bill, emotion: shocked}
      - action: Shows it to his club
        emotion: delighted  # <- here
    ```

    ## Good

    ```yaml
    title: Heat pump
    steps:
      - {action: Opens the first bill, emotion: shocked}
      - action: Shows it to his club
        emotion: delighted
        gains: [The agency rang and set the curve right]
    ```
    """
    points, at = context.analysis.curve.points, placed_step.position
    before, here = (points[at - 1] if at else None), points[at]
    if context.journey_map.journey.state is State.DESIRED or before is None or here is None:
        return
    rises = before.value <= _LOW and here.value >= _HIGH
    if not rises or here.value - before.value < context.option(RISE):
        return
    if at not in context.analysis.ways.successors[at - 1]:
        return
    fear = speaks_of(Topic.FEAR, before.written)
    if not fear and not _is_told(placed_step, context) and not _is_later(before.step):
        yield _finding(before, here, context)


def _finding(before: Point, here: Point, context: Context) -> Finding:
    return Finding(
        message=f'from "{before.step.label}" ({before.written}) to "{here.step.label}" '
        f"({here.written}) the feeling turns, and nothing says what changed",
        help="ask what happened in between, and add it: a step, gains:, or recovers: what was "
        "made good",
        route=emotion_route(context, here, context.analysis.curve.person),
        mark=Mark.VALUE,
        related=(Related(route=before.step.route, message="the low before it"),),
    )


def _is_told(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a step says what is good there: in words, by whom one meets, or as rated."""
    step, journey_map = placed_step.step, context.journey_map
    words = (step.gains, step.gets, step.recovers, step.thought, step.quote, step.frontstage)
    met = step.with_ or step.actor or journey_map.serving(placed_step) or step.note or step.reward
    rated = context.analysis.ratings[placed_step.position].perceived is not None
    return any(words) or bool(met) or rated or bool(step.moment)


def _is_later(before: PlacedStep) -> bool:
    """Tells whether so much time passes that a feeling may have changed by itself."""
    times = (before.step.wait, before.step.duration)
    return sum(each.time.high for each in times if each) >= _LONG or bool(before.step.waits)
