"""Drivers: what asks for a change at a step, each as a value of 0 to 1 with what it is made of.

A value that the map gives no ground for is None: unknown, and never read as zero.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from math import prod
from operator import itemgetter

from journeymap.analysis import effort
from journeymap.analysis.effort import EffortKind, StepEffort, long_wait, ways_back
from journeymap.analysis.evidence import Standing, claim_standing, standing, weakest
from journeymap.analysis.flow import Flow
from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.analysis.hazard import CATASTROPHIC, Hazard, hazards_at
from journeymap.analysis.measures import Measures
from journeymap.analysis.opportunity import CALLS_FOR_MORE
from journeymap.analysis.ratings import Rating
from journeymap.model.feelings import Feeling
from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.pains import Pain, PainKind
from journeymap.model.unread import each_of, if_read
from journeymap.quick_dataclass import dataclass

FULL_GAIN = 0.20
"""A rise of completion by so much, and every larger one, is a flow gain of 1 (house)."""

FULL_EFFORT = 3
"""So many kinds of effort at one step, and more, are an effort of 1 (house)."""

WORST_HAZARD = 16
"""Highest hazard score: severity 4 times probability 4."""

NO_HARM = 0.5
"""How much a pain counts that harms nobody: friction, and what drives people out, whose leaving the
flow gain counts by itself (house)."""

LEAST_CATASTROPHE = 0.5
"""What a harm of severity 4 is at least, however rare: as if it called for action (house, after
HFMEA, which lists it whatever its score)."""

ANY_GAP = 0.5
"""What a hand-off counts at least that lacks anything: one paper may be the one that decides; the
rest by the share of what is needed that is missing (house)."""

_RANGE = 10.0
"""Length of the scale of ratings."""
_WORST_EMOTION = 2.0
"""How far below zero the scale of emotions goes."""


class Driver(StrEnum):
    """What asks for a change at a step.

    Attributes:
        UNMET_NEED: it matters and disappoints.
        EXPECTATION_GAP: more was expected than perceived.
        LOW_EMOTION: somebody who is there feels bad.
        MEMORY: it will be remembered badly: a negative peak, or a negative end. Steps that are
            equally low share the peak in equal parts.
        HAZARD: a pain is grave and likely.
        FLOW_GAIN: many more would complete the journey if nobody left here.
        HANDOFF: something is not carried to the next party.
        EFFORT: it is laborious.
    """

    UNMET_NEED = "unmet-need"
    EXPECTATION_GAP = "expectation-gap"
    LOW_EMOTION = "low-emotion"
    MEMORY = "memory"
    HAZARD = "hazard"
    FLOW_GAIN = "flow-gain"
    HANDOFF = "hand-off"
    EFFORT = "effort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """One driver at one step.

    Attributes:
        value: 0 to 1; None where it is unknown.
        inputs: what it is computed from, by name; ratings in points of 0 to 10.
        standing: how well its inputs are known; None where there are none.
    """

    value: float | None
    inputs: Mapping[str, float | str]
    standing: Standing | None = None

    @property
    def assumed(self) -> bool:
        """Whether its inputs rest on assumptions or on nothing."""
        return self.standing is Standing.ASSUMED


UNKNOWN = Drive(value=None, inputs={})
"""What nothing is known of."""

UNREAD = Drive(value=None, inputs={})
"""What depends on something that could not be read."""

Drives = Mapping[Driver, Drive]
"""All drivers of a step."""


def drives(measures: Measures) -> tuple[Drives, ...]:
    """Returns every driver of each step, in the order of the steps."""
    unread = (UNREAD,) * len(measures.journey_map.steps)
    read = {driver: if_read(partial(_READERS[driver], measures), unread) for driver in Driver}
    return tuple(
        {driver: if_read(partial(_drive_at, each, i), UNREAD) for driver, each in read.items()}
        for i in range(len(measures.journey_map.steps))
    )


def _drive_at(read: Sequence[Drive], position: int) -> Drive:
    return read[position]


def _rated(measures: Measures, drive: Callable[[Rating], Drive]) -> Sequence[Drive]:
    """Reads ratings of several personas where they are worst, and says whose they are."""

    def named(rating: Rating) -> Drive:
        own = drive(rating)
        whose = {"person": rating.person} if measures.of_each and own.inputs else {}
        return replace(own, inputs={**whose, **own.inputs})

    return each_of(named, measures.hardest)


def _unmet_need(rating: Rating) -> Drive:
    score = rating.opportunity
    return Drive(
        value=None if score is None else max(0.0, score.value - CALLS_FOR_MORE) / _RANGE,
        inputs=_given(rating, "importance", "perceived")
        | ({} if score is None else {"opportunity": score.value}),
        standing=rating.standing("importance", "perceived"),
    )


def _expectation_gap(rating: Rating) -> Drive:
    gap = rating.gap
    return Drive(
        value=None if gap is None else max(0.0, -gap) / _RANGE,
        inputs=_given(rating, "expected", "perceived"),
        standing=rating.standing("expected", "perceived"),
    )


def _given(rating: Rating, *names: str) -> dict[str, float | str]:
    return {name: points for name in names if (points := getattr(rating, name)) is not None}


def _low_emotion(journey_map: JourneyMap, placed_step: PlacedStep) -> Drive:
    """Takes the lowest emotion of those who are there, of equals the one named first."""
    felt = journey_map.by_person(placed_step.step.emotion, placed_step)
    there = [
        (part.value, who, _in_words(felt[who], part))
        for who in journey_map.present(placed_step)
        if who in felt
        for part in felt[who].parts or (felt[who],)
        if part.value is not None
    ]
    if not there:
        return UNKNOWN
    value, who, written = min(there, key=itemgetter(0))
    several = len(journey_map.persona_ids) > 1
    if several and who in journey_map.persona_ids and PERSONA in placed_step.step.emotion:
        who = PERSONA  # a plain value is everybody's
    return Drive(
        value=max(0.0, -value) / _WORST_EMOTION,
        inputs={"person": who, "emotion": value, "written": written},
        standing=claim_standing(journey_map, placed_step),
    )


def _in_words(feeling: Feeling, part: Feeling) -> str:
    """Returns the word of the lowest part of a feeling; of one that points both ways all words."""
    if not min(feeling.values) < 0 < max(feeling.values):
        return part.word or part.written
    return ", ".join(each.word or each.written for each in feeling.parts)


def _memories(measures: Measures) -> Sequence[Drive]:
    """Shares a peak among the steps that are equally low: mending one leaves the others."""
    curve = measures.curve
    known = measures.journey_map.ends and bool(curve.known)
    lasting = {"peak": curve.peaks, "end": (curve.end,) if curve.end else ()}
    low = {
        name: {p.step.position for p in points if p.value < 0} for name, points in lasting.items()
    }

    def memory(placed_step: PlacedStep) -> Drive:
        bad = {
            name: points[0].value
            for name, points in lasting.items()
            if placed_step.position in low[name]
        }
        value = 1.0 if "end" in bad else len(bad) / max(1, len(lasting["peak"]))
        return Drive(
            value=value if known else None,
            inputs=bad if known else {},
            standing=claim_standing(measures.journey_map, placed_step),
        )

    return each_of(memory, measures.journey_map.steps)


def _hazard(journey_map: JourneyMap, placed_step: PlacedStep) -> Drive:
    """Takes the person whom it hurts most: her gravest pain, and others that call for action."""
    bearers = borne(journey_map, hazards_at(journey_map, placed_step))
    if not bearers:
        return UNKNOWN
    who, found = bearers[0]
    first, *others = found
    apart = any(each != found for _, each in bearers)
    inputs: dict[str, float | str] = {"person": who} if apart else {}
    inputs |= {
        "pain": first.pain.id,
        "kind": first.pain.pain.kind.value,
        "severity": first.pain.pain.severity or 0,
        "probability": first.pain.pain.probability or 0,
    }
    if others:
        inputs["with"] = ", ".join(each.pain.id for each in others)
    if others_bear := of_others(bearers):
        inputs["of_others"] = ", ".join(each.pain.id for each in others_bear)
    return Drive(
        value=_together(found),
        inputs=inputs,
        standing=weakest(each.standing for each in found),
    )


def _together(hazards: Iterable[Hazard]) -> float:
    return 1 - prod(1 - danger(each) for each in hazards)


Bearers = Sequence[tuple[str, tuple[Hazard, ...]]]
"""Who bears which hazards of a step, by id, whom it hurts most first."""


def borne(journey_map: JourneyMap, hazards: Iterable[Hazard]) -> Bearers:
    """Returns the hazards of a step that count for each who bears any, the worst off first.

    A pain of nobody in particular is everybody's. What two people bear is not put together: nobody
    bears both.
    """
    listed = list(hazards)
    whose = {
        each.pain.id: {*map(journey_map.person_id, of)} if PERSONA not in of else set()
        for each in listed
        for of in [each.pain.pain.of]
    }
    named = dict.fromkeys(who for each in listed for who in sorted(whose[each.pain.id]))
    everybody = () if all(whose.values()) else journey_map.persona_ids
    people = dict.fromkeys(everybody) | named
    found = [
        (who, counted(each for each in listed if who in (whose[each.pain.id] or (who,))))
        for who in people
    ]
    return sorted(found, key=lambda pair: -_together(pair[1]))


def of_others(bearers: Bearers) -> tuple[Hazard, ...]:
    """Returns the hazards that others bear than the one who is worst off, each once."""
    if not bearers:
        return ()
    (_, worst), *rest = bearers
    own = {each.pain.id for each in worst}
    others = {each.pain.id: each for _, found in rest for each in found}
    return tuple(each for identifier, each in others.items() if identifier not in own)


def counted(hazards: Iterable[Hazard]) -> tuple[Hazard, ...]:
    """Returns the hazards of one person at a step that count: the gravest, and all that call.

    Of two that count alike the more severe one is the graver (house). Risks that do not call for
    action do not add up: many small ones are no great one.
    """
    ranked = sorted(
        hazards, key=lambda each: (danger(each), each.pain.pain.severity or 0), reverse=True
    )
    return (*ranked[:1], *(each for each in ranked[1:] if each.calls))


def danger(hazard: Hazard) -> float:
    """Returns how much a pain counts, 0 to 1."""
    return danger_of(hazard.pain.pain, hazard.score)


def danger_of(pain: Pain, score: int) -> float:
    """Returns how much a pain counts, 0 to 1: harm in full, what is none by half.

    Args:
        pain: the pain.
        score: how bad it is, 0 to 16: severity times probability.
    """
    share = score / WORST_HAZARD
    if pain.kind is not PainKind.HARM:
        return NO_HARM * share
    catastrophe = pain.severity == CATASTROPHIC
    return max(share, LEAST_CATASTROPHE) if catastrophe else share


def _flow_gain(flow: Flow | None, placed_step: PlacedStep) -> Drive:
    if flow is None:
        return UNKNOWN
    step = flow.steps[placed_step.position]
    return Drive(
        value=min(step.gain / FULL_GAIN, 1.0),
        inputs={"gain": step.gain, "lost": step.lost + step.failed, "visits": step.visits},
        standing=flow.standing,
    )


def _handoffs(measures: Measures) -> Sequence[Drive]:
    at: defaultdict[int, list[Transfer]] = defaultdict(list)
    for transfer in measures.transfers:
        at[transfer.step.position].append(transfer)
    return each_of(
        lambda placed_step: _handoff(measures.journey_map, placed_step, at[placed_step.position]),
        measures.journey_map.steps,
    )


def _handoff(journey_map: JourneyMap, placed_step: PlacedStep, transfers: list[Transfer]) -> Drive:
    states = {transfer.state for transfer in transfers}
    missing = ", ".join(item for transfer in transfers for item in transfer.missing)
    takers = ", ".join(dict.fromkeys(transfer.taker for transfer in transfers))
    value: float | None = 0.0
    if HandoffState.INCOMPLETE in states:
        lacking = max(transfer.lacking for transfer in transfers)
        value = ANY_GAP + (1 - ANY_GAP) * lacking
    elif HandoffState.UNDECLARED in states:
        value = None
    inputs = {"to": takers, "missing": missing}
    return Drive(
        value=value,
        inputs={name: words for name, words in inputs.items() if words},
        standing=claim_standing(journey_map, placed_step),
    )


def _efforts(measures: Measures) -> Sequence[Drive]:
    known = effort.known(measures.journey_map)

    def laborious(step: StepEffort) -> Drive:
        kinds = ", ".join(step.kinds)
        return Drive(
            value=min(len(step.kinds) / FULL_EFFORT, 1.0) if known else None,
            inputs={"kinds": kinds} if kinds else {},
            standing=_effort_standing(measures, step),
        )

    return each_of(laborious, measures.efforts)


def _effort_standing(measures: Measures, effort: StepEffort) -> Standing | None:
    """Returns how well efforts are known: a wait and a share are figures, all else is words."""
    journey_map, placed_step = measures.journey_map, effort.step
    step, found = placed_step.step, [claim_standing(journey_map, placed_step)]
    figures = {EffortKind.LONG_WAIT, EffortKind.WAY_BACK}
    if effort.kinds and figures.issuperset(effort.kinds):
        found = []
    if EffortKind.LONG_WAIT in effort.kinds and (long := long_wait(step)):
        found.append(standing(journey_map, placed_step, long[1].evidence))
    if EffortKind.WAY_BACK in effort.kinds:
        ways = ways_back(measures.ways, measures.ways.exits[placed_step.position])
        entries = [step.next[way.entry] for way in ways if way.entry is not None]
        found += [standing(journey_map, placed_step, each.evidence) for each in entries]
    return weakest(found)


_READERS: Mapping[Driver, Callable[[Measures], Sequence[Drive]]] = {
    Driver.UNMET_NEED: lambda each: _rated(each, _unmet_need),
    Driver.EXPECTATION_GAP: lambda each: _rated(each, _expectation_gap),
    Driver.LOW_EMOTION: lambda each: each_of(
        partial(_low_emotion, each.journey_map), each.journey_map.steps
    ),
    Driver.MEMORY: _memories,
    Driver.HAZARD: lambda each: each_of(partial(_hazard, each.journey_map), each.journey_map.steps),
    Driver.FLOW_GAIN: lambda each: each_of(partial(_flow_gain, each.flow), each.journey_map.steps),
    Driver.HANDOFF: _handoffs,
    Driver.EFFORT: _efforts,
}
