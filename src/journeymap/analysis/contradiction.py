"""What a contradiction is between a figure that was measured and those that a map records."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from journeymap.analysis.evidence import evidence_for
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.names import Defined, Route
from journeymap.model.units import days_per
from journeymap.model.vocabulary import Metric, Reading
from journeymap.quick_dataclass import dataclass

TOLERANCE = 0.25
"""By so much of what is recorded a reading may lie beside it; house: estimates are no better."""
POINTS = 0.05
"""By so much a share may lie beside another one in any case; house."""
FAR = 10.0
"""What is so many times as much is about something else, and contradicts nothing; house."""
_PERCENT = 0.01
"""What one of a share is that is read in %."""
APART = timedelta(days=365)
"""What was found further apart than that may both be true; house."""


class Against(StrEnum):
    """What a reading is held against.

    Attributes:
        WAIT: the wait behind a step.
        DURATION: how long a step takes.
        WITHIN: the same, of what is read while the step goes on and cannot be longer.
        SINCE: the times from a step that a deadline counts from up to the one that has it.
        WHOLE_WAIT: all waits of a stage or the map.
        WHOLE_TIME: all times of a stage or the map.
        REACHING: the share of those who begin the map, or a stage before, who come to a step.
        GOING_ON: the share of those at a step who go on, or of those in a stage.
        LEAVING: the share of them who leave.
        COMING_BACK: the share of those at a step who go back.
        ENDING: the share of those at a step who end there with what they came for.
        COMPLETING: the share of all who complete the journey.
        GIVING_UP: the share of all who do not.
        COMING: how many come to a step, in the time that `starts` names.
        LOST: how many are lost at a step.
        VISITS: how often somebody comes to a step who comes there at all.
    """

    WAIT = "wait"
    DURATION = "duration"
    WITHIN = "within"
    SINCE = "since"
    WHOLE_WAIT = "whole-wait"
    WHOLE_TIME = "whole-time"
    REACHING = "reaching"
    GOING_ON = "going-on"
    LEAVING = "leaving"
    COMING_BACK = "coming-back"
    ENDING = "ending"
    COMPLETING = "completing"
    GIVING_UP = "giving-up"
    COMING = "coming"
    LOST = "lost"
    VISITS = "visits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What is recorded of something: a time in days, a share of 0 to 1, or a number."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A reading that is held against the map.

    Attributes:
        route: where it stands.
        reading: what was measured.
        metric: what is read.
        value: its value, which is known.
    """

    route: Route
    reading: Reading
    metric: Defined[Metric]
    value: float

    @property
    def slack(self) -> float:
        """By how much the value may be rounded: half of its last place."""
        _, _, decimals = f"{self.value:.10f}".rstrip("0").partition(".")
        return float(0.5 * 10 ** -len(decimals))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A reading that does not go with what the map records.

    Attributes:
        held: the reading.
        against: what it is held against.
        step: the step where that is recorded; None for a stage or the map.
        recorded: what is recorded; of a time in days, of the others as they are counted.
        assumed: whether that rests on assumptions.
        firm: whether it can only be so; else the map may lack what was measured.
        partial: whether the sum that it is held against is of some of its parts alone.
        asked: whether nobody can tell from where on the reading counts.
        gross: whether a time is more than half as long again, or less than two thirds as long.
        waits: the steps whose waits are recorded as that time, or as parts of it.
        until: the step at the end of whose wait a time ends; None where it ends where it is read.
    """

    held: Held
    against: Against
    step: PlacedStep | None
    recorded: Range
    assumed: bool
    firm: bool = True
    partial: bool = False
    asked: bool = False
    gross: bool = False
    waits: tuple[PlacedStep, ...] = ()
    until: PlacedStep | None = None

    def would_go_with(self, value: float) -> bool:
        """Tells whether another value of the metric goes with what is recorded, as this does not.

        Args:
            value: the value, in the unit of the metric.
        """
        unit = self.held.metric.item.unit or ""
        scale = days_per(unit) or (_PERCENT if unit.startswith("%") else 1.0)
        return goes_with(value * scale, 0.0, self.recorded)


def goes_with(value: float, slack: float, recorded: Range, tolerance: float = TOLERANCE) -> bool:
    """Tells whether a value lies in a range, or beside it by rounding and a quarter at most.

    Args:
        value: the value.
        slack: by how much it may be rounded.
        recorded: the range.
        tolerance: by so much of the range it may lie beside it.
    """
    low, high = recorded.low * (1 - tolerance), recorded.high * (1 + tolerance)
    return value + slack >= low and value - slack <= high


def is_within(value: float, slack: float, recorded: Range, times: float) -> bool:
    """Tells whether a value is at most so many times as much, or as little, as a range.

    Args:
        value: the value.
        slack: by how much it may be rounded.
        recorded: the range.
        times: so many times.
    """
    return value - slack <= recorded.high * times and (value + slack) * times >= recorded.low


def is_near(value: float, recorded: Range) -> bool:
    """Tells whether a value is so near to a range that both may be about the same."""
    if value <= 0 or recorded.high <= 0:
        return False
    return recorded.low <= FAR * value and value <= FAR * recorded.high


def share_goes_with(value: float, slack: float, recorded: Range) -> bool:
    """Tells the same of shares: beside it by five points at most, or by a quarter and ten points.

    A quarter of a large share is more than anybody would let pass, so ten points are enough there
    if what is left over differs by a quarter.
    """
    off = max(recorded.low - value, value - recorded.high, 0.0) - slack
    if off <= POINTS:
        return True
    rest = Range(low=1 - recorded.high, high=1 - recorded.low)
    alike = goes_with(value, slack, recorded)
    return alike and (off <= 2 * POINTS or goes_with(1 - value, slack, rest))


def are_of_one_time(
    journey_map: JourneyMap, reading: Reading, placed_step: PlacedStep | None, own: Iterable[str]
) -> bool:
    """Tells whether a reading and what is recorded are of about one time, as far as that is known.

    Recorded figures are as old as the newest of their evidence, else as the map's review.

    Args:
        journey_map: the map.
        reading: what was measured.
        placed_step: the step where the other figure stands, if it does at one.
        own: evidence of the other figure itself.
    """
    measured = reading.as_of.date if reading.as_of else _newest(journey_map, reading.evidence)
    told = _newest(journey_map, evidence_for(journey_map, placed_step, tuple(own)))
    reviewed = journey_map.journey.reviewed
    recorded = told or (reviewed.date if reviewed else None)
    return measured is None or recorded is None or abs(measured - recorded) <= APART


def _newest(journey_map: JourneyMap, references: Iterable[str]) -> date | None:
    found = journey_map.evidence.meant(references)
    return max((each.item.date.date for each in found if each.item.date), default=None)
