"""The words and emoji of the emotion scale, in English, Spanish and Polish."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from journeymap.model.languages import labelled
from journeymap.model.likeness import are_opposed, shared_letters, slips
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern

LOWEST, HIGHEST = -2.0, 2.0
_ASCII = 0x7F
_NUMBER = r"[-+−]?(?:\d+[.,]?\d*|\.\d+)"
_VALUE = pattern(rf"\s(?P<bare>{_NUMBER})$|\(\s*(?P<inside>{_NUMBER})\s*\)$")
"""The value behind a feeling in words; it begins at a fixed sign: long texts cost little."""

_LED = pattern(rf"(?P<value>{_NUMBER})[\s:;,()–—-]*(?P<word>[^\W\d_][^\d]{{0,60}}?)[\s()]*")
"""A feeling behind its value."""

_BETWEEN_PEOPLE = pattern(r"\s*[,;]\s*")
_OF_PERSON = pattern(r"[^\W\d_][\w '’.-]{0,40}:\s+[^:,;{}\[\]]{1,40}")
_SHORT = 200
_EMOJI = "*"
"""What the list calls the language of emoji."""

CANONICAL: Mapping[float, tuple[str, str]] = MappingProxyType(
    {
        2.0: ("delighted", "😍"),
        1.0: ("pleased", "🙂"),
        0.0: ("neutral", "😐"),
        -1.0: ("frustrated", "🙁"),
        -2.0: ("distressed", "😡"),
    }
)
"""The word and the emoji of each whole value."""
_WORDS = 4
"""Words of the longest feelings on the list, and one more."""
_DENYING = frozenset(
    {
        *("not", "no", "never", "without", "hardly", "barely", "but", "less", "least"),
        *("sin", "nunca", "ni", "nada", "poco", "poca", "menos", "apenas"),
        *("nie", "bez", "nigdy", "ani", "mniej", "mało"),
    }
)
"""Words that turn what stands beside them, in a feeling of several words."""


def word_and_value(written: str) -> tuple[str, str]:
    """Returns a feeling's words or emoji, and the value behind them, as `petrified (-2)` has it.

    The value is empty where there is none behind words, as in a word or a number alone.
    """
    text = written.strip()
    found = _VALUE.search(text)
    word = text[: found.start()].rstrip() if found else text
    is_word = any(char.isalpha() or (ord(char) > _ASCII and char != "−") for char in word)
    return (word, found["bare"] or found["inside"]) if found and is_word else (text, "")


def of_people(written: str) -> str:
    """Returns what several people feel, as in "Ana: sad, Son: calm"; empty for any other text."""
    parts = [part.strip() for part in _BETWEEN_PEOPLE.split(written.strip())]
    named = all(_OF_PERSON.fullmatch(part) for part in parts)
    return ", ".join(parts) if named and len(written) <= _SHORT else ""


def led_by_value(written: str, more: Mapping[str, float]) -> tuple[str, str]:
    """Returns what to write instead of "2 sad", and the feeling with its value if that is sure.

    Args:
        written: a text of letters and digits that is no feeling.
        more: further words of the scale, folded, with their values.
    """
    led = _LED.fullmatch(written.strip())
    if led is None:
        return "write a word, a number from -2 to 2, or a word and its value: petrified -2", ""
    value, word = float(led["value"].replace("−", "-").replace(",", ".")), led["word"].strip()
    listed = {**words(), **more}.get(fold(word))
    on_scale = LOWEST <= value <= HIGHEST
    if on_scale and (listed is None or listed * value >= 0):
        return f"write the word first: {word} {value:g}", f"{word} {value:g}"
    sign = 1 if listed is None else listed
    example = f"{word} {abs(value) * (1 if sign > 0 else -1):g}" if on_scale else f"{word} {sign:g}"
    counts = f"{word}, which counts {listed:g}" if listed is not None else word
    return f"write {counts}, or a value from -2 to 2 behind it: {example}", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """An emotion as it was written, or several at once.

    Attributes:
        value: -2 (distressed) to +2 (delighted), the mean of several; None where a word is not
            on the list and has no value of its own.
        written: as in the file: words, emoji, or a number; several with commas between.
        parts: the emotions that are felt at once; none for a single one.
    """

    value: float | None
    written: str
    parts: "tuple[Feeling, ...]" = ()

    @property
    def word(self) -> str:
        """The words without their value; empty for emoji and numbers."""
        if self.parts:
            return ", ".join(part.word for part in self.parts if part.word)
        word, _ = word_and_value(self.written)
        return word if any(map(str.isalpha, word)) else ""

    @property
    def is_known(self) -> bool:
        """Whether each of those felt at once has a value."""
        return all(part.value is not None for part in self.parts or (self,))

    @property
    def lowest(self) -> float | None:
        """The lowest value of those felt at once; None where none has a value."""
        return min(self.values, default=None)

    @property
    def highest(self) -> float | None:
        """The highest value of those felt at once; None where none has a value."""
        return max(self.values, default=None)

    @property
    def values(self) -> tuple[float, ...]:
        """The known values of those felt at once."""
        each = (part.value for part in self.parts or (self,))
        return tuple(value for value in each if value is not None)


def fold(word: str) -> str:
    """Returns a feeling's word as it is compared: case folded, without emoji variation marks."""
    if word.isascii():
        return " ".join(word.casefold().split())
    plain = word.replace("\ufe0f", "").replace("\ufe0e", "")
    return " ".join(unicodedata.normalize("NFC", plain).casefold().split())


def words(language: str = "") -> Mapping[str, float]:
    """Returns the known words and emoji, folded, with their values from -2 to +2.

    Args:
        language: the one whose words are wanted, as en or es-MX; those of all where it is empty
            or has none.
    """
    return _words(labelled(language))


@cache
def _words(language: str) -> Mapping[str, float]:
    """Reads the list beside this module, which is folded; house.

    Its headings say the language and the value.
    """
    known: dict[str, dict[str, float]] = {}
    spoken, value, listing = "", 0.0, dict[str, float]()
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            spoken, _, number = line[1:-1].partition(" ")
            value, listing = float(number), known.setdefault(spoken, {})
            continue
        for word in line.split("|"):
            for form in (word, *_plurals(word, spoken)):
                listing.setdefault(form, value)
    emoji = known.pop(_EMOJI)
    spoken_words = [known[language]] if language in known else list(known.values())
    # One that two languages share has one value.
    return MappingProxyType(
        {word: v for each in (*spoken_words, emoji) for word, v in each.items()}
    )


def _plurals(word: str, language: str) -> Iterator[str]:
    """Walks the plurals that a word has by rule: Spanish ones, and Polish ones of women."""
    if language == "pl" and word.endswith("a"):
        yield f"{word[:-1]}e"
    elif language == "es" and " " not in word and word[-1] in "aeo":
        yield f"{word}s"
    elif language == "es" and " " not in word and word[-1] in "lrz":
        yield f"{word[:-1]}ces" if word.endswith("z") else f"{word}es"


def alike(word: str, known: Mapping[str, float]) -> tuple[str, ...]:
    """Returns the known words that somebody may have meant by one that is not known.

    They are those one slip away, else those of the same stem, and none where some are glad and
    others are not: a word is never taken for its opposite.

    Args:
        word: the unknown word, folded.
        known: words with their values.
    """
    near, kin = slips(word, known), tuple(other for other in known if _are_kin(word, other))
    signs = {known[other] >= 0 for other in (*near, *kin)}
    return (near or kin) if len(signs) == 1 else ()


def inside(phrase: str, known: Mapping[str, float]) -> tuple[str, ...]:
    """Returns the known words that a phrase holds, and none where a word of it may deny them.

    Args:
        phrase: what is not known, folded.
        known: words with their values.
    """
    parts = phrase.replace(",", " ").split()
    if _DENYING & {*parts}:
        return ()
    runs = (
        " ".join(parts[start:end])
        for start in range(len(parts))
        for end in range(min(len(parts), start + _WORDS), start, -1)
    )
    return tuple(dict.fromkeys(run for run in runs if run in known))


def examples(language: str = "") -> tuple[str, ...]:
    """Returns a word for each whole value from +2 to -2 in a language, else in English."""
    first: dict[float, str] = {}
    for word, value in words(labelled(language) or "en").items():
        first.setdefault(value, word)
    return tuple(first[value] for value in CANONICAL)


def _are_kin(one: str, other: str) -> bool:
    """Tells whether two words share a stem: two thirds of the longer one."""
    shared = shared_letters(one, other)
    return 3 * shared >= 2 * max(len(one), len(other)) and not are_opposed(one, other)


def mixed(parts: Sequence[Feeling]) -> Feeling:
    """Returns what is felt at once; the mean of those that have a value is house."""
    if len(parts) == 1:
        return parts[0]
    values = [part.value for part in parts if part.value is not None]
    return Feeling(
        value=sum(values) / len(values) if len(values) == len(parts) else None,
        written=", ".join(part.written for part in parts),
        parts=tuple(parts),
    )


def canonical(value: float) -> str:
    """Returns the English word of the whole value nearest to this one."""
    return CANONICAL[float(round(value))][0]
