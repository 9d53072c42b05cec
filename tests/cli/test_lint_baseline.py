"""Beginning from where one stands: a baseline, or comments that ignore what is there."""

import json
from pathlib import Path

import pytest
from tests.cli.running import MAP, CommandLine

TEXT = "journeymap: 1\ntitle: Clinic\nstatus: review\nsteps: [Calls, {action: Waits, need: x}]\n"
BASE = ("--baseline", "known.json")


def test_a_baseline_leaves_out_what_is_known(cli: CommandLine) -> None:
    cli.write(TEXT)
    written = cli("lint", "--write-baseline", "known.json")
    assert (written.code, written.out) == (0, "")
    content = json.loads((cli.folder / "known.json").read_text())
    count = len(content["findings"])
    assert count > 3
    assert written.err.startswith(f"known.json holds {count} findings now; ")
    done = cli("lint", *BASE, "--fail-on", "note")
    assert (done.code, done.out) == (0, "")
    first, *_, last = done.err.splitlines()
    assert (first, last) == (f"{count} known findings left out", "no findings in 1 file")
    assert cli("lint", "--write-baseline", "known.json", "-q").err == ""


def test_what_is_new_is_told_and_what_is_fixed_can_leave(cli: CommandLine) -> None:
    cli.write(TEXT)
    cli("lint", "--write-baseline", "known.json")
    cli.write(TEXT.replace("Calls", "{action: Calls, need: x}").replace("Clinic", "A\nowner: [x]"))
    done = cli("lint", *BASE, "--output-format", "concise")
    assert done.code == 1
    assert [line.partition("]")[0] for line in done.out.splitlines()] == [
        f"{MAP}:3:8: error[invalid-value"
    ]
    assert f"{MAP}: missing-need at steps[calls] is fixed; it can leave known.json\n" in done.err
    cli.write(TEXT)
    assert "is fixed" not in cli("lint", *BASE, "--select", "missing-goal").err


def test_a_baseline_can_be_written_anew_over_itself(cli: CommandLine) -> None:
    cli.write(TEXT)
    cli("lint", "--write-baseline", "known.json")
    cli.write(TEXT.replace("Calls", "{action: Calls, need: x}"))
    cli("lint", *BASE, "--write-baseline", "known.json")
    assert "is fixed" not in cli("lint", *BASE).err
    assert cli("lint", *BASE).out == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no baseline known.json; --write-baseline writes one"),
        (b"x", "known.json is no baseline: line 1, column 1: Expecting value"),
        (b"\xff", "known.json is no baseline: it is not UTF-8"),
        (b"[]", "known.json is no baseline: it holds no `findings`"),
    ],
)
def test_what_is_no_baseline_is_bad_usage(
    content: bytes | None, said: str, cli: CommandLine
) -> None:
    cli.write(TEXT)
    if content is not None:
        (cli.folder / "known.json").write_bytes(content)
    done = cli("lint", *BASE)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {said}")


def test_a_baseline_cannot_be_a_folder_or_a_map(cli: CommandLine) -> None:
    cli.write(TEXT)
    for name in (".", MAP):
        done = cli("lint", "--write-baseline", name)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("error: ")
    assert (cli.folder / MAP).read_text() == TEXT


def test_comments_are_written_that_ignore_all_findings(cli: CommandLine) -> None:
    path = cli.write(TEXT)
    done = cli("lint", "--add-ignores", "agreed with the ward")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[:2] == [
        "comments that ignore findings were written into 2 lines",
        f"{MAP}: meets review; 1 warning to mend for published",
    ]
    lines = path.read_text().splitlines()
    bare = [line.partition("# journeymap: ignore[")[0].rstrip() for line in lines]
    assert list(filter(None, bare)) == TEXT.splitlines()
    assert sum(line.endswith("] agreed with the ward") for line in lines) == 2
    assert cli("lint", "--profile", "review").err.endswith("\nno findings in 1 file\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"title": "A", "steps": ["B"]}\n', "1"),
        ('{\n  "title": "A",\n  "steps": [\n    "B"\n  ]\n}\n', "2, 4"),
        ('\n{"title": "A", "steps": [\n"B"]}\n', "2, 3"),
    ],
)
def test_lines_where_no_comment_can_stand_are_told(cli: CommandLine, text: str, lines: str) -> None:
    path = cli.write(text)
    done = cli("lint", "--profile", "review", "--add-ignores", "agreed")
    said = f"{MAP}: no comment can stand at line {lines}; a baseline can hold these"
    assert done.err.splitlines()[0] == said
    assert path.read_text() == text


def test_what_comments_ignore_can_be_told_all_the_same(cli: CommandLine) -> None:
    cli.write(TEXT.replace("Calls", '{action: Calls, channel: [\n  "x"]}'))
    before = cli("lint", "--output-format", "concise").out
    cli("lint", "--add-ignores", "agreed")
    assert cli("lint").out == ""
    rules = [line.split(": ")[1] for line in before.splitlines()]
    done = cli("lint", "--no-ignores", "--output-format", "concise")
    assert [line.split(": ")[1] for line in done.out.splitlines()] == rules != []
    refused = cli("lint", "--no-ignores", "--add-ignores", "x")
    assert (refused.code, refused.out) == (2, "")
    assert "leave out --no-ignores" in refused.err


def test_the_day_that_counts_as_today_ends_what_a_comment_ignores(cli: CommandLine) -> None:
    ignore = "# journeymap: ignore[missing-goal until 2027-03] the board meets"
    cli.write(f"{ignore}\n{TEXT}")
    command = ("lint", "--select", "JM202,JM008", "--output-format", "concise", "--today")
    assert cli(*command, "2027-03-31").out == ""
    rules = [
        line.partition("[")[2].partition("]")[0]
        for line in cli(*command, "2027-04-01").out.splitlines()
    ]
    assert rules == ["unused-ignore", "missing-goal"]


def test_what_cannot_be_ignored_is_told(cli: CommandLine) -> None:
    cli.write(TEXT.replace("Clinic", "Clinic\nowner: [x]"))
    done = cli("lint", "--add-ignores", "x", "--output-format", "concise")
    assert done.code == 1
    assert done.out.count("\n") == 1
    assert "error[invalid-value]" in done.out


def test_a_baseline_is_left_alone_by_comments(cli: CommandLine) -> None:
    path = cli.write(TEXT)
    cli("lint", "--write-baseline", "known.json")
    done = cli("lint", *BASE, "--add-ignores", "x")
    assert path.read_text() == TEXT
    assert "written into 0 lines" in done.err


@pytest.mark.parametrize("reason", ["", "  ", "a\nb", "a\x07"])
def test_a_reason_is_one_line(reason: str, cli: CommandLine) -> None:
    path = cli.write(TEXT)
    done = cli("lint", "--add-ignores", reason)
    assert (done.code, done.out) == (2, "")
    assert "needs a reason" in done.err
    assert path.read_text() == TEXT


def test_standard_input_takes_no_comments(cli: CommandLine) -> None:
    done = cli("lint", "-", "--add-ignores", "x", stdin=TEXT)
    assert (done.code, done.out) == (2, "")
    assert "name them instead of -" in done.err


def test_a_map_that_changes_meanwhile_is_left_alone(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write(TEXT)
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")
    done = cli("lint", "--add-ignores", "x")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {MAP} was not written: it has changed since it was read\n"
    assert path.read_text() == TEXT
