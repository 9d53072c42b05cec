"""The help of every command is readable on a terminal of 80 columns."""

import re

import pytest
from tests.cli.running import CommandLine

from journeymap.backends.formats import Format
from journeymap.cli.main import COMMANDS
from journeymap.views.names import By, View

_BROKEN = re.compile(r"<[a-z|-]+( |$)")
"""The kinds of a value that go on in the next line, in the middle of a word."""


def told(cli: CommandLine, command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    return cli(command, "--help").out


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_in_a_row_is_cut_or_broken(
    command: str, cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = told(cli, command, monkeypatch).splitlines()
    rows = [line for line in lines if line.startswith("│")]
    assert rows
    assert not [line for line in rows if "…" in line or _BROKEN.search(line)]
    assert max(map(len, lines)) <= 80


def test_each_choice_stands_in_one_piece(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(cli, "render", monkeypatch).replace(",", " ").replace(".", " ").split()
    assert {*View, *Format, *By} <= set(said)


def test_a_shell_completes_formats_and_tells_what_they_are(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_JOURNEYMAP_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "journeymap lint --output-format g")
    assert re.findall(r'"(\w+)":"Findings as ([\w\' ]+)', cli().out) == [
        ("github", "GitHub''s workflow commands"),
        ("gitlab", "a GitLab Code Quality report"),
    ]
