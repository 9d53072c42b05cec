"""Why a step presses, in the words of pictures: no scores, and ratings in words."""

from collections.abc import Mapping, Sequence

from journeymap.analysis.call_outs import Because
from journeymap.analysis.leverage import Point
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap
from journeymap.words.headlines import level_words
from journeymap.words.labels import label, marked
from journeymap.words.reasons import MOST, joined, phrase, whole

WHY: Mapping[Because, str] = {
    Because.PRESSURE: "leverage",
    Because.PAIN: "called-pain",
    Because.FEELING: "called-feeling",
    Because.NAMED: "called-named",
}
"""Key of the words for why steps are called out."""
_GOOD = 7.5
"""From so many of ten points on something went well, and is no reason that a slide gives; house."""
OPEN_PAIN = "called-pain-desired"
"""Key of the words for why steps of a desired map are called out: what it leaves open."""
PAINS = frozenset({ReasonKind.HARM, ReasonKind.PAIN})
"""Reasons that are pains, which some pictures name by themselves."""
_WORDS = PAINS | {ReasonKind.FEELING, ReasonKind.LOWEST}
"""Reasons that are no figures; where they rest on assumptions, faces are hollow."""


def why_called(because: Because, state: State) -> str:
    """Returns the key of the words for why steps of a map are called out.

    Args:
        because: why they are.
        state: of the map; pains of a desired one are those that remain.
    """
    desired = state is State.DESIRED and because is Because.PAIN
    return OPEN_PAIN if desired else WHY[because]


def plainly(point: Point, journey_map: JourneyMap, *, pains: bool = True) -> tuple[str, ...]:
    """Returns the first reasons of a leverage point, a phrase each.

    Args:
        point: the leverage point.
        journey_map: its map.
        pains: whether pains are among them.
    """
    return tuple(words for _, words in _told(point, journey_map, pains=pains)[:MOST])


def plainly_marked(point: Point, journey_map: JourneyMap) -> tuple[str, ...]:
    """Returns the same with a mark at each figure that is assumed: pains and feelings are none.

    The last entry says how many are left out ("+1").
    """
    language = journey_map.journey.language
    told = _told(point, journey_map, pains=True)
    shown = (
        marked(words, language, assumed=reason.assumed and reason.kind not in _WORDS)
        for reason, words in told[:MOST]
    )
    return (*shown, *_more(told))


def besides_pains(point: Point, journey_map: JourneyMap) -> str:
    """Returns the same without pains in one sentence, with a mark at what is assumed.

    Where all of it is, one mark stands before it. At the end stands how many are left out ("+1").
    """
    language = journey_map.journey.language
    every = _told(point, journey_map, pains=False)
    told, more = every[:MOST], _more(every)
    mark = label("assumed-share", language)
    if told and all(reason.assumed for reason, _ in told):
        return f"{mark}: {joined([*(words for _, words in told), *more])}"
    shown = (f"{words} ({mark})" if reason.assumed else words for reason, words in told)
    return joined([*shown, *more])


def _told(point: Point, journey_map: JourneyMap, *, pains: bool) -> list[tuple[Reason, str]]:
    """Returns every reason that has words, with them."""
    chosen = (each for each in point.reasons if pains or each.kind not in PAINS)
    return [(each, words) for each in chosen if (words := _plain(each, journey_map))]


def _more(told: Sequence[object]) -> tuple[str, ...]:
    """Returns a sign for reasons that are left out, where any are."""
    return (f"+{len(told) - MOST}",) if len(told) > MOST else ()


def _plain(reason: Reason, journey_map: JourneyMap) -> str:
    language = journey_map.journey.language
    if reason.kind in PAINS:
        return whole(reason.written, language)
    if reason.kind is ReasonKind.FEELING and not any(map(str.isalpha, reason.written)):
        return ""  # the face says it; a word for it would be one that nobody wrote
    if reason.kind is not ReasonKind.RATINGS:
        return phrase(reason, journey_map, language)
    lowest, _ = journey_map.journey.scales.rating.bounds
    rated = _rated(reason.figures, lowest, language)
    whose = "".join(f"{journey_map.short_label(who)}: " for who in reason.ids)
    return whose + rated if rated else ""


def _rated(figures: Mapping[str, float], lowest: float, language: str | None) -> str:
    """Returns ratings in words: "expected good, got poor"; of what went well nothing."""
    span = figures["of"] - lowest

    def points(name: str) -> float:
        return 10 * (figures[name] - lowest) / span

    def level(name: str) -> str:
        return level_words(points(name), language)

    if "perceived" not in figures:
        return ""
    got = level("perceived")
    expected = level("expected") if "expected" in figures else got
    if expected != got and figures["expected"] > figures["perceived"]:
        return label("expected-got", language).format(expected=expected, got=got)
    if "importance" not in figures or points("perceived") >= _GOOD:
        return ""
    return label("matters-got", language).format(got=got)
