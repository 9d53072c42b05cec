"""Reads an outline: plain text, as it is left over from a workshop.

- Headings are stages, all other lines are steps. Blank lines and lines of nothing but marks
  (`---`, `===`) are passed over.
- A heading is a line that begins with `#`, or one without a bullet that is underlined with `====`
  or `----` (as long as itself, or four marks). Where there is such a line, one that ends with `:`
  is a heading as well if it is outermost, has no bullet and stands over a step. Where there is
  none, a heading is an outermost line that ends with `:` (and has no bullet), is followed by a
  line indented deeper, or stands without a bullet over a line with one.
  Where no line is marked so, two or more lines in capitals at the margin are headings.
- Bullets (`-`, `*`, `+`, `•`, `1.`, `1)`, `[ ]`, also with `[ ]` behind them) are taken off. Steps
  may be indented as deep as you like; steps before the first heading make a stage without a name.
- A line below a step that begins with `Need:`, `Feels:`, `Quote:`, `Pain:`, `Idea:` and the like,
  in English, Spanish or Polish, is said of that step; so are lines below such a word alone, the
  same in brackets behind a step, and a line such as `-> 30 % give up`. Below a step a label of the
  analyst's own (`Room: 12`) is a note. Marks of bold and italic type go; a line in bold over
  entries is a heading.
- `Attendees: …`, `Date: …`, `TODO: …` and the like at the margin belong to no step.
- `Title: …` and `Persona: …` on lines of their own name the map and its persona. Without the
  former, a first line that heads all other headings is the title: the one `#` over `##`, or a
  single line over the first heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from journeymap.model.spoken_shares import spoken_share
from journeymap.model.times import read_time
from journeymap.quick_dataclass import dataclass
from journeymap.templates.outline_words import (
    ASIDE,
    BESIDE,
    FIELDS,
    IN_BRACKETS,
    LABELLED,
    LEAVES,
    REMINDER,
    SAID,
)

# What YAML or the map's language refuses in a text: controls, marks that turn the direction of
# writing, halves of characters. Line breaks and tabs are not here: they are white space.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MARKS = re.compile(r"[-=_*+~#:•·–—\s]*")
_UNDERLINE = re.compile(r"={2,}|-{2,}")
_LONG_ENOUGH = 4  # marks that underline any line; shorter ones part sections
_HEADING = re.compile(r"(?P<hashes>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?")
_BULLET = re.compile(
    r"(?:(?:[-*+–—]\s|[•·]|\d{1,3}[.)]\s)\s*(?:\[[ xX]?\](?:\s+|$))?|\[[ xX]?\]\s+)(?P<text>.*)"
)
_NAMED = re.compile(
    r"(?P<key>title|título|titulo|tytuł|(?:customer |patient )?journey|persona)\s*:\s*(?P<text>.+)",
    re.IGNORECASE,
)
_EMPHASIS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\*\*(?P<text>[^*]+)\*\*",
        r"(?<!\w)__(?P<text>[^_]+)__(?!\w)",
        r"(?<![\w*])\*(?P<text>[^*\s][^*]*)\*(?![\w*])",
        r"(?<![\w_])_(?P<text>[^_\s][^_]*)_(?![\w_])",
    )
)
"""Marks of bold and italic type in Markdown."""
_BOLD = re.compile(r"(?:\*\*[^*]+\*\*|__[^_]+__):?")
_BOLD_LEVEL = 7
"""That of a heading in bold, below those with hashes."""
_HEADS = 2
"""So many lines in capitals are headings; a single one may be a word that is written so."""
_QUOTED = re.compile('["“„«].+["”“»]')
_TIMES = frozenset({"wait", "duration"})


class Section(NamedTuple):
    """A stage of an outline.

    Attributes:
        name: its heading; None for the steps before the first heading.
        steps: what happens in it, in order.
        said: what else is said of the steps.
    """

    name: str | None
    steps: tuple[str, ...]
    said: tuple["Said", ...] = ()


class Said(NamedTuple):
    """What is said of a step.

    Attributes:
        step: the step's place in its stage, from 0.
        field: the field that it is in a map.
        text: what is said.
    """

    step: int
    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What an outline says.

    Attributes:
        title: title of the map, if the outline names one.
        persona: whose journey it is, if the outline says so.
        stages: its stages in order.
        asides: lines that belong to no step: who was there, what is to be done.
    """

    title: str | None = None
    persona: str | None = None
    stages: tuple[Section, ...] = ()
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    indent: int
    level: int  # how many hashes, or what an underline stands for; 0 for any other line
    bullet: bool
    bold: bool = False
    said: tuple[tuple[str, str], ...] = ()  # fields with what is said of the step, as lines below


def parse_outline(text: str) -> Outline:
    """Reads an outline; every text has a reading.

    Args:
        text: the outline, with any line ends, with or without a byte order mark.

    Returns:
        Its title, persona, stages and steps: single-line texts that are never empty, without
        control characters, runs of white space drawn together.
    """
    lines = _read_lines(text)
    named: dict[str, str] = {}
    asides: list[str] = []
    body: list[_Line] = []
    for line in lines:
        match = None if line.bullet or line.level else _NAMED.fullmatch(line.text)
        key = "persona" if match and match["key"].casefold() == "persona" else "title"
        if match and key not in named:
            named[key] = match["text"]
        elif _is_aside(line):
            asides.append(line.text)
        else:
            body.append(line)
    body = list(_with_what_is_said(_with_bold_headings(_with_capital_headings(body))))
    if "title" not in named and _headed_by_first(body):
        named["title"] = _heading_text(body.pop(0))
    return Outline(
        title=named.get("title"),
        persona=named.get("persona"),
        stages=tuple(_sections(body)),
        asides=tuple(asides),
    )


def _is_aside(line: _Line) -> bool:
    """Tells whether a line at the margin is of the meeting; one to be done may have a bullet."""
    may = not line.bullet or REMINDER.match(line.text)
    return bool(may and not line.level and line.indent == 0 and ASIDE.fullmatch(line.text))


def _read_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    above: _Line | None = None  # the very line above, if something stands in it
    for raw in text.splitlines():
        level = _underlines(raw, above) if above else 0
        if level:
            lines[-1] = replace(lines[-1], level=level)
        above = _read_line(raw)
        if above:
            lines.append(above)
    return lines


def _underlines(raw: str, above: _Line) -> int:
    """Returns the level of the heading that a line makes of the one above, 0 if it makes none."""
    marks = tidy(raw)
    if above.bullet or above.level or _NAMED.fullmatch(above.text):
        return 0
    if not _UNDERLINE.fullmatch(marks) or len(marks) < min(len(above.text), _LONG_ENOUGH):
        return 0
    return 1 if marks.startswith("=") else 2


def _read_line(raw: str) -> _Line | None:
    shown = _HIDDEN.sub("", raw).expandtabs(4)
    indent = len(shown) - len(shown.lstrip())
    text = tidy(shown)
    heading, bullet = _HEADING.fullmatch(text), _BULLET.fullmatch(text)
    if heading:
        text = heading["text"]
    elif bullet:
        text = bullet["text"]
    bold = not bullet and not heading and bool(_BOLD.fullmatch(text))
    for marks in _EMPHASIS:
        text = marks.sub(r"\g<text>", text)
    if _MARKS.fullmatch(text):
        return None
    level = len(heading["hashes"]) if heading else 0
    return _Line(text=text, indent=indent, level=level, bullet=bool(bullet), bold=bold)


def _with_bold_headings(lines: Sequence[_Line]) -> list[_Line]:
    """Returns lines of which those in bold over an entry or a deeper line are headings."""
    return [
        replace(line, level=_BOLD_LEVEL) if line.bold and _opens(line, below) else line
        for line, below in zip_longest(lines, lines[1:])
    ]


def _with_capital_headings(lines: Sequence[_Line]) -> list[_Line]:
    """Returns lines of which those in capitals at the margin are headings, where none is marked."""
    outermost = min((line.indent for line in lines), default=0)
    heads = [line.text.isupper() and not line.bullet and line.indent == outermost for line in lines]
    if any(line.level for line in lines) or heads.count(True) < _HEADS or all(heads):
        return list(lines)
    return [
        replace(line, level=1) if head else line for line, head in zip(lines, heads, strict=True)
    ]


def _with_what_is_said(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Walks lines that are no part of what is said of one, each with what is said of it below."""
    above: _Line | None = None
    field, depth = "", 0  # the word that stands alone above, and how deep
    marked = any(line.level for line in lines)
    outermost = min((line.indent for line in lines), default=0)
    for line in lines:
        said = _said_in(line, above) if above else None
        if above and said is not None:
            field, depth = said[0], line.indent
            text = said[1].strip('"“”„«» ')
        elif above and field and line.indent > depth:
            text = line.text
        elif above and _is_label(line, above, is_step=marked or above.indent > outermost):
            field, text = "", line.text
            above = replace(above, said=(*above.said, ("note", text)))
            continue
        else:
            if above:
                yield above
            above, field = _without_brackets(line), ""
            continue
        if text:
            above = replace(above, said=(*above.said, _as_field(field, text, line.text)))
    if above:
        yield above


def _said_in(line: _Line, above: _Line) -> tuple[str, str] | None:
    """Returns the field that a line is of the step above, and its text; None for other lines."""
    arrow = None if line.level else LEAVES.fullmatch(line.text)
    if arrow and not above.level and spoken_share(arrow["text"]):
        return "leaks", arrow["text"]
    found = None if line.level else SAID.fullmatch(line.text)
    if not line.level and line.indent > above.indent and _QUOTED.fullmatch(line.text):
        return None if above.level else ("quote", line.text)
    if found is None:
        return None
    field = FIELDS[found["word"].casefold()]
    if field in BESIDE and (above.level or (line.bullet and line.indent <= above.indent)):
        return None
    return field, found["text"]


def _as_field(field: str, text: str, written: str) -> tuple[str, str]:
    """Returns a field that can take the text: what is no time and no share is a note."""
    if field in _TIMES and read_time(text) is None:
        return "note", written
    if field == "leaks" and spoken_share(text) is None:
        return "note", written
    return field, text


def _is_label(line: _Line, above: _Line, *, is_step: bool) -> bool:
    """Tells whether a line with a label of the analyst's own is said of the step above."""
    deeper = line.indent > above.indent and is_step
    return deeper and not (line.level or above.level) and bool(LABELLED.fullmatch(line.text))


def _without_brackets(line: _Line) -> _Line:
    """Returns a step of which what is said in brackets behind it, with a label, is a field."""
    found = None if line.level else IN_BRACKETS.fullmatch(line.text)
    if found is None:
        return line
    field, text = FIELDS[found["word"].casefold()], found["text"].strip()
    said = _as_field(field, text, f"{found['word']}: {text}")
    return replace(line, text=found["step"], said=(*line.said, said))


def _headed_by_first(lines: Sequence[_Line]) -> bool:
    """Tells whether the first line is a heading over all other headings."""
    if len(lines) < 2:  # noqa: PLR2004 - itself and one to head
        return False
    first, rest = lines[0], lines[1:]
    below = [line.level for line in rest if line.level]
    if first.level:
        return min(below) > first.level if below else _headings(rest)[0]
    return not first.bullet and not _headings(lines)[0] and _headings(rest)[0]


def _headings(lines: Sequence[_Line]) -> list[bool]:
    """Tells of each line whether it is a heading."""
    marked = any(line.level for line in lines)
    outermost = min((line.indent for line in lines), default=0)
    found = []
    for line, below in zip_longest(lines, lines[1:]):
        announces = line.text.endswith(":") and not line.bullet
        if marked:
            heads = announces and below is not None and not below.level
        else:
            heads = announces or _opens(line, below)
        found.append(line.level > 0 or (heads and line.indent == outermost))
    return found


def _opens(line: _Line, below: _Line | None) -> bool:
    """Tells whether the line below hangs from a line."""
    if below is None:
        return False
    return below.indent > line.indent or (below.bullet and not line.bullet)


def _heading_text(line: _Line) -> str:
    return line.text.removesuffix(":").rstrip()


def _sections(lines: Sequence[_Line]) -> Iterator[Section]:
    name: str | None = None
    steps: list[str] = []
    said: list[Said] = []
    for line, heading in zip(lines, _headings(lines), strict=True):
        if not heading:
            said += [Said(len(steps), field, text) for field, text in line.said]
            steps.append(line.text)
            continue
        if name is not None or steps:
            yield Section(name, tuple(steps), tuple(said))
        name, steps, said = _heading_text(line), [], []
        # Of a stage nothing of that kind is said: each line is a step of its own.
        steps += [text for _, text in line.said]
    if name is not None or steps:
        yield Section(name, tuple(steps), tuple(said))


def tidy(text: str) -> str:
    """Returns a text on one line: white space drawn together, no control characters."""
    return " ".join(_HIDDEN.sub("", text).split())
