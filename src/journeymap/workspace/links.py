"""The paths that a file says, and the files that they lead to."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from journeymap.model.fields import FileKind, FilePath, Leaf, Node, Shape, shapes
from journeymap.model.names import Route
from journeymap.quick_pattern import pattern
from journeymap.workspace.files import Link
from journeymap.workspace.paths import PathProblem, find_root, kind_of, resolve
from journeymap.workspace.portraits import portrait
from journeymap.workspace.storage import Storage, disk_of

_SETTINGS: Mapping[FileKind, tuple[str, str]] = {
    FileKind.CONFIGURATION: ("configuration", "another .journeymap.yaml"),
    FileKind.RULES: ("file of rules", "a file such as our.rules.yaml"),
}
_SITE = pattern(r"(?:www\.|[a-z0-9-]+\.(?:com|org|net|io|eu|es|pl|de|uk)(?:/|$))", re.IGNORECASE)
"""What begins like the address of a website without its scheme."""


def links_of(model: Node, path: Path, storage: Storage) -> Iterator[Link]:
    """Walks the paths that a file says, with the files that they lead to.

    Args:
        model: what the file holds.
        path: where it lies.
        storage: where files are read from.
    """
    paths_said = tuple(_paths_said(model, ()))
    if not paths_said:  # most files say none, and need no root
        return
    root, together = find_root(path, storage), 0
    for route, kind, said in paths_said:
        try:
            if kind is FileKind.DOCUMENT:
                _document(said, path, root, storage)
                continue
            target = resolve(said, by=path, root=root, storage=storage)
            _refuse_map_as_configuration(said, kind, target)
            is_picture = kind is FileKind.PICTURE
            content = portrait(said, target, storage, together) if is_picture else b""
            together += len(content)
        except PathProblem as problem:
            yield Link(
                route=route, kind=kind, said=said, problem=problem.message, help=problem.help
            )
        else:
            leads_on = None if kind is FileKind.PICTURE else target
            yield Link(route=route, kind=kind, said=said, target=leads_on, content=content)


def _document(said: str, by: Path, root: Path, storage: Storage) -> None:
    """Follows what a `link` leads to in the repository: a file, a part of one, or a folder.

    Raises:
        PathProblem: nothing is there.
    """
    path = unquote(said.partition("#")[0].partition("?")[0])
    try:
        resolve(path, by=by, root=root, storage=storage)
    except PathProblem as problem:
        with suppress(OSError, RuntimeError):
            folder = storage.resolve(by.parent / path)
            if storage.is_folder(folder) and folder.is_relative_to(disk_of(storage).resolve(root)):
                return
        if _SITE.match(path):
            help_ = f"begin it with https:// if it is on the web: https://{said}"
            raise PathProblem(problem.message, help_) from problem
        raise


def _refuse_map_as_configuration(said: str, kind: FileKind, target: Path) -> None:
    # A map asks for its configuration while it is read: it must not be asked for its own.
    found = kind_of(target, kind)
    if kind in _SETTINGS and found is not kind:
        what, instead = _SETTINGS[kind]
        raise PathProblem(f"`{said}` is no {what}", f"name {instead}")


def _paths_said(node: Node, route: Route) -> Iterator[tuple[Route, FileKind, str]]:
    """Walks the paths to other files in a part of a map."""
    for shape in _leading_to_paths(type(node)):
        value = getattr(node, shape.attribute)
        here = (*route, shape.name)
        many = value if shape.many else (value,)
        for i, item in enumerate(many):
            place = (*here, i) if shape.many else here
            if isinstance(shape.kind, FilePath) and item:
                yield place, shape.kind.kind, item
            elif shape.kind is Leaf.LINK and item and _is_local(item):
                yield place, FileKind.DOCUMENT, item
            elif isinstance(item, Node):
                yield from _paths_said(item, place)


def _is_local(link: str) -> bool:
    """Tells a path from an address, and from a place in a page."""
    return not urlsplit(link).scheme and not link.startswith("#")


@cache
def _leading_to_paths(model: type[Node]) -> tuple[Shape, ...]:
    """Returns the fields of a model that are paths or hold something with a path."""
    return tuple(
        shape
        for shape in shapes(model).values()
        if isinstance(shape.kind, FilePath)
        or shape.kind is Leaf.LINK
        or (shape.part is not None and _leading_to_paths(shape.part))
    )
