"""The files of a run with all that could not be read marked, as rules look at them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from journeymap.model.fields import FileKind, Leaf, Node, Shape, shapes
from journeymap.model.journey import Library
from journeymap.model.names import Route
from journeymap.model.unread import PartlyRead, UnreadError, UnreadText
from journeymap.workspace.files import MapFile, Workspace

N = TypeVar("N", bound=Node)


def marked(workspace: Workspace) -> Workspace:
    """Returns the same files; to look at what could not be read of them raises `UnreadError`."""
    every = workspace.files
    if not any(file.broken or _lost(file, workspace) for file in every.values()):
        return workspace
    models = {f.shown: _marked(f.model, f.broken) for f in every.values() if f.model}
    files = {path: _linked(file, models, workspace) for path, file in every.items()}
    return replace(workspace, files=files)


def _lost(file: MapFile, workspace: Workspace) -> list[str]:
    """Returns the libraries that a map uses and that could not be read, as it says them."""
    links = (link for link in file.links if link.kind is FileKind.LIBRARY)
    there = ((link, workspace.files.get(link.target) if link.target else None) for link in links)
    return [link.said for link, other in there if other is None or other.model is None]


def _linked(file: MapFile, models: Mapping[str, Any], workspace: Workspace) -> MapFile:
    """Puts a file together anew; whatever is defined may be in a library that could not be read."""
    journey_map = file.journey_map
    if journey_map:
        libraries = {path: models[path] for path in journey_map.libraries}
        unread = _marked(Library(), [(name,) for name in shapes(Library)])
        libraries |= dict.fromkeys(_lost(file, workspace), unread)
        journey_map = replace(journey_map, journey=models[file.shown], libraries=libraries)
    return replace(file, model=models.get(file.shown), journey_map=journey_map)


def _marked(node: N, broken: Collection[Route]) -> N:
    """Returns a part of a file in which what could not be read is marked.

    Args:
        node: the part.
        broken: where something could not be read, from this part on.
    """
    copy = node.model_copy()
    below = _below(broken)
    for shape in shapes(type(node)).values():
        if inside := below.get(shape.name):
            _mark(copy, shape, inside)
    return copy


def _below(broken: Collection[Route]) -> Mapping[str | int, list[Route]]:
    """Returns the rest of each route by its first part."""
    found: dict[str | int, list[Route]] = {}
    for route in broken:
        if route:
            found.setdefault(route[0], []).append(route[1:])
    return found


def _mark(node: Node, shape: Shape, broken: list[Route]) -> None:
    values, name = vars(node), shape.attribute
    values.pop(shape.apart, None)
    node.model_fields_set.add(name)  # it is written
    value = values[name]
    if shape.many:
        values[name] = _marked_list(value, broken)
    elif isinstance(value, Node) and () not in broken:
        values[name] = _marked(value, broken)
    elif shape.required and shape.kind is Leaf.TEXT:
        values[name] = UnreadText(value)
    else:
        del values[name]


def _marked_list(items: tuple[Any, ...], broken: list[Route]) -> tuple[Any, ...]:
    below = _below(broken)
    inside = [below.get(i, []) for i in range(len(items))]
    pairs = zip(items, inside, strict=True)
    marks = [_marked(item, below) if below else item for item, below in pairs]
    lost = sum(map(len, inside)) < len(broken)
    return PartlyRead((*marks, UnreadError())) if lost else tuple(marks)
