"""How the text of a scalar becomes a value: numbers, shares, dates, durations, feelings, links."""

import math
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType
from urllib.parse import urlsplit

from journeymap.model import feelings
from journeymap.model.feelings import Feeling, word_and_value
from journeymap.model.fields import Day, Duration, Leaf
from journeymap.model.ids import slug
from journeymap.model.journey import RatingScale
from journeymap.model.likeness import only
from journeymap.model.name_lists import listed
from journeymap.model.spoken_numbers import (
    ANY_NUMBER,
    number_help,
    thousands_help,
    whole_help,
)
from journeymap.model.spoken_ratings import rating_help
from journeymap.model.spoken_shares import spoken_share
from journeymap.model.times import read_time
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.model.written_days import day_help, days_of
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern

SAFE_SCHEMES = frozenset({"http", "https", "mailto", ""})
"""What a link may begin with; the empty one is a relative link."""

_NO_CHARACTERS = "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
_HIDDEN = pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufdd0-\ufdef"
    rf"{_NO_CHARACTERS}]"
)
"""What a reader cannot see: controls, line breaks of old, overrides of the direction, byte-order
marks, and code points that Unicode promises to be no characters."""
_NUMBER = pattern(r"[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_MONTH = pattern(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_LONGEST_DAYS = 1_000 * 12 * DAYS_PER_MONTH
"""A longer time is a slip, and no calendar holds what is reckoned from it."""
_BETWEEN_PEOPLE = pattern(r"\s*[,;]\s*")
_NOTHING_FELT = frozenset({"none", "nothing", "nada", "ninguna", "ninguno", "brak", "żadna"})
_LONG = 40
"""A feeling of more letters is not said again in help."""
_SURE = 5
"""A feeling of so many letters that is like a single word most likely means that word; house."""
_STARS, _MIDDLE_STAR = (3.0, 4.0, 5.0), 3.0
"""What is off the scale of feelings and on one from 1 to 5, and the middle of that."""
_FEW = 3
"""So many words are suggested at most."""


class ValueProblem(Exception):  # noqa: N818 - it is the analyst's problem, not a program's error
    """A scalar that its field cannot take.

    Attributes:
        message: what is wrong, in an analyst's words.
        help: what to write instead.
        meant: the value that was meant; empty where that is a guess.
        is_sure: whether nothing else can have been meant.
    """

    def __init__(self, message: str, help_: str, *, meant: str = "", is_sure: bool = True) -> None:
        """Keeps what is wrong and what to write instead."""
        super().__init__(message)
        self.message = message
        self.help = help_
        self.meant = meant
        self.is_sure = is_sure


class UnlistedFeeling(ValueProblem):
    """A feeling that is on no list and has no value of its own.

    Attributes:
        feeling: the feeling, without a value.
    """

    def __init__(self, feeling: Feeling, help_: str, meant: str) -> None:
        """Keeps the feeling and what to write; what somebody feels is never guessed."""
        message = f"{_shown(feeling.written)} is not on the list of emotions"
        super().__init__(message, help_, meant=meant, is_sure=False)
        self.feeling = feeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What a map's own settings change about reading it.

    Attributes:
        rating: the declared rating scale; None where it cannot be read, so that no rating is
            judged by another one.
        feelings: further words of the emotion scale, folded, with their values.
        language: the map's, whose words of feeling are suggested; those of all where it is empty.
    """

    rating: RatingScale | None = RatingScale.ONE_TO_FIVE
    feelings: Mapping[str, float] = field(default_factory=dict)
    language: str = ""


def read_scalar(leaf: Leaf, text: str, dialect: Dialect) -> object:
    """Returns the value that a field of this kind gets from a text.

    Raises:
        ValueProblem: the field cannot take the text.
    """
    if not text.isprintable() and (hidden := _HIDDEN.search(text)):
        msg = f"the text holds an invisible control character (U+{ord(hidden[0]):04X})"
        raise ValueProblem(
            msg, f"delete it, or its escape (\\u{ord(hidden[0]):04X}), from the text"
        )
    if leaf in _WITH_DIALECT:
        return _WITH_DIALECT[leaf](text, dialect)
    return _PLAIN[leaf](text)


def _text(text: str) -> str:
    return text.strip()


def _id(text: str) -> str:
    if not slug(text):
        msg = f"{_shown(text)} is no id: it has no letter and no digit"
        raise ValueProblem(msg, "write a short name such as books-online")
    return text.strip()


def read_number(text: str) -> float:
    """Returns a decimal number; U+2212 serves as minus.

    Raises:
        ValueProblem: the text is no finite decimal number.
    """
    bare = text.strip()
    if _NUMBER.fullmatch(bare):
        value = float(bare.replace("−", "-"))
        if math.isfinite(value):
            return value
    help_ = ANY_NUMBER
    if found := number_help(bare):
        help_ = found
    raise ValueProblem(f"{_shown(text)} is no number", help_)


def _integer(text: str) -> int:
    try:
        value = read_number(text)
    except ValueProblem as problem:
        raise ValueProblem(problem.message, whole_help(text.strip()) or ANY_NUMBER) from None
    if parted := thousands_help(text):  # a whole number has no point, and 12.000 is not 12
        joined = text.strip().replace(".", "")
        help_ = parted if value.is_integer() else f"write {joined} if the point parts thousands"
        raise ValueProblem(f"{_shown(text)} is not a whole number", help_)
    if not value.is_integer():
        msg = f"{_shown(text)} is not a whole number"
        raise ValueProblem(msg, f"write {math.floor(value)} or {math.ceil(value)}")
    return int(value)


def _measure(text: str) -> float:
    return read_number(text.strip().removesuffix("%"))


def _boolean(text: str) -> bool:
    if text in {"true", "false"}:
        return text == "true"
    yes = text.strip().casefold() in {"yes", "y", "on", "1", "true", "sí", "si", "tak"}
    no = text.strip().casefold() in {"no", "n", "off", "0", "false", "nie"}
    help_ = f"write {'true' if yes else 'false'}" if yes or no else "write true or false"
    meant = {(True, False): "true", (False, True): "false"}.get((yes, no), "")
    raise ValueProblem(f"{_shown(text)} is neither true nor false", help_, meant=meant)


def _share(text: str) -> float:
    bare = text.strip()
    try:
        value = read_number(bare.removesuffix("%"))
    except ValueProblem as problem:
        help_, spoken = "write a share such as 35 % or 0.35", spoken_share(bare)
        meant = spoken.share if spoken and spoken.is_exact and not spoken.is_range else ""
        if spoken and not spoken.rest:
            raise ValueProblem(f"{_shown(text)} is no share", spoken.help, meant=meant) from None
        help_ = problem.help if "," in bare else help_
        raise ValueProblem(f"{_shown(text)} is no share", help_) from None
    if bare.endswith("%"):
        value /= 100
    elif value > 1:
        msg = f"{bare} is more than everybody"
        raise ValueProblem(msg, f"write {bare} % or a fraction such as 0.35")
    if not 0 <= value <= 1:
        msg = f"{bare} is not a share"
        raise ValueProblem(msg, "write a share from 0 % to 100 %, or a fraction from 0 to 1")
    return value


def _day(text: str) -> Day:
    match = _MONTH.fullmatch(text.strip())
    help_, meant = day_help(text)
    problem = ValueProblem(f"{_shown(text)} is no date", help_, meant=meant)
    if not match:
        raise problem
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        last = day if match[3] else days_of(year, month)
        return Day(date=date(year, month, last), written=text.strip())
    except ValueError:
        raise problem from None


def _duration(text: str) -> Duration:
    length = read_time(text)
    if length is None:
        from journeymap.model.spoken_times import time_help, turned

        if ordered := turned(text):
            msg = f"{_shown(text)} has the longer end first"
            help_ = f"write {ordered}, or correct the end that is wrong"
            raise ValueProblem(msg, help_)
        msg = f"{_shown(text)} is no length of time"
        raise ValueProblem(msg, time_help(text))
    if length.days > _LONGEST_DAYS:
        msg = f"{_shown(text)} is more than a thousand years"
        raise ValueProblem(msg, "write how long it takes: 6 weeks")
    return length


def _feeling(text: str, dialect: Dialect) -> Feeling:
    spoken, number = word_and_value(text)
    if number:
        return _with_value(text, spoken, number)
    word = feelings.fold(text)
    listed = dialect.feelings.get(word, feelings.words().get(word))
    if listed is not None:
        return Feeling(value=listed, written=text.strip())
    try:
        value = read_number(text)
    except ValueProblem as problem:
        if any(char.isdigit() for char in text) or text.strip().lstrip("+-").startswith("."):
            if not (any(map(str.isalpha, text)) and any(map(str.isdigit, text))):
                on_scale = "write a number from -2 to 2 (distressed to delighted), or a word for it"
                is_told = "," in text or text.strip()[:1] in {"–", "—"}
                help_ = problem.help if is_told else on_scale
                raise ValueProblem(problem.message, help_) from None
            msg = f"{_shown(text)} is neither a feeling nor a number"
            help_, meant = feelings.led_by_value(text, dialect.feelings)
            raise ValueProblem(msg, help_, meant=meant) from problem
        raise _unlisted(text, dialect) from problem
    _check_feeling(text, value)
    return Feeling(value=value, written=text.strip())


def _with_value(text: str, word: str, number: str) -> Feeling:
    """Reads a word of the analyst's own with the value that she gives it."""
    pointed = number.replace(",", ".")
    if pointed != number:
        raise ValueProblem(f"{_shown(number)} is no number", f"write {_again(word)} {pointed}")
    value = read_number(number)
    _check_feeling(number, value)
    return Feeling(value=value, written=text.strip())


def _again(text: str) -> str:
    return text.strip() if len(text) <= _LONG else "petrified"


def _unlisted(text: str, dialect: Dialect) -> UnlistedFeeling:
    from journeymap.model.mixed_feelings import of_each, written_apart

    word = feelings.fold(text)
    known = {**feelings.words(dialect.language), **dialect.feelings}
    everywhere = {**feelings.words(), **dialect.feelings}
    near = feelings.alike(word, known)
    inside = feelings.inside(word, known) or feelings.inside(word, everywhere)
    # Of a word of which nothing is known nobody can say whether it is a good one.
    values = [everywhere[(near or inside)[0]]] if near or inside else [1.0, -1.0]
    valued = " or ".join(f"`{_again(text)} {value:g}`" for value in values)
    ways = (
        f"give it a value from -2 to 2 ({valued}), or put it under `emotions:` in the configuration"
    )
    if not word_and_value(f"{text.strip()} 1")[1]:  # made of signs, such as :-(, and no word
        ways = "or a number from -2 to 2 alone"
    if people := feelings.of_people(text) or of_each(_BETWEEN_PEOPLE.split(text), everywhere):
        help_ = f"write each person's feeling as a field: {{{people}}}"
    elif word in _NOTHING_FELT:
        neutral = feelings.examples(dialect.language)[2]
        help_ = f"leave it out where nobody knows, or write {neutral}"
    elif several := written_apart(text, everywhere):
        help_ = f"{several}; or {ways}"
    elif near:
        help_ = f"did you mean {listed(near[:_FEW], 'or')}? Or {ways}"
    elif inside:
        help_ = f"write {listed(inside[:_FEW], 'or')}, {ways}"
    else:
        help_ = f"write {listed(feelings.examples(dialect.language), 'or')}, {ways}"
    meant = only(near) if len(word) >= _SURE else ""
    feeling = Feeling(value=None, written=text.strip())
    return UnlistedFeeling(feeling, help_, meant)


def _rating(text: str, dialect: Dialect) -> float:
    return _rated("a rating", text, dialect.rating.bounds if dialect.rating else None)


def _expected(text: str, dialect: Dialect) -> float:
    return _rated(
        "an expected rating", text, dialect.rating.expected_bounds if dialect.rating else None
    )


def _rated(what: str, text: str, bounds: tuple[float, float] | None) -> float:
    """Reads a rating; without bounds any number will do."""
    try:
        value = read_number(text)
    except ValueProblem as problem:
        if bounds is None or "," in text:
            raise
        help_, meant = rating_help(text, bounds)
        raise ValueProblem(problem.message, help_, meant=meant) from None
    if bounds is not None:
        _check_bounds(what, text, value, bounds)
    return value


def _link(text: str) -> str:
    bare = text.strip()
    try:
        scheme = urlsplit(bare).scheme.casefold()
    except ValueError:
        scheme = "?"
    if scheme not in SAFE_SCHEMES or bare.startswith(("//", "\\")):
        msg = f"{_shown(text)} is not a link that the tool will follow"
        raise ValueProblem(msg, "write a link with http, https or mailto, or a relative path")
    return bare


def _check_bounds(what: str, text: str, value: float, bounds: tuple[float, float]) -> None:
    low, high = bounds
    if not low <= value <= high:
        msg = f"{text.strip()} is off the scale of {what}, {low:g} to {high:g}"
        raise ValueProblem(msg, _within(bounds))


def _check_feeling(text: str, value: float) -> None:
    try:
        _check_bounds("an emotion", text, value, (feelings.LOWEST, feelings.HIGHEST))
    except ValueProblem as problem:
        help_ = "write a number from -2 to 2 (distressed to delighted), or a word for it"
        if value in _STARS:
            help_ += f"; {value:g} on a scale from 1 to 5 is {value - _MIDDLE_STAR:g} here"
        raise ValueProblem(problem.message, help_) from None


def _within(bounds: tuple[float, float]) -> str:
    low, high = bounds
    return f"write a number from {low:g} to {high:g}"


def _shown(text: str) -> str:
    """Returns a text in quotes, cut where it is long."""
    bare = " ".join(text.split())
    limit = 40
    return f'"{bare}"' if len(bare) <= limit else f'"{bare[: limit - 1]}…"'


_PLAIN: Mapping[Leaf, Callable[[str], object]] = MappingProxyType(
    {
        Leaf.TEXT: _text,
        Leaf.FREE: _text,
        Leaf.ID: _id,
        Leaf.INTEGER: _integer,
        Leaf.NUMBER: read_number,
        Leaf.MEASURE: _measure,
        Leaf.BOOLEAN: _boolean,
        Leaf.SHARE: _share,
        Leaf.DAY: _day,
        Leaf.DURATION: _duration,
        Leaf.LINK: _link,
        Leaf.CONDITION: _text,
    }
)
_WITH_DIALECT: Mapping[Leaf, Callable[[str, Dialect], object]] = MappingProxyType(
    {Leaf.FEELING: _feeling, Leaf.RATING: _rating, Leaf.EXPECTED: _expected}
)
