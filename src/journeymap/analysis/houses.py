"""Which house serves at the steps of a map, and which one is the map's own."""

from collections import Counter

from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.people import PersonKind


def left_to_others(journey_map: JourneyMap) -> frozenset[int]:
    """Returns the positions of the steps in which the map's own organisation has no part.

    Where nobody knows whose map it is, no step is left to others.
    """
    own = own_organisation(journey_map)
    if own is None:
        return frozenset()
    there = (organisations_at(journey_map, placed_step) for placed_step in journey_map.steps)
    return frozenset(i for i, found in enumerate(there) if found and own not in found)


def own_organisation(journey_map: JourneyMap) -> str | None:
    """Returns the id of the map's own organisation: it serves more than half of all served steps.

    None where no organisation does (house).
    """
    return journey_map.once(_own)


def _own(journey_map: JourneyMap) -> str | None:
    served = journey_map.once(_served)
    own, count = served.most_common(1)[0] if served else ("", 0)
    return own if 2 * count > served.total() else None


def serves_outside(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether who serves at a step is none of the map's own side (house).

    That is who is no part of the map's own organisation. Where no organisation serves most steps,
    it is one that serves at this step alone, in a map in which another one serves at several.
    """
    party = journey_map.serving(placed_step)
    if party is None:
        return False
    house, own = organisation_of(journey_map, party), own_organisation(journey_map)
    if house in journey_map.once(_owning_houses):
        return False
    if own is not None:
        return house != own and is_organisation(journey_map, own)
    served = journey_map.once(_served)
    alone = served[house] == 1 and is_organisation(journey_map, house)
    return alone and max(served.values()) > 1


def _owning_houses(journey_map: JourneyMap) -> frozenset[str]:
    """Returns the organisations of which any part is named in the map's owner."""
    parties = [each.id for each in journey_map.stakeholders]
    return frozenset(
        organisation_of(journey_map, each) for each in parties if _owns(journey_map, each)
    )


def _owns(journey_map: JourneyMap, party: str) -> bool:
    """Tells whether the name of a party stands, whole, in that of the map's owner."""
    owner = f"-{slug(journey_map.journey.owner or '')}-"
    return f"-{slug(journey_map.person_label(party))}-" in owner


def is_outside(journey_map: JourneyMap, owner: str | None) -> bool:
    """Tells whether the owner of a part of the map is a party outside the map's own house.

    Where the map's own is not known, it is any organisation that does not own the whole map.
    """
    known = journey_map.find_stakeholder(owner) if owner else None
    if known is None or not journey_map.is_provider(known.id):
        return False
    whole = journey_map.find_stakeholder(journey_map.journey.owner or "")
    own = organisation_of(journey_map, whole.id) if whole else own_organisation(journey_map)
    house = organisation_of(journey_map, known.id)
    return house != own if own else is_organisation(journey_map, house)


def _served(journey_map: JourneyMap) -> Counter[str]:
    """Returns at how many steps each organisation is the serving one."""
    there = (organisations_at(journey_map, placed_step) for placed_step in journey_map.steps)
    return Counter(found[0] for found in there if found)


def is_organisation(journey_map: JourneyMap, who: str) -> bool:
    """Tells whether somebody is known to be an organisation, and no single person of one."""
    found = journey_map.find_stakeholder(who)
    return found is not None and found.item.kind in {PersonKind.ORGANISATION, PersonKind.PAYER}


def organisations_at(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns the ids of the organisations at a step, that of the serving party first."""
    step = placed_step.step
    there = (*((step.actor,) if step.actor else ()), *step.with_)
    providers = (journey_map.person_id(who) for who in there if journey_map.is_provider(who))
    return tuple(organisation_of(journey_map, who) for who in providers)


def organisation_of(journey_map: JourneyMap, who: str) -> str:
    """Returns the id of the outermost organisation that somebody is part of, or their own."""
    seen = [who]
    while True:
        found = journey_map.find_stakeholder(seen[-1])
        above = found.item.part_of if found else None
        here = journey_map.person_id(above) if above else ""
        if not here or here in seen:
            return seen[-1]
        seen.append(here)
