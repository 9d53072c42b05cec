"""The text of one file, and places in it."""

import dataclasses
import re
import unicodedata
from bisect import bisect_right
from typing import Any, Self

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern

MOST_BYTES = 5_000_000
"""The largest file that is read, in bytes."""

# What the YAML parsers refuse, besides the three line breaks that only YAML 1.1 knows.
_REFUSED = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_JOINERS = "\u200c\u200d"
_OLD_BREAKS = "\x85\u2028\u2029"
_BREAK = pattern(r"\r\n|\r|\n")
_BEGINNING = 12  # bytes that tell UTF-16: `title: ` and the like, all of them ASCII
_ENCODINGS = {"cp1252": "Windows-1252", "cp1250": "Windows-1250"}
_PRINT = "“”„‚‘’–—…•«»€°¿¡§©®·½¼×ºª\u00a0"
"""Signs that texts hold in these encodings beside letters."""
_UTF16 = "the file is not UTF-8; it looks like UTF-16"
_SAVE_AS_UTF8 = "save the file again with the encoding UTF-8 (in most editors: Save as)"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source's text, in code points; `end` is the first one behind it."""

    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place for people: line and column count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the text itself that has to be mended before a map can be read from it.

    `flaw` is set where one character is at fault and any letter in its place would do, as far as
    the lines below are concerned.
    """

    code: str
    message: str
    help: str
    span: Span
    flaw: int | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of one file, without its byte order mark.

    `name` is the path as it is shown to people; `bom` says whether the file began with a mark.
    """

    name: str
    text: str
    bom: bool = False
    _starts: list[int] = dataclasses.field(
        default_factory=list, init=False, repr=False, compare=False
    )

    @property
    def data(self) -> bytes:
        """The bytes of the file, its mark included."""
        return (b"\xef\xbb\xbf" if self.bom else b"") + self.text.encode()

    def position(self, offset: int) -> Position:
        """Return line and column of an offset; LF, CR LF and CR end a line.

        An offset outside the text counts as the nearest one inside.
        """
        starts = self._line_starts()
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def offset(self, place: Position) -> int:
        """Return where a place lies in the text; one outside counts as the nearest one inside."""
        starts = self._line_starts()
        line = min(max(place.line, 1), len(starts))
        return min(starts[line - 1] + max(place.column, 1) - 1, len(self.text))

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line break; "" where there is none."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def around(self, place: Position, reach: int) -> tuple[str, str]:
        """Return what stands in the line of a place before it, and from it on.

        Of a very long line only the nearest `reach` characters on each side are cut out.
        """
        starts = self._line_starts()
        first = starts[place.line - 1]
        end = starts[place.line] if place.line < len(starts) else len(self.text)
        at = first + place.column - 1
        behind = self.text[at : min(end, at + reach)].rstrip("\r\n")
        return self.text[max(first, at - reach) : at], behind

    def before(self, place: Position) -> str:
        """Return what stands in the line of a place before it."""
        first = self._line_starts()[place.line - 1]
        return self.text[first : first + place.column - 1]

    def cut(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]

    def _line_starts(self) -> list[int]:
        # Filled at the first question: most files are read without one.
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(map(re.Match.end, _BREAK.finditer(self.text)))
        return self._starts


def decode(name: str, data: bytes) -> Source | Problem:
    """Read the bytes of a file as UTF-8, with or without a byte order mark.

    Returns:
        The source, or a problem (JM007) when the file is over `MOST_BYTES`, is not UTF-8, or holds
        one of the line breaks U+0085, U+2028 and U+2029. As there is no source to look a place up
        in then, the message names the line.

    """
    if len(data) > MOST_BYTES:
        return _unreadable(
            f"the file has more than {MOST_BYTES // 1_000_000} MB",
            "split the map into several maps that name one another with `journey:`",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_text(data) or _not_utf8(data, error.start)
    if (binary := _not_text(data)) is not None:
        return binary
    found = next((text.find(mark) for mark in _OLD_BREAKS if mark in text), -1)
    bom = data.startswith(b"\xef\xbb\xbf")
    source = Source(name=name, text=text, bom=bom)
    if found < 0:
        return source
    place = source.position(found)
    return Problem(
        code="JM007",
        message=f"line break U+{ord(text[found]):04X} on line {place.line}, column {place.column}",
        help="delete the character and press Enter there instead",
        span=Span(found, found + 1),
    )


def visible(text: str) -> str:
    """Return a text on one line whose control characters cannot reach a terminal."""
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


class SafeText(str):
    """A text that a terminal only ever shows, wherever it comes from."""

    # What was written is kept only where it is shown otherwise: a run keeps many texts.
    __slots__ = ("_written",)
    _written: str | None

    def __new__(cls, raw: str, *, lines: bool = False) -> Self:
        """Cleans a text: all of it to one line, or each of its lines."""
        shown = "\n".join(map(visible, raw.split("\n"))) if lines else visible(raw)
        made = super().__new__(cls, shown)
        made._written = None if shown == raw else raw
        return made

    @property
    def raw(self) -> str:
        """What was written, for those who do not show it."""
        return str(self) if self._written is None else self._written

    def __reduce__(self) -> tuple[Any, ...]:  # type: ignore[explicit-override] # of Python 3.12
        """Tells how another process gets the same text, without cleaning it again."""
        return _cleaned, (str(self), self._written)


def _cleaned(shown: str, written: str | None) -> SafeText:
    made = str.__new__(SafeText, shown)
    made._written = written  # noqa: SLF001 - of its own class
    return made


def short(text: str, most: int = 40) -> str:
    """Return a text on one line, cut to `most` characters, for use in a message."""
    bare = " ".join(text.split())
    return bare if len(bare) <= most else f"{bare[: most - 1]}…"


def _visible(char: str) -> str:
    if char in "\t\n":
        return " "
    category = unicodedata.category(char)
    hidden = category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and char not in _JOINERS)
    return "\ufffd" if hidden else char


def refused_character(text: str) -> Problem | None:
    """Return a problem for the first character that no YAML text may hold, None without one."""
    found = _REFUSED.search(text)
    if found is None:
        return None
    character, span = found[0], Span(found.start(), found.end())
    name = f"U+{ord(character):04X}"
    if character in _OLD_BREAKS:
        return Problem(
            code="JM007",
            message=f"line break {name} in the text",
            help="delete the character and press Enter there instead",
            span=span,
        )
    if "\ud800" <= character <= "\udfff":
        return Problem(
            code="JM007",
            message=f"half a character ({name}) in the text",
            help="delete it, or type the character again",
            span=span,
        )
    kind = "invisible" if character > "\x9f" else "control"
    return Problem(
        code="JM002", message=f"{kind} character {name} in the text", help="delete it", span=span
    )


def _unreadable(message: str, remedy: str) -> Problem:
    return Problem(code="JM007", message=message, help=remedy, span=Span(0, 0))


def _not_text(data: bytes) -> Problem | None:
    """Return a problem for what another encoding than UTF-8 or a picture has in it: zero bytes."""
    beginning = data[:_BEGINNING]
    halves = beginning[::2], beginning[1::2]
    alternate = any(not any(half) and all(other) for half, other in (halves, halves[::-1]))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (alternate and all(halves)):
        return _unreadable(_UTF16, _SAVE_AS_UTF8)
    if b"\0" in data:
        return _unreadable(
            "the file cannot be read: it is no text file",
            "a map is a text file; check that the path leads to it and not to a picture, say",
        )
    return None


def _not_utf8(data: bytes, at: int) -> Problem:
    """Return the problem of a byte that is no UTF-8, with the letter that it was meant as."""
    before = _BREAK.split(data[:at].decode("utf-8", "replace"))
    place = f"line {len(before)}, column {len(before[-1]) + 1}"
    for encoding, name in _ENCODINGS.items():
        text = data.decode(encoding, "replace")
        if all(letter.isalpha() or letter in _PRINT for letter in text if letter > "\x7f"):
            letter = data[at : at + 1].decode(encoding)
            return _unreadable(
                f'the file is not UTF-8: byte {data[at]:#04x} on {place}, which is "{letter}" in '
                f"{name}",
                f"open it with the encoding {name} (in most editors: Reopen with encoding), check "
                "its letters, and save it with UTF-8",
            )
    return _unreadable(f"the file is not UTF-8: byte {data[at]:#04x} on {place}", _SAVE_AS_UTF8)
