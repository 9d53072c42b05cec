"""At which step each information is given or got first."""

from collections.abc import Iterable, Mapping

from journeymap.model.journey_map import JourneyMap, PlacedStep


def first_told(journey_map: JourneyMap, steps: Iterable[PlacedStep]) -> Mapping[str, int]:
    """Returns the position of the first of some steps at which each information is given or got."""
    found: dict[str, int] = {}
    for each in steps:
        for item in (*each.step.gives, *each.step.gets):
            found.setdefault(journey_map.information.id_of(item), each.position)
    return found
