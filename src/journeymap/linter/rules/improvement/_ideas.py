"""What several rules of the family ask of opportunities."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN, QUICK_IMPACT, is_quick_win
from journeymap.authoring import JourneyMap, OpportunityStatus, PlacedOpportunity


def opportunities(
    journey_map: JourneyMap, *statuses: OpportunityStatus
) -> tuple[PlacedOpportunity, ...]:
    """Returns the opportunities of a map that have come so far, in order."""
    every = journey_map.opportunities
    return tuple(idea for idea in every if idea.opportunity.status in statuses)


def each_once(journey_map: JourneyMap) -> Iterator[PlacedOpportunity]:
    """Walks the opportunities of a map in order, one that several steps name at the first."""
    seen = set[tuple[str | None, str]]()
    for idea in journey_map.opportunities:
        key = (idea.origin.library, idea.origin.id) if idea.origin else (None, idea.id)
        if key not in seen:
            seen.add(key)
            yield idea


def dated(journey_map: JourneyMap) -> tuple[PlacedOpportunity, ...]:
    """Returns the ideas that are to have a day: quick wins, and large ones that nobody drives."""
    return tuple(
        idea
        for idea in each_once(journey_map)
        if idea.opportunity.status in OPEN
        and (
            is_quick_win(idea.opportunity)
            or ((idea.opportunity.impact or 0) >= QUICK_IMPACT and not idea.opportunity.owner)
        )
    )
