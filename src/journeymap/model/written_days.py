"""Days as people write them: what a date field, which takes 2026-10-12 or 2026-10, could take."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from journeymap.quick_pattern import pattern

_NUMBERS = pattern(r"(\d{1,4})\s?[./\\\-\s]\s?(\d{1,2})\s?[./\\\-\s]\s?(\d{1,4})")
_MONTH = pattern(
    r"(?:(?P<first>\d{1,2})[./-](?P<year>\d{4})|(?P<lead>\d{4})[./-](?P<last>\d{1,2}))"
)
_TIMED = pattern(r"(\d{4}-\d{2}-\d{2})[t ]\d{1,2}:\d.*")
_QUARTER = pattern(r"(?:q(?P<one>[1-4])[\s/-]*(?P<of>\d{4})|(?P<in>\d{4})[\s/-]*q(?P<two>[1-4]))")
_DATED = pattern(
    r"(?:\b(?:in|of|every|each|early|late|mid|by|en|de|cada|a principios de|a finales de|w)|"
    r"\d{1,2}(?:st|nd|rd|th|\.)?)[ \t-]+(?!mar\b|may be)([^\W\d_]{3,})"
)
_WORD = pattern(r"[^\W\d_]{3,}")
_DIGITS = pattern(r"\d+")
_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name: month
        for month, names in enumerate(
            (
                "jan ene sty january enero stycznia styczeń januar janvier",
                "feb lut february febrero lutego luty februar février",
                "mar march marzo marca marzec märz mars",
                "apr abr kwi april abril kwietnia kwiecień avril",
                "may mayo maj maja mai",
                "jun june junio czerwca czerwiec cze juni juin",
                "jul july julio lipca lipiec lip juli juillet",
                "aug ago sie august agosto sierpnia sierpień août",
                "sep sept wrz september septiembre września wrzesień septembre",
                "oct paź october octubre października październik oktober octobre okt",
                "nov lis november noviembre listopada listopad novembre",
                "dec dic gru december diciembre grudnia grudzień dezember décembre dez",
            ),
            start=1,
        )
        for name in names.split()
    }
)
_IN_A_MONTH = frozenset(
    name
    for names in (
        "styczniu lutym marcu kwietniu maju czerwcu",
        "lipcu sierpniu wrześniu październiku listopadzie grudniu",
    )
    for name in names.split()
)
"""Polish months as they stand behind "in"."""
_CENTURY = 2000
"""A year of two digits is one of this century; house."""
_YEAR_DIGITS = 4
_SERIAL = range(36_526, 73_051)
"""Numbers of days that spreadsheets count from 1900, for dates from 2000 to 2099."""


def day_help(written: str) -> tuple[str, str]:
    """Returns what to write instead of a date that no field takes, and the date if it is sure.

    Args:
        written: what stands there.
    """
    text = " ".join(unicodedata.normalize("NFC", written).casefold().split())
    found = _readings(text)
    if len(found) == 1:
        is_sure = re.search(r"\d{4}", text) is not None  # of two digits each may be the year
        return f"write {found[0]}", found[0] if is_sure else ""
    if found:
        numbers = _NUMBERS.fullmatch(text)
        first = int(numbers[1]) if numbers else 0
        said, *others = (f"{each} if the {_part(each, first)} is" for each in found)
        return f"write {', '.join([f'{said} said first', *others])}", ""
    if text.isascii() and text.isdigit() and int(text) in _SERIAL:
        day = date(1899, 12, 30) + timedelta(days=int(text))
        return f"write {day}, which spreadsheets keep as the number {text}", ""
    return _impossible(text) or _too_wide(text) or "write it as 2026-10-12 or 2026-10", ""


def names_a_month(text: str) -> bool:
    """Tells whether a text names a month as part of a date, as "on 20 March" and "w maju" do."""
    words = unicodedata.normalize("NFC", text).casefold()
    names = (found[1] for found in _DATED.finditer(words))
    return any(name in _IN_A_MONTH or name in _MONTHS for name in names)


def _part(day: str, first: int) -> str:
    """Returns which part of a date a number is that was written first."""
    _, month, last = (int(part) for part in day.split("-"))
    if last == first:
        return "day"
    return "month" if month == first else "year"


def _readings(text: str) -> list[str]:
    """Returns the dates that a text may mean, the likeliest first."""
    if timed := _TIMED.fullmatch(text):
        return _day(*timed[1].split("-"))
    if numbers := _NUMBERS.fullmatch(text):
        first, middle, last = numbers.groups()
        if len(first) == _YEAR_DIGITS:
            return _day(first, middle, last) or _day(first, last, middle)
        if len(first) > 2 or len(last) not in {2, 4}:  # noqa: PLR2004 - digits of a day, a year
            return []
        found = _day(last, middle, first) + _day(last, first, middle)
        if "-" in text and len(last) == len(first) == 2:  # noqa: PLR2004 - digits of a year as well
            found += _day(first, middle, last)
        return list(dict.fromkeys(found))
    if month := _MONTH.fullmatch(text):
        return _of_month(month["year"] or month["lead"], int(month["first"] or month["last"]))
    return _in_words(text)


def _in_words(text: str) -> list[str]:
    """Reads a date with the name of its month, such as 12 December 2026 or Dec '26."""
    months = {_MONTHS[word] for word in _WORD.findall(text) if word in _MONTHS}
    numbers = _DIGITS.findall(text)
    if len(months) != 1 or len(numbers) not in {1, 2}:
        return []
    month, year = months.pop(), numbers[-1]
    if len(numbers) == 1:
        return _of_month(year, month) if len(year) == _YEAR_DIGITS or "'" in text else []
    return _day(year, str(month), numbers[0])


def _day(year: str, month: str, day: str) -> list[str]:
    whole = int(year) + (_CENTURY if len(year) <= 2 else 0)  # noqa: PLR2004 - its digits
    try:
        return [date(whole, int(month), int(day)).isoformat()]
    except ValueError:
        return []


def _of_month(year: str, month: int) -> list[str]:
    whole = int(year) + (_CENTURY if len(year) <= 2 else 0)  # noqa: PLR2004 - its digits
    return [f"{whole}-{month:02}"] if 1 <= month <= 12 else []  # noqa: PLR2004 - months


def _impossible(text: str) -> str:
    """Says how many days a month has whose day there is not."""
    parts = text.split("-")
    if len(parts) < 3 or not all(part.isdigit() for part in parts):  # noqa: PLR2004
        return ""
    year, month = int(parts[0]), int(parts[1])
    if not (1 <= month <= 12 and 1 <= year <= 9999):  # noqa: PLR2004 - months, years
        return ""
    last, day = days_of(year, month), int(parts[2])
    nearest = f"{parts[0]}-{parts[1]}-{min(max(day, 1), last):02}"
    return (
        f"{parts[0]}-{parts[1]} has {last} days: write {nearest}, or {nearest[:-3]} for the month"
    )


def days_of(year: int, month: int) -> int:
    """Returns how many days a month has.

    Raises:
        ValueError: the calendar does not know the month.
    """
    return (date(year, month + 1, 1) - timedelta(days=1)).day if month < 12 else 31  # noqa: PLR2004


def _too_wide(text: str) -> str:
    """Says what to write for a year or a quarter: its last month, or the one that is meant."""
    if quarter := _QUARTER.fullmatch(text):
        month = 3 * int(quarter["one"] or quarter["two"])
        return (
            f"write a month: {quarter['of'] or quarter['in']}-{month:02}, the last of the quarter"
        )
    if ended := re.fullmatch(r"(?:the |by )?end of (\d{4})", text):
        return f"write {ended[1]}-12"
    if re.fullmatch(r"\d{4}", text):
        return f"write the month as well: {text}-12 if it is its end"
    return ""
