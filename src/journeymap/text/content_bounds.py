"""Where content begins and ends in a text, where the parser's marks say more or less than that."""

import re
from typing import Final

from journeymap.quick_pattern import pattern
from journeymap.text.source import Span

# An anchor or a tag, and the spaces and comments behind it.
_PROPERTIES: Final = pattern(
    r"(?:[&!](?:<[^>\s]*+>|[^\s,\[\]{}]*+)(?:\s++(?:#[^\r\n]*+)?+)*+)*+", re.ASCII
)
_HEADER_BEFORE_COMMENT: Final = pattern(r"[|>][-+0-9]*(?=[ \t]+#[^\r\n]*+\Z)")
_COLON: Final = pattern(r"\s*+:", re.ASCII)
_DASH: Final = pattern(r"(?:\s++|#[^\r\n]*+)*+-", re.ASCII)
_WORD: Final = pattern(r"[^\s,\[\]{}]*", re.ASCII)
_COMMENT_OR_TAB: Final = pattern(r"#[^\r\n]*+|\t(?=[ \t]*+(?:[^\s#]|\Z))", re.ASCII)
_BLANKS: Final = pattern(r"[ \t]*+")
_BREAK: Final = pattern(r"[\r\n]")


def behind_properties(text: str, start: int, limit: int) -> int:
    """Return where the content starts of a node that has an anchor or a tag."""
    found = _PROPERTIES.match(text, start, limit)
    return found.end() if found else start


def tag(text: str, start: int, behind: int) -> Span:
    """Return the span of the tag among the properties between two offsets."""
    mark = text.find("!", start, behind)
    if mark < 0:  # the Python parser starts at the anchor where a tag stands before it
        mark = max(text.rfind("!", 0, start), 0)
    word = _WORD.match(text, mark)
    return Span(mark, word.end() if word else mark)


def behind_colon(text: str, key_end: int) -> int:
    """Return the offset behind the colon of a key; without a colon, where the key ends."""
    found = _COLON.match(text, key_end)
    return found.end() if found else key_end


def behind_dash(text: str, end: int) -> int:
    """Return the offset behind the next dash; without a dash, the offset itself."""
    found = _DASH.match(text, end)
    return found.end() if found else end


def block_end(text: str, start: int, end: int) -> int:
    """Return where the last line of a block scalar ends, or its header if it has no line."""
    stripped = start + len(text[start:end].rstrip(" \t\r\n"))
    found = _HEADER_BEFORE_COMMENT.match(text, start, stripped)
    if found:
        return found.end()
    line = _BLANKS.match(text, stripped, end)
    return line.end() if line and _BREAK.search(text, start, stripped) else stripped


def block_body(text: str, start: int) -> int:
    """Return where the line behind a block scalar's header starts; a comment may end the header."""
    found = _BREAK.search(text, start)
    return found.end() if found else len(text)


def tab_between(text: str, end: int, start: int) -> int | None:
    """Return the first tab between two nodes that something follows on its line."""
    for found in _COMMENT_OR_TAB.finditer(text, end, start):
        if found[0] == "\t":
            return found.start()
    return None
