"""Why a step presses, in words: the one place that says a reason in a language."""

from collections.abc import Callable, Iterable, Mapping

from journeymap.analysis.leverage import Point
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap
from journeymap.model.times import read_time
from journeymap.words.labels import label
from journeymap.words.shares import of_100
from journeymap.words.times import number, said

MOST = 4
"""At most so many reasons of a step are named (house: nobody keeps more in mind)."""
_BETWEEN = ";"
"""What stands between reasons in a sentence; what has one in it is quoted."""


def named(point: Point, journey_map: JourneyMap, language: str | None = None) -> tuple[str, ...]:
    """Returns the first reasons of a leverage point, a phrase each.

    Args:
        point: the leverage point.
        journey_map: its map.
        language: of the words; that of the map where left out.
    """
    language = language or journey_map.journey.language
    return tuple(phrase(reason, journey_map, language) for reason in point.reasons[:MOST])


def sentence(point: Point, journey_map: JourneyMap, language: str | None = None) -> str:
    """Returns the same in one sentence; empty where nothing presses."""
    return joined(named(point, journey_map, language))


def joined(phrases: Iterable[str]) -> str:
    """Returns phrases as one sentence, with neither a capital nor a full stop."""
    return f"{_BETWEEN} ".join(phrases)


def phrase(
    reason: Reason, journey_map: JourneyMap, language: str | None, quotes: str | None = None
) -> str:
    """Returns a reason in a few words.

    Args:
        reason: the reason.
        journey_map: the map that it is of.
        language: of the words.
        quotes: how pains are quoted, as a template with {text}; where left out, they are only where
            they could be taken for several reasons.
    """
    whose = ""
    if reason.kind in {ReasonKind.RATINGS, ReasonKind.LONG_WAIT}:
        whose = "".join(f"{journey_map.short_label(who)}: " for who in reason.ids)
    if reason.kind is ReasonKind.RATINGS:
        return whose + rated(reason.figures, language)
    if reason.kind is ReasonKind.FEELING:
        return _feeling(reason, journey_map, language)
    figures = {
        name: _figure(name, value, language, assumed=reason.assumed)
        for name, value in reason.figures.items()
    }
    names = [whole(name, language) for name in map(_naming(reason.kind, journey_map), reason.ids)]
    text = whole(_written(reason, language), language)
    if quotes and reason.kind in {ReasonKind.HARM, ReasonKind.PAIN}:
        text = quotes.format(text=reason.written)
    words = label(f"reason-{_variant(reason)}", language)
    return whose + words.format(**figures, items=listed(names, language), text=text)


def _written(reason: Reason, language: str | None) -> str:
    """Returns what the map calls it; a wait in the language of the words."""
    time = read_time(reason.written) if reason.kind is ReasonKind.LONG_WAIT else None
    return said(time, language) if time else reason.written


def whole(text: str, language: str | None) -> str:
    """Quotes what the map says where it could be taken for several reasons."""
    return label("quoted", language).format(text=text) if _BETWEEN in text else text


def _variant(reason: Reason) -> str:
    """Returns which words say a reason: some have others without a figure, or with more of it."""
    match reason.kind:
        case ReasonKind.HARM:
            return ReasonKind.PAIN
        case ReasonKind.WAY_BACK if not reason.figures:
            return "way-back-some"
        case ReasonKind.LEAVING:
            again, one = "-again" * reason.each_time, "-one" * _is_one(reason)
            return f"{'lost' if reason.by_end else reason.kind}{again}{one}"
        case ReasonKind.WAY_BACK if _is_one(reason):
            return f"{reason.kind}-one"
        case ReasonKind.LOWEST if reason.figures["equal"] > 1:
            return "lowest-equal"
        case _:
            return reason.kind


def _is_one(reason: Reason) -> bool:
    return of_100(reason.figures["share"], assumed=reason.assumed) == "1"


def _naming(kind: ReasonKind, journey_map: JourneyMap) -> Callable[[str], str]:
    if kind is ReasonKind.CHANNEL_IN_VAIN:
        return journey_map.channels.label_of
    return journey_map.information.label_of


def _figure(name: str, value: float, language: str | None, *, assumed: bool = False) -> str:
    if name == "share":
        return of_100(value, assumed=assumed, language=language)
    return number(value, language)


def listed(names: Iterable[str], language: str | None) -> str:
    """Returns names in a row, with "and" before the last one."""
    *others, last = dict.fromkeys(names) or [""]
    return f"{', '.join(others)} {label('and', language)} {last}" if others else last


def _feeling(reason: Reason, journey_map: JourneyMap, language: str | None) -> str:
    """Says whose feeling it is where it is neither the persona's nor everybody's."""
    (who,), written = reason.ids, reason.written
    own = who == PERSONA or (who,) == journey_map.persona_ids
    if not any(map(str.isalpha, written)):
        value = _figure("emotion", reason.figures["emotion"], language).replace("-", "−")
        written = label("reason-emotion", language).format(value=value)
    elif own:
        written = label("reason-feeling", language).format(feeling=written)
    return written if own else f"{journey_map.short_label(who)}: {written}"


def rated(figures: Mapping[str, float], language: str | None) -> str:
    """Returns ratings on their scale: "importance 5, expected 4, perceived 2 of 5".

    Args:
        figures: the ratings by name, and the highest value of the scale ("of").
        language: of the words.
    """
    words = [
        f"{label(name, language)} {number(value, language)}" for name, value in figures.items()
    ]
    *ratings, highest = words
    return f"{', '.join(ratings)} {highest}"
