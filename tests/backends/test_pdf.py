"""PDF: one file of vectors, with real text in the bundled typeface."""

import re
import sys
import zlib
from base64 import a85decode
from pathlib import Path

import pytest
import reportlab
from tests.views.maps import pages, plain

from journeymap.backends import pdf
from journeymap.backends.formats import Chapter
from journeymap.views.errors import MissingExtraError, TypefaceError
from journeymap.views.kit.scene import Anchor, Box, Curve, Marker, Scene, Shape, Text


def scene(**fields: object) -> Scene:
    basis: dict[str, object] = {
        "width": 200.0, "height": 100.0, "background": "#ffffff", "title": "Żółw",
        "description": "D", "boxes": (), "marks": (),
    }  # fmt: skip
    return Scene(**{**basis, **fields})  # type: ignore[arg-type]


def chapter(*scenes: Scene) -> Chapter:
    return Chapter(title="Żółw", scenes=scenes or pages(plain(30, 5)), language="pl")


def streams(content: bytes) -> str:
    """The drawing operations of all pages."""
    found = re.findall(rb"/Filter \[ /ASCII85Decode /FlateDecode \].*?stream\r?\n(.*?)endstream",
                       content, re.DOTALL)  # fmt: skip
    read = (a85decode(stream.strip().removesuffix(b"~>")) for stream in found)
    return b"\n".join(map(zlib.decompress, read)).decode("latin-1")


def test_a_page_a_scene_and_an_outline() -> None:
    scenes = pages(plain(30, 5))
    content = pdf.write([chapter(*scenes), chapter(scene())])
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", content)) == len(scenes) + 1
    assert content.count(b"/Dest ") == len(scenes) + 1


def test_the_typeface_is_embedded_and_maps_back_to_text() -> None:
    content = pdf.write([chapter()])
    names = set(re.findall(rb"/BaseFont /(\S+)", content))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+Arimo\S*", name) for name in names)
    assert content.count(b"/ToUnicode") >= len(names)
    assert b"/FontFile2" in content


VERA = tuple(
    (Path(reportlab.__file__).parent / "fonts" / name).read_bytes()
    for name in ("Vera.ttf", "VeraBd.ttf")
)
"""A typeface that is wider than the bundled one."""


def written(text: str, faces: tuple[bytes, ...], **fields: object) -> tuple[set[bytes], str]:
    """Typefaces of a page with one line of text, and what is drawn on it."""
    basis = {"x": 100, "baseline": 50, "text": text, "size": 12, "colour": "#000000"}
    line = Text(**{**basis, **fields})  # type: ignore[arg-type]
    content = pdf.write([chapter(scene(marks=(line,), font="Vera", faces=faces))])
    names = set(re.findall(rb"/BaseFont /[A-Z]{6}\+(\S+)", content))
    return names, streams(content)


def test_the_typeface_of_a_house_is_embedded_and_keeps_to_its_room() -> None:
    names, drawn = written("Waits for the results", VERA)
    assert names == {b"BitstreamVeraSans-Roman"}
    (narrow,) = map(float, re.findall(r"([\d.]+) Tz", drawn))
    assert 75 < narrow < 95
    assert written("Waits", VERA, bold=True)[0] == {b"BitstreamVeraSans-Bold"}
    assert written("Waits", VERA[:1], bold=True)[0] == {b"BitstreamVeraSans-Roman"}


def test_what_is_narrower_than_its_room_is_not_stretched_and_keeps_its_anchor() -> None:
    _, drawn = written("....", VERA, anchor=Anchor.END)
    wide = 4 * 12 * 0.318
    (narrow,) = map(float, re.findall(r"([\d.]+) Tz", drawn))
    (x,) = map(float, re.findall(r"1 0 0 1 ([\d.]+) 50 Tm", drawn))
    assert x + wide * narrow / 100 == pytest.approx(100, abs=0.1)


def test_a_line_that_the_typeface_of_a_house_lacks_is_in_the_bundled_one() -> None:
    assert {name[:5] for name in written("Łóżko", VERA)[0]} == {b"Arimo"}


def test_a_typeface_that_cannot_be_embedded_is_told() -> None:
    with pytest.raises(TypefaceError, match="the files of Vera cannot be embedded"):
        written("Waits", (VERA[0][:5000],))


def test_it_tells_nothing_of_day_machine_or_user() -> None:
    content = pdf.write([chapter()])
    assert content == pdf.write([chapter()])
    assert b"/Producer (journeymap)" in content
    assert b"2000" in re.findall(rb"/CreationDate \(([^)]*)\)", content)[0]


def test_everything_of_a_scene_is_drawn() -> None:
    marks = (
        Marker(shape=Shape.CIRCLE, x=20, y=20, size=10, fill="#ff0000", stroke="#00ff00"),
        Marker(shape=Shape.STAR, x=50, y=20, size=10, fill="#ff0000"),
        Curve(points=((0, 0), (10, 0), (20, 10), (30, 10)), colour="#0000ff", dashed=True),
    )
    boxes = (
        Box(x=10, y=10, width=50, height=20, fill="#eeeeee", radius=6),
        Box(x=10, y=40, width=50, height=20, stroke="#999999", dashed=True),
    )
    drawn = streams(pdf.write([chapter(scene(marks=marks, boxes=boxes))]))
    assert "1 0 0 rg" in drawn
    assert "0 1 0 RG" in drawn
    assert "[5 2] 0 d" in drawn
    assert drawn.count(" c\n") + drawn.count(" c ") >= 1 + 4 + 4


@pytest.mark.parametrize(
    ("link", "follows"),
    [("https://example.org/a", True), ("notes/a.md", False), ("javascript:alert(1)", False)],
)
def test_only_safe_links_that_lead_somewhere_are_written(link: str, follows: bool) -> None:
    words = Text(x=10, baseline=50, text="words", size=10, colour="#000000", link=link)
    content = pdf.write([chapter(scene(marks=(words,)))])
    assert (b"/URI" in content) is follows


def test_what_is_not_installed_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportlab.pdfgen.canvas", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'journeymap\[pdf\]'"):
        pdf.write([chapter()])
