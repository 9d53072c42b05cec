"""The command line: the only layer that prints or exits."""

import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from journeymap.cli import result_cache
from journeymap.cli.completion import is_completing, words_of_completion
from journeymap.cli.console import FAILED, say
from journeymap.cli.plainly import plainly
from journeymap.text.source import visible

if TYPE_CHECKING:
    import typer

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
    "log",
    "merge",
    "rename",
    "rule",
    "schema",
    "cache",
)
"""Every command: NAME_command in a module of its name."""


def build(names: Iterable[str] = COMMANDS) -> "typer.Typer":
    """Returns the command line with these commands.

    Only what is asked for is imported: drawing costs `lint` as much as parsing does.
    """
    from journeymap.cli import typed

    return typed.application({name: command_of(name) for name in names})


def command_of(name: str) -> Callable[..., None]:
    """Returns the function of a command."""
    module = import_module(f"journeymap.cli.{name}")
    command: Callable[..., None] = getattr(module, f"{name}_command")
    return command


def _dispatch(words: list[str]) -> None:
    """Runs a command that is typed plainly; all else, and all that is wrong, is for typer."""
    if words and words[0] in COMMANDS and not is_completing():
        command = command_of(words[0])
        values = plainly(command, words[1:])
        if values is not None:
            command(**values)
            return
    words = words or words_of_completion()
    asked = next((word for word in words if not word.startswith("-")), "")
    application = build((asked,) if asked in COMMANDS else COMMANDS)
    kept = result_cache.current()
    if kept and result_cache.is_help(words):
        from journeymap.cli.help_kept import print_and_keep

        print_and_keep(application, kept)
    application(prog_name="journeymap")


def run() -> int:
    """Runs the command line; no traceback reaches a user.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _dispatch(sys.argv[1:])
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
