"""What several rules of the family say or ask in the same way."""

from journeymap.authoring import Context, JourneyMap, Need


def _is_served(context: Context) -> bool:
    return any(
        context.journey_map.serving(placed_step) for placed_step in context.journey_map.steps
    )


SERVED = Need(what="steps with a serving party (kinds of stakeholders)", is_there=_is_served)
"""What rules about who serves read."""


def person(journey_map: JourneyMap, who: str) -> str:
    """Returns how a message calls somebody, by id."""
    return f'"{journey_map.person_label(who)}"'
