"""What a map's rules may know of the other maps of a run, which need not be kept for it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from journeymap.quick_dataclass import dataclass
from journeymap.workspace.config import FailOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What other files may know of a file: it stays when the file is let go.

    Attributes:
        path: the file, absolute.
        shown: its path as the user knows it.
        is_asked: whether it was asked for, and not only led to.
        is_unread_map: whether it is a map that could not be read.
        written_id: the id that is written in a map; "" where none is.
        personas: the ids of the personas of a map; None where they could not all be read.
        fail_on: the lightest finding that fails the run, by its configuration.
    """

    path: Path
    shown: str
    is_asked: bool
    is_unread_map: bool
    written_id: str
    personas: frozenset[str] | None
    fail_on: FailOn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What a map's rules may know of the other maps.

    Attributes:
        of_same_id: how the first other map of the same id is shown; "" where there is none.
        with_its_id: how many maps have that id, itself included.
        is_of_others: whether another map is of somebody else; None where that could not be read.
    """

    of_same_id: str
    with_its_id: int
    is_of_others: bool | None


@dataclass(frozen=True)
class Outlines:
    """What is known of all files of a run.

    Attributes:
        each: of one file after the other, in the order in which they were read.
    """

    each: Sequence[Outline]

    def neighbours(self, path: Path) -> Neighbours:
        """Returns what is known of the maps around one.

        Raises:
            KeyError: the file is none of the run.
        """
        others = self._of_same_id(path)
        return Neighbours(
            of_same_id=others[0].shown if others else "",
            with_its_id=len(others) + 1,
            is_of_others=self._is_of_others(self.by_path[path]),
        )

    def first_of_same_id(self, path: Path) -> Path | None:
        """Returns the first other map that has the id of one, if any."""
        return next((each.path for each in self._of_same_id(path)), None)

    def _of_same_id(self, path: Path) -> Sequence[Outline]:
        """Returns the other maps that have the id of one; none where that says none."""
        own = self.by_path[path]
        same = self._by_written_id[own.written_id] if own.written_id else []
        return [each for each in same if each.path != path]

    @cached_property
    def by_path(self) -> Mapping[Path, Outline]:
        """The same by file."""
        return {each.path: each for each in self.each}

    @cached_property
    def _by_written_id(self) -> Mapping[str, Sequence[Outline]]:
        found = defaultdict[str, list[Outline]](list)
        for each in self.each:
            found[each.written_id].append(each)
        return found

    @cached_property
    def _asked(self) -> Mapping[frozenset[str] | None, int]:
        """How many of the files that were asked for are of the same personas."""
        found = defaultdict[frozenset[str] | None, int](int)
        for each in self.each:
            if each.is_asked:
                found[each.personas] += 1
        return found

    def _is_of_others(self, own: Outline) -> bool | None:
        sets = [
            personas
            for personas, count in self._asked.items()
            if count > (own.is_asked and personas == own.personas)
        ]
        mine = own.personas or frozenset()
        if any(personas - mine for personas in sets if personas):
            return True
        return None if None in sets else False
