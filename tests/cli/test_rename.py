"""`journeymap rename`: what it writes, says and refuses."""

import json
from pathlib import Path

import pytest
from tests.cli.running import MAP, CommandLine

from journeymap.workspace.replace_file import replace_file

TEXT = (
    "journeymap: 1\ntitle: Clinic\nstatus: review\nchannels:\n- id: tel\n  name: Phone\n"
    "steps:\n- id: calls   # she rings\n  action: Calls\n  channel: tel\n  emotion: angry\n"
    "- {action: Waits, need: x, next: [{to: calls, share: 10 %}]}\n"
)


def test_an_id_changes_wherever_it_is_named(cli: CommandLine) -> None:
    path = cli.write(TEXT)
    done = cli("rename", "calls", "rings")
    said = "step calls is renamed to rings: 2 places in 1 file\n"
    assert (done.code, done.out, done.err) == (0, "", said)
    assert path.read_text() == TEXT.replace("id: calls", "id: rings").replace(
        "to: calls", "to: rings"
    )
    assert cli("rename", "tel", "phone", "-q").err == ""


def test_a_difference_is_printed_and_nothing_written(cli: CommandLine) -> None:
    path = cli.write(TEXT)
    done = cli("rename", "calls", "rings", "--diff")
    assert done.code == 1
    assert "-- id: calls   # she rings\n+- id: rings   # she rings\n" in done.out
    assert done.err.endswith("would be renamed to rings: 2 places in 1 file\n")
    assert path.read_text() == TEXT


def test_a_baseline_knows_the_findings_again(cli: CommandLine) -> None:
    cli.write(TEXT)
    cli("lint", "--write-baseline", "known.json")
    count = len(json.loads((cli.folder / "known.json").read_text())["findings"])
    assert count > 3
    assert cli("rename", "calls", "rings", "--baseline", "known.json").code == 0
    done = cli("lint", "--baseline", "known.json", "--fail-on", "note")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(f"{count} known findings left out\n")
    assert "is fixed" not in done.err
    routes = [
        each["route"] for each in json.loads((cli.folder / "known.json").read_text())["findings"]
    ]
    assert any("rings" in route for route in routes)
    assert not any("calls" in route for route in routes)


def test_where_one_file_cannot_be_written_none_is(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = cli.write("channels: [{id: tel, name: Phone}]\n", "a.library.yaml")
    text = "title: a\nuses: a.library.yaml\nsteps: [{action: Calls, channel: tel}]\n"
    path = cli.write(text)

    def fails(target: Path, content: bytes, old: bytes) -> None:
        if target.name == MAP:
            raise OSError(28, "No space left on device")
        replace_file(target, content, old)

    monkeypatch.setattr("journeymap.workspace.write_back.replace_file", fails)
    done = cli("rename", "tel", "line")
    assert done.code == 2
    assert "no space left on device" in done.err
    assert (path.read_text(), library.read_text()) == (
        text,
        "channels: [{id: tel, name: Phone}]\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing", "x"), "error: no part of a map has the id nothing\n"),
        (("call", "x"), "error: no part of a map has the id call; did you mean calls?\n"),
        (("calls", "waits"), f"error: {MAP} has a step waits already\n"),
        (("calls", "x", "--kind", "channel"), "error: no channel has the id calls"),
        (("calls", "x", "--map", "no.yaml"), "error: there is no file no.yaml\n"),
        (("calls", "x", "gone"), "error: there is no file or folder gone\n"),
    ],
)
def test_what_cannot_be_renamed_is_bad_usage(
    cli: CommandLine, words: tuple[str, ...], said: str
) -> None:
    path = cli.write(TEXT)
    done = cli("rename", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)
    assert path.read_text() == TEXT
