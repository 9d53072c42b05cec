"""Shares as people say them, in English, Spanish and Polish: what a share field could take instead.

Nothing is read this way: "about 10 %" and "10-20 %" hold more than a share can, so that what is
understood is only said in the help of a finding.
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from journeymap.model.times import COUNTS
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern

_COUNT = rf"(?:\d{{1,3}}(?:[.,]\d+)?|(?:{'|'.join(sorted(COUNTS, key=len, reverse=True))})\b)"
_PERCENT = r"\s*(?:%|(?:percent|per\s?cent|pct|por\s?ciento|procent|proc|prozent)\b\.?)"
_ABOUT = (
    r"(?:(?:about|around|approx|approximately|roughly|circa|ca|some|nearly|almost|unos|unas|casi|"
    r"alrededor de|cerca de|aproximadamente|aprox|około|ok|prawie|mniej więcej|up to|at most|at "
    r"least|over|under|more than|less than|hasta|más de|menos de|ponad|poniżej|do)\b\.?|[~≈<>≤≥±])"
    r"\s*"
)
_TO = r"\s*(?:[-–—/]|\b(?:to|or|and|a|o|y|do|i)\b)\s*"
_OF = r"\s*(?:\b(?:in|of|out of|de cada|de|na|z)\b)\s*"
_PARTS: Mapping[str, float] = MappingProxyType(
    {
        "half": 50,
        "la mitad": 50,
        "połowa": 50,
        "a third": 100 / 3,
        "one third": 100 / 3,
        "un tercio": 100 / 3,
        "jedna trzecia": 100 / 3,
        "two thirds": 200 / 3,
        "dos tercios": 200 / 3,
        "dwie trzecie": 200 / 3,
        "a quarter": 25,
        "one quarter": 25,
        "un cuarto": 25,
        "jedna czwarta": 25,
        "three quarters": 75,
        "tres cuartos": 75,
        "trzy czwarte": 75,
        "a tenth": 10,
        "a fifth": 20,
    }
)
_SPOKEN = pattern(
    rf"(?P<about>{_ABOUT})?(?:"
    rf"(?:between\s+|entre\s+)?(?P<low>{_COUNT})(?:\s*%)?{_TO}(?P<high>{_COUNT}){_PERCENT}"
    rf"|(?P<percent>{_COUNT}){_PERCENT}"
    rf"|(?P<some>{_COUNT})(?P<of>{_OF})(?P<all>{_COUNT}|\d+)"
    rf"|(?P<over>\d+)\s?/\s?(?P<under>\d+)"
    rf"|(?P<part>{'|'.join(_PARTS)})(?:\s+of(?:\s+them)?)?"
    r")(?![\w%])"
)
_BETWEEN = pattern(r"[\s,:;–—-]*")
_VAGUE = frozenset(
    {
        *("many", "most", "some", "few", "a few", "several", "lots", "a lot", "most people"),
        *("many people", "some people", "everybody", "everyone", "nobody", "a minority"),
        *("a majority", "the majority", "muchos", "muchas", "algunos", "algunas", "pocos", "pocas"),
        *("la mayoría", "varios", "wielu", "większość", "niektórzy", "kilku", "niewielu", "mało"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenShare:
    """A share that was said in another way than a field takes it.

    Attributes:
        share: as a field takes it, such as 10 %.
        is_exact: whether it says what was written, and nothing was lost.
        is_range: whether two ends were written, between which it lies.
        rest: what follows it.
    """

    share: str
    is_exact: bool
    is_range: bool
    rest: str

    @property
    def help(self) -> str:
        """What to write in a share field."""
        if self.is_range:
            return f"write one number, such as {self.share} in the middle, and the range behind a #"
        if self.is_exact:
            return f"write {self.share}"
        return f"write {self.share}; evidence: says how sure it is"


def spoken_share(text: str) -> SpokenShare | None:
    """Returns the share at the beginning of a text; None where there is none, or of over 100 %."""
    folded = unicodedata.normalize("NFC", text).strip()
    found = _SPOKEN.match(folded.casefold()) if _has_number(folded.casefold()) else None
    percent = _percent(found) if found else None
    if found is None or percent is None or not 0 <= percent <= 100:  # noqa: PLR2004 - per cent
        return None
    behind = _BETWEEN.match(folded, found.end())
    rest = folded[behind.end() if behind else found.end() :]
    if rest and (found["over"] or found["part"]) and " of" not in found[0]:
        return None  # `1/2 price shop` and `half board` are names
    rounded = f"{percent:.3g}"
    return SpokenShare(
        share=f"{rounded} %",
        is_exact=not found["about"] and abs(float(rounded) - percent) < 1e-9,  # noqa: PLR2004
        is_range=bool(found["low"]),
        rest=rest,
    )


def _has_number(text: str) -> bool:
    """Tells whether anything in a text can be a number: most have none, and need no pattern."""
    words = "".join(char if char.isalnum() else " " for char in text).split()
    return (
        any(word in COUNTS for word in words)
        or any(map(str.isdecimal, text))
        or any(part in text for part in _PARTS)
    )


def is_vague(text: str) -> bool:
    """Tells whether a text is a quantity without a number, such as "many" or "most people"."""
    return " ".join(text.casefold().split()) in _VAGUE


def _percent(found: re.Match[str]) -> float | None:
    if found["low"]:
        return (_count(found["low"]) + _count(found["high"])) / 2
    if found["percent"]:
        return _count(found["percent"])
    if found["part"]:
        return _PARTS[found["part"]]
    some, of_all = (found["some"], found["all"]) if found["some"] else found.group("over", "under")
    return 100 * _count(some) / _count(of_all) if _count(of_all) else None


def _count(text: str) -> float:
    return float(text.replace(",", ".")) if text[0].isdigit() else COUNTS[text]
