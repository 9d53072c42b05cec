"""PPTX: slides that people can go on editing, and that say nothing of where they were made."""

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pptx as library
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation
from pptx.util import Inches, Pt
from tests.views.maps import pages, plain

from journeymap.backends import pptx, pptx_template
from journeymap.backends.formats import Chapter
from journeymap.views.errors import ChoiceError, MissingExtraError, TemplateError
from journeymap.views.kit.scene import Anchor, Box, Curve, Marker, Scene, Shape, Text, line


def scene(**fields: object) -> Scene:
    basis: dict[str, object] = {
        "width": 200.0, "height": 100.0, "background": "#ffffff", "title": "T",
        "description": "D", "boxes": (), "marks": (),
    }  # fmt: skip
    return Scene(**{**basis, **fields})  # type: ignore[arg-type]


def chapter(*scenes: Scene, notes: tuple[str, ...] = ()) -> Chapter:
    return Chapter(title="T", scenes=scenes, notes=notes, language="es")


def opened(content: bytes) -> Presentation:
    return library.Presentation(io.BytesIO(content))


def words(presentation: Presentation) -> list[str]:
    """The text of every box, line breaks as spaces."""
    return [
        shape.text_frame.text.replace("\v", " ")
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text
    ]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house's template: 4:3, with a slide of its own."""
    presentation = library.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    assert slide.shapes.title is not None
    slide.shapes.title.text = "Sample of the house"
    path = tmp_path / "house.pptx"
    presentation.save(str(path))
    return path


def test_a_slide_a_scene_of_its_size() -> None:
    scenes = pages(plain(30, 5))
    deck = opened(pptx.write([chapter(*scenes), chapter(*scenes)]))
    assert len(deck.slides) == 2 * len(scenes)
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))


def test_every_text_is_editable_text() -> None:
    (drawn,) = pages(plain(4))
    told = " ".join(words(opened(pptx.write([chapter(drawn)]))))
    assert all(text.text in told for text in drawn.texts())


def test_lines_of_one_text_are_one_box_with_exact_spacing() -> None:
    lines = [
        Text(x=10, baseline=y, text=text, size=10, colour="#123456")
        for y, text in ((30, "one"), (42, "two"))
    ]
    (shape,) = opened(pptx.write([chapter(scene(marks=tuple(lines)))])).slides[0].shapes
    assert shape.has_text_frame
    (paragraph,) = shape.text_frame.paragraphs
    assert paragraph.text == "one\vtwo"
    assert paragraph.line_spacing == Pt(12)
    assert shape.top + Pt(12) - Pt(2.12) == pytest.approx(Pt(30), abs=2)


@pytest.mark.parametrize("anchor", Anchor)
def test_a_text_box_stands_where_the_text_does(anchor: Anchor) -> None:
    text = Text(x=100, baseline=50, text="words", size=10, colour="#000000", anchor=anchor)
    (shape,) = opened(pptx.write([chapter(scene(marks=(text,)))])).slides[0].shapes
    at = {
        Anchor.START: shape.left,
        Anchor.MIDDLE: shape.left + shape.width / 2,
        Anchor.END: shape.left + shape.width,
    }
    assert at[anchor] == pytest.approx(Pt(100), abs=2)


def test_the_title_is_the_title_of_the_slide() -> None:
    (drawn,) = pages(plain(4))
    title = opened(pptx.write([chapter(drawn)])).slides[0].shapes.title
    assert title is not None
    assert title.text_frame.text == "A plain map"
    assert opened(pptx.write([chapter(scene())])).slides[0].shapes.title is None


def test_shapes_are_native() -> None:
    marks = (
        Marker(shape=Shape.CIRCLE, x=50, y=50, size=12, fill="#ff0000", tooltip="glad"),
        Marker(shape=Shape.CIRCLE, x=50, y=50, size=2, fill="#000000"),
        Marker(shape=Shape.STAR, x=80, y=50, size=12, fill="#ff0000"),
        line((0, 5), (50, 5), colour="#000000"),
        Curve(points=((0, 0), (9, 0), (20, 10), (30, 10)), colour="#0000ff", dashed=True),
    )
    boxes = (Box(x=10, y=10, width=50, height=20, fill="#eeeeee", radius=5, key="a.need"),)
    shapes = list(opened(pptx.write([chapter(scene(marks=marks, boxes=boxes))])).slides[0].shapes)
    assert [shape.shape_type for shape in shapes] == [
        MSO_SHAPE_TYPE.AUTO_SHAPE,
        MSO_SHAPE_TYPE.GROUP,
        MSO_SHAPE_TYPE.FREEFORM,
        MSO_SHAPE_TYPE.LINE,
        MSO_SHAPE_TYPE.FREEFORM,
    ]
    assert shapes[0].name == "a.need"
    assert shapes[0].adjustments[0] == pytest.approx(0.25, abs=0.001)
    assert b"cubicBezTo" in shapes[-1].element.xml.encode()
    assert "custDash" in shapes[-1].element.xml
    assert 'descr="glad"' in shapes[1].element.xml


@pytest.mark.parametrize(
    ("link", "follows"),
    [("https://example.org/a", True), ("notes/a.md", False), ("javascript:alert(1)", False)],
)
def test_only_safe_links_that_lead_somewhere_are_written(link: str, follows: bool) -> None:
    text = Text(x=10, baseline=50, text="words", size=10, colour="#000000", link=link)
    (shape,) = opened(pptx.write([chapter(scene(marks=(text,)))])).slides[0].shapes
    assert (shape.click_action.hyperlink.address == link) is follows


def test_notes_go_with_their_slide() -> None:
    slides = opened(pptx.write([chapter(scene(), scene(), notes=("", "Say this"))])).slides
    assert not slides[0].has_notes_slide
    frame = slides[1].notes_slide.notes_text_frame
    assert frame is not None
    assert frame.text == "Say this"


def test_it_tells_nothing_of_day_machine_or_user() -> None:
    content = pptx.write([chapter(scene(), notes=("N",))])
    assert content == pptx.write([chapter(scene(), notes=("N",))])
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name]
        assert b"journeymap" in package.read("docProps/app.xml")
    core = opened(content).core_properties
    assert (core.author, core.title, core.comments) == ("journeymap", "T", "")
    assert core.created is not None
    assert core.created.year == 2000


def test_a_long_title_fits_the_property() -> None:
    long = Chapter(title="T" * 300, scenes=(scene(),))
    assert len(opened(pptx.write([long])).core_properties.title) == 255


def test_a_template_brings_its_size_and_look(house: Path) -> None:
    page = pptx.page_of(house)
    assert (page.width, page.height) == (720, 540)
    text = Text(x=10, baseline=50, text="words", size=10, colour="#000000")
    deck = opened(pptx.write([chapter(scene(marks=(text,)))], house))
    assert deck.slide_width == Inches(10)
    assert words(deck) == ["words"]
    (shape,) = deck.slides[0].shapes
    assert shape.has_text_frame
    assert shape.text_frame.paragraphs[0].runs[0].font.name is None
    assert deck.slides[0].follow_master_background


def test_what_is_no_template_is_told(tmp_path: Path) -> None:
    path = tmp_path / "house.pptx"
    path.write_text("no presentation")
    with pytest.raises(TemplateError, match=r"house\.pptx cannot be read as a PowerPoint file"):
        pptx.page_of(path)


def _without(house: Path, part: str, old: bytes = b"", new: bytes = b"") -> None:
    """Takes a part out of a template, or changes something in it."""
    with zipfile.ZipFile(house) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts.pop(part)
    assert old in content
    with zipfile.ZipFile(house, "w") as archive:
        for name, each in ({**parts, part: content.replace(old, new)} if old else parts).items():
            archive.writestr(name, each)


@pytest.mark.parametrize(
    "damage",
    [
        ("ppt/slideMasters/slideMaster1.xml",),
        ("ppt/slideLayouts/slideLayout7.xml", b"<p:cSld", b"<p:cSlx"),
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", b"rId1", b"rId99"),
        ("[Content_Types].xml", b"<Types", b"<"),
        ("ppt/presentation.xml", b"r:id=", b"r:no="),
        ("docProps/core.xml", b"<cp:category/>", b"<cp:category>"),
    ],
    ids=lambda damage: damage[0],
)
def test_a_damaged_template_is_told_in_one_line(house: Path, damage: tuple[Any, ...]) -> None:
    _without(house, *damage)
    with pytest.raises(TemplateError) as told:
        pptx.write([chapter(scene())], house)
    assert str(told.value) == f"{house} cannot be read as a PowerPoint file (.pptx)"


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("_MOST_UNPACKED", "has more than 0 MB unpacked: delete its slides and pictures"),
        ("_MOST_XML", "has more than 0 MB of text unpacked: delete its slides and pictures"),
        ("_MOST_PARTS", "holds more than 20 parts: delete its slides"),
    ],
)
def test_a_template_is_looked_at_before_it_is_unpacked(
    house: Path, monkeypatch: pytest.MonkeyPatch, bound: str, said: str
) -> None:
    monkeypatch.setattr(pptx_template, bound, 20)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(TemplateError) as told:
        pptx.page_of(house)
    assert str(told.value) == f"{house} {said}"


def test_a_template_without_layouts_is_told(tmp_path: Path) -> None:
    deck = library.Presentation()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    path = tmp_path / "bare.pptx"
    deck.save(str(path))
    with pytest.raises(TemplateError, match=r"bare\.pptx has no layout for slides"):
        pptx.write([chapter(scene())], path)


def test_slides_too_large_for_presentation_programs_are_told() -> None:
    with pytest.raises(ChoiceError, match="5000x300pt is too large: its sides are at most 4032 pt"):
        pptx.write([chapter(scene(width=5000.0, height=300.0))])


def test_what_is_not_installed_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'journeymap\[pptx\]'"):
        pptx.write([chapter(scene())])
