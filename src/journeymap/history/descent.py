"""A map followed backwards through git: from commit to commit, by its id through other names.

Only what was read for a map counts: where all of that is the same in a commit and in one that it
was made from, nothing bears on the map there, and of a merge that side alone is followed, as git
does.
"""

import re
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from enum import StrEnum
from heapq import heappop, heappush
from itertools import count
from pathlib import Path

from journeymap.history.counterparts import HALF, MOST, steps_in_common
from journeymap.model.fields import FileKind
from journeymap.model.ids import slug
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.commits import Commit
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.git import Repository
from journeymap.workspace.load import Chosen, Loader
from journeymap.workspace.paths import kind_of
from journeymap.workspace.readings import Readings
from journeymap.workspace.tree import Tree

_KEPT = 24
"""States of maps that are kept, as the next commit may come back to one of them."""
_ID = re.compile(rb"^\s*[{,]?\s*[\"']?id[\"']?\s*:\s*([^#,}\r\n]+)", re.MULTILINE)


class Origin(StrEnum):
    """How a map came to its path.

    Attributes:
        SAME: it was there.
        RENAMED: it had another path.
        COPIED: it came from another one, which is still there.
    """

    SAME = "same"
    RENAMED = "renamed"
    COPIED = "copied"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A map as it is in one commit or more.

    Attributes:
        path: where it lies.
        content: the name by which git knows its text.
        workspace: the map, and all that it leads to.
        seen: all that was read for it.
    """

    path: Path
    content: str
    workspace: Workspace
    seen: Mapping[tuple[Path, bool], str]

    @property
    def file(self) -> MapFile:
        """The map."""
        return self.workspace.asked[0]

    @property
    def key(self) -> Hashable:
        """What tells it from all that differ in anything that was read."""
        return self.path, frozenset(self.seen.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Where a map comes from.

    Attributes:
        commit: the commit before.
        state: how the map was there; None where it was not.
        origin: how it came from there to its path.
    """

    commit: Commit
    state: State | None
    origin: Origin = Origin.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit that bears on a map.

    Attributes:
        commit: the commit.
        state: how the map is in it; None where it takes the map away.
        before: where the map comes from, for each commit that this one was made from; none where
            it begins.
        is_cut: whether the history that is here ends, so that nobody knows what was before.
    """

    commit: Commit
    state: State | None
    before: tuple[Before, ...]
    is_cut: bool = False


class Descent:
    """Follows maps of one repository."""

    def __init__(self, repository: Repository, here: Path, config: Chosen = None) -> None:
        """Prepares to follow.

        Args:
            repository: where the commits are.
            here: the folder that paths are told from.
            config: the configuration to use instead of the nearest ones, or that none is.
        """
        self._repository, self._here, self._config = repository, here, config
        self._readings = Readings()
        self._states: OrderedDict[tuple[Path, str], list[State]] = OrderedDict()
        self._commits: dict[str, Commit | None] = {}

    def revisions(self, commit: str, path: Path) -> Iterator[Revision]:
        """Walks the commits that bear on a map, from a commit backwards; none where none does.

        Args:
            commit: the name of the commit.
            path: where the map lies there, or lay before.
        """
        order, done = count(), set[tuple[str, Path]]()
        waiting: list[tuple[int, int, Commit, Path, State | None, str]] = []

        def add(each: Commit, at: Path, state: State | None, known_as: str) -> None:
            if (each.name, at) not in done:
                done.add((each.name, at))
                heappush(waiting, (-each.committed, next(order), each, at, state, known_as))

        first = self._commit(commit)
        if first is not None:
            add(first, path, self._there(self._repository.tree(first), path, ""), "")
        while waiting:
            _, _, now, at, state, known_as = heappop(waiting)
            known_as = (state.file.written_id if state else "") or known_as
            before, is_cut = self._before(now, at, state, known_as)
            same = next((each for each in before if each.state is state), None)
            came = tuple(each for each in before if each.state)
            if same is None and (state or came):
                yield Revision(commit=now, state=state, before=came, is_cut=is_cut)
            for each in before if same is None else (same,):
                add(each.commit, each.state.path if each.state else at, each.state, known_as)

    def _before(
        self, now: Commit, path: Path, state: State | None, known_as: str
    ) -> tuple[list[Before], bool]:
        """Returns where a map was before, and whether some of that is not here."""
        parents = [self._commit(name) for name in now.parents]
        here = [each for each in parents if each is not None]
        for each in here:
            tree = self._repository.tree(each)
            is_same = each.tree == now.tree or (state and tree.agrees(state.seen))
            if is_same or (state is None and self._there(tree, path, known_as) is None):
                return [Before(commit=each, state=state)], False
        return [self._came(now, each, path, state, known_as) for each in here], None in parents

    def _came(
        self, now: Commit, parent: Commit, path: Path, state: State | None, known_as: str
    ) -> Before:
        tree = self._repository.tree(parent)
        there = self._there(tree, path, known_as)
        if there or state is None:
            return Before(commit=parent, state=there)
        then = self._repository.tree(now)
        found = self._elsewhere(tree, then, state)
        if found is None:
            return Before(commit=parent, state=None)
        still = self._there(then, found.path, found.file.written_id)
        origin = Origin.COPIED if still else Origin.RENAMED
        return Before(commit=parent, state=found, origin=origin)

    def _there(self, tree: Tree, path: Path, known_as: str) -> State | None:
        """Returns the map at a path; None where there is none, or another one that has an id."""
        if not tree.is_file(path):
            return None
        state = self._state(tree, path)
        other = state.file.written_id
        if known_as and other not in {"", known_as}:
            return None
        return state

    def _elsewhere(self, tree: Tree, then: Tree, state: State) -> State | None:
        """Returns a map under another name: by its id, else by its text, else by its steps.

        One that went with the commit comes before one that is still there. At its own path it may
        have got another id.
        """
        every = self._maps(tree)
        gone = [path for path in every if not then.is_file(path)]
        ordered = list(dict.fromkeys((*gone, *every)))
        if same := self._called(tree, ordered, state.file.written_id):
            return same
        if tree.is_file(state.path):
            other = self._state(tree, state.path)
            moved = self._called(then, self._maps(then), other.file.written_id)
            return None if moved else other
        alike = [path for path in ordered if tree.content_of(path) == state.content]
        if alike and state.content:
            return self._state(tree, alike[0])
        return self._likest([self._state(tree, path) for path in gone[: MOST + 1]], state)

    def _called(self, tree: Tree, paths: Iterable[Path], own: str) -> State | None:
        """Returns the first of some maps that has an id; None where it is none."""
        found = (self._state(tree, path) for path in paths if own and _says(tree, path, own))
        return next((each for each in found if each.file.written_id == own), None)

    @staticmethod
    def _likest(gone: list[State], state: State) -> State | None:
        if len(gone) > MOST:
            return None
        shares = [(steps_in_common(each.file, state.file), each) for each in gone]
        share, likest = max(shares, key=lambda each: each[0], default=(0.0, None))
        return likest if share >= HALF else None

    def _maps(self, tree: Tree) -> list[Path]:
        paths, _ = self._loader(tree).found((self._repository.top,))
        return [path for path in paths if kind_of(path) is FileKind.JOURNEY]

    def _state(self, tree: Tree, path: Path) -> State:
        """Returns a map as it is in a commit: all that is the same is read once."""
        key = (path, tree.content_of(path))
        known = self._states.setdefault(key, [])
        self._states.move_to_end(key)
        if len(self._states) > _KEPT:
            self._states.popitem(last=False)
        for state in known:
            if tree.agrees(state.seen):
                return state
        fresh = tree.afresh()
        self._readings.turn()
        workspace = self._loader(fresh).load([path])
        state = State(path=path, content=key[1], workspace=workspace, seen=fresh.seen)
        known.append(state)
        return state

    def _loader(self, tree: Tree) -> Loader:
        return Loader(
            configuration=self._config,
            shown_from=self._here,
            storage=tree,
            readings=self._readings,
        )

    def _commit(self, name: str) -> Commit | None:
        if name not in self._commits:
            self._commits[name] = self._repository.history(name)
        return self._commits[name]


def _says(tree: Tree, path: Path, own: str) -> bool:
    """Tells whether a text may give its map an id; reading it whole takes far longer."""
    ids = (each.strip().strip(b"\"'") for each in _ID.findall(tree.read(path)))
    return own in {slug(each.decode("utf-8", "replace")) for each in ids}
