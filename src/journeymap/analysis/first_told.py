"""At which step each information is known first."""

from collections.abc import Iterable, Mapping

from journeymap.model.journey_map import JourneyMap, PlacedStep


def first_told(journey_map: JourneyMap, steps: Iterable[PlacedStep]) -> Mapping[str, int]:
    """Returns the position of the first of some steps at which each information is known.

    It is given or got there, or read out again, so that somebody has it.
    """
    found: dict[str, int] = {}
    for each in steps:
        step = each.step
        for item in (*step.gives, *step.gets, *step.confirms, *step.reuses):
            found.setdefault(journey_map.information.id_of(item), each.position)
    return found
