"""Which opportunities answer which pain, and which steps make good for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from journeymap.model.fields import Namespace
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedPain, PlacedStep
from journeymap.model.names import Route
from journeymap.model.pains import OpportunityStatus


def answers(journey_map: JourneyMap) -> Mapping[Route, tuple[PlacedOpportunity, ...]]:
    """Returns the opportunities that solve each pain, in the order of the map.

    An opportunity solves the pains that it names, sought at its own step first and then in the
    map; one that names none solves every pain of its step. A pain of a library is solved wherever
    the map names it. A dropped one solves nothing.

    Returns:
        Per route of a pain its opportunities; a pain that none solves is not there.
    """
    by_pain: defaultdict[Route, list[PlacedOpportunity]] = defaultdict(list)
    for step in journey_map.steps:
        for idea in step.opportunities:
            for pain in _solved(idea, step, journey_map):
                by_pain[pain.route].append(idea)
    return {route: tuple(ideas) for route, ideas in by_pain.items()}


def _solved(
    idea: PlacedOpportunity, step: PlacedStep, journey_map: JourneyMap
) -> Iterable[PlacedPain]:
    if idea.opportunity.status is OpportunityStatus.DROPPED:
        return ()
    if not idea.opportunity.solves:
        return step.pains
    return _meant(idea.opportunity.solves, Namespace.PAIN, step, journey_map)


def recoveries(journey_map: JourneyMap) -> Mapping[Route, tuple[PlacedStep, ...]]:
    """Returns the steps that make good for each pain, in the order of the map.

    A step makes good for the pains that it names, sought at the step itself first and then in the
    map, and for all pains of the steps that it names.

    Returns:
        Per route of a pain its steps; a pain that nothing makes good for is not there.
    """
    by_pain: defaultdict[Route, list[PlacedStep]] = defaultdict(list)
    for step in journey_map.steps:
        for pain in _meant(step.step.recovers, Namespace.REPAIRABLE, step, journey_map):
            by_pain[pain.route].append(step)
    return {route: tuple(steps) for route, steps in by_pain.items()}


def _meant(
    names: Iterable[str], to: Namespace, step: PlacedStep, journey_map: JourneyMap
) -> Iterable[PlacedPain]:
    """Returns the pains that references of a step mean, each once; of a step it is all of its."""
    meant = (journey_map.resolve(name, to, step.route) for name in names)
    items = (item for each in meant if each for item in _all_of(each.item, journey_map))
    pains = (item.pains if isinstance(item, PlacedStep) else (item,) for item in items)
    return {pain.route: pain for pain in chain.from_iterable(pains)}.values()


def _all_of(
    item: PlacedPain | PlacedStep, journey_map: JourneyMap
) -> Iterable[PlacedPain | PlacedStep]:
    """Returns what a reference means: one, or a shared pain wherever a step names it."""
    origin = item.origin if isinstance(item, PlacedPain) else None
    return [each for each in journey_map.pains if each.origin == origin] if origin else [item]
