"""What other programs leave in a text: git's marks of a conflict, and fences of Markdown."""

import re
from collections.abc import Iterator
from itertools import pairwise
from shlex import quote

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.source import Problem, Source, Span

_CONFLICT = pattern(
    r"^(?:(?P<mark><{7}|\|{7}|>{7})(?:[ \t]+(?P<name>\S.*?))?|(?P<middle>={7}))"
    r"[ \t]*\r?$",
    re.MULTILINE,
)
_FENCE = pattern(r"^(?P<mark>`{3,}|~{3,})[ \t]*(?P<said>[\w+.-]*)[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers:
    """A text without what does not belong to it, and what is told of that.

    Attributes:
        text: the text, as long as the one that was written.
        problems: what was left in it, each told once.
        is_torn: whether two versions of the map stand in it, so that none can be read.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    is_torn: bool = False


def without_leftovers(source: Source) -> Leftovers:
    """Returns a text in which fences are comments; one with two versions of a map stays as it is.

    A mark of a conflict begins its line: what stands in a text of the map is indented.
    """
    text = source.text
    if "<<<<<<<" in text or ">>>>>>>" in text:
        conflicts = tuple(_conflicts(source))
        if conflicts:
            return Leftovers(text=text, problems=conflicts, is_torn=True)
    if "```" not in text and "~~~" not in text:
        return Leftovers(text=text)
    fences = list(_FENCE.finditer(text))
    problems = tuple(_fences(source, fences))
    text = _FENCE.sub(lambda fence: fence[0].replace(fence["mark"][0], "#", 1), text)
    return Leftovers(text=text, problems=problems)


# ----------------------------------------------------------------------------------- conflicts


def _conflicts(source: Source) -> Iterator[Problem]:
    """Tells of each conflict once: from the mark that opens it to the one that closes it."""
    marks: list[re.Match[str]] = []
    for mark in _CONFLICT.finditer(source.text):
        if mark["mark"] == "<<<<<<<" and marks:
            yield _conflict(source, marks)
            marks = []
        # A line of equal signs alone may be anything.
        if marks or mark["middle"] is None:
            marks.append(mark)
        if mark["mark"] == ">>>>>>>":
            yield _conflict(source, marks)
            marks = []
    if marks:
        yield _conflict(source, marks)


def _conflict(source: Source, marks: list[re.Match[str]]) -> Problem:
    numbers = [source.position(mark.start()).line for mark in marks]
    lines = f"line{'s' if len(numbers) > 1 else ''} {_listed(numbers)}"
    span = Span(marks[0].start(), marks[0].start() + len(marks[0][0].rstrip()))
    opens, closes = marks[0]["mark"] == "<<<<<<<", marks[-1]["mark"] == ">>>>>>>"
    if not (opens and closes and any(mark["middle"] for mark in marks)):
        message = f"a mark of a merge with git was left on {lines}"
        remedy = "decide which lines are to stay, and delete the mark"
        return Problem(code="JM001", message=message, help=remedy, span=span)
    sides = " and ".join(_sides(source, marks))
    message = f"git left two versions of the same lines here: {sides}"
    again = f"journeymap merge --resolve {quote(source.name)}"
    remedy = (
        f"keep one of them, or what is right of both, and delete the marks on {lines}; "
        f"while the merge goes on, first try: {again}"
    )
    return Problem(code="JM001", message=message, help=remedy, span=span)


def _sides(source: Source, marks: list[re.Match[str]]) -> Iterator[str]:
    """Says what the two versions are called and on which lines they stand; no common ancestor."""
    for one, other in pairwise(marks):
        if (one["mark"] or "").startswith("|"):
            continue
        first, last = source.position(one.start()).line + 1, source.position(other.start()).line - 1
        lines = {0: f"line {first}", -1: "nothing"}.get(last - first, f"lines {first} to {last}")
        name = one["name"] or (other["name"] if other["mark"] == ">>>>>>>" else "")
        yield f"{lines} ({name})" if name else lines


def _listed(numbers: list[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}" if most else last


# -------------------------------------------------------------------------------------- fences


def _fences(source: Source, fences: list[re.Match[str]]) -> Iterator[Problem]:
    """Tells of fences pair by pair; a last one may stand alone."""
    for one, other in zip(fences[::2], [*fences[1::2], None], strict=False):
        span = Span(one.start("mark"), one.start() + len(one[0].rstrip()))
        shown = one[0].strip()
        remedy = "delete this line"
        if other is not None:
            remedy += f" and line {source.position(other.start()).line}, which closes it"
        yield Problem(
            code="JM001",
            message=f"{shown} is a fence of Markdown, and no part of a map",
            help=remedy,
            span=span,
        )
