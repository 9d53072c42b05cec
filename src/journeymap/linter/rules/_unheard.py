"""Who is there when it matters, and of whom the map says nothing there."""

from collections.abc import Mapping

from journeymap.authoring import JourneyMap, PersonKind, PlacedStep
from journeymap.linter.rules._satisfied import is_as_good
from journeymap.model.people import Person, Stakeholder

LOW = -1.0
"""From this emotion down a step is low (of -2 to 2); house."""
NO_PEOPLE = frozenset({PersonKind.COMPETITOR, PersonKind.ORGANISATION, PersonKind.PAYER})
"""Kinds of which no needs are asked."""
STRONG: Mapping[PersonKind, int] = {
    PersonKind.FAMILY: 4,
    PersonKind.CLINICIAN: 5,
    PersonKind.STAFF: 5,
}
"""From this influence on (1 little … 5 decisive) each kind of people can turn the journey; house.
An organisation feels nothing."""


def unheard_at(journey_map: JourneyMap, who: str, person: Person) -> PlacedStep | None:
    """Returns the first moment or low at which somebody is there of whom nothing is said there.

    None for whom something is said at any of these steps, for whom the map follows itself, for
    stakeholders of little influence, and for those of whom no need is known anywhere at all, who
    are told of by themselves.

    Args:
        journey_map: the map.
        who: the person's id.
        person: the person.
    """
    if not _counts(journey_map, who, person):
        return None
    there = [
        placed_step
        for placed_step in journey_map.steps
        if who in journey_map.present(placed_step) and _matters(journey_map, placed_step, who)
    ]
    heard = any(is_heard(journey_map, placed_step, who) for placed_step in there)
    return None if heard or not there else there[0]


def _counts(journey_map: JourneyMap, who: str, person: Person) -> bool:
    if not isinstance(person, Stakeholder):
        return bool(journey_map.personas_chosen) and who not in journey_map.persona_ids
    strong = STRONG.get(person.kind) if person.kind else None
    if strong is None or (person.influence or 0) < strong:
        return False
    return bool(person.needs) or any(
        who in journey_map.by_person(placed_step.step.need, placed_step)
        for placed_step in journey_map.steps
    )


def _matters(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> bool:
    """Tells whether a step is a declared moment, or a low of the persona or the person."""
    return bool(placed_step.step.moment) or is_low(journey_map, placed_step, who)


def is_low(journey_map: JourneyMap, placed_step: PlacedStep, who: str = "") -> bool:
    """Tells whether a step is a low of a persona of the map, or of somebody else, by id."""
    felt = journey_map.by_person(placed_step.step.emotion, placed_step)
    lows = (
        each.lowest is not None
        and each.lowest <= LOW
        and not is_as_good(journey_map, placed_step, whose)
        for whose, each in felt.items()
        if whose in {who, *journey_map.persona_ids}
    )
    return any(lows)


def is_heard(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> bool:
    """Tells whether a step says what somebody needs, feels, thinks, said or suffers from."""
    step = placed_step.step
    told = (step.need, step.emotion, step.thought, step.quote)
    own = any(who in journey_map.by_person(each, placed_step) for each in told)
    return own or any(who in map(journey_map.person_id, each.pain.of) for each in placed_step.pains)
