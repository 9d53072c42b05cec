"""Lines in the wrong column, and lists whose name is missing above them."""

import re
from collections.abc import Callable

from journeymap.quick_pattern import pattern
from journeymap.text.parse_failure import Place
from journeymap.text.source import Problem, Span, short

_LINE = pattern(
    r"(?P<indent>[ ]*)(?P<dash>(?:-[ ]+)*)(?P<name>[^\s:#'\"\[{][^:#]*?):(?P<text>[ ].*|$)"
)
_FIELD = pattern(r"[a-z_]+")
_TOP = pattern(r"^(?:stages|steps)[ \t]*:", re.MULTILINE)
_MOST = 6
"""So many lines in a row may have lost their indentation."""
_LISTS = {
    "action": "steps",
    "share": "leaks",
    "why": "leaks",
    "text": "pains",
    "severity": "pains",
    "impact": "opportunities",
    "to": "next",
    "metric": "metrics",
}
"""By the field that an entry begins with, the list that it most likely stands in."""


def misplaced(place: Place) -> Problem | None:
    """Explains a line that stands in the wrong column, or whose list has no name."""
    for explanation in (_outdented, _list_without_name, _heading, _dash_of_siblings):
        if told := explanation(place):
            return told
    return None


def _outdented(place: Place) -> Problem | None:
    """Explains a line that fits nowhere for those above it, which stand too far out."""
    if place.failure.opening is not None:
        return None
    start = place.line_start(place.at)
    this = _line(place, start)
    if this is None:
        return None
    far: list[int] = []
    above = place.line_above(start)
    while above is not None and len(far) <= _MOST:
        other = _line(place, above)
        if other is not None and _are_siblings(this, other):
            return _too_far_out(place, far, above, other) if far else None
        column = _indent(place, above)
        if column < len(this["indent"]):
            if other is None or not _may_have_moved(this, other):
                return None
            far.append(above)
        above = place.line_above(above)
    return None


def _line(place: Place, start: int) -> re.Match[str] | None:
    return _LINE.fullmatch(place.text[start : place.line_end(start)].rstrip())


def _nearest(
    place: Place, start: int, is_like: Callable[[re.Match[str]], bool]
) -> tuple[int, re.Match[str]] | None:
    """Returns where the nearest line above stands that is like it, and the line."""
    above = place.line_above(start)
    while above is not None:
        line = _line(place, above)
        if line is not None and is_like(line):
            return above, line
        above = place.line_above(above)
    return None


def _indent(place: Place, start: int) -> int:
    line = place.text[start : place.line_end(start)]
    return len(line) - len(line.lstrip(" "))


def _is_field(line: re.Match[str]) -> bool:
    return _FIELD.fullmatch(line["name"]) is not None


def _are_siblings(this: re.Match[str], other: re.Match[str]) -> bool:
    """Tells whether two lines belong to one list or map, by their columns and what they are."""
    if this["dash"]:
        return other.start("dash") == this.start("dash") and other["name"] == this["name"]
    return other.start("name") == this.start("name") and _is_field(other) == _is_field(this)


def _may_have_moved(this: re.Match[str], other: re.Match[str]) -> bool:
    """Tells whether a line further out may belong beside another one, or below it."""
    if other["dash"] or (this["dash"] and not other["indent"]):
        return False
    return _is_field(this) == _is_field(other)


def _too_far_out(place: Place, far: list[int], sibling: int, other: re.Match[str]) -> Problem:
    first, line = far[-1], place.line_number(sibling)
    moved = _line(place, first)
    name = moved["name"] if moved else ""
    shown = other["name"]
    column = other.start("name") + 1
    many = f" to {place.line_number(far[0])}" if len(far) > 1 else ""
    start = first + _indent(place, first)
    return Problem(
        code="JM001",
        message=f"`{short(name)}` stands too far out: what is below it belongs to line {line}",
        help=f"indent line {place.line_number(first)}{many}, to column {column}, "
        f"like `{short(shown)}` on line {line}",
        span=Span(start, start + len(name)),
    )


def _heading(place: Place) -> Problem | None:
    """Explains a stage's name in a column of its own, or one without `stages:` above."""
    start = place.line_start(place.at)
    this = _line(place, start)
    if this is None or this["text"].strip() or _is_field(this) or this["dash"]:
        return None
    span = Span(start + this.start("name"), start + this.end("name") + 1)
    if not _TOP.search(place.text):
        remedy = "write stages: on a line of its own before it"
        message = f"nothing says what `{short(this['name'])}` is"
        return Problem(code="JM001", message=message, help=remedy, span=span)
    found = _nearest(place, start, lambda each: not each["text"].strip() and not _is_field(each))
    if found is None:
        return None
    above, other = found
    line, column = place.line_number(above), len(other["indent"]) + 1
    like = f"like `{short(other['name'])}` on line {line}"
    if other["dash"]:
        remedy = f"take the dash away before `{short(other['name'])}` on line {line}, and so each"
    elif len(other["indent"]) == len(this["indent"]):
        return None
    else:
        remedy = f"it should begin in column {column}, {like}"
    message = "the indentation of this line fits none of the lines above"
    return Problem(code="JM001", message=message, help=remedy, span=span)


def _list_without_name(place: Place) -> Problem | None:
    """Explains an entry of a list below a field that has a text: the list's name is missing."""
    start = place.line_start(place.at)
    this = _line(place, start)
    above = place.line_above(start)
    led = None if above is None else _line(place, above)
    if this is None or not this["dash"] or led is None or not led["text"].strip():
        return None
    if not _is_field(led) or place.failure.opening is not None:
        return None
    if led["text"].strip()[0] in "|>" or len(this["indent"]) < led.start("name"):
        return None
    if this["name"] == "action" and (told := _dash_of_siblings(place)):
        return told  # no step stands in another one
    name = _LISTS.get(this["name"], "")
    if not name and this["name"] not in {"id", "name"}:
        return None  # a line of a text, with a dash before it
    if not name and not _TOP.search(place.text) and not led["indent"]:
        name = "steps"
    such = (
        f"{name}: on a line of its own"
        if name
        else "the list's name and a colon on a line of its own"
    )
    if led["name"] == "name" and this["name"] == "action":
        such = "steps: on a line of its own"
    first = start + this.start("dash")
    return Problem(
        code="JM001",
        message=f"nothing says what this list below `{led['name']}` is",
        help=f"write {such} before it, in column {led.start('name') + 1}, "
        f"like `{led['name']}` on line {place.line_number(above or 0)}",
        span=place.rest(first),
    )


def _dash_of_siblings(place: Place) -> Problem | None:
    """Explains a dash in a column of its own, where entries above begin with the same field."""
    start = place.line_start(place.at)
    this = _line(place, start)
    if this is None or not this["dash"] or place.failure.opening is not None:
        return None
    name = this["name"]
    found = _nearest(place, start, lambda each: bool(each["dash"]) and each["name"] == name)
    if found is None or found[1].start("dash") == this.start("dash"):
        return None
    above, other = found
    dash, first = other.start("dash") + 1, start + this.start("dash")
    line = place.line_number(above)
    return Problem(
        code="JM001",
        message="this dash stands in another column than those of its list",
        help=f"it should begin in column {dash}, like the dash on line {line}",
        span=place.rest(first),
    )
