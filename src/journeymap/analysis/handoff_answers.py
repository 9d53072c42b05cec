"""Which declared hand-offs answer a change of the serving party.

Each hand-off is looked at once a map, and not once a change.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from enum import Enum

from journeymap.model.unread import PartlyRead, UnreadError
from journeymap.quick_dataclass import dataclass


class _Giver(Enum):
    """Stands for who serves where that could not be read."""

    UNKNOWN = 0


_Serves = str | _Giver | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A declared hand-off, as far as it answers a change.

    Attributes:
        to: position of the step at which the taker serves next; None where they do not.
        party: id of the taker's organisation.
        carries: whether it carries something, and all that the taker needs.
    """

    to: int | None
    party: str
    carries: bool


class Answers:
    """The declared hand-offs of a map, by where they stand, lead to and who takes over."""

    def __init__(
        self, declared: tuple[tuple[Answer, ...], ...], organisations: tuple[str | None, ...]
    ) -> None:
        """Looks at the hand-offs that a map declares.

        Args:
            declared: per step the hand-offs that it declares.
            organisations: per step the id of the organisation that serves.
        """
        self._organisations = organisations
        self._unread: list[int] = []
        self._targets: defaultdict[int, list[int | None]] = defaultdict(list)
        self._givers: defaultdict[int, set[_Serves]] = defaultdict(set)
        self._carried: defaultdict[str, list[int]] = defaultdict(list)
        self._served: defaultdict[_Serves, list[int]] = defaultdict(list)
        self._last: dict[tuple[str, _Serves], int] = {}
        entries: Iterator[tuple[object, object]] = zip(
            tuple.__iter__(organisations), tuple.__iter__(declared), strict=True
        )
        for position, (serves, said) in enumerate(entries):
            here = _Giver.UNKNOWN if isinstance(serves, UnreadError) else organisations[position]
            self._served[here].append(position)
            if isinstance(said, UnreadError):
                self._unread.append(position)
                continue
            for each in declared[position]:
                self._add(each, position, here)

    def _add(self, answer: Answer, position: int, giver: _Serves) -> None:
        self._targets[position].append(answer.to)
        if answer.to is not None:
            self._givers[answer.to].add(giver)
        self._last[answer.party, giver] = position
        if answer.carries:
            self._carried[answer.party].append(position)

    def is_answered(self, start: int, end: int, passed: Callable[[], frozenset[int]]) -> bool:
        """Tells whether a declared hand-off stands for a change of the serving party.

        It stands at the sending step or at one that is passed, or at an earlier one of the giver's.

        Args:
            start: position of the sending step.
            end: position of the step at which another party serves next.
            passed: returns the positions of the steps that are passed in between.

        Raises:
            UnreadError: the answer depends on what could not be read.
        """
        _refuse(known=not self._unread)
        givers = self._givers.get(end, set())
        if not self._targets or self._organisations[start] in givers:
            return bool(self._targets)
        near = sorted(passed() | {start})
        told = [to for step in near for to in self._targets.get(step, ())]
        if any(to is None or self._organisations[to] == self._organisations[end] for to in told):
            return True
        _refuse(known=_Giver.UNKNOWN not in givers)
        return False

    def is_told_before(self, end: int, party: str) -> bool:
        """Tells whether a party was handed all that it needs, by whomever, before it first serves.

        Raises:
            UnreadError: the answer depends on what could not be read.
        """
        carried, served = self._carried.get(party, []), self._served.get(party, [])
        last = bisect_left(carried, end)
        before = bisect_left(served, end)
        if last and not (before and served[before - 1] > carried[last - 1]):
            _refuse(known=type(self._organisations) is not PartlyRead)
            return True
        _refuse(known=not any(position < end for position in self._unread[:1]))
        return False

    def is_closed_later(self, start: int, party: str | None) -> bool:
        """Tells whether who serves at a step, or nobody, hands over to a party later on.

        Raises:
            UnreadError: the answer depends on what could not be read.
        """
        if any(self._hands_over(start, party, own) for own in (self._organisations[start], None)):
            return True
        _refuse(known=not any(position > start for position in self._unread[-1:]))
        _refuse(known=not self._hands_over(start, party, _Giver.UNKNOWN))
        return False

    def _hands_over(self, start: int, party: str | None, giver: _Serves) -> bool:
        return self._last.get((party or "", giver), start) > start


def _refuse(*, known: bool) -> None:
    if not known:
        raise UnreadError
