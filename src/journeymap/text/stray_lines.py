"""Lines that other programs leave in a map: comments as they write them, and the heads of chats."""

from journeymap.quick_pattern import pattern
from journeymap.text.parse_failure import Place
from journeymap.text.source import Problem, Span, short

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?"
_WHO = r"[^\W\d_][\w.’'-]*(?:[ ][^\W\d_][\w.’'-]*){0,3}"
_STAMP = rf"\[?(?:{_DATE},?\s+)?{_TIME}(?:,?\s+{_DATE})?\]?"
CHAT = pattern(
    rf"(?:(?P<name>{_WHO}),?\s+{_STAMP}|{_STAMP}\s*[-–—]?\s*(?P<who>{_WHO}))"
    r"\s*(?::\s*(?P<said>.*))?"
)
"""`Kasia Nowak  10:32 AM` above what is said, or `[10:32] Kasia: …` before it."""
_COMMENT = pattern(
    r"(?:<!--+\s*(?P<web>.*?)\s*(?:--+>)?|/\*+\s*(?P<block>.*?)\s*(?:\*+/)?|//+\s*(?P<code>.*))"
)
_SIGN = pattern(r"<!--|/\*|//")
_DOTS = pattern(r"\.{2,6}|…+|\[(?:\.{2,6}|…)\]|\((?:\.{2,6}|…)\)")
_MIDDLE = pattern(r"={7}")
_REMINDER = pattern(r"(?P<all>(?:TODO|FIXME|XXX)\b[\s:,–—-].*)")

Told = tuple[str, str]
"""A message, and the help that goes with it."""


def comment(line: str) -> Told | None:
    """Says that a line is a comment of a web page or of a program; None for all others.

    Args:
        line: the line without blanks around it.
    """
    found, sign = _COMMENT.fullmatch(line), _SIGN.match(line)
    if found is None or sign is None:
        return None
    text = next((each for each in found.groups() if each), "")
    help_ = f"write # {short(text)}" if text else "delete the line"
    return f"a comment begins with # in a map, not with {sign[0]}", help_


def stray(line: str) -> Told | None:
    """Says what a line is that belongs to no map; None for all others.

    Args:
        line: the line without blanks around it.
    """
    if told := comment(line):
        return told
    if found := _REMINDER.fullmatch(line):
        help_ = (
            f"write # {short(found['all'])}; questions: of a step holds what has to be found out"
        )
        return "this line is a reminder, and no part of a map", help_
    if _MIDDLE.fullmatch(line):
        return (
            "a mark of git stands here, which parts the two sides of a conflict",
            "delete the line, and keep one of the two sides above and below it",
        )
    if _DOTS.fullmatch(line):
        return (
            f"{line} stands for more to come, and is no part of a map",
            f"delete it, or write # {line}",
        )
    if found := CHAT.fullmatch(line):
        said = found["said"] or ""
        kept = f"; what is said may stay as a comment: # {short(said)}" if said else ""
        message = "a name and a time, as chats put them before what is said, are no part of a map"
        return message, f"delete this line{kept}"
    return None


def stray_line(place: Place) -> Problem | None:
    """Explains what stopped a parser where it is such a line, or the line above is one."""
    above = place.line_above(place.at)
    starts = [place.line_start(place.begin), above, place.line_start(place.at)]
    for start in starts:
        if start is None or _is_in_text(place, start):
            continue
        line = place.text[start : place.line_end(start)]
        if told := stray(line.strip().removeprefix("- ")):
            first = start + len(line) - len(line.lstrip(" -"))
            message, remedy = told
            return Problem(code="JM001", message=message, help=remedy, span=place.rest(first))
    return None


def _is_in_text(place: Place, start: int) -> bool:
    """Tells whether a line stands in quotes or below a bar, where it is part of a text."""
    last: Span | None = place.failure.last
    return last is not None and last.start < start < last.end and place.text[last.start] in "\"'|>"
