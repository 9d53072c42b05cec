"""Conditions of own rules, held against parts of maps."""

from collections.abc import Iterator
from enum import StrEnum

from journeymap.linter.yaml_rules.fields import Path, Value, values
from journeymap.linter.yaml_rules.operators import (
    COUNTS,
    NEGATIVE,
    PRESENCE,
    Operator,
    World,
    compares,
)
from journeymap.linter.yaml_rules.parts import Part
from journeymap.quick_dataclass import dataclass


class Join(StrEnum):
    """How several conditions make one."""

    ALL = "all"
    ANY = "any"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """What is asked of one field.

    Attributes:
        path: the field.
        operator: what is asked.
        value: what it is compared with, as it is compared; several for `in` and `not-in`.
        written: the value as it was written.
    """

    path: Path
    operator: Operator
    value: object = None
    written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Several conditions as one; `not` holds where not all of them hold."""

    join: Join
    members: "tuple[Condition, ...]"


Condition = Test | Group


def tests(condition: Condition) -> Iterator[Test]:
    """Walks what a condition asks of single fields."""
    if isinstance(condition, Test):
        yield condition
    else:
        for member in condition.members:
            yield from tests(member)


def holds(condition: Condition, part: Part, world: World) -> bool:
    """Tells whether a condition holds for a part of a map.

    A field that the part does not say fulfils `absent`, `is-not` and `not-in` only.
    """
    if isinstance(condition, Test):
        return _holds(condition, part, world)
    each = (holds(member, part, world) for member in condition.members)
    if condition.join is Join.ANY:
        return any(each)
    return all(each) is (condition.join is Join.ALL)


def _holds(test: Test, part: Part, world: World) -> bool:
    asked, shape = test.operator, test.path.shape
    if asked in PRESENCE:
        there = values(test.path, part, world.journey_map, written=True)
        return bool(there) is (asked is Operator.PRESENT)
    said = values(test.path, part, world.journey_map)
    if asked in COUNTS:
        said = (Value(value=len(said), route=part.route),)
    positive = NEGATIVE.get(asked, asked)
    found = any(compares(positive, each, test.value, shape, world) for each in said)
    return found is (positive is asked)


def described(condition: Condition, *, inside: bool = False) -> str:
    """Returns a condition in words, for help and pages.

    Args:
        condition: the condition.
        inside: whether it stands among others.
    """
    if isinstance(condition, Test):
        asked = f"{condition.operator}".replace("-", " ")
        return " ".join(filter(None, (f"`{condition.path.said}`", asked, condition.written)))
    inner = [described(member, inside=True) for member in condition.members]
    if condition.join is Join.NOT:
        return f"not ({' and '.join(inner)})"
    joined = f" {'or' if condition.join is Join.ANY else 'and'} ".join(inner)
    return f"({joined})" if inside and len(inner) > 1 else joined
