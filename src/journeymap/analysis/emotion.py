"""The emotion curve: how somebody feels, step by step."""

from dataclasses import dataclass
from functools import cached_property

from journeymap.model.fields import PERSONA
from journeymap.model.map import JourneyMap, PlacedStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """How somebody feels at one step.

    Attributes:
        step: the step.
        value: the emotion, -2 (distressed) to +2 (delighted).
        written: the word, emoji or number in the file.
    """

    step: PlacedStep
    value: float
    written: str


@dataclass(frozen=True, kw_only=True)
class Curve:
    """How somebody feels along the journey.

    Attributes:
        person: id of the person; empty for a persona whom the map does not name.
        points: one entry a step, in order; None is a gap, where nothing is known.
    """

    person: str
    points: tuple[Point | None, ...]

    @cached_property
    def known(self) -> tuple[Point, ...]:
        """The points without the gaps, in order."""
        return tuple(point for point in self.points if point is not None)

    @property
    def lowest(self) -> Point | None:
        """The lowest point, of equals the first; None where nothing is known."""
        return min(self.known, key=lambda point: point.value, default=None)

    @property
    def highest(self) -> Point | None:
        """The highest point, of equals the first; None where nothing is known."""
        return max(self.known, key=lambda point: point.value, default=None)

    @property
    def mean(self) -> float | None:
        """The mean of the known values, -2 to +2; None where nothing is known."""
        if not self.known:
            return None
        return sum(point.value for point in self.known) / len(self.known)

    @property
    def range(self) -> float | None:
        """How far the highest point lies above the lowest, 0 to 4; None where nothing is known."""
        if self.lowest is None or self.highest is None:
            return None
        # Rounded, because 1.1 - 0.6 is a trifle more than 0.5 in binary fractions.
        return round(self.highest.value - self.lowest.value, 9)


def curve(journey_map: JourneyMap, person: str = PERSONA) -> Curve:
    """Returns how somebody feels along the journey.

    Args:
        journey_map: the map.
        person: whose emotions, by id or name; the persona's when left out.
    """
    who = journey_map.person_id(person)
    return Curve(
        person=who, points=tuple(_point(journey_map, placed, who) for placed in journey_map.steps)
    )


def _point(journey_map: JourneyMap, placed: PlacedStep, who: str) -> Point | None:
    feeling = journey_map.by_person(placed.step.emotion).get(who)
    if feeling is None:
        return None
    return Point(step=placed, value=feeling.value, written=feeling.written)
