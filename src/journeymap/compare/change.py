"""What another map of the same journey changes, step by step: better or worse."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import fsum

from journeymap.analysis.analysis import Analysis
from journeymap.compare.match import match
from journeymap.model.journey_map import PlacedOpportunity, PlacedStep
from journeymap.model.pains import OpportunityStatus
from journeymap.quick_dataclass import dataclass

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
        other: the same step in the other map.
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


def changes(current: Analysis, other: Analysis) -> tuple[Change, ...]:
    """Returns what becomes of each step that both maps have, in the order of the first."""
    same = match(current.journey_map, other.journey_map).steps
    pairs = [(step, same.get(step.position)) for step in current.journey_map.steps]
    return tuple(
        _change(current, step, other, other.journey_map.steps[place])
        for step, place in pairs
        if place is not None
    )


def brought_about_by(current: Analysis, step: PlacedStep) -> tuple[PlacedOpportunity, ...]:
    """Returns the ideas that may better a step: its own, and those elsewhere that solve its pains.

    One that was dropped brings nothing about.

    Args:
        current: the map as it is.
        step: one of its steps.
    """
    answers = (current.answers.get(pain.route, ()) for pain in step.pains)
    ideas = {idea.route: idea for each in (step.opportunities, *answers) for idea in each}
    return tuple(
        idea for idea in ideas.values() if idea.opportunity.status is not OpportunityStatus.DROPPED
    )


def _change(current: Analysis, step: PlacedStep, other: Analysis, there: PlacedStep) -> Change:
    return Change(step=step, other=there, gains=_gains(current, step, other, there))


def _gains(
    current: Analysis, step: PlacedStep, other: Analysis, counterpart: PlacedStep
) -> Mapping[Measure, float]:
    here, there = dict(_stated(current, step)), dict(_stated(other, counterpart))
    return {
        measure: round(there[measure] - value, _PLACES)
        for measure, value in here.items()
        if measure in there
    }


def _stated(analysis: Analysis, placed_step: PlacedStep) -> Iterator[tuple[Measure, float]]:
    """Yields what a map states of a step, with a sign by which more is better."""
    position, wait = placed_step.position, placed_step.step.wait
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
