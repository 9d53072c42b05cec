"""Lengths of time in words: every form is right, and is read again as what it was."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.fields import Duration
from journeymap.model.languages import LANGUAGES
from journeymap.model.times import time_of
from journeymap.model.units import Amount, Unit
from journeymap.words.times import number, record, rounded, said


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("3 weeks", "es", "3 semanas"),
        ("1 week", "es-MX", "1 semana"),
        ("8 d", "es", "8 días"),
        ("8 d", "en", "8 days"),
        ("2 months", "es", "2 meses"),
        ("1 year", "es", "1 año"),
        ("6 weeks", "pl", "6 tygodni"),
        ("2 weeks", "pl", "2 tygodnie"),
        ("12 weeks", "pl", "12 tygodni"),
        ("22 weeks", "pl", "22 tygodnie"),
        ("1 week", "pl", "1 tydzień"),
        ("1.5 days", "pl", "1,5 dnia"),
        ("1.5 weeks", "pl", "1,5 tygodnia"),
        ("5 years", "pl", "5 lat"),
        ("1.5 years", "pl", "1,5 roku"),
        ("1.5 d", "es", "1,5 días"),
        ("1.5 d", "es-MX", "1.5 días"),
        ("10 minutes", "pl", "10 min"),
        ("1h30", "pl", "1 h 30 min"),
        ("5 godz.", "en", "5 hours"),
        ("14 dni roboczych", "es", "14 días hábiles"),
        ("od 2 do 3 tygodni", "pl", "2–3 tygodnie"),
        ("4-6 weeks", "pl", "4–6 tygodni"),
        ("2 weeks to 3 months", "en", "2 weeks – 3 months"),
        ("hasta 3 semanas", "pl", "do 3 tygodni"),
        ("up to 1 week", "pl", "do 1 tygodnia"),
        ("ponad 2 lata", "pl", "powyżej 2 lat"),
        ("ponad 2 lata", "es", "más de 2 años"),
        ("about 3 weeks", "pl", "około 3 tygodni"),
        ("about 3 weeks", "es", "aprox. 3 semanas"),
        ("6 semanas", "de", "6 weeks"),
    ],
)
def test_a_time_in_a_language(text: str, language: str, words: str) -> None:
    assert said(time_of(text), language) == words


SUMS = st.lists(
    st.sampled_from([unit for unit in Unit if unit is not Unit.WORKING_DAY]),
    min_size=1,
    max_size=3,
    unique=True,
).flatmap(
    lambda units: st.tuples(
        *(
            st.builds(Amount, count=st.integers(1, 40).map(float), unit=st.just(unit))
            for unit in sorted(units, key=lambda unit: -unit.days)
        )
    )
)


@st.composite
def times(draw: st.DrawFn) -> Duration:
    first, second = draw(SUMS), draw(SUMS)
    kind = draw(st.sampled_from(["plain", "range", "up to", "over"]))
    low, high = sorted((first, second), key=lambda side: sum(each.days for each in side))
    if kind == "plain" or (low[0].unit is not high[0].unit and len(low) > 1):
        low = high
    return Duration(
        shortest=() if kind == "up to" else low,
        longest=() if kind == "over" else high,
        written="",
        about=draw(st.booleans()),
    )


@given(times(), st.sampled_from(LANGUAGES))
def test_what_is_said_is_read_again(time: Duration, language: str) -> None:
    again = time_of(said(time, language))
    assert again.low == pytest.approx(time.low)
    assert again.high == pytest.approx(time.high)
    assert again.about == time.about


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (10 / 1440, 10 / 1440, "10 min"),
        (0.5, 0.5, "12 hours"),
        (8, 8, "8 days"),
        (371, 371, "53 weeks"),
        (28, 42, "4–6 weeks"),
        (1461, 1461, "4 years"),
        (21, inf, "over 3 weeks"),
        (36, 36, "5 weeks"),
        (20, 20, "20 days"),
        (0, 0, "0 min"),
    ],
)
def test_a_sum_is_told_in_one_unit(low: float, high: float, words: str) -> None:
    assert rounded(low, high, "en") == words


def test_a_number_has_the_decimal_sign_of_its_language() -> None:
    assert [number(1.5, language) for language in (None, "en", "es", "es-PE", "pl")] == [
        *("1.5", "1.5", "1,5", "1.5", "1,5")
    ]


def test_programs_read_no_infinity() -> None:
    assert record(time_of("over 3 weeks"), "es") == {
        "days": 21.0,
        "low": 21.0,
        "high": None,
        "about": False,
        "written": "over 3 weeks",
        "text": "más de 3 semanas",
    }
