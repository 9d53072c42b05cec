"""What stands at the parameters of commands: how they are typed, and what help says of them.

Plain records, so that a command that is understood without typer does not wait for its import.
"""

from typing import Any


class Parameter:
    """What typer is told of a parameter.

    Attributes:
        names: how it is typed; by the name of the parameter where none are given.
        said: what else typer takes: `help`, `metavar`, `show_default`, `autocompletion`, `min` …
    """

    __slots__ = ("names", "said")

    def __init__(self, *names: str, **said: Any) -> None:  # noqa: ANN401 - as typer takes it
        """Keeps what typer is to be told."""
        self.names = names
        self.said = said


class Option(Parameter):
    """Marks a parameter that is typed by its name, as `--output`."""

    __slots__ = ()


class Argument(Parameter):
    """Marks a parameter that is typed by its place."""

    __slots__ = ()
