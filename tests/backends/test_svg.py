"""Pictures as SVG: what stands where, told to everybody, with all text as text."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeymap
from journeymap.backends.svg import FONTS, safe, write
from journeymap.views.kit.scene import Anchor, Box, Curve, Image, Marker, Scene, Shape, Text
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

NAMESPACE = "{http://www.w3.org/2000/svg}"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "clinica-dental.journey.yaml"
HOSTILE = '<script>alert("&amp;\\N")</script> ]]>'


def scene(**fields: object) -> Scene:
    basis: dict[str, object] = {
        "width": 200.0, "height": 100.0, "background": "#ffffff", "title": "T",
        "description": "D", "boxes": (), "marks": (),
    }  # fmt: skip
    return Scene(**{**basis, **fields})  # type: ignore[arg-type]


def label(**fields: object) -> Text:
    basis: dict[str, object] = {
        "x": 10.0, "baseline": 50.0, "text": "words", "size": 10.0, "colour": "#000000"
    }  # fmt: skip
    return Text(**{**basis, **fields})  # type: ignore[arg-type]


def read(**fields: object) -> ET.Element:
    return ET.fromstring(write(scene(**fields)))  # noqa: S314 - we wrote it a moment ago


def only(tag: str, **fields: object) -> ET.Element:
    """The one element of this name, after the ground of the page."""
    return list(read(**fields).iter(NAMESPACE + tag))[1 if tag == "rect" else 0]


def test_it_has_a_text_alternative() -> None:
    root = read(title=HOSTILE, description=HOSTILE, language="pl", name="clinic-map-1")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "clinic-map-1.title clinic-map-1.description"
    assert root.get("lang") == "pl"
    told = {child.get("id"): child.text for child in root if child.get("id")}
    assert told == {"clinic-map-1.title": HOSTILE, "clinic-map-1.description": HOSTILE}
    assert [child.tag for child in root][:2] == [NAMESPACE + "title", NAMESPACE + "desc"]


def test_the_page_has_its_size_and_its_ground() -> None:
    root = read(background="#fedcba")
    assert (root.get("width"), root.get("height")) == ("200pt", "100pt")
    assert root.get("viewBox") == "0 0 200 100"
    ground = root[2]
    assert (ground.get("width"), ground.get("height")) == ("200", "100")
    assert ground.get("fill") == "#fedcba"


def test_typefaces_are_named_once() -> None:
    drawn = write(scene(marks=(label(), label(baseline=90.0)))).decode()
    assert drawn.count("font-family") == 1
    assert FONTS in drawn
    assert "textLength" not in drawn
    own = read(font="House Sans", marks=(label(),))
    assert own.get("font-family") == f"'House Sans', {FONTS}"
    assert own[3].get("textLength")


LINE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1,
               max_size=30)  # fmt: skip


@given(LINE, st.sampled_from(list(Anchor)), st.sampled_from([10.0, 11.5, 22.0]), st.booleans())
def test_text_stands_where_the_scene_says(
    words: str, anchor: Anchor, size: float, bold: bool
) -> None:
    element = only("text", marks=(label(text=words, anchor=anchor, size=size, bold=bold),))
    assert element.text == words
    assert (element.get("x"), element.get("y")) == ("10", "50")
    assert element.get("text-anchor", "start") == anchor.value
    assert float(element.get("font-size", "")) == size
    assert (element.get("font-weight") == "bold") is bold


def test_what_no_xml_may_hold_is_shown_as_unreadable() -> None:
    assert only("text", marks=(label(text="a\x01b\ud800c\tï"),)).text == "a\ufffdb\ufffdc\tï"


def test_tooltips_keep_hostile_text_as_text() -> None:
    boxes = (Box(x=10, y=10, width=50, height=20, fill="#eeeeee", key="a.need", tooltip=HOSTILE),)
    dot = Marker(shape=Shape.CIRCLE, x=100, y=50, size=8, fill="#000000", tooltip=HOSTILE)
    root = read(boxes=boxes, marks=(dot, label(tooltip=HOSTILE)), name="n")
    titles = [e.text for e in root.iter(NAMESPACE + "title")]
    assert titles == ["T", HOSTILE, HOSTILE, HOSTILE]
    assert [rect.get("id") for rect in root.iter(NAMESPACE + "rect")] == [None, "n-a.need"]
    (words,) = root.iter(NAMESPACE + "text")
    assert words[0].tail == "words"


def test_a_box_has_its_corners_fill_and_outline() -> None:
    box = Box(x=10, y=20, width=100, height=50, fill="#abcdef", stroke="#112233", radius=6)
    first = only("rect", boxes=(box,))
    at = {"x": "10", "y": "20", "width": "100", "height": "50", "rx": "6"}
    assert first.attrib == {**at, "fill": "#abcdef", "stroke": "#112233"}
    second = only("rect", boxes=(Box(x=1, y=2, width=3, height=4, stroke="#112233", dashed=True),))
    assert (second.get("fill"), second.get("stroke-dasharray")) == ("none", "5 2")


def test_a_curve_keeps_its_control_points() -> None:
    points = ((10.0, 20.0), (30.0, 5.0), (50.0, 95.0), (70.0, 60.123))
    path = only("path", marks=(Curve(points=points, colour="#000000", width=2.5, dashed=True),))
    assert path.get("d") == "M10 20C30 5 50 95 70 60.12"
    assert (path.get("fill"), path.get("stroke-width")) == ("none", "2.5")
    assert path.get("stroke-dasharray")


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_is_drawn_around_its_middle(shape: Shape) -> None:
    mark = Marker(shape=shape, x=100, y=50, size=20, fill="#010203", stroke="#040506")
    element = read(marks=(mark,))[3]
    assert (element.get("fill"), element.get("stroke-width")) == ("#010203", "1.5")
    if points := element.get("points"):
        pairs = [tuple(map(float, point.split(","))) for point in points.split()]
        assert all(88 <= x <= 112 and 38 <= y <= 62 for x, y in pairs)
    else:
        assert [element.get(name) for name in ("cx", "cy", "r")] == ["100", "50", "10"]


def test_marks_are_painted_in_their_order() -> None:
    curve = Curve(points=((10, 10), (20, 10), (30, 10), (40, 10)), colour="#123456")
    dot = Marker(shape=Shape.CIRCLE, x=20, y=10, size=8, fill="#654321")
    for marks in ((curve, dot), (dot, curve)):
        drawn = write(scene(marks=marks)).decode()
        assert (drawn.index("#123456") < drawn.index("#654321")) is (marks[0] is curve)


def test_lines_of_one_text_are_a_group_with_one_tooltip_and_link() -> None:
    more = {"tooltip": "told", "link": "a.md", "bold": True}
    group = only("a", marks=(label(**more), label(baseline=62.0, text="on", **more)))
    assert [child.tag.removeprefix(NAMESPACE) for child in group] == ["title", "text", "text"]
    assert (group.get("href"), group.get("font-weight")) == ("a.md", "bold")
    assert [(line.text, line.get("y")) for line in group[1:]] == [("words", "50"), ("on", "62")]
    assert group[1].attrib.keys() == {"x", "y"}


def test_a_logo_is_in_the_file() -> None:
    logo = Image(x=150, y=80, width=40, height=10, content=b"\x89PNG")
    image = only("image", logo=logo)
    assert [image.get(name) for name in ("x", "y", "width", "height")] == ["150", "80", "40", "10"]
    assert image.get("href") == "data:image/png;base64,iVBORw=="


def test_pictures_in_one_document_share_no_id() -> None:
    analysis = journeymap.load(EXAMPLE).analysis
    assert analysis
    views = (View.MAP, View.FOCUS, View.FLOW, View.STAKEHOLDERS, View.MATRIX)
    pages = [page for view in views for page in build(analysis, ViewOptions(view=view))]
    assert len(pages) >= len(views)
    seen: set[str] = set()
    for page in pages:
        root = ET.fromstring(write(page))  # noqa: S314 - as above
        own = [element.get("id") or "" for element in root.iter() if element.get("id")]
        assert len(own) == len(set(own)) >= 2
        assert seen.isdisjoint(own)
        seen.update(own)


@pytest.mark.parametrize(
    ("link", "follows"),
    [
        ("https://example.org/r?a=1&b=2", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("notes/interview.md", True),
        ("../a.journey.yaml#x", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//example.org/x", False),
        ("/etc/passwd", False),
        ("\\\\host\\share", False),
        ("http://[x", False),
        ("notes/\u202egpj.md", False),
        ("notes/a\x9b.md", False),
        ("", False),
    ],
)
def test_only_safe_links_are_written(link: str, follows: bool) -> None:
    assert safe(link) is follows
    anchors = list(read(marks=(label(link=link),)).iter(NAMESPACE + "a"))
    assert [anchor.get("href") for anchor in anchors] == ([link] if follows else [])
