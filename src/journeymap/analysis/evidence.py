"""What the claims of a map rest on: evidence, the map's own basis, or assumptions alone."""

from collections.abc import Sequence

from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.vocabulary import EvidenceKind


def behind(
    journey_map: JourneyMap, placed_step: PlacedStep, own: Sequence[str] = ()
) -> Sequence[str]:
    """Returns the evidence that a claim of a step rests on, by reference.

    That is its own, where it has none its step's, and where that has none what the map as a whole
    is based on, which is weak for a single claim.

    Args:
        journey_map: the map.
        placed_step: the step.
        own: evidence of the claim itself.
    """
    return own or placed_step.step.evidence or journey_map.journey.based_on


def is_assumed(journey_map: JourneyMap, placed_step: PlacedStep, own: Sequence[str] = ()) -> bool:
    """Tells whether a claim rests on assumptions or on nothing, the map's basis counted."""
    return journey_map.is_assumed(behind(journey_map, placed_step, own))


def is_backed(journey_map: JourneyMap, placed_step: PlacedStep, own: Sequence[str] = ()) -> bool:
    """Tells whether a claim has evidence of its own or of its step that is no assumption."""
    return not journey_map.is_assumed(own or placed_step.step.evidence)


def is_surveyed(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a survey that says how many it asked is behind a step."""
    entries = journey_map.evidence.meant(behind(journey_map, placed_step))
    return any(entry.item.kind is EvidenceKind.SURVEY and entry.item.n for entry in entries)
