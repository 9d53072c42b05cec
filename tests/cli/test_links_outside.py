"""A link that leads out of the repository is told, and neither read nor shown nor written."""

import os
from pathlib import Path

import pytest
from tests.cli.running import MAP, CommandLine

HIDDEN = "journeymap: 1\ntitle: A secret\nchanels: [a secret]\nsteps: [A secret step]\n"
TIDY = "journeymap: 1\ntitle: A\nsteps: [B]\n"
SAID = (
    "error[unreadable-file] the file cannot be read: it is a link that leads out of the repository"
)


@pytest.fixture
def outside(cli: CommandLine) -> Path:
    """A folder outside of the repository, with all that one could wish for."""
    folder = cli.folder.parent / "outside"
    folder.mkdir()
    for name in (MAP, "a.library.yaml", "a.rules.yaml"):
        (folder / name).write_text(HIDDEN)
    (folder / ".journeymap.yaml").write_text("ignore: [a-secret]\n")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


@pytest.mark.parametrize("named", [".", "link.journey.yaml", "./maps/../link.journey.yaml"])
@pytest.mark.parametrize("options", [(), ("--fix", "--unsafe-fixes"), ("--add-ignores", "x")])
def test_a_map(named: str, options: tuple[str, ...], cli: CommandLine, outside: Path) -> None:
    (cli.folder / "maps").mkdir()
    (cli.folder / "link.journey.yaml").symlink_to(outside / MAP)
    before = contents(outside)
    done = cli("lint", named, "--output-format", "concise", *options)
    assert done.code == 1
    assert done.out == f"link.journey.yaml:1:1: {SAID} (JM007)\n"
    assert "secret" not in done.err
    assert contents(outside) == before


@pytest.mark.parametrize("command", [("show",), ("leverage",), ("render", "-o", "x.svg")])
def test_a_map_that_is_to_be_shown(
    command: tuple[str, ...], cli: CommandLine, outside: Path
) -> None:
    (cli.folder / "link.journey.yaml").symlink_to(outside / MAP)
    done = cli(*command, "link.journey.yaml")
    assert done.code != 0
    assert "leads out of the repository" in done.err
    assert "secret" not in done.out + done.err
    assert not (cli.folder / "x.svg").exists()


def test_a_folder_be_it_another_repository(cli: CommandLine, outside: Path) -> None:
    (outside / ".git").mkdir()
    (outside / ".journeymap.yaml").unlink()
    (cli.folder / "maps").symlink_to(outside)
    for named in ("maps", f"maps/{MAP}"):
        done = cli("lint", named, "--output-format", "concise")
        assert (done.code, done.out) == (1, f"{named}:1:1: {SAID} (JM007)\n")


@pytest.mark.parametrize("options", [(), ("--config", ".journeymap.yaml")])
def test_a_configuration(options: tuple[str, ...], cli: CommandLine, outside: Path) -> None:
    cli.write(TIDY)
    (cli.folder / ".journeymap.yaml").symlink_to(outside / ".journeymap.yaml")
    done = cli("lint", "--output-format", "concise", *options)
    assert done.code == 2
    assert done.out == f".journeymap.yaml:1:1: {SAID} (JM007)\n"
    assert "cannot be read, so nothing it says counts" in done.err


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (MAP, f"{TIDY}uses: link.library.yaml\n", (4, 7)),
        (MAP, f"{TIDY}desired: link.journey.yaml\n", (4, 10)),
        (MAP, f"{TIDY.replace('B', '{action: B, journey: link.journey.yaml}')}", (3, 30)),
        (".journeymap.yaml", "extends: deep/.journeymap.yaml\n", (1, 10)),
        (".journeymap.yaml", "rules_from: link.rules.yaml\n", (1, 13)),
    ],
)
def test_what_a_file_leads_to(
    name: str, text: str, place: tuple[int, int], cli: CommandLine, outside: Path
) -> None:
    cli.write(TIDY)
    cli.write(text, name)
    (cli.folder / "deep").mkdir()
    (cli.folder / "deep/.journeymap.yaml").symlink_to(outside / ".journeymap.yaml")
    for kind, there in (("journey", MAP), ("library", "a.library.yaml"), ("rules", "a.rules.yaml")):
        (cli.folder / f"link.{kind}.yaml").symlink_to(outside / there)
    done = cli("lint", MAP, "--output-format", "concise")
    line, column = place
    assert f"{name}:{line}:{column}: error[broken-link]" in done.out
    assert "lies outside the repository" in done.out
    assert "secret" not in done.out + done.err


def test_patterns_of_what_git_ignores(cli: CommandLine, outside: Path) -> None:
    cli.write(TIDY)
    (outside / "patterns").write_text("*\n")
    (cli.folder / ".gitignore").symlink_to(outside / "patterns")
    assert cli("lint", "--show-files").out == f"{MAP}\n"


@pytest.mark.parametrize(
    "command",
    [
        ("render", MAP, "-o", "link.svg"),
        ("lint", "--write-baseline", "link.svg"),
        ("lint", "--output-format", "json=link.svg"),
        ("lint", "--output-format", "json=out/new.json"),
    ],
)
def test_nothing_is_written_there(
    command: tuple[str, ...], cli: CommandLine, outside: Path
) -> None:
    cli.write(TIDY)
    (outside / "x.svg").write_text("kept")
    (cli.folder / "link.svg").symlink_to(outside / "x.svg")
    (cli.folder / "out").symlink_to(outside)
    before = contents(outside)
    done = cli(*command)
    assert done.code == 2
    assert "is a link that leads out of the repository" in done.err
    assert contents(outside) == before


def test_links_within_the_repository_are_followed(cli: CommandLine) -> None:
    cli.write(TIDY.replace("title", "titel"), f"maps/{MAP}")
    (cli.folder / "link.journey.yaml").symlink_to(f"maps/{MAP}")
    (cli.folder / "again").symlink_to("maps")
    named = ("link.journey.yaml", "again", f"again/../maps/{MAP}")
    assert cli("lint", "--show-files", *named).out == f"maps/{MAP}\n"
    assert cli("lint", "--fix", "link.journey.yaml").code == 0
    assert (cli.folder / "link.journey.yaml").is_symlink()
    assert (cli.folder / f"maps/{MAP}").read_text() == TIDY


def test_a_link_to_the_repository_leads_nowhere_else(cli: CommandLine) -> None:
    cli.write(TIDY)
    (cli.folder.parent / "link").symlink_to(cli.folder)
    for named in ("../link", f"../link/{MAP}", f"{cli.folder.parent}/link/{MAP}"):
        assert cli("lint", "--show-files", named).out == f"{MAP}\n"


def test_hard_links_and_rights_survive_a_fix(cli: CommandLine) -> None:
    path = cli.write(TIDY.replace("title", "titel"))
    path.chmod(0o640)
    other = cli.folder.parent / "other.yaml"
    os.link(path, other)
    assert cli("lint", "--fix").code == 0
    assert path.read_text() == other.read_text() == TIDY
    assert path.samefile(other)
    assert path.stat().st_mode & 0o777 == 0o640
