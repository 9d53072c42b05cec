"""What is told of each persona, put in the place of everybody's where all say the same of it."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from journeymap.model.fields import Node, shapes
from journeymap.model.journey import Journey
from journeymap.model.unread import if_read, readable

N = TypeVar("N", bound=Node)

_HOLDERS = ("stages", "steps", "next", "leaks")
"""The lists in whose items personas may be told apart, from the map down."""


def told(
    journey: Journey, personas: Callable[[], Sequence[str]], person_id: Callable[[str], str]
) -> Journey:
    """Returns a journey in which a value that all personas share stands where everybody's does.

    So `wait: {maria: 2 weeks}` and `wait: 2 weeks` are one where the journey is hers alone.

    Args:
        journey: the journey as it was written.
        personas: gives the ids of those whose journey it is; not asked where nothing is told apart,
            as who they are may be what could not be read.
        person_id: gives the id of a person by reference.
    """
    return if_read(lambda: _told(journey, personas, person_id), journey)


def _told(node: N, people: Callable[[], Sequence[str]], person_id: Callable[[str], str]) -> N:
    update: dict[str, Any] = {}
    for shape in shapes(type(node)).values():
        if shape.apart and (values := vars(node).get(shape.apart)):
            personas = people()
            own = {person_id(who): value for who, value in values.items()}
            first = own.get(personas[0])
            if first is not None and all(own.get(who) == first for who in personas):
                update |= {shape.attribute: first, shape.apart: {}}
    for name in _HOLDERS:
        items = vars(node).get(name, ())
        changed = {
            id(item): new
            for item in readable(items)
            if (new := _told(item, people, person_id)) is not item
        }
        if changed:
            update[name] = type(items)(changed.get(id(each), each) for each in _raw(items))
    return node.model_copy(update=update) if update else node


def _raw(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Returns a list with what is unknown of it in its place."""
    return tuple(tuple.__iter__(items))
