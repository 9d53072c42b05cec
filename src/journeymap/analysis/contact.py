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


def is_own_delay(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether the persona waits behind a step before anybody of the service can know of it.

    Up to there nothing on the map reaches anybody, and the next step is one that she takes herself.
    Where a map hardly names who serves, nobody knows, so it is no.
    """
    return placed_step.position in journey_map.once(_own_delays)


def _own_delays(journey_map: JourneyMap) -> frozenset[int]:
    own = [each for each in journey_map.steps if journey_map.takers(each)]
    alone = takewhile(lambda each: not _may_reach(journey_map, each), own)
    return frozenset(
        each.position
        for each, then in zip(alone, own[1:], strict=False)
        if _is_taken(journey_map, then)
    )


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


def _may_reach(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether somebody learns of it at a step, or may, though it does not say so."""
    step = placed_step.step
    if step.offstage or step.handoff or is_contact(journey_map, placed_step):
        return True
    if not step.channel:
        return not journey_map.once(is_mostly_served)
    return _is_written_or_called(journey_map, placed_step)


def _is_taken(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether the persona takes a step herself, and gets nothing there from others."""
    step = placed_step.step
    acts = step.actor and journey_map.is_provider(step.actor)
    return not (step.offstage or acts or step.gets)
