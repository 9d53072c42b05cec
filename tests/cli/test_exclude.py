"""Which files lint leaves out: what configurations and people exclude, and what git ignores."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.running import CommandLine

TIDY = "journeymap: 1\ntitle: A\nsteps: [B]\n"
MAPS = ("a", "archive/b", "team/archive/c", "team/d")


@pytest.fixture
def maps(cli: CommandLine) -> CommandLine:
    for name in MAPS:
        cli.write(TIDY, f"{name}.journey.yaml")
    return cli


def listed(cli: CommandLine, *arguments: str) -> list[str]:
    done = cli("lint", "--show-files", *arguments)
    return [name.removesuffix(".journey.yaml") for name in done.out.split()]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("archive/", ["a", "team/d"]),
        ("/archive/", ["a", "team/archive/c", "team/d"]),
        ("team/*", ["a", "archive/b"]),
        ("'**/d.*'", ["a", "archive/b", "team/archive/c"]),
        ("['*.yaml', '!team', '!d.*']", ["team/d"]),
        ("nothing/", list(MAPS)),
    ],
)
def test_what_a_configuration_excludes_is_not_searched(
    pattern: str, left: list[str], maps: CommandLine
) -> None:
    maps.write(f"exclude: {pattern}\n", ".journeymap.yaml")
    assert listed(maps) == left
    assert listed(maps, "--isolated") == list(MAPS)
    assert listed(maps, *(f"{name}.journey.yaml" for name in MAPS)) == list(MAPS)


def test_other_commands_search_alike(maps: CommandLine) -> None:
    maps.write("exclude: [archive/, a.*]\n", ".journeymap.yaml")
    done = maps("leverage", ".", "--format", "json")
    assert "team/d.journey.yaml" in done.out
    assert "archive" not in done.out


def test_the_nearest_configuration_counts_from_its_folder(maps: CommandLine) -> None:
    maps.write("exclude: [archive/]\n", ".journeymap.yaml")
    maps.write("exclude: [/d.*]\n", "team/.journeymap.yaml")
    assert listed(maps) == ["a", "team/archive/c"]
    maps.write(
        "extends: ../.journeymap.yaml\nexclude: [/d.*, '!archive']\n", "team/.journeymap.yaml"
    )
    assert listed(maps) == ["a", "team/archive/c"]
    maps.write("extends: ../.journeymap.yaml\nexclude: [/d.*]\n", "team/.journeymap.yaml")
    assert listed(maps) == ["a"]


def test_what_is_typed_is_excluded_besides(
    maps: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    maps.write("exclude: [/archive/]\n", ".journeymap.yaml")
    assert listed(maps, "--exclude", "d.*", "--exclude", "a.*") == ["team/archive/c"]
    monkeypatch.chdir(maps.folder / "team")
    assert listed(maps, "--exclude", "/d.*") == ["archive/c"]


@pytest.mark.parametrize("named", [("archive",), ("archive/b.journey.yaml",), ("team/archive",)])
def test_what_is_named_is_left_out_only_if_that_is_forced(
    named: tuple[str, ...], maps: CommandLine
) -> None:
    maps.write("exclude: [archive/]\n", ".journeymap.yaml")
    assert len(listed(maps, *named)) == 1
    done = maps("lint", "--force-exclude", *named)
    assert (done.code, done.out, done.err) == (0, "", "all that was named is excluded\n")
    assert listed(maps, "--force-exclude", *named, "team/d.journey.yaml") == ["team/d"]
    assert listed(maps, "--force-exclude", "--exclude", "d.*", "team") == []


@pytest.mark.parametrize("pattern", ["/", "'#a'", "'[a'"])
def test_what_is_no_pattern_is_told(pattern: str, maps: CommandLine) -> None:
    maps.write(f"exclude: [archive/, {pattern}]\n", ".journeymap.yaml")
    done = maps("lint", "--output-format", "concise")
    assert done.out.startswith(".journeymap.yaml:1:21: error[invalid-value]")
    assert "is no pattern of files" in done.out
    done = maps("lint", "--exclude", pattern.strip("'"))
    assert (done.code, done.out) == (2, "")
    assert "is no pattern of files" in done.err


def test_what_git_ignores_elsewhere_is_not_searched(
    maps: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    (maps.folder / ".git").rmdir()
    home = maps.folder.parent / "home"
    (home / ".config/git").mkdir(parents=True)
    (home / ".config/git/ignore").write_text("team/archive/\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    subprocess.run(["git", "init", "-q"], cwd=maps.folder, check=True)
    assert listed(maps) == ["a", "archive/b", "team/d"]
    (maps.folder / ".git/info").mkdir(exist_ok=True)
    (maps.folder / ".git/info/exclude").write_text("/archive/\n!team/archive/\n")
    assert listed(maps) == ["a", "team/archive/c", "team/d"]
    maps.write("!/archive/\n", ".gitignore")
    assert listed(maps) == list(MAPS)
    (home / "others").write_text("d.*\n")
    subprocess.run(
        ["git", "config", "--global", "core.excludesFile", "~/others"], cwd=maps.folder, check=True
    )
    assert listed(maps) == ["a", "archive/b", "team/archive/c"]


def test_git_is_not_asked_where_it_knows_no_repository(
    maps: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[Path]()

    def ask(root: Path) -> tuple[Path, ...]:
        asked.append(root)
        return ()

    monkeypatch.setattr("journeymap.workspace.git.ignore_files", ask)
    assert listed(maps) == list(MAPS)  # `.git` is empty
    assert not asked
    (maps.folder / ".git").rmdir()
    subprocess.run(["git", "init", "-q"], cwd=maps.folder, check=True)
    assert listed(maps) == list(MAPS)
    assert asked == [maps.folder]


def test_a_configuration_may_end_in_yml(maps: CommandLine) -> None:
    maps.write("exclude: [archive/]\n", ".journeymap.yml")
    maps.write("fail_on: loud\n", "team/.journeymap.yml")
    assert listed(maps) == ["a", "team/archive/c", "team/d"]
    done = maps("lint", "--output-format", "concise")
    assert done.out.startswith("team/.journeymap.yml:1:10: error[invalid-value]")


def test_two_configurations_in_one_folder_are_told(maps: CommandLine) -> None:
    maps.write("exclude: [archive/]\n", ".journeymap.yml")
    maps.write("exclude: [team/]\n", ".journeymap.yaml")
    done = maps("lint", "--output-format", "concise")
    assert done.out == (
        ".journeymap.yml:1:1: error[unreadable-file] the file is not read: "
        ".journeymap.yaml beside it counts (JM007)\n"
    )
    assert done.code == 1
    assert listed(maps) == ["a", "archive/b"]
    maps.write("extends: .journeymap.yml\n", ".journeymap.yaml")
    assert maps("lint").code == 0
    assert listed(maps) == ["a", "team/d"]
