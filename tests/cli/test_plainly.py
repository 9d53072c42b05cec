"""Plain command lines are understood without typer, and as typer understands them."""

import contextlib
import io
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from journeymap.cli import typed
from journeymap.cli.main import command_of
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.plainly import Command, plainly


class Colour(StrEnum):
    """What there is to choose from."""

    RED = "red"
    BLUE = "light-blue"


_GOT: list[dict[str, Any]] = []


def several(  # noqa: PLR0913, PLR0917 - one of each kind
    paths: Annotated[list[Path], Argument()],
    words: Annotated[list[str] | None, Option(help="-")] = None,
    colours: Annotated[list[Colour] | None, Option("--colour", "-c")] = None,
    colour: Annotated[Colour, Option("--one")] = Colour.RED,
    output: Annotated[Path, Option("--output", "-o")] = Path(),
    name: Annotated[str | None, Option(show_default="none")] = None,
    size: Annotated[int, Option(min=3, max=90)] = 7,
    day: Annotated[datetime | None, Option(formats=["%Y-%m-%d"])] = None,
    loud: Annotated[bool, Option("--loud", "-l")] = False,
    with_all: Annotated[bool, Option("--with/--without")] = True,
    plain: Annotated[bool, Option()] = False,
) -> None:
    """Has a parameter of each kind, and one list of arguments."""
    _GOT.append(dict(locals()))


def single(
    old: Annotated[str, Argument(metavar="OLD")],
    new: Annotated[Path | None, Argument()] = None,
    quiet: Annotated[bool, Option("--quiet", "-q")] = False,
) -> None:
    """Has arguments that count by their places."""
    _GOT.append(dict(locals()))


def by_typer(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """What typer calls a command with; None where it refuses the words."""
    _GOT.clear()
    app = typed.application({"command": command})
    silence = io.StringIO()
    with (
        contextlib.redirect_stderr(silence),
        contextlib.redirect_stdout(silence),
        contextlib.suppress(SystemExit),
    ):
        app(["command", *words], prog_name="journeymap")
    return _GOT.pop() if _GOT else None


_WORDS = (
    "--words --colour -c --one --output -o --name --size --day --loud -l --with --without --plain",
    "--no-plain --unknown --no-loud -lc -q --quiet --help --name= --size=12 --colour=red -o=x",
    "--words=a,b --loud=x -ored -- - red light-blue 12 2 2026-01-02 a,b Red maps/ --colo",
)
_WORD = st.sampled_from([*" ".join(_WORDS).split(" "), ""]) | st.text(
    st.characters(exclude_characters="\0"), max_size=4
)
_COMMANDS = st.sampled_from([several, single])


@given(_COMMANDS, st.lists(_WORD, max_size=6))
def test_what_is_plain_is_understood_as_typer_does(command: Command, words: list[str]) -> None:
    plain = plainly(command, words)
    assert plain is None or plain == by_typer(command, words)


@pytest.mark.parametrize(
    "words",
    [
        ["a", "b", "--words", "x,y", "--words=z", "--colour", "red", "-c", "light-blue"],
        ["a", "--one", "light-blue", "-o", "x/y.svg", "--name=n=m", "--size", "90", "-l"],
        ["-", "--without", "--no-plain"],
    ],
)
def test_what_is_usual_is_plain(words: list[str]) -> None:
    assert plainly(several, words) == by_typer(several, words)
    assert plainly(several, words) is not None


@pytest.mark.parametrize(
    "words",
    [[], ["a", "--name"], ["a", "--size", "2"], ["a", "--size", "91"], ["a", "--one", "green"]],
)
def test_what_is_wrong_is_left_to_typer(words: list[str]) -> None:
    assert plainly(several, words) is None


@pytest.mark.parametrize("command", ["lint", "show", "render", "leverage", "impact", "atlas"])
def test_commands_are_plain_as_they_are_used_most(command: str) -> None:
    values = plainly(command_of(command), ["maps/", "--quiet"])
    assert values is not None
    assert (values["paths"], values["quiet"]) == ([Path("maps")], True)
