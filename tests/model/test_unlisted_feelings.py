"""What is said of a feeling that no list has: three ways out, in words of the map's language."""

import pytest

from journeymap.model.fields import Leaf
from journeymap.model.scalars import Dialect, UnlistedFeeling, read_scalar

CONFIGURED = "or put it under `emotions:` in the configuration"


def help_of(text: str, language: str = "") -> str:
    with pytest.raises(UnlistedFeeling) as told:
        read_scalar(Leaf.FEELING, text, Dialect(language=language))
    assert told.value.feeling.value is None
    return told.value.help


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("blorp", "en", "write delighted, pleased, neutral, frustrated or distressed, "),
        ("blorp", "es", "write encantado, contento, indiferente, frustrado or angustiado, "),
        ("blorp", "es-MX", "write encantado, contento, indiferente, frustrado or angustiado, "),
        (
            "blorp",
            "polski",
            "write zachwycony, zadowolony, neutralny, sfrustrowany or przerażony, ",
        ),
        ("blorp", "est", "write delighted, pleased, neutral, frustrated or distressed, "),
        ("smutn", "pl", "did you mean smutny, smutna or smutne? Or "),
        ("deeply sad", "en", "write sad, "),
        ("deeply sad", "pl", "write sad, "),
        ("algo triste", "es", "write triste, "),
        ("sad, angry", "en", "write a list: [sad, angry]; or "),
        ("hopeful but scared", "en", "write a list: [hopeful, scared]; or "),
        ("smutna i zła", "pl", "write a list: [smutna, zła]; or "),
        ("triste y sola", "es", "write a list: [triste, sola]; or "),
    ],
)
def test_help_names_the_ways_out(text: str, language: str, first: str) -> None:
    said = help_of(text, language)
    assert said.startswith(f"{first}give it a value from -2 to 2 (`{text} ")
    assert said.endswith(CONFIGURED)


@pytest.mark.parametrize("text", ["not happy", "sin alegría", "nie jest smutna", "never good"])
def test_a_word_that_is_denied_is_not_offered(text: str) -> None:
    word = text.rsplit(maxsplit=1)[-1]
    assert not help_of(text).startswith((f"write {word}", f"did you mean {word}"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("joy", 2),
        ("Anxiety", -1),
        ("positive", 1),
        ("very negative", -2),
        ("muy positivo", 2),
        ("bardzo negatywnie", -2),
        ("culpable", -1),
        ("sola", -1),
        ("impotente", -1),
        ("ignorada", -1),
        ("aburrida", -1),
        ("winna", -1),
        ("samotna", -1),
        ("bezradna", -1),
    ],
)
def test_nouns_plain_scales_and_each_gender_count(text: str, value: float) -> None:
    feeling = read_scalar(Leaf.FEELING, text, Dialect())
    assert feeling.value == value  # type: ignore[attr-defined]
