"""The quick `dataclass` behaves as the standard one does, but for what is said in its module."""

import copy
import pickle
from dataclasses import field, fields, replace
from inspect import signature

import pytest

from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Two numbers, and what neither comparing nor showing looks at."""

    x: int
    y: int = 2
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Looks like a point."""

    x: int
    y: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """Has no field."""


@dataclass(slots=True)
class Tally:
    """May change."""

    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Point):
    """Tells itself how it is compared and shown."""

    name: str

    def __eq__(self, other: object) -> bool:  # type: ignore[explicit-override]
        return isinstance(other, Named) and self.name.casefold() == other.name.casefold()

    def __hash__(self) -> int:  # type: ignore[explicit-override]
        return hash(self.name.casefold())

    def __repr__(self) -> str:  # type: ignore[explicit-override]
        return f"<{self.name}>"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Makes a default anew."""

    names: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class More(Listed):
    """Adds a field by place to one by name."""

    first: int
    second: int = 2


class Plain(Tally):
    """Is derived without a decorator."""


def test_init_is_made_when_it_is_first_asked_for() -> None:
    one, other = Listed(), Listed()
    one.names.append("a")
    assert (one.names, other.names, Listed(names=["b"]).names) == (["a"], [], ["b"])
    assert More(1, names=["c"]) == More(first=1, second=2, names=["c"])
    assert (Plain(3).count, Plain().count) == (3, 0)
    assert [*signature(More).parameters] == ["first", "second", "names"]
    with pytest.raises(TypeError, match=r"More.__init__\(\) missing 1 required .* 'first'"):
        More()  # type: ignore[call-arg]


def test_values_are_equal_by_what_they_compare() -> None:
    assert Point(x=1) == Point(x=1, y=2, note="seen")
    assert Point(x=1) != Point(x=1, y=3)
    assert Point(x=1) != Other(x=1)  # type: ignore[comparison-overlap]
    assert Nothing() == Nothing()
    assert Tally() == Tally(0)


def test_a_frozen_value_has_the_hash_of_its_equals() -> None:
    assert {Point(x=1), Point(x=1, note="seen"), Point(x=2)} == {Point(x=1), Point(x=2)}
    assert len({Nothing(), Nothing()}) == 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(Tally())


def test_a_value_shows_its_fields() -> None:
    assert repr(Point(x=1, note="seen")) == "Point(x=1, y=2)"
    assert repr(Nothing()) == "Nothing()"


def test_a_class_keeps_the_methods_that_it_has() -> None:
    assert Named(x=1, name="Ana") == Named(x=2, name="ANA")
    assert len({Named(x=1, name="Ana"), Named(x=2, name="ANA")}) == 1
    assert repr(Named(x=1, name="Ana")) == "<Ana>"


def test_fields_are_slots_and_named_only() -> None:
    assert [each.name for each in fields(Named)] == ["x", "y", "note", "name"]
    assert not hasattr(Point(x=1), "__dict__")
    with pytest.raises(TypeError):
        Point(1)  # type: ignore[call-arg]


@pytest.mark.parametrize("value", [Point(x=1, y=5, note="seen"), Nothing(), Tally(3)])
def test_a_value_can_be_copied_and_sent_to_another_process(value: object) -> None:
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - written a moment ago


def test_a_changed_copy_leaves_the_value() -> None:
    point = Point(x=1)
    assert replace(point, x=7).x == 7
    assert point.x == 1
