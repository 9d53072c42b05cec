"""No path that a file says, and no link in a repository, leads a command out of it."""

import json
from pathlib import Path

import pptx
import pytest
from pydantic import BaseModel
from tests.cli.running import MAP, CommandLine
from tests.workspace.test_portraits import png

from journeymap.backends import pptx_template
from journeymap.model.fields import FileKind, FilePath, Node, shapes
from journeymap.model.journey import Journey, Library
from journeymap.views.errors import TemplateError
from journeymap.workspace.config import Configuration
from journeymap.workspace.rule_file import RuleFile

HELD = "known to nobody else"
OUTSIDE = {
    FileKind.JOURNEY: (MAP, f"title: {HELD}\nsteps: [{HELD}]\n"),
    FileKind.LIBRARY: ("a.library.yaml", f"channels: [{HELD}]\n"),
    FileKind.CONFIGURATION: (".journeymap.yaml", f"ignore: [{HELD}]\n"),
    FileKind.RULES: ("a.rules.yaml", f"rules: [{{code: {HELD}}}]\n"),
    FileKind.PICTURE: ("ann.png", ""),
}
PLACES = {
    # where a path is said, by the model and the field: a file that says it
    ("Journey", "uses"): (MAP, "title: T\nsteps: [A]\nuses: %s\n"),
    ("Journey", "desired"): (MAP, "title: T\nsteps: [A]\ndesired: %s\n"),
    ("Step", "journey"): (MAP, "title: T\nsteps: [{action: A, journey: %s}]\n"),
    ("Portrait", "file"): (MAP, "title: T\nsteps: [A]\npersonas: [{name: Ann, picture: %s}]\n"),
    ("Configuration", "extends"): (".journeymap.yaml", "extends: %s\n"),
    ("Configuration", "rules_from"): (".journeymap.yaml", "rules_from: %s\n"),
}


def said(model: type[Node], seen: set[type[Node]]) -> dict[tuple[str, str], FileKind]:
    """The fields of a model, and of the parts that it holds, in which a path is said."""
    found: dict[tuple[str, str], FileKind] = {}
    seen.add(model)
    for shape in shapes(model).values():
        if isinstance(shape.kind, FilePath):
            found[model.__name__, shape.name] = shape.kind.kind
        elif isinstance(shape.kind, type) and issubclass(shape.kind, BaseModel):
            found |= said(shape.kind, seen) if shape.kind not in seen else {}
    return found


FIELDS = {
    place: kind
    for model in (Journey, Library, Configuration, RuleFile)
    for place, kind in said(model, set()).items()
}
"""Every field of every kind of file in which a path is said."""


@pytest.fixture
def outside(cli: CommandLine) -> Path:
    """A folder outside of the repository, and links of every kind that lead into it."""
    folder = cli.folder.parent / "outside"
    folder.mkdir()
    for name, content in OUTSIDE.values():
        (folder / name).write_text(content)
    (folder / "ann.png").write_bytes(png(filler=9) + HELD.encode())
    (cli.folder / "away").symlink_to(folder)
    (cli.folder / "links").mkdir()
    for name, _ in OUTSIDE.values():
        (cli.folder / "links" / name).symlink_to(folder / name)
    cli.write("title: T\nsteps: [A]\n")
    return folder


def test_every_field_that_says_a_path_is_tried() -> None:
    assert set(FIELDS) == set(PLACES)


@pytest.mark.parametrize("place", PLACES, ids=".".join)
@pytest.mark.parametrize("way", ["../outside", "{outside}", "away", "links"])
def test_no_path_leads_out(
    place: tuple[str, str], way: str, cli: CommandLine, outside: Path
) -> None:
    there, text = PLACES[place]
    path = f"{way.format(outside=outside)}/{OUTSIDE[FIELDS[place]][0]}"
    cli.write(text % json.dumps(path), there)
    done = cli("lint", "--output-format", "json")
    (found,) = [each for each in json.loads(done.out)["findings"] if each["code"] == "JM104"]
    assert found["path"] == there
    for command in (("lint",), ("show", MAP), ("render", MAP, "-o", "-", "--format", "html")):
        done = cli(*command)
        assert HELD not in done.out + done.err
        assert "data:image" not in done.out


@pytest.fixture
def deck(outside: Path) -> Path:
    """A template outside, and a link to it inside."""
    pptx.Presentation().save(str(outside / "deck.pptx"))
    return outside.parent / "repo" / "away" / "deck.pptx"


def test_a_template_is_not_taken_from_outside(cli: CommandLine, deck: Path) -> None:
    (cli.folder / "deck.pptx").symlink_to(deck)
    for path in (deck, cli.folder / "deck.pptx"):
        done = cli("render", MAP, "-o", "out.pptx", "--template", str(path))
        assert done.code == 2
        assert "is a link that leads out of the repository: move the file into it" in done.err
        assert not (cli.folder / "out.pptx").exists()


def test_a_template_that_is_a_loop_is_told(cli: CommandLine) -> None:
    loop = cli.folder / "loop.pptx"
    loop.symlink_to("loop.pptx")
    with pytest.raises(TemplateError, match="cannot be read as a PowerPoint file"):
        pptx_template.opened(loop, lambda _: None)


@pytest.mark.parametrize("field", ["logo: %s", "font: House\nfont_files: [%s]"])
@pytest.mark.parametrize("path", ["../outside/ann.png", "away/ann.png", "links/ann.png"])
def test_a_theme_takes_nothing_from_outside(
    field: str, path: str, cli: CommandLine, outside: Path
) -> None:
    assert (outside / "ann.png").exists()
    cli.write(f"{field % path}\n", "house.yaml")
    done = cli("render", MAP, "--theme", "house.yaml", "-o", "out.svg")
    assert done.code == 2
    assert "lies outside the repository" in done.err


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("render", MAP, "-o", "out.svg", "--theme", "links/house.yaml"), "house.yaml"),
        (("lint", "--baseline", "links/known.json"), "known.json"),
        (("new", "fresh", "--from", "links/outline.txt"), "outline.txt"),
        (("new", "fresh", "--from", f"links/{MAP}"), MAP),
        (("lint", "--config", "links/.journeymap.yaml"), ".journeymap.yaml"),
        (("render", MAP, "--view", "compare", "--against", f"links/{MAP}", "-o", "x.svg"), MAP),
    ],
)
def test_what_is_named_is_not_read_through_a_link(
    command: tuple[str, ...], name: str, cli: CommandLine, outside: Path
) -> None:
    (outside / name).write_text(f"- {HELD}\n")
    link = cli.folder / "links" / name
    link.unlink(missing_ok=True)
    link.symlink_to(outside / name)
    done = cli(*command)
    assert done.code == 2
    assert HELD not in done.out + done.err
    assert "leads out of the repository" in done.err + done.out
    assert not (cli.folder / "fresh.journey.yaml").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("new", "away/fresh", "--template", "workshop"),
        ("init", "--yes"),
        ("init", "--undo"),
        ("merge", "--resolve", f"away/{MAP}"),
        ("render", MAP, "-o", "away/x.svg"),
        ("render", MAP, "-o", "away"),
        ("lint", "--output-format", "json=away/x.json"),
        ("lint", "--fix", "--unsafe-fixes", f"away/{MAP}"),
        ("rename", "a", "b"),
    ],
)
def test_nothing_is_written_there(
    command: tuple[str, ...], cli: CommandLine, outside: Path
) -> None:
    for name in (".vscode", "schemas"):
        (cli.folder / name).symlink_to(outside)
    (cli.folder / ".gitattributes").symlink_to(outside / "attributes")
    (outside / "attributes").write_text("kept\n")
    before = {path.name: path.read_bytes() for path in outside.iterdir()}
    cli(*command)
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == before
