"""Linting what differs from a git revision, and linting again whenever a file changes."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import MAP, CommandLine

TIDY = "journeymap: 1\ntitle: Clinic\nsteps: [Calls]\n"
WRONG = f"{TIDY}oops: 1\n"


def commit(folder: Path) -> None:
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "x")):
        command = ["git", "-C", str(folder), *who, *words]
        subprocess.run(command, check=True, capture_output=True)


def test_only_what_differs_is_linted(cli: CommandLine) -> None:
    cli.write(WRONG)
    cli.write(TIDY, "b.journey.yaml")
    commit(cli.folder)
    done = cli("lint", "--since", "main")
    assert (done.code, done.out) == (0, "")
    assert done.err == "0 of 2 files differ from main\nno findings in 0 files\n"
    cli.write(WRONG, "b.journey.yaml")
    done = cli("lint", "--since", "main", "--output-format", "concise")
    assert done.code == 1
    assert done.out.startswith("b.journey.yaml:4:1: error")
    assert done.out.count("\n") == 1
    assert done.err.startswith("1 of 2 files differ from main\n")
    assert cli("lint", "--since", "HEAD", "--show-files", "-q").out == "b.journey.yaml\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((MAP, "--since", "main"), "--since: this folder is in no git repository"),
        (("-", "--since", "main"), "--since compares files; name them instead of -"),
    ],
)
def test_what_cannot_be_compared_is_bad_usage(
    arguments: tuple[str, ...], said: str, cli: CommandLine
) -> None:
    cli.write(TIDY)
    done = cli("lint", *arguments, stdin=TIDY)
    assert (done.code, done.out, done.err) == (2, "", f"error: {said}\n")


def test_an_unknown_revision_is_bad_usage(cli: CommandLine) -> None:
    cli.write(TIDY)
    commit(cli.folder)
    done = cli("lint", "--since", "nonsense")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: --since: git knows no revision nonsense here")


# ---------------------------------------------------------------------------------------- watch


def pauses(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], object]) -> None:
    """Does a step in each pause of the watch, then presses Ctrl+C."""
    rest = iter(steps)

    def sleep(_: float) -> None:
        step = next(rest, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(time, "sleep", sleep)


def test_a_changed_map_is_linted_again(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    path = cli.write(TIDY)
    pauses(
        monkeypatch,
        lambda: cli.write(WRONG),
        lambda: None,
        lambda: cli.write("ignore: [nonsense]\n", ".journeymap.yaml"),
        path.unlink,
        lambda: cli.write(TIDY, "other.journey.yaml"),
    )
    done = cli("lint", "--watch", "--output-format", "concise")
    assert done.code == 0
    assert [line.partition(" error")[0] for line in done.out.splitlines()] == [
        f"{MAP}:4:1:",
        f"{MAP}:4:1:",
        ".journeymap.yaml:1:10:",
        ".journeymap.yaml:1:10:",
    ]
    assert done.err.count("waiting for changes; Ctrl+C ends") == 5
    assert "error: no map found in .: " in done.err


def test_a_watch_can_be_quiet(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.write(WRONG)
    pauses(monkeypatch)
    done = cli("lint", "--watch", "-q")
    assert (done.code, done.err) == (0, "\n")
    assert done.out


@pytest.mark.parametrize(
    "more",
    [("-",), (MAP, "--write-baseline", "x.json"), (MAP, "--add-ignores", "x"), (MAP, "--fix")],
)
def test_a_watch_only_looks(more: tuple[str, ...], cli: CommandLine) -> None:
    cli.write(TIDY)
    done = cli("lint", "--watch", *more, stdin=TIDY)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: --watch ")
    assert not (cli.folder / "x.json").exists()
