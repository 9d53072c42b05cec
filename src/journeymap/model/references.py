"""Every reference that a part of a map makes, found by the fields' own declarations."""

from collections.abc import Iterator
from dataclasses import field
from functools import cache
from typing import Any

from journeymap.model.fields import PERSONA, Namespace, Node, Ref, Shape, shapes
from journeymap.model.names import Defined, Route
from journeymap.model.unread import PartlyRead, UnreadError, readable
from journeymap.quick_dataclass import dataclass

Namespaces = frozenset[Namespace]
EVERY: Namespaces = frozenset(Namespace)
"""All that references may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A name that stands for something defined elsewhere.

    Attributes:
        route: where it stands.
        to: what it may name.
        text: the name as it is written.
        holder: the part of the map whose field it is.
        many: whether the field takes several.
        is_key: whether it is the key of a value per person.
        or_text: whether it may as well be free words that name nothing.
        found: all that it may mean in a map, what it does mean first; empty until it is resolved
            in one.
        is_unread: whether it may mean something that could not be read.
    """

    route: Route
    to: Namespace
    text: str
    holder: Node
    many: bool = False
    is_key: bool = False
    or_text: bool = False
    found: tuple[Defined[Any], ...] = ()
    is_unread: bool = False

    @property
    def meanings(self) -> tuple[Defined[Any], ...]:
        """All that it may mean in a map, what it does mean first.

        Raises:
            UnreadError: it may mean something that could not be read.
        """
        if self.is_unread:
            raise UnreadError(self.text)
        return self.found


def references_in(node: Node, route: Route = (), to: Namespaces = EVERY) -> Iterator[Reference]:
    """Walks the references that a part of a map makes, in the order of its fields.

    Args:
        node: the part.
        route: where it stands.
        to: what they may name; fields that name nothing of it are not looked at.

    Raises:
        UnreadError: at the end, where a part that could not be read may make some.
    """
    walk = _Walk(to=to)
    walk.through(node, route)
    yield from walk.known
    if walk.unread:
        raise walk.unread[0]


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Notes what is known, and why there may be more."""

    to: Namespaces
    known: list[Reference] = field(default_factory=list)
    unread: list[UnreadError] = field(default_factory=list)

    def through(self, node: Node, route: Route) -> None:
        for shape in _leading(type(node), self.to):
            try:
                value = getattr(node, shape.attribute)
            except UnreadError as error:
                self.unread.append(error)
                continue
            if shape.apart and (apart := vars(node).get(shape.apart)):
                self._apart(node, shape, apart, (*route, shape.name))
            elif shape.per_person:
                self._per_person(node, value, (*route, shape.name))
            elif value is not None:
                self._of_all(node, shape, value, (*route, shape.name))

    def _of_all(self, node: Node, shape: Shape, value: object, route: Route) -> None:
        """Notes what one value refers to, or each of a list."""
        if not isinstance(value, tuple):
            self._of_value(node, shape, value, route)
            return
        if type(value) is PartlyRead:
            self.unread.append(UnreadError(shape.name))
            value = tuple(readable(value))
        for i, item in enumerate(value):
            self._of_value(node, shape, item, (*route, i))

    def _of_value(self, node: Node, shape: Shape, value: object, route: Route) -> None:
        if isinstance(value, Node):
            self.through(value, route)
        elif isinstance(shape.kind, Ref) and isinstance(value, str) and value:
            self.known.append(
                Reference(
                    route=route,
                    to=shape.kind.to,
                    text=value,
                    holder=node,
                    many=shape.many,
                    or_text=shape.kind.or_text,
                )
            )

    def _per_person(self, node: Node, values: dict[str, object], route: Route) -> None:
        for who, value in values.items():
            here = (*route, who)
            if who != PERSONA:
                self._of_person(node, Namespace.PERSON, who, here)
            if isinstance(value, Node):
                self.through(value, here)

    def _apart(self, node: Node, shape: Shape, values: dict[str, object], route: Route) -> None:
        """Notes what is told of each persona; only personas are told apart."""
        for who, value in values.items():
            here = (*route, who)
            self._of_person(node, Namespace.PERSONA, who, here)
            self._of_all(node, shape, value, here)

    def _of_person(self, node: Node, to: Namespace, who: str, route: Route) -> None:
        self.known.append(Reference(route=route, to=to, text=who, holder=node, is_key=True))


@cache
def _leading(model: type[Node], to: Namespaces) -> tuple[Shape, ...]:
    """Returns the fields of a model that are references to one of these, or may hold some."""
    return tuple(shape for shape in shapes(model).values() if not to.isdisjoint(_named(shape)))


def _named(shape: Shape) -> Namespaces:
    """Returns what a field may name, in itself or in the parts that it holds."""
    names = {Namespace.PERSON} if shape.per_person else set[Namespace]()
    if shape.apart:
        names.add(Namespace.PERSONA)
    if isinstance(shape.kind, Ref):
        names.add(shape.kind.to)
    if shape.part is not None:
        names.update(*map(_named, shapes(shape.part).values()))
    return frozenset(names)
