"""JM903."""

from collections.abc import Iterable, Iterator
from datetime import date

from journeymap.analysis.houses import organisation_of, own_organisation
from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Need,
    OpportunityStatus,
    Option,
    PersonKind,
    PlacedStep,
    State,
    one_by_one,
    rule,
    slug,
)
from journeymap.linter.rules._live import is_live
from journeymap.linter.rules._satisfied import is_as_good
from journeymap.linter.rules._unheard import unheard_at
from journeymap.model.people import Stakeholder
from journeymap.model.unread import as_far_as_read, if_read

_OWN = frozenset({PersonKind.STAFF, PersonKind.CLINICIAN})
"""Kinds of people whom the house itself employs."""

STRONG_INFLUENCE = Option(
    name="influence",
    default=4,
    meaning="from this influence on (1 little … 5 decisive) a stakeholder is looked at",
    least=1,
    most=5,
)
LOW = Option(
    name="emotion",
    default=-1.0,
    meaning="from this emotion of the persona or the stakeholder down a step is low (of -2 to 2)",
    least=-2,
    most=0,
)


@rule(
    "JM903",
    "unserved-influencer",
    severity="note",
    from_status="published",
    basis="practitioner",
    options=(STRONG_INFLUENCE, LOW),
    needs=(
        Need(
            what="stakeholders with their influence",
            is_there=lambda context: any(
                entry.item.influence is not None for entry in context.journey_map.stakeholders
            ),
        ),
        Need(
            what="opportunities",
            is_there=lambda context: any(
                placed_step.opportunities for placed_step in context.journey_map.steps
            ),
        ),
    ),
)
def unserved_influencer(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Somebody of great influence is there at a low moment, and no opportunity is for them.

    ## Why it matters

    At a low moment the persona turns to those around her. A daughter who knows what to do, or a
    nurse who has the time, can turn it; so ideas that serve them serve the persona. Looked at are
    stakeholders of influence 4 and 5 who are at a step where the persona, or they themselves, feel
    bad: family, and those of the house's own staff of whom the map knows a pain, or a need that is
    more than a paper (`information`). Nobody is to serve a tribunal, a payer or another house. A
    step that was better than expected, or as good as was expected of a good one, is no low moment,
    nor is one before anybody serves, or with an idea that is live. An opportunity anywhere in the
    map with their name under `for` will do. Of whom nothing is known there, unheard-person tells.

    ## Basis

    Practitioner: leverage points lie with those who act on the patient, such as the family
    (Schmidt & Wilde, How to reveal key leverage points in customer journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Type 2 diabetes
    stakeholders:
      - {id: daughter, name: Her daughter, kind: family, influence: 5}
    steps:
      - action: Hears the diagnosis  # <- here
        with: daughter
        emotion: shocked
        opportunities: Leaflet with large letters
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    stakeholders:
      - {id: daughter, name: Her daughter, kind: family, influence: 5}
    steps:
      - action: Hears the diagnosis
        with: daughter
        emotion: shocked
        opportunities: {text: A talk with the family two days later, for: daughter}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    served = _served(journey_map)

    def unserved(entry: Defined[Stakeholder]) -> Iterable[Finding]:
        strong = (entry.item.influence or 0) >= context.option(STRONG_INFLUENCE)
        rival = entry.item.kind is PersonKind.COMPETITOR
        told = strong and not rival and entry.id not in served
        if not told or not _is_to_be_served(entry, journey_map):
            return ()
        # What would serve somebody of whom nothing is said, nobody knows: they are told of there.
        if if_read(lambda: unheard_at(journey_map, entry.id, entry.item), None):
            return ()
        return _lowest(entry, context)

    yield from one_by_one(map(unserved, journey_map.stakeholders))


def _is_to_be_served(entry: Defined[Stakeholder], journey_map: JourneyMap) -> bool:
    """Tells whether somebody is family, or of the own staff with a need or pain of their own."""
    if entry.item.kind is PersonKind.FAMILY:
        return True
    own = own_organisation(journey_map)
    outside = own is not None and organisation_of(journey_map, entry.id) != own
    if entry.item.kind not in _OWN or outside:
        return False
    needs = [*entry.item.needs, *entry.item.frustrations]
    papers = {slug(name) for each in journey_map.information for name in (each.id, each.label)}
    return any(slug(each) not in papers for each in needs) or any(
        entry.id in journey_map.by_person(placed_step.step.need, placed_step)
        or any(entry.id in map(journey_map.person_id, each.pain.of) for each in placed_step.pains)
        for placed_step in journey_map.steps
    )


def _served(journey_map: JourneyMap) -> set[str]:
    return {
        journey_map.person_id(who)
        for placed_step in journey_map.steps
        for idea in placed_step.opportunities
        if idea.opportunity.status is not OpportunityStatus.DROPPED
        for who in idea.opportunity.for_
    }


def _lowest(entry: Defined[Stakeholder], context: Context) -> Iterator[Finding]:
    """Tells of the lowest moment at which somebody is there, of equals the gravest, then the first.

    A word that nobody can read makes the moments that are known no less low.
    """
    journey_map, low = context.journey_map, context.option(LOW)
    served = (i for i, each in enumerate(journey_map.steps) if journey_map.serving(each))
    first = next(served, 0)
    steps = (each for each in journey_map.steps[first:] if not _is_mended(each, context.today))
    walks = (_moments(entry, journey_map, placed_step) for placed_step in steps)
    moments = list(as_far_as_read(one_by_one(walks)))
    if lows := [each for each in moments if each[0] <= low]:
        *_, position, written = min(lows, key=lambda each: each[1:])
        yield _finding(entry, journey_map.steps[position], written)


def _is_mended(placed_step: PlacedStep, today: date) -> bool:
    """Tells whether an idea is live at a step."""
    return any(is_live(idea, today) for idea in placed_step.opportunities)


def _moments(
    entry: Defined[Stakeholder], journey_map: JourneyMap, placed_step: PlacedStep
) -> Iterator[tuple[float, float, int, int, str]]:
    """Yields what somebody, or the persona beside them, feels at a step.

    That is the lowest part of it, its value (the mean), the gravest risk there with the worst
    first, the place and the word.
    """
    risks = ((each.pain.severity or 0) * (each.pain.probability or 0) for each in placed_step.pains)
    grave = -max(risks, default=0)
    if entry.id not in journey_map.present(placed_step):
        return
    for who, feeling in journey_map.by_person(placed_step.step.emotion, placed_step).items():
        if who not in {entry.id, *journey_map.persona_ids}:
            continue
        if feeling.lowest is None or feeling.value is None:
            continue
        if not is_as_good(journey_map, placed_step, who):
            at = placed_step.position
            yield feeling.lowest, feeling.value, grave, at, feeling.written


def _finding(entry: Defined[Stakeholder], placed_step: PlacedStep, written: str) -> Finding:
    return Finding(
        message=f'"{entry.label}" (influence {entry.item.influence} of 5) takes part in the low '
        f'moment "{placed_step.label}" ({written}), and no opportunity is meant for them',
        help=f"ask what would help them, and record it with for: {entry.id}",
        route=placed_step.route,
    )
