"""JM602."""

from collections.abc import Iterable, Iterator, Sequence
from math import fsum

from journeymap.analysis.beside import parent
from journeymap.analysis.contact import is_before_contact
from journeymap.analysis.deadlines import Kept
from journeymap.analysis.evidence import Standing
from journeymap.analysis.figures import FigureKind, figures
from journeymap.analysis.readings import newest
from journeymap.analysis.reasons import of_wait
from journeymap.authoring import (
    Better,
    Context,
    Finding,
    JourneyMap,
    Mark,
    MetricKind,
    Need,
    Option,
    PlacedStep,
    rule,
)
from journeymap.linter.rules._reasons import in_english
from journeymap.linter.rules._satisfied import suits, suits_one
from journeymap.linter.rules.flow._own_time import is_own_time
from journeymap.linter.rules.flow._shared import share_of, wait_after
from journeymap.model.between import Wait
from journeymap.model.units import days_per
from journeymap.model.vocabulary import Reading

LONG = Option(
    name="days", default=7.0, meaning="an unplanned wait of more than so many days is told of"
)
MOST = Option(
    name="share",
    default=0.5,
    meaning="unplanned waits that make up more than this share of all times are told of",
    most=1,
)
TRIFLE = Option(
    name="part",
    default=7.0,
    meaning="an announced wait beside which another one is so many times as long is not told of",
    least=1,
)

_PLACES = 9
"""Decimal places to which times are compared: parts of a day are not exact in binary."""


def _days(context: Context, placed_step: PlacedStep) -> float:
    """Returns how long a step and the wait behind it take, in days, without delays of her own.

    What others alone do takes her no time.
    """
    step, journey_map = placed_step.step, context.journey_map
    if not journey_map.takers(placed_step):
        return 0.0
    active = step.duration.time.days if step.duration else 0.0
    return active + (step.wait.time.days if step.wait and not _is_hers(placed_step, context) else 0)


def _is_hers(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether the time behind a step is the persona's own, so that nobody lets her wait."""
    before = is_before_contact(context.journey_map, placed_step)
    return before or is_own_time(placed_step, context)


def _is_known(context: Context) -> bool:
    timed = [
        placed_step
        for placed_step in context.journey_map.steps
        if placed_step.step.duration or placed_step.step.wait
    ]
    return bool(timed) and 2 * len(timed) >= len(context.journey_map.steps)


def _waits(context: Context) -> list[tuple[PlacedStep, Wait]]:
    """Returns the waits that nobody planned, save those that people know of and are fine with."""
    return [
        (placed_step, placed_step.step.wait)
        for placed_step in context.journey_map.steps
        if placed_step.step.wait
        and context.journey_map.takers(placed_step)
        and parent(context.journey_map, placed_step) is None
        and not placed_step.step.wait.planned
        and not _is_fine(placed_step, context)
        and not _is_hers(placed_step, context)
    ]


def _is_long(wait: Wait, context: Context) -> bool:
    return wait.time.exceeds(context.option(LONG))


def _elapsed(context: Context) -> float:
    """Returns all times in the map, in days."""
    return fsum(_days(context, each) for each in context.journey_map.steps)


def _share(waits: Iterable[tuple[PlacedStep, Wait]], elapsed: float) -> float:
    """Returns what part of all times some waits make up."""
    return fsum(wait.time.days for _, wait in waits) / elapsed if elapsed else 0.0


def _rests_on_assumptions(journey_map: JourneyMap) -> bool:
    """Tells whether any time of the map is assumed."""
    times = {FigureKind.WAIT, FigureKind.DURATION}
    return any(
        each.kind in times and each.standing is Standing.ASSUMED for each in figures(journey_map)
    )


def _together(findings: Sequence[Finding], context: Context) -> Sequence[Finding]:
    """Tells waits as one of which none is long, if together they make up so much."""
    routes = {finding.route for finding in findings}
    waits = [(step, wait) for step, wait in _waits(context) if (*step.route, "wait") in routes]
    if any(_is_long(wait, context) for _, wait in waits):
        return findings
    share = _share(waits, _elapsed(context))
    return [_all(waits, share, context)] if share > context.option(MOST) else []


@rule(
    "JM602",
    "long-wait",
    severity="note",
    from_status="review",
    basis="house",
    gathers=_together,
    options=(LONG, MOST, TRIFLE),
    needs=(Need(what="times of half of the steps", is_there=_is_known),),
    each_persona=True,
)
def long_wait(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """An unplanned wait takes more than a week, or such waits more than half of the time.

    ## Why it matters

    Nothing happens in a wait but worry: people ring, look elsewhere, get worse or give up. What the
    persona puts off herself, before anybody of it is told or to think, is none. A wait that is
    meant, as until a dose shows its effect, says `planned: true`. Asked of maps that know the times
    of half of their steps: `duration`, or the `wait` behind a step. A step with a target for how
    long something takes is held to that instead, and so is an announced wait in a stage with one:
    as long as the wait is within the target, or within the latest value measured against it. What
    lasts longer than both is told, for that metric speaks of something else. (A target whose unit
    is not days, weeks or the like is taken to speak of the wait.) A wait on the way to a deadline
    that is missed is told as that.

    An announced wait behind what others do offstage, or one that meets the expectations, with a
    feeling that is not below neutral and no pain, is none to shorten, nor is one beside which
    another is seven times as long. Where no wait is longer than
    a week, the map is told of all of them together, if it knows how long anything but waiting
    takes.

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
    waits = _waits(context)
    long = [(placed_step, wait) for placed_step, wait in waits if _is_long(wait, context)]
    active = any(placed_step.step.duration for placed_step in journey_map.steps)
    elapsed = _elapsed(context)
    late = _late(context)
    told = [
        (step, wait)
        for step, wait in long
        if step.position not in late
        and not _is_held(step, wait, journey_map)
        and not _is_trifle(wait, context)
    ]
    if not long and active and _share(waits, elapsed) > context.option(MOST):
        told = waits
    assumed = bool(told) and journey_map.once(_rests_on_assumptions)
    for each in told:
        part = _share([each], elapsed)
        share = f": {share_of(part, assumed=assumed)} of all times in the map"
        yield _one(*each, share if part > context.option(MOST) else "", context)


def _late(context: Context) -> set[int]:
    """Returns where waits lie that are told of as the deadline that is missed."""
    return {
        position
        for due in context.analysis.deadlines
        if due.kept is Kept.MISSED
        for position in range(due.after.position, due.step.position)
    }


def _is_fine(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether the persona knows of the wait, and the step is as it should be.

    A wait that is written for all of several personas has to be so for each of them.
    """
    wait = placed_step.step.wait
    if wait is None or not wait.announced:
        return False
    if placed_step.step.offstage:
        return True
    whole = context.file.journey_map
    step = whole.step_at(placed_step.route) if whole else placed_step
    if whole is None or step.step.waits:
        return suits(placed_step, context.analysis)
    return all(suits_one(step, who, whole) for who in whole.takers(step))


def _is_trifle(wait: Wait, context: Context) -> bool:
    """Tells whether people were told of a wait that is next to nothing beside the longest one."""
    longest = context.journey_map.once(_longest)
    return bool(wait.announced) and wait.time.days * context.option(TRIFLE) <= longest


def _longest(journey_map: JourneyMap) -> float:
    """Returns how long the longest wait of a map is, in days."""
    every = (each.step.wait for each in journey_map.steps)
    return max(each.time.days for each in every if each)


def _is_held(placed_step: PlacedStep, wait: Wait, journey_map: JourneyMap) -> bool:
    """Tells whether a target for how long something takes at the step speaks of the wait.

    For an announced wait those of the stage count as well.
    """
    own = (((*placed_step.route, i), reading) for i, reading in enumerate(placed_step.step.metrics))
    whole = enumerate(placed_step.stage.stage.metrics if wait.announced else ())
    of_stage = (((*placed_step.stage.route, i), reading) for i, reading in whole)
    latest = newest((*own, *of_stage), journey_map.metrics)
    return any(_speaks_of(wait, reading, journey_map) for _, reading in latest)


def _speaks_of(wait: Wait, reading: Reading, journey_map: JourneyMap) -> bool:
    """Tells whether a wait is within a target, or as long as what is measured against it.

    Of a target whose unit is no unit of time nobody knows, so it does.
    """
    found = journey_map.metrics.find(reading.metric)
    if found is None or found.item.target is None or reading.value is None:
        return False
    if found.item.kind is not MetricKind.DURATION or found.item.improves is not Better.LOWER:
        return False
    unit = days_per(found.item.unit or "")
    most = max(found.item.target, reading.value)
    return unit is None or round(wait.time.days, _PLACES) <= round(most * unit, _PLACES)


def _one(placed_step: PlacedStep, wait: Wait, share: str, context: Context) -> Finding:
    length = wait_after(context.journey_map, placed_step)
    known = wait.planned is not None
    planned = "the wait is not planned" if known else "the map does not say that it is meant to be"
    meant = "" if known else "; if it is meant to be, write planned: true"
    return Finding(
        message=f'after "{placed_step.label}" the persona waits {length}, and {planned}{share}',
        help="shorten it, or tell what happens meanwhile" + meant,
        route=(*placed_step.route, "wait"),
        mark=Mark.VALUE,
        phrase=in_english(of_wait(wait), context.journey_map),
    )


def _all(waits: Sequence[tuple[PlacedStep, Wait]], part: float, context: Context) -> Finding:
    longest, wait = max(waits, key=lambda each: each[1].time.days)
    assumed = context.journey_map.once(_rests_on_assumptions)
    share = share_of(part, assumed=assumed)
    known = all(each.planned is not None for _, each in waits)
    unplanned = "unplanned waits" if known else "waits that are not said to be planned"
    return Finding(
        message=f"{unplanned} make up {share} of all times in the map, "
        f'the longest, {wait_after(context.journey_map, longest)}, after "{longest.label}"',
        help="shorten the longest ones first, and tell what happens meanwhile",
        route=(*longest.route, "wait") if len(waits) == 1 else (),
        mark=Mark.VALUE if len(waits) == 1 else Mark.NODE,
        phrase=in_english(of_wait(wait), context.journey_map),
    )
