"""Pains and ideas that a step names and a library, or another step, defines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from journeymap.model.fields import Node
from journeymap.model.ids import derive_ids
from journeymap.model.journey import Library
from journeymap.model.names import Defined, Names, define
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.unread import UnreadError, UnreadText, collected, naming, one_by_one, readable
from journeymap.quick_dataclass import dataclass

P = TypeVar("P", Pain, Opportunity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A pain or an idea as a whole: what it names, and over that what stands at its step.

    Attributes:
        part: what holds at the step.
        id: its id in the map.
        origin: what it names; None where it is a part of its step alone, or names nothing.
    """

    part: Any
    id: str
    origin: Defined[Any] | None


def in_libraries(libraries: Mapping[str, Library], field: str) -> Iterator[Iterable[Defined[Any]]]:
    """Walks the lists of pains, or of ideas, that libraries define."""
    for path, library in libraries.items():
        yield define(getattr(library, field), field, path, by="text")


def wholes(
    lists: Iterable[tuple[P, ...]], field: str, libraries: Mapping[str, Library]
) -> list[tuple[Whole, ...]]:
    """Returns the pains, or the ideas, of each step as they hold there.

    Ids are derived over the whole map, so that they are unique in it; a part that names another one
    is called as that one. The map's own are found before those of libraries.

    Args:
        lists: the parts of each step.
        field: "pains" or "opportunities".
        libraries: the libraries of the map, by path.
    """
    groups = [tuple(readable(items)) for items in lists]
    flat = [item for group in groups for item in group]
    ids = derive_ids((naming(item, "text") for item in flat), field.removesuffix("s"))
    named = [named_by(item) for item in flat]
    shared: Names[Any] = Names()
    if any(named):
        own = (
            _own(item, identifier)
            for item, identifier, name in zip(flat, ids, named, strict=True)
            if not name
        )
        shared = Names(collected(one_by_one((own, *in_libraries(libraries, field)))))
    made = iter(
        _whole(item, identifier, name, shared)
        for item, identifier, name in zip(flat, ids, named, strict=True)
    )
    return [tuple(next(made) for _ in group) for group in groups]


def named_by(item: Pain | Opportunity) -> str:
    """Returns what a part names in place of a text of its own; empty where it has one."""
    return next((vars(item).get(field) or "" for field in type(item).instead.values()), "")


def _own(item: P, identifier: str) -> Defined[P]:
    own_id, text = naming(item, "text")
    names = () if own_id or not text else (text,)
    return Defined(
        item=item, id=identifier, label=text, route=(), names=names, has_own_id=bool(own_id)
    )


def _whole(item: P, identifier: str, name: str, shared: Names[Any]) -> Whole:
    if not name:
        return Whole(part=item, id=identifier, origin=None)
    try:
        origin = shared.find(name)
    except UnreadError:
        return Whole(part=_unknown(item), id=identifier, origin=None)
    return Whole(part=_over(item, origin.item) if origin else item, id=identifier, origin=origin)


def _over(item: P, base: Node) -> P:
    """Returns what holds at a step: what is written there, over what it names."""
    own = {name for name in item.model_fields_set if name != "text"}
    known = vars(base)
    whole = item.model_copy()
    whole.model_fields_set.update(base.model_fields_set)
    values = vars(whole)
    for name in set(values) - own:
        if name in known:
            values[name] = known[name]
        elif name in type(base).model_fields:
            del values[name]  # it could not be read in the library
    return whole


def _unknown(item: P) -> P:
    """Returns a part that names what may be in a library that could not be read."""
    whole = item.model_copy()
    values = vars(whole)
    for name in set(values) - item.model_fields_set:
        del values[name]
    values["text"] = UnreadText(values["text"])
    return whole
