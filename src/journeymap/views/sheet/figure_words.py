"""Shares and times of steps in words, of each persona where they differ."""

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from journeymap.analysis.evidence import is_assumed
from journeymap.model.between import Leak, Wait
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.step import ActiveTime
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent
from journeymap.words.times import said
from journeymap.words.whose import each_or_all

Timed = TypeVar("Timed", ActiveTime, Wait)


def leak_words(journey_map: JourneyMap, placed_step: PlacedStep, leak: Leak) -> str:
    """Returns who leaves in a few words: the share, and where they go."""
    language = journey_map.journey.language or "en"
    share = share_words(journey_map, placed_step, leak) or label("leave", language)
    return f"{share} →\u00a0{journey_map.person_label(leak.to)}" if leak.to else share


def share_words(journey_map: JourneyMap, placed_step: PlacedStep, leak: Leak) -> str:
    """Returns the share of those who leave, of each persona where they differ."""
    language = journey_map.journey.language
    assumed = is_assumed(journey_map, placed_step, leak.evidence)
    say = partial(percent, assumed=assumed, language=language)
    share = each_or_all(journey_map, leak.share, leak.shares, say)
    return marked(share, language, assumed=assumed and bool(share))


def time_words(
    journey_map: JourneyMap, placed_step: PlacedStep, time: Timed | None, each: Mapping[str, Timed]
) -> str:
    """Returns a time as it is written, of each persona where they differ."""
    language = journey_map.journey.language

    def say(time: Timed) -> str:
        assumed = is_assumed(journey_map, placed_step, time.evidence)
        return marked(said(time.time, language), language, assumed=assumed)

    return each_or_all(journey_map, time, each, say)


def wait_words(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    """Returns how long one waits after a step, as it is written; empty where nothing is."""
    return time_words(journey_map, placed_step, placed_step.step.wait, placed_step.step.waits)
