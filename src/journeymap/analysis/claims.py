"""What is most worth saying of a map in one sentence: claims that hold, the most telling first.

A claim is data; `words/headlines.py` says it. Thresholds are house.
"""

from collections.abc import Iterator, Sequence
from math import fsum

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.best_idea import one_why
from journeymap.analysis.deadlines import Due, Kept
from journeymap.analysis.evidence import Standing, is_assumed
from journeymap.analysis.extremes import Extremes, Felt, extremes, felt
from journeymap.analysis.ratings import Rating, raters, ratings
from journeymap.analysis.still_there import still_there
from journeymap.analysis.time import Part, Total
from journeymap.model.between import Wait
from journeymap.model.journey import State
from journeymap.model.journey_map import PlacedStep
from journeymap.model.unread import UnreadError
from journeymap.quick_dataclass import dataclass

APART = 2.0
"""Two personas feel differently from this difference on, of 4."""
MANY_LOST, AHEAD = 5, 1
"""So many of 100 are lost at least, and so many more at the one step than at any other."""
LONG_WAIT, MOSTLY = 7.0, 0.5
"""Days of unplanned waiting at least, and the least share of all time; waits are known of so large
a share of the gaps."""
FAR_BELOW, ALONE, RATED = 2.5, 0.5, 3
"""Points of 10 below expectation, more than at any other of so many rated steps by so much."""

_WHOLE = 0.5
"""People of 100 by which figures differ that are rounded to the same."""
_PLACES = 9
"""Decimal places to which figures are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """At one step personas feel further apart than at any other.

    Attributes:
        feelings: how each persona feels who takes it, in their order.
        assumed: whether that is assumed.
    """

    feelings: tuple[Felt, ...]
    assumed: bool

    @property
    def step(self) -> PlacedStep:
        """The step."""
        return self.feelings[0].step


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """People are lost, most of them at one step.

    Attributes:
        lost: how many of 100 leave, or end without what they came for.
        step: where most are lost.
        here: how many of 100 are lost there.
        is_least: whether more may be lost than is known.
        assumed: whether a share is assumed.
        comes_round: whether all others come back to the beginning.
        is_cycle: whether some of them do, so that the last step is no end.
        otherwise: whether some end otherwise, who neither are lost nor reach the end.
        why: the one reason why all who are lost at the step leave; empty where that is not said.
    """

    lost: int
    step: PlacedStep
    here: int
    is_least: bool
    assumed: bool
    comes_round: bool = False
    is_cycle: bool = False
    otherwise: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A deadline that even the shortest time misses."""

    due: Due

    @property
    def assumed(self) -> bool:
        """Whether a time on the way is assumed."""
        return self.due.assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Much of the time is spent waiting that nobody planned.

    Attributes:
        total: all waits of the main way that are not said to be planned.
        step: the step behind which it is longest; None where that is not one alone.
        longest: the wait there.
    """

    total: Total
    step: PlacedStep | None
    longest: Wait | None

    @property
    def assumed(self) -> bool:
        """Whether the length of a wait is assumed."""
        return self.total.assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A step falls further below what was expected than any other."""

    rating: Rating

    @property
    def step(self) -> PlacedStep:
        """The step."""
        return self.rating.step

    @property
    def assumed(self) -> bool:
        """Whether one of the two ratings is assumed."""
        return self.rating.standing("expected", "perceived") is Standing.ASSUMED


Claim = Difference | Loss | Late | Waiting | Shortfall | Extremes


def steps_of(claim: Claim | None) -> tuple[PlacedStep, ...]:
    """Returns the steps at which a claim says that it goes wrong, in its order."""
    match claim:
        case None:
            return ()
        case Late():
            return (claim.due.step,)
        case Extremes():
            return tuple(each.step for each in claim.low.named)
        case _:
            return (claim.step,) if claim.step else ()


def claims(analysis: Analysis) -> Iterator[Claim]:
    """Yields what holds of a map as it is, the most telling first; nothing of a desired one."""
    if analysis.journey_map.journey.state is not State.CURRENT or not analysis.journey_map.steps:
        return
    for find in (_difference, _loss, _late, _waiting, shortfall, extremes):
        try:
            found = find(analysis)
        except UnreadError:
            continue
        if found:
            yield found


def _difference(analysis: Analysis) -> Difference | None:
    """Returns the step at which personas feel furthest apart, where it is one alone."""
    people = analysis.journey_map.persona_ids
    if len(people) == 1:
        return None
    by_step: dict[int, list[Felt]] = {}
    for each in felt(analysis):
        by_step.setdefault(each.step.position, []).append(each)
    apart = sorted(((_spread(each), position) for position, each in by_step.items()), reverse=True)
    if not apart or apart[0][0] < APART or (len(apart) > 1 and apart[1][0] == apart[0][0]):
        return None
    found = tuple(by_step[apart[0][1]])
    return Difference(feelings=found, assumed=any(each.point.assumed for each in found))


def _spread(feelings: Sequence[Felt]) -> float:
    values = [each.point.value for each in feelings]
    return round(max(values) - min(values), _PLACES)


def _loss(analysis: Analysis) -> Loss | None:
    there = still_there(analysis)
    if there is None or 100 * fsum(there.lost) < MANY_LOST:
        return None
    at = max(range(len(there.lost)), key=lambda i: there.lost[i])
    others = max((share for i, share in enumerate(there.lost) if i != at), default=0.0)
    shown = there.lost_of_100
    rest = max((count for i, count in enumerate(shown) if i != at), default=0)
    if round(100 * (there.lost[at] - others), _PLACES) < AHEAD or shown[at] - rest < AHEAD:
        return None
    renewed = _renewed(analysis)
    return Loss(
        lost=max(there.all_lost_of_100, shown[at]),
        step=analysis.journey_map.steps[at],
        here=shown[at],
        is_least=there.is_least,
        assumed=there.assumed,
        comes_round=renewed > 0 and abs(renewed - there.of_100[-1]) <= _WHOLE,
        is_cycle=renewed > 0,
        otherwise=bool(analysis.flow and analysis.flow.of_100["neither"]),
        why=one_why(analysis.journey_map.steps[at]),
    )


def _renewed(analysis: Analysis) -> float:
    """Returns how many of 100 come back to the beginning of a cycle; 0 of what is none."""
    framework, flow = analysis.journey_map.framework, analysis.flow
    if flow is None or analysis.of_each or not (framework and framework.cycle):
        return 0.0
    return 100 * fsum(
        flow.steps[exits.step.position].visits * way.share
        for exits in analysis.ways.exits
        for way in exits.ways
        if way.renewed and way.share is not None
    )


def _late(analysis: Analysis) -> Late | None:
    """Returns the deadline that is missed by most, as a multiple of what is allowed."""
    missed = [due for due in analysis.deadlines if due.kept is Kept.MISSED]
    if not missed:
        return None
    return Late(due=max(missed, key=lambda due: due.takes.low / max(due.allowed.high, 1e-9)))


def _waiting(analysis: Analysis) -> Waiting | None:
    if analysis.of_each:
        return None  # whose way it is would have to be said
    steps, main = analysis.journey_map.steps, analysis.times.whole.main
    way = [steps[at] for at in analysis.times.main_way if analysis.times.parents[at] is None]
    waits = [(each, wait) for each in way if (wait := each.step.wait) and wait.planned is not True]
    total = Total(
        low=fsum(wait.time.low for _, wait in waits),
        high=fsum(wait.time.high for _, wait in waits),
        days=fsum(wait.time.days for _, wait in waits),
        known=len(waits),
        of=main[Part.WAITING].of,
        about=any(wait.time.about for _, wait in waits),
        assumed=any(is_assumed(analysis.journey_map, at, wait.evidence) for at, wait in waits),
    )
    known = main[Part.WAITING].known >= MOSTLY * main[Part.WAITING].of
    if not known or total.days < LONG_WAIT or total.days < MOSTLY * main[Part.ELAPSED].days:
        return None
    at, longest = max(waits, key=lambda pair: pair[1].time.days)
    alone = all(
        wait.time.low < longest.time.low and wait.time.high < longest.time.high
        for each, wait in waits
        if each is not at
    )
    return Waiting(total=total, step=at if alone else None, longest=longest if alone else None)


def shortfall(analysis: Analysis) -> Shortfall | None:
    """Returns the step that falls furthest below expectation, where it is far and one alone."""
    worst: dict[int, Rating] = {}
    journey_map = analysis.journey_map
    for who in raters(journey_map):
        for each in ratings(journey_map, who) if who in journey_map.persona_ids else ():
            known = worst.get(each.step.position)
            if each.gap is not None and (known is None or each.gap < (known.gap or 0.0)):
                worst[each.step.position] = each
    gaps = sorted((each.gap or 0.0, position) for position, each in worst.items())
    if len(gaps) < RATED or gaps[0][0] > -FAR_BELOW:
        return None
    if round(gaps[1][0] - gaps[0][0], _PLACES) < ALONE:
        return None
    return Shortfall(rating=worst[gaps[0][1]])
