"""What is told of each persona: put in the place of everybody's where all say the same of it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from journeymap.model.fields import PERSONA, Node, Shape, shapes
from journeymap.model.journey import Journey
from journeymap.model.unread import if_read, readable

N = TypeVar("N", bound=Node)

_HOLDERS = ("stages", "steps", "next", "leaks")
"""The lists in whose items personas may be told apart, from the map down."""

PersonId = Callable[[str], str]


def told(journey: Journey, personas: Callable[[], Sequence[str]], person_id: PersonId) -> Journey:
    """Returns a journey in which a value that all personas share stands where everybody's does.

    So `wait: {maria: 2 weeks}` and `wait: 2 weeks` are one where the journey is hers alone.

    Args:
        journey: the journey as it was written.
        personas: gives the ids of those whose journey it is; not asked where nothing is told apart,
            as who they are may be what could not be read.
        person_id: gives the id of a person by reference.
    """

    def shared(node: Node) -> dict[str, Any]:
        update: dict[str, Any] = {}
        for shape, values in _apart(node):
            everybody = personas()
            own = {person_id(who): value for who, value in values.items()}
            first = own.get(everybody[0])
            if first is not None and all(own.get(who) == first for who in everybody):
                update |= {shape.attribute: first, shape.apart: {}}
        return update

    return if_read(lambda: with_parts(journey, shared), journey)


def without(journey: Journey, others: Collection[str], person_id: PersonId) -> Journey:
    """Returns a journey in which nothing is told of some of its personas.

    Args:
        journey: the journey.
        others: their ids.
        person_id: gives the id of a person by reference.
    """

    def kept(values: dict[str, Any]) -> dict[str, Any]:
        return {
            who: value
            for who, value in values.items()
            if who == PERSONA or person_id(who) not in others
        }

    def rest(node: Node) -> dict[str, Any]:
        update: dict[str, Any] = {}
        for shape, values in _apart(node):
            own = kept(values)
            update[shape.apart] = own
            if shape.many:
                update[shape.attribute] = tuple(item for each in own.values() for item in each)
        only = vars(node).get("only")
        if only and all(person_id(who) in others for who in only):
            update["offstage"] = True
        for shape in shapes(type(node)).values():
            if shape.per_person and shape.attribute in vars(node):
                update[shape.attribute] = kept(vars(node)[shape.attribute])
        return update

    return with_parts(journey, rest)


def _apart(node: Node) -> Iterator[tuple[Shape, dict[str, Any]]]:
    """Yields the fields of a part that tell personas apart, with what they tell of each."""
    known = vars(node)
    for shape in _separable(type(node)):
        if values := known.get(shape.apart):
            yield shape, values


@cache
def _separable(model: type[Node]) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes(model).values() if shape.apart)


def with_parts(node: N, change: Callable[[Node], dict[str, Any]]) -> N:
    """Returns a part of a map with other values in some of its fields, and of those inside it."""
    update = change(node)
    for name in _HOLDERS:
        items = vars(node).get(name, ())
        changed = {
            id(item): new
            for item in readable(items)
            if (new := with_parts(item, change)) is not item
        }
        if changed:  # what is unknown of a list keeps its place
            update[name] = type(items)(changed.get(id(e), e) for e in tuple.__iter__(items))
    return node.model_copy(update=update) if update else node
