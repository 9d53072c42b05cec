"""The command line: the only layer that prints or exits."""

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from journeymap import __version__
from journeymap.cli.completion import words_of_completion
from journeymap.cli.console import FAILED, say, write
from journeymap.text.source import visible

COMMANDS = (
    "init",
    "new",
    "atlas",
    "impact",
    "lint",
    "show",
    "leverage",
    "render",
    "diff",
    "merge",
    "rename",
    "rule",
    "schema",
)
"""Every command: NAME_command in a module of its name."""


def build(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Returns the command line with these commands.

    Only what is asked for is imported: drawing costs `lint` as much as parsing does.
    """
    app = typer.Typer(
        name="journeymap",
        help="Customer and patient journey maps as YAML: lint them, see them, put them on a slide.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    app.callback()(_main)
    for name in names:
        module = import_module(f"journeymap.cli.{name}")
        app.command(name)(getattr(module, f"{name}_command"))
    return app


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


def run() -> int:
    """Runs the command line; no traceback reaches a user.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        words = sys.argv[1:] or words_of_completion()
        asked = next((word for word in words if not word.startswith("-")), "")
        build((asked,) if asked in COMMANDS else COMMANDS)(prog_name="journeymap")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except OSError as error:
        name = visible(os.fspath(error.filename or "a file"))
        say(f"error: {name}: {(error.strerror or str(error)).lower()}")
        return FAILED
    except Exception as error:
        if os.environ.get("JOURNEYMAP_DEBUG"):
            raise
        bug = f"{type(error).__name__}: {error}"
        say(
            f"error: this is a bug in journeymap ({visible(bug)}): "
            "please report it with the command and the map"
        )
        return FAILED
    return 0
