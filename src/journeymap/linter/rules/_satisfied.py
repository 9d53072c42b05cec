"""Where a step is as it should be for the persona, so that what happens there is no failure."""

from journeymap.authoring import Analysis, PlacedStep


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
