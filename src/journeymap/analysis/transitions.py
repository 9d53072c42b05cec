"""Where everybody goes from each step: ways, leaks, and what nothing accounts for.

The design's chapter "Ways through the map" in one place. Shares are fractions of those who are at
the step, 0 to 1. A share that nobody has stated is None: unknown, and never read as zero.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from math import fsum
from typing import Any, TypeVar

from journeymap.analysis import graph
from journeymap.model.between import Outcome, Way
from journeymap.model.ids import END, slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

T = TypeVar("T")

OVER = 1.000001
"""Shares that add up to more are over one (house; below it the difference is rounding)."""

SHORT = 0.985
"""Shares that add up to less are short of one (house: three rounded thirds of 33 % are not)."""


_PLACES = 9
"""Decimal places to which sums are compared: decimal fractions are not exact in binary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A way out of a step, to another step or to the end of the journey.

    Attributes:
        target: position of the step that it leads to; None for the end.
        share: share of those at the step who take it; None where it is unknown.
        entry: position of the way in the step's `next`; None where it follows from the order.
        back: whether it leads to an earlier step, or to the same one.
        renewed: whether it closes the circle of a cycle framework, which completes the journey.
        counts: what the end counts as, where it leads there.
    """

    target: int | None
    share: float | None = None
    entry: int | None = None
    back: bool = False
    renewed: bool = False
    counts: Outcome = Outcome.COMPLETED

    @property
    def ends(self) -> bool:
        """Whether the journey is over behind it, well or not."""
        return self.target is None or self.renewed

    @property
    def completes(self) -> bool:
        """Whether the journey is completed by it."""
        return self.ends and self.counts is Outcome.COMPLETED

    @property
    def is_open(self) -> bool:
        """Whether anybody may take it: its share is not zero."""
        return self.share != 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Transitions:
    """Everything that becomes of those who are at a step.

    Known shares of ways and leaks, and what is unexplained, add up to one: stated shares that are
    rounded, or over one, are scaled.

    Attributes:
        step: the step.
        ways: the ways to other steps and to the end: those of `next` that lead to a known step, in
            their order, and the following step (or the end) where something is left over for it.
        leaks: the share of each of the step's leaks, in their order; None where it is unknown.
        unexplained: share of those of whom the map does not say where they go.
        stated: sum of all shares as they are written.
        dangling: whether an entry of `next` leads to no known step; its share is unexplained.
    """

    step: PlacedStep
    ways: tuple[Transition, ...]
    leaks: tuple[float | None, ...]
    unexplained: float
    stated: float
    dangling: bool

    @property
    def is_over(self) -> bool:
        """Whether the stated shares are more than everybody."""
        return is_over(self.stated)

    def written(self, share: float) -> float:
        """Returns a share as it is written, before it was scaled to add up to one."""
        return share * self.stated if self.is_over else share

    @property
    def may_finish(self) -> bool:
        """Whether the journey may be over behind the step: completed, left, or nobody knows."""
        ends = any(way.ends and way.is_open for way in self.ways)
        return ends or any(share != 0 for share in self.leaks) or self.unexplained > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways through a map.

    Attributes:
        exits: what becomes of those at each step, in the order of the steps.
        successors: per step the positions of the steps that an open way leads to.
        starts: the positions of the steps at which people begin: the first that each persona takes.
    """

    exits: tuple[Transitions, ...]
    successors: graph.Successors
    starts: tuple[int, ...] = (0,)

    @property
    def is_over(self) -> bool:
        """Whether shares are more than everybody at any step: who comes to the end is unknown."""
        return any(exits.is_over for exits in self.exits)

    @property
    def loses_unknown(self) -> bool:
        """Whether people leave where nobody can tell how many come: at such a step or behind it."""
        over = [at for at, exits in enumerate(self.exits) if exits.is_over]
        behind = graph.reach(self.successors, over) if over else frozenset()
        return any(any(self.exits[at].leaks) for at in behind)

    @property
    def has_shares(self) -> bool:
        """Whether any share is stated; without one there is no flow to tell, only the order.

        A leak of 0 % is stated: nobody leaves there.
        """
        return any(
            exits.stated > 0 or any(share is not None for share in exits.leaks)
            for exits in self.exits
        )


def find_ways(journey_map: JourneyMap) -> Ways:
    """Returns the ways through a map; of one of several personas, those that she takes."""
    found = each_of(lambda placed_step: exits_of(journey_map, placed_step), journey_map.steps)
    return ways_of(found, (_onto(journey_map, 0) or 0,))


def ways_of(exits: tuple[Transitions, ...], starts: tuple[int, ...]) -> Ways:
    """Returns what becomes of those at each step as the ways through a map."""
    return Ways(exits=exits, successors=each_of(_successors, exits), starts=starts)


def _onto(journey_map: JourneyMap, position: int) -> int | None:
    """Returns the first step from a place on that is not passed over; None for the end."""
    rest = range(position, len(journey_map.steps))
    return next((i for i in rest if journey_map.takers(journey_map.steps[i])), None)


def _successors(each: Transitions) -> tuple[int, ...]:
    return tuple(way.target for way in each.ways if way.target is not None and way.is_open)


def exits_of(journey_map: JourneyMap, placed_step: PlacedStep) -> Transitions:
    """Returns what becomes of those who are at a step.

    What the stated shares leave over goes to the ways forward that have no share, in equal parts;
    where there is none to the following step, unless that one's share is stated. A way back and a
    leak without a share take nothing. Where shares are over one, nothing can be said of ways
    forward without a share: theirs is unknown.
    """
    said, leaks = placed_step.step.next, placed_step.step.leaks
    written = {
        i: way for i, each in enumerate(said) if (way := _way(journey_map, placed_step, i, each))
    }
    known = [*written.values(), *_follower(journey_map, placed_step, written)]
    takers = sum(_takes_the_rest(way) for way in known)
    shares = [each.share or 0.0 for each in said]
    stated = fsum((*shares, *(each.share or 0.0 for each in leaks)))
    scale, part, unexplained = _deal_out(stated, takers)
    lost = fsum(share for i, share in enumerate(shares) if i not in written)
    dealt = (
        replace(way, share=part if _takes_the_rest(way) else _scaled(way.share, scale))
        for way in known
    )
    return Transitions(
        step=placed_step,
        ways=tuple(way for way in dealt if way.entry is not None or way.is_open),
        leaks=tuple(_scaled(leak.share, scale) for leak in leaks),
        unexplained=unexplained + lost * scale,
        stated=stated,
        dangling=len(written) < len(said),
    )


def _way(
    journey_map: JourneyMap, placed_step: PlacedStep, entry: int, said: Way
) -> Transition | None:
    """Returns where an entry of `next` leads to; None where that is no known step."""
    if slug(said.to) == END:
        counts = said.counts or Outcome.COMPLETED
        return Transition(target=None, share=said.share, entry=entry, counts=counts)
    target = journey_map.find_step(said.to)
    if target is None:
        return None
    onto = _onto(journey_map, target.position)
    return Transition(
        target=onto,
        share=said.share,
        entry=entry,
        back=onto is not None and onto <= placed_step.position,
        renewed=_renews(journey_map, placed_step, target),
    )


def _renews(journey_map: JourneyMap, placed_step: PlacedStep, target: PlacedStep) -> bool:
    """Tells whether a way leads from the last stage back to the first one of a cycle framework.

    First and last are the map's own stages, and those that align with the framework's.
    """
    framework = journey_map.framework
    earlier = target.stage.position < placed_step.stage.position
    if framework is None or not framework.cycle or not framework.stages or not earlier:
        return False
    ends = framework.stages[-1] in journey_map.aligned(placed_step.stage)
    begins = framework.stages[0] in journey_map.aligned(target.stage)
    last = placed_step.stage.position == len(journey_map.stages) - 1
    return (ends or last) and (begins or target.stage.position == 0)


def _follower(
    journey_map: JourneyMap, placed_step: PlacedStep, written: Mapping[int, Transition]
) -> Iterable[Transition]:
    """Gives the way in the order of the steps, where no way in `next` stands in its place."""
    target = _onto(journey_map, placed_step.position + 1)
    replaced = any(
        (way.target == target and way.counts is Outcome.COMPLETED) or _takes_the_rest(way)
        for way in written.values()
    )
    return () if replaced else (Transition(target=target),)


def _takes_the_rest(way: Transition) -> bool:
    return way.share is None and not way.back


def _deal_out(stated: float, takers: int) -> tuple[float, float | None, float]:
    """Deals out what the stated shares leave over.

    Args:
        stated: the sum of the stated shares.
        takers: how many ways take the rest.

    Returns:
        What to scale stated shares by, the share of each taker, and what is left unexplained.
    """
    rest = 1 - stated
    if is_over(stated):
        return 1 / stated, None, 0.0
    if rest <= OVER - 1 or (not takers and round(stated, _PLACES) >= SHORT):
        return 1 / stated, 0.0, 0.0
    return (1.0, rest / takers, 0.0) if takers else (1.0, 0.0, rest)


def is_over(stated: float) -> bool:
    """Tells whether a sum of shares is more than everybody, rounding forgiven."""
    return round(stated, _PLACES) > OVER


def _scaled(share: float | None, scale: float) -> float | None:
    return None if share is None else share * scale


def reachable(ways: Ways) -> frozenset[int]:
    """Returns the steps that an open way from the first step leads to, that one included."""
    return graph.reach(ways.successors, ways.starts if ways.exits else ())


def endless_loops(ways: Ways) -> tuple[tuple[int, ...], ...]:
    """Returns the loops that nobody ever leaves and in which no journey finishes.

    Every step from which the journey cannot finish leads into such a loop. A loop is a strongly
    connected component; one step that leads to itself alone is one too.

    Returns:
        The steps of each loop in their order, the loop with the earliest step first.
    """
    loops = (
        loop
        for loop in graph.components(ways.successors)
        if {other for step in loop for other in ways.successors[step]} <= set(loop)
        and not any(ways.exits[step].may_finish for step in loop)
    )
    return tuple(sorted(loops))


def before_on_every_way(ways: Ways, steps: Collection[int]) -> frozenset[int]:
    """Returns what cannot be reached from the first step without passing one of some steps before.

    A step is not before itself; among several, one may be before another. What no way leads to is
    not returned. With a single step given, these are the steps that it strictly dominates.
    """
    start = ways.starts if ways.exits else ()
    return reachable(ways) - graph.reach(ways.successors, start, stops=steps)


def order_of(ways: Ways) -> graph.Order:
    """Returns what comes later than what on every way.

    A step is later than another one when a way leads from that one to it, and none leads back: so
    on every way that passes both, it comes later each time. In a loop nothing is later than
    anything, and what lies on parallel ways has no order.
    """
    return graph.order(ways.successors)


def once_along(journey_map: JourneyMap, ways: Ways, compute: Callable[[JourneyMap, Ways], T]) -> T:
    """Returns what a function says of a map and its ways, which is asked when first wanted.

    Args:
        journey_map: the map.
        ways: its ways; what is known of others than those that were last asked about is forgotten.
        compute: the same function each time, which depends on these alone.
    """
    known = journey_map.once(_Along)
    if known.ways is not ways:
        known.ways, known.computed = ways, {}
    if compute not in known.computed:
        known.computed[compute] = compute(journey_map, ways)
    found: T = known.computed[compute]
    return found


class _Along:
    """What is known along the ways of a map."""

    def __init__(self, _: JourneyMap) -> None:
        """Begins with nothing."""
        self.ways: Ways | None = None
        self.computed: dict[object, Any] = {}
