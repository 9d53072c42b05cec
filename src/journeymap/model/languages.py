"""What a map says its language is: a tag such as es-MX, or a name such as polski."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from journeymap.quick_pattern import pattern

LANGUAGES = ("en", "es", "pl")
"""The languages that there are labels in, the one that counts where none is said first."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        name: tag
        for tag, names in {
            "en": "eng english inglés ingles angielski englisch anglais",
            "es": "spa español espanol castellano spanish hiszpański hiszpanski spanisch espagnol",
            "pl": "pol polski polish polaco polnisch polonais",
        }.items()
        for name in names.split()
    }
)
"""What people write instead of a tag; house."""
_TAG = pattern(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
"""A tag after RFC 5646, of a language of two or three letters, without extensions."""


@lru_cache(maxsize=64)
def tag(written: str | None) -> str:
    """Returns the language tag of what was written; empty where it is none."""
    said = (written or "").strip().replace("_", "-")
    named = _NAMES.get(said.casefold(), said)
    return named if _TAG.fullmatch(named) else ""


def labelled(written: str | None) -> str:
    """Returns the language that there are labels in, of what was written; empty without any."""
    primary = tag(written).partition("-")[0].casefold()
    return primary if primary in LANGUAGES else ""
