"""Engagement along the ways, and the point from which on trust carries the journey.

Source: the value chain of Digital Strategy Yoga, one consultancy's model (practitioner).
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from journeymap.analysis import graph
from journeymap.analysis.next_steps import NextSteps, successors
from journeymap.analysis.transitions import Ways, reachable
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.step import Engagement, Moment
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

_LEVELS = tuple(Engagement)
"""The levels, lowest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChange:
    """A change of level between two steps that follow one another; those without one are passed.

    Attributes:
        step: the step from which the way leads.
        to: the step that it leads to.
        way_entry: position of the way in the step's `next`; None where it follows the order.
        levels: by how many levels it rises, 1 to 4; less than zero where it falls.
    """

    step: PlacedStep
    to: PlacedStep
    way_entry: int | None
    levels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How engagement grows along the journey.

    Attributes:
        levels: per step its level; None where none is known.
        first: the steps at which engagement begins: the first ones with a level.
        skipped: where engagement rises by more than one level.
        falls: where it falls, also by a way back; not by one that renews a cycle.
        declared: the steps that the team declares to be the trust inflection point.
        lasting: the steps at `engage` that can be reached and after which no way leads to a lower
            level: from each of them on trust may carry the journey.
        early_rewards: the steps with a reward from which the journey has yet to come to the trust
            inflection point: the first declared one, else the computed one.
        between: per declared one, by its position, the steps with a reward that lie before it and
            not before the computed one.
    """

    levels: tuple[Engagement | None, ...]
    first: tuple[PlacedStep, ...]
    skipped: tuple[LevelChange, ...]
    falls: tuple[LevelChange, ...]
    declared: tuple[PlacedStep, ...]
    lasting: tuple[PlacedStep, ...]
    early_rewards: tuple[PlacedStep, ...]
    between: Mapping[int, tuple[PlacedStep, ...]]

    @property
    def computed(self) -> PlacedStep | None:
        """The first of those that last; None where there is none."""
        return next(iter(self.lasting), None)

    @property
    def point(self) -> PlacedStep | None:
        """The trust inflection point: the first declared one, else the computed one."""
        return self.declared[0] if self.declared else self.computed

    def missed(self, placed_step: PlacedStep) -> tuple[Engagement, ...]:
        """Returns the levels that a journey skips which begins at a step, lowest first.

        Two at least: who begins at the second level may have been told before (house).
        """
        level = self.levels[placed_step.position]
        below = _LEVELS[: _rank(level)] if level else ()
        return below if len(below) > 1 else ()


def trust(journey_map: JourneyMap, ways: Ways) -> Trust | None:
    """Returns how engagement grows along the ways; None where no step has a level.

    Args:
        journey_map: the map.
        ways: its ways.
    """
    levels = each_of(journey_map.engagement, journey_map.steps)
    if not any(levels):
        return None
    following = successors(ways)
    leveled = NextSteps(ways, following, lambda step: levels[step] is not None)
    changes = _changes(journey_map, leveled, levels)
    steps, starts = journey_map.steps, ways.starts if ways.exits else ()
    declared = tuple(
        placed_step for placed_step in steps if Moment.TRUST_INFLECTION in placed_step.step.moment
    )
    lasting = _lasting(journey_map, ways, following, levels)
    rewards = _Rewards(journey_map=journey_map, following=following)
    early = rewards.before(lasting[0] if lasting else None)
    before = {each.position: rewards.before(each) for each in declared}
    return Trust(
        levels=levels,
        first=tuple(steps[i] for i in sorted({i for s in starts for i in leveled.met(s)})),
        skipped=tuple(change for change in changes if change.levels > 1),
        falls=tuple(change for change in changes if change.levels < 0),
        declared=declared,
        lasting=lasting,
        early_rewards=before[declared[0].position] if declared else early,
        between={
            position: tuple(each for each in rewards if each not in early)
            for position, rewards in before.items()
        },
    )


def _rank(level: Engagement) -> int:
    return _LEVELS.index(level)


def _changes(
    journey_map: JourneyMap, leveled: NextSteps, levels: Sequence[Engagement | None]
) -> tuple[LevelChange, ...]:
    found = []
    for placed_step in journey_map.steps:
        level = levels[placed_step.position]
        if level is None:
            continue
        for way in leveled.behind(placed_step.position):
            then = levels[way.to] or level
            change = LevelChange(
                step=placed_step,
                to=journey_map.steps[way.to],
                way_entry=way.entry,
                levels=_rank(then) - _rank(level),
            )
            found.append(change)
    return tuple(found)


def _lasting(
    journey_map: JourneyMap,
    ways: Ways,
    following: graph.Successors,
    levels: Sequence[Engagement | None],
) -> tuple[PlacedStep, ...]:
    lower = [step for step, level in enumerate(levels) if level and _is_lower(level)]
    falling = graph.reach(_reversed(following), lower)
    return tuple(
        journey_map.steps[position]
        for position in sorted(reachable(ways))
        if levels[position] is Engagement.ENGAGE and falling.isdisjoint(following[position])
    )


def _reversed(following: graph.Successors) -> graph.Successors:
    before: list[list[int]] = [[] for _ in following]
    for step, others in enumerate(following):
        for other in others:
            before[other].append(step)
    return before


def _is_lower(level: Engagement) -> bool:
    return _rank(level) < _rank(Engagement.ENGAGE)


@dataclass(frozen=True, kw_only=True)
class _Rewards:
    """The steps with a reward, and what comes before them."""

    journey_map: JourneyMap
    following: graph.Successors

    @cached_property
    def _all(self) -> tuple[PlacedStep, ...]:
        return tuple(each for each in self.journey_map.steps if each.step.reward)

    @cached_property
    def _order(self) -> graph.Order:
        return graph.order(self.following)

    def before(self, point: PlacedStep | None) -> tuple[PlacedStep, ...]:
        """Returns those that lie before a step on every way that passes both."""
        if point is None:
            return ()
        at = point.position
        return tuple(e for e in self._all if self._order.is_later(at, than=e.position))
