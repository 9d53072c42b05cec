"""The emotion curve: how somebody feels, step by step."""

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby
from math import fsum
from typing import Self

from journeymap.analysis.evidence import Standing, claim_standing
from journeymap.model.feelings import Feeling
from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

_FEWEST_FOR_SLOPE = 2
"""A line needs two points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """How somebody feels at one step.

    Attributes:
        step: the step.
        value: the emotion, -2 (distressed) to +2 (delighted); the mean of several at once.
        lowest: of several at once the lowest; else the value.
        highest: of several at once the highest; else the value.
        written: the word, emoji or number in the file.
        standing: how well the feeling is known.
    """

    step: PlacedStep
    value: float
    lowest: float
    highest: float
    written: str
    standing: Standing

    @property
    def is_mixed(self) -> bool:
        """Whether it points both ways: something good and something bad is felt at once."""
        return self.lowest < 0 < self.highest

    @property
    def assumed(self) -> bool:
        """Whether it rests on assumptions or on nothing."""
        return self.standing is Standing.ASSUMED


@dataclass(frozen=True, kw_only=True)
class Curve:
    """How somebody feels along the journey.

    Attributes:
        person: id of the person; empty for a persona whom the map does not name.
        points: one entry a step, in order; None is a gap, where nothing is known.
        ending: position of the last step that the person takes part in; None for a journey that
            does not end, and for somebody who takes part in no step.
    """

    person: str
    points: tuple[Point | None, ...]
    ending: int | None

    @cached_property
    def known(self) -> tuple[Point, ...]:
        """The points without the gaps, in order."""
        return tuple(point for point in self.points if point is not None)

    @cached_property
    def lowest(self) -> Point | None:
        """The lowest point, of equals the first; None where nothing is known."""
        return min(self.known, key=lambda point: point.value, default=None)

    @cached_property
    def highest(self) -> Point | None:
        """The highest point, of equals the first; None where nothing is known."""
        return max(self.known, key=lambda point: point.value, default=None)

    @cached_property
    def mean(self) -> float | None:
        """The mean of the known values, -2 to +2; None where nothing is known."""
        if not self.known:
            return None
        return sum(point.value for point in self.known) / len(self.known)

    @cached_property
    def range(self) -> float | None:
        """How far the highest point lies above the lowest, 0 to 4; None where nothing is known."""
        if self.lowest is None or self.highest is None:
            return None
        # Rounded, because 1.1 - 0.6 is a trifle more than 0.5 in binary fractions.
        return round(self.highest.value - self.lowest.value, 9)

    @cached_property
    def slope(self) -> float | None:
        """How much it rises from step to step, by least squares; None with fewer than two values.

        A gap takes its place on the axis, so a step without a value makes no slope steeper.
        """
        mean = self.mean
        if mean is None or len(self.known) < _FEWEST_FOR_SLOPE:
            return None
        places = [point.step.position for point in self.known]
        middle = fsum(places) / len(places)
        spread = fsum((place - middle) ** 2 for place in places)
        return fsum((p.step.position - middle) * (p.value - mean) for p in self.known) / spread

    @cached_property
    def longest_negative(self) -> tuple[Point, ...]:
        """The longest run of values below zero, of equals the first; a gap ends a run."""
        groups = groupby(self.points, key=lambda point: point is not None and point.value < 0)
        runs = (tuple(point for point in group if point) for low, group in groups if low)
        return max(runs, key=len, default=())

    @cached_property
    def peak(self) -> Point | None:
        """The most intense moment: the value furthest from zero, of equals a negative one first."""
        return max(self.known, key=lambda p: (abs(p.value), p.value < 0), default=None)

    @cached_property
    def peaks(self) -> tuple[Point, ...]:
        """The peak and the points of the same value, in order; none where nothing is known."""
        peak = self.peak
        return tuple(point for point in self.known if peak and point.value == peak.value)

    @cached_property
    def end(self) -> Point | None:
        """How the person feels at the end; None where that is unknown or the journey has none."""
        return None if self.ending is None else self.points[self.ending]

    @cached_property
    def peak_end(self) -> float | None:
        """How the whole is likely to be remembered: the mean of peak and end, -2 to +2.

        None where the end is unknown. Source: Kahneman, Fredrickson, Schreiber and Redelmeier,
        When more pain is preferred to less, Psychological Science 4 (6), 1993, for bounded
        episodes; its use for journeys of months is house.
        """
        if self.peak is None or self.end is None:
            return None
        return (self.peak.value + self.end.value) / 2


def curve(journey_map: JourneyMap, person: str = PERSONA) -> Curve:
    """Returns how somebody feels along the journey.

    Args:
        journey_map: the map.
        person: whose emotions, by id or name; the persona's when left out.
    """
    return _Feelings.of(journey_map).curve(journey_map.person_id(person))


def curves(journey_map: JourneyMap) -> tuple[Curve, ...]:
    """Returns the curve of everybody with an emotion: personas first, others as they appear."""
    feelings = _Feelings.of(journey_map)
    felt = dict.fromkeys(who for feels in feelings.felt for who in feels)
    people = journey_map.personas_first(felt)
    return tuple(feelings.curve(who) for who in people)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feelings:
    """What a map says of everybody's feelings, looked up once for all of them.

    Attributes:
        journey_map: the map.
        felt: per step each person's emotion.
        last: per person the position of the last step that they take part in.
    """

    journey_map: JourneyMap
    felt: tuple[dict[str, Feeling], ...]
    last: Mapping[str, int]

    @classmethod
    def of(cls, journey_map: JourneyMap) -> Self:
        """Looks everything up."""
        steps = journey_map.steps
        return cls(
            journey_map=journey_map,
            felt=each_of(
                lambda placed_step: journey_map.by_person(placed_step.step.emotion, placed_step),
                steps,
            ),
            last={who: step.position for step in steps for who in journey_map.present(step)},
        )

    def curve(self, who: str) -> Curve:
        """Returns the curve of the person of this id."""
        return Curve(
            person=who,
            points=each_of(
                lambda placed_step: self._point(placed_step, who), self.journey_map.steps
            ),
            ending=self.last.get(who) if self.journey_map.ends else None,
        )

    def _point(self, placed_step: PlacedStep, who: str) -> Point | None:
        feeling = self.felt[placed_step.position].get(who)
        if feeling is None or feeling.value is None:
            return None
        values = feeling.values
        return Point(
            step=placed_step,
            value=feeling.value,
            lowest=min(values),
            highest=max(values),
            written=feeling.written,
            standing=claim_standing(self.journey_map, placed_step),
        )
