"""Edits: stretches of a text and what is to stand in their place; every other byte stays."""

from collections.abc import Iterable

from journeymap.quick_dataclass import dataclass
from journeymap.text.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of a text and what is to stand there; an empty stretch is an insertion."""

    span: Span
    text: str


class OverlapError(ValueError):
    """Two edits change the same stretch."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Returns a text with edits made; of insertions at one place the first given stands first.

    Raises:
        OverlapError: two edits change the same stretch.
    """
    parts, at = list[str](), 0
    for edit in sorted(edits, key=lambda each: (each.span.start, each.span.end)):
        if edit.span.start < at:
            msg = f"two edits change the text at {edit.span.start}"
            raise OverlapError(msg)
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))
