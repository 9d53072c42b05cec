"""Differences applied to the record that they start from: what comes out is the other record.

It is what holds `differences` to account, and the half of a merge that knows no text: whoever puts
the differences of two sides together applies them to the record that both started from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journeymap.compare.difference import Difference, How, Translation
from journeymap.compare.pairs import Pairs
from journeymap.compare.record import ORDERED, Entry, Key, Path, Record, Value


def applied(first: Record, found: Iterable[Difference], pairs: Pairs) -> Record:
    """Returns a record with differences made in it.

    Args:
        first: the record that they start from.
        found: what becomes of it.
        pairs: how keys of the first record are called afterwards. A key changes with the id of what
            it is of, or of what holds that.
    """
    listed = list(found)
    gone = {part.key for each in listed if each.how is How.REMOVED for part in each.parts}
    there = Translation(pairs)
    kept = [
        _kept(entry, listed, pairs, there)
        for key, entry in first.entries.items()
        if key not in gone
    ]
    new = [part for each in listed if each.how is How.ADDED for part in each.parts]
    entries = {entry.key: entry for entry in (*kept, *new)}
    return replace(first, entries=dict(_in_order(entries, listed)))


def _kept(entry: Entry, found: Iterable[Difference], pairs: Pairs, there: Translation) -> Entry:
    """Returns an entry that stays, with what becomes of it."""
    fields: dict[Path, Value] = {
        there.path(path): there.value(value) for path, value in entry.fields.items()
    }
    holder = pairs.get(entry.holder, entry.holder) if entry.holder else None
    label, identifier, is_written = entry.label, entry.id, entry.is_written
    for each in found:
        if each.first is None or each.second is None or each.first.key != entry.key:
            continue
        label, identifier, is_written = each.second.label, each.second.id, each.second.is_written
        if each.how is How.MOVED and each.spot:
            holder = each.spot.holder
        elif each.path:
            fields.pop(each.path, None)
            if each.after is not None:
                fields[each.path] = each.after
    return replace(
        entry,
        key=pairs.get(entry.key, entry.key),
        id=identifier,
        is_written=is_written,
        label=label,
        holder=holder,
        fields=fields,
    )


def _in_order(
    entries: Mapping[Key, Entry], found: Iterable[Difference]
) -> Iterator[tuple[Key, Entry]]:
    """Walks entries, what holds others before these, with what came or went where it belongs."""
    spots = {
        each.entry.key: each.spot.behind
        for each in found
        if each.spot and each.entry.kind in ORDERED
    }
    groups: dict[Key | None, list[Key]] = {}
    for key, entry in entries.items():
        if key not in spots:
            groups.setdefault(entry.holder, []).append(key)
    waiting = list(spots)
    while waiting:
        at = next((key for key in waiting if _can_stand(entries, groups, spots, key)), waiting[0])
        waiting.remove(at)
        group, behind = groups.setdefault(entries[at].holder, []), spots[at]
        group.insert(_place(entries, group, at, behind), at)
    yield from _walk(entries, groups, None)


def _can_stand(
    entries: Mapping[Key, Entry],
    groups: Mapping[Key | None, list[Key]],
    spots: Mapping[Key, Key | None],
    key: Key,
) -> bool:
    """Tells whether what an entry stands behind is in its place."""
    behind = spots[key]
    return behind is None or behind in groups.get(entries[key].holder, ())


def _place(entries: Mapping[Key, Entry], group: list[Key], key: Key, behind: Key | None) -> int:
    if behind in group:
        return group.index(behind) + 1
    kind = entries[key].kind  # before all of its kind
    return next((i for i, each in enumerate(group) if entries[each].kind is kind), len(group))


def _walk(
    entries: Mapping[Key, Entry], groups: Mapping[Key | None, list[Key]], holder: Key | None
) -> Iterator[tuple[Key, Entry]]:
    for key in groups.get(holder, ()):
        yield key, entries[key]
        yield from _walk(entries, groups, key)
