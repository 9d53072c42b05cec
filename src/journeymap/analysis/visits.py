"""Where nobody hands the persona over: visitors, who was never left, and what she seeks herself."""

from collections.abc import Sequence
from itertools import chain

from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.step import Moment
from journeymap.model.vocabulary import ChannelKind

_PLACES = frozenset({ChannelKind.IN_PERSON, ChannelKind.OTHER, None})
_NOWHERE = frozenset(
    {*map(slug, ChannelKind), "face-to-face", "en-persona", "presencial", "osobiscie"}
)
"""Channels whose name tells no place."""


def is_visit(journey_map: JourneyMap, organisations: Sequence[str | None], at: int) -> bool:
    """Tells whether a party comes to where another one serves before and after it (house).

    So it is where the step is at the same place, by its channel, as one of those beside it.

    Args:
        journey_map: the map.
        organisations: per step the organisation that serves.
        at: position of the step.
    """
    before = next((i for i in range(at - 1, -1, -1) if organisations[i]), None)
    after = next((i for i in range(at + 1, len(organisations)) if organisations[i]), None)
    if before is None or after is None or organisations[before] != organisations[after]:
        return False
    if organisations[at] in {None, organisations[before]}:
        return False
    here, *beside = (_places(journey_map, journey_map.steps[i]) for i in (at, before, after))
    return bool(here.intersection(chain(*beside)))


def _places(journey_map: JourneyMap, placed_step: PlacedStep) -> set[str]:
    """Returns the places of a step, by the ids of channels that name one."""
    known = journey_map.channels
    found = [(known.id_of(name), known.find(name)) for name in placed_step.step.channel]
    return {
        channel
        for channel, each in found
        if (each.item.kind if each else None) in _PLACES
        and slug(each.label if each else channel) not in _NOWHERE
    }


def is_fetched(placed_step: PlacedStep) -> bool:
    """Tells whether somebody only fetches or buys something at a step."""
    return speaks_of(Topic.FETCHED, placed_step.label)


def is_sought(journey_map: JourneyMap, start: int, end: int) -> bool:
    """Tells whether the persona looks for who serves at a step by herself (house).

    So it is where she acts on a channel of her own choice in between, with nobody who serves, and
    where the step is declared to be the first impression.
    """
    if Moment.FIRST_IMPRESSION in journey_map.steps[end].step.moment:
        return True
    return any(
        each.step.channel and not each.step.offstage and journey_map.serving(each) is None
        for each in journey_map.steps[start + 1 : end]
    )


def knows_of_care(giving: PlacedStep) -> bool:
    """Tells whether something is learnt of the persona at a step that a clinician may need."""
    told = giving.step.gives or giving.step.gets
    return bool(told) or speaks_of(Topic.BODY, giving.label)


def is_remote(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether the persona writes or rings there, as far as kinds of channels are known."""
    found = [journey_map.channels.find(name) for name in placed_step.step.channel]
    places = {ChannelKind.IN_PERSON, ChannelKind.OTHER, None}
    return bool(found) and all(each is not None and each.item.kind not in places for each in found)
