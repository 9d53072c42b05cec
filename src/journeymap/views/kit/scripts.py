"""How scripts run: where lines of those without spaces may end, and which run from right to left.

Sources: Unicode Standard Annex 14, Line Breaking Algorithm, and 9, Bidirectional Algorithm (rules
P2 and P3); Requirements for Japanese Text Layout (W3C), for what begins and ends no line.
"""

import re
import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_SPACELESS = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Burmese
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b"  # Han: radicals, numerals, repetition
    "\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff"  # kana, bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"  # Han, halfwidth kana
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"
_WITHOUT_SPACES = re.compile(f"[{_SPACELESS}]")
_WITHOUT_HYPHENS = re.compile(f"[{_SPACELESS}{_HANGUL}]")
_CLOSING = frozenset(
    "、。，．・：；？！‼⁇⁈⁉ー゠‐–〜々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "ｧｨｩｪｫｬｭｮｯｰ､｡･%％‰℃°,.;:?!…‥ๆฯໆ។៕៖ៗ၊။"
)
"""What begins no line, besides closing brackets and quotation marks."""
_OPENING = frozenset("¿¡$£€¥＄￡￥")
"""What ends no line, besides opening brackets and quotation marks."""
_STRAIGHT = frozenset("\"'")
_BEFORE_VOWELS = frozenset("เแโใไເແໂໃໄ")
"""Vowels that are written before their consonant."""
_AFTER_VOWELS = frozenset("ะาำๅະາຳຽ")
"""Vowels that are written after it."""
_STACKING = "\u17d2\u1039"
"""Signs that set the next consonant below: Khmer and Burmese."""
_FINAL = "\u103a"
"""The sign of a consonant that ends a syllable, Burmese."""
_STRONG = {"L": False, "R": True, "AL": True}
ISOLATE, POP = "\u2067", "\u2069"
"""Begin and end a line that runs from right to left, for programs that guess otherwise."""


def clusters(text: str) -> list[str]:
    """Splits text into what a reader sees as characters: marks and joined emoji stay together."""
    if text.isascii():  # most are, and nothing in them is joined
        return list(text)
    parts: list[str] = []
    for character in text:
        joined = parts and (
            unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}
            or "\U0001f3fb" <= character <= "\U0001f3ff"
            or "\u1160" <= character <= "\u11ff"  # vowels and finals of a Hangul syllable
            or parts[-1].endswith(_JOINER)
        )
        if joined:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def closes(cluster: str) -> bool:
    """Tells whether something begins no line."""
    return cluster[:1] in _CLOSING or unicodedata.category(cluster[0]) in {"Pe", "Pf"}


def _opens(cluster: str) -> bool:
    return cluster[:1] in _OPENING or unicodedata.category(cluster[0]) in {"Ps", "Pi"}


def hyphenates(before: str, after: str) -> bool:
    """Tells whether a word that is broken between two characters takes a hyphen there."""
    letters = before[-1:].isalpha() and after[:1] != "-" and not (after and _opens(after))
    return letters and not (_WITHOUT_HYPHENS.search(before) or _WITHOUT_HYPHENS.search(after))


def takes_hyphens(word: str) -> bool:
    """Tells whether a word has letters between which a hyphen may stand."""
    return any(letter.isalpha() and not _WITHOUT_HYPHENS.match(letter) for letter in word)


def splits(before: str, after: str) -> bool:
    """Tells whether a word may be broken between two characters at all, if it has to be."""
    if closes(after) or _opens(before) or before[-1] in _STACKING:
        return False
    return not (before[0] in _BEFORE_VOWELS or after[0] in _AFTER_VOWELS or _FINAL in after)


def has_no_spaces(text: str) -> bool:
    """Tells whether a text has characters of a script that parts words by no spaces."""
    return bool(_WITHOUT_SPACES.search(text))


def _parts_words(cluster: str) -> bool:
    """Tells whether a line may end beside a character: of a script without spaces, or its marks."""
    if not cluster:
        return False
    mark = unicodedata.category(cluster[0])[0] == "P"
    wide = mark and unicodedata.east_asian_width(cluster[0]) in {"W", "F"}
    return wide or has_no_spaces(cluster)


def parts(word: str) -> Iterator[str]:
    """Yields the parts of a word between which a line may end: words of other scripts stay whole.

    No part begins with what closes, and none ends with what opens.
    """
    part, quoted = "", False
    before = ""
    for cluster in clusters(word):
        straight = cluster in _STRAIGHT
        free = _parts_words(before) or _parts_words(cluster)
        ends = straight and quoted  # a straight mark opens and closes in turn
        opened = before in _STRAIGHT and quoted
        if part and free and splits(before, cluster) and not ends and not opened:
            yield part
            part = ""
        part += cluster
        before = cluster
        quoted ^= straight
    if part:
        yield part


def runs_right_to_left(line: str) -> bool:
    """Tells whether the first strong letter of a line runs from right to left."""
    kinds = map(unicodedata.bidirectional, line)
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), False)
