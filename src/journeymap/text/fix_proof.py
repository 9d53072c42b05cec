"""A document's data as a fix promises to leave it, to be held against what it leaves."""

from journeymap.text.nodes import Mapping, Node, Scalar, Sequence
from journeymap.text.parents import Place


class _Text:
    """A text: what it says, and whether it is in quotes."""

    __slots__ = ("quoted", "says")

    def __init__(self, says: str, *, quoted: bool) -> None:
        self.says = says
        self.quoted = quoted


class _Map:
    """A map's keys and values in order."""

    __slots__ = ("entries",)

    def __init__(self) -> None:
        self.entries: list[tuple[_Text, _Data]] = []


class _List:
    """A list's items."""

    __slots__ = ("items",)

    def __init__(self) -> None:
        self.items: list[_Data] = []


_Data = _Text | _Map | _List


class Promise:
    """The data of a document, on which changes are made that its text will have to bear out."""

    def __init__(self, root: Node, *, quotes_keys: bool = False) -> None:
        """Copies the data of a document.

        Args:
            root: the data.
            quotes_keys: whether new keys are to be in quotes.
        """
        self._quotes_keys = quotes_keys
        self._copies: dict[int, _Data] = {}
        self._root = self._copied(root)

    def say(self, place: Place, text: str, *, quoted: bool) -> None:
        """Gives a value or a key another text."""
        copy = self._copies[id(place.node)]
        if isinstance(copy, _Text):
            copy.says, copy.quoted = text, quoted

    def insert(self, place: Place, at: int, key: str, text: str, *, quoted: bool) -> None:
        """Puts a new field into a map."""
        copy = self._copies[id(place.node)]
        if isinstance(copy, _Map):
            copy.entries.insert(at, (self._new_key(key), _Text(text, quoted=quoted)))

    def wrap(self, place: Place, own: str, key: str, text: str, *, quoted: bool) -> None:
        """Makes a map of a value, with a new field before it."""
        wrapped = _Map()
        wrapped.entries = [
            (self._new_key(key), _Text(text, quoted=quoted)),
            (self._new_key(own), self._copies[id(place.node)]),
        ]
        self._put(place, wrapped)

    def delete(self, place: Place) -> None:
        """Takes a field or an item away."""
        self._put(place, None)

    def keys(self, place: Place) -> list[str]:
        """Returns the keys of a map."""
        copy = self._copies[id(place.node)]
        return [key.says for key, _ in copy.entries] if isinstance(copy, _Map) else []

    def is_kept_by(self, root: Node) -> bool:
        """Tells whether a document says exactly this."""
        return _said(self._root) == _said(Promise(root)._root)  # noqa: SLF001 - of its own class

    def _new_key(self, key: str) -> _Text:
        return _Text(key, quoted=self._quotes_keys)

    def _put(self, place: Place, new: _Data | None) -> None:
        old = self._copies[id(place.node)]
        above = self._copies[id(place.above.node)] if place.above else None
        if isinstance(above, _Map):
            kept = [(key, new if data is old else data) for key, data in above.entries]
            above.entries = [(key, data) for key, data in kept if data is not None]
        elif isinstance(above, _List):
            items = [new if data is old else data for data in above.items]
            above.items = [data for data in items if data is not None]

    def _copied(self, node: Node) -> _Data:
        if id(node) in self._copies:
            return self._copies[id(node)]
        if isinstance(node, Scalar):
            copy: _Data = _Text(str(node), quoted=node.quoted)
        elif isinstance(node, Mapping):
            copy = _Map()
            copy.entries = [(self._key(key), self._copied(value)) for key, value in node.items()]
        elif isinstance(node, Sequence):
            copy = _List()
            copy.items = [self._copied(item) for item in node]
        self._copies[id(node)] = copy
        return copy

    def _key(self, key: Scalar) -> _Text:
        copy = _Text(str(key), quoted=key.quoted)
        self._copies[id(key)] = copy
        return copy


def _said(data: _Data) -> object:
    """Returns data as values that can be compared."""
    if isinstance(data, _Text):
        return (data.says, data.quoted)
    if isinstance(data, _Map):
        return ("map", [(_said(key), _said(value)) for key, value in data.entries])
    return [_said(item) for item in data.items]
