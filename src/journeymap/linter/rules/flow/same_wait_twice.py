"""JM604."""

from collections.abc import Iterator

from journeymap.analysis.contradiction import Range, goes_with
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.figures import apart
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Related,
    at_a_step,
    rule,
)
from journeymap.linter.rules._marks import with_mark
from journeymap.model.between import Wait
from journeymap.model.metric_names import Topic, topics
from journeymap.model.step import ActiveTime
from journeymap.words.times import said


@rule(
    "JM604",
    "same-wait-twice",
    severity="note",
    from_status="review",
    basis="house",
    needs=(
        at_a_step("waits", lambda placed_step: placed_step.step.wait or placed_step.step.waits),
    ),
    each_persona=True,
)
def same_wait_twice(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A wait is recorded behind a step, and again as the step of waiting that follows.

    ## Why it matters

    "Is referred" with a wait of six weeks, and then "Waits for the date", which takes six weeks:
    the map now has twelve. Every sum of times, and every answer to how long it takes, is wrong by
    that. Either the wait stands behind the step before, or it is a step of its own, with what is
    felt and done meanwhile; then the step before has no wait. Told are a step that speaks of
    waiting and the wait before it where both are of about one length, within a quarter.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Referral
    steps:
      - action: Is referred to a specialist
        wait: 6 weeks
      - action: Waits for the appointment
        duration: 6 weeks  # <- here
      - Sees the specialist
    ```

    ## Good

    ```yaml
    title: Referral
    steps:
      - Is referred to a specialist
      - action: Waits for the appointment
        duration: 6 weeks
        emotion: worried
      - Sees the specialist
    ```
    """
    before: PlacedStep | None = None
    for placed_step in journey_map.steps:
        is_taken = bool(journey_map.takers(placed_step))
        found = _twice(before, placed_step) if before and is_taken else None
        if before and found and context.analysis.times.parents[placed_step.position] is None:
            field, said_there = found
            assumed = is_assumed(journey_map, placed_step, said_there.evidence)
            length = with_mark(said(said_there.time, "en"), assumed=assumed)
            yield Finding(
                message=f'"{placed_step.label}" takes {length}, about as long as the wait behind '
                f'"{before.label}": if they are one, it is counted twice',
                help=f'record it once: here, or as the wait behind "{before.label}"; '
                "if they are two, call this one otherwise",
                route=(*placed_step.route, field),
                mark=Mark.VALUE,
                related=(Related(route=(*before.route, "wait"), message="the other one"),),
            )
        before = placed_step if is_taken else before


def _twice(before: PlacedStep, placed_step: PlacedStep) -> tuple[str, ActiveTime | Wait] | None:
    """Returns the field in which a step repeats the wait before it; None where none does.

    A step of waiting may say its length as how long it takes, or as the wait behind it.
    """
    if Topic.WAITING not in topics(placed_step.label):
        return None
    step = placed_step.step
    waits = [each.time for each in apart(before.step.wait, before.step.waits)]
    own: list[tuple[str, ActiveTime | Wait]] = [
        *(("duration", each) for each in apart(step.duration, step.durations)),
        *(("wait", each) for each in apart(step.wait, step.waits)),
    ]
    return next(
        (
            (field, each)
            for field, each in own
            for wait in waits
            if wait.days and goes_with(each.time.days, 0.0, Range(low=wait.days, high=wait.days))
        ),
        None,
    )
