"""Titles of pages that show some steps of a map: what happens there, the most telling first."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.best_idea import one_why
from journeymap.analysis.claims import claims
from journeymap.analysis.part_claims import (
    PartClaim,
    PartExtremes,
    PartLoss,
    aims,
    gravest_pain,
    part_claims,
)
from journeymap.model.journey_map import JourneyMap
from journeymap.words.headlines import extreme_words, moment_words, quoted, sentences
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
        yield from _sentences(claim, journey_map)
    aim = aims(analysis, positions)
    if aim and aim.high:
        moments = [moment_words(journey_map, each) for each in aim.high.named]
        sign = label("headline-aim", journey_map.journey.language)
        yield from (f"{sign} {', '.join(moments[:most])}" for most in range(len(moments), 0, -1))
    yield from _pains_and_ideas(analysis, positions)
    yield from _steps(journey_map, positions)


def _sentences(claim: PartClaim, journey_map: JourneyMap) -> Iterator[str]:
    """Yields a claim in words, then shorter."""
    if isinstance(claim, PartLoss):
        said = _lost(claim, journey_map)
    elif isinstance(claim, PartExtremes):
        said = _felt(claim, journey_map)
    else:
        yield from sentences(claim, journey_map)
        return
    estimate = f"{label('headline-estimate', journey_map.journey.language)} "
    yield from (f"{estimate if claim.assumed else ''}{words}" for words in said)


def _lost(claim: PartLoss, journey_map: JourneyMap) -> Iterator[str]:
    """Yields how many are lost, and where most are: where all are, in words of that step."""
    language, least = journey_map.journey.language, "-least" if claim.is_least else ""
    lost = label(f"part-lost{least}", language).format(lost=claim.lost)
    if claim.step:
        step = quoted(claim.step, language)
        why = one_why(claim.step)
        reason = f": {why}" if why else ""
        told = [label(f"part-lost-step{least}", language).format(here=claim.here, step=step)]
        if claim.here < claim.lost:
            told = [
                lost + label("part-lost-at", language).format(here=claim.here, step=step),
                *told,
            ]
        for words in told:
            yield from (f"{words}{reason}", words) if reason else (words,)
    yield lost


def _felt(claim: PartExtremes, journey_map: JourneyMap) -> Iterator[str]:
    found = [(which, each) for which in ("low", "high") if (each := getattr(claim, which))]
    told = [extreme_words(which, each, journey_map, "part") for which, each in found]
    yield ". ".join(told)
    yield told[0]
    if len(journey_map.persona_ids) == 1:  # else whose feeling it is would have to be said
        for which, each in found:
            yield extreme_words(which, each, journey_map, "part", brief=True)


def _pains_and_ideas(analysis: Analysis, positions: Sequence[int]) -> Iterator[str]:
    """Yields the gravest pain at some steps, then how many pains and ideas there are."""
    journey_map = analysis.journey_map
    language = journey_map.journey.language
    steps = [journey_map.steps[at] for at in positions]
    pains, ideas = (sum(map(len, each)) for each in (
        [step.pains for step in steps], [step.opportunities for step in steps]
    ))  # fmt: skip
    if worst := gravest_pain(analysis, positions):
        text = label("quoted", language).format(text=worst.pain.text)
        yield label("part-only-pain" if pains == 1 else "part-pain", language).format(text=text)
    if pains or ideas:
        key = "part-counts" if pains and ideas else "part-pains" if pains else "part-ideas"
        yield label(key, language).format(pains=pains, ideas=ideas)


def _steps(journey_map: JourneyMap, positions: Sequence[int]) -> Iterator[str]:
    """Yields which steps they are: their stages, the first and the last of them; then stages."""
    language = journey_map.journey.language
    steps = [journey_map.steps[at] for at in positions]
    stages = ", ".join(filter(None, dict.fromkeys(step.stage.label for step in steps)))
    first, last = (quoted(step, language) for step in (steps[0], steps[-1]))
    if len(steps) == 1:
        yield ": ".join(filter(None, (stages, first)))
    else:
        words = label("part-steps", language).format(stages=stages, first=first, last=last)
        yield words if stages else words.removeprefix(": ")
    if stages:
        yield stages
