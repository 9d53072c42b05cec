"""Every reference that a part of a map makes, found by the fields' own declarations."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from journeymap.model.fields import PERSONA, Namespace, Node, Ref, Shape, shapes
from journeymap.model.names import Defined, Route
from journeymap.model.unread import PartlyRead, UnreadError, readable
from journeymap.quick_dataclass import dataclass


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


def references_in(node: Node, route: Route = ()) -> Iterator[Reference]:
    """Walks the references that a part of a map makes, in the order of its fields.

    Args:
        node: the part.
        route: where it stands.

    Raises:
        UnreadError: at the end, where a part that could not be read may make some.
    """
    unread: list[UnreadError] = []
    yield from _walk(node, route, unread)
    if unread:
        raise unread[0]


def _walk(node: Node, route: Route, unread: list[UnreadError]) -> Iterator[Reference]:
    """Walks what is known; what could not be read is added to a list."""
    for shape in _leading(type(node)):
        here = (*route, shape.name)
        try:
            value = getattr(node, shape.attribute)
        except UnreadError as error:
            unread.append(error)
            continue
        if shape.per_person:
            yield from _per_person(node, value, here, unread)
        elif shape.many:
            if type(value) is PartlyRead:
                unread.append(UnreadError(shape.name))
                value = readable(value)
            for i, item in enumerate(value):
                yield from _of_value(node, shape, item, (*here, i), unread)
        elif value:
            yield from _of_value(node, shape, value, here, unread)


@cache
def _leading(model: type[Node]) -> tuple[Shape, ...]:
    """Returns the fields of a model that are references or may hold some."""
    return tuple(
        shape
        for shape in shapes(model).values()
        if shape.per_person or isinstance(shape.kind, Ref) or _is_node(shape.kind)
    )


def _is_node(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Node)


def _of_value(
    node: Node, shape: Shape, value: object, route: Route, unread: list[UnreadError]
) -> Iterator[Reference]:
    if isinstance(value, Node):
        yield from _walk(value, route, unread)
    elif isinstance(shape.kind, Ref) and isinstance(value, str) and value:
        yield Reference(route=route, to=shape.kind.to, text=value, holder=node, many=shape.many)


def _per_person(
    node: Node, values: dict[str, object], route: Route, unread: list[UnreadError]
) -> Iterator[Reference]:
    for who, value in values.items():
        here = (*route, who)
        if who != PERSONA:
            yield Reference(route=here, to=Namespace.PERSON, text=who, holder=node, is_key=True)
        if isinstance(value, Node):
            yield from _walk(value, here, unread)
