"""Waits and losses at a step, in both maps where they differ."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.evidence import is_assumed
from journeymap.compare.field_words import NOTHING
from journeymap.compare.pairing import Pair
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.views.compare.maps import Maps
from journeymap.views.compare.turns import fewer_lost
from journeymap.views.kit.glyphs import Passage
from journeymap.views.sheet.content import Passing
from journeymap.views.sheet.figure_words import wait_words
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent


def change_words(before: str, after: str) -> str:
    """Returns both values where they differ; a dash for nothing."""
    return before if before == after else f"{before or NOTHING} → {after or NOTHING}"


def _both(maps: Maps, each: Pair) -> Sequence[tuple[JourneyMap, PlacedStep | None]]:
    return ((maps.first, each.first), (maps.second, each.second))


def waits(maps: Maps, each: Pair) -> Iterator[Passing]:
    """Yields the wait after a step, in both maps where it differs."""
    written = [wait_words(of, step) if step else "" for of, step in _both(maps, each)]
    if any(written):
        text = _once_marked(written, maps.language)
        what = label("wait", maps.language)
        yield Passing(
            kind=Passage.WAIT, text=text, tooltip=f"{what} {text}", differs=written[0] != written[1]
        )


def leaks(maps: Maps, each: Pair) -> Iterator[Passing]:
    """Yields the share of those who leave at a step, in both maps where it differs."""
    words = [_lost(of, step) if step else "" for of, step in _both(maps, each)]
    if any(words):
        text = _once_marked(words, maps.language)
        what = label("leave", maps.language)
        yield Passing(
            kind=Passage.LEAK, text=text, tooltip=f"{text} {what}", differs=words[0] != words[1],
            better=fewer_lost(maps, each),
        )  # fmt: skip


def _once_marked(both: Sequence[str], language: str) -> str:
    """Returns both values; that they are assumed is said once where it is true of both."""
    before, after = both
    mark = f" ({label('assumed-share', language)})"
    if before != after and before.endswith(mark) and after.endswith(mark):
        return f"{before.removesuffix(mark)} → {after}"
    return change_words(before, after)


def _lost(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    """Returns the share of those at a step who leave; empty where it is not stated."""
    known = [leak for leak in placed_step.step.leaks if leak.share is not None]
    if not known:
        return ""
    assumed = any(is_assumed(journey_map, placed_step, leak.evidence) for leak in known)
    share = percent(sum(leak.share or 0.0 for leak in known), assumed=assumed)
    return marked(share, journey_map.journey.language, assumed=assumed)
