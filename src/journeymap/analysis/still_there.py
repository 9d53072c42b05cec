"""How many of those who start are still there after each step, and who is lost there."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from math import fsum, isfinite

from journeymap.analysis.evidence import Standing
from journeymap.analysis.flow import Flow, chain_of, fate_of, people
from journeymap.analysis.measures import Measures
from journeymap.analysis.transitions import Ways
from journeymap.model.between import Outcome
from journeymap.model.journey_map import PlacedStep
from journeymap.quick_dataclass import dataclass

_PLACES = 9
"""Decimal places of a share: sums of binary fractions differ in the last ones."""


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
        """How many of 100 are lost at each step, each rounded by itself, as `adds_up` tells."""
        return tuple(map(gone_of_100, self.lost))

    @property
    def ended_of_100(self) -> tuple[int, ...]:
        """How many of 100 end at each step otherwise."""
        return tuple(map(gone_of_100, self.ended))

    @property
    def on_return(self) -> tuple[int, ...]:
        """How many of 100 of those lost at each step had come further before: a way led back."""
        gone = accumulate(map(fsum, zip(self.lost, self.ended, strict=True)))
        further = (a + b - 1 for a, b in zip(self.after, gone, strict=True))
        more = (gone_of_100(max(b - a, 0.0)) for a, b in pairwise((0.0, *further)))
        return tuple(map(min, more, self.lost_of_100))

    def is_losing(self, position: int) -> bool:
        """Tells whether anybody is known to be lost at a step, be it less than one of 100."""
        return round(self.lost[position], _PLACES) > 0

    def loses(self, step: PlacedStep) -> bool:
        """Tells whether anybody leaves at a step, be it that nobody knows how many."""
        is_open = step.position in self.open_leaks and bool(step.step.leaks)
        return self.is_losing(step.position) or is_open

    @property
    def all_lost_of_100(self) -> int:
        """How many of 100 are lost anywhere: their sum, rounded."""
        return gone_of_100(fsum(self.lost))

    @property
    def adds_up(self) -> bool:
        """Whether rounded losses and remainders are those of each other, and of the whole."""
        losses = zip(self.lost_of_100, self.ended_of_100, self.on_return, strict=True)
        left = (a - b for a, b in pairwise((100, *self.of_100)))
        parts = (lost + end - back for lost, end, back in losses)
        return [*parts] == [*left] and sum(self.lost_of_100) == self.all_lost_of_100

    @property
    def is_least(self) -> bool:
        """Whether more may be lost than is known."""
        return bool(self.open_leaks) or round(fsum(self.unknown), 3) > 0

    @property
    def assumed(self) -> bool:
        """Whether a share that it rests on is assumed."""
        return self.standing is Standing.ASSUMED


def gone_of_100(share: float) -> int:
    """Returns how many of 100 are gone: whole people, a half stays."""
    return 100 - people(1 - share)


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
