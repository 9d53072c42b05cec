"""JM304."""

from collections.abc import Iterator
from math import fsum

from journeymap.analysis.emotion import Curve, Point
from journeymap.analysis.transitions import Transitions
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Option,
    PlacedStep,
    State,
    rule,
)
from journeymap.linter.rules._satisfied import is_as_good
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route
from journeymap.model.stems import Topic, speaks_of

_GOOD = 1.0
"""From this feeling on (of -2 to 2) an end is good; house."""
_KNOWN = 0.75
"""At this share of the steps of a persona a feeling is to be known; house."""
_MOST = 0.5
"""From this share on of those who are there a step is a way out; house."""

LAST_PART = Option(
    name="part",
    default=0.33,
    meaning="the lowest moment is late in the last part of the steps, as a share of them",
    most=1,
)


@rule(
    "JM304",
    "late-low",
    severity="note",
    from_status="review",
    basis="practitioner",
    options=(LAST_PART,),
    needs=(EMOTIONS,),
    each_persona=True,
)
def late_low(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The lowest moment, below neutral, comes in the last third of the journey.

    ## Why it matters

    Bad news weighs less early, when there is time to mend it and good things follow. A low shortly
    before the end is what people take home, unless something good follows. Looked at are current
    maps that end, of personas whose feeling is known at three of four steps; the end itself is
    another matter, and so is a step that went well by its ratings, and one behind which half of
    those who are there, or more, leave or are done, or to which few come. Of moments that are
    equally low all have to be late. To bring it forward is advised only of a single one that has
    not its place by nature: a hand-off to it, a deadline, something used again, an operation.

    ## Basis

    Practitioner: get the bad experiences out of the way early, and finish strong (Chase & Dasu,
    Want to Perfect Your Company's Service? Use Behavioral Science, Harvard Business Review, 2001).

    ## Bad

    ```yaml
    title: Hotel stay
    steps:
      - {action: Books, emotion: pleased}
      - {action: Checks in, emotion: pleased}
      - {action: Has breakfast, emotion: delighted}
      - {action: Finds the pool closed, emotion: frustrated}
      - action: Disputes the bill
        emotion: angry  # <- here
      - {action: Is driven to the station, emotion: neutral}
    ```

    ## Good

    ```yaml
    title: Hotel stay
    steps:
      - {action: Books, emotion: pleased}
      - {action: Pays in advance, emotion: annoyed}
      - {action: Checks in, emotion: pleased}
      - {action: Has breakfast, emotion: delighted}
      - {action: Checks out without a word, emotion: neutral}
      - {action: Is driven to the station, emotion: pleased}
    ```
    """
    curve = context.analysis.curve
    if curve.lowest is None or curve.ending is None or journey_map.journey.state is State.DESIRED:
        return
    lows = [point for point in curve.known if point.value == curve.lowest.value]
    lows = [low for low in lows if not is_as_good(journey_map, low.step, curve.person)]
    if (
        curve.lowest.value >= 0
        or not lows
        or _lifts(curve, lows[-1])
        or _is_patchy(curve, journey_map)
    ):
        return
    place, steps = _place(lows[0], journey_map)
    if (place - 0.5) / steps <= 1 - context.option(LAST_PART):
        return
    exits = context.analysis.ways.exits
    onward = [
        low
        for low in lows
        if low.step.position != curve.ending
        and not _is_way_out(exits[low.step.position])
        and not _is_of_few(low.step, context)
    ]
    if onward:
        yield _finding(onward[-1], len(lows), context)


def _lifts(curve: Curve, low: Point) -> bool:
    """Tells whether something good comes behind a low already, or the journey ends well."""
    later = (each for each in curve.known if each.step.position > low.step.position)
    return any(each.lowest >= _GOOD for each in later)


def _is_patchy(curve: Curve, journey_map: JourneyMap) -> bool:
    """Tells whether too few feelings are known to say which moment is the lowest (house)."""
    own = sum(bool(journey_map.takers(each)) for each in journey_map.steps)
    return len(curve.known) < _KNOWN * own


def _is_of_few(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether fewer than half of those who start ever come to a step, as far as is known."""
    flow = context.analysis.flow
    return flow is not None and flow.steps[placed_step.position].people < _MOST


def _place(low: Point, journey_map: JourneyMap) -> tuple[int, int]:
    """Returns which one of how many steps that the persona takes a low is."""
    own = [each.position for each in journey_map.steps if journey_map.takers(each)]
    return sum(position <= low.step.position for position in own), len(own)


def _finding(low: Point, count: int, context: Context) -> Finding:
    """Tells of a low, the last of so many that are equal."""
    place, steps = _place(low, context.journey_map)
    which = "the lowest moment" if count == 1 else f"one of the {count} lowest moments"
    fixed = count > 1 or _has_its_place(low.step, context.journey_map)
    forward = "" if fixed else "bring what hurts forward, or "
    return Finding(
        message=f'{which}, "{low.step.label}" ({low.written}), '
        f"comes late: it is step {place} of {steps}",
        help=f"{forward}put something good between it and the end",
        route=emotion_route(context, low, context.analysis.curve.person),
        mark=Mark.VALUE,
    )


def _has_its_place(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether a step comes when it does by its nature, as far as the map shows (house)."""
    step, label = placed_step.step, placed_step.label
    if step.within or step.reuses or step.recovers or speaks_of(Topic.BODY, label):
        return True
    sent = (
        said.to for each in journey_map.steps[: placed_step.position] for said in each.step.handoff
    )
    party = journey_map.serving(placed_step)
    return party is not None and party in map(journey_map.person_id, sent)


def _is_way_out(exits: Transitions) -> bool:
    """Tells whether most of those at a step leave there, or their journey is over behind it."""
    onward = [way for way in exits.ways if not way.ends and not way.back and way.is_open]
    gone = fsum(
        share or 0.0 for share in (*exits.leaks, *(way.share for way in exits.ways if way.ends))
    )
    return not onward or gone >= _MOST
