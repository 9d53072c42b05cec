"""Which files of two states are the same map: followed by id, else by path, else by likeness."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from journeymap.compare.match import match
from journeymap.history.sides import Side, Sides
from journeymap.model.fields import FileKind
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.config import FILE_NAMES
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.load import Chosen, Loader
from journeymap.workspace.paths import find_root, kind_of
from journeymap.workspace.since import with_users

HALF = 0.5
"""Share of the steps that two files have to have in common to be one map under another name."""
MOST = 40
"""Files on either side up to which likeness is looked for; more would take long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterparts:
    """A map, or a library, in two states.

    Attributes:
        old: as it was; None where it was not there.
        new: as it is; None where it is gone.
    """

    old: MapFile | None
    new: MapFile | None

    @property
    def file(self) -> MapFile:
        """The file as it is now, else as it was."""
        found = self.new or self.old
        if found is None:
            raise ValueError("one of the two is there")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What there is to compare.

    Attributes:
        pairs: the maps and libraries that may differ: their own text does, or that of a library or
            configuration that they build on.
        old: the files of the earlier state.
        new: the files of the later one.
        same: how many maps and libraries have nothing that differs.
    """

    pairs: tuple[Counterparts, ...]
    old: Workspace
    new: Workspace
    same: int


def counterparts(two: Sides, here: Path, config: Chosen = None) -> Found:
    """Reads what differs between two states.

    Args:
        two: the states.
        here: the folder that paths are told from.
        config: the configuration to use instead of the nearest ones, or that none is.
    """
    here = two.top or here

    def loader(side: Side) -> Loader:
        return Loader(texts=side.texts, configuration=config, shown_from=here, storage=side.storage)

    listed = [_listed(loader(side), side) for side in (two.old, two.new)]
    every = tuple(dict.fromkeys((*listed[0], *listed[1])))
    if two.alone:
        changed = set(every)
    else:
        changed = {path for path in every if _text(two.old, path) != _text(two.new, path)}
        # What is written in a library or a configuration bears on the maps that build on it.
        shared = {path for path in _shared(two, every, loader) if _differs(two, path)}
        if shared:
            for side, paths in zip((two.old, two.new), listed, strict=True):
                whole = loader(side).load(paths)
                changed |= {each for each in with_users(whole, shared) if each in set(paths)}
    old, new = (
        loader(side).load([path for path in paths if path in changed])
        for side, paths in zip((two.old, two.new), listed, strict=True)
    )
    pairs = _alone(old, new) if two.alone else tuple(_paired(old.asked, new.asked))
    return Found(pairs=pairs, old=old, new=new, same=len(set(listed[1]) - changed))


def _shared(two: Sides, listed: Iterable[Path], loader: Callable[[Side], Loader]) -> Iterator[Path]:
    """Walks the libraries of the repositories of some files, and their configurations."""
    paths = tuple(listed)
    for root in {find_root(folder) for folder in {path.parent for path in paths}}:
        for side in (two.old, two.new):
            for path in _listed(loader(side), replace(side, paths=(root,), texts={})):
                if kind_of(path) is FileKind.LIBRARY:
                    yield path
    yield from _configurations(paths)


def _listed(loader: Loader, side: Side) -> tuple[Path, ...]:
    """Returns the maps and libraries of one state, unread."""
    there = [
        path
        for path in side.paths
        if path in side.texts or side.storage.is_file(path) or side.storage.is_folder(path)
    ]
    return loader.found(there)[0]


def _text(side: Side, path: Path) -> bytes | None:
    """Returns what a file holds; None where there is none."""
    if path in side.texts:
        return side.texts[path]
    try:
        return side.storage.read(path)
    except OSError:
        return None


def _differs(two: Sides, path: Path) -> bool:
    return _text(two.old, path) != _text(two.new, path)


def _configurations(paths: Iterable[Path]) -> Iterator[Path]:
    """Walks where configurations of files may be."""
    seen = set[Path]()
    for folder in {path.parent for path in paths}:
        root = find_root(folder)
        for each in (folder, *folder.parents):
            if each not in seen:
                seen.add(each)
                yield from (each / name for name in FILE_NAMES)
            if each == root:
                break


def _alone(old: Workspace, new: Workspace) -> tuple[Counterparts, ...]:
    return (Counterparts(old=old.asked[0], new=new.asked[0]),)


def _paired(old: Sequence[MapFile], new: Sequence[MapFile]) -> Iterator[Counterparts]:
    """Yields what belongs together, in the order of the new state; what is gone comes last."""
    ours, theirs = list(old), list(new)
    found: dict[Path, MapFile] = {}
    ways: tuple[Callable[[MapFile, MapFile], bool], ...] = (
        lambda one, other: one.path == other.path and _id(one) == _id(other),
        lambda one, other: bool(_id(one)) and _id(one) == _id(other),
        lambda one, other: one.path == other.path,
    )
    for way in ways:
        for each in [file for file in theirs if file.path not in found]:
            known = next((it for it in ours if it.kind is each.kind and way(it, each)), None)
            if known:
                ours.remove(known)
                found[each.path] = known
    left = [file for file in theirs if file.path not in found]
    if len(ours) <= MOST and len(left) <= MOST:
        for one, other in _alike(ours, left):
            if other.path not in found and one in ours:
                ours.remove(one)
                found[other.path] = one
    yield from (Counterparts(old=found.get(file.path), new=file) for file in theirs)
    yield from (Counterparts(old=file, new=None) for file in ours)


def _id(file: MapFile) -> str:
    return file.written_id


def _alike(ours: Sequence[MapFile], theirs: Sequence[MapFile]) -> list[tuple[MapFile, MapFile]]:
    """Returns files under another name and id that share half of their steps, likest first."""
    ranked = [
        (share, one, other)
        for one in ours
        for other in theirs
        if one.kind is other.kind and (share := steps_in_common(one, other)) >= HALF
    ]
    ranked.sort(key=lambda each: (-each[0], str(each[1].path), str(each[2].path)))
    return [(one, other) for _, one, other in ranked]


def steps_in_common(one: MapFile, other: MapFile) -> float:
    """Returns the share of the steps that two maps have in common, of the longer one's."""
    if not (one.journey_map and other.journey_map):
        same = one.source and other.source and one.source.text == other.source.text
        return 1.0 if same else 0.0
    most = max(len(one.journey_map.steps), len(other.journey_map.steps))
    return len(match(one.journey_map, other.journey_map).steps) / most if most else 0.0
