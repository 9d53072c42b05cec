"""A step that has a map of its own, held against that map: both tell of the same."""

from collections.abc import Iterator
from math import isfinite

from journeymap.analysis.evidence import Standing
from journeymap.analysis.measures import Measures
from journeymap.analysis.time import Part, Total
from journeymap.model.fields import Duration
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import readable
from journeymap.quick_dataclass import dataclass

SHARE = 0.05
"""Shares contradict each other from this difference on, 0 to 1; house."""
TIME = 1.5
"""Times contradict each other where one is longer than the other by this factor; house."""
FEELING = 1.0
"""Feelings, -2 to 2, contradict each other where they are that far on different sides of 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTime:
    """A step takes another time than the whole of its map.

    Attributes:
        here: what the step takes.
        there: what its map takes in all.
    """

    here: Duration
    there: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherShare:
    """Another share leaves at a step than on the way through its map.

    Attributes:
        here: of those at the step, 0 to 1.
        there: of those who begin its map.
    """

    here: float
    there: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFeeling:
    """A step feels good and its map bad, or the other way round.

    Attributes:
        here: how the step feels, -2 to 2.
        there: the mean along its map.
    """

    here: float
    there: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherParties:
    """A step names people whom no step of its map names.

    Attributes:
        missing: their names, as the map of the step has them.
    """

    missing: tuple[str, ...]


SubContradiction = OtherTime | OtherShare | OtherFeeling | OtherParties


def held_against(
    analysis: Measures, step: PlacedStep, inner: Measures
) -> Iterator[SubContradiction]:
    """Walks what a step says otherwise than the map that it leads to.

    What one of both does not say contradicts nothing, nor does a share that is assumed.

    Args:
        analysis: what is computed of the map of the step.
        step: the step.
        inner: what is computed of the map that it leads to.
    """
    found = (
        _time(step, inner),
        _share(analysis, step, inner),
        _feeling(analysis, step, inner),
        _parties(analysis.journey_map, step, inner.journey_map),
    )
    return (each for each in found if each)


def _time(step: PlacedStep, inner: Measures) -> OtherTime | None:
    duration, wait = step.step.duration, step.step.wait
    whole = inner.times.whole.main[Part.ELAPSED]
    if duration is None or not whole.is_known or whole.known < whole.of:
        return None
    low, high = duration.time.low, duration.time.high + (wait.time.high if wait else 0.0)
    if not isfinite(high) or not isfinite(whole.high):
        return None
    if whole.low > high * TIME or whole.high * TIME < low:
        return OtherTime(here=duration.time, there=whole)
    return None


def _share(analysis: Measures, step: PlacedStep, inner: Measures) -> OtherShare | None:
    flow, other = analysis.flow, inner.flow
    if flow is None or other is None or other.assumed or other.unknown:
        return None
    at = flow.steps[step.position]
    if not at.visits or at.unknown or not isfinite(at.visits):
        return None
    leaves, lost = at.lost / at.visits, other.left + other.lost
    is_stated = bool(at.lost or step.step.leaks) and at.lost_standing is not Standing.ASSUMED
    if abs(leaves - lost) < SHARE or not is_stated:
        return None
    return OtherShare(here=leaves, there=lost)


def _feeling(analysis: Measures, step: PlacedStep, inner: Measures) -> OtherFeeling | None:
    curve, other = analysis.curves[:1], inner.curves[:1]
    if not curve or not other or not _same_persona(analysis.journey_map, inner.journey_map):
        return None
    here, mean = curve[0].points[step.position], other[0].mean
    if here is None or mean is None:
        return None
    if here.value * mean < 0 and min(abs(here.value), abs(mean)) >= FEELING:
        return OtherFeeling(here=here.value, there=mean)
    return None


def _same_persona(one: JourneyMap, other: JourneyMap) -> bool:
    names = [
        {each.persona.id, slug(each.persona.label)} if each.persona else set()
        for each in (one, other)
    ]
    return bool(names[0] & names[1])


def _parties(journey_map: JourneyMap, step: PlacedStep, other: JourneyMap) -> OtherParties | None:
    """Returns whom a step names and no step of its map does, where that names anybody."""
    known = {
        name
        for each in readable(other.steps)
        for who in (each.step.actor, *each.step.with_)
        if who
        for name in _names(other, who)
    }
    named = [who for who in (step.step.actor, *step.step.with_) if who]
    missing = [who for who in named if known and not known & _names(journey_map, who)]
    if not missing or (journey_map.persona and missing == [journey_map.persona.id]):
        return None
    return OtherParties(missing=tuple(journey_map.people.label_of(who) for who in missing))


def _names(journey_map: JourneyMap, who: str) -> set[str]:
    return {journey_map.people.id_of(who), slug(journey_map.people.label_of(who))}
