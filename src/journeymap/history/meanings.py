"""What an id stands for in the maps of a repository: which definitions go together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from journeymap.model.fields import FileKind, Namespace
from journeymap.model.ids import slug
from journeymap.model.journey import Journey, Library
from journeymap.model.journey_map import JourneyMap
from journeymap.model.likeness import nearest
from journeymap.model.names import Defined, Route
from journeymap.model.unread import readable
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace

Place = tuple[Path, Route]
"""A file and where something is defined in it."""


class Kind(StrEnum):
    """What an id may be of."""

    STEP = "step"
    PERSON = "person"
    CHANNEL = "channel"
    INFORMATION = "information"
    METRIC = "metric"
    EVIDENCE = "evidence"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    MAP = "map"


NAMESPACES: Mapping[Kind, tuple[Namespace, ...]] = MappingProxyType(
    {
        Kind.STEP: (Namespace.STEP,),
        Kind.PERSON: (Namespace.PERSON,),
        Kind.CHANNEL: (Namespace.CHANNEL,),
        Kind.INFORMATION: (Namespace.INFORMATION,),
        Kind.METRIC: (Namespace.METRIC,),
        Kind.EVIDENCE: (Namespace.EVIDENCE,),
        Kind.PAIN: (Namespace.PAIN, Namespace.SHARED_PAIN),
        Kind.OPPORTUNITY: (Namespace.OPPORTUNITY, Namespace.SHARED_OPPORTUNITY),
    }
)
"""Among what references look an id up; no reference names a map by its id."""


class MeaningError(Exception):
    """An id stands for nothing, or for more than one thing; the message says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What an id stands for in maps that go together.

    Attributes:
        kind: what it is the id of.
        places: where it is defined.
        files: the maps in which that definition counts, and the files that hold it.
    """

    kind: Kind
    places: frozenset[Place]
    files: frozenset[Path]


def meanings(workspace: Workspace, name: str) -> tuple[Meaning, ...]:
    """Returns all that an id stands for.

    A definition in a library is the same for all maps that use it; what a map and its desired
    counterpart each define under one id is one thing.

    Args:
        workspace: maps and libraries.
        name: the id.
    """
    wanted = slug(name)
    found = [each for kind in NAMESPACES for each in _of_kind(workspace, kind, wanted)]
    return (*found, *_maps_called(workspace, wanted))


def one_meaning(
    workspace: Workspace, name: str, *, kind: Kind | None = None, file: Path | None = None
) -> Meaning:
    """Returns the one thing that an id stands for.

    Args:
        workspace: maps and libraries.
        name: the id.
        kind: what it is the id of, where somebody says so.
        file: a map or library in which it is meant, where somebody says so.

    Raises:
        MeaningError: it stands for nothing, or for several things.
    """
    found = [each for each in meanings(workspace, name) if kind in {None, each.kind}]
    left = [each for each in found if file is None or file in each.files]
    if not left:
        where = " in that file" if found else ""
        hint = f"; did you mean {like}?" if (like := _near(workspace, name)) else ""
        raise MeaningError(f"no {kind or 'part of a map'} has the id {name}{where}{hint}")
    kinds = tuple(dict.fromkeys(each.kind for each in left))
    if len(kinds) > 1:
        said = ", ".join(kinds)
        raise MeaningError(f"{name} is the id of several things ({said}): add --kind {kinds[0]}")
    if len(left) > 1:
        holding = sorted({workspace.files[path].shown for each in left for path, _ in each.places})
        raise MeaningError(
            f"maps that do not go together each have a {left[0].kind} {name} "
            f"({', '.join(holding)}): add --map {holding[0]}"
        )
    return left[0]


def owner(file: MapFile, entry: Defined[Any], paths: Mapping[str, Path]) -> Place:
    """Returns where something is defined that a map knows.

    Args:
        file: the map.
        entry: the definition.
        paths: the files by how they are shown.
    """
    return (paths[entry.library] if entry.library else file.path), entry.route


def paths_shown(workspace: Workspace) -> Mapping[str, Path]:
    """Returns the files of a run by how they are shown."""
    return {file.shown: path for path, file in workspace.files.items()}


def maps_in(workspace: Workspace) -> Iterator[tuple[MapFile, JourneyMap]]:
    """Walks the maps of a run, and each library as a map that has nothing of its own."""
    for file in workspace.files.values():
        if file.journey_map is not None:
            yield file, file.journey_map
        elif isinstance(file.model, Library):
            alone = Journey.model_construct(title=file.shown)
            yield file, JourneyMap(journey=alone, libraries={file.shown: file.model})


def _of_kind(workspace: Workspace, kind: Kind, wanted: str) -> Iterator[Meaning]:
    """Walks what an id of one kind stands for."""
    paths = paths_shown(workspace)
    seen: dict[Path, set[Place]] = {}
    for file, journey_map in maps_in(workspace):
        entries = (each for name in NAMESPACES[kind] for each in journey_map.names(name))
        same = (each for each in readable(tuple(entries)) if each.id == wanted)
        seen[file.path] = {owner(file, each, paths) for each in same}
    joined = [{file.path, *_counterparts(file)} for file in workspace.files.values()]
    for group in _joined(seen, joined):
        places = frozenset(place for path in group for place in seen[path])
        holding = {path for path, _ in places}
        yield Meaning(kind=kind, places=places, files=frozenset({*group, *holding}))


def _joined(seen: Mapping[Path, set[Place]], joined: Sequence[set[Path]]) -> list[set[Path]]:
    """Puts files together that know the same definition, or that are counterparts."""
    groups: list[set[Path]] = []
    linked = [*joined, *({path for path in seen if place in seen[path]} for place in _all(seen))]
    for path in (each for each, places in seen.items() if places):
        group = {path}
        while more := {p for link in linked if link & group for p in link if seen.get(p)} - group:
            group |= more
        if group not in groups:
            groups.append(group)
    return groups


def _all(seen: Mapping[Path, set[Place]]) -> Iterable[Place]:
    return dict.fromkeys(place for places in seen.values() for place in places)


def _counterparts(file: MapFile) -> Iterator[Path]:
    for link in file.links:
        if link.route == ("desired",) and link.target:
            yield link.target


def _maps_called(workspace: Workspace, wanted: str) -> Iterator[Meaning]:
    for file in workspace.files.values():
        if file.kind is FileKind.JOURNEY and file.journey_map and file.journey_map.id == wanted:
            alone = frozenset({file.path})
            yield Meaning(kind=Kind.MAP, places=frozenset({(file.path, ())}), files=alone)


def _near(workspace: Workspace, name: str) -> str:
    known = {
        each.id
        for _, journey_map in maps_in(workspace)
        for kind in NAMESPACES.values()
        for each in readable(tuple(journey_map.names(kind[0])))
    }
    return next(iter(nearest(name, known)), "")
