"""What comes next along the ways, where only some of the steps count.

A way that renews a cycle completes the journey: what comes behind it belongs to the next one.
"""

from collections.abc import Callable, Collection, Sequence

from journeymap.analysis import graph
from journeymap.analysis.transitions import Transition, Ways
from journeymap.model.unread import UnreadError
from journeymap.quick_dataclass import dataclass

_Met = frozenset[int] | UnreadError
"""The steps that are met first; why they are unknown, where they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """A way from a step to the next one that counts.

    Attributes:
        to: position of that step.
        first: position of the step that the way leads to at once, whether or not that one counts.
        entry: position in `next` of the way by which it begins; None where it follows the order.
    """

    to: int
    first: int
    entry: int | None


def successors(ways: Ways) -> graph.Successors:
    """Returns per step the steps that an open way leads to within the same round of a cycle."""
    return tuple(
        tuple(way.target for way in exits.ways if way.target is not None and _goes_on(way))
        for exits in ways.exits
    )


def _goes_on(way: Transition) -> bool:
    return way.is_open and not way.renewed


class NextSteps:
    """The steps that count and come next along the ways, for any number of questions.

    What is met behind a step is found once, whichever step before it is asked about.
    """

    def __init__(
        self,
        ways: Ways,
        following: graph.Successors,
        counts: Callable[[int], bool],
        among: "NextSteps | None" = None,
    ) -> None:
        """Begins with nothing found.

        Args:
            ways: the ways.
            following: `successors` of them.
            counts: tells of a position whether that step counts.
            among: finds steps of which some count: those that it passes do not, and are not asked
                about again.
        """
        self._ways, self._following = ways, following
        self._counts, self._among = counts, among
        self._met: dict[int, _Met] = {}

    def behind(self, start: int) -> tuple[Onward, ...]:
        """Returns the steps that count and come next behind a step, each once, in their order.

        Args:
            start: position of the step, which counts itself where a way leads back to it.

        Raises:
            UnreadError: which of the steps behind it count could not be read.
        """
        found: dict[int, Onward] = {}
        for way in self._ways.exits[start].ways:
            if way.target is not None and _goes_on(way):
                for to in self.met(way.target):
                    found.setdefault(to, Onward(to=to, first=way.target, entry=way.entry))
        return tuple(found[to] for to in sorted(found))

    def met(self, start: int) -> frozenset[int]:
        """Returns the steps that count and are met first from a step on: itself where it counts.

        Raises:
            UnreadError: which of them count could not be read.
        """
        starts = (start,) if self._among is None else self._among.met(start)
        for each in starts:
            if each not in self._met:
                self._find(each)
        met = _together([self._met[each] for each in starts])
        if isinstance(met, UnreadError):
            raise UnreadError(*met.args)  # a new one: each raise adds to the traceback
        return met

    def passed(self, way: Onward) -> frozenset[int]:
        """Returns the positions of the steps that do not count and that a way leads to first."""
        met = self.met(way.first)
        return graph.reach(self._following, (way.first,), met) - met

    def _find(self, start: int) -> None:
        """Finds what is met from a step on, and from all that are passed behind it."""
        numbers: dict[int, int] = {}
        leads: list[Collection[int]] = []
        waiting = [start]
        while waiting:
            step = waiting.pop()
            if step in self._met or step in numbers:
                continue
            try:
                if self._counts(step):
                    self._met[step] = frozenset((step,))
                    continue
                following = self._next(step)
            except UnreadError as error:
                self._met[step] = error.with_traceback(None)
                continue
            numbers[step] = len(leads)
            leads.append(following)
            waiting += following
        self._share(tuple(numbers), numbers, leads)

    def _share(
        self, steps: Sequence[int], numbers: dict[int, int], leads: Sequence[Collection[int]]
    ) -> None:
        """Hands what is met behind steps on to those that lead to them, loop by loop."""
        inner = [[numbers[to] for to in following if to in numbers] for following in leads]
        for component in graph.components(inner):
            behind = (to for number in component for to in leads[number] if to in self._met)
            met = _together([self._met[to] for to in behind])
            self._met.update((steps[number], met) for number in component)

    def _next(self, step: int) -> Collection[int]:
        following = self._following[step]
        if self._among is None:
            return following
        return frozenset().union(*map(self._among.met, following))


def _together(several: Sequence[_Met]) -> _Met:
    """Returns what is met on any of several ways; unknown where it is on one of them."""
    most: frozenset[int] = frozenset()
    for each in several:
        if isinstance(each, UnreadError):
            return each
        if not each <= most:
            most = each if most <= each else most | each
    return most
