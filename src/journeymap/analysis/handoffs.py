"""Hand-offs: where somebody passes from one serving party to another, and what goes along.

A change of the serving party along a way is a hand-off; steps without one are passed over, and
between people of one organisation nothing is handed over, nor where the persona herself goes from
one to the other. What `handoff` declares is one as well.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property, partial
from math import fsum, inf

from journeymap.analysis import graph
from journeymap.analysis.beside import parent
from journeymap.analysis.handoff_answers import Answer, Answers
from journeymap.analysis.houses import is_organisation, organisation_of
from journeymap.analysis.next_steps import NextSteps, Onward, successors
from journeymap.analysis.transitions import Ways, once_along
from journeymap.analysis.used_up import used_up
from journeymap.analysis.visits import is_fetched, is_remote, is_sought, is_visit, knows_of_care
from journeymap.model.between import Handoff
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.people import PersonKind
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.unread import UnreadError, collected, each_of, if_read, one_by_one
from journeymap.quick_dataclass import dataclass

_LONG = 28.0
"""Days of a planned wait behind which another stage begins anew (house)."""


class HandoffState(StrEnum):
    """How much is known of a hand-off.

    Attributes:
        COMPLETE: it is declared, and all that the next party needs is carried.
        INCOMPLETE: it is declared, and something is missing.
        UNDECLARED: the serving party changes, and nothing is said of it.
    """

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A hand-off.

    Attributes:
        step: the sending step.
        to: the step at which the taker serves next; None where a declared taker does not.
        giver: id of the party that serves at the sending step; None where there is none.
        taker: id of the party that takes over.
        state: how much is known of it.
        missing: what the taker needs and is not carried, by name, in order.
        entry: position in the step's `handoff`; None where it is undeclared.
        lacking: how much of what the taker needs is missing, 0 to 1.
    """

    step: PlacedStep
    to: PlacedStep | None
    giver: str | None
    taker: str
    state: HandoffState
    missing: tuple[str, ...] = ()
    entry: int | None = None
    lacking: float = 0.0


def transfers(journey_map: JourneyMap, ways: Ways) -> tuple[Transfer, ...]:
    """Returns the hand-offs by their sending step; at a step the declared ones come first.

    A declared one answers the next change to its taker's organisation, also where the giver serves
    a few more steps before it. One whose taker does not serve next stands for whatever change
    comes next, so that no change is told as undeclared there.
    """
    line = once_along(journey_map, ways, _Line)
    return collected(
        one_by_one(_transfers_at(line, placed_step) for placed_step in journey_map.steps)
    )


def _transfers_at(line: "_Line", placed_step: PlacedStep) -> Iterator[Transfer]:
    yield from line.declared[placed_step.position]
    yield from sorted(_undeclared(line, placed_step), key=_target)


def next_serving(journey_map: JourneyMap, ways: Ways, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns the ids of the parties that serve next behind a step: others, else its own."""
    line = once_along(journey_map, ways, _Line)
    found = line.changes(placed_step.position) or line.direct(placed_step.position)
    parties = (line.parties[each.to] for each in found)
    return tuple(dict.fromkeys(party for party in parties if party))


def _target(transfer: Transfer) -> int:
    return transfer.to.position if transfer.to else 0


@dataclass(frozen=True)
class _Line:
    """Who serves where, and who serves next."""

    journey_map: JourneyMap
    ways: Ways

    @cached_property
    def parties(self) -> tuple[str | None, ...]:
        """Per step the id of its serving party."""
        return each_of(self.journey_map.serving, self.journey_map.steps)

    @cached_property
    def organisations(self) -> tuple[str | None, ...]:
        """Per step the id of the organisation that serves; none where it runs beside another."""
        return each_of(self._organisation_at, self.journey_map.steps)

    def _organisation_at(self, placed_step: PlacedStep) -> str | None:
        party = self.parties[placed_step.position]
        is_main = parent(self.journey_map, placed_step) is None
        return organisation_of(self.journey_map, party) if party and is_main else None

    @cached_property
    def following(self) -> graph.Successors:
        """Per step those that follow it."""
        return successors(self.ways)

    @cached_property
    def declared(self) -> tuple[tuple[Transfer, ...], ...]:
        """Per step the hand-offs that it declares."""
        return each_of(self._declared_at, self.journey_map.steps)

    def _declared_at(self, placed_step: PlacedStep) -> tuple[Transfer, ...]:
        return tuple(
            _declared(self, placed_step, entry, said)
            for entry, said in enumerate(placed_step.step.handoff)
        )

    @cached_property
    def answers(self) -> Answers:
        """The hand-offs that are declared, for questions about changes."""
        return Answers(each_of(self._answers_at, self.declared), self.organisations)

    def _answers_at(self, declared: tuple[Transfer, ...]) -> tuple[Answer, ...]:
        return tuple(
            Answer(
                to=each.to.position if each.to else None,
                party=organisation_of(self.journey_map, each.taker),
                carries=bool(_carried(each)) and each.state is HandoffState.COMPLETE,
            )
            for each in declared
        )

    @cached_property
    def given(self) -> tuple[dict[str, int], float]:
        """The first step at which each information is given, and the first that is not known."""
        found: dict[str, int] = {}
        position = 0
        try:
            for position, placed_step in enumerate(self.journey_map.steps):
                for name in placed_step.step.gives:
                    found.setdefault(self.journey_map.information.id_of(name), position)
        except UnreadError:
            return found, position
        return found, inf

    @cached_property
    def _served(self) -> NextSteps:
        return self._next(lambda step: self.organisations[step] is not None)

    @cached_property
    def _past_errands(self) -> NextSteps:
        at = self.organisations
        return self._next(lambda step: at[step] is not None and not self.is_errand(step))

    @cached_property
    def _others(self) -> dict[str, NextSteps]:
        return {}

    def _next(self, counts: Callable[[int], bool], among: NextSteps | None = None) -> NextSteps:
        return NextSteps(self.ways, self.following, counts, among)

    def changes(self, start: int) -> tuple[Onward, ...]:
        """Returns the steps at which another organisation than a step's own serves next."""
        at, own = self.organisations, self.organisations[start]
        if own is None:
            return self._served.behind(start)
        if own not in self._others:
            self._others[own] = self._next(lambda step: at[step] != own, self._served)
        return self._others[own].behind(start)

    def direct(self, start: int) -> tuple[Onward, ...]:
        """Returns the steps at which anybody serves next."""
        return self._served.behind(start)

    def past_errands(self, start: int) -> tuple[Onward, ...]:
        """Returns the same, but passes over where the persona only fetches something."""
        return self._past_errands.behind(start)

    def passed(self, way: Onward) -> frozenset[int]:
        """Returns the steps between a step and one of `past_errands`."""
        return self._past_errands.passed(way)

    def is_errand(self, position: int) -> bool:
        """Tells whether the persona fetches something at a step, and nobody else acts."""
        placed_step = self.journey_map.steps[position]
        acts = placed_step.step.actor and self.journey_map.is_provider(placed_step.step.actor)
        return not acts and is_fetched(placed_step)


def _carried(transfer: Transfer) -> tuple[str, ...]:
    return transfer.step.step.handoff[transfer.entry or 0].carries


def _declared(line: _Line, placed_step: PlacedStep, entry: int, said: Handoff) -> Transfer:
    journey_map = line.journey_map
    taker = journey_map.person_id(said.to)
    party = organisation_of(journey_map, taker)
    # Within one organisation nobody changes, so the next step that it serves takes over.
    own = line.organisations[placed_step.position] == party
    found = line.direct(placed_step.position) if own else line.changes(placed_step.position)
    targets = [each.to for each in found if line.organisations[each.to] == party]
    id_of = journey_map.information.id_of
    needed, carried = ({id_of(item) for item in items} for items in (said.needs, said.carries))
    missing = tuple(item for item in said.needs if id_of(item) not in carried)
    return Transfer(
        step=placed_step,
        to=journey_map.steps[targets[0]] if targets else None,
        giver=line.parties[placed_step.position],
        taker=taker,
        state=HandoffState.INCOMPLETE if missing else HandoffState.COMPLETE,
        missing=tuple(dict.fromkeys(journey_map.information.label_of(item) for item in missing)),
        entry=entry,
        lacking=len(needed - carried) / len(needed) if needed else 0.0,
    )


def _undeclared(line: _Line, placed_step: PlacedStep) -> Iterator[Transfer]:
    """Gives the changes of the serving party behind a step that no declared hand-off answers."""
    own = line.organisations[placed_step.position]
    giver = line.parties[placed_step.position]
    if own is None or line.is_errand(placed_step.position):
        return
    told = {own}
    for each in line.past_errands(placed_step.position):
        party, taker = line.organisations[each.to], line.parties[each.to]
        if party is None or taker is None or party in told:
            continue
        told.add(party)
        passed = partial(line.passed, each)
        answered = line.answers.is_answered(placed_step.position, each.to, passed)
        answered = answered or line.answers.is_told_before(each.to, party)
        answered = answered or _is_closed_later(line, placed_step.position, each.to)
        answered = answered or _is_at_the_taker(line, each.to)
        answered = answered or _only_sends(line, each.to)
        answered = answered or _is_visit(line, placed_step.position, each.to)
        answered = answered or _is_apart(line, placed_step.position, each.to)
        if not answered and not _goes_herself(line, placed_step.position, each.to):
            yield Transfer(
                step=placed_step,
                to=line.journey_map.steps[each.to],
                giver=giver,
                taker=taker,
                state=HandoffState.UNDECLARED,
            )


def _is_closed_later(line: _Line, start: int, end: int) -> bool:
    """Tells whether who served at a step, or nobody, hands over to an organisation later on.

    That is too late for whom it treats before.
    """
    taking = line.journey_map.steps[end]
    taker = line.journey_map.find_stakeholder(line.parties[end] or "")
    is_care = taker is not None and taker.item.kind is PersonKind.CLINICIAN
    if is_care or speaks_of(Topic.BODY, taking.label):
        return False
    return line.answers.is_closed_later(start, line.organisations[end])


def _is_at_the_taker(line: _Line, end: int) -> bool:
    """Tells whether a hand-off to who takes over stands at their own step, by a slip."""
    return any(each.taker == line.parties[end] for each in line.declared[end])


def _is_visit(line: _Line, start: int, end: int) -> bool:
    """Tells whether who serves comes to another party's place, or goes from there again.

    A clinician who comes has to know of what; nobody is handed back by who only came.
    """
    journey_map = line.journey_map
    if is_visit(journey_map, line.organisations, start):
        return True
    found = journey_map.find_stakeholder(line.parties[end] or "")
    is_care = found is not None and found.item.kind is PersonKind.CLINICIAN
    return not is_care and is_visit(journey_map, line.organisations, end)


def _only_sends(line: _Line, end: int) -> bool:
    """Tells whether an organisation writes of its own accord, of which no need is known (house).

    To hand the persona over to it, such as to an authority, might be a breach of confidence.
    """
    journey_map, taking = line.journey_map, line.journey_map.steps[end]
    found = journey_map.find_stakeholder(taking.step.actor or "")
    if found is None or found.item.needs or not is_organisation(journey_map, found.id):
        return False
    sends = bool(taking.step.gets) or is_remote(journey_map, taking)
    return sends and not taking.step.gives and not taking.step.confirms


def _is_apart(line: _Line, start: int, end: int) -> bool:
    """Tells whether nothing runs on from one party to another (house).

    So it is where the next asks for nothing that is known, and had the persona before, or comes
    in another stage behind a long planned wait, or the first one only writes or registers her. Who
    acts sends her on within a stage; a clinician who has her back needs to know what was done.
    """
    journey_map = line.journey_map
    giving, taking = journey_map.steps[start], journey_map.steps[end]
    if _asks_for_known(line, start, taking):
        return False
    between = journey_map.steps[start:end]
    planned = fsum(if_read(partial(_planned_days, each), 0.0) for each in between)
    sends = bool(giving.step.actor and journey_map.is_provider(giving.step.actor))
    if sends and giving.stage is taking.stage and planned < _LONG:
        return False
    taker = journey_map.find_stakeholder(line.parties[end] or "")
    is_care = taker is not None and taker.item.kind is PersonKind.CLINICIAN
    if not is_care and line.organisations[end] in line.organisations[:start]:
        return True
    giver = line.parties[start] or ""
    writes = is_organisation(journey_map, giver) and is_remote(journey_map, giving)
    if writes and not giving.step.gives and not giving.step.gets:
        return True
    return planned >= _LONG and giving.stage is not taking.stage and not sends


def _planned_days(placed_step: PlacedStep) -> float:
    wait = placed_step.step.wait
    return wait.time.days if wait and wait.planned else 0.0


def _goes_herself(line: _Line, start: int, end: int) -> bool:
    """Tells whether the persona goes from one party to the other, and nobody sends her (house).

    She does where she brings what she got, and where she pays, writes or rings the other; else
    where she looks for the other, or neither of two that act, nor anybody who looks after her,
    passes her on: an office that hands her no further knows nothing that a clinician needs.
    """
    journey_map = line.journey_map
    giver, taker = (journey_map.steps[i] for i in (start, end))
    id_of = journey_map.information.id_of
    sends, fetches = (
        bool(each.step.actor and journey_map.is_provider(each.step.actor))
        for each in (giver, taker)
    )
    if {*map(id_of, giver.step.gets)} & {*map(id_of, taker.step.gives)}:
        return True
    if sends and fetches:
        return False
    found = (journey_map.find_stakeholder(line.parties[i] or "") for i in (start, end))
    before, behind = (each.item.kind if each else None for each in found)
    if PersonKind.CLINICIAN is before is behind:
        return False
    if behind is PersonKind.PAYER or (before is PersonKind.PAYER and not sends):
        return True
    if not fetches and (is_remote(journey_map, taker) or is_sought(journey_map, start, end)):
        return True
    cares = before is PersonKind.CLINICIAN
    knows = before is not PersonKind.STAFF and knows_of_care(giver)
    is_care = behind is PersonKind.CLINICIAN and (
        sends or knows or _asks_for_known(line, start, taker)
    )
    is_care = is_care or before is behind is PersonKind.STAFF
    treated = (cares and fetches) or ((cares or sends) and speaks_of(Topic.BODY, taker.label))
    return not (is_care or treated or (sends and _asks_for_known(line, start, taker)))


def _asks_for_known(line: _Line, start: int, taking: PlacedStep) -> bool:
    """Tells whether a step asks for what was given up to the one that the persona comes from."""
    known = line.journey_map.information
    told, unread = line.given
    if unread <= start:
        raise UnreadError
    asked = (known.id_of(name) for name in taking.step.gives if not used_up(known, name))
    return any(told.get(item, inf) <= start for item in asked)
