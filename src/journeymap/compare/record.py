"""A map as plain entries, each with a key and flat fields: what is compared, merged and told.

A record holds what a map says, not how it is written: shorthand is written out, references are
keys, and a time is its length. Every part that may come, go or change by itself is an entry: the
map, its stages, steps, pains, ideas, definitions, and the leaks, ways, hand-offs and readings that
have no id. Fields are flat, so that two records differ entry by entry and field by field, and three
of them can be merged so: by `Entry.key` and by path.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from journeymap.model.feelings import Feeling
from journeymap.model.fields import Day, Duration
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass

Key = tuple[str, ...]
"""What finds an entry in a record: a kind of name and an id (`("step", "is-referred")`); for a part
without an id of its own its kind, the key of what holds it, and what tells it from others there."""


class Kind(StrEnum):
    """What an entry is."""

    MAP = "map"
    LIBRARY = "library"
    STAGE = "stage"
    STEP = "step"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    LEAK = "leak"
    WAY = "way"
    HANDOFF = "handoff"
    READING = "reading"
    PILOT = "pilot"
    PERSONA = "persona"
    STAKEHOLDER = "stakeholder"
    CHANNEL = "channel"
    INFORMATION = "information"
    METRIC = "metric"
    EVIDENCE = "evidence"
    EXTERNAL_CHANGE = "external-change"


ORDERED = (Kind.STAGE, Kind.STEP)
"""The kinds whose order says something; that of pains or channels does not."""
NAMING: Mapping[Kind, str] = {
    Kind.MAP: "title",
    Kind.LIBRARY: "title",
    Kind.STEP: "action",
    Kind.PAIN: "text",
    Kind.OPPORTUNITY: "text",
    Kind.EXTERNAL_CHANGE: "what",
    **dict.fromkeys(
        (
            Kind.STAGE,
            Kind.PERSONA,
            Kind.STAKEHOLDER,
            Kind.CHANNEL,
            Kind.INFORMATION,
            Kind.METRIC,
            Kind.EVIDENCE,
        ),
        "name",
    ),
}
"""The field that an entry is called by; parts without an id have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A reference to an entry, or to what a framework defines.

    Attributes:
        key: of what is meant.
        label: what is shown for it; it does not count where references are compared.
    """

    key: Key
    label: str = field(compare=False, default="")


Leaf = str | float | bool | Ref | Feeling | Duration | Day
Value = Leaf | tuple[Leaf, ...] | None
"""What a field holds; None where it holds nothing."""
Path = tuple[str | Ref, ...]
"""A field of an entry: `("wait", "time")`; behind what differs from person to person whose it is,
`("emotion", Ref(son))`. The persona's own has no person behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A part of a map.

    Attributes:
        key: what finds it in its record; it may be another one in another record.
        kind: what it is.
        id: its id, written or derived; of a part without one what tells it from others.
        is_written: whether the id was written.
        label: the name to show; the id where it has none.
        holder: the key of what it stands in; None for the map.
        route: where it stands in its file.
        library: the file of the library that defines it; "" for the map's own.
        fields: what it says, by path; what it does not say has no path.
        unread: fields that are there and could not be read, so that nothing is known of them.
    """

    key: Key
    kind: Kind
    id: str
    is_written: bool
    label: str
    holder: Key | None
    route: Route
    library: str = ""
    fields: Mapping[Path, Value]
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Record:
    """A map, or a library, as entries.

    Attributes:
        entries: by key, in the order of the file, what holds others before these.
        journey_map: what it was made of; of a library a map that holds nothing else.
        lacks: kinds of which some may be missing, as they could not be read.
    """

    entries: Mapping[Key, Entry]
    journey_map: JourneyMap
    lacks: frozenset[Kind] = frozenset()

    @property
    def top(self) -> Entry:
        """The entry of the map itself."""
        return next(iter(self.entries.values()))

    @cached_property
    def _held(self) -> Mapping[Key, list[Entry]]:
        found: dict[Key, list[Entry]] = {key: [] for key in self.entries}
        for entry in self.entries.values():
            if entry.holder is not None:
                found[entry.holder].append(entry)
        return found

    def held(self, key: Key, kind: Kind | None = None) -> list[Entry]:
        """Returns what stands in an entry, in order: all of it, or what is of one kind."""
        return [each for each in self._held.get(key, ()) if kind in {None, each.kind}]

    def of(self, *kinds: Kind) -> list[Entry]:
        """Returns all entries of some kinds, in order."""
        return [each for each in self.entries.values() if each.kind in kinds]

    def around(self, key: Key) -> Iterator[Entry]:
        """Walks an entry and all that it stands in, from inside outwards."""
        at: Key | None = key
        while at is not None and at in self.entries:
            yield self.entries[at]
            at = self.entries[at].holder

    @cached_property
    def signature(self) -> tuple[tuple[Key, str], ...]:
        """What decides which of two records is matched with which, whichever was named first."""
        return tuple((each.key, each.label) for each in self.entries.values())
