import os
import re
import stat
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from tests.cli.running import MAP, CommandLine

from journeymap.views.kit.theme import PAGES

SMALL = """journeymap: 1
title: Clinic
stages:
  Before:
    - {action: Calls, channel: phone, need: An answer, emotion: frustrated, pains: Line is busy}
  During:
    - {action: Sees the doctor, emotion: pleased}
"""
PNG = b"\x89PNG\r\n\x1a\n"
MANY = "journeymap: 1\ntitle: Many\nsteps:\n" + "".join(
    f"  - {{action: Does the thing number {i}, need: Something that takes many words to say}}\n"
    for i in range(60)
)


def words(svg: bytes) -> str:
    """All that is written in a picture."""
    return " ".join(ET.fromstring(svg).itertext())  # noqa: S314 - written by this tool


@pytest.mark.parametrize(
    ("output", "form", "written", "begins"),
    [
        ("out.svg", None, "out.svg", b"<?xml"),
        ("out.SVG", None, "out.SVG", b"<?xml"),
        ("out.png", None, "out.png", PNG),
        ("out.dot", None, "out.dot", b'digraph "clinic" {\n'),
        ("out.pdf", None, "out.pdf", b"%PDF"),
        ("out.pptx", None, "out.pptx", b"PK"),
        ("pictures", "pptx", "pictures/clinic.pptx", b"PK"),
        ("out.html", None, "out.html", b"<!doctype html>"),
        ("out.md", None, "out.md", b"# Clinic\n"),
        ("pictures", None, "pictures/clinic.svg", b"<?xml"),
        ("pictures", "png", "pictures/clinic.png", PNG),
        ("deep/er/out.svg", None, "deep/er/out.svg", b"<?xml"),
        ("out.svg", "png", "out.svg", PNG),
    ],
)
def test_output_says_where_and_what(
    output: str, form: str | None, written: str, begins: bytes, cli: CommandLine
) -> None:
    cli.write(SMALL)
    done = cli("render", MAP, "-o", output, *(["--format", form] if form else []))
    assert (done.code, done.out, done.err) == (0, f"{written}\n", "")
    content = (cli.folder / written).read_bytes()
    assert content.startswith(begins)
    assert content


def test_the_default_is_an_svg_beside_one(cli: CommandLine) -> None:
    cli.write(SMALL, f"deep/{MAP}")
    assert cli("render", f"deep/{MAP}").out == "clinic.svg\n"
    assert "Line is busy" in words((cli.folder / "clinic.svg").read_bytes())


def test_a_picture_that_is_there_is_renewed(cli: CommandLine) -> None:
    cli.write(SMALL)
    cli.write("old", "out.svg")
    assert cli("render", MAP, "-o", "out.svg").code == 0
    assert (cli.folder / "out.svg").read_bytes().startswith(b"<?xml")
    names = {path.name for path in cli.folder.iterdir()}
    assert names == {".git", MAP, "out.svg"}  # nothing half-written is left


def test_a_picture_has_the_usual_rights(cli: CommandLine) -> None:
    cli.write(SMALL)
    mask = os.umask(0o027)
    try:
        cli("render", MAP, "-o", "out.svg")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((cli.folder / "out.svg").stat().st_mode) == 0o640


def test_several_maps_go_into_a_folder(cli: CommandLine) -> None:
    for name in ("a", "deep/b"):
        cli.write(SMALL, f"maps/{name}.journey.yaml")
    cli.write("channels: [phone]\n", "maps/words.library.yaml")
    done = cli("render", "maps", "-o", "out")
    assert (done.code, done.out) == (0, "out/a.svg\nout/b.svg\n")


def test_a_map_over_several_pages(cli: CommandLine) -> None:
    cli.write(MANY)
    done = cli("render", MAP, "-o", "out.svg")
    names = done.out.split()
    assert len(names) > 1
    assert names == [f"out-{i}.svg" for i in range(1, len(names) + 1)]
    written = " ".join(words((cli.folder / name).read_bytes()) for name in names)
    assert all(f"number {i}" in re.sub(r"\s+", " ", written) for i in range(60))
    assert cli("render", MAP, "-o", "-").code == 2


@pytest.mark.parametrize("form", ["pdf", "pptx", "html", "md"])
def test_one_file_holds_all_pages_of_all_maps(form: str, cli: CommandLine) -> None:
    cli.write(MANY, "many.journey.yaml")
    cli.write(SMALL, "small.journey.yaml")
    cli.write("journeymap: 1\ntitle: T\nsteps: []\n", "none.journey.yaml")
    done = cli("render", ".", "-o", f"deck.{form}")
    assert (done.code, done.out) == (1, f"deck.{form}\n")
    assert "none.journey.yaml: there is no step to draw" in done.err
    size = (cli.folder / f"deck.{form}").stat().st_size
    assert cli("render", "many.journey.yaml", "-o", f"one.{form}").code == 0
    assert (cli.folder / f"one.{form}").stat().st_size < size
    done = cli("render", "small.journey.yaml", "many.journey.yaml", "--format", form)
    assert done.out == f"small.{form}\nmany.{form}\n"


def test_text_that_the_bundled_font_lacks_is_told_with_the_remedy(cli: CommandLine) -> None:
    cli.write(SMALL.replace("An answer", "返事"))
    told = {form: cli("render", MAP, "--format", form) for form in ("svg", "png", "pdf")}
    assert told["svg"].err == ""
    said = "the bundled font cannot draw 返 事; use SVG, or --engine system\n"
    assert told["png"].err.endswith(said)
    assert told["png"].code == 2
    assert not (cli.folder / "clinic.png").exists()
    assert told["pdf"].err.endswith("the bundled font cannot draw 返 事; use SVG, HTML or PPTX\n")
    assert told["pdf"].code == 0
    assert cli("render", MAP, "--format", "png", "--engine", "system").code == 0


def test_stdout_gets_nothing_but_the_picture(cli: CommandLine) -> None:
    done = cli("render", "-", "-o", "-", stdin=SMALL)
    assert (done.code, done.err) == (0, "")
    assert "Sees the doctor" in words(done.out.encode())


def test_stdin_has_a_name(cli: CommandLine) -> None:
    assert cli("render", "-", stdin=SMALL).out == "stdin.svg\n"
    name = ("--stdin-filename", "desk.journey.yaml")
    assert cli("render", "-", *name, stdin=SMALL).out == "desk.svg\n"


def test_quiet_says_nothing(cli: CommandLine) -> None:
    cli.write(SMALL)
    done = cli("render", MAP, "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (cli.folder / "clinic.svg").exists()


def size(path: Path) -> tuple[float, float]:
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - written by this tool
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    return width, height


@pytest.mark.parametrize("name", PAGES)
def test_sizes_of_pages(name: str, cli: CommandLine) -> None:
    cli.write(SMALL)
    assert cli("render", MAP, "--size", name).code == 0
    width, height = size(cli.folder / "clinic.svg")
    assert (width > 3000) is (name == "a0")
    ratio = {"16:9": 16 / 9, "4:3": 4 / 3}.get(name, 2**0.5)
    assert width / height == pytest.approx(ratio, rel=0.01)


def test_a_size_may_be_written_with_a_unit(cli: CommandLine) -> None:
    cli.write(SMALL)
    assert cli("render", MAP, "--size", "20x10in").code == 0
    assert size(cli.folder / "clinic.svg") == (1440, 720)


def test_a_map_is_compared_with_another_or_with_its_desired_one(cli: CommandLine) -> None:
    later = SMALL.replace("Clinic", "Later").replace("title:", "state: desired\ntitle:")
    cli.write(later.replace("Calls", "Books online"), "later.journey.yaml")
    cli.write(SMALL)
    done = cli("render", MAP, "--view", "compare")
    assert (done.code, done.out) == (2, "")
    assert "name another map with --against" in done.err
    cli("render", MAP, "--view", "compare", "--against", "later.journey.yaml", "-o", "one.svg")
    cli.write(SMALL.replace("title:", "desired: later.journey.yaml\ntitle:"))
    cli("render", MAP, "--view", "compare", "-o", "two.svg")
    for name in ("one", "two"):
        assert "Books online" in words((cli.folder / f"{name}.svg").read_bytes())


def test_a_part_of_a_map_under_another_title(cli: CommandLine) -> None:
    cli.write(SMALL)
    cli("render", MAP, "--stage", "during", "--title", "For the board")
    drawn = words((cli.folder / "clinic.svg").read_bytes())
    assert "For the board" in drawn
    assert "Sees the doctor" in drawn
    assert "Calls" not in drawn


def test_the_map_as_one_person_goes_through_it(cli: CommandLine) -> None:
    cli.write(SMALL.replace("need: An answer", "need: {'': An answer, her son: Peace}"))
    cli("render", MAP, "--persona", "her son")
    drawn = words((cli.folder / "clinic.svg").read_bytes())
    assert "Peace" in drawn
    assert "An answer" not in drawn


def test_clients_see_no_findings_and_nothing_internal(cli: CommandLine) -> None:
    cli.write(
        SMALL.replace("title:", "status: review\ntitle:").replace("phone,", "phone, note: N1,")
    )
    read = {}
    for audience in ("team", "client"):
        assert cli("render", MAP, "--audience", audience, "-o", "out.html").code == 0
        read[audience] = (cli.folder / "out.html").read_text(encoding="utf-8")
    assert "N1" in read["team"]
    assert "N1" not in read["client"]
    assert "<caption>Findings" in read["team"]
    assert "<caption>Findings" not in read["client"]


def test_themes_change_the_ground(cli: CommandLine) -> None:
    cli.write(SMALL)
    cli.write("base: dark\ncolours: {page: '#010203'}\n", "house.yaml")
    grounds = []
    for theme in ("light", "dark", "house.yaml"):
        done = cli("render", MAP, "--theme", theme)
        assert (done.code, done.err) == (0, "")
        ground = re.search(r'<rect [^>]*fill="(#\w+)"', (cli.folder / "clinic.svg").read_text())
        assert ground
        grounds.append(ground[1])
    assert grounds == ["#ffffff", "#12181f", "#010203"]


def test_what_is_hard_to_read_in_a_theme_is_told_with_its_place(cli: CommandLine) -> None:
    cli.write(SMALL)
    cli.write("colours:\n  muted: '#aaaaaa'\n", "house.yaml")
    done = cli("render", MAP, "--theme", "house.yaml")
    assert (done.code, done.out) == (0, "clinic.svg\n")
    assert done.err.startswith("house.yaml:2:10: letters of #aaaaaa on #ffffff have a contrast of")


def test_the_typeface_of_a_house_goes_where_fonts_are_not_embedded(cli: CommandLine) -> None:
    cli.write(SMALL)
    cli.write("font: Source Sans 3\n", "house.yaml")
    assert cli("render", MAP, "--theme", "house.yaml").err == ""
    drawn = (cli.folder / "clinic.svg").read_text(encoding="utf-8")
    assert "font-family=\"'Source Sans 3', Arimo" in drawn
    assert 'lengthAdjust="spacingAndGlyphs"' in drawn
    for form, remedy in (("png", "use svg, html or pptx"), ("pdf", "name its files")):
        done = cli("render", MAP, "--theme", "house.yaml", "--format", form)
        assert f"{form} shows the bundled typeface, not Source Sans 3: {remedy}" in done.err
    assert cli("render", MAP, "--theme", "house.yaml", "--format", "pptx").code == 0
    _, slide = Presentation(str(cli.folder / "clinic.pptx")).slides
    assert 'typeface="Source Sans 3"' in slide.shapes[-1].element.xml


def test_the_logo_of_a_house_is_on_every_kind_of_page(cli: CommandLine) -> None:
    cli.write(SMALL)
    cli.write("logo: logo.png\n", "house.yaml")
    Image.new("RGB", (40, 20), (255, 0, 0)).save(cli.folder / "logo.png")
    for form in ("svg", "png", "pdf", "pptx", "html"):
        done = cli("render", MAP, "--theme", "house.yaml", "--format", form)
        assert (done.code, done.err) == (0, "")
    read = {form: (cli.folder / f"clinic.{form}").read_bytes() for form in ("svg", "pdf", "html")}
    assert b'<image x="' in read["svg"]
    assert b'href="data:image/png;base64,' in read["html"]
    assert b"/Subtype /Image" in read["pdf"]
    _, slide = Presentation(str(cli.folder / "clinic.pptx")).slides
    assert [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    with Image.open(cli.folder / "clinic.png") as drawn:
        corner = drawn.convert("RGB").crop((2000, 1300, 2560, 1440))
        colours = {colour: count for count, colour in corner.getcolors(100_000) or []}
    assert colours[255, 0, 0] > 1000


def test_dots_per_inch_make_a_larger_png(cli: CommandLine) -> None:
    cli.write(SMALL)
    widths = []
    for dpi in ("96", "192"):
        assert cli("render", MAP, "-o", "out.png", "--dpi", dpi).code == 0
        widths.append(int.from_bytes((cli.folder / "out.png").read_bytes()[16:20], "big"))
    assert widths[1] == pytest.approx(2 * widths[0], abs=2)


def test_lanes_choose_the_rows(cli: CommandLine) -> None:
    cli.write(SMALL)
    cli("render", MAP, "--lanes", "need", "-o", "need.svg")
    cli("render", MAP, "--lanes", "pains, channel", "-o", "pains.svg")
    need, pains = (words((cli.folder / f"{name}.svg").read_bytes()) for name in ("need", "pains"))
    assert "An answer" in need
    assert "Line is busy" not in need
    assert "An answer" not in pains
    assert "Line is busy" in pains


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--size", "huge"), "there is no page size huge"),
        (("--lanes", "nonsense"), "there is no row nonsense"),
        (("--format", "bmp"), "--format"),
        (("--dpi", "5"), "--dpi"),
        (("--dpi", "many"), "--dpi"),
        (("--engine", "magic"), "--engine"),
        (("--view", "sky"), "--view"),
        (("--size", "10x10mm"), "a page of 10x10mm cannot be drawn on"),
        (("--size", "420x297"), "420x297mm"),
        (("--size", "a0", "--format", "png", "--dpi", "600"), "use --dpi 311 or less"),
        (("--theme", "sepia"), "there is no theme sepia; choose one of light, dark, print"),
        (("--theme", "house.yaml"), "there is no theme file house.yaml"),
        (("--theme", MAP), f"{MAP}:1:1: "),
        (("--against", MAP), "--against is for the view compare, not for map"),
        (("--format", "dot", "--view", "focus"), "the view focus is no graph"),
        (("--layout", "dot"), "--layout is for the view flow, not for map"),
        (("--view", "compare", "--against", "x.yaml"), "there is no file or folder x.yaml"),
        (("--stage", "nowhere"), "the map has no stage nowhere; there are Before, During"),
        (("--persona", "nobody"), "the map has no person nobody"),
        (("--audience", "public"), "--audience"),
        (("--template", "house.pptx"), "--template is for pptx, not for svg"),
        (("--format", "pptx", "--template", "house.pptx"), "there is no template house.pptx"),
        (
            ("--format", "pptx", "--template", MAP),
            f"{MAP} cannot be read as a PowerPoint file (.pptx)",
        ),
        (
            ("--format", "pptx", "--template", MAP, "--size", "a4"),
            "the template has a page size of its own; leave out --size",
        ),
    ],
)
def test_bad_usage(arguments: tuple[str, ...], said: str, cli: CommandLine) -> None:
    cli.write(SMALL)
    done = cli("render", MAP, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not list(cli.folder.glob("*.svg"))


def test_a_library_cannot_be_drawn(cli: CommandLine) -> None:
    cli.write("channels: [phone]\n", "words.library.yaml")
    done = cli("render", "words.library.yaml")
    assert (done.code, done.err) == (2, "error: a library cannot be drawn; name a map\n")


def test_a_map_with_errors_is_drawn_and_says_so(cli: CommandLine) -> None:
    cli.write(SMALL.replace("frustrated", "blur8h"))
    done = cli("render", MAP)
    assert (done.code, done.out) == (0, "clinic.svg\n")
    assert f"journeymap lint {MAP}" in done.err


def test_maps_that_cannot_be_drawn_do_not_stop_the_others(cli: CommandLine) -> None:
    cli.write("title: [", "a.journey.yaml")
    cli.write("journeymap: 1\ntitle: T\nsteps: []\n", "b.journey.yaml")
    cli.write(SMALL, "c.journey.yaml")
    done = cli("render", ".", "-o", "out")
    assert (done.code, done.out) == (1, "out/c.svg\n")
    assert "a.journey.yaml:1:8: error[syntax-error]" in done.err
    assert "b.journey.yaml: there is no step to draw" in done.err


def test_the_same_map_gives_the_same_picture(cli: CommandLine) -> None:
    cli.write(SMALL)
    for ending in ("svg", "png", "dot", "pdf", "pptx", "html"):
        for name in ("a", "b"):
            assert cli("render", MAP, "-o", f"{name}.{ending}").code == 0
        first, again = (cli.folder / f"{name}.{ending}" for name in ("a", "b"))
        assert first.read_bytes() == again.read_bytes()


def test_two_maps_of_one_name_do_not_overwrite_one_another(cli: CommandLine) -> None:
    cli.write(SMALL, f"a/{MAP}")
    cli.write(SMALL.replace("Clinic", "Other"), f"b/{MAP}")
    done = cli("render", ".", "-o", "out")
    assert (done.code, done.out) == (2, "")
    assert f"a/{MAP} and b/{MAP}" in done.err
    assert not (cli.folder / "out").exists()


def test_several_maps_do_not_fit_into_one_stream(cli: CommandLine) -> None:
    cli.write(SMALL, "a.journey.yaml")
    cli.write(SMALL, "b.journey.yaml")
    done = cli("render", ".", "-o", "-")
    assert (done.code, done.out) == (2, "")


def test_one_view_is_drawn_at_a_time(cli: CommandLine) -> None:
    cli.write("title: A\nsteps: [Calls]\n")
    done = cli("render", MAP, "--view", "map", "--view", "flow", "-o", "out.svg")
    assert (done.code, done.out) == (2, "")
    assert "--view takes one view, and map and flow were named" in done.err
