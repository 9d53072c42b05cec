"""What several rules of the family ask of opportunities."""

from journeymap.authoring import Context, JourneyMap, OpportunityStatus, PlacedOpportunity, Route


def opportunities(
    journey_map: JourneyMap, *statuses: OpportunityStatus
) -> tuple[PlacedOpportunity, ...]:
    """Returns the opportunities of a map that have come so far, in order."""
    every = journey_map.opportunities
    return tuple(idea for idea in every if idea.opportunity.status in statuses)


def is_unread(context: Context, route: Route, field: str) -> bool:
    """Tells whether a field stands in the file and could not be read."""
    return (*route, field) in context.file.broken
