"""Writes the first version of a map: from a starter template, or from an outline.

An outline is plain text, as it is left over from a workshop:

- Headings are stages, all other lines are steps. Blank lines and lines of nothing but marks
  (`---`, `===`) are passed over.
- A heading is a line that begins with `#`, or one without a bullet that is underlined with `====`
  or `----` (as long as itself, or four marks). Where there is such a line, one that ends with `:`
  is a heading as well if it is outermost, has no bullet and stands over a step. Where there is
  none, a heading is an outermost line that ends with `:` (and has no bullet), is followed by a
  line indented deeper, or stands without a bullet over a line with one.
- Bullets (`-`, `*`, `+`, `•`, `1.`, `1)`, also with `[ ]`) are taken off. Steps may be indented as
  deep as you like; steps before the first heading make a stage without a name.
- `Title: …` and `Persona: …` on lines of their own name the map and its persona. Without the
  former, a first line that heads all other headings is the title: the one `#` over `##`, or a
  single line over the first heading.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import zip_longest
from string import Template
from typing import NamedTuple

from journeymap.quick_dataclass import dataclass

TEMPLATES = (
    "care-pathway",
    "customer-lifecycle",
    "before-during-after",
    "marketing-funnel",
    "value-chain",
    "blank",
)
"""The names of the starter maps."""

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
_BULLET = re.compile(r"(?:[-*+–—]\s|[•·]|\d{1,3}[.)]\s)\s*(?:\[[ xX]?\](?:\s+|$))?(?P<text>.*)")
_NAMED = re.compile(r"(?P<key>title|título|titulo|tytuł|persona)\s*:\s*(?P<text>.+)", re.IGNORECASE)
_PLAIN_MARKS = frozenset(" -.,/()!?'’–—…&+")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


class Section(NamedTuple):
    """A stage of an outline.

    Attributes:
        name: its heading; None for the steps before the first heading.
        steps: what happens in it, in order.
    """

    name: str | None
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What an outline says.

    Attributes:
        title: title of the map, if the outline names one.
        persona: whose journey it is, if the outline says so.
        stages: its stages in order.
    """

    title: str | None = None
    persona: str | None = None
    stages: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    indent: int
    level: int  # how many hashes, or what an underline stands for; 0 for any other line
    bullet: bool


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
    body: list[_Line] = []
    for line in lines:
        match = None if line.bullet or line.level else _NAMED.fullmatch(line.text)
        key = "persona" if match and match["key"].casefold() == "persona" else "title"
        if match and key not in named:
            named[key] = match["text"]
        else:
            body.append(line)
    if "title" not in named and _headed_by_first(body):
        named["title"] = _heading_text(body.pop(0))
    return Outline(
        title=named.get("title"), persona=named.get("persona"), stages=tuple(_sections(body))
    )


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
    if _MARKS.fullmatch(text):
        return None
    level = len(heading["hashes"]) if heading else 0
    return _Line(text=text, indent=indent, level=level, bullet=bool(bullet))


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
    for line, heading in zip(lines, _headings(lines), strict=True):
        if not heading:
            steps.append(line.text)
            continue
        if name is not None or steps:
            yield Section(name, tuple(steps))
        name, steps = _heading_text(line), []
    if name is not None or steps:
        yield Section(name, tuple(steps))


def outline_to_yaml(outline: Outline, *, title: str, persona: str, language: str = "") -> str:
    """Writes an outline as a commented map.

    Args:
        outline: what to write.
        title: title of the map where the outline names none.
        persona: whose journey it is where the outline does not say; blank leaves it open.
        language: language of labels in pictures and tables ("en"); blank leaves it out.

    Returns:
        YAML text with the outline's stages and steps and nothing invented. An outline without any
        step gives a map without steps, which lint reports.
    """
    who = tidy(outline.persona or persona)
    people = _PERSONA if who else _NO_PERSONA
    head = Template(_HEAD + (_LANGUAGE if language else "") + people).substitute(
        title=quote(outline.title or title), persona=quote(who), language=quote(language)
    )
    return head + "\n" + "\n".join(_body(outline.stages)) + "\n"


def _body(stages: Sequence[Section]) -> Iterator[str]:
    hint = iter(_FIRST_STEP)
    if all(stage.name is None for stage in stages):
        steps = tuple(step for stage in stages for step in stage.steps)
        yield "# One line is one step. Put `stages:` over them once you see which belong together."
        yield from _steps(steps, "", hint)
        return
    yield "# A stage is what the persona would call by one name; a step is one thing she does."
    yield "stages:"
    for stage in stages:
        if stage.name is None:
            yield "  # These steps stood before the first heading: give their stage a name."
            yield from _steps(stage.steps, "  - ", hint)
        else:
            yield f"  - name: {quote(stage.name)}"
            yield from _steps(stage.steps, "    ", hint)


def _steps(steps: Sequence[str], before: str, hint: Iterator[str]) -> Iterator[str]:
    """Writes steps; the first step of the map uses up the hint to what may be said of a step."""
    if not steps:
        yield f"{before}steps: []   # what happens here?"
        return
    yield f"{before}steps:"
    margin = " " * len(before)
    for step in steps:
        yield f"{margin}  - action: {quote(step)}"
        yield from (f"{margin}    {line}" for line in hint)


def fill(template_name: str, *, title: str, persona: str, language: str) -> str:
    """Returns a starter map with its title, persona and language filled in.

    Args:
        template_name: one of `TEMPLATES`.
        title: title of the map, as it is to be read; any text serves.
        persona: name of the person whose journey it is; any text serves.
        language: language of labels in pictures and tables ("en").

    Raises:
        ValueError: there is no template of that name.
    """
    if template_name not in TEMPLATES:
        msg = f'no template "{template_name}": choose one of {", ".join(TEMPLATES)}'
        raise ValueError(msg)
    name = f"{template_name}.journey.yaml"
    text = files("journeymap.templates").joinpath(name).read_text(encoding="utf-8")
    return Template(text).substitute(
        title=quote(title), persona=quote(persona), language=quote(language)
    )


def tidy(text: str) -> str:
    """Returns a text on one line: white space drawn together, no control characters."""
    return " ".join(_HIDDEN.sub("", text).split())


def quote(text: str) -> str:
    """Returns a text, tidied, as a YAML scalar that every reader takes as text.

    It stays bare where that is safe; else it is put in double quotes, written as JSON, which YAML
    1.2 includes.
    """
    plain = tidy(text)
    bare = plain[:1].isalpha() and all(char.isalnum() or char in _PLAIN_MARKS for char in plain)
    if bare and plain.casefold() not in _RESERVED:
        return plain
    return json.dumps(plain, ensure_ascii=False)


_HEAD = """\
# A first version, written from an outline: it holds what the outline says and nothing more.
# Fill in what you know, leave out what you do not; `lint` asks for the rest as the map matures.
journeymap: 1
title: $title
status: draft        # draft -> review -> published: lint asks for more at each
# goal:              # what she wants to get done, in her words: Get well and stay at work
# purpose:           # why you map: Find out where patients give up
# scope:             # where the map begins and ends
"""

_LANGUAGE = """\
language: $language   # of labels in pictures and tables
"""

_PERSONA = """
personas:            # whose journey it is: one person, not "our customers"
  - name: $persona
    # goals: []        # what she wants to reach
    # frustrations: [] # what usually gets in her way
"""

_NO_PERSONA = """
# Whose journey is it? Name one person, not "our customers":
# personas:
#   - name: Ann, 44
#     goals: [be seen this week]
#     frustrations: [waiting on the phone]
"""

_FIRST_STEP = (
    "# need:            # what she needs here, not what you offer",
    "# channel:         # where it happens: phone, website, in person",
    "# emotion:         # frustrated, relieved, an emoji, or a number from -2 to 2",
    "# pains: []        # what gets in her way",
    "# opportunities: [] # what could be better",
)
