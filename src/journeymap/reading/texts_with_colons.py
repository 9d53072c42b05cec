"""Entries of a list that are a text with a colon in it, which YAML reads as a name and a value."""

from journeymap.model.fields import Node, shapes
from journeymap.model.times import read_time
from journeymap.quick_pattern import pattern
from journeymap.reading.odd_keys import Unknown, no_field
from journeymap.reading.value_messages import with_number
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import short

_WORD = pattern(r"[^\W\d_][^:]*")
_LONGEST = 100
"""So many letters of what is right are shown."""


def leads_entry(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> bool:
    """Tells whether a name with a text behind it begins an entry that has no text of its own.

    Args:
        model: what is an entry of the list.
        parent: the entry as it is written.
        key: the name.
        value: what stands behind it.
    """
    own = model.shorthand[-1] if model.shorthand else "name"
    if own not in shapes(model) or own in parent or not _WORD.fullmatch(key):
        return False
    return next(iter(parent)) is key and isinstance(value, Scalar) and bool(value)


def text_with_colon(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> Unknown | None:
    """Says that an entry begins with a name of its own; None for all others.

    Args:
        model: what is an entry of the list.
        parent: the entry as it is written.
        key: the name.
        value: what stands behind it.
    """
    if not leads_entry(model, parent, key, value) or not isinstance(value, Scalar):
        return None
    if parent.keys() - {key} - shapes(model).keys():
        return None
    own = model.shorthand[-1] if model.shorthand else "name"
    return Unknown(said=(no_field(model, key), _cure(model, parent, key, value)), meant=own)


def _cure(model: type[Node], parent: Mapping, key: Scalar, value: Scalar) -> str:
    own, alone = model.shorthand[-1] if model.shorthand else "name", len(parent) == 1
    if measured := with_number(model, key, value):
        lines = measured.strip("{}").replace(", ", ", and on the line below ", 1)
        return f"write {measured}" if alone else f"write {lines}"
    if "wait" in shapes(model) and read_time(value):
        return f"write {own}: {short(key)}, and on the line below wait: {value}"
    if own == "name":
        return f"write name: {short(key)}, and what is said of it in a field of its own below"
    sign = "'" if '"' in f"{key}{value}" else '"'
    whole = f"{sign}{short(f'{key}: {value}', _LONGEST)}{sign}"
    return f"put it in quotes if it is one text: {'' if alone else f'{own}: '}{whole}"
