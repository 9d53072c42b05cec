"""Widths of text, what the typeface can show, and line breaks, from the table of its advances.

The table (`widths.json`, written by `scripts/font_widths.py`) stands beside the views because
layout needs it and may not import `render`, where the font files are. Kerning is left out, which
makes lines a hair narrower than measured, never wider by more than a fraction of a point.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from journeymap.views.kit import scripts
from journeymap.views.kit.scripts import clusters

ELLIPSIS = "…"
_WIDE = 1.0
"""Advance of a character that the typeface lacks, in em: emoji and ideographs are square."""
_KEEP = 3
"""Letters that stay together on each side of a hyphen."""
_BETWEEN = "·"
"""Stands between two facts, and is left out where a line would end with it."""
_ROUNDING = 0.01
_BREAK_AFTER = "-/–—@_.:?&=\\|,;"
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""White space that a line may break at: not the no-break spaces."""


class Face(NamedTuple):
    """Advance widths of one face, in em, by code point."""

    advances: Mapping[int, float]


@cache
def _faces() -> tuple[Face, Face]:
    table = json.loads(resources.files(__package__).joinpath("widths.json").read_text("ascii"))
    units = table["units"]
    regular, bold = (
        Face({run[0] + i: width / units for run in table[name] for i, width in enumerate(run[1:])})
        for name in ("regular", "bold")
    )
    return regular, bold


def _advance(face: Face, character: str) -> float:
    known = face.advances.get(ord(character))
    if known is not None:
        return known
    return 0.0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else _WIDE


@lru_cache(maxsize=65536)
def _em(text: str, bold: bool) -> float:  # noqa: FBT001 - private, and the cache wants positions
    face = _faces()[bold]
    return sum(_advance(face, character) for character in text)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Returns the width of a line of text in points, for type of this size in points."""
    return _em(text, bold) * size


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """Returns the characters that the typeface cannot show, once each, in order of appearance.

    Invisible characters (joiners, variation selectors) count as shown.
    """
    known = _faces()[0].advances
    lacking = {
        character: None
        for text in texts
        for character in text
        if ord(character) not in known and unicodedata.category(character) != "Cf"
    }
    return tuple(character for character in lacking if not "\ufe00" <= character <= "\ufe0f")


def plain(text: str) -> str:
    """Returns text as one line: every run of white space is one space, none at the ends."""
    return _SPACE.sub(" ", text).strip(" ")


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    """Returns the words of a text, each with the break character that ends it, without spaces."""
    return tuple(_broken(text))


def _broken(text: str) -> Iterator[str]:
    for word in plain(text).split(" ") if text else ():
        if scripts.has_no_spaces(word):
            *some, last = scripts.parts(word)
            yield from (f"{part}\0" for part in some)
            yield last
            continue
        start = 0
        for i, character in enumerate(word[:-1], 1):
            inner = character in _BREAK_AFTER and i - start >= _KEEP and len(word) - i >= _KEEP
            if inner and word[i].isalpha():
                yield word[start:i] + "\0"
                start = i
        yield word[start:]


@lru_cache(maxsize=65536)
def _longest_em(text: str, bold: bool) -> float:  # noqa: FBT001 - as above
    return max((_em(word.rstrip("\0"), bold) for word in _words(text)), default=0.0)


def longest(text: str, size: float, *, bold: bool = False) -> float:
    """Returns the width of the widest unbreakable word, in points."""
    return _longest_em(text, bold) * size


def least(text: str, lines: int, size: float, *, bold: bool = False) -> float:
    """Returns a width in points below which a text surely takes more lines than so many."""
    words = (word.rstrip("\0") for word in _words(text))
    return sum(_em(word, bold) for word in words if word != _BETWEEN) * size / lines - _ROUNDING


def _vowel(character: str) -> bool:
    base = unicodedata.normalize("NFD", character)[0].casefold()
    return base in "aeiouyаеёиоуыэюяαεηιουω"


def _cut(letters: list[str], fits: int) -> int:
    """Returns after how many letters a word is best hyphenated: before consonant and vowel."""
    for at in range(min(fits, len(letters) - _KEEP), _KEEP - 1, -1):
        onset = letters[at : at + 2]
        if not _vowel(onset[0]) and _vowel(onset[1]) and any(map(_vowel, letters[:at])):
            return at
    return max(1, fits)


def _whole(letters: list[str], fits: int) -> int:
    """Returns after how many letters a word is cut, so that no line begins with what closes."""
    places = range(min(fits, len(letters) - 1), 0, -1)
    return next((at for at in places if scripts.splits(letters[at - 1], letters[at])), fits)


def _pieces(word: str, limit: float, size: float, *, bold: bool) -> list[str]:
    """Breaks a word that is wider than a line, with hyphens between letters."""
    if word and width(word, size, bold=bold) <= limit:
        return [word]
    pieces: list[str] = []
    letters = clusters(word)
    widths = [width(letter, size, bold=bold) for letter in letters]
    hyphen = width("-", size, bold=bold) if scripts.takes_hyphens(word) else 0.0
    syllables = word.isalpha()
    start, left = 0, sum(widths)
    while start < len(letters) and left > limit:
        fits, used = 0, hyphen
        while start + fits < len(letters) and used + widths[start + fits] <= limit:
            used += widths[start + fits]
            fits += 1
        ahead = letters[start : start + fits + _KEEP]
        at = _whole(ahead, _cut(ahead, fits) if syllables else max(1, fits))
        joint = "-" if scripts.hyphenates(ahead[at - 1], "".join(ahead[at : at + 1])) else ""
        pieces.append("".join(ahead[:at]) + joint)
        left -= sum(widths[start : start + at])
        start += at
    return [*pieces, "".join(letters[start:])] if start < len(letters) else pieces


@lru_cache(maxsize=65536)
def _wrapped(text: str, limit: float, size: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001
    lines: list[str] = []
    glued, used = False, 0.0
    for marked in _words(text):
        word = marked.rstrip("\0")
        added = word if glued or not lines else f" {word}"
        glued = marked != word
        wider = used + width(added, size, bold=bold)
        if lines and wider <= limit:
            lines[-1] += added
            used = wider
        else:
            word = _carried(lines, word, limit, size, bold=bold)
            lines.extend(_pieces(word, limit, size, bold=bold) or [""])
            used = width(lines[-1], size, bold=bold)
    return tuple(lines)


def _carried(lines: list[str], word: str, limit: float, size: float, *, bold: bool) -> str:
    """Lets no line end with a lone sign: a dot between two facts goes, an arrow begins the next."""
    kept, _, sign = lines[-1].rpartition(" ") if lines else ("", "", "")
    if kept and sign == _BETWEEN:
        lines[-1] = kept
    elif kept and sign == "→" and width(f"{sign} {word}", size, bold=bold) <= limit:
        lines[-1], word = kept, f"{sign} {word}"
    return word


def wrap(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Breaks text into lines no wider than a limit in points.

    Breaks at spaces, then after signs inside long words, then inside words with a hyphen where a
    syllable probably begins. Only a single character wider than the limit stands out.
    """
    return _wrapped(text, limit, size, bold)


def clip(lines: tuple[str, ...], most: int, limit: float, size: float) -> tuple[str, ...]:
    """Returns at most so many lines, the last one with an ellipsis where some were left out.

    A line of several words ends with a whole one. The caller puts the whole text into a tooltip:
    text is never dropped in silence.
    """
    if len(lines) <= most:
        return lines
    last = clusters(lines[most - 1])
    while last and width("".join(last) + ELLIPSIS, size, bold=True) > limit:
        last.pop()
    kept = "".join(last)
    if len(kept) < len(lines[most - 1]) and lines[most - 1][len(kept)] != " " and " " in kept:
        kept = kept.rpartition(" ")[0]
    return (*lines[: most - 1], kept.rstrip(" -,;") + ELLIPSIS)
