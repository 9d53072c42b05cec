"""What a text becomes in a field, and what is said where it cannot."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.feelings import CANONICAL, Feeling, fold, mixed, words
from journeymap.model.fields import Day, Duration, Leaf
from journeymap.model.journey import RatingScale
from journeymap.model.scalars import Dialect, UnlistedFeeling, ValueProblem, read_scalar
from journeymap.model.units import days_per

PLAIN = Dialect()


def days(text: str) -> float:
    found = read_scalar(Leaf.DURATION, text, PLAIN)
    assert isinstance(found, Duration)
    assert found.written == text.strip()
    return found.days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 min", 10 / 1440),
        ("1.5 h", 1.5 / 24),
        ("2-3 weeks", 17.5),
        ("2–3 weeks", 17.5),
        ("6 weeks", 42),
        ("1 month", 30.4375),
        ("2 years", 730.5),
        ("P6W", 42),
        ("PT10M", 10 / 1440),
        ("P1Y2M3DT4H", 365.25 + 60.875 + 3 + 4 / 24),
    ],
)
def test_times_in_words_and_iso_8601(text: str, expected: float) -> None:
    assert days(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("unit", "length"), [("days", 1), (" Weeks", 7), ("h.", 1 / 24), ("%", None), ("", None)]
)
def test_units_of_time(unit: str, length: float | None) -> None:
    assert days_per(unit) == length


@pytest.mark.parametrize("text", ["P", "PT", "6", "weeks", "-3 days", "3 days ago"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueProblem, match="no length of time"):
        read_scalar(Leaf.DURATION, text, PLAIN)


def test_a_month_stands_for_its_last_day() -> None:
    assert read_scalar(Leaf.DAY, "2028-02", PLAIN) == Day(date=date(2028, 2, 29), written="2028-02")
    assert read_scalar(Leaf.DAY, "2026-10-12", PLAIN) == Day(
        date=date(2026, 10, 12), written="2026-10-12"
    )


@pytest.mark.parametrize("text", ["2026-13", "2026-02-30", "12.10.2026", "2026", "0000-01"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueProblem, match="no date"):
        read_scalar(Leaf.DAY, text, PLAIN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("35 %", 0.35), ("35%", 0.35), ("0.35", 0.35), ("1", 1.0), ("0", 0.0), ("12.5 %", 0.125)],
)
def test_shares(text: str, expected: float) -> None:
    assert read_scalar(Leaf.SHARE, text, PLAIN) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "help_"), [("35", "35 %"), ("101 %", "100 %"), ("-0.1", "0 % to"), ("0,2", "0.2")]
)
def test_what_is_no_share(text: str, help_: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        read_scalar(Leaf.SHARE, text, PLAIN)
    assert help_ in problem.value.help


@pytest.mark.parametrize(
    ("text", "value"),
    [("frustrated", -1), ("Z ULGĄ", 1), ("🙁", -1), ("☹️", -1), ("-1.5", -1.5), ("−2", -2)],
)
def test_feelings_keep_how_they_were_written(text: str, value: float) -> None:
    found = read_scalar(Leaf.FEELING, text, PLAIN)
    assert isinstance(found, Feeling)
    assert found == Feeling(value=value, written=text)
    assert found.word == (text if text[0].isalpha() else "")


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("petrified -2", "petrified", -2),
        ("petrified (−2)", "petrified", -2),
        ("lost in the building -1.5", "lost in the building", -1.5),
        ("frustrated +1", "frustrated", 1),
        ("🦄 2", "", 2),
        ("agent 007 0", "agent 007", 0),
    ],
)
def test_a_word_of_ones_own_has_its_value_behind_it(text: str, word: str, value: float) -> None:
    found = read_scalar(Leaf.FEELING, text, PLAIN)
    assert isinstance(found, Feeling)
    assert (found.value, found.written, found.word) == (value, text, word)


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("petrified -1,5", "write petrified -1.5"),
        ("petrified 7", "-2 to 2"),
        (".nan", "write a number"),
        ("-.inf", "write a number"),
        ("+.Inf", "write a number"),
        ("8/10", "write a number"),
    ],
)
def test_a_value_of_a_feeling_that_cannot_be_is_told(text: str, help_: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        read_scalar(Leaf.FEELING, text, PLAIN)
    assert not isinstance(caught.value, UnlistedFeeling)
    assert help_ in caught.value.help


@pytest.mark.parametrize(
    ("text", "language", "help_"),
    [
        ("in a tunnel", "en", "write delighted, pleased"),
        ("en un túnel", "es", "write encantado, contento"),
        ("w tunelu", "pl", "write zachwycony"),
        ("very scared of it", "en", "write scared,"),
        ("anything but calm", "en", "write delighted"),
        ("nothing but trouble", "en", "write delighted"),
        ("not happy with it", "en", "write delighted"),
        ("furstrated", "en", "did you mean frustrated?"),
        ("hopefull", "en", "did you mean hopeful?"),
    ],
)
def test_help_with_an_unlisted_feeling_names_the_ways_out(
    text: str, language: str, help_: str
) -> None:
    with pytest.raises(UnlistedFeeling) as caught:
        read_scalar(Leaf.FEELING, text, Dialect(language=language))
    assert caught.value.help.startswith(help_)
    value = {"furstrated": "-1", "very scared of it": "-2", "hopefull": "1"}.get(text, "-1")
    assert f"`{text} {value}`" in caught.value.help
    assert "`emotions:`" in caught.value.help
    assert caught.value.feeling == Feeling(value=None, written=text)


def test_what_is_felt_at_once_has_a_mean_and_a_span() -> None:
    parts = [read_scalar(Leaf.FEELING, text, PLAIN) for text in ("hopeful", "scared", "🙂")]
    assert all(isinstance(part, Feeling) for part in parts)
    both = mixed([part for part in parts if isinstance(part, Feeling)])
    assert (both.value, both.lowest, both.highest) == (0, -2, 1)
    assert (both.written, both.word) == ("hopeful, scared, 🙂", "hopeful, scared")
    assert mixed(both.parts[:1]) is both.parts[0]


def test_a_house_adds_words_of_its_own() -> None:
    dialect = Dialect(feelings={"gobsmacked": 2.0})
    assert read_scalar(Leaf.FEELING, "Gobsmacked", dialect) == Feeling(
        value=2.0, written="Gobsmacked"
    )


def test_feelings_are_listed_once_and_cover_the_scale() -> None:
    assert set(words().values()) == set(CANONICAL)
    for value, (word, emoji) in CANONICAL.items():
        assert words()[fold(word)] == words()[fold(emoji)] == value


@pytest.mark.parametrize("text", ["no", "010", "2026", "~", "null", "1_000", "yes"])
def test_a_text_stays_as_it_is_written(text: str) -> None:
    assert read_scalar(Leaf.TEXT, text, PLAIN) == text


@pytest.mark.parametrize("leaf", Leaf)
@pytest.mark.parametrize("text", ["a\u0007", "a\u202eb", "\u2066a", "\x9b31m"])
def test_invisible_characters_are_refused_everywhere(text: str, leaf: Leaf) -> None:
    with pytest.raises(ValueProblem):
        read_scalar(leaf, text, PLAIN)


@pytest.mark.parametrize(
    "text", ["https://example.org/r", "mailto:a@b.org", "notes/r.pdf", "../r.md#part"]
)
def test_links_that_are_followed(text: str) -> None:
    assert read_scalar(Leaf.LINK, text, PLAIN) == text


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc", "//e.org", "\\\\e"],
)
def test_links_that_are_not(text: str) -> None:
    with pytest.raises(ValueProblem):
        read_scalar(Leaf.LINK, text, PLAIN)


@pytest.mark.parametrize("scale", list(RatingScale))
def test_ratings_end_where_their_scale_ends(scale: RatingScale) -> None:
    dialect = Dialect(rating=scale)
    low, high = scale.bounds
    for value in (low, high):
        assert read_scalar(Leaf.RATING, f"{value:g}", dialect) == value
    for value in (low - 0.5, high + 0.5):
        with pytest.raises(ValueProblem):
            read_scalar(Leaf.RATING, f"{value:g}", dialect)


@given(st.sampled_from(list(Leaf)), st.text())
def test_any_text_gives_a_value_or_a_problem_with_help(leaf: Leaf, text: str) -> None:
    said = "a value"
    try:
        read_scalar(leaf, text, PLAIN)
    except ValueProblem as problem:
        said = problem.message and problem.help
    assert said


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "( " * 50_000 + "1", "a " * 50_000 + "-1,", "scared " * 30_000, "−" * 9_999],
)
def test_a_long_text_is_no_feeling_and_costs_little(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        read_scalar(Leaf.FEELING, text, PLAIN)
    assert len(caught.value.help) < 300
