"""Another id for something, and for every reference to it: edits that change nothing else."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from journeymap.findings import Mark
from journeymap.history.meanings import (
    NAMESPACES,
    Kind,
    Meaning,
    Place,
    maps_in,
    owner,
    paths_shown,
)
from journeymap.linter.ignore_comments import RULES_NAMED
from journeymap.linter.locations import mark_span
from journeymap.model.ids import BEFORE, END, slug
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.placed import PlacedOpportunity, PlacedPain
from journeymap.model.references import Reference
from journeymap.model.shared_parts import named_by
from journeymap.model.unread import UnreadError
from journeymap.quick_dataclass import dataclass
from journeymap.text.changes import Change, Comment, Insert, Refused, Replace, Wrap
from journeymap.text.document import comments
from journeymap.text.nodes import Mapping as TreeMapping
from journeymap.text.nodes import reach
from journeymap.text.rewrite import rewrite
from journeymap.text.source import Source
from journeymap.workspace.files import MapFile, Workspace

ReadAgain = Callable[[Mapping[Path, bytes]], Workspace]
"""Reads the same files once more, some of them with other contents."""

_RESERVED = frozenset({END, BEFORE})
_Meant = tuple[tuple[str | int, ...], frozenset[Place]]
"""Where a reference stands, and what it may mean."""


class RenameError(Exception):
    """Why an id stays as it is, in an analyst's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """The files that name something by another id.

    Attributes:
        texts: each file that changes, with its new text.
        count: at how many places.
        mentions: lines of comments that hold the word, where nobody can tell whether the id is
            meant; they stay as they are.
    """

    texts: tuple[tuple[MapFile, Source], ...]
    count: int
    mentions: tuple[tuple[MapFile, int], ...]


def rename(
    workspace: Workspace, meaning: Meaning, old: str, new: str, read_again: ReadAgain
) -> Renamed:
    """Returns the texts in which something has another id, as every reference to it says.

    Read again, each reference means what it meant before, and no other text has changed.

    Args:
        workspace: every map and library that may refer to it.
        meaning: what gets another id.
        old: its id.
        new: the id that it gets.
        read_again: reads the files once more.

    Raises:
        RenameError: the new id cannot be given, or it cannot be shown that all means the same.
    """
    _check(workspace, meaning, new)
    changes = _changes(workspace, meaning, slug(old), new)
    texts, mentions, count = [], [], 0
    for path, wanted in changes.items():
        file = workspace.files[path]
        for at, change in _in_comments(file, slug(old), new):
            if change is None:
                mentions.append((file, at))
            else:
                wanted.append(change)
        texts.append((file, _rewritten(file, wanted)))
        count += len(wanted)
    again = read_again({file.path: text.data for file, text in texts})
    names = frozenset({slug(old), slug(new)})
    if _said(workspace, meaning, names) != _said(again, meaning, names):
        raise RenameError(f"{new} would mean something else in one of the maps; choose another id")
    return Renamed(texts=tuple(texts), count=count, mentions=tuple(mentions))


def _check(workspace: Workspace, meaning: Meaning, new: str) -> None:
    """Checks that an id can be given.

    Raises:
        RenameError: it is none, it is taken, or not all can be seen that refers to what gets it.
    """
    wanted = slug(new)
    if not wanted or (meaning.kind is Kind.STEP and wanted in _RESERVED):
        raise RenameError(f"{new} is no id: write letters, digits and hyphens, such as first-visit")
    for file, journey_map in maps_in(workspace):
        if file.path not in meaning.files:
            continue
        if file.broken:
            raise RenameError(f"{file.shown} cannot be read in full; mend what `lint` tells first")
        for namespace in NAMESPACES.get(meaning.kind, ()):
            for taken in journey_map.names(namespace).find_all(wanted):
                if owner(file, taken, paths_shown(workspace)) not in meaning.places:
                    raise RenameError(f"{file.shown} has a {meaning.kind} {new} already")


def _changes(
    workspace: Workspace, meaning: Meaning, old: str, new: str
) -> dict[Path, list[Change]]:
    """Returns what is to change in each file: definitions, then references, each place once."""
    changes: dict[Path, dict[Any, Change]] = {}
    for path, route in sorted(meaning.places, key=str):
        file = workspace.files[path]
        change = _definition(file, route, meaning.kind, old, new)
        if change is not None:
            changes.setdefault(path, {})[_at(change)] = change
    for path, reference in _references(workspace, meaning, old):
        file = workspace.files[path]
        mark = Mark.KEY if reference.is_key else Mark.VALUE
        change = Replace(at=mark_span(file.tree, reference.route, mark), text=new)
        changes.setdefault(path, {})[change.at] = change
    return {path: list(found.values()) for path, found in changes.items()}


def _at(change: Change) -> object:
    return change.into if isinstance(change, Insert) else change.at


def _definition(
    file: MapFile, route: tuple[str | int, ...], kind: Kind, old: str, new: str
) -> Change | None:
    """Returns how a definition gets its id; None where it has that of what it names."""
    node = reach(file.tree, route) if file.tree is not None else None
    if not isinstance(node, TreeMapping):
        return None
    fields = {str(key): value for key, value in node.items()}
    short = next((key for key, value in fields.items() if value.span == node.span), None)
    if short is not None:  # a single text that stands for the whole
        return Wrap(at=node.span, own=short, key="id", text=new)
    if "id" in fields:
        return Replace(at=fields["id"].span, text=new)
    if _names_another(file, route, kind, old):
        return None
    return Insert(into=node.span, key="id", text=new, behind="journeymap")


def _names_another(file: MapFile, route: tuple[str | int, ...], kind: Kind, old: str) -> bool:
    """Tells whether a pain or an idea of a step is one of a library, which it names by the id."""
    if file.journey_map is None or kind not in {Kind.PAIN, Kind.OPPORTUNITY}:
        return False
    entries = file.journey_map.names(NAMESPACES[kind][0])
    return any(slug(_origin(each)) == old for each in entries if each.route == route)


def _origin(entry: Defined[Any]) -> str:
    item = entry.item
    if isinstance(item, PlacedPain):
        item = item.pain
    elif isinstance(item, PlacedOpportunity):
        item = item.opportunity
    return named_by(item) if isinstance(item, Pain | Opportunity) else ""


def _references(
    workspace: Workspace, meaning: Meaning, old: str
) -> Iterator[tuple[Path, Reference]]:
    """Walks the references that name something by its id, with the files that they stand in."""
    paths = paths_shown(workspace)
    for file, journey_map in maps_in(workspace):
        if file.path not in meaning.files:
            continue
        for path, references in _all_references(file, journey_map, paths):
            for each in references:
                means = each.found[:1]
                if slug(each.text) == old and _meant(file, means, paths) & meaning.places:
                    yield path, each


def _all_references(
    file: MapFile, journey_map: JourneyMap, paths: Mapping[str, Path]
) -> Iterator[tuple[Path, tuple[Reference, ...]]]:
    """Walks the references of a map and of its libraries, file by file.

    Raises:
        RenameError: some of them cannot be read.
    """
    try:
        if file.journey_map is not None:
            yield file.path, tuple(journey_map.references)
        for shown, references in journey_map.library_references.items():
            yield paths[shown], tuple(references)
    except UnreadError:
        raise RenameError(f"{file.shown} cannot be read in full; mend it first") from None


def _meant(
    file: MapFile, found: Iterable[Defined[Any]], paths: Mapping[str, Path]
) -> frozenset[Place]:
    return frozenset(owner(file, each, paths) for each in found)


def _said(
    workspace: Workspace, meaning: Meaning, names: Collection[str]
) -> dict[Path, list[_Meant]]:
    """Returns what every reference of the maps means, without what it is called.

    Args:
        workspace: the maps.
        meaning: what gets another id.
        names: what it is called before and after, as keys on the way to a reference may be.
    """
    paths = paths_shown(workspace)
    said: dict[Path, list[_Meant]] = {}
    for file, journey_map in maps_in(workspace):
        if file.path in meaning.files:
            said[file.path] = [
                (
                    tuple("" if slug(str(part)) in names else part for part in each.route),
                    _meant(file, each.found, paths),
                )
                for _, references in _all_references(file, journey_map, paths)
                for each in references
            ]
    return said


def _rewritten(file: MapFile, changes: Iterable[Change]) -> Source:
    if file.document is None:
        raise RenameError(f"{file.shown} cannot be read; mend it first")
    try:
        return rewrite(file.document, changes)
    except Refused as refusal:
        raise RenameError(f"{file.shown} cannot be changed: {refusal.reason}") from None


def _in_comments(file: MapFile, old: str, new: str) -> Iterator[tuple[int, Change | None]]:
    """Walks the comments that hold an id, by their lines, with what they are to say.

    A word that people use as well (`phone`) is the id only where it stands in backticks.
    """
    if file.document is None:
        return
    is_plain = old.isalpha()
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    quoted = re.compile(rf"`{re.escape(old)}`")
    for span in comments(file.document):
        text = file.document.source.cut(span)
        if RULES_NAMED.search(text) or not word.search(text):
            continue
        said = quoted.sub(f"`{new}`", text) if is_plain else word.sub(new, text)
        if said != text:
            yield file.document.source.position(span.start).line, Comment(at=span, text=said)
        if word.search(said):
            yield file.document.source.position(span.start).line, None
