"""Feelings in a row of words: several at once, one with its reason, and what each person feels."""

import unicodedata
from collections.abc import Mapping, Sequence

from journeymap.model.feelings import fold
from journeymap.quick_pattern import pattern

_BETWEEN = pattern(
    r"\s*(?:[,;/+&]|->|=>|[→➔➜])\s*|"
    r"\s+(?:and then|and|but|then|later|with|y|e|pero|aunque|luego|después|i|ale|potem)\s+"
)
"""What stands between feelings that are there at once, in the languages of the list."""
_LINKING = pattern(r"(?:and then|and|but|then|later|y|e|pero|luego|después|i|ale|a potem|potem)\s")
_ALL_BUT = pattern(r"\b(?:any|no|every)thing but\b|\ball but\b")
"""Here `but` stands between no feelings: the other one is ruled out, or the only one."""
_FROM_TO = pattern(r"(?:from|de|od)\s+(?P<one>\S.*?)\s+(?:to|a|do)\s+(?P<other>\S.*)")
_WITH_REASON = pattern(
    r"(?P<word>[^\W\d_][^()]{1,40}?)\s*(?:\((?P<inside>[^()]+)\)|\s[–—-]\s(?P<behind>.+)|"
    r"[,:;]?\s(?P<why>(?:because|as|since|porque|ya que|bo|ponieważ|gdyż)\s.+))"
)
_OF_PERSON = pattern(r"(?P<who>[^\W\d_][\w’'-]*)\s*(?:[:=–—-]\s*|\s)(?P<what>\S.*)")
_SAID_OF = pattern(r"(?P<what>[^\W\d_][^()]*?)\s*\(\s*(?P<who>[^\W\d_][\w’'-]*)\s*\)")
"""As in "curious (Dan)"."""
_DEGREES = frozenset(
    [
        *("a", "very", "quite", "rather", "so", "too", "bit", "slightly", "really", "more", "less"),
        *("not", "no", "never", "muy", "un", "poco", "bastante", "más", "menos", "sin", "casi"),
        *("bardzo", "dość", "trochę", "nie", "bez", "mniej", "bardziej", "całkiem", "still"),
    ]
)
"""Words before a feeling that name nobody."""
_WORDS = 3
"""A feeling of a row has so many words at most."""


def in_a_row(phrase: str) -> list[str]:
    """Returns the parts of a row of feelings, as in "sad, then angry"; nothing for one text.

    Args:
        phrase: the text, folded.
    """
    if found := _FROM_TO.fullmatch(phrase):
        return [found["one"], found["other"]]
    if _ALL_BUT.search(phrase):
        return []
    parts = [_LINKING.sub("", part.strip(), 1).strip() for part in _BETWEEN.split(phrase)]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 and all(len(part.split()) <= _WORDS for part in parts) else []


def all_known(phrase: str, known: Mapping[str, float]) -> list[str]:
    """Returns the feelings of a row where each of them is known; else nothing.

    Args:
        phrase: the text, folded.
        known: words with their values.
    """
    parts = in_a_row(phrase)
    return parts if all(part in known for part in parts) else []


def with_reason(text: str, known: Mapping[str, float]) -> tuple[str, str]:
    """Returns a known feeling and the reason behind it, as in "angry (nobody calls)"; else both "".

    Args:
        text: the text.
        known: words with their values.
    """
    found = _WITH_REASON.fullmatch(" ".join(text.split()))
    if found is None or fold(found["word"]) not in known:
        return "", ""
    reason = found["inside"] or found["behind"] or found["why"]
    return (found["word"], reason) if any(map(str.isalpha, reason)) else ("", "")


def written_apart(text: str, known: Mapping[str, float]) -> str:
    """Returns what to write for several feelings, or for one with its reason; else "".

    Args:
        text: what is on no list as a whole.
        known: words with their values.
    """
    row = in_a_row(fold(text))
    if not all(part in known for part in row):
        accented = {_bare(word): word for word in known}
        row = [part if part in known else accented.get(_bare(part), part) for part in row]
    others = [part for part in row if part not in known]
    if row and not others:
        return f"write a list: [{', '.join(row)}]"
    if len(others) < len(row):
        listed = ", ".join(part if part in known else f"{part} 1" for part in row)
        return f"write a list, with a value from -2 to 2 behind what is on no list: [{listed}]"
    word, reason = with_reason(text, known)
    return f"write {word}, and the rest under note: {reason}" if word else ""


def _bare(text: str) -> str:
    """Returns a text without accents, as people type it on a keyboard that has none."""
    parts = unicodedata.normalize("NFD", text.replace("ł", "l"))
    return "".join(each for each in parts if not unicodedata.combining(each))


def of_each(texts: Sequence[str], known: Mapping[str, float]) -> str:
    """Returns what each of several people feels, as in "dan worried", "ruth calm"; else "".

    Args:
        texts: a text for each of them.
        known: words with their values.
    """
    found = [_OF_PERSON.fullmatch(text.strip()) for text in texts]
    behind = [_SAID_OF.fullmatch(text.strip()) for text in texts]
    found = behind if all(behind) else found
    people = [each["who"] for each in found if each and fold(each["what"]) in known]
    named = not _DEGREES.intersection(map(fold, people)) and not any(map(known.get, people))
    if len(people) < 2 or len({*people}) < len(texts) or not named:  # noqa: PLR2004
        return ""
    return ", ".join(f"{each['who']}: {each['what']}" for each in found if each)
