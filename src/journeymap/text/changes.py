"""What a fix may change in a file: a few kinds of changes, each of which can be proven."""

from typing import TypeAlias

from journeymap.quick_dataclass import dataclass
from journeymap.text.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Another text for a value or a key.

    Attributes:
        at: the value or the key.
        text: what it is to say; its quotes, if it has some, stay.
    """

    at: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename(Replace):
    """Another name for a field, whose key is replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    """A new field.

    Attributes:
        into: the mapping that gets it.
        key: its name.
        text: its value.
        behind: the field that it follows if it is there; else, and without one, it comes first.
    """

    into: Span
    key: str
    text: str
    behind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """A single value written out as the mapping it stands for, with a new field before it.

    Attributes:
        at: the value.
        own: the field that the value stands for.
        key: the name of the new field.
        text: its value.
    """

    at: Span
    own: str
    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """An item of a list or a field taken away, with its key or dash.

    The last item of a list goes with the field that holds the list.

    Attributes:
        at: the item, or the field's value.
    """

    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """Another text for a comment, from its `#` to the end of the line.

    Attributes:
        at: the comment.
        text: what it is to say, from the `#` on; empty to delete it.
    """

    at: Span
    text: str = ""


Change: TypeAlias = Replace | Insert | Wrap | Delete | Comment


class Refused(Exception):  # noqa: N818 - not an error: the analyst is told to change it by hand
    """A change that cannot be made, or not be proven to do what it promises.

    Attributes:
        reason: why, in an analyst's words.
        clash: whether it can be made once another change that stands in its way has been.
    """

    def __init__(self, reason: str, *, clash: bool = False) -> None:
        """Keeps the reason."""
        super().__init__(reason)
        self.reason = reason
        self.clash = clash
