"""Lengths of time in words, in the language of a map, with the right plural.

Plural forms and decimal signs after the Unicode CLDR.
"""

from collections.abc import Mapping, Sequence
from math import fsum, isfinite

from journeymap.model.fields import Duration
from journeymap.model.languages import labelled, tag
from journeymap.model.units import Amount, Unit

_FORMS: Mapping[str, Mapping[Unit, str]] = {
    "en": {
        Unit.SECOND: "s",
        Unit.MINUTE: "min",
        Unit.HOUR: "hour|hours",
        Unit.DAY: "day|days",
        Unit.WORKING_DAY: "working day|working days",
        Unit.WEEK: "week|weeks",
        Unit.MONTH: "month|months",
        Unit.YEAR: "year|years",
    },
    "es": {
        Unit.SECOND: "s",
        Unit.MINUTE: "min",
        Unit.HOUR: "hora|horas",
        Unit.DAY: "día|días",
        Unit.WORKING_DAY: "día hábil|días hábiles",
        Unit.WEEK: "semana|semanas",
        Unit.MONTH: "mes|meses",
        Unit.YEAR: "año|años",
    },
    "pl": {
        Unit.SECOND: "s",
        Unit.MINUTE: "min",
        Unit.HOUR: "godzina|godziny|godzin|godziny",
        Unit.DAY: "dzień|dni|dni|dnia",
        Unit.WORKING_DAY: "dzień roboczy|dni robocze|dni roboczych|dnia roboczego",
        Unit.WEEK: "tydzień|tygodnie|tygodni|tygodnia",
        Unit.MONTH: "miesiąc|miesiące|miesięcy|miesiąca",
        Unit.YEAR: "rok|lata|lat|roku",
    },
}
"""English and Spanish: one, other. Polish: one, few, many, and fractions, which is the genitive."""
_BOUNDS: Mapping[str, tuple[str, str, str]] = {
    "en": ("up to {}", "over {}", "about {}"),
    "es": ("hasta {}", "más de {}", "aprox. {}"),
    "pl": ("do {}", "powyżej {}", "około {}"),
}
"""What stands before the most, the least, and what is only about right."""
_POINT_IN_SPANISH = frozenset({"419", "mx", "us", "gt", "hn", "ni", "pa", "pe", "pr", "sv", "do"})
"""Where Spanish has a decimal point."""
_FEW = range(2, 5)
_ROUND = (
    (2.0 / 24, Unit.MINUTE),
    (1.0, Unit.HOUR),
    (28.0, Unit.DAY),
    (730.5, Unit.WEEK),
)
"""Below so many days a sum of times is told in such a unit; longer ones in years."""
_TENTHS = 2.0
"""Below so many of a unit a sum of times is told in tenths, and years always."""
_WEEK = 7.0
"""From so many days on, whole weeks are told as weeks."""


def said(time: Duration, language: str | None) -> str:
    """Returns a length of time as it is said in a language: "2–3 weeks", "do 3 tygodni"."""
    if not time.shortest or not time.longest:
        amounts, bound = time.longest or time.shortest, 0 if time.longest else 1
        words = _bounded(bound, amounts, language)
        return _BOUNDS[_short(language)][2].format(words) if time.about else words
    if time.shortest == time.longest:
        if time.about:
            return _bounded(2, time.longest, language)
        return _sum(time.longest, language)
    words = _range(time, language)
    return f"≈ {words}" if time.about else words


def number(value: float, language: str | None, places: int = 2) -> str:
    """Returns a number with the decimal sign of a language, and at most so many decimals."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    short, _, region = tag(language).casefold().partition("-")
    has_comma = short == "pl" or (short == "es" and region not in _POINT_IN_SPANISH)
    return text.replace(".", ",") if has_comma else text


def rounded(low: float, high: float, language: str | None, *, about: bool = False) -> str:
    """Returns a sum of times, in days, in one unit of its own size: "53 weeks", "4–6 days".

    Args:
        low: the least.
        high: the most; infinite where nobody knows.
        language: of the words.
        about: whether it is only about that.
    """
    shortest, longest = _ends(low, high)
    told = longest if isfinite(high) else ()
    return said(Duration(shortest=shortest, longest=told, written="", about=about), language)


def rounded_days(low: float, high: float) -> float:
    """Returns how many days the least of such a sum is once it is rounded."""
    return fsum(amount.days for amount in _ends(low, high)[0])


def _ends(low: float, high: float) -> tuple[tuple[Amount], tuple[Amount]]:
    most = high if isfinite(high) else low
    unit = next((unit for below, unit in _ROUND if most < below), Unit.YEAR)
    if unit is Unit.DAY and most >= _WEEK and not (low % 7 or most % 7):
        unit = Unit.WEEK
    least, last = (_round(end / unit.days, unit) for end in (low, most))
    return (Amount(count=least, unit=unit),), (Amount(count=last, unit=unit),)


def record(time: Duration, language: str | None) -> Mapping[str, object]:
    """Returns a length of time as programs read it; what nobody knows is None."""
    return {
        "days": time.days,
        "low": time.low,
        "high": time.high if isfinite(time.high) else None,
        "about": time.about,
        "written": time.written,
        "text": said(time, language),
    }


def _round(count: float, unit: Unit) -> float:
    return round(count, 1 if count < _TENTHS or unit is Unit.YEAR else None) + 0.0


def _short(language: str | None) -> str:
    return labelled(language) or "en"


def _sum(amounts: Sequence[Amount], language: str | None, *, genitive: bool = False) -> str:
    """Returns the parts of a sum; hours beside others are short: "1 h 30 min"."""
    return " ".join(
        f"{number(each.count, language)} "
        + ("h" if each.unit is Unit.HOUR and len(amounts) > 1 else _unit(each, language, genitive))
        for each in amounts
    )


def _unit(amount: Amount, language: str | None, genitive: bool) -> str:  # noqa: FBT001
    """Returns a unit in the form that a number asks for; Polish has a genitive as well."""
    one, *others = _FORMS[_short(language)][amount.unit].split("|")
    count = round(amount.count, 2)
    if len(others) <= 1:
        return one if count == 1 else (others or [one])[-1]
    few, many, part = others
    if not count.is_integer():
        return part
    if count == 1:
        return part if genitive else one
    is_few = count % 10 in _FEW and count % 100 // 10 != 1
    return few if is_few and not genitive else many


def _bounded(bound: int, amounts: Sequence[Amount], language: str | None) -> str:
    return _BOUNDS[_short(language)][bound].format(_sum(amounts, language, genitive=True))


def _range(time: Duration, language: str | None) -> str:
    """Returns a range; a unit that both ends share is said once, in the form of the last."""
    first, last = time.shortest, time.longest
    if len(first) == len(last) == 1 and first[0].unit is last[0].unit:
        return f"{number(first[0].count, language)}–{_sum(last, language)}"
    return f"{_sum(first, language)} – {_sum(last, language)}"
