"""The ends of a journey in words: losses, ends that are neither, and successes."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.evidence import is_assumed
from journeymap.model.between import Outcome, Way
from journeymap.model.ids import END, slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent
from journeymap.words.whose import each_or_all


def end_words(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields the ends of a step that are no success: how many come to them, and why."""
    yield from (words for words, _ in ends(journey_map, placed_step))


def ends(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[tuple[str, Outcome]]:
    """Yields the ends of a step that are no success in words, with what they count as."""
    for way in placed_step.step.next:
        if way.counts in {Outcome.LOST, Outcome.NEITHER} and slug(way.to) == END:
            yield _words(journey_map, placed_step, way, way.counts), way.counts


def completed(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields the ends of a step that are a success and of which more is said than that."""
    for way in placed_step.step.next:
        is_success = way.counts in {None, Outcome.COMPLETED} and slug(way.to) == END
        if is_success and (way.why or way.share is not None or way.shares):
            yield _words(journey_map, placed_step, way, Outcome.COMPLETED)


def _words(journey_map: JourneyMap, placed_step: PlacedStep, way: Way, counts: Outcome) -> str:
    """Returns how many come to an end, and why, or what it counts as."""
    language = journey_map.journey.language
    assumed = is_assumed(journey_map, placed_step, way.evidence)
    say = partial(percent, assumed=assumed, language=language)
    share = each_or_all(journey_map, way.share, way.shares, say)
    words = label(f"ends-{counts}", language)
    head = marked(share, language, assumed=assumed and bool(share))
    return " →\u00a0".join(part for part in (head, way.why or words) if part)
