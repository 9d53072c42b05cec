"""At which levels of a map a field may stand, the nearest to where it was written first."""

from collections.abc import Iterator
from functools import lru_cache

from journeymap.model.fields import Node, shapes
from journeymap.model.journey import Journey
from journeymap.model.name_lists import listed
from journeymap.reading.odd_keys import home

_MOST = 3
"""So many levels are named."""

Places = tuple[type[Node], ...]
"""Parts of files that a field may belong to."""


def where(model: type[Node], key: str, places: Places) -> str:
    """Returns where a field belongs that stands in another part; empty where it is none.

    What holds the part comes first, then what it holds itself, then those most like it.

    Args:
        model: the part that it stands in.
        key: the field.
        places: the parts of files that it may belong to.
    """
    having = [place for place in places if key in shapes(place)]
    of_map = [place for place in having if place in _within(Journey)]
    if not having:
        return ""
    if of_map and model in _within(Journey):
        having = of_map
    likest = sorted(having, key=lambda place: -len(shapes(place).keys() & shapes(model).keys()))
    near = (*_above(model, places), *_parts(model), *likest)
    return _listed(list(dict.fromkeys(place for place in near if place in having))[:_MOST])


def _listed(models: list[type[Node]]) -> str:
    parts = [home(model) for model in models if model is not Journey]
    said = f"to {listed(parts, 'or')}" if parts else ""
    if Journey in models:
        said += f"{', or ' if said else ''}at the top of the map"
    return said


@lru_cache(maxsize=256)
def _above(model: type[Node], places: Places) -> tuple[type[Node], ...]:
    """Returns what holds a part, and what holds that, the nearest first."""
    found: list[type[Node]] = []
    waiting = [model]
    while waiting:
        part = waiting.pop(0)
        for place in places:
            if part in _parts(place) and place is not model and place not in found:
                found.append(place)
                waiting.append(place)
    return tuple(found)


@lru_cache(maxsize=2)
def _within(model: type[Node]) -> tuple[type[Node], ...]:
    """Returns a part and all that it holds at any depth."""
    found = [model]
    for part in found:
        found += (each for each in dict.fromkeys(_parts(part)) if each not in found)
    return tuple(found)


def _parts(model: type[Node]) -> Iterator[type[Node]]:
    for shape in shapes(model).values():
        if shape.part is not None:
            yield shape.part
