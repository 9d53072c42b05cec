"""Characters that stand for others while a parser reads a text, where parsers know less than YAML.

libyaml 0.1 ends a plain text at `:` and `?` inside brackets, even in `https://` and `why?`. The
parser in Python refuses tabs between words. Neither reads what writers of JSON make of a sign
beyond U+FFFF: two escapes for its two halves. Private characters take their place, as many as there
were, so that every place stays where it is.
"""

import re
from collections.abc import Iterator, Mapping

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.parse_failure import Refused
from journeymap.text.source import Problem, Span

_IN_WORD = pattern(
    r"""[:?](?:
        (?<=:) (?<!["'\]}]:) (?<!["'\]}]\s:) (?=[^\s,\[\]{}])
        | (?<=\?) (?: (?=\S) | (?<=[^\s\[{,]\?) | (?<=[^\s,\[\]{}:?"'-][ ]\?) )
    )""",
    re.VERBOSE,
)
_PAIR = pattern(
    r"(?<!\\)(?P<before>(?:\\\\)*)"
    r"(?P<pair>\\u(?P<high>[dD][89abAB][\da-fA-F]{2})\\u(?P<low>[dD][c-fC-F][\da-fA-F]{2}))"
)
HALF = pattern(r"\\(?:u|U0000)[dD][89a-fA-F][\da-fA-F]{2}")
"""An escape for half a sign."""
_ESCAPE = pattern(rf"{_PAIR.pattern}|(?P<half>{HALF.pattern})|\\.", re.DOTALL)
_HALVES = pattern("[\ud800-\udfff]")
_TABS = pattern(r"""(?<=[^\s:,\-?\[\]{}"'|>])[ \t]*\t[ \t]*(?=[^\s#:,\[\]{}])""")
_NAMED = pattern(r"(?:^|\s)[&*!]\S*\Z")
_PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """A text for a parser, and what the characters put into it stand for.

    Attributes:
        text: the text, as long as the one that was written.
        quoted: what stands in texts between double quotes, by character.
        other: what stands in all others.
    """

    text: str
    quoted: Mapping[int, str]
    other: Mapping[int, str]


def with_stand_ins(text: str, *, tabs: bool = False) -> StandIns | None:
    """Returns a text with stand-ins; None where it needs none, or has no sign left for them.

    Args:
        text: the text.
        tabs: whether tabs between words need some, too, as the parser in Python refuses them.
    """
    tabs = tabs and "\t" in text
    signs = sorted({found["pair"] for found in _PAIR.finditer(text)}) if "\\u" in text else []
    if not signs and not tabs and _IN_WORD.search(text) is None:
        return None
    free = _free(text)
    try:
        marks = {sign: next(free) for sign in ":?\t"}
        pairs = {pair: next(free) for pair in signs}
        filler = next(free)
    except StopIteration:
        return None
    changed = _IN_WORD.sub(lambda found: marks[found[0]], text)
    if tabs:
        changed = _TABS.sub(lambda found: _without_tabs(found, marks["\t"]), changed)
    if pairs:
        rest = filler * (len(signs[0]) - 1)
        changed = _PAIR.sub(lambda found: found["before"] + pairs[found["pair"]] + rest, changed)
    other = {ord(mark): sign for sign, mark in (marks | pairs).items()} | {ord(filler): ""}
    whole = {ord(mark): _joined(pair) for pair, mark in pairs.items()}
    return StandIns(text=changed, quoted=other | whole, other=other)


def _without_tabs(found: re.Match[str], mark: str) -> str:
    line = found.string.rfind("\n", 0, found.start()) + 1
    is_name = _NAMED.search(found.string[line : found.start()])  # which a tab ends
    return found[0] if is_name else found[0].replace("\t", mark)


def as_meant(
    value: str, style: str | None, stand_ins: StandIns | None, text: str, span: Span
) -> str:
    """Returns a value as it was meant.

    Args:
        value: what a parser read.
        style: the quotes around it.
        stand_ins: those in the text; None where there are none.
        text: the text as it was written.
        span: where the value stands in it.

    Raises:
        Refused: it holds half a sign, which the parser in Python reads.
    """
    if stand_ins is not None:
        value = value.translate(stand_ins.quoted if style == '"' else stand_ins.other)
    if _HALVES.search(value):
        found = (each for each in _ESCAPE.finditer(text, span.start, span.end) if each["half"])
        raise Refused(half_told(text, next((Span(*each.span()) for each in found), span)))
    return value


def half_told(text: str, span: Span) -> Problem:
    """Says that an escape stands for half a character."""
    return Problem(
        code="JM001",
        message=f"`{text[span.start : span.end]}` is half a character",
        help="write the character itself, or both halves one behind the other",
        span=span,
    )


def _free(text: str) -> Iterator[str]:
    return (sign for sign in map(chr, _PRIVATE) if sign not in text)


def _joined(pair: str) -> str:
    """Returns the sign that two escapes stand for."""
    return bytes.fromhex(pair[2:6] + pair[8:12]).decode("utf-16-be")
