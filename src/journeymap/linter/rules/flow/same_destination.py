"""JM608."""

from collections.abc import Iterator
from itertools import pairwise
from math import fsum

from journeymap.analysis.destinations import Loss
from journeymap.analysis.evidence import Standing
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Option,
    Related,
    Route,
    State,
    counted,
    few,
    rule,
)
from journeymap.linter.rules.flow._shared import SHARES, if_anew, share_of
from journeymap.model.shared_words import share_words
from journeymap.words.shares import of_100

LEAST = Option(
    name="share",
    default=0.1,
    meaning="from this share of all who start on, lost to one place, it is told",
    most=1,
)
_PLACES = 9


@rule(
    "JM608",
    "same-destination",
    severity="note",
    from_status="review",
    basis="house",
    options=(LEAST,),
    needs=(SHARES,),
)
def same_destination(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Several steps lose people to the same place, and together a tenth of all or more.

    ## Why it matters

    Three leaks of which each looks bearable may all feed one competitor. Added up over those who
    come to each of them, they tell what that one does better, from which step on, and what winning
    them back is worth. Told is each known party, and each place in the same words, that takes
    people at two steps or more; the step that loses most of them is named.

    ## Basis

    House: a tenth. The sums follow from the shares that the map states, exactly.

    ## Bad

    ```yaml
    title: Dental clinic
    stakeholders: [{id: rival, name: The clinic across the street, kind: competitor}]
    steps:
      - action: Asks for a quote
        leaks: {to: rival, share: 14 %}  # <- here
      - action: Waits for an appointment
        leaks: {to: rival, share: 12 %}
      - Is treated
    ```

    ## Good

    ```yaml
    title: Dental clinic
    stakeholders: [{id: rival, name: The clinic across the street, kind: competitor}]
    steps:
      - action: Asks for a quote
        leaks: {to: rival, share: 5 %}
      - action: Waits for an appointment
        leaks: {to: rival, share: 4 %}
      - Is treated
    ```
    """
    if journey_map.journey.state is State.DESIRED or context.analysis.ways.loses_unknown:
        return
    for loss in context.analysis.losses:
        lost = loss.share or 0.0
        is_one = bool(loss.to) and len(loss.steps) > 1
        if is_one and round(lost, _PLACES) >= context.option(LEAST):
            yield _finding(loss, lost, context)


def _places(loss: Loss, journey_map: JourneyMap) -> list[Route]:
    """Returns where each step says that people leave for the place."""
    to = loss.party or journey_map.person_id(loss.to)
    return [
        next(
            (*placed_step.route, "leaks", i)
            for i, leak in enumerate(placed_step.step.leaks)
            if leak.to and leak.share != 0 and journey_map.person_id(leak.to) == to
        )
        for placed_step in loss.steps
    ]


def _together(loss: Loss, journey_map: JourneyMap) -> str:
    """Returns that one idea counts at all of these steps; nothing where the reasons differ."""
    places = zip(loss.steps, _places(loss, journey_map), strict=True)
    said = [each.step.leaks[int(route[-1])].why or "" for each, route in places]
    if any(one and other and not share_words(one, other) for one, other in pairwise(said)):
        return ""
    return "; an idea that answers it counts at all of these steps"


def _finding(loss: Loss, lost: float, context: Context) -> Finding:
    assumed = loss.standing is Standing.ASSUMED
    told = " (told, not counted)" if loss.standing is Standing.TOLD else ""
    every = context.analysis.losses
    whole = fsum(each.share or 0.0 for each in every)
    most = f", {of_100(lost / whole, assumed=True)} of 100 who leave" if len(every) > 1 else ""
    least = "at least " if loss.partly else ""
    anew = if_anew(loss.steps, context.analysis.flow)
    first, *others = _places(loss, context.journey_map)
    return Finding(
        message=f'"{loss.to}" takes {least}{share_of(lost, assumed=assumed)} of all who '
        f"start{told}{most}{anew}, at {counted(len(loss.steps), 'step')}: "
        f"{few([each.label for each in loss.steps])}",
        help="look at what they get there and from which step on they look for it"
        f"{_together(loss, context.journey_map)}",
        route=first,
        mark=Mark.VALUE,
        related=tuple(Related(route=each, message="as well here") for each in others),
    )
