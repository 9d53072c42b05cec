"""What own rules can ask of a field: operators, the values they take, and how they compare."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum, StrEnum
from types import MappingProxyType

from journeymap.analysis.ratings import normalised
from journeymap.linter.yaml_rules.fields import Value
from journeymap.linter.yaml_rules.problems import RuleProblem, listed
from journeymap.model.feelings import Feeling
from journeymap.model.fields import Day, Duration, Leaf, Namespace, Ref, Shape
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap
from journeymap.model.likeness import nearest
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect, ValueProblem, read_scalar
from journeymap.quick_dataclass import dataclass
from journeymap.reading import value_messages
from journeymap.text.nodes import Node as Tree
from journeymap.text.nodes import Scalar


class Operator(StrEnum):
    """What is asked of a field."""

    PRESENT = "present"
    ABSENT = "absent"
    IS = "is"
    IS_NOT = "is-not"
    IN = "in"
    NOT_IN = "not-in"
    CONTAINS = "contains"
    STARTS_WITH = "starts-with"
    ENDS_WITH = "ends-with"
    LONGER_THAN = "longer-than"
    SHORTER_THAN = "shorter-than"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    BEFORE = "before"
    AFTER = "after"
    OLDER_THAN = "older-than"
    COUNT_AT_LEAST = "count-at-least"
    COUNT_AT_MOST = "count-at-most"


PRESENCE = (Operator.PRESENT, Operator.ABSENT)
"""They stand in the place of a value: `evidence: present`."""
COUNTS = (Operator.COUNT_AT_LEAST, Operator.COUNT_AT_MOST)
SEVERAL = (Operator.IN, Operator.NOT_IN)
"""They take a list."""
NEGATIVE = MappingProxyType({Operator.IS_NOT: Operator.IS, Operator.NOT_IN: Operator.IN})
"""They hold where no value is of that kind; the others where some value is."""

_EQUAL = (Operator.IS, Operator.IS_NOT, Operator.IN, Operator.NOT_IN)
LENGTHS = (Operator.LONGER_THAN, Operator.SHORTER_THAN)
"""They take a number of characters."""
_TEXTUAL = (Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH, *LENGTHS)
_ORDER = (Operator.AT_LEAST, Operator.AT_MOST, Operator.MORE_THAN, Operator.LESS_THAN)
_DATES = (Operator.BEFORE, Operator.AFTER, Operator.OLDER_THAN)
_ORDERED = frozenset(
    {
        *(Leaf.INTEGER, Leaf.NUMBER, Leaf.MEASURE, Leaf.SHARE),
        *(Leaf.DURATION, Leaf.FEELING, Leaf.RATING, Leaf.EXPECTED),
    }
)
_RATINGS = frozenset({Leaf.RATING, Leaf.EXPECTED})
_TOP = 10
"""Ratings are asked for in points of 0 to 10, whatever the scale of a map."""


def usable(shape: Shape, *, many: bool) -> tuple[Operator, ...]:
    """Returns the operators that can be asked of a field.

    Args:
        shape: the field.
        many: whether a part may say several values there.
    """
    kind = shape.kind
    counts = COUNTS if many else ()
    if shape.part is not None:
        return counts
    if isinstance(kind, type) or kind is Leaf.BOOLEAN:
        return (*_EQUAL, *counts)
    if kind is Leaf.DAY:
        return (*_EQUAL, *_DATES, *counts)
    return (*_EQUAL, *(_ORDER if kind in _ORDERED else _TEXTUAL), *counts)


def operator(word: str, known: Sequence[Operator], field: str) -> Operator:
    """Returns the operator of this name.

    Raises:
        RuleProblem: there is none, or it cannot be asked of the field.
    """
    if word in known:
        return Operator(word)
    names = tuple(map(str, known))
    near = nearest(word, names)
    help_ = f"did you mean `{near[0]}`?" if near else f"`{field}` takes {listed(names)}"
    what = "cannot be asked of" if word in set(Operator) else "is no operator for"
    raise RuleProblem(f"`{word}` {what} `{field}`", help_, at_key=True)


def wanted(asked: Operator, shape: Shape, tree: Tree, dialect: Dialect) -> object:
    """Returns the value that an operator is given, as it is compared.

    Raises:
        RuleProblem: it takes no such value.
    """
    if not isinstance(tree, Scalar):
        raise RuleProblem(f"`{asked}` takes one value", "write one value")
    try:
        if asked in (*COUNTS, *LENGTHS):
            return read_scalar(Leaf.INTEGER, tree, dialect)
        if asked is Operator.OLDER_THAN:
            return comparable(read_scalar(Leaf.DURATION, tree, dialect), shape, None)
        return _wanted(shape, tree, dialect)
    except ValueProblem as problem:
        raise RuleProblem(problem.message, problem.help) from None


def _wanted(shape: Shape, tree: Scalar, dialect: Dialect) -> object:
    kind = shape.kind
    if isinstance(kind, type) and issubclass(kind, Enum):
        return comparable(value_messages.choice(shape, kind, tree), shape, None)
    if not isinstance(kind, Leaf):
        return tree.strip().casefold()  # what a reference means depends on the map
    value = read_scalar(Leaf.NUMBER if kind in _RATINGS else kind, tree, dialect)
    low, high = (0, _TOP) if kind in _RATINGS else (shape.minimum, shape.maximum)
    if isinstance(value, int | float) and not isinstance(value, bool):
        below, above = low is not None and value < low, high is not None and value > high
        if below or above:
            within = f"from {low:g} to {high:g}" if high is not None else f"{low:g} or more"
            raise ValueProblem(f"{tree} is off the scale of `{shape.name}`", f"write {within}")
    return value if kind in _RATINGS else comparable(value, shape, None)


def comparable(value: object, shape: Shape, journey_map: JourneyMap | None) -> object:
    """Returns what a value is compared by: days, numbers, dates, ids, or text without its case."""
    if isinstance(value, Enum | Feeling):
        return value.value
    if isinstance(value, Duration):
        return value.days
    if isinstance(value, Day):
        return value.date
    if isinstance(value, str):
        return value.strip().casefold()
    if shape.kind in _RATINGS and isinstance(value, int | float) and journey_map:
        scale = journey_map.journey.scales.rating
        bounds = scale.expected_bounds if shape.kind is Leaf.EXPECTED else scale.bounds
        return normalised(value, bounds)
    return value


_COMPARE: Mapping[Operator, Callable[..., bool]] = MappingProxyType(
    {
        Operator.IS: lambda said, asked: said == asked,
        Operator.IN: lambda said, asked: said in asked,
        Operator.CONTAINS: lambda said, asked: asked in said,
        Operator.STARTS_WITH: lambda said, asked: said.startswith(asked),
        Operator.ENDS_WITH: lambda said, asked: said.endswith(asked),
        Operator.LONGER_THAN: lambda said, asked: len(said) > asked,
        Operator.SHORTER_THAN: lambda said, asked: len(said) < asked,
        Operator.AT_LEAST: lambda said, asked: said >= asked,
        Operator.AT_MOST: lambda said, asked: said <= asked,
        Operator.MORE_THAN: lambda said, asked: said > asked,
        Operator.LESS_THAN: lambda said, asked: said < asked,
        Operator.BEFORE: lambda said, asked: said < asked,
        Operator.AFTER: lambda said, asked: said > asked,
        Operator.OLDER_THAN: lambda today, said, asked: said < today - timedelta(days=asked),
        Operator.COUNT_AT_LEAST: lambda said, asked: said >= asked,
        Operator.COUNT_AT_MOST: lambda said, asked: said <= asked,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What values are compared in.

    Attributes:
        journey_map: the map that tells what ids and scales mean; None in a library.
        today: the day that counts as today.
    """

    journey_map: JourneyMap | None
    today: date


def compares(asked: Operator, said: Value, value: object, shape: Shape, world: World) -> bool:
    """Tells whether a value that a map says stands in a relation to the one asked for.

    Args:
        asked: the relation, none of `PRESENCE` and `NEGATIVE`.
        said: the value that the map says; how many there are, for one of `COUNTS`.
        value: the one asked for; several for `in`.
        shape: the field.
        world: the map and the day.
    """
    if asked in COUNTS:
        return _COMPARE[asked](said.value, value)
    if isinstance(shape.kind, Ref) and asked in _EQUAL:
        names = (said.value, *(value if isinstance(value, tuple) else (value,)))
        meant, *ids = (
            _id(str(name), shape.kind.to, said.route, world.journey_map) for name in names
        )
        return meant in ids
    known = comparable(said.value, shape, world.journey_map)
    if asked is Operator.OLDER_THAN:
        return _COMPARE[asked](world.today, known, value)
    return _COMPARE[asked](known, value)


def _id(name: str, to: Namespace, route: Route, journey_map: JourneyMap | None) -> str:
    return journey_map.id_of(name, to, route) if journey_map else slug(name)
