"""A name that is given twice in one place: a slip, or a new entry whose dash was forgotten."""

from journeymap.text.nodes import Mapping, Node, Scalar
from journeymap.text.source import Problem, short

_SHORT = 40
"""Characters of a key in a message."""
_LEADING = frozenset({"action", "name", "text"})
"""Fields that an entry of a list has one of, and most begin with."""


def begins_entry(entries: Mapping, key: Scalar, *, is_item: bool) -> bool:
    """Tells whether a name that is there already may begin a new entry of a list.

    Args:
        entries: what was given before it.
        key: the name.
        is_item: whether what was given stands behind a dash.
    """
    return key in _LEADING or (is_item and next(iter(entries), None) == key)


def twice_given(first_line: int, key: Scalar, value: Node, *, is_entry: bool) -> Problem:
    """Says that a name is given twice.

    Args:
        first_line: where it stands first.
        key: the second one.
        value: what stands behind it.
        is_entry: whether it may begin a new entry.
    """
    shown = key if len(key) <= _SHORT else f"{key[: _SHORT - 1]}…"
    message, remedy = (
        f"`{shown}` is given twice; the first one is on line {first_line}",
        "keep one of the two, with what both say",
    )
    if is_entry:
        entry = f"{shown}: {short(value)}" if isinstance(value, Scalar) else f"{shown}: …"
        remedy = f"begin a new entry with a dash: - {entry}; or {remedy}"
    return Problem(code="JM005", message=message, help=remedy, span=key.span)
