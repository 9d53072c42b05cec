"""Readings of shares that are called after one way on which people end, or go back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.contradiction import (
    POINTS,
    Against,
    Contradiction,
    Held,
    Range,
    are_of_one_time,
    share_goes_with,
)
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.transitions import Transition, Transitions
from journeymap.model.between import Outcome, Way
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.metric_names import share_a_word
from journeymap.model.vocabulary import Better, MetricKind

_Said = tuple[PlacedStep, Transition, Way, float]
"""A step, a way from it, what is written of that, and its share."""


def of_one_way(
    journey_map: JourneyMap, held: Held, share: float, stated: Sequence[Transitions]
) -> Iterator[Contradiction]:
    """Yields a share whose name tells of one way: of those who end well, or who go back.

    More cannot be right the first time than do not go back.

    Args:
        journey_map: the map.
        held: the reading.
        share: what is read, 0 to 1.
        stated: what becomes of those at the steps that it may be about.
    """
    if held.metric.item.improves is not Better.HIGHER:
        return
    named = [each for each in _ways(stated) if _names(held, each[0], each[2])]
    ends = [each for each in named if each[1].ends and each[1].counts is Outcome.COMPLETED]
    back = [each for each in named if each[1].back and not each[2].planned]
    slack = held.slack / 100
    if held.metric.item.kind is MetricKind.CONVERSION and len(ends) == 1:
        part = ends[0][3]
        if not share_goes_with(share, slack, Range(low=part, high=part)):
            yield from _told(journey_map, held, Against.ENDING, ends[0])
    if len(back) == 1 and share - slack + back[0][3] > 1 + POINTS:
        yield from _told(journey_map, held, Against.COMING_BACK, back[0])


def of_first_try(
    journey_map: JourneyMap, held: Held, share: float, own: Transitions
) -> Iterator[Contradiction]:
    """Yields a conversion at a step from which more go back than it leaves.

    That is asked, and only where one source says both: it may count another thing.

    Args:
        journey_map: the map.
        held: the reading.
        share: what is read, 0 to 1.
        own: what becomes of those at the step.
    """
    is_rate = held.metric.item.kind is MetricKind.CONVERSION
    if not is_rate or held.metric.item.improves is not Better.HIGHER:
        return
    sources = {*held.reading.evidence}
    back = [
        each
        for each in _ways([own])
        if each[1].back and not each[2].planned and sources & {*each[2].evidence}
    ]
    if len(back) == 1 and share - held.slack / 100 + (back[0][1].share or 0.0) > 1 + POINTS:
        told = _told(journey_map, held, Against.COMING_BACK, back[0])
        yield from (replace(each, firm=False, asked=True) for each in told)


def _ways(stated: Sequence[Transitions]) -> Iterator[_Said]:
    """Walks the ways whose shares are stated, as they are written."""
    for each in stated:
        for way in each.ways:
            if way.entry is not None and way.share is not None:
                yield each.step, way, each.step.step.next[way.entry], way.share


def _names(held: Held, placed_step: PlacedStep, said: Way) -> bool:
    """Tells whether a reading is called after a step, or after why people go a way from it."""
    words = f"{placed_step.id.replace('-', ' ')} {placed_step.label} {said.why or ''}"
    return share_a_word(held.metric.label, words)


def _told(
    journey_map: JourneyMap, held: Held, against: Against, found: _Said
) -> Iterator[Contradiction]:
    step, _, said, share = found
    if are_of_one_time(journey_map, held.reading, step, said.evidence):
        yield Contradiction(
            held=held,
            against=against,
            step=step,
            recorded=Range(low=share, high=share),
            assumed=is_assumed(journey_map, step, said.evidence),
            firm=bool({*held.reading.evidence} & {*said.evidence}),
        )
