"""Steps that run beside others (`meanwhile`), and how long what runs side by side takes.

A step beside another one begins with it, and runs beside its wait as well. Steps beside the same
one follow each other; the longer of both decides. Order and flow stay as they are.
"""

from collections.abc import Sequence
from math import inf

from journeymap.model.fields import Duration, Namespace
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.names import Route
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

FIELD: Route = ("meanwhile",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Between how many days something takes; what nobody knows takes any time."""

    low: float
    high: float

    def __add__(self, other: "Span") -> "Span":
        """Returns how long both take, one after the other."""
        return Span(low=self.low + other.low, high=self.high + other.high)

    def less(self, other: "Span") -> "Span":
        """Returns what is left of it, at least nothing, when another one is over."""
        high = inf if self.high == inf else self.high - other.low
        return Span(low=max(self.low - other.high, 0.0), high=max(high, 0.0))

    def beside(self, other: "Span") -> "Span":
        """Returns how long both take, side by side."""
        return Span(low=max(self.low, other.low), high=max(self.high, other.high))


NO_TIME = Span(low=0.0, high=0.0)
ANY_TIME = Span(low=0.0, high=inf)


def span_of(time: Duration | None) -> Span:
    """Returns the bounds of a time; any time where none is recorded."""
    return Span(low=time.low, high=time.high) if time else ANY_TIME


def parents(journey_map: JourneyMap) -> tuple[int | None, ...]:
    """Returns per step the position of the one that it runs beside; None on the main line.

    What runs beside itself, a later step or nothing that is known stays on the main line.
    """
    return each_of(lambda placed_step: parent(journey_map, placed_step), journey_map.steps)


def parent(journey_map: JourneyMap, placed_step: PlacedStep) -> int | None:
    """Returns the position of the step that a step runs beside; None on the main line."""
    found = named(journey_map, placed_step)
    return found.position if found and found.position < placed_step.position else None


def named(journey_map: JourneyMap, placed_step: PlacedStep) -> PlacedStep | None:
    """Returns the step that a step names as the one that it runs beside, if there is one."""
    said = placed_step.step.meanwhile
    meant = journey_map.resolve(said, Namespace.STEP, placed_step.route + FIELD) if said else None
    return meant.item if meant else None


def roots(parents: Sequence[int | None]) -> tuple[int, ...]:
    """Returns per step the step of the main line that it runs beside, or itself."""
    found: list[int] = []
    for position, parent in enumerate(parents):
        found.append(position if parent is None else found[parent])
    return tuple(found)
