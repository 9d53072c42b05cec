"""What another map of the same journey changes, step by step: better or worse."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import fsum
from typing import TYPE_CHECKING

from journeymap.model.map import PlacedStep
from journeymap.records import dataclass

if TYPE_CHECKING:
    from journeymap.analysis.analysis import Analysis

_PLACES = 9
"""Decimal places of a difference: decimal fractions are not exact in binary."""


class Measure(StrEnum):
    """What is compared.

    Attributes:
        EMOTION: how the persona feels, -2 to 2.
        PERCEIVED: how it was for the persona, in points of 0 to 10.
        LOSS: share of those at the step who leave, 0 to 1.
        WAIT: days of waiting after the step.
    """

    EMOTION = "emotion"
    PERCEIVED = "perceived"
    LOSS = "loss"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one step.

    Attributes:
        step: the step as it is.
        other: the step of the same id in the other map.
        gains: by how much the other map is better, per measure that both state; below zero it is
            worse.
    """

    step: PlacedStep
    other: PlacedStep
    gains: Mapping[Measure, float]

    @property
    def better(self) -> tuple[Measure, ...]:
        """What is better in the other map."""
        return tuple(measure for measure, gain in self.gains.items() if gain > 0)

    @property
    def worse(self) -> tuple[Measure, ...]:
        """What is worse in the other map."""
        return tuple(measure for measure, gain in self.gains.items() if gain < 0)


def changes(current: "Analysis", other: "Analysis") -> tuple[Change, ...]:
    """Returns what becomes of each step that both maps have, by id, in the order of the first."""
    pairs = ((step, other.map.find_step(step.id)) for step in current.map.steps)
    return tuple(
        Change(step=step, other=match, gains=_gains(current, step, other, match))
        for step, match in pairs
        if match
    )


def _gains(
    current: "Analysis", step: PlacedStep, other: "Analysis", match: PlacedStep
) -> Mapping[Measure, float]:
    here, there = dict(_stated(current, step)), dict(_stated(other, match))
    return {
        measure: round(there[measure] - value, _PLACES)
        for measure, value in here.items()
        if measure in there
    }


def _stated(analysis: "Analysis", placed: PlacedStep) -> Iterator[tuple[Measure, float]]:
    """Yields what a map states of a step, with a sign by which more is better."""
    position, wait = placed.position, placed.step.wait
    if point := analysis.curve.points[position]:
        yield Measure.EMOTION, point.value
    perceived = analysis.ratings[position].perceived
    if perceived is not None:
        yield Measure.PERCEIVED, perceived
    leaks = analysis.ways.exits[position].leaks
    if analysis.ways.has_shares and None not in leaks:
        yield Measure.LOSS, -fsum(share or 0 for share in leaks)
    if wait:
        yield Measure.WAIT, -wait.time.days
