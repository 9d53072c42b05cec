"""Choices that may be given as text: they are read once, where they come in."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, Self, TypeVar, overload

from journeymap.views.errors import ChoiceError

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Choice(Generic[T]):
    """A field of a dataclass that takes a value or its text, and holds the value.

    Nobody behind it has to ask which of the two it is.
    """

    def __init__(self, default: T, read: Callable[[str], T]) -> None:
        """Keeps the value where nothing is chosen, and what makes a value of a text."""
        self._default, self._read = default, read

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> Any:
        # A dataclass asks the class for the default.
        return self._default if owner is None else owner.__dict__[self._name]

    def __set__(self, owner: object, value: T | str) -> None:
        known = isinstance(value, type(self._default))
        owner.__dict__[self._name] = value if known else self._read(str(value))


def one_of(default: E) -> Choice[E]:
    """Returns a field for one of the choices of an enumeration."""
    kind = type(default)

    def read(text: str) -> E:
        try:
            return kind(text.strip().lower())
        except ValueError:
            what, choices = kind.__name__.lower(), ", ".join(kind)
            raise ChoiceError(f"{what}: there is no {text}; choose one of {choices}") from None

    return Choice(default, read)
