"""Two maps of one journey side by side: which steps are the same, new, left out or elsewhere."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from journeymap.model.map import JourneyMap, PlacedStep
from journeymap.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A step in both maps, or in one of them.

    Attributes:
        first: the step in the first map; None where it is new.
        second: the step in the second map; None where it was left out.
        moved: whether it stands elsewhere among the steps that both maps have.
    """

    first: PlacedStep | None
    second: PlacedStep | None
    moved: bool = False

    @property
    def step(self) -> PlacedStep:
        """The step of the first map, else that of the second."""
        found = self.first or self.second
        if found is None:
            raise ValueError("a pair has a step")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two maps of one journey.

    Attributes:
        stages: names of the stages of both, those of the first where they agree.
        pairs: steps by position of their stage in `stages`, in order.
    """

    stages: tuple[str, ...]
    pairs: tuple[tuple[Pair, ...], ...]


def pair(first: JourneyMap, second: JourneyMap) -> Pairing:
    """Sets the steps of two maps side by side, by their ids.

    A step that is new stands after the one that it follows in the second map.
    """
    merged = _merged(first, second)
    order = _inserted([stage.id for stage in first.stages], [stage.id for stage in second.stages])
    labels = {stage.id: stage.label for stage in (*second.stages, *first.stages)}
    groups: dict[str, list[Pair]] = {stage: [] for stage in order}
    for each in merged:
        groups[each.step.stage.id].append(each)
    return Pairing(
        stages=tuple(labels[stage] for stage in order),
        pairs=tuple(tuple(groups[stage]) for stage in order),
    )


def _merged(first: JourneyMap, second: JourneyMap) -> list[Pair]:
    firsts = {step.id: step for step in first.steps}
    seconds = {step.id: step for step in second.steps}
    moved = _moved(firsts, seconds)
    order = _inserted(list(firsts), list(seconds))
    return [
        Pair(first=firsts.get(step), second=seconds.get(step), moved=step in moved)
        for step in order
    ]


def _inserted(own: Sequence[str], other: Sequence[str]) -> list[str]:
    """Returns ids in their order, with those of another list after the ones that they follow."""
    order = list(own)
    for i, name in enumerate(other):
        if name not in order:
            before = other[i - 1] if i else None
            order.insert(order.index(before) + 1 if before else 0, name)
    return order


def _moved(firsts: Mapping[str, PlacedStep], seconds: Mapping[str, PlacedStep]) -> frozenset[str]:
    """Returns the fewest steps that, taken out, leave both maps in the same order."""
    shared = [step for step in firsts if step in seconds]
    places = [seconds[step].position for step in shared]
    return frozenset(shared) - {shared[i] for i in _longest_rise(places)}


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Returns positions of a longest increasing subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [i]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
