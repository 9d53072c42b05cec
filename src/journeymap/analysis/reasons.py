"""Why a step presses, as data: what of it is said, and in which language, is for `words`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from math import fsum

from journeymap.analysis.drivers import (
    WORST_HAZARD,
    Driver,
    Drives,
    borne,
    danger,
    of_others,
)
from journeymap.analysis.effort import EffortKind, long_wait, ways_back
from journeymap.analysis.evidence import Standing, is_assumed, lacks_grounds
from journeymap.analysis.flow import OFTEN
from journeymap.analysis.hazard import hazards_at
from journeymap.analysis.measures import Measures
from journeymap.analysis.ratings import on_own_scale
from journeymap.analysis.transitions import Transitions, is_over
from journeymap.model.between import Outcome, Wait
from journeymap.model.journey_map import PlacedPain, PlacedStep
from journeymap.model.pains import PainKind
from journeymap.model.unread import as_far_as_read, one_by_one
from journeymap.quick_dataclass import dataclass

_PLACES = 9
"""Decimal places in which points are compared: sums of binary fractions differ in the last ones."""


class ReasonKind(StrEnum):
    """What presses at a step.

    Attributes:
        HARM: a pain that may harm somebody, the gravest of the step or one that calls for action.
        PAIN: another pain, the gravest of the step or one that calls for action.
        LONG_WAIT: an unplanned wait of more than a week.
        ASKED_AGAIN: what was given before is asked for again.
        CHANNEL_IN_VAIN: another channel was tried in vain first.
        WAY_BACK: some have to go back.
        NOT_PASSED_ON: something does not reach the next party.
        LEAVING: people leave, or come to an end without what they came for.
        FEELING: somebody who is there feels bad.
        LOWEST: no moment is lower.
        BAD_ENDING: the journey ends badly.
        RATINGS: it matters, or more was expected, and disappoints.
    """

    HARM = "harm"
    PAIN = "pain"
    LONG_WAIT = "long-wait"
    ASKED_AGAIN = "asked-again"
    CHANNEL_IN_VAIN = "channel-in-vain"
    WAY_BACK = "way-back"
    NOT_PASSED_ON = "not-passed-on"
    LEAVING = "leaving"
    FEELING = "feeling"
    LOWEST = "lowest"
    BAD_ENDING = "bad-ending"
    RATINGS = "ratings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that presses at a step.

    Attributes:
        kind: what it is.
        drivers: what it belongs to.
        part: how much of their points it has, beside other reasons of theirs: any number above 0,
            or 0 where it is told and adds nothing.
        points: what it contributes to the pressure; 0 as long as nothing is weighed.
        figures: numbers by name: a wait in "days", a "share" of those who are there, a "risk" and
            the highest ("of"), an "emotion", how many lows are as "equal", ratings on the map's own
            scale with its highest value ("of").
        ids: the pain, the person, the information or the channels that it is about, by id or, where
            the map defines them nowhere, by name.
        written: what the map itself calls it: the pain, the time, the feeling.
        assumed: whether it rests on assumptions; nobody knows such a share to a tenth.
        each_time: whether its share is of those who come there each time, as some come again.
        shared: which of its figures are the same for everybody, where it is of one person.
        by_end: whether some of its share do not leave, but come to an end that counts as lost.
    """

    kind: ReasonKind
    drivers: tuple[Driver, ...]
    part: float = 1.0
    points: float = 0.0
    figures: Mapping[str, float] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    written: str = ""
    assumed: bool = False
    each_time: bool = False
    shared: frozenset[str] = frozenset()
    by_end: bool = False


def reasons(measures: Measures, drives: Sequence[Drives]) -> tuple[tuple[Reason, ...], ...]:
    """Returns what may press at each step, in the order of the steps, whatever it counts for.

    Args:
        measures: what is computed from the map.
        drives: every driver of each step.
    """
    pairs = zip(measures.journey_map.steps, drives, strict=True)
    every = ((read(measures, *pair) for read in _READERS) for pair in pairs)
    return tuple(tuple(as_far_as_read(one_by_one(each))) for each in every)


def weighed(reasons: Iterable[Reason], contributions: Mapping[Driver, float]) -> tuple[Reason, ...]:
    """Returns the reasons that add to the pressure of a step: harm first, then the most points.

    What several reasons share a driver's points in: each its part.

    Args:
        reasons: what may press at the step.
        contributions: points of the pressure by driver.
    """
    listed = tuple(reasons)
    pressing = []
    for reason in listed:
        whole = fsum(each.part for each in listed if each.drivers == reason.drivers)
        points = fsum(contributions.get(driver, 0.0) for driver in reason.drivers)
        if points > 0:
            pressing.append(replace(reason, points=points * reason.part / whole))
    return tuple(sorted(pressing, key=_rank))


def _rank(reason: Reason) -> tuple[bool, float]:
    return reason.kind is not ReasonKind.HARM, -round(reason.points, _PLACES)


def of_pain(placed_pain: PlacedPain) -> Reason:
    """Returns a pain as a reason, whether it is the gravest of its step or not."""
    pain = placed_pain.pain
    return Reason(
        kind=ReasonKind.HARM if pain.kind is PainKind.HARM else ReasonKind.PAIN,
        drivers=(Driver.HAZARD,),
        figures={"risk": (pain.severity or 0) * (pain.probability or 0), "of": WORST_HAZARD},
        ids=(placed_pain.id,),
        written=pain.text,
    )


def of_wait(wait: Wait) -> Reason:
    """Returns a wait as a reason, whether it is long or not."""
    return Reason(
        kind=ReasonKind.LONG_WAIT,
        drivers=(Driver.EFFORT,),
        figures={"days": wait.time.days},
        written=wait.time.written,
    )


def _hazard(measures: Measures, placed_step: PlacedStep, _drives: Drives) -> Iterator[Reason]:
    """Gives each pain that counts, as much of the points as it is dangerous beside the others.

    What others bear than the one who is worst off adds nothing, and is told where it calls for
    action.
    """
    bearers = borne(measures.journey_map, hazards_at(measures.journey_map, placed_step))
    for hazard in bearers[0][1] if bearers else ():
        yield replace(of_pain(hazard.pain), part=danger(hazard), assumed=hazard.assumed)
    for hazard in of_others(bearers):
        if hazard.listed:
            yield replace(of_pain(hazard.pain), part=0.0, assumed=hazard.assumed)


def _effort(measures: Measures, placed_step: PlacedStep, _drives: Drives) -> Iterator[Reason]:
    step, drivers = placed_step.step, (Driver.EFFORT,)
    kinds = measures.efforts[placed_step.position].kinds
    guessed = lacks_grounds(measures.journey_map, placed_step)
    if EffortKind.ASKED_TWICE in kinds:
        again = measures.asked_again_at[placed_step.id]
        ids = tuple(step.gives[each.entry] for each in again if not each.check)
        yield Reason(kind=ReasonKind.ASKED_AGAIN, drivers=drivers, ids=ids, assumed=guessed)
    if EffortKind.CHANNEL_IN_VAIN in kinds:
        ids = tuple(step.instead_of)
        yield Reason(kind=ReasonKind.CHANNEL_IN_VAIN, drivers=drivers, ids=ids, assumed=guessed)
    if EffortKind.LONG_WAIT in kinds and (long := long_wait(step)):
        who, wait = long
        assumed = is_assumed(measures.journey_map, placed_step, wait.evidence)
        yield replace(of_wait(wait), ids=(who,) if who else (), assumed=assumed)
    if EffortKind.WAY_BACK in kinds:
        ways = ways_back(measures.ways, measures.ways.exits[placed_step.position])
        exits = measures.ways.exits[placed_step.position]
        figures = _share(exits, (way.share for way in ways))
        said = (step.next[way.entry].evidence for way in ways if way.entry is not None)
        assumed = _is_guessed(measures, placed_step, said)
        yield Reason(kind=ReasonKind.WAY_BACK, drivers=drivers, figures=figures, assumed=assumed)


def _share(exits: Transitions, shares: Iterable[float | None]) -> Mapping[str, float]:
    """Returns how many of all it is true of, as written; nothing where no share is known."""
    total = exits.written(fsum(share or 0.0 for share in shares))
    return {"share": total} if total and not is_over(total) else {}


def _is_guessed(measures: Measures, placed_step: PlacedStep, said: Iterable[Sequence[str]]) -> bool:
    """Tells whether shares of a step are assumed, or means of personas whose weights are."""
    own = any(is_assumed(measures.journey_map, placed_step, each) for each in said)
    return own or measures.is_weighed(placed_step.position)


def _handoff(measures: Measures, placed_step: PlacedStep, _drives: Drives) -> Iterator[Reason]:
    here = measures.transfers_at.get(placed_step.position, ())
    if missing := tuple(dict.fromkeys(item for each in here for item in each.missing)):
        guessed = lacks_grounds(measures.journey_map, placed_step)
        yield Reason(
            kind=ReasonKind.NOT_PASSED_ON, drivers=(Driver.HANDOFF,), ids=missing, assumed=guessed
        )


def _leaving(measures: Measures, placed_step: PlacedStep, _drives: Drives) -> Iterator[Reason]:
    exits, step = measures.ways.exits[placed_step.position], placed_step.step
    flow = measures.flow
    lost = [way for way in exits.ways if way.ends and way.counts is Outcome.LOST]
    if figures := _share(exits, (*exits.leaks, *(way.share for way in lost))):
        said = [leak.evidence for leak in step.leaks]
        said += [step.next[way.entry].evidence for way in lost if way.entry is not None]
        assumed = _is_guessed(measures, placed_step, said)
        yield Reason(
            kind=ReasonKind.LEAVING, drivers=(Driver.FLOW_GAIN,), figures=figures, assumed=assumed,
            each_time=bool(flow and flow.steps[placed_step.position].times > OFTEN),
            by_end=any(way.share for way in lost),
        )  # fmt: skip


def _feeling(_measures: Measures, _placed_step: PlacedStep, drives: Drives) -> Iterator[Reason]:
    if inputs := drives[Driver.LOW_EMOTION].inputs:
        yield Reason(
            kind=ReasonKind.FEELING,
            drivers=(Driver.LOW_EMOTION,),
            figures={"emotion": float(inputs["emotion"])},
            ids=(str(inputs["person"]),),
            written=str(inputs["written"]),
            assumed=drives[Driver.LOW_EMOTION].assumed,
        )


def _memory(measures: Measures, _placed_step: PlacedStep, drives: Drives) -> Iterator[Reason]:
    """Gives a low that several steps share the less, the more they are."""
    inputs, drivers = drives[Driver.MEMORY].inputs, (Driver.MEMORY,)
    equal, assumed = len(measures.curve.peaks), drives[Driver.MEMORY].assumed
    if "end" in inputs:
        yield Reason(kind=ReasonKind.BAD_ENDING, drivers=drivers, assumed=assumed)
    if "peak" in inputs:
        yield Reason(
            kind=ReasonKind.LOWEST, drivers=drivers, part=1 / equal, figures={"equal": equal},
            assumed=assumed,
        )  # fmt: skip


def _ratings(measures: Measures, placed_step: PlacedStep, _drives: Drives) -> Iterator[Reason]:
    rating = measures.hardest[placed_step.position]
    own = [
        on_own_scale(each.journey_map, each.ratings[placed_step.position])
        for each in measures.of_each.values()
        if each.journey_map.takers(placed_step)
    ]
    is_one_s = any(each != own[0] for each in own) if len(own) > 1 else bool(own)
    if rating.known:
        told = ("expected", "perceived") if rating.short else ()
        yield Reason(
            kind=ReasonKind.RATINGS,
            drivers=(Driver.UNMET_NEED, Driver.EXPECTATION_GAP),
            figures=on_own_scale(measures.journey_map, rating),
            ids=(rating.person,) if is_one_s else (),
            shared=_shared(own) if len(own) > 1 else frozenset(),
            assumed=rating.standing(*told) is Standing.ASSUMED,
        )


def _shared(of_each: Sequence[Mapping[str, float]]) -> frozenset[str]:
    """Returns the names of the ratings that are the same for everybody, but for the scale's."""
    alike = (
        name for name, value in of_each[0].items() if all(e.get(name) == value for e in of_each)
    )
    return frozenset(alike) - {"of"}


_READERS: tuple[Callable[[Measures, PlacedStep, Drives], Iterator[Reason]], ...] = (
    _hazard,
    _effort,
    _handoff,
    _leaving,
    _feeling,
    _memory,
    _ratings,
)
"""What reads the reasons of each driver; of equal points the first come first."""
