"""Which opportunities answer which pain, and which steps make good for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedPain, PlacedStep
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


def recoveries(journey_map: JourneyMap) -> Mapping[Route, tuple[PlacedStep, ...]]:
    """Returns the steps that make good for each pain, in the order of the map.

    A step makes good for the pains that it names, sought at the step itself first and then in the
    map, and for all pains of the steps that it names.

    Returns:
        Per route of a pain its steps; a pain that nothing makes good for is not there.
    """
    everywhere = _by_name(pain for step in journey_map.steps for pain in step.pains)
    found: defaultdict[Route, list[PlacedStep]] = defaultdict(list)
    for step in journey_map.steps:
        recovered = _recovered(step, everywhere, journey_map)
        for route in dict.fromkeys(pain.route for pain in recovered):
            found[route].append(step)
    return {route: tuple(steps) for route, steps in found.items()}


def _recovered(
    step: PlacedStep, everywhere: Mapping[str, PlacedPain], journey_map: JourneyMap
) -> Iterator[PlacedPain]:
    here = _by_name(step.pains)
    for name in step.step.recovers:
        if pain := here.get(slug(name)) or everywhere.get(slug(name)):
            yield pain
        elif whole := journey_map.find_step(name):
            yield from whole.pains


def _by_name(pains: Iterable[PlacedPain]) -> Mapping[str, PlacedPain]:
    """Returns pains by id and by text; an id goes before a text, the first before the later."""
    listed = tuple(pains)
    by_text = {slug(placed.pain.text): placed for placed in reversed(listed)}
    return by_text | {placed.id: placed for placed in reversed(listed)}
