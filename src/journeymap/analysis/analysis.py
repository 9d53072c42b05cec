"""Everything that is computed from a map, each number once: what rules and views share."""

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from journeymap.analysis.best_idea import Choice, best_ideas
from journeymap.analysis.drivers import Drives, drives
from journeymap.analysis.leverage import Point, Weights, leverage
from journeymap.analysis.measures import Measures
from journeymap.analysis.reasons import Reason, reasons
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Analysis(Measures):
    """What is computed from a map, and where pressure is highest, when it is first asked for.

    Attributes:
        weights: how much each driver of leverage counts.
    """

    weights: Weights = field(default_factory=Weights)

    @cached_property
    def drives(self) -> tuple[Drives, ...]:
        """Every driver of each step, in the order of the steps."""
        return drives(self)

    @cached_property
    def reasons(self) -> tuple[tuple[Reason, ...], ...]:
        """What may press at each step, in the order of the steps, whatever it counts for."""
        return reasons(self, self.drives)

    @cached_property
    def ideas(self) -> tuple[Choice | None, ...]:
        """The best idea of each step, in the order of the steps; None where none is open."""
        answers = if_read(lambda: self.answers, {})
        return best_ideas(self.journey_map, self.drives, answers)

    @cached_property
    def leverage(self) -> tuple[Point, ...]:
        """Every step as a leverage point, the greatest pressure first."""
        return leverage(self.journey_map, self.drives, self.reasons, self.ideas, self.weights)

    def once(self, compute: "Callable[[Analysis], T]") -> T:
        """Returns what a function says of the analysis, which is asked when that is first wanted.

        Args:
            compute: the same function each time, which depends on the analysis alone.
        """
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        known: T = self._computed[compute]
        return known

    @cached_property
    def _computed(self) -> dict[object, Any]:
        return {}
