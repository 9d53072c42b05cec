"""Ways, flow and times of several personas together: each for herself, then their weighted mean.

Each persona counts by her share of the population mapped, and all alike unless each has one
(house). What is unknown of one of them is unknown of all together, and where they differ their mean
is known as little as how much each of them counts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from math import fsum
from typing import Any, TypeVar

from journeymap.analysis.evidence import Standing, weakest
from journeymap.analysis.flow import FATES, Flow, StepFlow
from journeymap.analysis.time import Part, StageTime, Sums, Times, Total
from journeymap.analysis.transitions import Transition, Transitions, Ways, ways_of
from journeymap.model.journey_map import JourneyMap
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

T = TypeVar("T", Flow, StepFlow)

_RESTING = {"standing": ("people", "visits"), "lost_standing": ("lost", "failed")}
"""What is known of a step by what tells how well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one persona contributes.

    Attributes:
        weight: how much of all she stands for.
        standing: how well the weights are known.
        ways: her ways.
        flow: what passes through each step of hers; None where no share is stated of her.
    """

    weight: float
    standing: Standing
    ways: Ways
    flow: Flow | None


def ways_together(journey_map: JourneyMap, shares: Sequence[Share]) -> Ways:
    """Returns the ways that any persona takes, each with its share of all who are at the step."""

    def exits(position: int) -> Transitions:
        return _exits(position, shares)

    places = each_of(lambda placed_step: placed_step.position, journey_map.steps)
    found = each_of(lambda at: replace(exits(at), step=journey_map.steps[at]), places)
    starts = dict.fromkeys(start for each in shares for start in each.ways.starts)
    return ways_of(found, tuple(starts))


def _exits(position: int, shares: Sequence[Share]) -> Transitions:
    """Mixes what becomes of each persona at a step, by how many of those there she is."""
    there = [each for each in shares if _there(each, position)] or list(shares)
    weights = [_there(each, position) or each.weight for each in there]
    exits = [each.ways.exits[position] for each in there]
    ways: dict[Transition, list[float | None]] = {}
    for i, own in enumerate(exits):
        for way in own.ways:
            column = ways.setdefault(replace(way, share=None), [0.0] * len(exits))
            column[i] = way.share
    return replace(
        exits[0],
        ways=tuple(replace(way, share=_mean(each, weights)) for way, each in ways.items()),
        leaks=tuple(
            _mean(each, weights) for each in zip(*(own.leaks for own in exits), strict=True)
        ),
        unexplained=_mean([own.unexplained for own in exits], weights) or 0.0,
        stated=_mean([own.stated for own in exits], weights) or 0.0,
        dangling=any(own.dangling for own in exits),
    )


def _there(share: Share, position: int) -> float:
    """Returns how often a persona comes to a step, by her weight; without a flow, if she does."""
    if share.flow is None:
        comes = {*share.ways.starts, *(to for each in share.ways.successors for to in each)}
        return share.weight if position in comes else 0.0
    return share.weight * share.flow.steps[position].visits


def _mean(values: Sequence[float | None], weights: Sequence[float]) -> float | None:
    """Returns the weighted mean; None where one of them is unknown."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    if len(set(known)) == 1:
        return known[0]
    pairs = zip(known, weights, strict=True)
    return fsum(value * weight for value, weight in pairs if value) / fsum(weights)


def flow_together(journey_map: JourneyMap, shares: Sequence[Share]) -> Flow | None:
    """Returns the flow of all together; None where that of one of them is unknown."""
    flows = [each.flow for each in shares if each.flow]
    if len(flows) < len(shares):
        return None
    weights = [each.weight for each in shares]
    known = shares[0].standing
    steps = tuple(
        replace(_step_flow([flow.steps[at] for flow in flows], weights, known), step=placed_step)
        for at, placed_step in enumerate(journey_map.steps)
    )
    whole = replace(_mixed(flows, weights, {}), steps=steps)
    return _weakened(whole, flows, known, {"standing": FATES})


def _step_flow(steps: Sequence[StepFlow], weights: Sequence[float], known: Standing) -> StepFlow:
    """Mixes one step: what is said of who is there counts by how many of them there are."""
    visits = [weight * each.visits for weight, each in zip(weights, steps, strict=True)]
    people = [weight * each.people for weight, each in zip(weights, steps, strict=True)]
    there = {"completion": visits, "times": people}
    found = _mixed(steps, weights, {name: own for name, own in there.items() if any(own)})
    return _weakened(found, steps, known, _RESTING)


def _weakened(
    found: T, each: Sequence[T], known: Standing, resting: Mapping[str, Sequence[str]]
) -> T:
    """Lets figures of which those of the personas differ be known no better than the weights.

    Args:
        found: what is said of all together.
        each: of each persona.
        known: how well the weights are known.
        resting: the figures that rest on them, by the name of what tells how well they are known.
    """
    update: dict[str, Any] = {
        name: weakest(filter(None, (getattr(found, name), known)))
        for name, figures in resting.items()
        if any(len({getattr(one, figure) for one in each}) > 1 for figure in figures)
    }
    return replace(found, **update)


def _mixed(each: Sequence[T], weights: Sequence[float], own: Mapping[str, Sequence[float]]) -> T:
    """Returns the means of all numbers, with other weights for some, and the weakest standing."""
    update: dict[str, Any] = {}
    for field in fields(each[0]):
        values = [getattr(one, field.name) for one in each]
        if all(isinstance(value, float) for value in values):
            update[field.name] = _mean(values, own.get(field.name, weights))
        elif all(value is None or isinstance(value, Standing) for value in values):
            update[field.name] = weakest(filter(None, values))
    return replace(each[0], **update)


def times_together(
    journey_map: JourneyMap, each: Sequence[Times], shares: Sequence[Share]
) -> Times:
    """Returns the times of all together; the main way is the protagonist's."""

    def mixed(parts: Sequence[StageTime]) -> StageTime:
        expected = [part.expected for part in parts if part.expected]
        return replace(
            parts[0],
            main=_sums([part.main for part in parts], shares),
            expected=_sums(expected, shares) if len(expected) == len(parts) else None,
        )

    stages = each_of(
        lambda stage: replace(mixed([own.stages[stage.position] for own in each]), stage=stage),
        journey_map.stages,
    )
    return replace(each[0], stages=stages, whole=mixed([own.whole for own in each]))


def _sums(each: Sequence[Sums], shares: Sequence[Share]) -> Sums:
    return {part: _total([own[part] for own in each], shares) for part in Part}


def _total(each: Sequence[Total], shares: Sequence[Share]) -> Total:
    """Returns the mean of sums, with the coverage of whom least is known of."""
    least = min(each, key=lambda own: own.known / own.of if own.of else 1.0)
    weights = [own.weight for own in shares]
    differ = len({(own.low, own.high, own.days) for own in each}) > 1

    def mean(of: Callable[[Total], float]) -> float:
        return _mean([of(own) for own in each], weights) or 0.0

    return Total(
        low=mean(lambda own: own.low),
        high=mean(lambda own: own.high),
        days=mean(lambda own: own.days),
        known=least.known,
        of=least.of,
        about=any(own.about for own in each),
        assumed=any(own.assumed for own in each)
        or (differ and shares[0].standing is Standing.ASSUMED),
    )
