"""What is computed from a part of a map, with leverage points and quadrants of the whole."""

from dataclasses import replace
from functools import cached_property

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Point
from journeymap.analysis.quadrants import CrossHair
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, kw_only=True)
class Excerpt(Analysis):
    """A part of a map; ranks, pressures and quadrants are those that its steps have in the whole.

    Attributes:
        whole: the map that it is a part of; steps have the same ids there.
    """

    whole: Analysis

    def cross_hair_of(self, person: str) -> CrossHair:  # type: ignore[explicit-override] # as below
        """Returns where the quadrants of the whole map meet."""
        return self.whole.cross_hair_of(person)

    @cached_property
    def leverage(self) -> tuple[Point, ...]:  # type: ignore[explicit-override] # of Python 3.12
        """The leverage points of the whole map that stand in this part, ranked as there."""
        pairs = (
            (self.journey_map.find_step(point.step.id), point) for point in self.whole.leverage
        )
        return tuple(replace(point, step=step) for step, point in pairs if step)
