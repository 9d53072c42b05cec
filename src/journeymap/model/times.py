"""Lengths of time as people write them, in English, Spanish and Polish, or as ISO 8601 does."""

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from math import fsum
from types import MappingProxyType
from typing import TypeVar

from journeymap.model.fields import Duration
from journeymap.model.units import Amount, Unit, single_words, unit_words
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern

_ISO = pattern(
    r"P(?=.)(?:(?P<year>\d+(?:\.\d+)?)Y)?(?:(?P<month>\d+(?:\.\d+)?)M)?"
    r"(?:(?P<week>\d+(?:\.\d+)?)W)?(?:(?P<day>\d+(?:\.\d+)?)D)?"
    r"(?:T(?=.)(?:(?P<hour>\d+(?:\.\d+)?)H)?(?:(?P<minute>\d+(?:\.\d+)?)M)?"
    r"(?:(?P<second>\d+(?:\.\d+)?)S)?)?"
)
_TOKEN = pattern(r"\d+(?:\.\d+|,\d{1,2}(?!\d))?|[^\W\d_]+|[<>]=|[^\w\s]")
_PLUS = pattern(r"(?<=\d)\s*\+")
_LONGEST_PHRASE = 4
"""So many words at most mean one thing together."""


class _Bound(Enum):
    """What stands around a time and says how it is meant."""

    ABOUT = auto()
    UP_TO = auto()
    OVER = auto()
    FROM = auto()
    BETWEEN = auto()


def _phrases(meanings: Mapping[_Bound, str]) -> Mapping[str, _Bound]:
    return MappingProxyType(
        {
            " ".join(phrase.split()): bound
            for bound, phrases in meanings.items()
            for phrase in phrases.split(",")
        }
    )


_BEFORE = _phrases(
    {
        _Bound.ABOUT: "about, around, approx, approximately, roughly, circa, ca, c, some, ~, ≈, "
        "unos, unas, alrededor de, aproximadamente, aprox, cerca de, más o menos, mas o menos, "
        "około, ok, mniej więcej, jakieś, w przybliżeniu",
        _Bound.UP_TO: "up to, at most, no more than, not more than, less than, fewer than, under, "
        "max, maximum, within, <, <=, ≤, hasta, como máximo, como mucho, a lo sumo, menos de, "
        "no más de, máx, máximo, do, najwyżej, co najwyżej, maks, maksymalnie, mniej niż, "
        "poniżej, nie więcej niż",
        _Bound.OVER: "over, more than, at least, no less than, >, >=, ≥, más de, mas de, al menos, "
        "por lo menos, como mínimo, ponad, więcej niż, powyżej, co najmniej, przynajmniej, "
        "nie mniej niż",
        _Bound.FROM: "from, desde, od",
        _Bound.BETWEEN: "between, de, entre, między, pomiędzy",
    }
)
_AFTER = _phrases(
    {
        _Bound.ABOUT: "or so, approx, approximately, aprox, aproximadamente, más o menos, "
        "mniej więcej",
        _Bound.UP_TO: "at most, max, maximum, or less, como máximo, como mucho, máx, o menos, "
        "najwyżej, maks, maksymalnie, lub mniej",
        _Bound.OVER: "or more, at least, o más, como mínimo, lub więcej, co najmniej",
    }
)
_TO = dict.fromkeys(["-", "–", "—", "to", "or", "a", "o", "do", "lub", "albo"], 1)
"""What stands between the ends of a range."""
_BETWEEN_TO = dict.fromkeys(["and", "y", "e", "i", "a"], 1)
"""What else does where "between" has announced one."""
_AND = dict.fromkeys([",", "and", "y", "e", "i", "oraz"], 1)
_HALF = dict.fromkeys(("half a", "half an", "half", "media", "medio", "pół", "½"), 0.5) | (
    dict.fromkeys(("półtora", "półtorej"), 1.5)
)
_AND_HALF = dict.fromkeys(("and a half", "y media", "y medio", "i pół", "½"), 0.5)
COUNTS = {
    word: float(count)
    for count, words in enumerate(
        (
            "a an one un una uno jeden jedna jedną jedno",
            "two dos dwa dwie dwóch",
            "three tres trzy trzech",
            "four cuatro cztery czterech",
            "five cinco pięć pięciu",
            "six seis sześć sześciu",
            "seven siete siedem siedmiu",
            "eight ocho osiem ośmiu",
            "nine nueve dziewięć dziewięciu",
            "ten diez dziesięć dziesięciu",
        ),
        start=1,
    )
    for word in words.split()
}
_SMALLER = {Unit.HOUR: Unit.MINUTE, Unit.MINUTE: Unit.SECOND}
"""What a number without a unit counts behind another one: 1 h 30."""

T = TypeVar("T")
_Side = tuple[Amount, ...]


@lru_cache(maxsize=4_096)
def read_time(text: str) -> Duration | None:
    """Returns the length of time that a text tells; None where it tells none."""
    written = text.strip()
    if iso := _ISO.fullmatch(written):
        amounts = _of_iso(iso)
        return Duration(shortest=amounts, longest=amounts, written=written)
    folded = unicodedata.normalize("NFC", written).casefold()
    plain, pluses = _PLUS.subn(" ", folded)
    words = tuple(each for each in _TOKEN.findall(plain) if each != ".")
    return _Reader(words=words, bounds={_Bound.OVER} if pluses else set()).time(written)


def _of_iso(match: re.Match[str]) -> _Side:
    found = {Unit(name): float(count) for name, count in match.groupdict().items() if count}
    return tuple(Amount(count=count, unit=unit) for unit, count in found.items())


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads the words of one time from the left.

    Attributes:
        words: the words, numbers and signs.
        bounds: what is said of the time beside its length.
        at: the place of the next word.
        lent: what one of the first unit of the last length counts.
    """

    words: tuple[str, ...]
    bounds: set[_Bound]
    at: int = 0
    lent: Amount | None = None

    def time(self, written: str) -> Duration | None:
        self._note(_BEFORE)
        ends = self._ends()
        self._note(_AFTER)
        if not ends or self.at < len(self.words):
            return None
        if len(ends) == 1 and _Bound.FROM in self.bounds:
            self.bounds.add(_Bound.OVER)
        if len(ends) == 1 and _Bound.BETWEEN in self.bounds:
            return None
        if {_Bound.UP_TO, _Bound.OVER} <= self.bounds:
            return None
        return Duration(
            shortest=() if _Bound.UP_TO in self.bounds else ends[0],
            longest=() if _Bound.OVER in self.bounds else ends[-1],
            written=written,
            about=_Bound.ABOUT in self.bounds,
        )

    def _ends(self) -> tuple[_Side, ...]:
        """Reads one length, or the two ends of a range, of which the first may lack its unit."""
        start = self.at
        first = self._side()
        count = None
        if not first:
            self.at = start
            count = self._number()
        self._note(_AFTER)
        if not self._connects():
            return (first,) if first else ()
        second = self._side()
        if count is not None and self.lent and len(second) == 1:
            first = (_times(count, self.lent),)
        if not first or not second or _days(first) > _days(second):  # nobody knows which is meant
            return ()
        return first, second

    def _side(self) -> _Side:
        """Reads one length, a sum of ever smaller units; nothing where there is none."""
        amounts: list[Amount] = []
        while True:
            start = self.at
            if amounts:
                self._take(_AND)
            amount = self._amount(after=amounts[-1].unit if amounts else None)
            if amount is None or (amounts and amount.unit.days >= amounts[-1].unit.days):
                self.at = start
                return tuple(amounts)
            amounts.append(amount)

    def _amount(self, after: Unit | None) -> Amount | None:
        """Reads a number and its unit; behind hours a bare number tells minutes."""
        half = self._take(_HALF)
        count = self._number() if half is None else half
        if count is None:
            per = self._take(single_words())
            return _times(1 + (self._take(_AND_HALF) or 0), self._first(per)) if per else None
        if half is None:
            count += self._take(_AND_HALF) or 0
        per = self._unit()
        if per:
            return _times(count + (self._take(_AND_HALF) or 0), self._first(per))
        is_last = not self._next() or self._next() in _TO
        smaller = _SMALLER.get(after) if after and is_last else None
        return Amount(count=count, unit=smaller) if smaller else None

    def _first(self, per: Amount) -> Amount:
        self.lent = per
        return per

    def _unit(self) -> Amount | None:
        """Reads a unit; a "y" before a number connects, and is no year."""
        return None if self._next() == "y" and self._next(1) else self._take(unit_words())

    def _next(self, further: int = 0) -> str:
        return self.words[self.at + further] if self.at + further < len(self.words) else ""

    def _number(self) -> float | None:
        word = self._next()
        count = float(word.replace(",", ".")) if word[:1].isdecimal() else COUNTS.get(word)
        self.at += count is not None
        return count

    def _connects(self) -> bool:
        more = _BETWEEN_TO if self._is_range else {}
        return self._take({**_TO, **more}) is not None

    @property
    def _is_range(self) -> bool:
        return _Bound.BETWEEN in self.bounds

    def _note(self, phrases: Mapping[str, _Bound]) -> None:
        while (bound := self._take(phrases)) is not None:
            self.bounds.add(bound)

    def _take(self, meanings: Mapping[str, T]) -> T | None:
        """Returns what the next words mean, as many of them as mean something together."""
        for size in range(_LONGEST_PHRASE, 0, -1):
            words = self.words[self.at : self.at + size]
            if len(words) == size and (phrase := " ".join(words)) in meanings:
                self.at += size
                return meanings[phrase]
        return None


def _times(count: float, per: Amount) -> Amount:
    return Amount(count=count * per.count, unit=per.unit)


def _days(side: _Side) -> float:
    return fsum(amount.days for amount in side)


def time_of(text: str) -> Duration:
    """Returns the length of time that a text tells.

    Raises:
        ValueError: it tells none.
    """
    length = read_time(text)
    if length is None:
        raise ValueError(text)
    return length
