"""Effort that a service costs, as far as the map tells of it.

Drivers named by Dixon, Freeman & Toman, Stop trying to delight your customers, Harvard Business
Review 88 (7/8), 2010; how they are counted is house.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, partial
from itertools import chain

from journeymap.analysis import graph
from journeymap.analysis.given_before import shares_before
from journeymap.analysis.houses import organisation_of, serves_outside
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
from journeymap.model.people import PersonKind
from journeymap.model.stems import Topic, is_document, speaks_of
from journeymap.model.step import Step
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

LONG_WAIT_DAYS = 7.0
"""An unplanned wait of more days is an effort (house)."""
_HOUSES = frozenset({PersonKind.ORGANISATION, PersonKind.PAYER})
"""Who has papers of their own that nobody else can look into."""
_HALF = 0.5
"""More than such a share are most."""
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
        entry: its place in `gives`.
        before: the nearest step that asked for it before, one of the same organisation first.
        before_entry: position in that step's `gives`.
        by_most: whether most of those who come have given it there, and not all.
        apart: whether another house asked there that has to do with this one, or nobody knows who
            asks here, and no hand-off lists it.
        handed: where others hand over to the house that asks, without it; None where none does.
        check: whether it may be asked again for safety's sake; then nobody calls it an effort.
    """

    step: PlacedStep
    item: str
    entry: int
    before: PlacedStep
    before_entry: int
    by_most: bool = False
    apart: bool = False
    handed: PlacedStep | None = None
    check: bool = False


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
    before it, which no way here avoids, have in `gives` as well; or one that most of those who come
    here have passed. Papers that another organisation stamps, certifies, translates or checks are
    shown to it and not given; a letter, a notice or what is signed was given to whom it was given,
    and another house asks for it again only where a hand-off joins the two.
    """
    asking = _Asking(journey_map, ways)
    found = (
        asked
        for item, entries in _given(journey_map).items()
        if len(entries) > 1
        for asked in _again(asking, item, entries)
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


class _Asking:
    """A map whose steps ask, with what of it is asked for again and again."""

    def __init__(self, journey_map: JourneyMap, ways: Ways) -> None:
        self._map, self._ways = journey_map, ways
        self._order = order_of(ways)
        self._from_start = [
            any(self._order.leads(start, to=each.position) for start in ways.starts)
            for each in journey_map.steps
        ]
        self.house = cache(self._house)
        self.confirmed = cache(self._confirmed)
        self._without = cache(self._without_step)
        self._shares = cache(partial(shares_before, ways))
        self._handed = [
            (each.position, organisation_of(journey_map, journey_map.person_id(said.to)), said)
            for each in journey_map.steps
            for said in each.step.handoff
        ]
        self._joined = {frozenset({self.house(at), to}) for at, to, _ in self._handed}

    def step(self, position: int) -> PlacedStep:
        """Returns a step by its place."""
        return self._map.steps[position]

    def _house(self, position: int) -> str | None:
        """Returns the id of the organisation that serves at a step."""
        party = self._map.serving(self.step(position))
        return organisation_of(self._map, party) if party else None

    def is_paper(self, item: str) -> bool:
        """Tells whether an item is a paper that is made out to somebody."""
        return is_document(self._map.information.label_of(item))

    def is_apart(self, before: int, position: int, item: str) -> bool:
        """Tells whether another house serves than at a step before, and is handed no item."""
        house, known = self.house(position), self._map.information
        to_it = (said for at, to, said in self._handed if before <= at < position and to == house)
        listed = ({*map(known.id_of, (*said.needs, *said.carries))} for said in to_it)
        return house != self.house(before) and all(each and item not in each for each in listed)

    def handed_at(self, position: int) -> PlacedStep | None:
        """Returns the last step before one at which another house hands over to the one there."""
        house = self.house(position)
        to_it = [at for at, to, _ in self._handed if at < position and to == house is not None]
        return next((self.step(at) for at in reversed(to_it) if self.house(at) != house), None)

    def are_strangers(self, before: int, position: int) -> bool:
        """Tells whether two houses have nothing to do with one another, and none of them is care.

        No hand-off of the map joins them, so that the one cannot know what the other was told.
        Of single people nobody knows whose house they are.
        """
        if self._competes(before) != self._competes(position):
            return True
        pair = frozenset(filter(None, {self.house(before), self.house(position)}))
        if len(pair) == 1 or pair in self._joined or not all(map(self._is_house, pair)):
            return False
        return bool(pair) and not (self.cares(before) or self.cares(position))

    def _competes(self, position: int) -> bool:
        step = self.step(position).step
        people = (*step.with_, *([step.actor] if step.actor else []))
        found = map(self._map.find_stakeholder, people)
        return any(each and each.item.kind is PersonKind.COMPETITOR for each in found)

    def _is_house(self, who: str) -> bool:
        found = self._map.find_stakeholder(who)
        return found is not None and found.item.kind in _HOUSES

    def cares(self, position: int) -> bool:
        """Tells whether a clinician serves at a step."""
        who = self._map.find_stakeholder(self._map.serving(self.step(position)) or "")
        return who is not None and who.item.kind is PersonKind.CLINICIAN

    def is_strange(self, before: int, position: int) -> bool:
        """Tells whether an outsider asked before, and nobody knows who asks at a step."""
        return self.house(position) is None and serves_outside(self._map, self.step(before))

    def is_check(self, before: int, position: int, name: str) -> bool:
        """Tells whether something may be asked at a step for safety's sake, or by its duty.

        Another house than the one that asked before has to see for itself who somebody is.
        """
        placed_step, label = self.step(position), self._map.information.label_of(name)
        house = self.house(position)
        if house is not None and house != self.house(before) and speaks_of(Topic.IDENTITY, label):
            return True
        at_body = self.cares(position) or speaks_of(Topic.BODY, placed_step.label)
        return at_body and speaks_of(Topic.SAFETY, label)

    def did_most(self, before: int, position: int) -> bool:
        """Tells whether most of those who come to a step have passed another one before."""
        return self._shares(before)[position] > _HALF

    def _confirmed(self, position: int) -> frozenset[str]:
        return frozenset(map(self._map.information.id_of, self.step(position).step.confirms))

    def _without_step(self, position: int) -> frozenset[int]:
        """Returns what is reached without passing a step."""
        return graph.reach(self._ways.successors, self._ways.starts, stops=(position,))

    def follow(self, steps: Collection[int]) -> frozenset[int]:
        """Returns the steps before which one of some steps comes on every way."""
        return before_on_every_way(self._ways, steps)

    def is_before(self, step: int, position: int) -> bool:
        """Tells whether a way leads over one step to another, and not over that one before."""
        if step == position or not self._order.leads(step, to=position):
            return False
        looped = self._order.leads(position, to=step)
        return self._from_start[step] and (not looped or step in self._without(position))


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """The steps whose asking counts for one another.

    Attributes:
        after: the steps before which one of them comes on every way.
        steps: their places, in order.
        of_house: the same by the organisation that serves there.
    """

    after: frozenset[int]
    steps: Sequence[int]
    of_house: Mapping[str | None, Sequence[int]]


def _kept(asking: _Asking, steps: Iterable[int]) -> _Kept:
    own = sorted(steps)
    houses: defaultdict[str | None, list[int]] = defaultdict(list)
    for at in own:
        houses[asking.house(at)].append(at)
    return _Kept(after=asking.follow(own), steps=own, of_house=houses)


def _again(asking: _Asking, item: str, entries: Mapping[int, int]) -> Iterator[Asked]:
    shown = [at for at in entries if speaks_of(Topic.SHOWN, asking.step(at).label)]
    paper = asking.is_paper(item)
    known: dict[object, _Kept] = {}
    for position, entry in entries.items():
        if item in asking.confirmed(position):
            continue
        house = asking.house(position)
        # Papers that others only stamp or check go back to the persona: nobody here has them yet.
        whose = position if paper else (house, asking.cares(position))
        if whose not in known:
            elsewhere = {at for at in shown if house is None or asking.house(at) != house}
            elsewhere |= {at for at in entries if asking.are_strangers(at, position)}
            if paper:
                elsewhere |= {at for at in entries if asking.is_apart(at, position, item)}
            known[whose] = _kept(asking, (at for at in entries if at not in elsewhere))
        kept = known[whose]
        nearest = _nearest(kept, house, position)
        before = next((each for each in nearest if asking.is_before(each, position)), None)
        on_every_way = position in kept.after
        if (
            before is None
            or asking.is_strange(before, position)
            or not (on_every_way or asking.did_most(before, position))
        ):
            continue
        yield Asked(
            step=asking.step(position),
            item=item,
            entry=entry,
            before=asking.step(before),
            before_entry=entries[before],
            by_most=not on_every_way,
            apart=asking.house(before) is not None and asking.is_apart(before, position, item),
            handed=asking.handed_at(position),
            check=asking.is_check(before, position, item),
        )


def _nearest(kept: _Kept, house: str | None, position: int) -> Iterator[int]:
    """Walks the steps that asked, those of a known organisation first, the last before a step."""
    own = kept.of_house.get(house, ()) if house is not None else ()
    for steps in (own, kept.steps):
        at = bisect_left(steps, position)
        for i in chain(range(at - 1, -1, -1), range(len(steps) - 1, at - 1, -1)):
            yield steps[i]


def efforts(ways: Ways, again: Iterable[Asked]) -> tuple[StepEffort, ...]:
    """Returns what makes each step laborious, in order of the steps.

    Args:
        ways: the ways of the map.
        again: what is asked again.
    """
    laborious = {asked.step.position for asked in again if not asked.check}

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
