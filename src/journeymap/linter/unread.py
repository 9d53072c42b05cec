"""The files of a run with all that could not be read marked, as rules look at them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from journeymap.model.fields import FileKind, Leaf, Node, Shape, shapes
from journeymap.model.journey import Journey, Library
from journeymap.model.names import Route
from journeymap.model.unread import PartlyRead, UnreadError, UnreadText
from journeymap.workspace.files import MapFile, Workspace

N = TypeVar("N", bound=Node)


def marked(workspace: Workspace) -> Workspace:
    """Returns the same files; to look at what could not be read of them raises `UnreadError`."""
    every = workspace.files
    if not any(file.broken or _lost(file, workspace) for file in every.values()):
        return workspace
    files = {path: _read_again(file) for path, file in every.items()}
    models = {file.shown: file.model for file in files.values()}
    linked = {path: _linked(file, models, workspace) for path, file in files.items()}
    return replace(workspace, files=linked)


def _lost(file: MapFile, workspace: Workspace) -> list[str]:
    """Returns the libraries that a map uses and that could not be read, as it says them."""
    links = (link for link in file.links if link.kind is FileKind.LIBRARY)
    there = ((link, workspace.files.get(link.target) if link.target else None) for link in links)
    return [link.said for link, other in there if other is None or other.model is None]


def _read_again(file: MapFile) -> MapFile:
    return replace(file, model=_marked(file.model, file.broken)) if file.model else file


def _linked(file: MapFile, models: Mapping[str, Node | None], workspace: Workspace) -> MapFile:
    """Puts a map together anew; whatever is defined may be in a library that could not be read."""
    if file.journey_map is None or not isinstance(file.model, Journey):
        return file
    read = {path: models[path] for path in file.journey_map.libraries}
    unread = dict.fromkeys(
        _lost(file, workspace), _marked(Library(), [(n,) for n in shapes(Library)])
    )
    libraries = {k: v for k, v in (read | unread).items() if isinstance(v, Library)}
    return replace(
        file, journey_map=replace(file.journey_map, journey=file.model, libraries=libraries)
    )


def _marked(node: N, broken: Collection[Route]) -> N:
    """Returns a part of a file in which what could not be read is marked.

    Args:
        node: the part.
        broken: where something could not be read, from this part on.
    """
    copy = node.model_copy()
    known = shapes(type(node))
    for name, below in _by_first(broken).items():
        if isinstance(name, str) and name in known:
            _mark(copy, known[name], below)
    return copy


def _by_first(routes: Collection[Route]) -> dict[str | int, list[Route]]:
    below: defaultdict[str | int, list[Route]] = defaultdict(list)
    for route in routes:
        if route:
            below[route[0]].append(route[1:])
    return below


def _mark(node: Node, shape: Shape, below: list[Route]) -> None:
    values, name = vars(node), shape.attribute
    node.model_fields_set.add(name)  # it is written
    read = _read(values[name], shape, below)
    if not isinstance(read, UnreadError):
        values[name] = read
    elif shape.required and shape.kind is Leaf.TEXT:
        values[name] = UnreadText(values[name])
    else:
        del values[name]


def _read(value: Any, shape: Shape, below: list[Route]) -> Any:  # noqa: ANN401
    """Returns a value with marks in it; an `UnreadError` where nothing of it is known."""
    unread = UnreadError(shape.name)
    inside = _by_first(below)
    if shape.many:
        items = [_item(item, inside.get(i, [])) for i, item in enumerate(value)]
        whole = () not in below and all(place in range(len(items)) for place in inside)
        return tuple(items) if whole else PartlyRead((*items, unread))
    if () in below:
        return unread
    if isinstance(value, Node):
        return _marked(value, below)
    if isinstance(value, dict) and all(isinstance(value.get(who), Node) for who in inside):
        return {who: _item(each, inside.get(who, [])) for who, each in value.items()}
    return unread


def _item(item: Any, below: list[Route]) -> Any:  # noqa: ANN401
    return _marked(item, below) if below and isinstance(item, Node) else item
