"""Lengths of time as people write them in three languages."""

from math import inf

import pytest

from journeymap.model.times import read_time, time_of

MINUTE, HOUR, WEEK, MONTH = 1 / 1440, 1 / 24, 7, 30.4375


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 semanas", 3 * WEEK),
        ("3 tygodnie", 3 * WEEK),
        ("8 godz.", 8 * HOUR),
        ("3 mies.", 3 * MONTH),
        ("2 quincenas", 30),
        ("2 fortnights", 28),
        ("14 dni roboczych", 14 * 7 / 5),
        ("5 días hábiles", WEEK),
        ("10 working days", 2 * WEEK),
        ("1 day 2 hours", 1 + 2 * HOUR),
        ("1 day, 2 hours and 30 min", 1 + 2.5 * HOUR),
        ("1 tydzień i 2 dni", WEEK + 2),
        ("1h30", 1.5 * HOUR),
        ("1 h 30", 1.5 * HOUR),
        ("1 h 30 min", 1.5 * HOUR),
        ("media hora", HOUR / 2),
        ("una hora y media", 1.5 * HOUR),
        ("half an hour", HOUR / 2),
        ("2½ weeks", 2.5 * WEEK),
        ("pół roku", 6 * MONTH),
        ("półtorej godziny", 1.5 * HOUR),
        ("trzy kwadranse", 45 * MINUTE),
        ("un cuarto de hora", 15 * MINUTE),
        ("a week", WEEK),
        ("tydzień", WEEK),
        ("dos meses", 2 * MONTH),
        ("1,5 dnia", 1.5),
        ("PT90M", 1.5 * HOUR),
    ],
)
def test_units_sums_and_halves(text: str, days: float) -> None:
    time = time_of(text)
    assert [time.low, time.high] == pytest.approx([days, days])
    assert time.days == pytest.approx(days)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2-3 weeks", 14, 21),
        ("2 to 3 weeks", 14, 21),
        ("between 2 and 3 weeks", 14, 21),
        ("entre 2 y 3 semanas", 14, 21),
        ("de 2 a 3 semanas", 14, 21),
        ("od 2 do 3 tygodni", 14, 21),
        ("2 do 3 tygodni", 14, 21),
        ("dwa lub trzy tygodnie", 14, 21),
        ("1 week to 10 days", 7, 10),
        ("1 h 30 - 2 h", 1.5 / 24, 2 / 24),
        ("2-3 kwartały", 6 * MONTH, 9 * MONTH),
        ("up to 3 weeks", 0, 21),
        ("hasta 3 semanas", 0, 21),
        ("do 3 tygodni", 0, 21),
        ("< 1 week", 0, 7),
        ("3 weeks at most", 0, 21),
        ("over 3 weeks", 21, inf),
        ("más de 3 semanas", 21, inf),
        ("ponad 3 tygodnie", 21, inf),
        ("od 3 tygodni", 21, inf),
        ("3+ weeks", 21, inf),
        ("3 weeks or more", 21, inf),
    ],
)
def test_ranges_keep_their_bounds(text: str, low: float, high: float) -> None:
    time = time_of(text)
    assert [time.low, time.high] == pytest.approx([low, high])
    assert time.days == pytest.approx(low if high == inf else (low + high) / 2)


@pytest.mark.parametrize("text", ["about 3 weeks", "unas 3 semanas", "ok. 3 tygodnie", "~3 weeks"])
def test_what_is_only_about_right(text: str) -> None:
    time = time_of(text)
    assert time.about
    assert time.low == time.high == 21


@pytest.mark.parametrize(
    "text",
    [
        *("6", "weeks", "h", "-3 days", "3 days ago", "P", "PT", "about", "do", "2-3", "- 3 weeks"),
        *("3-2 weeks", "between 5 and 2 days", "od 3 do 2 tygodni", "about 10 to 3 min"),
        *("2 hours 1 day", "1 week 3 weeks", "1 day - 2 hours", "over up to 2 weeks"),
        *("between 2 weeks", "1,500 days", "2 y 3 meses", "3 weeks 4", "one two weeks"),
    ],
)
def test_what_can_mean_several_things_or_nothing_is_not_read(text: str) -> None:
    assert read_time(text) is None


def test_what_is_over_a_length_exceeds_it() -> None:
    assert time_of("over 1 week").exceeds(7)
    assert not time_of("over 1 week").exceeds(8)
    assert not time_of("1 week").exceeds(7)
    assert time_of("8 days").exceeds(7)
