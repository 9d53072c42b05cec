"""Leverage: where pressure is highest.

Pressure is how much of what is known to be wrong gathers at a step; the payoff holds it against
what the best idea there would bring and cost. The formulas and default weights are house.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import partial
from math import fsum
from types import MappingProxyType

from journeymap.analysis.best_idea import Choice
from journeymap.analysis.drivers import UNREAD, Driver, Drives
from journeymap.analysis.evidence import Standing, weakest
from journeymap.analysis.reasons import Reason, weighed
from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.model.unread import each_of, if_read, readable
from journeymap.quick_dataclass import dataclass

__all__ = ["DEFAULT_WEIGHTS", "Driver", "Point", "Weights", "leverage", "strong"]

HIGHEST = 100.0
"""The highest pressure."""

MOST_POINTS = 5
"""At most so many steps are called leverage points (house)."""

LEAST_PRESSURE = 25.0
"""They press at least as hard as this (house)."""

AS_EQUAL = 2.0
"""Pressures that are so close are to be read as equal (house: ±20 % on a weight turns them)."""

STRONG_INFLUENCE = 4
"""From this influence on, 1 to 5, a stakeholder who is there lifts the pressure (house)."""

_PLACES = 9
"""Decimal places of points: sums of binary fractions differ in the last ones."""

DEFAULT_WEIGHTS: Mapping[Driver, float] = MappingProxyType(
    {
        Driver.UNMET_NEED: 3.0,
        Driver.EXPECTATION_GAP: 1.5,
        Driver.LOW_EMOTION: 1.0,
        Driver.MEMORY: 1.0,
        Driver.HAZARD: 5.0,
        Driver.FLOW_GAIN: 3.0,
        Driver.HANDOFF: 2.0,
        Driver.EFFORT: 1.0,
    }
)
"""How much each driver counts (house).

What may harm somebody counts most: it outranks those who leave, however many they are. How it was
for the persona is one judgement that feeds four drivers (unmet need, gap, emotion, memory): they
count 6.5 together, and no longer 8. Leaving counts as much as a need that is wholly unmet, a paper
that is missing less than a harm of severity 4 that is rare. Judged on the examples and on the maps
of `tests/analysis/weighed`: `docs/leverage.md` has ranks before and after, and how steady they are.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each driver counts, and what lifts the pressure of a step.

    Attributes:
        weights: per driver a number of at least 0.
        moment: what the pressure of a declared moment is multiplied by, at least 1.
        influence: the same where a stakeholder of strong influence is present.
    """

    weights: Mapping[Driver, float] = field(default_factory=lambda: DEFAULT_WEIGHTS)
    moment: float = 1.25
    influence: float = 1.1

    def of(self, driver: Driver) -> float:
        """Returns how much a driver counts; one that is not named counts as by default."""
        return self.weights.get(driver, DEFAULT_WEIGHTS[driver])


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A step as a leverage point.

    Attributes:
        rank: from 1, by uncapped pressure; of equals the step that comes first in the journey.
        step: the step.
        pressure: how much it asks for a change, 0 to 100, as far as that is known.
        uncapped: the same without the cap at 100, by which points are ranked.
        ceiling: what the pressure would be if all that is unknown here and known at other steps
            were as bad as can be, pressure to 100.
        payoff: pressure times impact by effort of the best idea; None where no idea has both.
        quick_win: whether the best idea has much impact for little effort.
        contributions: points of the pressure by driver, for each that is known.
        unknown: drivers of which nothing is known here.
        reasons: what presses: harm first, then by the points that each contributes.
        choice: the best idea, and why; None where no open one is recorded.
        standing: how well what presses is known, in its weakest part; None where nothing does.
        lifts: what the pressure is multiplied by: "moment", "influence".
        drives: every driver, with what it is made of.
    """

    rank: int
    step: PlacedStep
    pressure: float
    uncapped: float
    ceiling: float
    payoff: float | None
    quick_win: bool
    contributions: Mapping[Driver, float]
    unknown: tuple[Driver, ...]
    reasons: tuple[Reason, ...]
    choice: Choice | None
    standing: Standing | None
    lifts: Mapping[str, float]
    drives: Drives

    @property
    def best(self) -> PlacedOpportunity | None:
        """The best idea, where it has impact and effort."""
        return self.choice.idea if self.choice and self.choice.ratio else None

    @property
    def assumed(self) -> bool:
        """Whether what presses rests on assumptions, or on nothing, in any part."""
        return self.standing is Standing.ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pressure:
    """The pressure at a step, before its reasons are weighed."""

    total: float
    uncapped: float
    ceiling: float
    contributions: Mapping[Driver, float]
    lifts: Mapping[str, float]


def leverage(
    journey_map: JourneyMap,
    drives: Sequence[Drives],
    reasons: Sequence[Sequence[Reason]],
    ideas: Sequence[Choice | None],
    weights: Weights,
) -> tuple[Point, ...]:
    """Returns every step of a map as a leverage point, the greatest pressure first.

    Those that reach the cap keep the order of what they would have without it.

    Pressure = min(100, lifts · 100 · Σ weight · value over the drivers that are known at the step
    / Σ weight of the drivers that any step of the map knows).

    Args:
        journey_map: the map.
        drives: every driver of each step, in the order of the steps.
        reasons: what may press at each step, in that order.
        ideas: the best idea of each step, in that order.
        weights: how much each driver counts.
    """
    known = frozenset(
        driver
        for driver in Driver
        if any(each[driver].value is not None or each[driver] is UNREAD for each in drives)
    )
    pressures = [
        _pressure(
            each, known, weights, if_read(partial(_lifts, journey_map, placed_step, weights), {})
        )
        for placed_step, each in zip(journey_map.steps, drives, strict=True)
    ]
    ranked = sorted(range(len(drives)), key=lambda i: (-pressures[i].uncapped, i))

    def point(rank: int) -> Point:
        i = ranked[rank - 1]
        return _point(rank, journey_map.steps[i], drives[i], reasons[i], ideas[i], pressures[i])

    return each_of(point, tuple(range(1, len(ranked) + 1)))


def _lifts(
    journey_map: JourneyMap, placed_step: PlacedStep, weights: Weights
) -> Mapping[str, float]:
    present = (journey_map.find_stakeholder(who) for who in journey_map.present(placed_step))
    strong = any(
        each and each.item.influence and each.item.influence >= STRONG_INFLUENCE for each in present
    )
    lifts = {"moment": weights.moment} if placed_step.step.moment else {}
    return lifts | ({"influence": weights.influence} if strong else {})


def _pressure(
    drives: Drives, known: frozenset[Driver], weights: Weights, lifts: Mapping[str, float]
) -> _Pressure:
    """Adds up the drivers of a step.

    Args:
        drives: the drivers of the step.
        known: the drivers that any step of the map knows.
        weights: how much each counts.
        lifts: what the sum is multiplied by.
    """
    whole = fsum(weights.of(driver) for driver in known)
    factor = HIGHEST / whole if whole else 0.0
    for lift in lifts.values():
        factor *= lift
    points = {
        driver: factor * weights.of(driver) * drive.value
        for driver, drive in drives.items()
        if drive.value is not None
    }
    gaps = fsum(factor * weights.of(driver) for driver in known if driver not in points)
    raw = fsum(points.values())
    uncapped = round(raw, _PLACES)
    total = min(HIGHEST, uncapped)
    share = total / raw if raw > HIGHEST else 1.0
    return _Pressure(
        total=total,
        uncapped=uncapped,
        ceiling=min(HIGHEST, round(raw + gaps, _PLACES)),
        contributions={driver: each * share for driver, each in points.items()},
        lifts=lifts,
    )


def _point(  # noqa: PLR0913, PLR0917 - what is known of one step, each from its own list
    rank: int,
    placed_step: PlacedStep,
    drives: Drives,
    reasons: Sequence[Reason],
    choice: Choice | None,
    pressure: _Pressure,
) -> Point:
    pressing = [driver for driver, points in pressure.contributions.items() if points > 0]
    return Point(
        rank=rank,
        step=placed_step,
        pressure=pressure.total,
        uncapped=pressure.uncapped,
        ceiling=pressure.ceiling,
        payoff=pressure.total * choice.ratio if choice and choice.ratio else None,
        quick_win=choice is not None and choice.quick_win,
        contributions=pressure.contributions,
        unknown=tuple(driver for driver in Driver if driver not in pressure.contributions),
        reasons=weighed(reasons, pressure.contributions),
        choice=choice,
        standing=weakest(s for driver in pressing if (s := drives[driver].standing)),
        lifts=pressure.lifts,
        drives=drives,
    )


_HOW_IT_WAS = (Driver.UNMET_NEED, Driver.EXPECTATION_GAP, Driver.LOW_EMOTION, Driver.MEMORY)
"""What one judgement feeds: how a step was for the persona."""


def one_judgement(point: Point, persona: str) -> Mapping[Driver, float]:
    """Returns the points of the drivers that how it was for the persona feeds, several at once.

    Ratings and feelings of a step are mostly given by the same people at the same table, so their
    points are to be read as one voice; none where it feeds fewer than two drivers.

    Args:
        point: the leverage point.
        persona: id of the persona; a low feeling of somebody else is another judgement.
    """
    felt_by = point.drives[Driver.LOW_EMOTION].inputs.get("person", persona)
    others = felt_by not in {persona, PERSONA}
    fed = {
        driver: points
        for driver in _HOW_IT_WAS
        if (points := point.contributions.get(driver, 0.0)) > 0
        and not (others and driver is Driver.LOW_EMOTION)
    }
    return fed if len(fed) > 1 else {}


def strong(
    points: Sequence[Point], most: int = MOST_POINTS, least: float = LEAST_PRESSURE
) -> tuple[Point, ...]:
    """Returns the first points that press so hard that they are leverage points.

    Args:
        points: leverage points, ranked.
        most: so many at most.
        least: how hard they press at least.
    """
    return tuple(point for point in readable(points[:most]) if point.pressure >= least)


FIRST = 3
"""So many points are looked at by everybody (house)."""


def gain_of(point: Point) -> float:
    """Returns by how much completion would rise if nobody left at the step; 0 where unknown."""
    gain = point.drives[Driver.FLOW_GAIN].inputs.get("gain", 0.0)
    return gain if isinstance(gain, float) else 0.0


def largest_gain_below(points: Sequence[Point]) -> Point | None:
    """Returns the point of the largest gain of the map where it is not among the first."""
    best = max(points, key=gain_of, default=None)
    told = best is not None and best.rank > FIRST and round(100 * gain_of(best)) > 0
    return best if told else None
