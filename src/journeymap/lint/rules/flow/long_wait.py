"""JM602."""

from collections.abc import Iterator, Sequence
from math import fsum

from journeymap.findings import Finding, Mark, Severity
from journeymap.lint.options import Option
from journeymap.lint.rule import Basis, Context, Need, rule
from journeymap.lint.rules.flow.saying import share_of
from journeymap.model.between import Wait
from journeymap.model.journey import Status
from journeymap.model.map import JourneyMap, PlacedStep
from journeymap.model.vocabulary import MetricKind

LONG = Option(
    name="days", default=7.0, meaning="an unplanned wait of more than so many days is told of"
)
MOST = Option(
    name="share",
    default=0.5,
    meaning="unplanned waits that make up more than this share of all times are told of",
    most=1,
)


def _days(placed: PlacedStep) -> float:
    """Returns how long a step and the wait behind it take, in days."""
    step = placed.step
    active = step.duration.days if step.duration else 0.0
    return active + (step.wait.time.days if step.wait else 0.0)


def _is_known(context: Context) -> bool:
    timed = [placed for placed in context.map.steps if placed.step.duration or placed.step.wait]
    return bool(timed) and 2 * len(timed) >= len(context.map.steps)


@rule(
    "JM602",
    "long-wait",
    severity=Severity.NOTE,
    since=Status.REVIEW,
    basis=Basis.HOUSE,
    options=(LONG, MOST),
    needs=(Need(what="times of half of the steps", is_there=_is_known),),
)
def long_wait(visited: JourneyMap, context: Context) -> Iterator[Finding]:
    """An unplanned wait takes more than a week, or such waits more than half of the time.

    ## Why it matters

    Nothing happens in a wait but worry: people ring, look elsewhere, get worse or give up. A wait
    that is meant to be, as until a dose shows its effect, says `planned: true`. Asked of maps that
    know the times of half of their steps: `duration`, or the `wait` behind a step. A step with a
    target for how long something takes is held to that instead, and so is an announced wait in a
    stage with one. An announced wait that meets the expectations, with a feeling that is not below
    neutral, is none to shorten. Where no wait is longer than a
    week, the map is told of all of them together, if it knows how long anything but waiting takes.

    ## Basis

    House: a week, and half of all times.

    ## Bad

    ```yaml
    title: Referral
    steps:
      - action: Is referred
        duration: 10 min
        wait: 6 weeks  # <- here
      - {action: Is examined, duration: 30 min}
    ```

    ## Good

    ```yaml
    title: Referral
    steps:
      - {action: Is referred, duration: 10 min, wait: 5 days}
      - {action: Starts the tablets, wait: {time: 6 weeks, planned: true}}
      - {action: Is examined, duration: 30 min}
    ```
    """
    elapsed = fsum(map(_days, visited.steps))
    waits = [
        (placed, placed.step.wait)
        for placed in visited.steps
        if placed.step.wait and not placed.step.wait.planned and not _is_fine(placed, context)
    ]
    long = [(placed, wait) for placed, wait in waits if wait.time.days > context.option(LONG)]
    for placed, wait in long:
        if _has_target(visited, placed):
            continue
        yield _one(placed, wait, wait.time.days / elapsed, context.option(MOST))
    total = fsum(wait.time.days for _, wait in waits)
    active = any(placed.step.duration for placed in visited.steps)
    if not long and active and elapsed and total / elapsed > context.option(MOST):
        yield _all(waits, total, elapsed)


def _is_fine(placed: PlacedStep, context: Context) -> bool:
    """Tells whether the persona knows of the wait, got what was expected and feels no worse."""
    gap = context.analysis.ratings[placed.position].gap
    felt = context.analysis.curve.points[placed.position]
    fine = gap is not None and gap >= 0 and felt is not None and felt.value >= 0
    return fine and placed.step.wait is not None and bool(placed.step.wait.announced)


def _has_target(journey_map: JourneyMap, placed: PlacedStep) -> bool:
    """Tells whether a step is measured against a target in time, so that this one counts.

    For an announced wait a target of the stage counts as well.
    """
    told = placed.step.wait is not None and placed.step.wait.announced
    read = (*placed.step.metrics, *(placed.stage.stage.metrics if told else ()))
    named = (reading for reading in read if reading.value is not None)
    found = (journey_map.metrics.find(reading.metric) for reading in named)
    return any(
        each and each.item.kind is MetricKind.DURATION and each.item.target is not None
        for each in found
    )


def _one(placed: PlacedStep, wait: Wait, part: float, most: float) -> Finding:
    share = f": {share_of(part)} of all times in the map" if part > most else ""
    return Finding(
        code="JM602",
        message=f'after "{placed.label}" the persona waits {wait.time.written}, '
        f"and the wait is not planned{share}",
        help="shorten it, or use it: tell what happens meanwhile, and give something to do",
        route=(*placed.route, "wait"),
        mark=Mark.VALUE,
    )


def _all(waits: Sequence[tuple[PlacedStep, Wait]], total: float, elapsed: float) -> Finding:
    longest, wait = max(waits, key=lambda each: each[1].time.days)
    return Finding(
        code="JM602",
        message=f"unplanned waits make up {share_of(total / elapsed)} of all times in the map, "
        f'the longest, {wait.time.written}, after "{longest.label}"',
        help="shorten the longest ones first, and tell what happens meanwhile",
        route=(*longest.route, "wait") if len(waits) == 1 else (),
        mark=Mark.VALUE if len(waits) == 1 else Mark.NODE,
    )
