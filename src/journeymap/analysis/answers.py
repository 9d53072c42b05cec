"""Which opportunities answer which pain."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from journeymap.model.ids import slug
from journeymap.model.map import JourneyMap, PlacedOpportunity, PlacedPain, PlacedStep
from journeymap.model.names import Route
from journeymap.model.pains import OpportunityStatus


def answers(journey_map: JourneyMap) -> Mapping[Route, tuple[PlacedOpportunity, ...]]:
    """Returns the opportunities that solve each pain, in the order of the map.

    An opportunity solves the pains that it names, sought at its own step first and then in the
    map; one that names none solves every pain of its step. A dropped one solves nothing.

    Returns:
        Per route of a pain its opportunities; a pain that none solves is not there.
    """
    everywhere = _by_name(pain for step in journey_map.steps for pain in step.pains)
    found: defaultdict[Route, list[PlacedOpportunity]] = defaultdict(list)
    for step in journey_map.steps:
        for idea in step.opportunities:
            for pain in _solved(idea, step, everywhere):
                found[pain.route].append(idea)
    return {route: tuple(ideas) for route, ideas in found.items()}


def _solved(
    idea: PlacedOpportunity, step: PlacedStep, everywhere: Mapping[str, PlacedPain]
) -> Iterator[PlacedPain]:
    named = idea.opportunity.solves
    if idea.opportunity.status is OpportunityStatus.DROPPED:
        return
    if not named:
        yield from step.pains
        return
    here = _by_name(step.pains)
    meant = (here.get(slug(name)) or everywhere.get(slug(name)) for name in named)
    yield from {pain.route: pain for pain in meant if pain}.values()


def _by_name(pains: Iterable[PlacedPain]) -> Mapping[str, PlacedPain]:
    """Returns pains by id and by text; an id goes before a text, the first before the later."""
    listed = tuple(pains)
    by_text = {slug(placed.pain.text): placed for placed in reversed(listed)}
    return by_text | {placed.id: placed for placed in reversed(listed)}
