"""How findings say ratings: as they stand in the file, where everybody can look them up."""

from journeymap.analysis.ratings import Rating, on_own_scale
from journeymap.authoring import JourneyMap
from journeymap.words.reasons import rated


def figures(journey_map: JourneyMap, rating: Rating, *names: str) -> str:
    """Returns ratings in words, on the map's own scale: "expected 4, perceived 2 of 5".

    Args:
        journey_map: the map.
        rating: the ratings, of which those that are named are known.
        names: importance, expected or perceived.
    """
    known = on_own_scale(journey_map, rating)
    return rated({name: known[name] for name in (*names, "of")}, "en")
