"""What differs between two records, entry by entry and field by field, as data.

A difference says what becomes of one entry, or of one field of it, and each is told once: what is
added or removed as a whole says nothing of its fields, and a reference to what got another id is
the same reference. `applied` makes the second record of the first one and the differences.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from journeymap.compare.pairs import Pairs, pairs_of
from journeymap.compare.record import NAMING, ORDERED, Entry, Key, Path, Record, Ref, Value
from journeymap.quick_dataclass import dataclass


class How(StrEnum):
    """What becomes of an entry.

    Attributes:
        ADDED: the second record alone has it.
        REMOVED: the first record alone has it.
        MOVED: it stands in another stage or step, or elsewhere among those that it stands with.
        RENAMED: it has another name or text.
        CHANGED: another of its fields says something else.
    """

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an entry stands.

    Attributes:
        holder: what it stands in; None for the map itself.
        behind: what stands before it there, of its kind; None where nothing does, or where the
            order says nothing.
    """

    holder: Key | None
    behind: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What becomes of an entry, or of one of its fields.

    Attributes:
        how: what becomes of it.
        first: the entry in the first record; None where it is added.
        second: the entry in the second record; None where it is removed.
        path: the field that changed, in keys of the second record; empty where none did.
        before: what it held; keys are those of the first record.
        after: what it holds now; keys are those of the second record.
        spot: where it stands now, of what is added or moved.
        origin: where it stood, of what is removed or moved.
        parts: what is added or removed together with it, itself first.
    """

    how: How
    first: Entry | None
    second: Entry | None
    path: Path = ()
    before: Value = None
    after: Value = None
    spot: Spot | None = None
    origin: Spot | None = None
    parts: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry:
        """The entry as it is now, else as it was."""
        found = self.second or self.first
        if found is None:
            raise ValueError("a difference is one of an entry")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """All that differs between two records.

    Attributes:
        first: the first record.
        second: the second record.
        pairs: which entries are the same, by key.
        all: what differs, in the order of the second record; what was removed stands where it was.
        unread: fields that could not be read on one side, so that nobody knows whether they differ.
    """

    first: Record
    second: Record
    pairs: Pairs
    all: tuple[Difference, ...]
    unread: tuple[tuple[Key, str], ...] = ()

    def of(self, entry: Entry) -> list[Difference]:
        """Returns the differences of an entry, of either record."""
        return [each for each in self.all if entry in {each.first, each.second}]

    def is_by_likeness(self, entry: Entry) -> bool:
        """Tells whether an entry of the first record was known by its words, not by its id."""
        there = self.pairs.get(entry.key)
        other = self.second.entries.get(there) if there else None
        return other is not None and entry.id != other.id and entry.kind in NAMING


def differences(first: Record, second: Record) -> Differences:
    """Returns what differs between two records; the other way round it is the same turned.

    What could not be read on one side is neither the same nor another: it is left out of the
    differences, and so is what may have been among what could not be read.
    """
    pairs = pairs_of(first, second)
    comparison = _Comparison(first, second, pairs)
    return Differences(
        first=first,
        second=second,
        pairs=pairs,
        all=tuple(comparison.all()),
        unread=tuple(comparison.unread()),
    )


class Translation:
    """What a record refers to, in the keys of another one.

    A key that has no counterpart keeps its own, unless something else is called so there.
    """

    def __init__(self, pairs: Pairs) -> None:
        self._pairs, self._taken = pairs, frozenset(pairs.values())

    def value(self, value: Value) -> Value:
        """Returns a value with the other record's keys in its references."""
        if isinstance(value, Ref):
            return self._ref(value)
        if isinstance(value, tuple):
            return tuple(self._ref(each) if isinstance(each, Ref) else each for each in value)
        return value

    def path(self, path: Path) -> Path:
        """Returns a path with the other record's keys."""
        return tuple(self._ref(part) if isinstance(part, Ref) else part for part in path)

    def _ref(self, ref: Ref) -> Ref:
        if ref.key in self._pairs:
            return replace(ref, key=self._pairs[ref.key])
        return replace(ref, key=("", *ref.key)) if ref.key in self._taken else ref


class _Comparison:
    """Two records, of which it is known what is the same."""

    def __init__(self, first: Record, second: Record, pairs: Pairs) -> None:
        self.first, self.second, self.pairs = first, second, pairs
        self.there = Translation(pairs)
        self.back = {there: here for here, there in pairs.items()}
        self.staying = _staying(first, second, pairs)

    def all(self) -> Iterator[Difference]:
        """Walks what differs: in the order of the second record, with what is gone in between."""
        for entry in self.second.entries.values():
            here = self.back.get(entry.key)
            if here is not None:
                yield from self._of_pair(self.first.entries[here], entry)
                yield from self._gone_from(here)
            elif self._is_root(entry, self.back) and not self._may_be(entry, self.first):
                yield self._added(entry)
        for entry in self.first.entries.values():  # what stood in something that is gone
            if entry.key not in self.pairs and entry.holder is None:
                yield from self._removed(entry)

    def unread(self) -> Iterator[tuple[Key, str]]:
        """Walks the fields of which nobody knows whether they differ."""
        for here, there in self.pairs.items():
            ours, theirs = self.first.entries[here], self.second.entries[there]
            yield from ((there, name) for name in sorted(ours.unread | theirs.unread))

    def _gone_from(self, holder: Key) -> Iterator[Difference]:
        for entry in self.first.held(holder):
            if entry.key not in self.pairs:
                yield from self._removed(entry)

    def _removed(self, entry: Entry) -> Iterator[Difference]:
        if not self._may_be(entry, self.second):
            yield Difference(
                how=How.REMOVED,
                first=entry,
                second=None,
                origin=self._spot(entry, self.first),
                parts=tuple(self._alone(entry, self.first, self.pairs)),
            )

    def _added(self, entry: Entry) -> Difference:
        return Difference(
            how=How.ADDED,
            first=None,
            second=entry,
            spot=self._spot(entry, self.second),
            parts=tuple(self._alone(entry, self.second, self.back)),
        )

    @staticmethod
    def _may_be(entry: Entry, other: Record) -> bool:
        """Tells whether an entry may be among what could not be read on the other side."""
        return entry.kind in other.lacks

    @staticmethod
    def _is_root(entry: Entry, known: Mapping[Key, Key]) -> bool:
        """Tells whether what holds an entry is there on both sides, so that it counts by itself."""
        return entry.holder is None or entry.holder in known

    def _alone(self, entry: Entry, record: Record, known: Mapping[Key, Key]) -> Iterator[Entry]:
        """Walks an entry and what comes or goes together with it."""
        yield entry
        for each in record.held(entry.key):
            if each.key not in known:
                yield from self._alone(each, record, known)

    @staticmethod
    def _spot(entry: Entry, record: Record) -> Spot:
        if entry.kind not in ORDERED or entry.holder is None:
            return Spot(holder=entry.holder)
        beside = record.held(entry.holder, entry.kind)
        at = beside.index(entry)
        return Spot(holder=entry.holder, behind=beside[at - 1].key if at else None)

    def _of_pair(self, ours: Entry, theirs: Entry) -> Iterator[Difference]:
        if self._has_moved(ours, theirs):
            yield Difference(
                how=How.MOVED,
                first=ours,
                second=theirs,
                origin=self._spot(ours, self.first),
                spot=self._spot(theirs, self.second),
            )
        here = {self.there.path(path): path for path in ours.fields}
        naming = NAMING.get(theirs.kind)
        for path in [*here, *(path for path in theirs.fields if path not in here)]:
            if path[0] in ours.unread | theirs.unread:
                continue
            before = ours.fields[here[path]] if path in here else None
            after = theirs.fields.get(path)
            if self.there.value(before) != after:
                how = How.RENAMED if path == (naming,) else How.CHANGED
                yield Difference(
                    how=how, first=ours, second=theirs, path=path, before=before, after=after
                )

    def _has_moved(self, ours: Entry, theirs: Entry) -> bool:
        if ours.holder is None or theirs.holder is None:
            return False
        if self.pairs.get(ours.holder) != theirs.holder:
            return True
        return ours.kind in ORDERED and ours.key not in self.staying


def _staying(first: Record, second: Record, pairs: Pairs) -> frozenset[Key]:
    """Returns keys in the first record of what keeps its order beside others of its kind.

    Of several ways to put things in order the one that moves fewest; of equal ones always the same,
    whichever record is named first.
    """
    if second.signature < first.signature:
        back = {there: here for here, there in pairs.items()}
        return frozenset(back[key] for key in _kept(second, first, back))
    return frozenset(_kept(first, second, pairs))


def _kept(first: Record, second: Record, pairs: Pairs) -> Iterator[Key]:
    for here, there in pairs.items():
        for kind in ORDERED:
            theirs = {each.key: i for i, each in enumerate(second.held(there, kind))}
            both = [each.key for each in first.held(here, kind) if pairs.get(each.key) in theirs]
            places = [theirs[pairs[key]] for key in both]
            yield from (both[i] for i in longest_rise(places))


def longest_rise(values: Sequence[int]) -> list[int]:
    """Returns positions of a longest increasing subsequence: the most that stays in its order."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [i]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
