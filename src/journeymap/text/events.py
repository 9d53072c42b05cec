"""What the parser's events look like, whichever of the two parsers makes them."""

from typing import Protocol


class Mark(Protocol):
    """A place as the parser tells it."""

    index: int


class Event(Protocol):
    """The union of what the parser's events have."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    ctag: object | None
    value: str
    style: str | None
    version: tuple[int, int] | None
    tags: dict[str, str] | None
