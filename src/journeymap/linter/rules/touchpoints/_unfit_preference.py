"""Where what the persona is said to prefer would not help her, by what the map says itself."""

from collections.abc import Sequence

from journeymap.analysis.evidence import Standing, claimed_by
from journeymap.analysis.houses import is_outside
from journeymap.authoring import ChannelKind, Context, JourneyMap, PlacedStep, slug
from journeymap.model.stems import Topic, speaks_of

ALONE = frozenset({ChannelKind.DIGITAL, ChannelKind.PRINT})
"""Channels on which there is nobody to talk to."""


def is_unfit(placed_step: PlacedStep, context: Context, preferred: Sequence[str]) -> bool:
    """Tells whether the map speaks against a preferred channel at a step.

    Args:
        placed_step: the step.
        context: the map as a persona goes it.
        preferred: the channels that she is said to prefer.
    """
    journey_map = context.journey_map
    return (
        _is_guessed(journey_map)
        or _is_taken_instead(placed_step, journey_map, preferred)
        or _wants_else(placed_step, context, preferred)
        or _is_of_another_house(placed_step, journey_map)
    )


def _is_guessed(journey_map: JourneyMap) -> bool:
    """Tells whether what is said of the persona rests on assumptions alone."""
    persona = journey_map.persona
    named = persona.item.evidence if persona else ()
    return bool(named) and claimed_by(journey_map, named) is Standing.ASSUMED


def _is_taken_instead(
    placed_step: PlacedStep, journey_map: JourneyMap, preferred: Sequence[str]
) -> bool:
    """Tells whether she came to a step's channels before, when a preferred one was of no use."""
    id_of = journey_map.channels.id_of
    wanted = set(map(id_of, preferred))
    before = journey_map.steps[: placed_step.position]
    tried = (each.step for each in before if wanted & set(map(id_of, each.step.instead_of)))
    taken = {id_of(name) for each in tried for name in each.channel}
    return set(map(id_of, placed_step.step.channel)) <= taken


def _wants_else(placed_step: PlacedStep, context: Context, preferred: Sequence[str]) -> bool:
    """Tells whether she wants nothing to come at all, or somebody, and prefers where nobody is."""
    journey_map, step = context.journey_map, placed_step.step
    if step.reward and context.analysis.ratings[placed_step.position].short:
        return True
    needs = journey_map.by_person(step.need, placed_step)
    own = [str(need) for who, need in needs.items() if who in journey_map.persona_ids]
    if any(speaks_of(Topic.PEACE, need) for need in own):
        return True
    found = [(slug(name), journey_map.channels.find(name)) for name in preferred]
    kinds = {slug(each.item.kind) if each and each.item.kind else name for name, each in found}
    return kinds <= set(map(slug, ALONE)) and any(speaks_of(Topic.SOMEBODY, n) for n in own)


def _is_of_another_house(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether channels of a step are those of a party outside, which takes part there."""
    there = set(map(journey_map.person_id, placed_step.step.with_))
    found = map(journey_map.channels.find, placed_step.step.channel)
    owners = [each.item.owner if each else None for each in found]
    return bool(owners) and all(
        owner and journey_map.person_id(owner) in there and is_outside(journey_map, owner)
        for owner in owners
    )
