"""Whatever a path leads to: findings or one line, at once."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.processes import (
    BAD,
    DEEP,
    GOOD,
    assert_no_command_breaks,
    decently,
    journeymap,
    one_line,
    put,
)
from tests.cli.running import CommandLine

Make = Callable[[Path], object]


@pytest.mark.parametrize(
    "path",
    [
        "../outside.library.yaml",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "~/x.library.yaml",
        "https://example.org/x.library.yaml",
        "file:///etc/passwd",
        "C:/x.library.yaml",
        "a\\x.library.yaml",
        "*.library.yaml",
        "away.library.yaml",
        "loop.library.yaml",
        "pipe.library.yaml",
        "zero.library.yaml",
        "folder.library.yaml",
        "bad.journey.yaml/x",
        "..",
        ".",
    ],
)
def test_links_stay_inside_the_repository(path: str, repo: Path, cli: CommandLine) -> None:
    (repo / "away.library.yaml").symlink_to("../outside.library.yaml")
    (repo / "loop.library.yaml").symlink_to("loop.library.yaml")
    (repo / "zero.library.yaml").symlink_to("/dev/zero")
    (repo / "folder.library.yaml").mkdir()
    os.mkfifo(repo / "pipe.library.yaml")
    put(
        repo,
        f"journeymap: 1\ntitle: T\nuses: '{path}'\ndesired: '{path}'\n"
        f"steps:\n  - action: Calls\n    journey: '{path}'\n",
    )
    done = decently(cli, "lint", BAD, "--output-format", "concise")
    assert done.code == 1
    places = ("3:7", "4:10", "7:14")
    lines = (rf"bad\.journey\.yaml:{at}: error\[broken-link\] .+ \(JM104\)\n" for at in places)
    assert re.fullmatch("".join(lines), done.out), done.out
    assert "root:" not in done.out


# ------------------------------------------------------------------------- where a path leads to


def _folder_without_maps(repo: Path) -> str:
    put(repo, "x", "notes/notes.txt")
    return "notes"


def _folder_called_like_a_map(repo: Path) -> str:
    (repo / BAD).mkdir()
    return BAD


def _dangling(repo: Path) -> str:
    (repo / BAD).symlink_to("nothing.journey.yaml")
    return BAD


def _loop(repo: Path) -> str:
    (repo / BAD).symlink_to(BAD)
    return BAD


def _below_a_file(repo: Path) -> str:
    put(repo, GOOD, "good.journey.yaml")
    return f"good.journey.yaml/{BAD}"


NOWHERE: dict[str, tuple[Callable[[Path], str], str]] = {
    # name: (makes what the path leads to, what the line says)
    "not there": (lambda _: BAD, "there is no file or folder"),
    "folder without maps": (_folder_without_maps, "no map found in notes"),
    "folder called like a map": (_folder_called_like_a_map, "no map found in bad"),
    "dangling link": (_dangling, "there is no file or folder"),
    "loop of links": (_loop, "there is no file or folder"),
    "below a file": (_below_a_file, "there is no file or folder"),
    "name too long": (lambda _: "a" * 5_000, "too long"),
}


@pytest.mark.parametrize("command", ["lint", "show", "render"])
@pytest.mark.parametrize("name", NOWHERE)
def test_paths_to_nothing_give_one_line(
    name: str, command: str, repo: Path, cli: CommandLine
) -> None:
    make, said = NOWHERE[name]
    done = decently(cli, command, make(repo))
    assert done.code == 2
    assert one_line(done)
    assert said in done.err


def _pipe(repo: Path) -> str:
    os.mkfifo(repo / BAD)
    return BAD


def _linked(device: str) -> Callable[[Path], str]:
    def make(repo: Path) -> str:
        (repo / BAD).symlink_to(device)
        return BAD

    return make


UNREADABLE: dict[str, tuple[Callable[[Path], str], str]] = {
    "pipe": (_pipe, "no ordinary file"),
    "endless device": (lambda _: "/dev/zero", "no ordinary file"),
    "empty device": (lambda _: "/dev/null", "no ordinary file"),
    "link to an endless device": (_linked("/dev/zero"), "out of the repository"),
    "file that cannot be read": (lambda _: "/proc/self/mem", "input/output error"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_a_finding(name: str, repo: Path, cli: CommandLine) -> None:
    make, said = UNREADABLE[name]
    path = make(repo)
    done = decently(cli, "lint", path, "--output-format", "concise")
    assert done.code == 1
    assert re.fullmatch(r"\S+:1:1: error\[unreadable-file\] [^\n]+ \(JM007\)\n", done.out)
    assert said in done.out
    assert_no_command_breaks(cli, path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_file_and_a_locked_folder(repo: Path) -> None:
    put(repo, GOOD)
    (repo / BAD).chmod(0)
    done = journeymap("lint", BAD, folder=repo)
    assert done.code == 1
    assert "permission denied" in done.out
    put(repo, GOOD, f"locked/{BAD}")
    (repo / "locked").chmod(0)
    assert journeymap("lint", f"locked/{BAD}", folder=repo).code == 2


def test_a_folder_is_searched_past_what_cannot_be_read(repo: Path) -> None:
    for name, target in (("dangling", "nothing"), ("loop", "loop.journey.yaml"), ("up", "..")):
        (repo / f"{name}.journey.yaml").symlink_to(target)
    os.mkfifo(repo / "pipe.journey.yaml")
    put(repo, GOOD, "good.journey.yaml")
    done = journeymap("lint", ".", folder=repo)
    assert done.code == 0
    assert done.err.endswith("\nno findings at its own status in 1 file\n")


@pytest.mark.parametrize("name", [b"bad\xff.journey.yaml", b"a\x1b[31m\nb.journey.yaml"])
def test_names_of_files_are_shown_without_their_control_characters(name: bytes, repo: Path) -> None:
    path = os.fsdecode(name)
    put(repo, "titel: T\nsteps: [a]\n", path)
    for arguments in ((path,), (".",), (".", "--output-format", "json"), (".", "--show-files")):
        done = journeymap("lint", *arguments, folder=repo)
        assert done.code == (0 if "--show-files" in arguments else 1)
        assert re.search(r"(bad|a.?\W*31m).*\.journey\.yaml", done.out)
        assert "\x1b" not in done.out + done.err
    for command in ("show", "render"):
        assert "\x1b" not in journeymap(command, path, folder=repo).out
        assert "\x1b" not in journeymap(command, f"no{path}", folder=repo).err


# ------------------------------------------------------------------------------- configurations


def _config(content: str) -> Make:
    return lambda repo: put(repo, content, ".journeymap.yaml")


def _config_pipe(repo: Path) -> None:
    os.mkfifo(repo / ".journeymap.yaml")


def _ignoring_pipe(repo: Path) -> None:
    os.mkfifo(repo / ".gitignore")


def _config_folder(repo: Path) -> None:
    (repo / ".journeymap.yaml").mkdir()


CONFIGURATIONS: dict[str, tuple[Make, int, str]] = {
    # name: (makes it, exit code, a pattern of what is printed)
    "broken": (_config("fail_on: [\n"), 2, r"^\.journeymap\.yaml:1:10: error\[syntax-error\]"),
    "empty": (_config(""), 0, ""),
    "only comments": (_config("# later\n"), 0, ""),
    "a list": (_config("- a\n"), 2, r"^\.journeymap\.yaml:1:1: error\[invalid-value\]"),
    "not utf-8": (
        lambda repo: put(repo, b"\xff\xfea\0", ".journeymap.yaml"),
        2,
        r"^\.journeymap\.yaml:1:1: error\[unreadable-file\]",
    ),
    "unknown field": (_config("failon: note\n"), 1, r"^\.journeymap\.yaml:1:1: .*unknown-field"),
    "wrong value": (_config("fail_on: loud\n"), 1, r"^\.journeymap\.yaml:1:10: .*invalid-value"),
    "deep": (_config("[" * DEEP), 2, r"^\.journeymap\.yaml:1:101: error\[unreadable-file\]"),
    "extends itself": (_config("extends: .journeymap.yaml\n"), 1, r"^\.journeymap\.yaml:1:10: "),
    "extends outside": (
        _config("extends: ../.journeymap.yaml\n"),
        1,
        r"^\.journeymap\.yaml:1:10: ",
    ),
    "extends nothing": (_config("extends: base.yaml\n"), 1, r"^\.journeymap\.yaml:1:10: "),
    "extends a map": (_config(f"extends: {BAD}\n"), 1, r"^\.journeymap\.yaml:1:10: .*no config"),
    "off the scale": (_config("emotions: {wow: 7}\n"), 1, r"^\.journeymap\.yaml:1:\d+: error"),
    "a folder": (_config_folder, 0, ""),
    "a pipe": (_config_pipe, 0, ""),
    ".gitignore a pipe": (_ignoring_pipe, 0, ""),
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_configurations_give_findings(name: str, repo: Path, cli: CommandLine) -> None:
    make, code, said = CONFIGURATIONS[name]
    put(repo, GOOD)
    make(repo)
    for path in (BAD, "."):
        done = decently(cli, "lint", path, "--output-format", "concise")
        assert (done.code, bool(re.search(said, done.out, re.MULTILINE))) == (code, True), done
    assert_no_command_breaks(cli)


@pytest.mark.parametrize("said", ["select: [nothing-like-it]", "ignore: nothing", "select: JM9999"])
def test_a_configuration_names_an_unknown_rule(said: str, repo: Path, cli: CommandLine) -> None:
    put(repo, GOOD)
    put(repo, f"{said}\n", ".journeymap.yaml")
    done = decently(cli, "lint", BAD, "--output-format", "concise")
    assert done.code == 1
    assert re.search(
        r"^\.journeymap\.yaml:1:\d+: error.* no rule is called", done.out, re.MULTILINE
    )


@pytest.mark.parametrize("config", ["no.yaml", ".", f"{BAD}/x"])
def test_a_chosen_configuration_is_not_there(config: str, repo: Path, cli: CommandLine) -> None:
    put(repo, GOOD)
    for command in ("lint", "show", "render"):
        done = decently(cli, command, BAD, "--config", config)
        assert done.code == 2
        assert "there is no configuration" in done.err


@pytest.mark.parametrize("config", [BAD, "x.library.yaml"])
def test_a_map_or_library_is_chosen_as_configuration(
    config: str, repo: Path, cli: CommandLine
) -> None:
    put(repo, GOOD)
    put(repo, "channels: [phone]", "x.library.yaml")
    for command in ("lint", "show", "render"):
        done = decently(cli, command, BAD, "--config", config)
        assert done.code == 2
        assert "is no configuration" in done.err


def test_configurations_that_extend_one_another(repo: Path) -> None:
    put(repo, GOOD, f"a/{BAD}")
    put(repo, "extends: ../b/.journeymap.yaml\n", "a/.journeymap.yaml")
    put(repo, "extends: ../a/.journeymap.yaml\n", "b/.journeymap.yaml")
    done = journeymap("lint", ".", folder=repo)
    assert done.code in {0, 1}
