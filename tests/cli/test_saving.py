"""Whatever a command writes, it takes the place of no map, no settings and nothing that is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.processes import HANGS, journeymap
from tests.cli.running import MAP, CommandLine

TEXT = "journeymap: 1\ntitle: Clinic\nuses: [w.library.yaml]\nsteps: [Calls]\n"
OTHER = TEXT.replace("Clinic", "Another")


@pytest.fixture
def house(cli: CommandLine) -> CommandLine:
    """A repository in which everything is that a run may read."""
    cli.write(TEXT)
    cli.write(OTHER, "m2.journey.yaml")
    cli.write(TEXT, "plain.txt")
    cli.write("channels: [phone]\n", "w.library.yaml")
    cli.write("rules_from: [our.rules.yaml]\n", ".journeymap.yaml")
    cli.write("rules: []\n", "our.rules.yaml")
    cli.write("logo: logo.png\n", "house.yaml")
    cli.write("*.tmp\n", ".gitignore")
    cli.write("Calls\n", "outline.txt")
    Image.new("RGB", (4, 4)).save(cli.folder / "logo.png")
    (cli.folder / "link.svg").symlink_to(MAP)
    os.link(cli.folder / MAP, cli.folder / "hard.svg")
    os.link(cli.folder / "w.library.yaml", cli.folder / "words.svg")
    (cli.folder / "away").mkdir()
    (cli.folder / "away" / "link.json").symlink_to("../.journeymap.yaml")
    (cli.folder / "to-git").symlink_to(".git")
    for name in ("circle", "circle.svg", "circle.journey.yaml"):
        (cli.folder / name).symlink_to(name)
    cli.write("old", "old.md")
    (cli.folder / "same.md").symlink_to("old.md")
    (cli.folder / "twin.md").hardlink_to(cli.folder / "old.md")
    assert cli("lint", MAP, "--write-baseline", "known.json", "-q").code == 0
    return cli


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


RENDER = ("render", "m2.journey.yaml", "--format")
REFUSED = [
    # what the issue names, and its neighbours
    (*RENDER, "svg", "-o", MAP),
    (*RENDER, "md", "-o", ".journeymap.yaml"),
    (*RENDER, "html", "-o", "w.library.yaml"),
    (*RENDER, "svg", "-o", "our.rules.yaml"),
    (*RENDER, "svg", "-o", "new.journey.yaml"),
    (*RENDER, "svg", "-o", "NEW.JOURNEY.YML"),
    (*RENDER, "svg", "-o", "house.yaml"),
    (*RENDER, "md", "-o", ".gitignore"),
    (*RENDER, "svg", "-o", "link.svg"),
    (*RENDER, "svg", "-o", "words.svg"),
    ("render", MAP, "-o", "hard.svg"),
    ("render", MAP, "-o", "./away/../hard.svg"),
    ("render", "plain.txt", "-o", "plain.txt", "--format", "svg"),
    ("render", MAP, "--theme", "house.yaml", "-o", "logo.png"),
    ("render", MAP, "--theme", "house.yaml", "-o", "house.yaml", "--format", "pdf"),
    ("render", MAP, "--view=compare", "--against", "plain.txt", "-o", "plain.txt", "--format=svg"),
    ("lint", MAP, "--write-baseline", "our.rules.yaml"),
    ("lint", MAP, "--write-baseline", ".journeymap.yaml"),
    ("lint", MAP, "--write-baseline", "m2.journey.yaml"),
    ("lint", MAP, "--write-baseline", "hard.svg"),
    ("lint", "plain.txt", "--write-baseline", "plain.txt"),
    ("lint", MAP, "--output-format", "md=hard.svg"),
    ("lint", MAP, "--output-format", "md=words.svg"),
    ("lint", MAP, "--output-format", "json=away/link.json"),
    ("lint", MAP, "--baseline", "known.json", "--output-format", "json=known.json"),
    ("lint", MAP, "--output-format", "md=new.md", "--output-format", "json=hard.svg"),
    # among the files of git, by whatever way
    ("lint", MAP, "--write-baseline", ".git/config"),
    ("lint", MAP, "--output-format", "json=.git/index"),
    (*RENDER, "svg", "-o", "away/../.GIT/x.svg"),
    (*RENDER, "svg", "-o", "to-git/x.svg"),
    ("lint", MAP, "--output-format", "json=.gitattributes"),
    ("new", ".git/hooks/ward", "--template", "blank"),
    # links that lead in a circle
    (*RENDER, "svg", "-o", "circle.svg"),
    (*RENDER, "svg", "-o", "circle/x.svg"),
    ("lint", MAP, "--output-format", "json=circle.svg"),
    ("lint", MAP, "--write-baseline", "circle.svg"),
    ("new", "circle", "--template", "blank"),
    # two outputs, one file
    ("lint", MAP, "--output-format", "md=x.md", "--output-format", "json=./x.md"),
    ("lint", MAP, "--output-format", "md=old.md", "--output-format", "json=same.md"),
    ("lint", MAP, "--output-format", "md=old.md", "--output-format", "json=twin.md"),
    # a report that would not be written
    ("lint", MAP, "--write-baseline", "b.json", "--output-format", "json=a.json"),
    ("lint", MAP, "--diff", "--output-format", "json=a.json"),
    ("lint", MAP, "--show-rules", "--output-format", "json=a.json"),
    # no streams, no folders
    ("lint", MAP, "--write-baseline", "-"),
    ("new", "-", "--template", "blank"),
    (*RENDER, "md", "-o", "plain.txt/deep/x.md"),
    ("new", "m2.journey.yaml", "--template", "blank"),
    ("new", "m2", "--from", "outline.txt"),
]


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_nothing_goes_over_what_is_read(arguments: tuple[str, ...], house: CommandLine) -> None:
    before = contents(house.folder)
    done = house(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert done.err.count("\n") == 1
    assert contents(house.folder) == before


@pytest.mark.parametrize(
    "arguments",
    [
        (*RENDER, "svg", "-o", "old.txt"),
        ("render", MAP, "-o", "old.svg"),
        ("lint", MAP, "--output-format", "json=old.txt"),
        ("lint", MAP, "--baseline", "known.json", "--write-baseline", "known.json"),
        ("lint", MAP, "--write-baseline", "old.svg"),
    ],
    ids=" ".join,
)
def test_what_is_nobodys_source_is_replaced(arguments: tuple[str, ...], house: CommandLine) -> None:
    for name in ("old.txt", "old.svg"):
        house.write("old", name)
    assert house(*arguments).code in {0, 1}
    target = house.folder / arguments[-1].rpartition("=")[2]
    assert target.read_text(encoding="utf-8")[:3] in {"<?x", "{\n "}


def test_the_map_that_comes_from_standard_input_stays(house: CommandLine) -> None:
    path = house.folder / "plain.txt"
    with path.open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-m", "journeymap", "render", "-", "-oplain.txt", "--format=md"],
            cwd=house.folder,
            stdin=stdin,
            capture_output=True,
            timeout=HANGS,
            check=False,
        )
    assert done.returncode == 2
    assert b"plain.txt is read in this run; a picture must not take its place" in done.stderr
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("name", ["a" * 241 + ".svg", "ä" * 120 + ".svg", "a" * 251 + ".svg"])
def test_names_as_long_as_names_may_be(name: str, house: CommandLine) -> None:
    assert house("render", MAP, "-o", name).code == 0
    assert (house.folder / name).stat().st_size


def test_a_map_of_a_long_name_is_started_and_mended(house: CommandLine) -> None:
    name = f"{'a' * 237}.journey.yaml"
    assert house("new", name, "--template", "blank").code == 0
    path = house.write("titel: T\nsteps: [Calls]\n", name)
    assert house("lint", name, "--fix").code == 0
    assert path.read_text(encoding="utf-8").startswith("journeymap: 1\ntitle: T\n")


def test_two_maps_are_no_picture(house: CommandLine) -> None:
    house.write(OTHER, "clinic-1.journey.yaml")
    steps = "".join(f"  - {{name: Step {i}, need: {'to be told ' * 9}}}\n" for i in range(40))
    house.write(f"title: Long\nsteps:\n{steps}")
    done = house("render", MAP, "clinic-1.journey.yaml", "-o", "pictures")
    assert done.code == 2
    assert done.err.endswith("-1.svg would hold two pictures: draw the maps one by one\n")
    assert done.out.count("\n") > 1


def test_a_report_to_a_hyphen_is_printed(house: CommandLine) -> None:
    assert house("lint", MAP, "--output-format", "json=-").out.startswith("{")
    assert not (house.folder / "-").exists()


def test_a_full_disk_leaves_no_map_behind(house: CommandLine) -> None:
    done = journeymap(
        "new", "deep/er/full", "--template", "blank", folder=house.folder, most_bytes=100
    )
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "deep/er/full.journey.yaml: file too large" in done.err
    assert not (house.folder / "deep").exists()
