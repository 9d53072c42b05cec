"""Reports as JSON-able data, and every text in them."""

import dataclasses
import types
from collections.abc import Iterator
from enum import Enum
from typing import Any

from journeymap.linter.diagnostic import Report
from journeymap.text.source import SafeText


def to_plain(value: Any) -> Any:  # noqa: ANN401 - whatever a report holds
    """A value as JSON can hold it; dataclasses and enums with the name of their class."""
    match value:
        case Enum():
            return {"": type(value).__name__, "value": value.value}
        case SafeText():
            return {"": "SafeText", "raw": value.raw, "lines": "\n" in value}
        case tuple() | frozenset():
            return {"": type(value).__name__, "items": [to_plain(each) for each in value]}
        case None | bool() | int() | str():
            return value
        case _:
            named = {each.name: to_plain(getattr(value, each.name)) for each in _fields(value)}
            return {"": type(value).__name__, **named}


def from_plain(value: Any, known: dict[str, type]) -> Any:  # noqa: ANN401 - as above
    """The value that `to_plain` was given.

    Args:
        value: what JSON held.
        known: the classes by name.
    """
    if not isinstance(value, dict):
        return value
    rest = {key: from_plain(inner, known) for key, inner in value.items() if key}
    name = value[""]
    if name in {"tuple", "frozenset"}:
        items = [from_plain(each, known) for each in value["items"]]
        return tuple(items) if name == "tuple" else frozenset(items)
    kind = known[name]
    return kind(rest["value"]) if issubclass(kind, Enum) else kind(**rest)


def classes(*modules: types.ModuleType) -> dict[str, type]:
    """The classes that modules know, by name."""
    named = (each for module in modules for each in vars(module).values())
    return {each.__name__: each for each in named if isinstance(each, type)}


def texts(report: Report) -> Iterator[tuple[str, str]]:
    """Every text that a format can write without asking for what is raw, with its field."""
    waiting: list[tuple[str, Any]] = [("", report)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, tuple | frozenset):
            waiting += [(name, each) for each in value]
        elif dataclasses.is_dataclass(value):
            waiting += [
                (field.name, getattr(value, field.name))
                for field in _fields(value)
                if not field.name.startswith("raw")
            ]


def _fields(value: Any) -> tuple[dataclasses.Field[Any], ...]:  # noqa: ANN401 - as above
    return dataclasses.fields(value)
