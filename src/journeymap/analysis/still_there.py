"""How many of those who start are still there after each step: losses and remainders add up."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from math import fsum, isfinite

from journeymap.analysis.evidence import Standing
from journeymap.analysis.flow import Flow, fate_of, people
from journeymap.analysis.measures import Measures
from journeymap.analysis.transitions import Ways
from journeymap.model.between import Outcome
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StillThere:
    """How many are still there, as shares of those who start.

    Who comes to an end counts as there, and so does who passes over a step or comes back to it. Who
    ends without what they came for is lost, as is who leaves.

    Attributes:
        lost: share who are lost at each step, in the order of the steps.
        unknown: share of whom the map does not say where they go from there; they count as there.
        open_leaks: the positions of the steps where people leave, nobody knows how many.
        standing: how well the shares are known, the weakest of them.
    """

    lost: tuple[float, ...]
    unknown: tuple[float, ...]
    open_leaks: frozenset[int]
    standing: Standing | None

    @property
    def after(self) -> tuple[float, ...]:
        """Share who are still there after each step."""
        return tuple(1 - gone for gone in accumulate(self.lost))

    @property
    def of_100(self) -> tuple[int, ...]:
        """How many of 100 are still there after each step: whole people, a half is one more."""
        return tuple(map(people, self.after))

    @property
    def lost_of_100(self) -> tuple[int, ...]:
        """How many of 100 are lost at each step, so that remainders and losses add up."""
        there = (100, *self.of_100)
        return tuple(a - b for a, b in pairwise(there))

    @property
    def is_least(self) -> bool:
        """Whether more may be lost than is known."""
        return bool(self.open_leaks) or round(fsum(self.unknown), 3) > 0

    @property
    def assumed(self) -> bool:
        """Whether a share that it rests on is assumed."""
        return self.standing is Standing.ASSUMED


def still_there(measures: Measures) -> StillThere | None:
    """Returns how many are still there after each step; None where no share is stated.

    Of several personas it is the mean of all, each by her weight.
    """
    flow = measures.flow
    if flow is None:
        return None
    own = _each(measures)
    return StillThere(
        lost=_mixed([(w, _lost(each, ways)) for w, each, ways in own]),
        unknown=_mixed([(w, [step.unknown for step in each.steps]) for w, each, _ in own]),
        open_leaks=frozenset(
            i for i, exits in enumerate(measures.ways.exits) if None in exits.leaks
        ),
        standing=flow.standing,
    )


def each_still_there(measures: Measures) -> Mapping[str, StillThere]:
    """Returns the same of each of several personas whose shares are known, by id."""
    found = {who: still_there(own) for who, own in measures.of_each.items()}
    return {who: each for who, each in found.items() if each}


def _each(measures: Measures) -> list[tuple[float, Flow, Ways]]:
    """Returns the flow of everybody who goes the journey, with her weight."""
    if not measures.of_each:
        return [(1.0, measures.flow, measures.ways)] if measures.flow else []
    weights = measures.journey_map.persona_weights
    return [(weights[who], own.flow, own.ways) for who, own in measures.of_each.items() if own.flow]


def _lost(flow: Flow, ways: Ways) -> list[float]:
    """Returns the share lost at each step: who leaves, and who ends without what they came for."""
    ends = [fate_of(exits).ends[Outcome.LOST] for exits in ways.exits]
    return [
        step.lost + (step.visits * end if end and isfinite(step.visits) else 0.0)
        for step, end in zip(flow.steps, ends, strict=True)
    ]


def _mixed(each: Sequence[tuple[float, Sequence[float]]]) -> tuple[float, ...]:
    """Returns the weighted sums of values, step by step."""
    rows = zip(*(values for _, values in each), strict=True)
    return tuple(fsum(w * value for (w, _), value in zip(each, row, strict=True)) for row in rows)
