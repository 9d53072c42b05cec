"""A figure reckoned from the one that stands there: `is-referred.leaks*=0.5`, `wait-=2 weeks`."""

from enum import StrEnum
from math import isfinite

from journeymap.model.feelings import Feeling
from journeymap.model.fields import Duration, Leaf, Shape, shapes
from journeymap.model.scalars import Dialect, ValueProblem, read_number, read_scalar
from journeymap.quick_dataclass import dataclass
from journeymap.reading.apart import is_apart
from journeymap.text import nodes
from journeymap.text.nodes import Scalar

_PARTS = frozenset(
    {Leaf.SHARE, Leaf.DURATION, Leaf.RATING, Leaf.EXPECTED, Leaf.NUMBER, Leaf.MEASURE}
)
"""What is changed of a part that is named whole, such as a leak or a wait."""
_FIGURES = _PARTS | {Leaf.INTEGER, Leaf.FEELING}
"""What is changed where it is named itself."""


class Operator(StrEnum):
    """What is done with the figure that stands there."""

    TIMES = "*"
    PLUS = "+"
    MINUS = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A relative change.

    Attributes:
        operator: what is done.
        amount: by how much, as it was written: a number or percentage for `*`, else in the unit
            of the field.
        dialect: how the map is read.
    """

    operator: Operator
    amount: str
    dialect: Dialect


def moved(relative: Relative, shape: Shape, node: nodes.Node) -> nodes.Node:
    """Returns what stands at a field with its figures changed; all else is as it was.

    Of an entry or part its share, time, rating or value is changed; of a list each entry's, and of
    what tells personas apart each one's.

    Args:
        relative: the change.
        shape: the field.
        node: what stands there, in the full form.

    Raises:
        ValueProblem: the amount is none, or what stands there cannot be read.
    """
    if isinstance(node, nodes.Sequence):
        return nodes.Sequence([moved(relative, shape, each) for each in node], node.span)
    if isinstance(node, nodes.Mapping):
        inner = _fields(shape, node)
        return nodes.Mapping(
            {
                key: moved(relative, inner[key], value) if key in inner else value
                for key, value in node.items()
            },
            node.span,
        )
    text = _figure(relative, shape.kind, node)
    return node if text is None else Scalar(text, node.span)


def _fields(shape: Shape, node: nodes.Mapping) -> dict[str, Shape]:
    """Returns what is changed in a mapping, by key: personas, or the figures of a part."""
    if is_apart(shape, node):
        return dict.fromkeys(node, shape)
    known = shapes(shape.part) if shape.part else {}
    return {name: each for name, each in known.items() if each.kind in _PARTS}


def _figure(relative: Relative, kind: object, node: Scalar) -> str | None:
    """Returns a figure changed, as it is written; None for what is no figure."""
    if not isinstance(kind, Leaf):
        return None
    value = read_scalar(kind, node, relative.dialect) if kind in _FIGURES else None
    if isinstance(value, Duration):
        return _time(relative, value)
    number = value.value if isinstance(value, Feeling) else value
    if not isinstance(number, float | int):
        return None
    if kind is Leaf.SHARE:
        return f"{_written(100 * _reckoned(relative, number, Leaf.SHARE))} %"
    return _written(_reckoned(relative, number, Leaf.NUMBER))


def _reckoned(relative: Relative, number: float, unit: Leaf) -> float:
    """Returns a number changed by an amount in the unit of the field, or so many times."""
    amount = relative.amount.strip()
    if relative.operator is Operator.TIMES:
        percent = amount.endswith("%")
        return number * read_number(amount.removesuffix("%")) / (100 if percent else 1)
    by = read_scalar(unit, amount, relative.dialect)
    days = by.days if isinstance(by, Duration) else by
    if not isinstance(days, float | int):
        raise TypeError(days)
    return number + (days if relative.operator is Operator.PLUS else -days)


def _time(relative: Relative, time: Duration) -> str:
    """Returns a time changed, in days; no bound of it falls below nothing."""
    low, high = (_reckoned(relative, days, Leaf.DURATION) for days in (time.low, time.high))
    if high < 0:
        msg = f"so much cannot be taken from {time.written}"
        raise ValueProblem(msg, "write what is left, such as wait=1 day")
    low = max(low, 0.0)
    least, most = _written(low), _written(high) if isfinite(high) else ""
    if not most:
        said = f"over {least}"
    elif least == most:
        said = most
    else:
        said = f"{least}-{most}" if low else f"up to {most}"
    return f"{'about ' if time.about else ''}{said} d"


def _written(number: float) -> str:
    return f"{number:.9f}".rstrip("0").rstrip(".")
