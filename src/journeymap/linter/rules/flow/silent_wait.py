"""JM603."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import fsum, inf

from journeymap.analysis.beside import parent
from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.contact import is_before_contact, is_contact, is_mostly_served
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.reasons import of_wait
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Option,
    PersonKind,
    PlacedStep,
    Related,
    Severity,
    at_a_step,
    few,
    rule,
)
from journeymap.linter.rules._marks import with_mark
from journeymap.linter.rules._reasons import in_english
from journeymap.linter.rules.flow._own_time import is_own_time
from journeymap.linter.rules.flow._shared import wait_after
from journeymap.model.between import Wait
from journeymap.model.fields import Duration
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.units import Amount
from journeymap.model.unread import UnreadError, if_read
from journeymap.words.times import rounded, said

LONG = Option(name="days", default=1.0, meaning="a silent wait of so many days or more is told of")
ASKED = Option(
    name="asked",
    default=2.0,
    meaning="of a wait of more days it is asked, where nobody knows, whether it was announced",
)


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Asks once of several waits, tells the known one by one; the first says what all come to."""
    asked = [each for each in findings if each.severity is Severity.NOTE]
    known = [each for each in findings if each.severity is not Severity.NOTE]
    yield from known
    if len(asked) == 1:
        yield from asked
    if len(asked) > 1:
        summed = "" if known else f"; {_in_all(asked, context)} in all"
        labels = [context.journey_map.step_at(each.route).label for each in asked]
        yield Finding(
            message=f"of {len(asked)} waits the map does not say whether the "
            f"persona knows how long they take: after {few(labels)}{summed}",
            help=asked[0].help,
            severity=Severity.NOTE,
            related=tuple(Related(route=each.route, message="a wait") for each in asked),
            stands_for=tuple(each.route for each in asked),
        )


def _in_all(findings: Sequence[Finding], context: Context) -> str:
    """Returns how long some waits are together: in their own unit where it is one."""
    steps = (context.journey_map.step_at(each.route) for each in findings)
    waits = [wait for step in steps for wait in (step.step.wait,) if wait]
    times = [wait.time for wait in waits]
    assumed = any(
        is_assumed(context.journey_map, context.journey_map.step_at(each.route), wait.evidence)
        for each, wait in zip(findings, waits, strict=True)
    )
    low, high = fsum(each.low for each in times), fsum(each.high for each in times)
    units = {amount.unit for each in times for amount in (*each.shortest, *each.longest)}
    unit = next(iter(units))
    if len(units) > 1 or low != high:
        return with_mark(rounded(low, high, "en"), assumed=assumed)
    whole = (Amount(count=round(low / unit.days, 2), unit=unit),)
    together = Duration(shortest=whole, longest=whole, written="")
    return with_mark(said(together, "en"), assumed=assumed)


@rule(
    "JM603",
    "silent-wait",
    severity="warning",
    from_status="review",
    basis="house",
    gathers=_together,
    options=(LONG, ASKED),
    needs=(at_a_step("waits", lambda placed_step: placed_step.step.wait),),
    subsumes=("long-wait",),
    each_persona=True,
)
def silent_wait(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The persona waits a day or more without knowing how long, or nobody recorded whether.

    ## Why it matters

    A wait that somebody has announced is shorter than the same wait in the dark: people stop
    ringing, and start trusting. To announce it costs a sentence. One that the persona is told of
    says `announced: true`, one that she is not `announced: false`, and that is a warning. Where the
    map says neither, nobody knows: that is asked with a note, of several waits once, with what they
    come to in all. Only waits that the service causes are asked about: behind a step at which
    somebody of it takes part, or knows of her already, and before one at which it does again. A
    wait that is meant to be (`planned: true`) is none, nor one up to two days, nor one before
    anybody of the service has met or heard of her, nor one behind which nothing but what others do
    offstage follows, nor one that an idea with a day to come is to shorten or announce. Time that
    people take themselves is no wait: until they ring about what they have noticed, or to think
    something over, nor is a planned gap until a day of the calendar. What runs beside another step
    (`meanwhile`) has no wait.

    ## Basis

    House: a day, and two of which nobody knows. Uncertain waits feel longer than known ones
    (Maister, The psychology of waiting lines, 1985).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a quote
        wait: {time: 3 days, announced: false}  # <- here
      - action: Gets the quote
        wait: 2 weeks  # <- here
      - Comes again
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a quote
        wait: {time: 3 days, announced: true}
      - Gets the quote
    ```
    """
    wait = placed_step.step.wait
    if wait is None or wait.announced or wait.time.days < context.option(LONG):
        return
    journey_map = context.journey_map
    if parent(journey_map, placed_step) is not None or is_before_contact(journey_map, placed_step):
        return
    if _is_followed_by_nothing(placed_step, context) or is_own_time(placed_step, context):
        return
    if wait.announced is None and (wait.planned or not _is_caused(placed_step, wait, context)):
        return
    if _is_to_be_told(placed_step, context):
        return
    length = wait_after(context.journey_map, placed_step)
    known = wait.announced is not None
    told = (
        "without having been told how long"
        if known
        else "and the map does not say whether anybody said how long"
    )
    comma = "" if known else ","
    silent = ", and nobody says how long" if known else ""
    yield Finding(
        message=f'after "{placed_step.label}" the persona waits {length}{comma} {told}',
        help="tell people how long it takes as soon as that is known, and what to do meanwhile"
        if known
        else "find out what people are told, and write announced: true or announced: false; or "
        "planned: true, if the wait is meant to be",
        severity=None if known else Severity.NOTE,
        route=(*placed_step.route, "wait"),
        mark=Mark.VALUE,
        phrase=f"{in_english(of_wait(wait), context.journey_map)}{silent}",
    )


def _is_to_be_told(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether an idea of the step with a day to come speaks of the wait, or of telling."""
    pains = (each.route for each in placed_step.pains)
    solving = (idea for route in pains for idea in context.analysis.answers.get(route, ()))
    return any(
        idea.opportunity.status in OPEN
        and idea.opportunity.by is not None
        and idea.opportunity.by.date >= context.today
        and any(speaks_of(each, idea.label) for each in (Topic.WAITING, Topic.TELLING))
        for idea in (*placed_step.opportunities, *solving)
    )


def _is_followed_by_nothing(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether the persona takes no step any more behind a wait: she waits for nothing."""
    known = context.journey_map.once(_nothing_behind)[placed_step.position]
    if known is None:
        raise UnreadError
    return known


def _nothing_behind(journey_map: JourneyMap) -> list[bool | None]:
    """Returns per step whether others alone take all that follow; None where that is not known."""
    found: list[bool | None] = [False]
    for number, placed_step in enumerate(reversed(journey_map.steps[1:])):
        offstage = if_read(partial(_is_offstage, placed_step), None)
        found.append((found[-1] if number else True) if offstage else offstage)
    return found[::-1]


def _is_offstage(placed_step: PlacedStep) -> bool:
    return placed_step.step.offstage


def _is_caused(placed_step: PlacedStep, wait: Wait, context: Context) -> bool:
    """Tells whether the service makes the persona wait, and not for a moment.

    It knows of her by then, and she does not go on by herself or with her family.
    """
    if not wait.time.exceeds(context.option(ASKED)):
        return False
    journey_map, ways = context.journey_map, context.analysis.ways
    steps = journey_map.steps
    if not _is_met(placed_step, journey_map) and journey_map.once(_is_told_of_contacts):
        return False
    behind = [steps[i] for i in ways.successors[placed_step.position]]
    return not behind or not all(_is_own(each, journey_map) for each in behind)


def _is_met(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether the service has met the persona up to a step, or heard of her."""
    first, is_known = journey_map.once(_first_known)
    if first <= placed_step.position and not is_known:
        raise UnreadError
    return first <= placed_step.position


def _first_known(journey_map: JourneyMap) -> tuple[float, bool]:
    """Returns at which step the service first knows of the persona, or may, and whether it does."""
    for placed_step in journey_map.steps:
        known = if_read(partial(_knows, journey_map, placed_step), None)
        if known is not False:
            return placed_step.position, known is not None
    return inf, True


def _knows(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether the service meets the persona at a step, or hears of her there."""
    step = placed_step.step
    return bool(step.handoff or step.offstage) or is_contact(journey_map, placed_step)


def _is_told_of_contacts(journey_map: JourneyMap) -> bool:
    """Tells whether a map says of any step who of the service takes part, or what it does."""
    return any(is_contact(journey_map, each) for each in journey_map.steps)


def _is_own(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether the persona takes a step with her family, or alone as far as the map shows.

    That nobody is named speaks for it only where the map names who serves at most steps (house).
    """
    step = placed_step.step
    if step.offstage or step.channel or step.gets:
        return False
    named = [*step.with_, *([step.actor] if step.actor else [])]
    if not named:
        return journey_map.once(is_mostly_served)
    found = [journey_map.find_stakeholder(who) for who in named]
    return all(each is not None and each.item.kind is PersonKind.FAMILY for each in found)
