"""What a document consists of: texts, maps and lists that know where they stand."""

from typing import TYPE_CHECKING, Self, TypeAlias

from journeymap.text.source import Span

if TYPE_CHECKING:
    from collections import abc
    from collections.abc import Iterable

_new_text = str.__new__
_FEW_KEYS = 32
"""So many keys are looked through one by one."""


class Scalar(str):
    """A text as the analyst meant it: quotes, escapes and folding are resolved, no type is guessed.

    `quoted` is False for plain scalars only; block scalars count as quoted. `start` and `end` are
    those of its span.
    """

    # Offsets, not a Span: half of a parse's time would go into making those that nobody asks for.
    __slots__ = ("end", "quoted", "start")
    start: int
    end: int
    quoted: bool

    def __new__(cls, text: str, span: Span, *, quoted: bool = False) -> Self:
        """Make a scalar that stands at `span`."""
        return cls.at(text, span.start, span.end, quoted)

    @classmethod
    def at(cls, text: str, start: int, end: int, quoted: bool) -> Self:  # noqa: FBT001
        """Make a scalar that stands between two offsets."""
        scalar = _new_text(cls, text)
        scalar.start = start
        scalar.end = end
        scalar.quoted = quoted
        return scalar

    @property
    def span(self) -> Span:
        """Where it stands, with its quotes or the header of a block scalar."""
        return Span(self.start, self.end)


class Mapping(dict[Scalar, "Node"]):
    """A map; its keys are scalars and carry their own spans."""

    __slots__ = ("_keys", "span")
    span: Span

    def __init__(
        self, items: "abc.Mapping[Scalar, Node] | Iterable[tuple[Scalar, Node]]", span: Span
    ) -> None:
        super().__init__(items)
        self.span = span

    def key(self, name: str) -> Scalar:
        """Return the key of this name, which is there, as it stands in the text."""
        if len(self) <= _FEW_KEYS:
            return next(key for key in self if key == name)
        try:
            return self._keys[name]
        except (AttributeError, KeyError):  # not asked for yet, or the map has grown since
            self._keys: dict[str, Scalar] = dict(zip(self, self, strict=True))
            return self._keys[name]


class Sequence(list["Node"]):
    """A list."""

    __slots__ = ("span",)
    span: Span

    def __init__(self, items: "Iterable[Node]", span: Span) -> None:
        super().__init__(items)
        self.span = span


Node: TypeAlias = Scalar | Mapping | Sequence
Route: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead from the root to a node."""


def locate(root: Node | None, route: Route) -> Span:
    """Return the span of the value at `route`, or at the longest prefix of it that exists.

    Without a root it is the start of the text.
    """
    return reach(root, route).span if root is not None else Span(0, 0)


def locate_key(root: Node | None, route: Route) -> Span:
    """Return the span of the key that ends `route`; where an index ends it, of the item.

    The longest prefix that exists counts, as in `locate`.
    """
    if root is None:
        return Span(0, 0)
    above, part, node = _walk(root, route)
    return above.key(str(part)).span if isinstance(above, Mapping) else node.span


def reach(root: Node, route: Route) -> Node:
    """Return the node at `route`, or at the longest prefix of it that exists."""
    return _walk(root, route)[2]


def _walk(root: Node, route: Route) -> tuple[Node | None, str | int, Node]:
    """Return the last part of the way, what it leads from (None at the root) and the node there."""
    above: Node | None = None
    last: str | int = ""
    node = root
    for part in route:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node:
            above, last = node, part
            node = node[part]  # type: ignore[index]  # a str finds the Scalar that equals it
        elif isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node):
            above, last, node = node, part, node[part]
        else:
            break
    return above, last, node
