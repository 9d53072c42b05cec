"""Units of time: how long they are, and how they are written in English, Spanish and Polish."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from journeymap.quick_dataclass import dataclass

DAYS_PER_MONTH = 30.4375
"""Mean length of a month: 365.25 days / 12."""


class Unit(StrEnum):
    """A unit of time, the shortest first.

    Attributes:
        WORKING_DAY: five of them make a week.
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    @property
    def days(self) -> float:
        """How many days it has."""
        return _DAYS[self]


_DAYS: Mapping[Unit, float] = {
    Unit.SECOND: 1 / 86_400,
    Unit.MINUTE: 1 / 1_440,
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1.0,
    Unit.WORKING_DAY: 7 / 5,
    Unit.WEEK: 7.0,
    Unit.MONTH: DAYS_PER_MONTH,
    Unit.YEAR: 12 * DAYS_PER_MONTH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """So many of a unit of time."""

    count: float
    unit: Unit

    @property
    def days(self) -> float:
        """How long it is."""
        return self.count * self.unit.days


_WORDS = """
1 second = s, sec, secs, second*, seconds, seg, segundo*, segundos, sek, sekunda*, sekundę*, \
    sekundy, sekund
1 minute = min, mins, minute*, minutes, minuto*, minutos, minuta*, minutę*, minuty, minut
15 minute = quarter of an hour*, quarters of an hour, cuarto de hora*, cuartos de hora, \
    kwadrans*, kwadransa, kwadranse, kwadransów
1 hour = h, hr, hrs, hour*, hours, hora*, horas, godz, godzina*, godzinę*, godziny, godzin
1 day = d, day*, days, día*, dia*, días, dias, dzień*, dnia, dni, doba*, dobę*, doby, dób
1 working-day = working day*, working days, business day*, business days, workday*, workdays, \
    día hábil*, días hábiles, dia habil*, dias habiles, día laborable*, días laborables, \
    día laboral*, días laborales, dzień roboczy*, dni robocze, dni roboczych, dnia roboczego
1 week = w, wk, wks, week*, weeks, sem, semana*, semanas, tyg, tydzień*, tygodnia, tygodnie, \
    tygodni
2 week = fortnight*, fortnights
15 day = quincena*, quincenas
1 month = mo, mos, mth, month*, months, mes*, meses, mies, miesiąc*, miesiąca, miesiące, miesięcy
3 month = quarter*, quarters, trimestre*, trimestres, kwartał*, kwartału, kwartały, kwartałów
6 month = semestre*, semestres, półrocze*, półrocza
1 year = y, yr, yrs, year*, years, año*, años, rok*, roku, lata, lat, r
"""
"""What stands for so many of a unit. A star marks what means one of them without a number."""


def unit_words() -> Mapping[str, Amount]:
    """Returns what each word for a length of time stands for, folded."""
    return _read()[0]


def single_words() -> Mapping[str, Amount]:
    """Returns those that mean one where no number stands before them ("a week", "tydzień")."""
    return _read()[1]


@cache
def _read() -> tuple[Mapping[str, Amount], Mapping[str, Amount]]:
    pairs = tuple(_listed())
    every = {word.removesuffix("*"): amount for word, amount in pairs}
    return every, {word[:-1]: amount for word, amount in pairs if word.endswith("*")}


def _listed() -> Iterator[tuple[str, Amount]]:
    for line in _WORDS.strip().splitlines():
        meant, _, words = line.partition("=")
        count, unit = meant.split()
        amount = Amount(count=float(count), unit=Unit(unit))
        yield from ((" ".join(word.split()), amount) for word in words.split(","))


def days_per(unit: str) -> float | None:
    """Returns how many days a unit of time has ("weeks": 7); None for what is no such unit."""
    amount = unit_words().get(" ".join(unit.split()).rstrip(".").casefold())
    return amount.days if amount else None
