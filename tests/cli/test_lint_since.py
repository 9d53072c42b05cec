"""Linting what differs from a git revision, and linting again whenever a file changes."""

import time
from collections.abc import Callable

import pytest
from tests.cli.running import MAP, CommandLine
from tests.workspace.repositories import commit, git

TIDY = "journeymap: 1\ntitle: Clinic\nsteps: [Calls]\n"
WRONG = f"{TIDY}oops: 1\n"


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
        ((MAP, "--since-exact"), "--since-exact goes with --since REV"),
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


def test_without_a_commit_there_is_nothing_to_compare_with(cli: CommandLine) -> None:
    cli.write(TIDY)
    git(cli.folder, "init", "-q", "-b", "main")
    done = cli("lint", "--since", "HEAD")
    told = "error: --since: git knows no revision HEAD here; nothing is committed yet\n"
    assert (done.code, done.out, done.err) == (2, "", told)


def test_what_others_committed_is_compared_with_on_demand_only(cli: CommandLine) -> None:
    cli.write(TIDY)
    cli.write(TIDY, "b.journey.yaml")
    commit(cli.folder)
    git(cli.folder, "checkout", "-q", "-b", "side")
    cli.write(WRONG)
    commit(cli.folder)
    git(cli.folder, "checkout", "-q", "main")
    cli.write(WRONG, "b.journey.yaml")
    commit(cli.folder)
    git(cli.folder, "checkout", "-q", "side")
    start = git(cli.folder, "rev-parse", "main~1")[:9]
    done = cli("lint", "--since", "main", "--output-format", "concise")
    assert done.out.startswith(f"{MAP}:4:1: error")
    assert done.err.startswith(
        f"1 of 2 files differ from {start}, where this branch left main\n{MAP}: meets no status"
    )
    done = cli("lint", "--since", "main", "--since-exact")
    assert done.err.startswith("2 of 2 files differ from main\n")
    git(cli.folder, "checkout", "-q", "--orphan", "alone")
    done = cli("lint", "--since", "main")
    note, count, *_ = done.err.splitlines()
    assert note.startswith("no common ancestor of HEAD and main is known here, so main itself is ")
    assert count == "2 of 2 files differ from main"


def test_a_hook_of_another_repository_does_not_matter(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(TIDY)
    commit(cli.folder)
    cli.write(WRONG)
    other = cli.folder.parent / "other"
    other.mkdir()
    commit(other)
    git(other, "branch", "-m", "theirs")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    done = cli("lint", "--since", "main", "--new", "--output-format", "concise")
    assert done.out.startswith(f"{MAP}:4:1: error")
    assert done.err.startswith("1 of 1 files differ from main\n")


def test_a_library_that_is_named_brings_its_users(cli: CommandLine) -> None:
    cli.write("channels: [Phone]\n", "shared/a.library.yaml")
    cli.write(f"{TIDY}uses: ../shared/a.library.yaml\n", "maps/a.journey.yaml")
    cli.write(TIDY, "maps/b.journey.yaml")
    commit(cli.folder)
    named = ("lint", "shared/a.library.yaml", "--since", "main")
    assert cli(*named).err.startswith("0 of 2 files differ from main\n")
    cli.write("channels: [Letter]\n", "shared/a.library.yaml")
    done = cli(*named, "--show-files")
    assert done.out == "shared/a.library.yaml\nmaps/a.journey.yaml\n"
    cli.write(WRONG, "maps/b.journey.yaml")
    assert cli(*named, "--show-files").out == done.out


def test_a_fix_mends_what_differs_alone(cli: CommandLine) -> None:
    slip = TIDY.replace("title", "tilte")
    cli.write(slip)
    commit(cli.folder)
    cli.write(slip, "b.journey.yaml")
    cli("lint", "--since", "main", "--fix")
    assert (cli.folder / "b.journey.yaml").read_text() == TIDY
    assert (cli.folder / MAP).read_text() == slip
    cli("lint", "--since", "main", "--add-ignores", "agreed")
    assert (cli.folder / MAP).read_text() == slip


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
