"""Signs that begin an entry of a list in other programs, where YAML has a dash and a space."""

import re

from journeymap.quick_pattern import pattern

SIGNS = "•‣▪▫◦●○■□◆➤➢✓✔·*–—‐‑‒―−"
"""Bullets of word processors, web pages and chats."""
DASHES = "–—‐‑‒―−"
"""Of these the ones that may begin a text as well, as speech does in Spanish and Polish."""
BULLET = pattern(
    rf"[ \t]*(?:-[ ]+)?(?P<sign>[{SIGNS}])(?:[ \t\u00a0]+(?=\S)|(?<=[^*{DASHES}])(?=\w))"
)
"""A bullet at the beginning of a line: one that is no dash and no star needs no space."""
_LINE = pattern(r"[^\r\n]*")
_GAP = pattern(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))+")


def run(text: str, at: int) -> tuple[int, ...]:
    """Returns where the same bullet stands on the line of an offset, and on those right below it.

    Args:
        text: the text of a file.
        at: where a bullet stands.
    """
    places, sign, start = [at], text[at], at
    while True:
        line = _LINE.match(text, start)
        gap = _GAP.match(text, line.end()) if line else None
        if gap is None:
            return tuple(places)
        start = gap.end()
        found = BULLET.match(text, start)
        if found is not None and found["sign"] == sign:
            places.append(found.start("sign"))
        elif text[start : start + 1] not in {" ", "\t"} or _is_named(text, start):
            return tuple(places)


def _is_named(text: str, start: int) -> bool:
    """Tells whether a line is a field of its own, and not what goes on from a bullet."""
    return re.match(r"[ \t]*(?:-[ \t]|[a-z_]+:(?:\s|$))", text[start : start + 80]) is not None
