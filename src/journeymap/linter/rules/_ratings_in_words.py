"""How ratings are said: as they stand in the file, where everybody can look them up."""

from journeymap.analysis.ratings import Rating
from journeymap.authoring import JourneyMap
from journeymap.model.journey import RatingScale


def figures(journey_map: JourneyMap, rating: Rating, *names: str) -> str:
    """Returns ratings in words, on the map's own scale: "expected 4, perceived 2 of 5".

    On the top-box scale, beside which `expected` has another one, points of 10 are said.

    Args:
        journey_map: the map.
        rating: the ratings, of which those that are named are known.
        names: importance, expected or perceived.
    """
    scale = journey_map.journey.scales.rating
    low, high = (0.0, 10.0) if scale is RatingScale.TOP_BOX else scale.bounds
    points = ((name, getattr(rating, name)) for name in names)
    said = (f"{name} {low + value * (high - low) / 10:.3g}" for name, value in points)
    return f"{', '.join(said)} of {high:g}"
