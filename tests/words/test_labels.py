"""Words in the languages of maps: dates and counts as people write them."""

from datetime import date

import pytest

from journeymap.model.fields import Day
from journeymap.model.languages import LANGUAGES
from journeymap.model.vocabulary import EvidenceKind
from journeymap.words.change_labels import CHANGES
from journeymap.words.field_labels import FIELDS
from journeymap.words.labels import GENERAL, LABELS, counted, day, label
from journeymap.words.leverage_labels import LEVERAGE
from journeymap.words.picture_labels import PICTURES
from journeymap.words.table_labels import TABLES


@pytest.mark.parametrize("key", LABELS)
def test_every_label_has_words_in_each_language(key: str) -> None:
    words = LABELS[key].split("|")
    assert len(words) == len(LANGUAGES)
    assert all(each.strip() for each in words)


def test_no_key_is_given_twice() -> None:
    every = GENERAL + FIELDS + PICTURES + TABLES + LEVERAGE + CHANGES
    lines = [line for line in every.splitlines() if line.strip()]
    assert len(lines) == len(LABELS)


@pytest.mark.parametrize(
    ("language", "word"), [("es-MX", "Etapa"), ("PL", "Etap"), ("de", "Stage"), (None, "Stage")]
)
def test_the_language_is_read_generously(language: str | None, word: str) -> None:
    assert label("stage", language) == word


@pytest.mark.parametrize(
    ("language", "whole", "month"),
    [
        ("en", "12 Oct 2026", "May 2026"),
        ("es", "12 oct 2026", "may 2026"),
        ("pl", "12 paź 2026", "maj 2026"),
        ("de", "12 Oct 2026", "May 2026"),
        (None, "12 Oct 2026", "May 2026"),
    ],
)
def test_dates_follow_the_language(language: str | None, whole: str, month: str) -> None:
    assert day(Day(date=date(2026, 10, 12), written="2026-10-12"), language) == whole
    assert day(Day(date=date(2026, 5, 31), written="2026-05"), language) == month


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_has_twelve_months(language: str) -> None:
    assert len(set(label("months", language).split())) == 12


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "1 wywiad"),
        (2, "2 wywiady"),
        (5, "5 wywiadów"),
        (12, "12 wywiadów"),
        (21, "21 wywiadów"),
        (22, "22 wywiady"),
        (112, "112 wywiadów"),
    ],
)
def test_polish_counts_take_the_right_plural(n: int, words: str) -> None:
    assert counted("interview", n, "pl") == words


def test_counts_in_english_and_spanish() -> None:
    assert counted("interview", 1, "en") == "1 interview"
    assert counted("interview", 14, "en") == "14 interviews"
    assert counted("workshop", 7, "es") == "taller con 7 personas"


def test_what_is_not_counted_has_no_words() -> None:
    assert counted("literature", 3, "en") is None
    assert counted("assumption", 3, "en") is None
    assert counted("interview", 0, "en") is None


@pytest.mark.parametrize("kind", EvidenceKind)
def test_kinds_are_counted_in_every_form_or_in_none(kind: EvidenceKind) -> None:
    forms = [f"{kind}-{form}" in LABELS for form in ("one", "few", "many")]
    assert len(set(forms)) == 1
