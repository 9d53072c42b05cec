"""The flow through a map: who completes the journey, who is lost where, what closing leaks gains.

Steps are the states of an absorbing Markov chain [Kemeny & Snell, Finite Markov Chains, 1960];
`ways` says where those at a step go. A share that nobody has stated takes nothing. Shares are
fractions of those who enter the journey, 0 to 1, unless they are said to be of those at a step.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import floor, fsum, inf

from journeymap.analysis import graph
from journeymap.analysis.evidence import Standing, standing, weakest
from journeymap.analysis.figures import shares_of
from journeymap.analysis.markov import Chain
from journeymap.analysis.transitions import Transitions, Ways
from journeymap.model.between import Outcome
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass

_NOBODY = 1e-15
"""A share below it is nobody: it is less than the rounding of the others."""
_PLACES = 9
"""Decimal places that count: 100 · 0.145 is not exact in binary fractions."""
OFTEN = 1.05
"""So many times each and fewer are once (house: it would round to it)."""
FATES = ("completion", "unknown", "endless", "neither", "lost", "left")
"""What may become of those who enter, as attributes of a flow: first who stays there."""


def people(share: float) -> int:
    """Returns how many of 100 a share is: whole people, a half is one more."""
    return floor(round(100 * share, _PLACES) + 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFlow:
    """What passes through one step.

    Attributes:
        step: the step.
        people: share of entrants who ever come there; at most one, and at most the visits.
        completion: probability that somebody who is there completes the journey, 0 to 1.
        visits: how often somebody who enters the journey comes there on average; infinite where
            people who come there go round for ever.
        standing: how well the shares are known on which people and visits rest; None where they
            rest on none, as at the first step.
        lost_standing: the same of those lost there, on which its own shares bear as well.
        times: how often somebody who is there comes there in all on average, from then on: 1 where
            no way leads back; infinite where one goes round for ever.
        lost: share of entrants who leave the journey there, through its leaks.
        failed: share of entrants whose journey ends there without what they came for (`counts:
            lost`).
        unknown: share of entrants of whom the map does not say where they go from there.
        gain: by how much completion of the journey would rise if the step's leaks, and its ways to
            an end without what people came for, were closed and
            their share went on to its other ways in proportion; what is unknown stays so. A step
            that all leave has no other way, and gains nothing.
    """

    step: PlacedStep
    people: float
    completion: float
    visits: float
    standing: Standing | None
    lost_standing: Standing | None
    times: float
    lost: float
    failed: float
    unknown: float
    gain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What becomes of those who enter the journey, at its first step.

    The six shares add up to one.

    Attributes:
        steps: what passes through each step, in order.
        completion: share of entrants who complete the journey.
        lost: share who come to an end without what they came for.
        neither: share who come to an end that is neither.
        left: share who leave it through leaks.
        unknown: share of whom the map does not say where they go.
        endless: share who go round for ever; none where every loop has a way out with a share.
        standing: how well the shares are known, the weakest of them.
    """

    steps: tuple[StepFlow, ...]
    completion: float
    lost: float
    neither: float
    left: float
    unknown: float
    endless: float
    standing: Standing | None

    @property
    def assumed(self) -> bool:
        """Whether a share that it rests on is assumed."""
        return self.standing is Standing.ASSUMED

    @property
    def of_100(self) -> Mapping[str, int]:
        """How many of 100 each of `FATES` takes: whole people who add up to 100.

        Sums are rounded, not parts, so that those who are lost are as many as `still_there` tells.
        """
        sums = accumulate((getattr(self, fate) for fate in FATES), initial=0.0)
        parts = (b - a for a, b in pairwise(map(people, sums)))
        return dict(zip(FATES, parts, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of those at a step, as shares of them; together they are one."""

    onward: Mapping[int, float]
    ends: Mapping[Outcome, float]
    left: float
    unknown: float

    @property
    def completed(self) -> float:
        """Share of those there who complete the journey at once."""
        return self.ends[Outcome.COMPLETED]

    @property
    def failing(self) -> float:
        """Share of those there who leave, or come to an end without what they came for."""
        return self.left + self.ends[Outcome.LOST]

    @property
    def out(self) -> float:
        """Share of those there for whom the journey is over."""
        return fsum((*self.ends.values(), self.left, self.unknown))


def flow(journey_map: JourneyMap, ways: Ways) -> Flow | None:
    """Returns what passes through each step; None where no share is stated, or ways are tangled.

    Args:
        journey_map: the map.
        ways: its ways.
    """
    if not ways.has_shares:
        return None
    fates = [fate_of(exits) for exits in ways.exits]
    traps = _traps(fates)
    chain = chain_of(fates, traps)
    if chain.is_tangled:
        return None
    completion = chain.expected([fate.completed for fate in fates])
    times, visits = chain.own_visits(), chain.visits(ways.starts[0])
    endless = [fsum(visits[i] for i in trap) for trap in traps]
    reached = _reached(traps, endless)
    own = [shares_standing(journey_map, exits) for exits in ways.exits]
    coming = _coming(ways, own)
    steps = tuple(
        StepFlow(
            step=placed_step,
            people=reached[i] if i in reached else _people(visits[i], times[i]),
            completion=completion[i],
            visits=inf if reached.get(i) else visits[i],
            standing=coming[i],
            lost_standing=weakest(each for each in (coming[i], own[i]) if each),
            times=inf if i in reached else times[i],
            lost=visits[i] * fates[i].left,
            failed=visits[i] * failed if (failed := fates[i].ends[Outcome.LOST]) else 0.0,
            unknown=visits[i] * fates[i].unknown,
            gain=_gain(fates[i], completion[i], visits[i], times[i]),
        )
        for i, placed_step in enumerate(journey_map.steps)
    )
    return Flow(
        steps=steps,
        completion=completion[ways.starts[0]],
        lost=_over(Outcome.LOST, fates, visits),
        neither=_over(Outcome.NEITHER, fates, visits),
        left=fsum(step.lost for step in steps),
        unknown=fsum(step.unknown for step in steps),
        endless=fsum(endless),
        standing=weakest(each for each in own if each),
    )


def _reached(traps: Sequence[Collection[int]], endless: Sequence[float]) -> dict[int, float]:
    """Returns who comes to the steps of loops without a way out: to each, whoever comes in."""
    return {i: min(s, 1.0) for trap, s in zip(traps, endless, strict=True) for i in trap}


def _coming(ways: Ways, own: Sequence[Standing | None]) -> list[Standing | None]:
    """Returns how well it is known who comes to each step: it rests on the shares before it.

    Args:
        ways: the ways.
        own: how well the shares that are stated at each step are known.
    """
    found: list[Standing | None] = [None] * len(own)
    for level in Standing:
        starts = [to for i, each in enumerate(own) if each is level for to in ways.successors[i]]
        for i in graph.reach(ways.successors, starts):
            found[i] = level
    return found


def _people(visits: float, times: float) -> float:
    """Returns the share of entrants who ever come to a step.

    Whoever comes there comes `times` on average, so it is visits by times: f = N(0, j) / N(j, j),
    the probability that the step, made absorbing, absorbs [Kemeny & Snell, theorem 3.5.7].
    """
    return min(1.0, visits, visits / times)


def _over(outcome: Outcome, fates: Sequence[Fate], visits: Sequence[float]) -> float:
    """Returns the share of entrants for whom the journey is over in one manner."""
    return fsum(times * fate.ends[outcome] for times, fate in zip(visits, fates, strict=True))


def fate_of(exits: Transitions) -> Fate:
    """Adds up where those at a step go; ways to the same step are one."""
    onward: dict[int, float] = {}
    ends = dict.fromkeys(Outcome, 0.0)
    for way in exits.ways:
        if way.ends or way.target is None:
            ends[way.counts] += _share(way.share)
        elif _share(way.share):
            onward[way.target] = onward.get(way.target, 0.0) + _share(way.share)
    left = fsum(_share(share) for share in exits.leaks)
    unknown = _share(exits.unexplained)
    total = fsum((*onward.values(), *ends.values(), left, unknown))
    return Fate(
        onward={to: share / total for to, share in onward.items()},
        ends={outcome: share / total for outcome, share in ends.items()},
        left=left / total,
        unknown=unknown / total,
    )


def _share(share: float | None) -> float:
    return share if share is not None and share >= _NOBODY else 0.0


def _traps(fates: Sequence[Fate]) -> tuple[frozenset[int], ...]:
    """Returns the loops that nobody gets out of, as far as shares are known."""
    loops = map(frozenset, graph.components([tuple(fate.onward) for fate in fates]))
    return tuple(
        loop
        for loop in loops
        if all(fates[step].onward.keys() <= loop and _stays(fates[step]) for step in loop)
    )


def _stays(fate: Fate) -> bool:
    return not fate.out


def chain_of(fates: Sequence[Fate], traps: Sequence[frozenset[int]] | None = None) -> Chain:
    """Makes the chain, out of which those get who are trapped as well.

    Args:
        fates: what becomes of those at each step.
        traps: the loops that nobody gets out of; to be found where left out.
    """
    trapped = frozenset().union(*(_traps(fates) if traps is None else traps))
    return Chain(
        shares=[{} if i in trapped else fate.onward for i, fate in enumerate(fates)],
        outs=[1.0 if i in trapped else fate.out for i, fate in enumerate(fates)],
    )


def _gain(fate: Fate, completion: float, visits: float, own_visits: float) -> float:
    """Returns what closing a step's leaks adds to completion of the journey.

    Closing them multiplies the step's row of Q, and its share of completion, by 1 + k, where k is
    the leaks' share by that of the other ways. One row changes, so the new solution follows from
    the old one [Sherman & Morrison, Annals of Mathematical Statistics 21 (1), 1950]:
    gain = k · visits · completion / (1 - k · (own visits - 1)).

    Args:
        fate: where those at the step go.
        completion: probability of completing from the step, before.
        visits: visits to the step from the start of the journey, before.
        own_visits: visits to the step from itself, the first one included, before.
    """
    ends = (share for outcome, share in fate.ends.items() if outcome is not Outcome.LOST)
    others = fsum((*fate.onward.values(), *ends))
    if not fate.failing or not completion or not others:
        return 0.0
    k = fate.failing / others
    # It is never less than what completes before it comes back, by as much as closing adds: that
    # holds where all others come back and the difference cancels out.
    rest = max(1 - k * (own_visits - 1), (1 + k) * completion)
    return k * visits * completion / rest


def shares_standing(journey_map: JourneyMap, exits: Transitions) -> Standing | None:
    """Returns how well the shares are known that a step states; None where it states none."""
    return weakest(_standings(journey_map, exits))


def _standings(journey_map: JourneyMap, exits: Transitions) -> Iterator[Standing]:
    """Yields how well each share that is stated at a step is known."""
    for own in shares_of(exits.step.step):
        yield standing(journey_map, exits.step, own)
