"""What a map, its libraries and its frameworks define, and how references find it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from journeymap.model.ids import derive_ids, slug
from journeymap.model.unread import UnreadError, is_unread, naming, readable
from journeymap.quick_dataclass import dataclass

Route = tuple[str | int, ...]
"""Where something stands in a map: field names and positions from the top."""


def step_route(route: Route) -> Route:
    """Returns the route of the step that a route lies in; empty where it lies in none."""
    return route[: route.index("steps") + 2] if "steps" in route else ()


def stage_route(route: Route) -> Route:
    """Returns the route of the stage that a route lies in; empty where it lies in none."""
    return route[:2] if "stages" in route else ()


T_co = TypeVar("T_co", covariant=True)
N = TypeVar("N")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined(Generic[T_co]):
    """Something that a reference may mean, where it stands.

    Attributes:
        item: what it is.
        id: its id, written or derived.
        label: the name to show for it; its id where it has none.
        route: where it stands in its file.
        names: what it may be called beside its id. A step or a pain with an id of its own has no
            other: two of them may well say the same.
        has_own_id: whether its id was written for it.
        is_unread: whether it may have another id or name, which could not be read.
        library: the path of the library it comes from; None for the map itself.
    """

    item: T_co
    id: str
    label: str
    route: Route
    names: tuple[str, ...] = ()
    has_own_id: bool = False
    is_unread: bool = False
    library: str | None = None


@dataclass(frozen=True)
class Names(Generic[T_co]):
    """The definitions of one namespace, in order: the map's own, then those of each library."""

    defined: tuple[Defined[T_co], ...] = ()

    def __iter__(self) -> Iterator[Defined[T_co]]:
        """Walks the definitions in order."""
        return iter(self.defined)

    def __bool__(self) -> bool:
        """Tells whether anything is defined."""
        return bool(self.defined)

    @cached_property
    def _meanings(self) -> Mapping[str, tuple[Defined[T_co], ...]]:
        """All that each slug may mean that means anything, what it does mean first."""
        known = tuple(readable(self.defined))
        by_id = _grouped((entry.id, entry) for entry in known)
        by_name = _grouped((slug(name), entry) for entry in known for name in entry.names)
        meanings: dict[str, tuple[Defined[T_co], ...]] = {}
        for wanted in filter(None, (*by_id, *by_name)):
            same = by_id.get(wanted, ())
            named = () if any(each.has_own_id for each in same) else by_name.get(wanted, ())
            ids = dict.fromkeys(entry.id for entry in (*same, *named))
            meanings[wanted] = tuple(entry for identifier in ids for entry in by_id[identifier])
        return meanings

    @cached_property
    def _is_partial(self) -> bool:
        return any(entry.is_unread for entry in self.defined)

    def find_all(self, reference: str) -> tuple[Defined[T_co], ...]:
        """Returns all that a reference may mean, what it does mean first.

        What has the id comes before what has the name. A name is not looked at where the id was
        written for something, as that one is then meant. Figures go by ids, so that of several
        with one id the first is meant, however they are called.

        Raises:
            UnreadError: it means nothing that is known, and may mean what could not be read.
        """
        meanings = self._meanings.get(slug(reference), ())
        if not meanings and self._is_partial:
            raise UnreadError(reference)
        return meanings

    def find(self, reference: str) -> Defined[T_co] | None:
        """Returns what a reference means, the first where several share the name."""
        meanings = self.find_all(reference)
        return meanings[0] if meanings else None

    def meant(self, references: Iterable[str]) -> tuple[Defined[T_co], ...]:
        """Returns what several references mean, each once; what leads nowhere is left out."""
        wanted = tuple(references)
        if wanted not in self._meant:
            entries = (entry for reference in wanted if (entry := self.find(reference)))
            self._meant[wanted] = tuple({entry.id: entry for entry in entries}.values())
        return self._meant[wanted]

    @cached_property
    def _meant(self) -> dict[tuple[str, ...], tuple[Defined[T_co], ...]]:
        return {}

    def id_of(self, reference: str) -> str:
        """Returns the id that a reference means; a free name gives its own slug."""
        entry = self.find(reference)
        return entry.id if entry else slug(reference)

    def label_of(self, reference: str) -> str:
        """Returns the name to show for a reference; a free name stays as it is written."""
        entry = self.find(reference)
        return entry.label if entry else reference

    @property
    def known(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(entry.id for entry in self.defined)

    @property
    def called(self) -> Mapping[str, Defined[T_co]]:
        """What each slug means that means anything."""
        return {name: meanings[0] for name, meanings in self._meanings.items()}


def define(
    items: Iterable[N], field: str, library: str | None = None, by: str = "name"
) -> Iterator[Defined[N]]:
    """Gives the items of one list their ids and places.

    Args:
        items: the definitions in order.
        field: the list's key in its file; its singular is the id of what has no name.
        library: path of the library they come from.
        by: the field of an item that it is called by.
    """
    ids = derive_ids((naming(item, by) for item in readable(items)), field.removesuffix("s"))
    for position, item in enumerate(items):
        own_id, name = naming(item, by)
        yield Defined(
            item=item,
            id=ids[position],
            label=name or ids[position],
            route=(field, position),
            names=(name,) if name else (),
            has_own_id=bool(own_id),
            is_unread=is_unread(item, "id", by),
            library=library,
        )


def _grouped(
    pairs: Iterable[tuple[str, Defined[T_co]]],
) -> Mapping[str, Sequence[Defined[T_co]]]:
    groups: dict[str, list[Defined[T_co]]] = {}
    for name, entry in pairs:
        groups.setdefault(name, []).append(entry)
    return groups
