"""Where people meet a service, as far as a map shows it also where it names nobody who serves."""

from itertools import takewhile

from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.vocabulary import ChannelKind

_REACHES = frozenset({ChannelKind.DIGITAL, ChannelKind.PHONE, ChannelKind.PRINT})
"""Channels on which somebody is written to or called."""


def is_contact(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether somebody meets the service at a step.

    Somebody of it serves there, its own systems or people are seen, somebody owns the channel, or
    something is given or got, and not only within the family. Nobody meets anybody offstage.
    """
    step = placed_step.step
    if step.offstage:
        return False
    if journey_map.serving(placed_step) or step.frontstage or step.systems:
        return True
    return has_owned_channel(journey_map, placed_step) or _exchanges(placed_step)


def has_owned_channel(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether somebody answers for a channel of a step: it is part of a service."""
    found = map(journey_map.channels.find, placed_step.step.channel)
    return any(each is not None and each.item.owner for each in found)


def is_known_there(placed_step: PlacedStep) -> bool:
    """Tells whether a step says what the service does there, in sight or out of it."""
    step = placed_step.step
    return bool(step.backstage or step.systems or step.frontstage)


def is_before_contact(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether up to a step, and at it, nobody of the service can know of the persona.

    A step that says nothing of it is one of them only on a map that names at most steps on what
    channel they take place, or who serves: elsewhere nobody knows.
    """
    return placed_step.position in journey_map.once(_before_contact)


def _before_contact(journey_map: JourneyMap) -> frozenset[int]:
    own = [each for each in journey_map.steps if journey_map.takers(each)]
    placed = sum(bool(each.step.channel or journey_map.serving(each)) for each in own)
    is_told = 2 * placed >= len(own)
    alone = takewhile(lambda each: not _may_reach(journey_map, each, is_told=is_told), own)
    return frozenset(each.position for each in alone)


def is_anywhere_served(journey_map: JourneyMap) -> bool:
    """Tells whether the map names at any step who serves."""
    return any(map(journey_map.serving, journey_map.steps))


def is_mostly_served(journey_map: JourneyMap) -> bool:
    """Tells whether the map names who serves at half of its steps or more."""
    served = sum(journey_map.serving(each) is not None for each in journey_map.steps)
    return 2 * served >= len(journey_map.steps)


def reaches_people(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a step is met on a channel of a service, or one on which one writes or calls.

    Nobody serves in the street, however much it hurts there.
    """
    written = _is_written_or_called(journey_map, placed_step)
    return written or is_contact(journey_map, placed_step)


def _is_written_or_called(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    found = map(journey_map.channels.find, placed_step.step.channel)
    return any(
        each is None or each.item.kind is None or each.item.kind in _REACHES for each in found
    )


def _exchanges(placed_step: PlacedStep) -> bool:
    step = placed_step.step
    others = [*step.with_, *([step.actor] if step.actor else [])]
    return bool(step.gives or step.gets) and not others


def _may_reach(journey_map: JourneyMap, placed_step: PlacedStep, *, is_told: bool) -> bool:
    """Tells whether somebody learns of it at a step, or may where a map does not tell such."""
    step = placed_step.step
    if step.offstage or step.handoff or is_contact(journey_map, placed_step):
        return True
    if not step.channel:
        return not is_told
    return _is_written_or_called(journey_map, placed_step)
