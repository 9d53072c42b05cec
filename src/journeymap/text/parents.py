"""Where each part of a document stands: what is above it, and whether it stands there alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from journeymap.text.nodes import Mapping, Node, Scalar, Sequence
from journeymap.text.source import Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A value, or a key, where it stands.

    Attributes:
        node: the value or the key.
        above: the map or list that holds it; None for the root.
        key: the key that leads to it, if one does; of a key itself None.
        is_key: whether it is a key.
    """

    node: Node
    above: "Place | None"
    key: Scalar | None = None
    is_key: bool = False

    @property
    def upwards(self) -> "Iterator[Place]":
        """The place and all above it."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.above


class Places:
    """All places of a document, by their spans."""

    def __init__(self, root: Node, text: str) -> None:
        """Walks the document once."""
        self._text = text
        self._seen: set[int] = set()
        self._shared: set[int] = set()
        self._by_span: dict[Span, list[Place]] = {}
        self._walk(Place(node=root, above=None))

    def scalar(self, span: Span) -> Place | None:
        """Returns the text, value or key, that stands exactly there."""
        return next((p for p in self._at(span) if isinstance(p.node, Scalar)), None)

    def mapping(self, span: Span) -> Place | None:
        """Returns the map that stands exactly there."""
        return next((p for p in self._at(span) if isinstance(p.node, Mapping)), None)

    def outermost(self, span: Span) -> Place | None:
        """Returns the value that stands exactly there, the outermost of several."""
        return next((place for place in self._at(span) if not place.is_key), None)

    def is_shared(self, place: Place) -> bool:
        """Tells whether a value, something above or below it is named by an alias."""
        above = (id(each.node) for each in place.upwards)
        keys = (id(each.key) for each in place.upwards if each.key is not None)
        return any(i in self._shared for i in chain(above, keys, _ids_below(place.node)))

    def is_flow(self, place: Place) -> bool:
        """Tells whether a place stands inside of brackets or braces."""
        return any(self._has_brackets(each) for each in place.upwards if each is not place)

    def is_wide_flow(self, place: Place, *, within: bool = False) -> bool:
        """Tells whether a place is in, or is, brackets or braces that go over several lines.

        Args:
            place: the place.
            within: whether its own brackets do not count.
        """
        around = (each for each in place.upwards if not (within and each is place))
        spans = (each.node.span for each in around if self._has_brackets(each))
        cuts = (self._text[span.start : span.end] for span in spans)
        return any("\n" in cut or "\r" in cut for cut in cuts)

    def _has_brackets(self, place: Place) -> bool:
        is_collection = not isinstance(place.node, Scalar)
        return is_collection and self._text[place.node.span.start] in "[{"

    def _at(self, span: Span) -> list[Place]:
        return self._by_span.get(span, [])

    def _walk(self, place: Place) -> None:
        node = place.node
        if id(node) in self._seen:
            self._shared.add(id(node))
            return
        self._seen.add(id(node))
        self._by_span.setdefault(node.span, []).append(place)
        if isinstance(node, Mapping):
            for key, value in node.items():
                self._walk(Place(node=key, above=place, is_key=True))
                self._walk(Place(node=value, above=place, key=key))
        elif isinstance(node, Sequence):
            for item in node:
                self._walk(Place(node=item, above=place))


def _ids_below(node: Node) -> Iterator[int]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield id(key)
            yield id(value)
            yield from _ids_below(value)
    elif isinstance(node, Sequence):
        for item in node:
            yield id(item)
            yield from _ids_below(item)
