"""Which words of feeling are known, and what is suggested for those that are not."""

from pathlib import Path

import pytest

from journeymap.model import feelings
from journeymap.model.feelings import alike, fold, words


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("uncomfortable", -1),
        ("unsafe", -1),
        ("pessimistic", -1),
        ("misunderstood", -1),
        ("certain", 1),
        ("intranquilo", -1),
        ("intranquilas", -1),
        ("bien atendida", 1),
        ("felices", 2),
        ("sorprendido", 0),
        ("pokrzepiony", 1),
        ("wysłuchane", 1),
        ("pełni nadziei", 1),
        ("zrezygnowani", -1),
        ("w zaprzeczeniu", -2),
        ("🙂", 1),
    ],
)
def test_a_word_has_its_value(word: str, value: float) -> None:
    assert words()[fold(word)] == value


@pytest.mark.parametrize("language", ["en", "es", "pl"])
def test_a_word_that_two_languages_share_has_one_value(language: str) -> None:
    known = words(language)
    assert {word: words()[word] for word in known} == dict(known)
    assert words(f"{language}-XX") == known


def test_of_a_language_that_has_no_list_all_are_known() -> None:
    assert words("de") == words()


@pytest.mark.parametrize(
    ("word", "language", "suggested"),
    [
        ("hapy", "en", ("happy",)),
        ("furstrated", "", ("frustrated",)),
        ("frustratin", "en", ("frustration",)),
        ("preocupad", "es", ("preocupado", "preocupada")),
        ("pokrzepion", "pl", ("pokrzepiony", "pokrzepiona", "pokrzepione")),
        ("hapy", "es", ()),
        ("preocupad", "en", ()),
        ("lovely", "en", ()),  # lonely, but loved as well
        ("destressed", "en", ()),
        ("contempt", "en", ()),
        ("helpful", "en", ()),
        ("not certain", "en", ()),
    ],
)
def test_a_word_is_suggested_in_its_language(
    word: str, language: str, suggested: tuple[str, ...]
) -> None:
    assert alike(word, words(language)) == suggested


@pytest.mark.parametrize("language", ["en", "es", "pl"])
def test_a_word_that_were_not_on_the_list_would_hardly_name_an_opposite(language: str) -> None:
    known = words(language)
    opposites = {
        (word, other)
        for word, value in list(known.items())[::6]
        for other in alike(word, {each: v for each, v in known.items() if each != word})
        if known[other] * value < 0
    }
    assert opposites <= {("curious", "furious"), ("furious", "curious")}


MEANINGS = [
    line.split("|")
    for line in Path(__file__)
    .with_name("feelings_in_three_languages.txt")
    .read_text("utf-8")
    .splitlines()
]


@pytest.mark.parametrize(("english", "spanish", "polish"), MEANINGS)
def test_every_language_has_each_feeling_glad_or_not(
    english: str, spanish: str, polish: str
) -> None:
    values = [
        words(language)[fold(word)]
        for language, word in (("en", english), ("es", spanish), ("pl", polish))
    ]
    assert len({(value > 0) - (value < 0) for value in values}) == 1


def test_every_word_of_english_has_one_in_the_other_languages() -> None:
    spelt_otherwise = {"okay", "skeptical", "skepticism", "scepticism", "mistrust"}
    listed = {word for word in words("en") if any(map(str.isalpha, word))}
    assert listed == {row[0] for row in MEANINGS} | spelt_otherwise


def test_the_list_is_written_as_words_are_compared() -> None:
    lines = Path(feelings.__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    listed = [word for line in lines if not line.startswith("[") for word in line.split("|")]
    assert [word for word in listed if fold(word) != word] == []
