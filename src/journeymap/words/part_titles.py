"""Titles of pages that show some steps of a map: what happens there, the most telling first."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.claims import claims
from journeymap.analysis.part_claims import PartClaim, PartExtremes, PartLoss, part_claims
from journeymap.model.journey_map import JourneyMap
from journeymap.words.headlines import extreme_words, quoted, sentences
from journeymap.words.labels import label


def titles(analysis: Analysis, positions: Sequence[int]) -> Iterator[str]:
    """Yields what can be said of some steps, at last which they are.

    Args:
        analysis: the whole map.
        positions: of the steps, in their order; at least one.
    """
    journey_map = analysis.journey_map
    if len(positions) == len(journey_map.steps):
        for whole in claims(analysis):
            yield from sentences(whole, journey_map)
        yield journey_map.journey.title
        return
    for claim in part_claims(analysis, positions):
        yield from _sentences(claim, journey_map, alone=len(positions) == 1)
    yield _steps(journey_map, positions)


def _sentences(claim: PartClaim, journey_map: JourneyMap, *, alone: bool) -> Iterator[str]:
    """Yields a claim in words, then shorter; where it is of one step, in words of that."""
    if not isinstance(claim, PartLoss | PartExtremes):
        yield from sentences(claim, journey_map)
        return
    estimate = f"{label('headline-estimate', journey_map.journey.language)} "
    is_loss = isinstance(claim, PartLoss)
    said = _lost(claim, journey_map, alone=alone) if is_loss else _felt(claim, journey_map)
    yield from (f"{estimate if claim.assumed else ''}{words}" for words in said)


def _lost(claim: PartLoss, journey_map: JourneyMap, *, alone: bool) -> Iterator[str]:
    language = journey_map.journey.language
    key = "part-lost-one" if alone else "part-lost"
    lost = label(f"{key}-least" if claim.is_least else key, language).format(lost=claim.lost)
    if claim.step and not alone:
        where = "part-lost-all" if claim.here == claim.lost else "part-lost-at"
        named = quoted(claim.step, language)
        yield lost + label(where, language).format(here=claim.here, step=named)
    if not claim.step or alone:
        yield lost


def _felt(claim: PartExtremes, journey_map: JourneyMap) -> Iterator[str]:
    told = [
        extreme_words(which, extreme, journey_map, "part")
        for which, extreme in (("low", claim.low), ("high", claim.high))
        if extreme
    ]
    yield ". ".join(told)
    yield told[0]


def _steps(journey_map: JourneyMap, positions: Sequence[int]) -> str:
    """Returns which steps they are: their stages, the first and the last of them."""
    language = journey_map.journey.language
    steps = [journey_map.steps[at] for at in positions]
    stages = ", ".join(filter(None, dict.fromkeys(step.stage.label for step in steps)))
    first, last = (quoted(step, language) for step in (steps[0], steps[-1]))
    if len(steps) == 1:
        return ": ".join(filter(None, (stages, first)))
    words = label("part-steps", language).format(stages=stages, first=first, last=last)
    return words if stages else words.removeprefix(": ")
