"""What stands in a file and could not be read: unknown, and neither there nor missing.

A model is loaded without it, so that one mistake does not hide the rest of a map. Before anything
is concluded from a map, it is marked: to look at what could not be read raises `UnreadError`, and
whoever asks for conclusions, such as the engine of the rules, leaves out those that raise.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")
M = TypeVar("M")


class UnreadError(Exception):
    """Something depends on what could not be read."""


class UnreadText(str):
    """Stands for a required text that could not be read: it can be shown, and names nothing."""

    __slots__ = ()


class PartlyRead(tuple[T, ...]):
    """A list of which not everything is known: an `UnreadError` stands for what is not.

    What is known of it can be walked and looked at; how many there are cannot be told.
    """

    __slots__ = ()

    def __iter__(self) -> Iterator[T]:  # type: ignore[explicit-override] # of Python 3.12
        """Walks the items up to the first that is not known."""
        return map(_known, super().__iter__())

    def __getitem__(self, place: Any, /) -> Any:  # type: ignore[explicit-override] # noqa: ANN401
        """Returns an item that is known, or a part of the list."""
        item = super().__getitem__(place)
        return PartlyRead(item) if isinstance(place, slice) else _known(item)

    def __bool__(self) -> bool:
        """Tells that there is something; that there is nothing, nobody knows."""
        return any(True for _ in readable(self)) or bool(len(self))

    def __contains__(self, item: object) -> bool:  # type: ignore[explicit-override] # as above
        """Tells that something is there; that it is not, nobody knows."""
        return item in list(readable(self)) or bool(len(self))

    def __len__(self) -> int:  # type: ignore[explicit-override]
        """Refuses to count what is not known."""
        raise UnreadError


def _known(item: T) -> T:
    if isinstance(item, UnreadError):
        raise UnreadError(*item.args)  # a new one: each raise would add to the traceback of the old
    return item


def readable(items: Iterable[T]) -> Iterator[T]:
    """Walks what is known of a list, for what is true of an item whatever the others are."""
    if not isinstance(items, PartlyRead):
        return iter(items)
    return (item for item in tuple.__iter__(items) if not isinstance(item, UnreadError))


def each_of(make: Callable[[T], M], items: tuple[T, ...]) -> tuple[M, ...]:
    """Makes something of each item; where it depends on what could not be read, it is unknown."""
    try:
        return tuple(map(make, items))
    except UnreadError:
        return PartlyRead(_made(make, item) for item in tuple.__iter__(items))


def _made(make: Callable[[T], M], item: T) -> M:
    try:
        return make(_known(item))
    except UnreadError as error:
        return error.with_traceback(None)  # type: ignore[return-value]  # PartlyRead keeps it


def one_by_one(walks: Iterable[Iterable[T]]) -> Iterator[T]:
    """Walks one after the other; what is unknown of one says nothing of the next.

    Raises:
        UnreadError: at the end, where something was unknown.
    """
    unknown: UnreadError | None = None
    for walk in walks:
        try:
            yield from walk
        except UnreadError as error:
            unknown = error
    if unknown:
        raise unknown


def collected(walk: Iterable[T]) -> tuple[T, ...]:
    """Returns what is walked as a list, which is partly read where the walk ends with an error."""
    items: list[T] = []
    try:
        items.extend(iter(walk))  # whose length nobody asks for
    except UnreadError as error:
        return PartlyRead((*items, error.with_traceback(None)))  # type: ignore[arg-type]
    return tuple(items)


def as_far_as_read(walk: Iterable[T]) -> Iterator[T]:
    """Walks on until something is unknown, for what is true of an item whatever the others are."""
    try:
        yield from walk
    except UnreadError:
        return


def if_read(look: Callable[[], T], otherwise: M) -> T | M:
    """Returns what is looked at, or something else where it depends on what could not be read."""
    try:
        return look()
    except UnreadError:
        return otherwise


def naming(part: object, field: str) -> tuple[str | None, str]:
    """Returns the id that was written for a part and its name, as far as they could be read."""
    values = vars(part)
    return values.get("id"), values.get(field) or ""


def is_unread(node: object, *attributes: str) -> bool:
    """Tells whether one of the fields of a part of a map could not be read."""
    values = vars(node)
    return any(isinstance(values.get(name, UnreadText()), UnreadText) for name in attributes)
