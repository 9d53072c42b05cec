"""When results are coloured: what is typed counts first, then the environment, then the stream."""

import sys

import pytest
from tests.cli.running import MAP, CommandLine

from journeymap.cli.console import When, use_colour

COMMANDS = (("lint", MAP), ("show", MAP), ("rule", "missing-need"))
WRONG = "journeymap: 1\ntitle: Clinic\nsteps: [{action: Calls, emotion: blurgh}]\n"


def colours(monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], *, tty: bool) -> None:
    """Puts a run into surroundings."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: tty)


@pytest.mark.parametrize(
    ("surroundings", "tty", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "3", "TERM": "dumb"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_the_environment_decides_where_nobody_says(
    surroundings: dict[str, str], tty: bool, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    colours(monkeypatch, surroundings, tty=tty)
    assert use_colour() is expected
    assert use_colour(When.ALWAYS)
    assert not use_colour(When.NEVER)
    assert not use_colour(When.ALWAYS, no_color=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_with_colours_takes_the_option(
    command: tuple[str, ...], cli: CommandLine
) -> None:
    cli.write(WRONG)
    assert "\x1b[" in cli(*command, "--color", "always").out
    assert "\x1b[" not in cli(*command, "--color", "never").out
    assert "\x1b[" not in cli(*command, "--color=always", "--no-color").out
    assert "\x1b[" not in cli(*command).out


def test_another_word_is_refused(cli: CommandLine) -> None:
    assert cli("lint", "--color", "sometimes").code == 2
