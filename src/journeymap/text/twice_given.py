"""A name that is given twice in one place: a slip, or a new entry whose dash was forgotten."""

import re
from dataclasses import replace

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.glued_signs import KEY
from journeymap.text.nodes import Mapping, Node, Scalar, Sequence
from journeymap.text.source import Problem, Source, Span, short

QUIET = -1
"""Those after the first are told with it."""
_SHORT = 40
"""Characters of a key in a message."""
_PARTS = pattern(r"[,\[\]{}:#\"']|\A\W")
"""What a text in brackets may hold between quotes only."""
_CONTENT = pattern(r"^(?:steps|stages|personas)[ \t]*:", re.MULTILINE)
"""What a map begins with, but for its heading."""
_HEADING = frozenset({"journeymap", "title"})
"""Fields that no map has twice, and most begin with."""
_STEPS = frozenset({"steps", "stages"})
_STAGE = frozenset({"name", "steps"})
"""Fields of a stage, which somebody writes where the names of stages stand."""
_LEADING = frozenset({"action", "name", "text"})
"""Fields that an entry of a list has one of, and most begin with."""
_LONGEST_LIST = 120
"""Characters of a list that is written out in a message."""


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
        of: the field whose entries these are; empty where there is none.
    """

    source: Source
    first: Scalar
    key: Scalar
    value: Node
    entries: Mapping
    is_top: bool
    is_block: bool
    is_item: bool
    of: str = ""

    @property
    def begins_entry(self) -> bool:
        """Whether it may begin a new entry of a list."""
        leads = self.is_item and next(iter(self.entries), None) == self.key
        return self.is_block and (self.key in _LEADING or leads)

    @property
    def is_stage(self) -> bool:
        """Whether it is the name of a stage, and no field."""
        return self.of == "stages" and self.key not in _STAGE and not isinstance(self.value, Scalar)

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
    shown = _shown(place.key)
    first_line = place.source.position(place.first.span.start).line
    message = f"`{shown}` is given twice; the first one is on line {first_line}"
    if place.is_stage:
        message = f'two stages are called "{shown}": the first one is on line {first_line}'
        remedy = (
            "give one of them a name of its own; if they are one, put the steps of both below one"
        )
    elif place.begins_entry:
        entry = f"- {shown}: {short(place.value) if isinstance(place.value, Scalar) else '…'}"
        remedy = (
            f"begin a new entry with a dash{_dash(place)}: {entry}; if it is one entry, write one "
            f"`{shown}` that says both"
        )
    else:
        remedy = _as_one(place, first_line)
    return Problem(code="JM005", message=message, help=remedy, span=place.key.span)


def _as_one(place: Repeated, first_line: int) -> str:
    """Returns how to write once what stands behind a name and behind the same name again."""
    key, value, before = _shown(place.key), place.value, place.entries.get(place.first)
    if before == value:
        return "delete one of the two: they say the same"
    if isinstance(before, Scalar) or isinstance(value, Scalar) or type(before) is not type(value):
        return f"write `{key}` once: keep what holds, or say both in one"
    if isinstance(value, Sequence) and (listed := _listed(before, value)):
        return f"write one list: {key}: {listed}"
    return f"put what stands below this `{key}` at the end of the one on line {first_line}"


def _listed(*lists: Node | None) -> str:
    """Returns one list of short texts, as it is written in a line; empty where it is none."""
    entries = [entry for each in lists if isinstance(each, Sequence) for entry in each]
    if not all(isinstance(entry, Scalar) and entry for entry in entries):
        return ""
    written = f"[{', '.join(_in_list(str(entry)) for entry in entries)}]"
    return written if len(written) <= _LONGEST_LIST else ""


def _in_list(text: str) -> str:
    sign = "'" if '"' in text else '"'
    return f"{sign}{text}{sign}" if _PARTS.search(text) else text


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
        f"- {_shown(name)}: …; or write each of them once"
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
