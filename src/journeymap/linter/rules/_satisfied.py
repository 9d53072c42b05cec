"""Where a step is as it should be, so that what is felt or happens there is no failure."""

from journeymap.analysis.ratings import rating_of
from journeymap.authoring import Analysis, JourneyMap, PlacedStep

_HIGH = 7.5
"""From so many points (of 10) on a step that is as expected is as good as one can be (house)."""


def suits(placed_step: PlacedStep, analysis: Analysis) -> bool:
    """Tells whether the persona got what was expected, feels no worse than neutral, has no pain.

    Where a rating or the feeling is missing nobody can know, so it is no.

    Args:
        placed_step: the step.
        analysis: what is computed from its map.
    """
    gap = analysis.ratings[placed_step.position].gap
    felt = analysis.curve.points[placed_step.position]
    fine = gap is not None and gap >= 0 and felt is not None and felt.value >= 0
    return fine and not placed_step.step.pains


def suits_one(placed_step: PlacedStep, who: str, journey_map: JourneyMap) -> bool:
    """Tells the same of one person, by id."""
    gap = rating_of(journey_map, placed_step, who).gap
    felt = journey_map.by_person(placed_step.step.emotion, placed_step).get(who)
    low = None if felt is None else felt.value
    fine = gap is not None and gap >= 0 and low is not None and low >= 0
    return fine and not placed_step.step.pains


def is_as_good(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> bool:
    """Tells whether a step was better than somebody expected, or met high expectations.

    What hurts there is life, as in a birth or a farewell, and not the service. Where a rating is
    missing nobody can know, so it is no.

    Args:
        journey_map: the map.
        placed_step: the step.
        who: the person's id.
    """
    rating = rating_of(journey_map, placed_step, who)
    if rating.gap is None:
        return False
    return rating.gap > 0 or (rating.gap == 0 and (rating.perceived or 0) >= _HIGH)
