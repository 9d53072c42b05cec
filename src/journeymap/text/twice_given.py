"""A name that is given twice in one place: a slip, or a new entry whose dash was forgotten."""

import re
from dataclasses import replace

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.glued_signs import KEY
from journeymap.text.nodes import Mapping, Node, Scalar
from journeymap.text.source import Problem, Source, Span, short

QUIET = -1
"""Those after the first are told with it."""
_SHORT = 40
"""Characters of a key in a message."""
_CONTENT = pattern(r"^(?:steps|stages|personas)[ \t]*:", re.MULTILINE)
"""What a map begins with, but for its heading."""
_HEADING = frozenset({"journeymap", "title"})
"""Fields that no map has twice, and most begin with."""
_STEPS = frozenset({"steps", "stages"})
_LEADING = frozenset({"action", "name", "text"})
"""Fields that an entry of a list has one of, and most begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A name that is given again.

    Attributes:
        source: the file.
        first: the name where it is given first.
        key: the name.
        value: what stands behind it.
        entries: what was given before it.
        is_top: whether it stands at the top of the file.
        is_block: whether it stands on a line of its own, below the top.
        is_item: whether what was given stands behind a dash.
    """

    source: Source
    first: Scalar
    key: Scalar
    value: Node
    entries: Mapping
    is_top: bool
    is_block: bool
    is_item: bool

    @property
    def begins_entry(self) -> bool:
        """Whether it may begin a new entry of a list."""
        leads = self.is_item and next(iter(self.entries), None) == self.key
        return self.is_block and (self.key in _LEADING or leads)

    @property
    def line(self) -> int:
        """The line that it stands on."""
        return self.source.position(self.key.span.start).line


def tell(problems: list[Problem], place: Repeated, before: int | None) -> int | None:
    """Tells that a name is given again: once, where it is one slip that gives several so.

    Args:
        problems: what was told; what is to be said is put there.
        place: the name.
        before: what was returned for the name before it in the same place; None for the first.

    Returns:
        Which problem tells of the first one; `QUIET` where those after it are told with it.
    """
    with_first = before == QUIET and next(iter(place.entries), None) != place.key
    if place.begins_entry and place.is_item and not with_first:
        problems.append(_twice_given(place))
        return QUIET
    # It belongs to what begins above it, or has a dash without its space, told at the first one.
    if before == QUIET or KEY.fullmatch(place.key):
        return QUIET
    if place.begins_entry:
        problems.append(_without_dashes(place))
        return QUIET
    if (
        place.is_top
        and place.key in _HEADING
        and not _STEPS.isdisjoint(place.entries)
        and (told := second_map(place.source, place.key.span.start, code="JM005"))
    ):
        problems.append(told)
        return QUIET
    is_other = before is not None and not problems[before].message.startswith(f"`{place.key}`")
    if before is not None and is_other and place.is_item and place.is_block:
        problems[before] = _without_first_line(problems[before], place)
        return QUIET
    problems.append(_twice_given(place))
    return len(problems) - 1 if before is None else before


def _twice_given(place: Repeated) -> Problem:
    key, value = place.key, place.value
    shown = _shown(key)
    first_line = place.source.position(place.first.span.start).line
    message, remedy = (
        f"`{shown}` is given twice; the first one is on line {first_line}",
        "keep one of the two, with what both say",
    )
    if place.begins_entry:
        entry = f"{shown}: {short(value)}" if isinstance(value, Scalar) else f"{shown}: …"
        remedy = f"begin a new entry with a dash{_dash(place)}: - {entry}; or {remedy}"
    return Problem(code="JM005", message=message, help=remedy, span=key.span)


def _shown(key: str) -> str:
    return key if len(key) <= _SHORT else f"{key[: _SHORT - 1]}…"


def _dash(place: Repeated) -> str:
    """Returns the column of the dash that the entry above begins with, in words."""
    text, start = place.source.text, next(iter(place.entries), place.first).span.start
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    at = text.rfind("-", line, start)
    return f" in column {at - line + 1}" if at >= 0 else ""


def _without_dashes(place: Repeated) -> Problem:
    """Says that entries of a list stand without dashes: each begins with the same name."""
    first, key = place.first, place.key
    each = [place.entries.get(first, ""), place.value]
    shown = [f"- {key}: {short(value) if isinstance(value, Scalar) else '…'}" for value in each]
    remedy = (
        f"begin each with a dash in the column of `{_shown(first)}`, and indent its other fields "
        f"by two spaces more: {', '.join(shown)}"
    )
    message = f"entries of a list stand here without dashes: `{_shown(key)}` is given twice"
    return Problem(code="JM005", message=message, help=remedy, span=first.span)


def _without_first_line(problem: Problem, place: Repeated) -> Problem:
    """Says of a name that is given twice, and is not the only one, that an entry begins there."""
    line, name = place.source.position(problem.span.start).line, next(iter(place.entries), "action")
    remedy = (
        f"if the first line of an entry is missing above line {line}, write it{_dash(place)}: "
        f"- {_shown(name)}: …; or keep one of each two, with what both say"
    )
    return replace(problem, message=f"{problem.message}; others are, too", help=remedy)


def second_map(source: Source, start: int, *, code: str = "JM001") -> Problem | None:
    """Says that a second map begins in a file; None where what follows is none.

    Args:
        source: the file.
        start: where it begins.
        code: the rule that tells of it.
    """
    text = source.text
    if not _CONTENT.search(text, start):
        return None
    first, last = source.position(start).line, source.position(len(text.rstrip())).line
    return Problem(
        code=code,
        message="a second map begins here; one file holds one map",
        help=f"move lines {first} to {last} to a file of its own, such as other.journey.yaml",
        span=Span(start, start + len(text[start:].split("\n", 1)[0].rstrip())),
    )
