"""Two maps of one journey side by side: which steps are the same, new, left out or elsewhere."""

from collections.abc import Iterator, Mapping

from journeymap.compare.difference import longest_rise
from journeymap.compare.match import match
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass


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
    """Sets the steps of two maps side by side.

    A step or stage that is new stands after the one that it follows in the second map.
    """
    found = match(first, second)
    order = _inserted(len(first.stages), len(second.stages), found.stages)
    groups: dict[int, list[Pair]] = {i: [] for i in range(len(order))}
    places = {stage: i for i, pairs in enumerate(order) for stage in enumerate(pairs)}
    for each in _merged(first, second, found.steps):
        side = 0 if each.first else 1
        groups[places[side, each.step.stage.position]].append(each)
    return Pairing(
        stages=tuple(_name(first, second, *stage) for stage in order),
        pairs=tuple(tuple(groups[i]) for i in groups),
    )


def _name(first: JourneyMap, second: JourneyMap, own: int | None, other: int | None) -> str:
    if own is not None:
        return first.stages[own].label
    return second.stages[other].label if other is not None else ""


def _merged(first: JourneyMap, second: JourneyMap, steps: Mapping[int, int]) -> Iterator[Pair]:
    shared = sorted(steps)
    rising = {shared[i] for i in longest_rise([steps[own] for own in shared])}
    for own, other in _inserted(len(first.steps), len(second.steps), steps):
        yield Pair(
            first=None if own is None else first.steps[own],
            second=None if other is None else second.steps[other],
            moved=own in steps and own not in rising,
        )


def _inserted(own: int, other: int, same: Mapping[int, int]) -> list[tuple[int | None, int | None]]:
    """Returns positions in both maps, as the first orders them.

    What only the second has stands after what it follows there.
    """
    order: list[tuple[int | None, int | None]] = [(i, same.get(i)) for i in range(own)]
    shared = set(same.values())
    for j in range(other):
        if j not in shared:
            at = next((i for i, each in enumerate(order, 1) if j and each[1] == j - 1), 0)
            order.insert(at, (None, j))
    return order
