"""JM304."""

from collections.abc import Iterator
from math import fsum

from journeymap.analysis.transitions import Transitions
from journeymap.authoring import Context, Finding, JourneyMap, Mark, Option, State, rule
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route

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
    before the end is what people take home. Looked at are current maps that end; the end itself is
    another matter, and so is a step behind which half of those who are there, or more, leave or are
    done: nothing comes after it for them. Of equally low moments the first counts.

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
      - {action: Checks out without a word, emotion: pleased}
      - {action: Is driven to the station, emotion: pleased}
    ```
    """
    curve, steps = context.analysis.curve, len(journey_map.steps)
    lowest = curve.lowest
    if lowest is None or curve.ending is None or journey_map.journey.state is State.DESIRED:
        return
    place = lowest.step.position
    late = (place + 0.5) / steps > 1 - context.option(LAST_PART)
    out = _is_way_out(context.analysis.ways.exits[place])
    if lowest.value < 0 and late and place != curve.ending and not out:
        yield Finding(
            message=f'the lowest moment, "{lowest.step.label}" ({lowest.written}), '
            f"comes late: it is step {place + 1} of {steps}",
            help="bring what hurts forward, or put something good between it and the end",
            route=emotion_route(context, lowest, curve.person),
            mark=Mark.VALUE,
        )


def _is_way_out(exits: Transitions) -> bool:
    """Tells whether most of those at a step leave there, or their journey is over behind it."""
    onward = [way for way in exits.ways if not way.ends and not way.back and way.is_open]
    gone = fsum(
        share or 0.0 for share in (*exits.leaks, *(way.share for way in exits.ways if way.ends))
    )
    return not onward or gone >= _MOST
