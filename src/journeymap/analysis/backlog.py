"""Ideas and pains over several maps, each once: where it stands, what it serves, what it pays."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import Any, Generic, TypeVar

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.best_idea import OPEN, ratio
from journeymap.analysis.leverage import Point
from journeymap.model.journey_map import PlacedOpportunity, PlacedPain, PlacedStep
from journeymap.model.names import Defined, step_route
from journeymap.model.pains import OpportunityStatus, PainKind, SharedOpportunity, SharedPain
from journeymap.model.shared_parts import in_libraries
from journeymap.quick_dataclass import dataclass

P = TypeVar("P", PlacedPain, PlacedOpportunity)

_KINDS = (PainKind.HARM, PainKind.DROPOUT, PainKind.FRICTION)
"""The gravest kind of pain first (house)."""

Key = tuple[str, str]
"""The file that defines a pain or an idea, and its id there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Generic[P]):
    """A pain or an idea at a step of a map: where it stands, or what it serves.

    Attributes:
        analysis: that of the map.
        step: the step.
        item: the pain or the idea, as it holds where it stands.
    """

    analysis: Analysis
    step: PlacedStep
    item: P

    @property
    def at(self) -> tuple[str, int]:
        """What tells its step from all others."""
        return self.analysis.journey_map.path, self.step.position

    @property
    def point(self) -> Point:
        """The leverage point of its step."""
        points = self.analysis.leverage
        return next(each for each in points if each.step.position == self.step.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """An idea, wherever it stands.

    Attributes:
        id: its id in the file that defines it.
        idea: what holds of it where it brings most for its effort; of one that no step names, its
            definition.
        places: where it stands.
        serves: the steps at which it stands or whose pains it solves, each once.
        payoff: over these steps pressure times impact by effort, added up (house); None where it is
            not open, or nobody gave it impact and effort.
    """

    id: str
    idea: SharedOpportunity
    places: tuple[Place[PlacedOpportunity], ...]
    serves: tuple[Place[PlacedOpportunity], ...]
    payoff: float | None

    @property
    def assumed(self) -> bool:
        """Whether what presses at a step that it serves rests on assumptions."""
        return any(place.point.assumed for place in self.serves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """A pain, wherever it stands.

    Attributes:
        id: its id in the file that defines it.
        pain: what holds of it where its risk is highest; of one that no step names, its definition.
        places: where it stands.
        risk: the highest severity times probability; None where nobody scored it.
        severity: the gravest that is said of it anywhere; None where nobody says.
        probability: the highest that is said of it anywhere; None where nobody says.
    """

    id: str
    pain: SharedPain
    places: tuple[Place[PlacedPain], ...]
    risk: int | None
    severity: int | None
    probability: int | None

    @property
    def judged_alike(self) -> bool:
        """Whether it is as grave and as likely wherever it stands."""
        judged = {(each.item.pain.severity, each.item.pain.probability) for each in self.places}
        return len(judged) <= 1

    @property
    def unanswered(self) -> tuple[Place[PlacedPain], ...]:
        """Where it stands and no idea of that map solves it."""
        return tuple(each for each in self.places if not each.analysis.answers.get(each.item.route))


def ideas(analyses: Sequence[Analysis]) -> tuple[Idea, ...]:
    """Returns the ideas of several maps, each once, the greatest payoff first.

    Behind those that pay come open ones without a payoff, then those that live or were dropped.
    """
    placed = _gathered(analyses, lambda step: step.opportunities)
    found = [_idea(identifier, places) for (_, identifier), places in placed.items()]
    found += [
        Idea(id=entry.id, idea=entry.item, places=(), serves=(), payoff=None)
        for entry in _unplaced(analyses, "opportunities", placed)
    ]
    return tuple(sorted(found, key=_behind))


def pains(analyses: Sequence[Analysis]) -> tuple[Pain, ...]:
    """Returns the pains of several maps, each once: the highest risk first, of equals harm."""
    placed = _gathered(analyses, lambda step: step.pains)
    found = [_pain(identifier, places) for (_, identifier), places in placed.items()]
    found += [_pain(entry.id, (), entry.item) for entry in _unplaced(analyses, "pains", placed)]
    return tuple(sorted(found, key=lambda each: (-(each.risk or 0), _KINDS.index(each.pain.kind))))


def risk(pain: SharedPain) -> int | None:
    """Returns severity times probability, 1 to 16; None where either is missing."""
    if pain.severity is None or pain.probability is None:
        return None
    return pain.severity * pain.probability


def _behind(idea: Idea) -> tuple[int, float]:
    closed = (OpportunityStatus.LIVE, OpportunityStatus.DROPPED)
    status = idea.idea.status
    return closed.index(status) + 1 if status in closed else 0, -(idea.payoff or 0.0)


def _gathered(
    analyses: Sequence[Analysis], of: Callable[[PlacedStep], Sequence[P]]
) -> Mapping[Key, list[Place[P]]]:
    """Returns where each pain or idea stands, in the order of the maps and their steps."""
    found: defaultdict[Key, list[Place[P]]] = defaultdict(list)
    for analysis in analyses:
        for step in analysis.journey_map.steps:
            for item in of(step):
                origin = item.origin
                file = origin.library if origin and origin.library else analysis.journey_map.path
                key = file, origin.id if origin else item.id
                found[key].append(Place(analysis=analysis, step=step, item=item))
    return found


def _unplaced(
    analyses: Sequence[Analysis], field: str, placed: Iterable[Key]
) -> Iterator[Defined[Any]]:
    """Walks what libraries define and no step names."""
    seen = set(placed)
    for analysis in analyses:
        for entries in in_libraries(analysis.journey_map.libraries, field):
            for entry in entries:
                if (key := (entry.library or "", entry.id)) not in seen:
                    seen.add(key)
                    yield entry


def _idea(identifier: str, places: Sequence[Place[PlacedOpportunity]]) -> Idea:
    served = [each for place in places for each in _served(place)]
    best = max(places, key=lambda place: ratio(place.item.opportunity)).item.opportunity
    by_step = defaultdict[tuple[str, int], list[float]](list)
    for each in served:
        by_step[each.at].append(each.point.pressure * ratio(each.item.opportunity))
    pays = best.status in OPEN and ratio(best)
    return Idea(
        id=identifier,
        idea=best,
        places=tuple(places),
        serves=tuple({each.at: each for each in served}.values()),
        payoff=fsum(map(max, by_step.values())) if pays else None,
    )


def _served(place: Place[PlacedOpportunity]) -> Iterator[Place[PlacedOpportunity]]:
    """Walks the step at which an idea stands and those whose pains it solves, in their order."""
    answers = place.analysis.answers
    solved = {
        step_route(route)
        for route, ideas_ in answers.items()
        if any(each.route == place.item.route for each in ideas_)
    }
    for step in place.analysis.journey_map.steps:
        if step.route in solved or step.route == place.step.route:
            yield Place(analysis=place.analysis, step=step, item=place.item)


def _pain(
    identifier: str, places: Sequence[Place[PlacedPain]], definition: SharedPain | None = None
) -> Pain:
    """Returns a pain as it holds where it stands, or as a library defines it for no step yet."""
    each = [definition] if definition else [place.item.pain for place in places]
    worst = max(each, key=_gravity)
    return Pain(
        id=identifier,
        pain=worst,
        places=tuple(places),
        risk=risk(worst),
        severity=max(filter(None, (pain.severity for pain in each)), default=None),
        probability=max(filter(None, (pain.probability for pain in each)), default=None),
    )


def _gravity(pain: SharedPain) -> tuple[int, int, int]:
    """Returns by what of two judgements of a pain the worse one is known: risk, then severity."""
    return risk(pain) or 0, pain.severity or 0, -_KINDS.index(pain.kind)
