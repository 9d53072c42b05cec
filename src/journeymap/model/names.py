"""What a map and its libraries define, and how references find it."""

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from journeymap.model.ids import derive_ids, slug
from journeymap.quick_dataclass import dataclass

Route = tuple[str | int, ...]
"""Where something stands in a map: field names and positions from the top."""


def step_route(route: Route) -> Route:
    """Returns the route of the step that a route lies in; empty where it lies in none."""
    return route[: route.index("steps") + 2] if "steps" in route else ()


class Named(Protocol):
    """Something with an id of its own or a name to derive one from."""

    @property
    def id(self) -> str | None:
        """The id that was written for it."""

    @property
    def name(self) -> str | None:
        """Its name as it is shown."""


T_co = TypeVar("T_co", bound=Named, covariant=True)
T = TypeVar("T", bound=Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined(Generic[T_co]):
    """A definition where it stands.

    Attributes:
        item: what is defined.
        id: its id, written or derived.
        route: where it stands in its file.
        library: the path of the library it comes from; None for the map itself.
    """

    item: T_co
    id: str
    route: Route
    library: str | None = None

    @property
    def label(self) -> str:
        """Its name, or its id where it has none."""
        return self.item.name or self.id


@dataclass(frozen=True, slots=True)
class Names(Generic[T_co]):
    """The definitions of one namespace, in order."""

    defined: tuple[Defined[T_co], ...] = ()

    def __iter__(self) -> Iterator[Defined[T_co]]:
        """Walks the definitions in order."""
        return iter(self.defined)

    def __bool__(self) -> bool:
        """Tells whether anything is defined."""
        return bool(self.defined)

    def find_all(self, reference: str) -> tuple[Defined[T_co], ...]:
        """Returns what a reference may mean: that of this id, else all of this name."""
        wanted = slug(reference)
        by_id = tuple(entry for entry in self.defined if entry.id == wanted)
        if by_id:
            return by_id
        return tuple(entry for entry in self.defined if slug(entry.item.name or "") == wanted)

    def find(self, reference: str) -> Defined[T_co] | None:
        """Returns what a reference means, the first where several share the name."""
        return next(iter(self.find_all(reference)), None)

    def id_of(self, reference: str) -> str:
        """Returns the id that a reference means; a free name gives its own slug."""
        found = self.find(reference)
        return found.id if found else slug(reference)

    def label_of(self, reference: str) -> str:
        """Returns the name to show for a reference; a free name stays as it is written."""
        found = self.find(reference)
        return found.label if found else reference

    @property
    def known(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(entry.id for entry in self.defined)


def define(
    items: Iterable[T], field: str, fallback: str, library: str | None = None
) -> tuple[Defined[T], ...]:
    """Gives the items of one list their ids and places.

    Args:
        items: the definitions in order.
        field: the list's key in its file.
        fallback: what an id is derived from where there is no name.
        library: path of the library they come from.
    """
    listed = list(items)
    ids = derive_ids(((item.id, item.name or "") for item in listed), fallback)
    return tuple(
        Defined(item=item, id=identifier, route=(field, position), library=library)
        for position, (item, identifier) in enumerate(zip(listed, ids, strict=True))
    )
