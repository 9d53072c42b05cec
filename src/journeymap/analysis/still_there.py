"""How many of those who start are still there after each step, and who is lost there."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from math import fsum, isfinite

from journeymap.analysis.evidence import Standing
from journeymap.analysis.flow import Flow, chain_of, fate_of, people
from journeymap.analysis.measures import Measures
from journeymap.analysis.transitions import Ways
from journeymap.model.between import Outcome
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StillThere:
    """How many are still there, as shares of those who start.

    Who comes to a later step is there, however often they came back before; so is who completes
    the journey, and who passes over a step. Who leaves is lost, as is who ends without what they
    came for; who ends otherwise is no longer there either, and not lost.

    Attributes:
        after: share who ever come further than each step, in the order of the steps.
        lost: share who are lost at each step, whenever they come there.
        ended: share whose journey ends there otherwise.
        unknown: share of whom the map does not say where they go from there; they count as there.
        open_leaks: the positions of the steps where people leave, nobody knows how many.
        standing: how well the shares are known, the weakest of them.
    """

    after: tuple[float, ...]
    lost: tuple[float, ...]
    ended: tuple[float, ...]
    unknown: tuple[float, ...]
    open_leaks: frozenset[int]
    standing: Standing | None

    @property
    def of_100(self) -> tuple[int, ...]:
        """How many of 100 are still there after each step: whole people, a half is one more."""
        return tuple(map(people, self.after))

    @property
    def lost_of_100(self) -> tuple[int, ...]:
        """How many of 100 are lost at each step, so that they add up to all who are lost."""
        return _steps_down(self.lost)

    @property
    def ended_of_100(self) -> tuple[int, ...]:
        """How many of 100 end at each step otherwise: with those lost there they add up."""
        gone = _steps_down(list(map(fsum, zip(self.lost, self.ended, strict=True))))
        return tuple(a - b for a, b in zip(gone, self.lost_of_100, strict=True))

    @property
    def on_return(self) -> tuple[int, ...]:
        """How many of 100 of those lost at each step had come further before: a way led back."""
        gone = map(sum, zip(self.lost_of_100, self.ended_of_100, strict=True))
        further = (a + b - 100 for a, b in zip(self.of_100, accumulate(gone), strict=True))
        more = (max(b - a, 0) for a, b in pairwise((0, *further)))
        return tuple(map(min, more, self.lost_of_100))

    @property
    def is_least(self) -> bool:
        """Whether more may be lost than is known."""
        return bool(self.open_leaks) or round(fsum(self.unknown), 3) > 0

    @property
    def assumed(self) -> bool:
        """Whether a share that it rests on is assumed."""
        return self.standing is Standing.ASSUMED


def _steps_down(gone: Sequence[float]) -> tuple[int, ...]:
    """Returns how many of 100 are gone at each step: sums are rounded, not parts."""
    there = (100, *(people(1 - share) for share in accumulate(gone)))
    return tuple(a - b for a, b in pairwise(there))


def still_there(measures: Measures) -> StillThere | None:
    """Returns how many are still there after each step; None where no share is stated.

    Of several personas it is the mean of all, each by her weight.
    """
    flow = measures.flow
    if flow is None:
        return None
    own = _each(measures)
    after = [(w, _after(ways)) for w, _, ways in own]
    known = [(w, each) for w, each in after if each is not None]
    if len(known) < len(after):
        return None
    return StillThere(
        after=_mixed(known),
        lost=_mixed([(w, [step.lost + step.failed for step in each.steps]) for w, each, _ in own]),
        ended=_mixed([(w, _ended(each, ways)) for w, each, ways in own]),
        unknown=_mixed([(w, [step.unknown for step in each.steps]) for w, each, _ in own]),
        open_leaks=frozenset(
            i for i, exits in enumerate(measures.ways.exits) if None in exits.leaks
        ),
        standing=flow.standing,
    )


def _after(ways: Ways) -> Sequence[float] | None:
    """Returns the share who ever come further than each step; None where ways are tangled."""
    fates = [fate_of(exits) for exits in ways.exits]
    gone = [fate.failing + fate.ends[Outcome.NEITHER] for fate in fates]
    return chain_of(fates).passed(ways.starts[0], gone)


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


def _ended(flow: Flow, ways: Ways) -> list[float]:
    """Returns the share whose journey ends at each step otherwise."""
    ends = [fate_of(exits).ends[Outcome.NEITHER] for exits in ways.exits]
    return [
        step.visits * end if end and isfinite(step.visits) else 0.0
        for step, end in zip(flow.steps, ends, strict=True)
    ]


def _mixed(each: Sequence[tuple[float, Sequence[float]]]) -> tuple[float, ...]:
    """Returns the weighted sums of values, step by step."""
    rows = zip(*(values for _, values in each), strict=True)
    return tuple(fsum(w * value for (w, _), value in zip(each, row, strict=True)) for row in rows)
