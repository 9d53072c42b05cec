"""References with what they may mean in a map."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from journeymap.model.fields import Namespace
from journeymap.model.names import Defined, Route
from journeymap.model.references import Reference
from journeymap.model.unread import UnreadError

Meanings = tuple[Defined[Any], ...]


def resolved(
    references: Iterable[Reference], find: Callable[[str, Namespace, Route], Meanings]
) -> Iterator[Reference]:
    """Walks references with all that each may mean.

    Args:
        references: them as they stand.
        find: gives all that a name may mean, where it may name something and stands somewhere.
    """
    for each in references:
        try:
            found = find(each.text, each.to, each.route)
        except UnreadError:
            yield _with(each, is_unread=True)
        else:
            yield _with(each, found)


def _with(each: Reference, found: Meanings = (), *, is_unread: bool = False) -> Reference:
    # By name: `replace` looks all of them up for each reference, which takes five times as long.
    return Reference(
        route=each.route,
        to=each.to,
        text=each.text,
        holder=each.holder,
        many=each.many,
        is_key=each.is_key,
        or_text=each.or_text,
        found=found,
        is_unread=is_unread,
    )
