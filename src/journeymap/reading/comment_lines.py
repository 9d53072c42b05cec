"""Comments that change what lines around them mean: steps half left out, headings of Markdown."""

import re
from collections.abc import Iterator

from journeymap.findings import Finding, Mark
from journeymap.model.fields import shapes
from journeymap.model.step import Step
from journeymap.quick_pattern import pattern
from journeymap.text.document import Document, comments
from journeymap.text.nodes import Mapping
from journeymap.text.source import Span, short

_OUT = pattern(r"#+[ \t]*-[ \t]+action:[ \t]*(?P<step>.*)")
_BELOW = pattern(r"(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*(?P<indent>[ ]*)(?P<line>[^\r\n]*)")
_EMPTY = pattern(r"(?P<indent>[ ]*(?:-[ ]+)*)(?P<name>[a-z_]+):[ ]+")
_TEXT = pattern(r"#(?!(?:todo|tbd|fixme|xxx|ask|see|open)\b)\w", re.IGNORECASE)
_NAME = pattern(r"(?P<name>[a-z_]+):(?=\s|\Z)")
_HEADING = pattern(r"#{2,4}[ \t]+(?P<name>[^\W\d_][^\r\n#]{0,60})")
_SEVERAL = 2
"""So many headings are meant as stages; a single one may be any comment."""


def told_of_comments(document: Document) -> Iterator[Finding]:
    """Finds comments whose marks were forgotten below, or that were meant as stages.

    Args:
        document: a map.
    """
    text, headings = document.source.text, list[tuple[Span, str]]()
    for comment in comments(document):
        line = max(text.rfind("\n", 0, comment.start), text.rfind("\r", 0, comment.start)) + 1
        below = _BELOW.match(text, comment.end)
        if text[line : comment.start].strip() and (told := _hashed(document, line, comment)):
            yield told
        if text[line : comment.start].strip() or below is None:
            continue
        shown = text[comment.start : comment.end].rstrip()
        out, heading = _OUT.fullmatch(shown), _HEADING.fullmatch(shown)
        if out and len(below["indent"]) > comment.start - line and _is_field(below["line"]):
            yield _half_left_out(comment, out["step"], below["line"])
        elif heading and below["line"].startswith("- "):
            headings.append((comment, heading["name"].strip()))
    root = document.root
    has_stages = not isinstance(root, Mapping) or "stages" in root
    if len(headings) >= _SEVERAL and not has_stages:
        yield _no_stages(*headings[0])


def _hashed(document: Document, line: int, comment: Span) -> Finding | None:
    """Finds a value that begins with #, which makes a comment of it and leaves the field empty."""
    text = document.source.text
    led = _EMPTY.fullmatch(text, line, comment.start)
    shown = text[comment.start : comment.end].rstrip()
    if led is None or not _TEXT.match(shown) or led["name"] not in shapes(Step):
        return None
    below = _BELOW.match(text, comment.end)
    inner, outer = (len(each["indent"]) if each else 0 for each in (below, led))
    if (
        below
        and below["line"]
        and (inner > outer or (inner == outer and below["line"].startswith("- ")))
    ):
        return None  # what stands below it is its value
    name = led["name"]
    return Finding(
        code="JM009",
        message=f"nothing is read behind `{name}:`, as what begins with # is a comment",
        help=f'write {name}: "{short(shown)}" if # belongs to it, or take the # away',
        span=Span(comment.start, comment.start + len(shown)),
        mark=Mark.VALUE,
    )


def _is_field(line: str) -> bool:
    found = _NAME.match(line)
    return found is not None and found["name"] in shapes(Step)


def _half_left_out(span: Span, step: str, below: str) -> Finding:
    return Finding(
        code="JM009",
        message=f'the step "{short(step)}" is a comment, and what stands below it is read as said '
        "of the step above",
        help=f"write # before its fields, too, from {short(below)} on; or take the # away here",
        span=span,
        mark=Mark.VALUE,
    )


def _no_stages(span: Span, name: str) -> Finding:
    return Finding(
        code="JM009",
        message=f'"{short(name)}" is a comment, and no stage: # begins no heading in a map',
        help=f"for stages write stages: for steps:, and {short(name)}: in the place of this line, "
        "its steps further in; a single # makes it a comment for all",
        span=span,
        mark=Mark.VALUE,
    )
