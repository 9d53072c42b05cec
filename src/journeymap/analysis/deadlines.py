"""Deadlines (`within`): whether steps begin in time, as far as times are recorded."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from heapq import heappop, heappush
from math import fsum, inf

from journeymap.analysis.beside import NO_TIME, Span, parents, roots, span_of
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.transitions import Ways
from journeymap.model.fields import Duration
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import collected
from journeymap.quick_dataclass import dataclass

_MOST, _FAR = 200, 60
"""Ways of more different lengths, or over more steps, are not told apart: it would take long."""
_PLACES = 9
"""Decimal places to which times are compared: parts of a day are not exact in binary."""


class Kept(StrEnum):
    """Whether a deadline is kept.

    Attributes:
        MET: even the longest time recorded, over all ways ahead, is short enough.
        MISSED: even the shortest time recorded is longer.
        UNKNOWN: some times are longer, or not recorded.
    """

    MET = "met"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline, and how long it takes.

    Attributes:
        step: the step that is to begin in time.
        after: the step from whose end on it counts.
        allowed: how long it may take.
        takes: how long it takes; at least `low` days, at most `high`.
        assumed: whether a time on the way there is assumed.
        late: how many of those who come there, 0 to 1, miss it by the shortest times recorded on
            their way; None where the shares there are not known.
        late_takes: the shortest time, in days, of those who miss it; 0 where nobody does.
    """

    step: PlacedStep
    after: PlacedStep
    allowed: Duration
    takes: Span
    assumed: bool
    late: float | None = None
    late_takes: float = 0.0

    @property
    def kept(self) -> Kept:
        """Whether it is kept; of a range the later end counts."""
        allowed = round(self.allowed.high, _PLACES)
        if round(self.takes.low, _PLACES) > allowed:
            return Kept.MISSED
        return Kept.MET if round(self.takes.high, _PLACES) <= allowed else Kept.UNKNOWN


def deadlines(journey_map: JourneyMap, ways: Ways) -> tuple[Due, ...]:
    """Returns the deadlines of a map whose beginning is known and leads to their step."""
    line = _Line(journey_map=journey_map, ways=ways, parents=parents(journey_map))
    due = (line.due(placed_step) for placed_step in journey_map.steps)
    return collected(each for each in due if each)


def begins_after(
    journey_map: JourneyMap, placed_step: PlacedStep, parents: Sequence[int | None]
) -> PlacedStep | None:
    """Returns the step from whose end on a deadline counts; None where there is none.

    That is the one named, else the step before; for a step of the main line the one of it.
    """
    within, position = placed_step.step.within, placed_step.position
    if within is None:
        return None
    if within.after:
        return journey_map.find_step(within.after)
    if not position:
        return None
    is_main = parents[position] is None
    return journey_map.steps[roots(parents)[position - 1] if is_main else position - 1]


@dataclass(frozen=True, kw_only=True)
class _Line:
    """The main line of a map, with what runs beside its steps."""

    journey_map: JourneyMap
    ways: Ways
    parents: Sequence[int | None]

    def due(self, placed_step: PlacedStep) -> Due | None:
        """Returns the deadline of a step, if it has one that counts from somewhere before it."""
        within = placed_step.step.within
        after = begins_after(self.journey_map, placed_step, self.parents)
        if within is None or after is None or after.position == placed_step.position:
            return None
        takes = self._between(after.position, placed_step.position)
        if takes is None:
            return None
        late, late_takes = self._late(after.position, placed_step.position, within.time.high)
        return Due(
            step=placed_step,
            after=after,
            allowed=within.time,
            takes=takes,
            assumed=self._is_assumed(after.position, placed_step.position),
            late=late,
            late_takes=late_takes,
        )

    def _is_assumed(self, after: int, until: int) -> bool:
        """Tells whether a wait or a duration between two steps is assumed."""
        return any(
            figure and is_assumed(self.journey_map, each, figure.evidence)
            for each in self.journey_map.steps[after:until]
            for figure in (each.step.wait, each.step.duration if each.position > after else None)
        )

    def _between(self, after: int, until: int) -> Span | None:
        """Returns the time from the end of a step to the beginning of another one."""
        root, target = self._roots[after], self._roots[until]
        if root == target:
            return self._begins[until].less(self._ends[after])
        low = self._shortest(root, target)
        if low is None:
            return None
        between = Span(low=low, high=self._longest(root, target))
        return self._rest(after) + between + self._begins[until]

    def _late(self, after: int, until: int, allowed: float) -> tuple[float | None, float]:
        """Returns the share of those who come to a step too late, and their shortest time.

        A way back is left out, as whoever takes it comes later still.
        """
        arrived = self._arrivals(after, until)
        whole = fsum(arrived.values()) if arrived else 0.0
        if not arrived or not whole:
            return None, 0.0
        rest, begins = self._rest(after).low, self._begins[until].low
        times = {rest + gone + begins: share for gone, share in arrived.items()}
        missed = {
            each: share
            for each, share in times.items()
            if round(each, _PLACES) > round(allowed, _PLACES)
        }
        return fsum(missed.values()) / whole, min(missed, default=0.0)

    def _arrivals(self, after: int, until: int) -> Mapping[float, float] | None:
        """Returns the shares of those who go ahead between two steps, by the least time it takes.

        None where a share is not known, one of the two runs beside another step, or ways are many.
        """
        is_main = self.parents[after] is None and self.parents[until] is None
        if not is_main or until - after > _FAR:
            return None
        there: dict[int, dict[float, float]] = {after: {0.0: 1.0}}
        for at in range(after, until):
            gone = there.pop(at, {})
            exits = self.ways.exits[at]
            ahead = [way for way in exits.ways if way.target and way.target > at]
            dealt_out = len(ahead) > 1 and not exits.stated
            if gone and (dealt_out or any(way.share is None for way in ahead)):
                return None
            adds = 0.0 if at == after or self.parents[at] is not None else self._sums[1][at].low
            for way in ahead:
                own = there.setdefault(way.target or 0, {})
                for time, share in gone.items():
                    key = round(time + adds, _PLACES)
                    own[key] = own.get(key, 0.0) + share * (way.share or 0.0)
                if len(own) > _MOST:
                    return None
        return there.get(until)

    @cached_property
    def _roots(self) -> tuple[int, ...]:
        return roots(self.parents)

    @cached_property
    def _active(self) -> tuple[Span, ...]:
        durations = (each.step.duration for each in self.journey_map.steps)
        return tuple(span_of(each.time if each else None) for each in durations)

    @cached_property
    def _waits(self) -> tuple[Span, ...]:
        """Per step the wait after it; what runs beside another step has none of its own."""
        waits = (each.step.wait for each in self.journey_map.steps)
        return tuple(
            span_of(wait.time if wait else None) if parent is None else NO_TIME
            for wait, parent in zip(waits, self.parents, strict=True)
        )

    @cached_property
    def _sums(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Per step how long all takes that runs beside it, and it with all of that."""
        aside, whole = [NO_TIME] * len(self.parents), [NO_TIME] * len(self.parents)
        for at in reversed(range(len(self.parents))):
            whole[at] = (self._active[at] + self._waits[at]).beside(aside[at])
            parent = self.parents[at]
            if parent is not None:
                aside[parent] += whole[at]
        return tuple(aside), tuple(whole)

    @cached_property
    def _begins(self) -> tuple[Span, ...]:
        """Per step when it begins, from the beginning of its step of the main line on."""
        begins: list[Span] = []
        gone: dict[int, Span] = {}
        for at, parent in enumerate(self.parents):
            begins.append(NO_TIME if parent is None else begins[parent] + gone.get(parent, NO_TIME))
            if parent is not None:
                gone[parent] = gone.get(parent, NO_TIME) + self._sums[1][at]
        return tuple(begins)

    @cached_property
    def _ends(self) -> tuple[Span, ...]:
        return tuple(a + b for a, b in zip(self._begins, self._active, strict=True))

    def _rest(self, at: int) -> Span:
        """Returns the time from the end of a step until the main line goes on."""
        if self.parents[at] is None:
            return self._waits[at].beside(self._sums[0][at].less(self._active[at]))
        return self._sums[1][self._roots[at]].less(self._ends[at])

    @cached_property
    def _following(self) -> Mapping[int, frozenset[int]]:
        """Per step of the main line those that follow it."""
        following: dict[int, set[int]] = {root: set() for root in self._roots}
        for at, successors in enumerate(self.ways.successors):
            following[self._roots[at]].update(self._roots[to] for to in successors)
        return {root: frozenset(to - {root}) for root, to in following.items()}

    def _shortest(self, start: int, target: int) -> float | None:
        """Returns the least that passes between two steps of the main line; None without a way."""
        heap = [(0.0, to) for to in sorted(self._following[start])]
        seen: set[int] = set()
        while heap:
            gone, at = heappop(heap)
            if at == target:
                return gone
            if at in seen:
                continue
            seen.add(at)
            for to in self._following[at]:
                heappush(heap, (gone + self._sums[1][at].low, to))
        return None

    def _longest(self, start: int, target: int) -> float:
        """Returns the most that passes on the ways ahead between two steps of the main line."""
        most = {target: 0.0}
        for at in sorted((each for each in self._following if start < each < target), reverse=True):
            ahead = [most[to] for to in self._following[at] if to > at and to in most]
            if ahead:
                most[at] = self._sums[1][at].high + max(ahead)
        ahead = [most[to] for to in self._following[start] if to > start and to in most]
        return max(ahead, default=inf)
