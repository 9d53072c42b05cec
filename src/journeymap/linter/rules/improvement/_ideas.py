"""What several rules of the family ask of opportunities."""

from collections.abc import Iterable

from journeymap.authoring import Context, JourneyMap, OpportunityStatus, PlacedOpportunity, Route


def opportunities(
    journey_map: JourneyMap, *statuses: OpportunityStatus
) -> tuple[PlacedOpportunity, ...]:
    """Returns the opportunities of a map that have come so far, in order."""
    ideas = (idea for step in journey_map.steps for idea in step.opportunities)
    return tuple(idea for idea in ideas if idea.opportunity.status in statuses)


def texts(ideas: Iterable[PlacedOpportunity]) -> list[str]:
    """Returns what could be done, one by one."""
    return [placed.opportunity.text for placed in ideas]


def is_unread(context: Context, route: Route, field: str) -> bool:
    """Tells whether a field stands in the file and could not be read."""
    return (*route, field) in context.file.broken
