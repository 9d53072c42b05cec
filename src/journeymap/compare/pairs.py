"""Which entries of two records are the same: by id, then by likeness, then by what they say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from journeymap.compare.match import Item, match, matched
from journeymap.compare.record import Entry, Key, Kind, Record
from journeymap.model.ids import slug

Pairs = Mapping[Key, Key]
"""Keys of entries in the second record, by their keys in the first; each stands once."""

_NAMED = (
    *(Kind.PERSONA, Kind.STAKEHOLDER, Kind.CHANNEL, Kind.INFORMATION, Kind.METRIC, Kind.EVIDENCE),
    *(Kind.PAIN, Kind.OPPORTUNITY),
)
"""Kinds that have ids, besides stages and steps."""
_PARTS = (Kind.LEAK, Kind.WAY, Kind.HANDOFF, Kind.READING, Kind.PILOT, Kind.EXTERNAL_CHANGE)


def pairs_of(first: Record, second: Record) -> Pairs:
    """Finds what is the same in two records, whichever of them is named first.

    What has an id is matched by it, wherever it stands; else by its text, the same one before one
    like it. Leaks, ways, hand-offs, readings and pilots are matched within what holds them: by what
    they say, by where they lead, and the only one that is left with the only one.
    """
    if second.signature < first.signature:
        return {there: here for here, there in _pairs(second, first).items()}
    return _pairs(first, second)


def _pairs(first: Record, second: Record) -> Pairs:
    found: dict[Key, Key] = {first.top.key: second.top.key}
    found |= _structure(first, second)
    for kind in _NAMED:
        found |= _by_names(first.of(kind), second.of(kind), found)
    for here, there in list(found.items()):
        for kind in _PARTS:
            ours, theirs = first.held(here, kind), second.held(there, kind)
            found |= _by_place(ours, theirs) if ours and theirs else {}
    return found


def _structure(first: Record, second: Record) -> Iterator[tuple[Key, Key]]:
    """Yields stages and steps, which views and rules match in the same way."""
    same = match(first.journey_map, second.journey_map)
    for kind, places in ((Kind.STAGE, same.stages), (Kind.STEP, same.steps)):
        ours, theirs = first.of(kind), second.of(kind)
        yield from ((ours[i].key, theirs[j].key) for i, j in places.items())


def _by_names(
    ours: Sequence[Entry], theirs: Sequence[Entry], known: Mapping[Key, Key]
) -> Iterator[tuple[Key, Key]]:
    holders = {there: here for here, there in known.items()}
    rooms = {key: number for number, key in enumerate(known)}
    here = [_item(each, each.holder, rooms) for each in ours]
    there = [_item(each, holders.get(each.holder or ()), rooms) for each in theirs]
    return ((ours[i].key, theirs[j].key) for i, j in matched(here, there).items())


def _item(entry: Entry, holder: Key | None, rooms: Mapping[Key, int]) -> Item:
    return Item(
        id=entry.id,
        written=entry.is_written,
        words=slug(entry.label) or entry.label,
        room=rooms.get(holder or (), -1),
    )


def _by_place(ours: Sequence[Entry], theirs: Sequence[Entry]) -> dict[Key, Key]:
    found: dict[Key, Key] = {}
    marks: tuple[Callable[[Entry], object], ...] = (
        lambda each: frozenset(each.fields.items()),
        lambda each: (each.id, each.fields.get(("as_of",))),
        lambda each: each.id,
    )
    for mark in marks:
        found |= _alike(_left(ours, found), _left(theirs, found.values()), mark)
    ours, theirs = _left(ours, found), _left(theirs, found.values())
    return found | ({ours[0].key: theirs[0].key} if len(ours) == len(theirs) == 1 else {})


def _left(entries: Sequence[Entry], taken: Iterable[Key]) -> list[Entry]:
    gone = set(taken)
    return [each for each in entries if each.key not in gone]


def _alike(
    ours: Sequence[Entry], theirs: Sequence[Entry], mark: Callable[[Entry], object]
) -> dict[Key, Key]:
    """Matches what has the same mark, in order."""
    waiting = list(theirs)
    found: dict[Key, Key] = {}
    for each in ours:
        other = next((it for it in waiting if mark(it) == mark(each)), None)
        if other is not None:
            waiting.remove(other)
            found[each.key] = other.key
    return found
