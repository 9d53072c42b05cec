"""Parts of a map as plain data, by the names that the language gives them: for programs."""

from collections.abc import Mapping
from typing import Any

from journeymap.model.feelings import Feeling
from journeymap.model.fields import PERSONA, Day, Duration, Node, Shape, shapes


def plain(node: Node, leave_out: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Returns every field of a part that says something, as it was written, in full form.

    Times, dates and feelings are texts; what every part has unless it says otherwise is left out.

    Args:
        node: the part.
        leave_out: fields that are told elsewhere, by their keys in YAML.
    """
    told = ((shape, _value(node, shape)) for shape in shapes(type(node)).values())
    return {
        shape.name: _plain(value)
        for shape, value in told
        if shape.name not in leave_out and value is not None
    }


def _value(node: Node, shape: Shape) -> object:
    """Returns what a field says, of each persona where it tells them apart; None for nothing."""
    each = vars(node).get(shape.apart)
    if each:
        return each
    value = vars(node).get(shape.attribute)
    default = type(node).model_fields[shape.attribute].get_default(call_default_factory=True)
    return None if value == default else value


def _plain(value: object) -> object:
    if isinstance(value, Duration | Day | Feeling):
        return value.written
    if isinstance(value, Node):
        return plain(value)
    if isinstance(value, Mapping):
        if set(value) == {PERSONA}:
            return _plain(value[PERSONA])
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
