"""What rules ask of ratings, and how findings say them: as they stand in the file."""

from journeymap.analysis.evidence import Standing
from journeymap.analysis.ratings import Rating, on_own_scale
from journeymap.authoring import JourneyMap, Need
from journeymap.words.reasons import rated

RATED = Need(
    what="ratings of importance and perceived",
    is_there=lambda context: any(rating.opportunity for rating in context.analysis.ratings),
)
"""What rules read that hold how good a step is against how much it matters."""


def figures(journey_map: JourneyMap, rating: Rating, *names: str) -> str:
    """Returns ratings in words, on the map's own scale: "expected 4, perceived 2 of 5".

    They are marked where one of them is assumed.

    Args:
        journey_map: the map.
        rating: the ratings, of which those that are named are known.
        names: importance, expected or perceived.
    """
    known = on_own_scale(journey_map, rating)
    words = rated({name: known[name] for name in (*names, "of")}, "en")
    return f"{words}, assumed" if rating.standing(*names) is Standing.ASSUMED else words
