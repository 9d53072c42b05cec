"""Command lines that leave nothing to interpret, read from the commands without typer.

Their parameters are the table of options: nothing has to be kept in step with it. What is unknown,
mistyped, said twice or in a short form of typer's is left to typer, which says what is wrong.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from journeymap.cli.parameters import Argument, Option, Parameter

Command = Callable[..., None]
_SAID = {"autocompletion", "formats", "help", "max", "metavar", "min", "show_default"}
"""What may be said of parameters that are understood here."""


class _NotPlainError(Exception):
    """Typer has to look at it."""


class _Known:
    """A parameter of a command.

    Attributes:
        name: what the function calls it.
        mark: what is said of it.
        kind: the type of one value.
        is_list: whether it may be given several times.
    """

    def __init__(self, name: str, annotation: Any) -> None:  # noqa: ANN401 - as it stands there
        """Reads what stands at a parameter."""
        if get_origin(annotation) is not Annotated:
            raise _NotPlainError
        whole, self.mark = get_args(annotation)
        self.name = name
        parts = [each for each in get_args(whole) if each is not NoneType]
        is_optional = NoneType in get_args(whole)
        kind = parts[0] if is_optional else whole
        self.is_list = get_origin(kind) is list
        self.kind: type = get_args(kind)[0] if self.is_list else kind
        if not isinstance(self.mark, Parameter) or not {*self.mark.said} <= _SAID:
            raise _NotPlainError

    def spellings(self) -> Iterator[tuple[str, bool]]:
        """Walks how an option is typed, each with what a flag means there."""
        usual = self.name.replace("_", "-")
        names = self.mark.names or (
            (f"--{usual}/--no-{usual}",) if self.kind is bool else (f"--{usual}",)
        )
        for name in names:
            yes, _, no = name.partition("/")
            yield yes, True
            yield from [(no, False)] if no else []

    def value(self, text: str) -> object:
        """Returns what was typed as what the function takes."""
        if self.kind is str or self.kind is Path:
            return self.kind(text)
        if issubclass(self.kind, Enum):
            return self._choice(text)
        if self.kind is int and text.isascii() and text.isdigit():
            number, said = int(text), self.mark.said
            if said.get("min", number) <= number <= said.get("max", number):
                return number
        raise _NotPlainError

    def _choice(self, text: str) -> object:
        if text not in [each.value for each in self.kind]:  # type: ignore[attr-defined]
            raise _NotPlainError
        return self.kind(text)


def plainly(command: Command, words: list[str]) -> Mapping[str, Any] | None:
    """Returns what a command is called with; None where only typer can tell.

    Args:
        command: the function of a command.
        words: what was typed behind its name.
    """
    try:
        return _read(command, words)
    except _NotPlainError:
        return None


def _read(command: Command, words: list[str]) -> dict[str, Any]:
    known = [
        _Known(name, each) for name, each in command.__annotations__.items() if name != "return"
    ]
    options = {
        spelling: (each, means)
        for each in known
        if isinstance(each.mark, Option)
        for spelling, means in each.spellings()
    }
    values: dict[str, Any] = {}
    places: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word == "-":
            places.append(word)
        else:
            _take(word, rest, options, values)
    defaults = _defaults(command)
    values |= _placed(known, places, defaults)
    return {**defaults, **values}


def _take(
    word: str,
    rest: Iterator[str],
    options: Mapping[str, tuple[_Known, bool]],
    values: dict[str, Any],
) -> None:
    """Puts an option, with the value that follows it, among the values."""
    spelling, is_said, text = word.partition("=")
    if spelling not in options or (is_said and not spelling.startswith("--")):
        raise _NotPlainError
    option, means = options[spelling]
    if not option.is_list and option.name in values:
        raise _NotPlainError
    if option.kind is bool:
        if is_said:
            raise _NotPlainError
        values[option.name] = means
        return
    text = text if is_said else next(rest, "")
    if not text or (text.startswith("-") and text != "-"):
        raise _NotPlainError
    value = option.value(text)
    if option.is_list:
        values.setdefault(option.name, []).append(value)
    else:
        values[option.name] = value


def _placed(
    known: list[_Known], places: list[str], defaults: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Returns the arguments: one list, or single ones in their order."""
    arguments = [each for each in known if isinstance(each.mark, Argument)]
    if not all(places):
        raise _NotPlainError
    if any(each.is_list for each in arguments):
        (only,) = arguments if len(arguments) == 1 else (_refused(),)
        if not places and only.name not in defaults:
            raise _NotPlainError
        return {only.name: [only.value(each) for each in places]} if places else {}
    needed = [each for each in arguments if each.name not in defaults]
    if not len(needed) <= len(places) <= len(arguments):
        raise _NotPlainError
    return {own.name: own.value(text) for own, text in zip(arguments, places, strict=False)}


def _refused() -> _Known:
    raise _NotPlainError


def _defaults(command: Command) -> dict[str, Any]:
    names = command.__code__.co_varnames[: command.__code__.co_argcount]
    values = command.__defaults__ or ()
    return dict(zip(names[len(names) - len(values) :], values, strict=True))
