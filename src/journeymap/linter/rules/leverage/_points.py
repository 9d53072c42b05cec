"""Which steps are told as leverage points."""

from journeymap.analysis.leverage import LEAST_PRESSURE, MOST_POINTS, Driver, Point, strong
from journeymap.authoring import Analysis, State

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
    if analysis.journey_map.journey.state is State.DESIRED:
        return ()
    return tuple(filter(_has_facts, strong(analysis.leverage, most, least)))


def _has_facts(point: Point) -> bool:
    return any(points > 0 for driver, points in point.contributions.items() if driver not in _FELT)
