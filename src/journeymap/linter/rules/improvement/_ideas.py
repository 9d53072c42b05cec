"""What several rules of the family ask of opportunities."""

from journeymap.authoring import JourneyMap, OpportunityStatus, PlacedOpportunity


def opportunities(
    journey_map: JourneyMap, *statuses: OpportunityStatus
) -> tuple[PlacedOpportunity, ...]:
    """Returns the opportunities of a map that have come so far, in order."""
    every = journey_map.opportunities
    return tuple(idea for idea in every if idea.opportunity.status in statuses)
