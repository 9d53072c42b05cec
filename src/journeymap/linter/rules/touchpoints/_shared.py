"""What several rules of the family say or ask in the same way."""

from journeymap.analysis.best_idea import OPEN
from journeymap.authoring import Context, JourneyMap, Need, slug


def _is_served(context: Context) -> bool:
    return any(
        context.journey_map.serving(placed_step) for placed_step in context.journey_map.steps
    )


SERVED = Need(what="steps with a serving party (kinds of stakeholders)", is_there=_is_served)
"""What rules about who serves read."""


def person(journey_map: JourneyMap, who: str) -> str:
    """Returns how a message calls somebody, by id."""
    return f'"{journey_map.person_label(who)}"'


def is_named_by_an_idea(journey_map: JourneyMap, channel: str) -> bool:
    """Tells whether the text of an open idea names a channel, given by id, name or kind."""
    found = journey_map.channels.find(channel)
    names = {slug(found.label), slug(found.id)} if found else {slug(channel)}
    ideas = (each.opportunity for each in journey_map.opportunities)
    texts = [f"-{slug(each.text)}-" for each in ideas if each.status in OPEN]
    return any(f"-{name}-" in text for name in names for text in texts)
