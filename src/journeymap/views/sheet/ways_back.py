"""Shares of ways in words, and which ways of a step lead back."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standing, is_assumed
from journeymap.analysis.flow import people, shares_standing
from journeymap.analysis.transitions import Transition, Transitions
from journeymap.model.journey_map import PlacedStep
from journeymap.words.headlines import quoted
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent
from journeymap.words.whose import each_or_all

_HUNDREDTH = 0.01
"""What a share that is told in whole hundredths may be off by."""


def share_of(analysis: Analysis, exits: Transitions, way: Transition) -> tuple[str, bool]:
    """Returns the share of a way of those at its step, and whether it is assumed.

    What is left for a way that states no share rests on those that the step does state. A mean of
    personas rests on how much each of them counts as well.
    """
    own = None if way.entry is None else exits.step.step.next[way.entry]
    share, journey_map = way.share or 0.0, analysis.journey_map
    weighed = analysis.is_weighed(exits.step.position)
    if own and (own.share is not None or own.shares):
        mixed = weighed and bool(own.shares)
        assumed = mixed or is_assumed(journey_map, exits.step, own.evidence)
    else:
        assumed = weighed or shares_standing(journey_map, exits) is Standing.ASSUMED
        share = _rest(exits, way) if assumed else share
    return percent(share, assumed=assumed, language=journey_map.journey.language), assumed


def _rest(exits: Transitions, way: Transition) -> float:
    """Returns the share of a way that states none, so that whole hundredths add up to 100."""
    others = [each.share for each in exits.ways if each is not way]
    rest = 1 - sum(people(share or 0.0) for share in (*others, *exits.leaks)) / 100
    share = way.share or 0.0
    return rest if 0 < rest < 1 and abs(rest - share) < _HUNDREDTH else share


def ways_back(
    analysis: Analysis, placed_step: PlacedStep, *, marks: bool = True, anew: bool = True
) -> Iterator[tuple[str, str]]:
    """Yields the ways of a step that lead back: how many take each, and where it leads.

    How many is empty where nobody knows.

    Args:
        analysis: the map.
        placed_step: the step.
        marks: whether what is assumed is marked.
        anew: whether a cycle that begins again is among them.
    """
    exits, language = (
        analysis.ways.exits[placed_step.position],
        analysis.journey_map.journey.language,
    )
    for way in exits.ways:
        if way.back and way.is_open and way.target is not None and (anew or not way.renewed):
            known = analysis.flow is not None and way.share is not None
            share, assumed = share_of(analysis, exits, way) if known else ("", False)
            if known and way.entry is not None and (own := exits.step.step.next[way.entry]).shares:
                assumed = is_assumed(analysis.journey_map, exits.step, own.evidence)
                say = partial(percent, assumed=assumed, language=language)
                share = each_or_all(analysis.journey_map, None, own.shares, say)
            yield (
                marked(share, language, assumed=assumed and marks),
                quoted(analysis.journey_map.steps[way.target], language),
            )


def back_words(analysis: Analysis, placed_step: PlacedStep) -> Iterator[tuple[str, str, str]]:
    """Yields the same in words: "9 % back to “Calls”", then shorter: "9 % go back"."""
    language = analysis.journey_map.journey.language
    for share, target in ways_back(analysis, placed_step):
        words = label("back-to", language).format(step=target)
        least = label("go-back", language).format(share=share).strip()
        yield " ".join(filter(None, (share, words))), f"{share} →\u00a0{target}".strip(), least
