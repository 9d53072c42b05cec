"""The commands as typer knows them: for help, for completion, and for whatever is mistyped."""

from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Annotated, Any, cast, get_args, get_origin

import typer

from journeymap import __version__
from journeymap.cli.console import write
from journeymap.cli.parameters import Option


def application(commands: Mapping[str, Callable[..., None]]) -> typer.Typer:
    """Returns the command line with some commands, by their names."""
    app = typer.Typer(
        name="journeymap",
        help="Customer and patient journey maps as YAML: lint them, see them, put them on a slide.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    app.callback()(_main)
    for name, command in commands.items():
        app.command(name)(_for_typer(command))
    return app


def _for_typer(command: Callable[..., None]) -> Callable[..., None]:
    """Returns a command whose parameters are marked as typer wants them."""
    function = cast("FunctionType", command)
    own = FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__
    )
    own.__doc__ = command.__doc__
    own.__annotations__ = {name: _marked(each) for name, each in command.__annotations__.items()}
    return own


def _marked(annotation: Any) -> Any:  # noqa: ANN401 - whatever stands in an annotation
    if get_origin(annotation) is not Annotated:
        return annotation
    kind, mark = get_args(annotation)
    made = typer.Option if isinstance(mark, Option) else typer.Argument
    return Annotated[kind, made(*mark.names, **mark.said)]


def _print_version(value: bool) -> None:
    if value:
        write(f"journeymap {__version__}\n")
        raise typer.Exit


def _main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Customer and patient journey maps as YAML: lint them, see them, put them on a slide."""
