"""What the post-pass adds to the engine's SVG."""

from xml.etree import ElementTree as ET

import pytest

from journeymap.backends.graphviz import draw
from journeymap.backends.svg import FONTS, UnexpectedDrawingError, finish, safe
from journeymap.views.kit.scene import Box, Marker, Scene, Shape, Text

NAMESPACE = "{http://www.w3.org/2000/svg}"
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


def read(drawn: bytes) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - we wrote it a moment ago


def test_it_has_a_text_alternative() -> None:
    drawn = draw(scene(title=HOSTILE, description=HOSTILE, language="pl"))
    root = read(drawn)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title description"
    assert root.get("lang") == "pl"
    told = {child.get("id"): child.text for child in root if child.get("id")}
    assert told == {"title": HOSTILE, "description": HOSTILE}
    assert [child.tag for child in root][:2] == [NAMESPACE + "title", NAMESPACE + "desc"]


def test_nothing_of_the_engine_is_left() -> None:
    drawn = draw(scene(marks=(label(),))).decode()
    for trace in ("<!--", "DOCTYPE", "graphviz", "raphviz", "node1", "class="):
        assert trace not in drawn
    assert drawn.count("font-family") == 1
    assert FONTS in drawn


def test_tooltips_keep_hostile_text_as_text() -> None:
    boxes = (Box(x=10, y=10, width=50, height=20, fill="#eeeeee", key="a.need", tooltip=HOSTILE),)
    dot = Marker(shape=Shape.CIRCLE, x=100, y=50, size=8, fill="#000000", tooltip=HOSTILE)
    root = read(draw(scene(boxes=boxes, marks=(dot, label(tooltip=HOSTILE)))))
    titles = [e.text for e in root.iter(NAMESPACE + "title")]
    assert titles == ["T", HOSTILE, HOSTILE, HOSTILE]
    (box,) = root.iter(NAMESPACE + "path")
    assert box.get("id") == "a.need"
    (words,) = root.iter(NAMESPACE + "text")
    assert words[0].tail == "words"


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
        ("\\\\host\\share", False),
        ("", False),
    ],
)
def test_only_safe_links_are_written(link: str, follows: bool) -> None:
    assert safe(link) is follows
    anchors = list(read(draw(scene(marks=(label(link=link),)))).iter(NAMESPACE + "a"))
    assert [anchor.get("href") for anchor in anchors] == ([link] if follows else [])


def test_a_drawing_that_lacks_something_is_refused() -> None:
    empty = b'<svg xmlns="http://www.w3.org/2000/svg"><g><polygon/></g></svg>'
    with pytest.raises(UnexpectedDrawingError, match="text or shapes"):
        finish(empty, scene(marks=(label(),)))
    with pytest.raises(UnexpectedDrawingError, match="boxes"):
        finish(empty, scene(boxes=(Box(x=1, y=1, width=9, height=9, fill="#000000"),)))
