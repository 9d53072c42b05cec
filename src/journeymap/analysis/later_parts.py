"""Who takes part later on the ways, or beside a step, for any number of questions."""

from collections import defaultdict
from functools import cached_property

from journeymap.analysis import graph
from journeymap.analysis.beside import parents, roots
from journeymap.analysis.houses import organisation_of, organisations_at
from journeymap.analysis.next_steps import successors
from journeymap.analysis.transitions import Ways, once_along
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import UnreadError
from journeymap.quick_dataclass import dataclass

_Party = str | None


def serves_later(journey_map: JourneyMap, ways: Ways, placed_step: PlacedStep, who: str) -> bool:
    """Tells whether a party's organisation takes part later on a way, or beside this step.

    Raises:
        UnreadError: who takes part there could not be read.
    """
    parts = once_along(journey_map, ways, _Parts)
    party = organisation_of(journey_map, journey_map.person_id(who))
    if parts.is_there(party, placed_step.position):
        return True
    if parts.is_there(None, placed_step.position):
        raise UnreadError
    return False


@dataclass(frozen=True)
class _Parts:
    """Where which organisation takes part; None stands for one that could not be read."""

    journey_map: JourneyMap
    ways: Ways

    @cached_property
    def _following(self) -> graph.Successors:
        return successors(self.ways)

    @cached_property
    def _order(self) -> graph.Order:
        return graph.order(self._following)

    @cached_property
    def _parents(self) -> tuple[int | None, ...]:
        return parents(self.journey_map)

    @cached_property
    def _main(self) -> tuple[int, ...]:
        return roots(self._parents)

    @cached_property
    def _at(self) -> dict[_Party, set[int]]:
        """Per organisation the positions of the steps in which it takes part."""
        found: defaultdict[_Party, set[int]] = defaultdict(set)
        for placed_step in self.journey_map.steps:
            for party in self._parties(placed_step):
                found[party].add(placed_step.position)
        return found

    def _parties(self, placed_step: PlacedStep) -> tuple[_Party, ...]:
        try:
            return organisations_at(self.journey_map, placed_step)
        except UnreadError:
            return (None,)

    @cached_property
    def _beside(self) -> dict[tuple[_Party, int], set[int]]:
        """The same per step of the main line, for what runs beside it, and itself."""
        found: defaultdict[tuple[_Party, int], set[int]] = defaultdict(set)
        for party, steps in self._at.items():
            for step in steps:
                found[party, self._main[step]].add(step)
        return found

    @cached_property
    def _loops(self) -> dict[_Party, int]:
        """Per organisation the components in which it takes part, a bit each."""
        found: defaultdict[_Party, int] = defaultdict(int)
        for party, steps in self._at.items():
            for component in {self._order.component[step] for step in steps}:
                found[party] |= 1 << component
        return found

    def is_there(self, party: _Party, start: int) -> bool:
        """Tells whether an organisation takes part later than at a step, or beside it."""
        beside = self._beside.get((party, self._main[start]), set())
        if len(beside) > (start in beside):
            return True
        loops, order = self._loops.get(party, 0), self._order
        return any(order.reached[order.component[to]] & loops for to in self._following[start])
