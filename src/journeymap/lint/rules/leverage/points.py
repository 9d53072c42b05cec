"""Which steps are told as leverage points."""

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Driver, Point
from journeymap.model.journey import State

MOST_POINTS = 5
"""At most so many steps are told, unless a repository sets another number (house)."""

LEAST_PRESSURE = 30.0
"""They press at least as hard as this, of 100, unless a repository says otherwise (house)."""

_FELT = frozenset({Driver.LOW_EMOTION, Driver.MEMORY})
"""What the emotion curve shows by itself."""


def pressing(
    analysis: Analysis, most: int = MOST_POINTS, least: float = LEAST_PRESSURE
) -> tuple[Point, ...]:
    """Returns the leverage points that are told of a map; none of a desired one.

    Args:
        analysis: what is computed from the map.
        most: so many at most.
        least: how hard they press at least.
    """
    if analysis.map.journey.state is State.DESIRED:
        return ()
    points = analysis.leverage[:most]
    return tuple(point for point in points if point.pressure >= least and _has_facts(point))


def _has_facts(point: Point) -> bool:
    return any(points > 0 for driver, points in point.contributions.items() if driver not in _FELT)
