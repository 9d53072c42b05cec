"""The lowest and the highest moments of all whose journey it is, and which of equals is named."""

from collections.abc import Collection, Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.contact import is_anywhere_served
from journeymap.analysis.emotion import Point
from journeymap.model.feelings import Feeling
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass

LOW, HIGH, KNOWN = -1.0, 1.0, 0.5
"""A low is at most so, a high at least so, where feelings are known at such a share of steps."""
NEAR = 0.5
"""A low of the illness alone gives way to another one so near to it."""
_PLACES = 9
"""Decimal places to which feelings are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """How a persona feels at a step.

    Attributes:
        who: her id; empty where nobody is named.
        point: where she stands on the curve.
        feeling: what was written.
    """

    who: str
    point: Point
    feeling: Feeling

    @property
    def step(self) -> PlacedStep:
        """The step."""
        return self.point.step


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """The lowest or the highest moment.

    Attributes:
        named: the moments that are named: one, or both of two that are equal.
        count: how many are as low, or as high.
        is_nearly: whether it is a little less so than another one, to which nobody can do anything.
    """

    named: tuple[Felt, ...]
    count: int
    is_nearly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extremes:
    """Where it is worst, and where it is best."""

    low: Extreme
    high: Extreme

    @property
    def assumed(self) -> bool:
        """Whether how it feels there is assumed."""
        return any(each.point.assumed for each in (*self.low.named, *self.high.named))


def felt(analysis: Analysis, positions: Collection[int] | None = None) -> Iterator[Felt]:
    """Walks how personas feel, step by step, at each step in their order.

    Args:
        analysis: the map.
        positions: of the steps that are asked about, if not all.
    """
    journey_map = analysis.journey_map
    own = set(journey_map.persona_ids)
    curves = [curve for curve in analysis.curves if curve.person in own]
    some = None if positions is None else [journey_map.steps[at] for at in sorted(set(positions))]
    for placed_step in journey_map.steps if some is None else some:
        written = journey_map.by_person(placed_step.step.emotion, placed_step)
        for curve in curves:
            if point := curve.points[placed_step.position]:
                yield Felt(who=curve.person, point=point, feeling=written[curve.person])


def extremes(analysis: Analysis) -> Extremes | None:
    """Returns the lowest and the highest moment, where feelings are known well enough."""
    feelings = list(felt(analysis))
    journey_map = analysis.journey_map
    taken = sum(
        len(journey_map.takers(step)) for step in journey_map.steps if not step.step.offstage
    )
    if not feelings or len(feelings) < KNOWN * taken:
        return None
    low, high = lowest(analysis, feelings), highest(feelings)
    if low.named[0].point.value > LOW or high.named[0].point.value < HIGH:
        return None
    return Extremes(low=low, high=high)


def lowest(analysis: Analysis, feelings: Sequence[Felt]) -> Extreme:
    """Returns the lowest moment; of more than two equals that where pressure is highest."""
    least = min(each.point.value for each in feelings)
    equal = _by_step([each for each in feelings if round(each.point.value - least, _PLACES) == 0])
    is_served = analysis.journey_map.once(is_anywhere_served)
    mended = [each for each in equal if not (is_served and _is_illness(analysis, each.step))]
    near = [
        each
        for each in feelings
        if round(each.point.value - least, _PLACES) <= NEAR
        and each.point.value <= LOW
        and not _is_illness(analysis, each.step)
    ]
    if not mended and near:
        best = min(each.point.value for each in near)
        return Extreme(
            named=(_pressing(analysis, [each for each in near if each.point.value == best]),),
            count=len(equal),
            is_nearly=True,
        )
    named = mended or equal
    if len(named) == len(equal) == 2:  # noqa: PLR2004 - both are named
        return Extreme(named=tuple(named), count=2)
    return Extreme(named=(_pressing(analysis, named),), count=len(equal))


def highest(feelings: Sequence[Felt]) -> Extreme:
    """Returns the highest moment; of more than two equals the first."""
    most = max(each.point.value for each in feelings)
    equal = _by_step([each for each in feelings if round(most - each.point.value, _PLACES) == 0])
    named = tuple(equal) if len(equal) == 2 else equal[:1]  # noqa: PLR2004 - both are named
    return Extreme(named=tuple(named), count=len(equal))


def _by_step(feelings: Sequence[Felt]) -> list[Felt]:
    """Returns one feeling a step: where several feel the same there, that of the first."""
    found: dict[int, Felt] = {}
    for each in feelings:
        found.setdefault(each.step.position, each)
    return list(found.values())


def _is_illness(analysis: Analysis, placed_step: PlacedStep) -> bool:
    """Tells whether nobody serves at a step and nothing is said to hurt there."""
    return not placed_step.pains and not _is_served(analysis.journey_map, placed_step)


def _is_served(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    return journey_map.serving(placed_step) is not None


def _pressing(analysis: Analysis, feelings: Sequence[Felt]) -> Felt:
    """Returns the feeling at the step where pressure is highest, of equals the first."""
    ranks = analysis.once(_ranks)
    return min(feelings, key=lambda each: ranks.get(each.step.position, len(ranks) + 1))


def _ranks(analysis: Analysis) -> dict[int, int]:
    """Returns the rank of the pressure at each step, by its position."""
    return {point.step.position: point.rank for point in analysis.leverage}
