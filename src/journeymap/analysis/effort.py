"""Effort that a service costs, as far as the map tells of it.

Drivers named by Dixon, Freeman & Toman, Stop trying to delight your customers, Harvard Business
Review 88 (7/8), 2010; how they are counted is house.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from journeymap.analysis import graph
from journeymap.analysis.handoffs import organisation_of
from journeymap.analysis.transitions import (
    Transition,
    Transitions,
    Ways,
    before_on_every_way,
    order_of,
)
from journeymap.analysis.used_up import used_up
from journeymap.model.between import Wait
from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.step import Step
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

LONG_WAIT_DAYS = 7.0
"""An unplanned wait of more days is an effort (house)."""
_MANY = 0.2
"""Of so many who are sent back without a reason nobody may say that it is the treatment; house."""


class EffortKind(StrEnum):
    """What makes a step laborious.

    Attributes:
        ASKED_TWICE: information is given again.
        CHANNEL_IN_VAIN: another channel was tried in vain first.
        LONG_WAIT: an unplanned wait of more than a week follows.
        WAY_BACK: some have to go back from here, and not as planned.
    """

    ASKED_TWICE = "asked-twice"
    CHANNEL_IN_VAIN = "channel-in-vain"
    LONG_WAIT = "long-wait"
    WAY_BACK = "way-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Information that is asked for although it was given before, whichever way was taken.

    Attributes:
        step: the step at which it is given again.
        item: id of the information.
        entry: position in the step's `gives`.
        before: the nearest step that asked for it before, one of the same organisation first.
        before_entry: position in that step's `gives`.
    """

    step: PlacedStep
    item: str
    entry: int
    before: PlacedStep
    before_entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEffort:
    """What makes one step laborious.

    Attributes:
        step: the step.
        kinds: each kind of effort once.
    """

    step: PlacedStep
    kinds: tuple[EffortKind, ...]


def known(journey_map: JourneyMap) -> bool:
    """Tells whether a map says anything of effort: what is asked or told, or how long one waits."""
    return any(_tells(placed_step.step) for placed_step in journey_map.steps)


def _tells(step: Step) -> bool:
    return bool(step.gives or step.confirms or step.gets or step.reuses or step.wait or step.waits)


def asked_twice(journey_map: JourneyMap, ways: Ways) -> tuple[Asked, ...]:
    """Returns what is asked again, by step and entry.

    That is what a step has in `gives` and not in `confirms`, and what one or several steps
    before it, which no way here avoids, have in `gives` as well. Papers that another organisation
    stamps, certifies, translates or checks are shown to it and not given.
    """
    order = order_of(ways)
    found = (
        asked
        for item, entries in _given(journey_map).items()
        if len(entries) > 1
        for asked in _again(journey_map, ways, order, item, entries)
    )
    return tuple(sorted(found, key=lambda asked: (asked.step.position, asked.entry)))


def _given(journey_map: JourneyMap) -> Mapping[str, Mapping[int, int]]:
    """Returns per item the steps that ask the persona for it, with its first entry in `gives`.

    What is used up where it is asked for, as a signature, is none.
    """
    known = journey_map.information
    given: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for placed_step in journey_map.steps:
        asked = () if placed_step.step.offstage else placed_step.step.gives
        for entry, name in enumerate(asked):
            if not used_up(known, name):
                given[known.id_of(name)].setdefault(placed_step.position, entry)
    return given


def _again(
    journey_map: JourneyMap,
    ways: Ways,
    order: graph.Order,
    item: str,
    entries: Mapping[int, int],
) -> Iterator[Asked]:
    shown = {at for at in entries if speaks_of(Topic.SHOWN, journey_map.steps[at].label)}
    for position, entry in entries.items():
        placed_step = journey_map.steps[position]
        confirmed = {journey_map.information.id_of(name) for name in placed_step.step.confirms}
        house = _house(journey_map, placed_step)
        # Papers that others only stamp or check go back to the persona: nobody here has them yet.
        elsewhere = {at for at in shown if not _is_of(house, journey_map, journey_map.steps[at])}
        kept = {at for at in entries if at == position or at not in elsewhere}
        if position not in before_on_every_way(ways, kept) or item in confirmed:
            continue
        before = max(
            (giver for giver in kept if _is_before(ways, order, giver, position)),
            key=lambda giver: (
                _is_of(house, journey_map, journey_map.steps[giver]),
                giver < position,
                giver,
            ),
        )
        yield Asked(
            step=placed_step,
            item=item,
            entry=entry,
            before=journey_map.steps[before],
            before_entry=entries[before],
        )


def _is_of(house: str | None, journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a known organisation serves at a step."""
    return house is not None and _house(journey_map, placed_step) == house


def _house(journey_map: JourneyMap, placed_step: PlacedStep) -> str | None:
    """Returns the id of the organisation that serves at a step."""
    party = journey_map.serving(placed_step)
    return organisation_of(journey_map, party) if party else None


def _is_before(ways: Ways, order: graph.Order, step: int, position: int) -> bool:
    """Tells whether a way leads over one step to another, and not over that one before."""
    begun = any(order.leads(start, to=step) for start in ways.starts)
    if step == position or not order.leads(step, to=position) or not begun:
        return False
    looped = order.leads(position, to=step)
    return not looped or step in graph.reach(ways.successors, ways.starts, stops=(position,))


def efforts(ways: Ways, again: Iterable[Asked]) -> tuple[StepEffort, ...]:
    """Returns what makes each step laborious, in order of the steps.

    Args:
        ways: the ways of the map.
        again: what is asked again.
    """
    laborious = {asked.step.position for asked in again}

    def effort(exits: Transitions) -> StepEffort:
        again = exits.step.position in laborious
        return StepEffort(step=exits.step, kinds=tuple(_kinds(ways, exits, again=again)))

    return each_of(effort, ways.exits)


def ways_back(ways: Ways, exits: Transitions) -> tuple[Transition, ...]:
    """Returns the ways on which people have to do again what they did before.

    To renew a cycle is none, nor is what is planned, as the way says or, where it says nothing, as
    the wait behind the step that it leads to: three more months of the tablets until the next
    control are the treatment, not its failure. That many are sent back from a step that hurts, and
    nobody says why, is no such plan.

    Args:
        ways: the ways of the map.
        exits: those out of the step that people go back from.
    """
    return tuple(
        way
        for way in exits.ways
        if way.back and way.is_open and not way.renewed and not _is_planned(ways, exits, way)
    )


def _is_planned(ways: Ways, exits: Transitions, way: Transition) -> bool:
    said = None if way.entry is None else exits.step.step.next[way.entry].planned
    if said is not None:
        return said
    wait = None if way.target is None else ways.exits[way.target].step.step.wait
    return wait is not None and bool(wait.planned) and not _is_failure(exits, way)


def _is_failure(exits: Transitions, way: Transition) -> bool:
    reason = None if way.entry is None else exits.step.step.next[way.entry].why
    return (way.share or 0.0) >= _MANY and not reason and bool(exits.step.pains)


def long_wait(step: Step) -> tuple[str, Wait] | None:
    """Returns the longest unplanned wait of more than a week behind a step, with whose it is.

    It is nobody's but everybody's where personas are not told apart.
    """
    each = step.waits or ({PERSONA: step.wait} if step.wait else {})
    long = (
        (who, wait)
        for who, wait in each.items()
        if not wait.planned and wait.time.exceeds(LONG_WAIT_DAYS)
    )
    return max(long, key=lambda own: own[1].time.days, default=None)


def _kinds(ways: Ways, exits: Transitions, *, again: bool) -> Iterator[EffortKind]:
    step = exits.step.step
    if again:
        yield EffortKind.ASKED_TWICE
    if step.instead_of:
        yield EffortKind.CHANNEL_IN_VAIN
    if long_wait(step):
        yield EffortKind.LONG_WAIT
    if ways_back(ways, exits):
        yield EffortKind.WAY_BACK
