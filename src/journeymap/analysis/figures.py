"""Every figure that a map states, with its standing: measured, told or assumed."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from journeymap.analysis.evidence import Standing, claim_standing, evidence_for, standing
from journeymap.model.journey_map import JourneyMap, PlacedPain, PlacedStep
from journeymap.model.step import Rated, Step
from journeymap.model.vocabulary import Reading
from journeymap.quick_dataclass import dataclass

V = TypeVar("V")


class FigureKind(StrEnum):
    """What a figure says.

    Attributes:
        SHARE: how many leave, or take a way.
        WAIT: how long one waits.
        DURATION: how long a step takes.
        RATING: importance, expectation or perception of somebody.
        READING: the value of a metric.
        RISK: how severe and how probable a pain is.
    """

    SHARE = "share"
    WAIT = "wait"
    DURATION = "duration"
    RATING = "rating"
    READING = "reading"
    RISK = "risk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as a map states it.

    Attributes:
        kind: what it says.
        step: the step that it belongs to; None for one of a stage or of the map.
        standing: how well it is known.
        evidence: what it rests on, by reference.
    """

    kind: FigureKind
    step: PlacedStep | None
    standing: Standing
    evidence: tuple[str, ...] = ()


def figures(journey_map: JourneyMap) -> Iterator[Figure]:
    """Walks the figures of a map: its own, those of its stages, those of its steps."""
    loose = (journey_map.journey.readings, *(each.stage.metrics for each in journey_map.stages))
    for readings in loose:
        for own in _values(readings):
            yield _figure(journey_map, FigureKind.READING, None, own)
    for placed_step in journey_map.steps:
        for kind, own in _of_step(placed_step.step):
            yield _figure(journey_map, kind, placed_step, own)
        for entry in placed_step.pains:
            if is_scored(entry):
                yield _figure(journey_map, FigureKind.RISK, placed_step, entry.pain.evidence)


def is_scored(entry: PlacedPain) -> bool:
    """Tells whether a map says how severe or how probable a pain is."""
    return (entry.pain.severity or entry.pain.probability) is not None


def pain_standing(journey_map: JourneyMap, placed_step: PlacedStep, entry: PlacedPain) -> Standing:
    """Returns how well a pain is known: its risk, which is a figure, or its words alone."""
    decide = standing if is_scored(entry) else claim_standing
    return decide(journey_map, placed_step, entry.pain.evidence)


def evidence_at(placed_step: PlacedStep) -> Iterator[str]:
    """Yields all evidence that is named at a step, by reference: its own, of figures, of pains."""
    yield from placed_step.step.evidence
    for _, own in _of_step(placed_step.step):
        yield from own
    for entry in placed_step.pains:
        yield from entry.pain.evidence


def claims_evidence_at(placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns the evidence at a step without that of its readings, which tell no feelings.

    Where nothing else is named it is theirs.
    """
    step = placed_step.step
    figures = (own for kind, own in _of_step(step) if kind is not FigureKind.READING)
    pains = (entry.pain.evidence for entry in placed_step.pains)
    named = tuple(name for own in (step.evidence, *figures, *pains) for name in own)
    return named or tuple(evidence_at(placed_step))


def _figure(
    journey_map: JourneyMap, kind: FigureKind, placed_step: PlacedStep | None, own: Sequence[str]
) -> Figure:
    return Figure(
        kind=kind,
        step=placed_step,
        standing=standing(journey_map, placed_step, own),
        evidence=tuple(evidence_for(journey_map, placed_step, own)),
    )


def _of_step(step: Step) -> Iterator[tuple[FigureKind, Sequence[str]]]:
    """Yields each figure of a step with the evidence of its own."""
    for own in shares_of(step):
        yield FigureKind.SHARE, own
    for wait in apart(step.wait, step.waits):
        yield FigureKind.WAIT, wait.evidence
    for duration in apart(step.duration, step.durations):
        yield FigureKind.DURATION, duration.evidence
    for _, own in ratings_of(step):
        yield FigureKind.RATING, own
    for own in _values(step.metrics):
        yield FigureKind.READING, own


def _values(readings: Sequence[Reading]) -> Iterator[Sequence[str]]:
    return (each.evidence for each in readings if each.value is not None)


def apart(plain: V | None, each: Mapping[str, V]) -> tuple[V, ...]:
    """Returns what a field states: one value for all, or one of each persona."""
    return tuple(each.values()) or (() if plain is None else (plain,))


def shares_of(step: Step) -> Iterator[Sequence[str]]:
    """Yields the evidence of its own of each share that is stated at a step."""
    for leak in step.leaks:
        yield from (leak.evidence for _ in apart(leak.share, leak.shares))
    for way in step.next:
        yield from (way.evidence for _ in apart(way.share, way.shares))


def evidence_of_figures(step: Step, field: str) -> Iterator[Sequence[str]]:
    """Yields the evidence of its own of each rating or duration that a field of a step states."""
    if field == "duration":
        yield from (each.evidence for each in apart(step.duration, step.durations))
    elif field in {"importance", "perceived", "expected"}:
        ratings: Mapping[str, Rated] = getattr(step, field)
        yield from (each.evidence for each in ratings.values())


def ratings_of(step: Step) -> Iterator[tuple[float, Sequence[str]]]:
    """Yields each rating that anybody gives of a step, with the evidence of its own."""
    for values in (step.importance, step.perceived, step.expected):
        for each in values.values():
            if each.rating is not None:
                yield each.rating, each.evidence
