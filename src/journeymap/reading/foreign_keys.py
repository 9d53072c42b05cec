"""Names of fields in other languages than English, which is the one that they are written in."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from journeymap.model.fields import Node, shapes

_ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("title", "action", "text"),
        "title": ("name", "action", "text"),
        "personas": ("persona",),
        "persona": ("personas",),
        "channel": ("channels",),
        "channels": ("channel",),
        "pains": ("frustrations",),
        "need": ("needs",),
        "goal": ("goals",),
        "text": ("name", "action", "note"),
    }
)
"""What the same word names where a part of a map has no field of the first name."""


def in_english(key: str, model: type[Node]) -> tuple[str, ...]:
    """Returns the fields of a part of a map that a word of another language names; often none."""
    word = unicodedata.normalize("NFC", key).casefold().replace(" ", "_")
    named = _words().get(word, ())
    known = shapes(model)
    others = (other for name in named for other in _ALSO.get(name, ()) if other in known)
    return tuple(name for name in named if name in known) or tuple(others)[:1]


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Reads the list beside this module: a field in English, and its names in others; house."""
    found: dict[str, tuple[str, ...]] = {}
    text = Path(__file__).with_name("foreign_keys.txt").read_text("utf-8")
    for name, _, words in (line.partition(":") for line in text.splitlines()):
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found
