"""JM609."""

from collections.abc import Iterator

from journeymap.analysis import beside
from journeymap.analysis.beside import Span, span_of
from journeymap.analysis.deadlines import Kept
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.time import Part
from journeymap.authoring import Context, Finding, Mark, PlacedStep, Related, State, at_a_step, rule
from journeymap.linter.rules._left_as_it_is import is_left_as_it_is
from journeymap.linter.rules._marks import with_mark
from journeymap.words.times import rounded

_LEAST = 0.05
"""Of the whole time, from which part on it counts how much longer it takes; house."""


@rule(
    "JM609",
    "longer-sideline",
    severity="note",
    from_status="review",
    basis="house",
    needs=(at_a_step("runs beside another one", lambda each: each.step.meanwhile),),
)
def longer_sideline(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step that runs beside another one takes longer than that one and the wait behind it.

    ## Why it matters

    What runs in parallel looks free of charge. Where it takes longer than what it runs beside, it
    is what everybody waits for: it decides the date, and an idea that shortens the other step
    brings nothing. Only where even the least time of it is longer than the most of the other one
    is it told, and where that is a twentieth of the whole time, or a deadline may break; not where
    its note says that it is not shortened. Times that are not recorded are unknown.

    ## Basis

    House, after the critical path method (Kelley & Walker, 1959).

    ## Bad

    ```yaml
    title: Heat pump
    steps:
      - {id: orders, action: Orders it, wait: 4 weeks}
      - action: The grid operator approves it
        meanwhile: orders  # <- here
        offstage: true
        duration: 8 weeks
      - Has it installed
    ```

    ## Good

    ```yaml
    title: Heat pump
    steps:
      - {id: orders, action: Orders it, wait: 8 weeks}
      - action: The grid operator approves it
        meanwhile: orders
        offstage: true
        duration: 4 weeks
      - Has it installed
    ```
    """
    journey_map = context.journey_map
    if journey_map.journey.state is State.DESIRED or not placed_step.step.meanwhile:
        return
    if is_left_as_it_is(placed_step):
        return
    position = beside.parent(journey_map, placed_step)
    if position is None:
        return
    main = journey_map.steps[position]
    aside, there = _lasts(placed_step), _takes(main)
    if not aside or not there or aside.low <= there.high:
        return
    if not _matters(position, aside.low - there.high, context):
        return
    own, beside_it = placed_step.step.duration, (main.step.wait, main.step.duration)
    times = ((placed_step, own), *((main, time) for time in beside_it))
    assumed = any(time and is_assumed(journey_map, each, time.evidence) for each, time in times)
    longer = with_mark(rounded(aside.low, aside.high, "en"), assumed=assumed)
    yield Finding(
        message=f'"{placed_step.label}" takes {longer}, and runs beside "{main.label}", which '
        f"takes {rounded(there.low, there.high, 'en')}: it decides when the journey goes on",
        help="begin it earlier or shorten it first, and tell people that it is what they wait for",
        route=(*placed_step.route, "meanwhile"),
        mark=Mark.VALUE,
        related=(Related(route=main.route, message="runs beside this one"),),
    )


def _matters(at: int, longer: float, context: Context) -> bool:
    """Tells whether so many days more count: in the whole time, or for a deadline over a step."""
    whole = context.analysis.times.whole.main[Part.ELAPSED].days
    over = (e for e in context.analysis.deadlines if e.after.position <= at < e.step.position)
    return longer >= _LEAST * whole or any(each.kept is not Kept.MET for each in over)


def _lasts(placed_step: PlacedStep) -> Span | None:
    """Returns how long a step beside another one lasts: it has no wait of its own."""
    lasts = placed_step.step.duration
    return span_of(lasts.time) if lasts else None


def _takes(placed_step: PlacedStep) -> Span | None:
    """Returns how long a step and the wait behind it take; None where neither is recorded."""
    step = placed_step.step
    said = [span_of(each.time) for each in (step.duration, step.wait) if each]
    return sum(said[1:], said[0]) if said else None
