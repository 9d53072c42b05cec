"""Which steps press so hard that pictures call them out: as hard as those that lint tells of."""

from collections.abc import Sequence

from journeymap.analysis.leverage import Point
from journeymap.lint.rules.leverage.points import LEAST_PRESSURE, MOST_POINTS


def strong(points: Sequence[Point], most: int = MOST_POINTS) -> tuple[Point, ...]:
    """Returns the points of at least the pressure from which lint tells of a step.

    Args:
        points: leverage points, ranked.
        most: so many at most.
    """
    return tuple(point for point in points[:most] if point.pressure >= LEAST_PRESSURE)
