"""Whatever file a user names, reading it ends: devices, pipes, and more than 5 MB."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import MAP, CommandLine

from journeymap.text.source import MOST_BYTES

TIDY = "journeymap: 1\ntitle: Clinic\nsteps: [Calls]\n"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(60 * MOST_BYTES)  # takes no room on the disk


COMMANDS = {
    "baseline": ("lint", MAP, "--baseline", "x"),
    "map": ("lint", "x", "--stdin-filename", "y"),
    "outline": ("new", "y", "--from", "x"),
    "theme": ("render", MAP, "-o", "-", "--theme", "x.yaml"),
    "template": ("render", MAP, "-o", "y.pptx", "--template", "x"),
    "configuration": ("lint", MAP, "--config", "x"),
    "against": ("render", MAP, "-o", "-", "--view", "compare", "--against", "x"),
    "rules": ("lint", "rules/" + MAP),
    "logo": ("render", MAP, "-o", "-", "--theme", "brand.yaml"),
}


REASONS: dict[Callable[[Path], None], str] = {
    pipe: "no ordinary file",
    device: "leads out of the repository",
    large: "has more than 5 MB",
}


@pytest.mark.parametrize("make", REASONS)
@pytest.mark.parametrize("named", COMMANDS)
def test_reading_ends_and_the_file_is_named(
    named: str, make: Callable[[Path], None], cli: CommandLine
) -> None:
    cli.write(TIDY)
    cli.write("logo: x\n", "brand.yaml")
    cli.write(TIDY, f"rules/{MAP}")
    cli.write("rules_from: [our.rules.yaml]\n", "rules/.journeymap.yaml")
    for name in ("x", "x.yaml", "rules/our.rules.yaml"):
        make(cli.folder / name)
    done = cli(*COMMANDS[named])
    assert done.code != 0
    assert "bug" not in done.err
    said = done.out + done.err
    assert any(name in said for name in ("x", "x.yaml", "our.rules.yaml", "/dev/zero"))
    assert not (cli.folder / "y.pptx").exists()
    if named == "baseline":
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert REASONS[make] in done.err


def test_no_baseline_is_written_that_could_not_be_read(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(TIDY)
    monkeypatch.setattr("journeymap.cli.lint_baseline.MOST_BYTES", 100)
    done = cli("lint", "--profile", "published", "--write-baseline", "known.json")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "lint fewer maps" in done.err
    assert not (cli.folder / "known.json").exists()
