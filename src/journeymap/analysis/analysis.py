"""Everything that is computed from a map, each number once: what rules and views share."""

from dataclasses import dataclass
from functools import cached_property

from journeymap.analysis.graph import Order
from journeymap.analysis.ways import Ways, find_ways, order_of
from journeymap.model.map import JourneyMap


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """What is computed from a map, when it is first asked for.

    Attributes:
        map: the map.
    """

    map: JourneyMap

    @cached_property
    def ways(self) -> Ways:
        """Where everybody goes from each step."""
        return find_ways(self.map)

    @cached_property
    def order(self) -> Order:
        """Which step comes later than which on every way."""
        return order_of(self.ways)
