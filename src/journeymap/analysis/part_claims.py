"""What is most worth saying of some steps of a map: claims that hold, the most telling first.

Thresholds are those of the claims about whole maps.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from math import fsum

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import gravity
from journeymap.analysis.claims import AHEAD, MANY_LOST, Claim, Loss, claims, steps_of
from journeymap.analysis.extremes import HIGH, KNOWN, LOW, Extreme, Extremes, felt, highest, lowest
from journeymap.analysis.still_there import gone_of_100, still_there
from journeymap.model.journey import State
from journeymap.model.journey_map import PlacedPain, PlacedStep
from journeymap.quick_dataclass import dataclass

_FEW = 2
"""So many steps at most share what is told of them alone (house)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLoss:
    """People are lost at these steps.

    Attributes:
        lost: how many of 100 who start are lost at them.
        step: where most of them are lost; None where that is not one alone.
        here: how many of 100 are lost there.
        is_least: whether more may be lost at them than is known.
        assumed: whether a share is assumed.
    """

    lost: int
    step: PlacedStep | None
    here: int
    is_least: bool
    assumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartExtremes:
    """Where it is worst of these steps, and where it is best; None where it is neither."""

    low: Extreme | None
    high: Extreme | None

    @property
    def assumed(self) -> bool:
        """Whether how it feels there is assumed."""
        both = [each for each in (self.low, self.high) if each]
        return any(one.point.assumed for each in both for one in each.named)


PartClaim = PartLoss | PartExtremes | Claim


def part_claims(analysis: Analysis, positions: Collection[int]) -> Iterator[PartClaim]:
    """Yields what holds of some steps of a map as it is; nothing of a desired one.

    Args:
        analysis: the whole map.
        positions: of the steps.
    """
    if analysis.journey_map.journey.state is not State.CURRENT:
        return
    if loss := _loss(analysis, positions):
        yield loss
    for claim in analysis.once(_claims):
        named = steps_of(claim)
        is_here = named and all(step.position in positions for step in named)
        if is_here and not isinstance(claim, Loss | Extremes):
            yield claim
    if found := _extremes(analysis, positions):
        yield found


def _claims(analysis: Analysis) -> tuple[Claim, ...]:
    return tuple(claims(analysis))


def aims(analysis: Analysis, positions: Collection[int]) -> PartExtremes | None:
    """Returns where it shall be best of some steps of a desired map; None where that is not said.

    Args:
        analysis: the whole map.
        positions: of the steps.
    """
    if analysis.journey_map.journey.state is not State.DESIRED:
        return None
    found = _extremes(analysis, positions)
    is_telling = found and found.high and found.high.count <= _FEW
    return replace(found, low=None) if found and is_telling else None


def gravest_pain(analysis: Analysis, positions: Collection[int]) -> PlacedPain | None:
    """Returns the pain of some steps that is graver than all others there, or the only one.

    Args:
        analysis: the whole map.
        positions: of the steps.
    """
    steps = (analysis.journey_map.steps[at] for at in positions)
    pains = sorted((pain for step in steps for pain in step.pains), key=gravity, reverse=True)
    if not pains or (pains[1:] and gravity(pains[0]) == gravity(pains[1])):
        return None
    return pains[0]


def _loss(analysis: Analysis, positions: Collection[int]) -> PartLoss | None:
    there = still_there(analysis)
    if there is None:
        return None
    own = {at: there.lost_of_100[at] for at in positions}
    lost = gone_of_100(fsum(there.lost[at] for at in positions))
    if lost < MANY_LOST:
        return None
    order = sorted(own, key=lambda at: -own[at])
    alone = len(order) == 1 or own[order[0]] - own[order[1]] >= AHEAD
    unknown = any(at in there.open_leaks or round(there.unknown[at], 3) for at in positions)
    return PartLoss(
        lost=lost,
        step=analysis.journey_map.steps[order[0]] if alone else None,
        here=own[order[0]],
        is_least=unknown,
        assumed=there.assumed,
    )


def _extremes(analysis: Analysis, positions: Collection[int]) -> PartExtremes | None:
    feelings = list(felt(analysis, positions))
    steps = [analysis.journey_map.steps[at] for at in positions]
    taken = sum(len(analysis.journey_map.takers(step)) for step in steps if not step.step.offstage)
    if not feelings or len(feelings) < KNOWN * taken:
        return None
    low, high = lowest(analysis, feelings), highest(feelings)
    is_low, is_high = low.named[0].point.value <= LOW, high.named[0].point.value >= HIGH
    found = PartExtremes(low=low if is_low else None, high=high if is_high else None)
    return found if is_low or is_high else None
