"""Sums of times in words: how long a journey takes, and how much of it is waiting."""

from dataclasses import replace

from journeymap.analysis.measures import Measures
from journeymap.analysis.time import Part, Sums, Total
from journeymap.model.unread import if_read
from journeymap.words.labels import label
from journeymap.words.times import rounded, rounded_days

_NEARLY = 0.05
"""A sum that rounding moves by no more of it is told as it is (house)."""
_DAY = 1.0
"""Waits of so many days together or more are told below titles (house)."""


def length(total: Total, language: str | None) -> str:
    """Returns a sum of times in words; empty where nothing of it is recorded."""
    if not total.is_known:
        return ""
    return rounded(total.low, total.high, language, about=total.about)


def _alone(total: Total, language: str | None) -> str:
    """Returns it for a line that shows no parts of it: with *about* where rounding moves it."""
    off = abs(rounded_days(total.low, total.high) - total.low)
    return length(replace(total, about=total.about or off > _NEARLY * total.low), language)


def waiting(sums: Sums, language: str | None) -> str:
    """Returns how long is waited and how much of it unannounced; empty where it is under a day.

    Waits that are planned are no waiting: where there are any, that is said.
    """
    whole, dark = sums[Part.UNPLANNED], sums[Part.SILENT]
    if not whole.is_known or whole.days < _DAY:
        return ""
    planned = sums[Part.WAITING].known > whole.known
    has_dark = dark.is_known and _DAY <= dark.days <= whole.days
    key = ("waiting-line", "waiting-dark", "waiting-besides", "waiting-dark-besides")
    words = label(key[2 * planned + has_dark], language).format(
        wait=_alone(whole, language), dark=_alone(dark, language)
    )
    return f"{words} ({label('assumed-share', language)})" if whole.assumed else words


def waiting_fact(measures: Measures) -> str:
    """Returns how long is waited along the main way of a map; empty where that is unknown."""
    return if_read(lambda: _waiting(measures), "")


def _waiting(measures: Measures) -> str:
    """Returns how long is waited, of each persona where they differ: nobody waits their mean."""
    journey_map = measures.journey_map
    language = journey_map.journey.language
    own = {who: waiting(each.times.whole.main, language) for who, each in measures.of_each.items()}
    if len(set(own.values())) > 1:
        told = (f"{journey_map.short_label(who)}: {words}" for who, words in own.items() if words)
        return "; ".join(told)
    return waiting(measures.times.whole.main, language)
