"""Which words of feeling are known, and what is suggested for those that are not."""

import pytest

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
        ("frustration", "en", ("frustrated",)),
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
