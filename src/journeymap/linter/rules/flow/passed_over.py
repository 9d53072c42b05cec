"""JM607."""

from collections.abc import Iterator, Sequence

from journeymap.analysis import graph
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.transitions import Transition
from journeymap.authoring import (
    Context,
    Finding,
    Mark,
    Option,
    PlacedStep,
    Related,
    State,
    few,
    rule,
)
from journeymap.linter.rules.flow._shared import SHARES, share_of

LEAST = Option(
    name="share",
    default=0.05,
    meaning="from this share of those at a step on, a way that passes over others is told",
    most=1,
)
_MOST = 0.5
"""What more than half pass over is the way of the few, such as a complication; house."""
_TOP = 10.0
"""The highest importance, in points of 0 to 10."""
_LOW = -1.0
_PLACES = 9


@rule(
    "JM607",
    "passed-over",
    severity="note",
    from_status="review",
    basis="house",
    options=(LEAST,),
    needs=(SHARES,),
    each_persona=True,
)
def passed_over(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A way ahead passes over steps of the highest importance.

    ## Why it matters

    A shortcut looks like speed, and is a loss for whoever needed what lies between: the course that
    was full, the talk that did not take place. Who takes it is counted as having completed the
    journey. A way that says `why` has its answer. Told are the steps of the highest importance that
    fewer than half pass over on their way to where the others come as well; what makes good for a
    failure, what is endured (a low moment that was not as good as expected) and what only other
    personas take is none of them.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Discharge
    steps:
      - action: Asks for a place in the course
        next: {to: leaves, share: 18 %}  # <- here
      - {action: Takes the course, importance: 5}
      - {id: leaves, action: Goes home}
    ```

    ## Good

    ```yaml
    title: Discharge
    steps:
      - action: Asks for a place in the course
        next: {to: leaves, share: 18 %, why: took it with the first child}
      - {action: Takes the course, importance: 5}
      - {id: leaves, action: Goes home}
    ```
    """
    if context.journey_map.journey.state is State.DESIRED:
        return
    for way in context.analysis.ways.exits[placed_step.position].ways:
        share = round(way.share or 0.0, _PLACES)
        if way.entry is None or placed_step.step.next[way.entry].why:
            continue
        if not context.option(LEAST) <= share < _MOST:
            continue
        if missed := _missed(placed_step.position, way, context):
            yield _finding(placed_step, way, share, missed, context)


def _finding(
    placed_step: PlacedStep,
    way: Transition,
    share: float,
    missed: Sequence[PlacedStep],
    context: Context,
) -> Finding:
    entry = placed_step.step.next[way.entry or 0]
    assumed = is_assumed(context.journey_map, placed_step, entry.evidence)
    what = "which matters most" if len(missed) == 1 else "which matter most"
    return Finding(
        message=f'{share_of(share, assumed=assumed)} of those at "{placed_step.label}" go on '
        f"without {few([each.label for each in missed])}, {what}",
        help="find out what becomes of them without it, and where they could still get it; "
        "where they have no need of it, say so under why:",
        route=(*placed_step.route, "next", way.entry or 0),
        mark=Mark.VALUE,
        related=tuple(Related(route=each.route, message="passed over") for each in missed),
    )


def _missed(at: int, way: Transition, context: Context) -> list[PlacedStep]:
    """Returns the steps between that matter most, and through which the others come there."""
    if way.target is None or way.target <= at + 1:
        return []
    span = range(at, way.target + 1)
    between = [context.analysis.ways.successors[i] for i in span]
    ahead = [
        tuple(to - at for to in each if i < to <= way.target)
        for i, each in zip(span, between, strict=True)
    ]
    end = way.target - at
    back: list[list[int]] = [[] for _ in span]
    for i, each in enumerate(ahead):
        for to in each:
            back[to].append(i)
    through = graph.reach(ahead, [to for to in ahead[0] if to != end])
    leads = graph.reach(tuple(map(tuple, back)), [end])
    steps = (context.journey_map.steps[at + i] for i in sorted(through & leads) if 0 < i < end)
    return [each for each in steps if _matters(each, context)]


def _matters(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a step is one that a person would not want to miss."""
    step = placed_step.step
    rating = context.analysis.ratings[placed_step.position]
    point = context.analysis.curve.points[placed_step.position]
    if step.offstage or step.recovers or step.instead_of or rating.importance != _TOP:
        return False
    endured = point is not None and point.value <= _LOW
    return not endured or (rating.gap is not None and rating.gap >= 0)
