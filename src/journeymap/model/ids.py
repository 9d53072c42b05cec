"""Slugs: how names become ids, and how references find them."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType

END = "end"
"""The id that stands for the end of the journey in `next`."""

BEFORE = "true"
"""What stands for the step before in `meanwhile`."""

NO_WORDS = MappingProxyType({code: " " for code in range(128) if not chr(code).isalnum()})
"""Turns what is neither a letter nor a digit of ASCII into spaces."""


@lru_cache(maxsize=65_536)
def slug(text: str) -> str:
    """Returns the slug of a name: NFC, case folded, runs of letters and digits joined by hyphens.

    Any script serves: "Łóżko" gives "łóżko". A text without letters or digits gives "".
    """
    if text.isascii():
        return "-".join(text.casefold().translate(NO_WORDS).split())
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in folded)
    return "-".join("".join(kept).split())


def derive_ids(names: Iterable[tuple[str | None, str]], fallback: str) -> tuple[str, ...]:
    """Gives every item of a namespace an id.

    Args:
        names: per item the id written for it, if any, and the name to derive one from.
        fallback: what stands in where a name has no letters or digits ("step").

    Returns:
        The ids in order. Written ids stay as they are; derived ones never collide with them, with
        one another or with the name of another item ("-2", "-3" … is added), so that an id and a
        name never mean two things.
    """
    items = list(names)
    taken = {slug(given) for given, _ in items if given}
    named = {slug(name) for _, name in items}
    free: dict[str, int] = {}  # the next number of a name, so that a thousand alike take no square
    ids = []
    for given, name in items:
        if given:
            ids.append(slug(given))
            continue
        own = slug(name)
        base = own or fallback
        candidate, number = base, free.get(base, 2)
        while candidate in taken or (candidate in named and candidate != own):
            candidate, number = f"{base}-{number}", number + 1
        free[base] = number
        taken.add(candidate)
        ids.append(candidate)
    return tuple(ids)
