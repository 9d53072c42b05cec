"""Scenes as Graphviz draws them: exact places, painting order, clear failures."""

import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.backends.engine import drawn, elements
from tests.views.maps import pages, plain

from journeymap.backends import graphviz
from journeymap.backends.formats import Engine
from journeymap.backends.graphviz import draw, source
from journeymap.views.errors import EngineError
from journeymap.views.kit.scene import Anchor, Box, Curve, Marker, Scene, Shape, Text


def page(*marks: Text | Curve | Marker, boxes: tuple[Box, ...] = ()) -> Scene:
    return Scene(
        width=400, height=300, background="#ffffff", title="T", description="D", boxes=boxes,
        marks=marks,
    )  # fmt: skip


def text(words: str, **more: object) -> Text:
    fields = {"x": 100.0, "baseline": 150.0, "size": 10.0, "colour": "#000000", **more}
    return Text(text=words, **fields)  # type: ignore[arg-type]


LINE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1,
               max_size=30).map(lambda line: " ".join(line.split())).filter(bool)  # fmt: skip


@given(LINE, st.sampled_from(list(Anchor)), st.sampled_from([10.0, 11.5, 22.0]), st.booleans())
def test_text_stands_where_the_scene_says(
    words: str, anchor: Anchor, size: float, bold: bool
) -> None:
    (element,) = elements(page(text(words, anchor=anchor, size=size, bold=bold)), "text")
    assert element.text == words
    assert element.get("text-anchor") == anchor.value
    assert float(element.get("x", "")) == pytest.approx(100, abs=0.02)
    assert 300 + float(element.get("y", "")) == pytest.approx(150, abs=0.02)
    assert float(element.get("font-size", "")) == size
    assert (element.get("font-weight") == "bold") is bold


@pytest.mark.parametrize(
    "words",
    ["<b>bold</b>", "<b>", "a & b &amp; &lt; &eacute;", 'say "hi"', "it's", "back\\slash", "end\\",
     "\\N \\G \\L \\l \\n \\r", "]]>", "<!-- -->", "a:b:c", "{a|b}", "%s $x", "<TABLE>", "\\\\"],
)  # fmt: skip
def test_hostile_text_comes_out_as_text(words: str) -> None:
    (element,) = elements(page(text(words)), "text")
    assert element.text == words


def test_the_page_has_its_exact_size_whatever_lies_on_it() -> None:
    scene = page(text("wide " * 60, x=380.0), boxes=(Box(x=0, y=0, width=400, height=300),))
    root = drawn(scene)
    assert root.get("viewBox") == "0.00 0.00 400.00 300.00"
    assert (root.get("width"), root.get("height")) == ("400pt", "300pt")
    png = draw(scene, dpi=144)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (800, 600)


def test_marks_are_painted_in_their_order() -> None:
    curve = Curve(points=((10, 10), (20, 10), (30, 10), (40, 10)), colour="#123456")
    dot = Marker(shape=Shape.CIRCLE, x=20, y=10, size=8, fill="#654321")
    for marks in ((curve, dot), (dot, curve)):
        root = list(drawn(page(*marks)).iter())
        line = next(i for i, each in enumerate(root) if each.get("stroke") == "#123456")
        circle = next(i for i, each in enumerate(root) if each.get("fill") == "#654321")
        assert (line < circle) is (marks[0] is curve)


def test_a_curve_keeps_its_control_points() -> None:
    points = ((10.0, 20.0), (30.0, 5.0), (50.0, 95.0), (70.0, 60.0))
    (path,) = elements(page(Curve(points=points, colour="#000000", dashed=True)), "path")
    assert path.get("d") == "M10,-280C30,-295 50,-205 70,-240"
    assert path.get("stroke-dasharray")


def test_a_box_has_its_corners_fill_and_outline() -> None:
    box = Box(x=10, y=20, width=100, height=50, fill="#abcdef", stroke="#112233", radius=6)
    open_ = Box(x=200, y=20, width=100, height=50, stroke="#112233", dashed=True)
    first, second = elements(page(boxes=(box, open_)), "path")
    assert first.get("fill") == "#abcdef"
    assert "M10,-274C10,-277.31" in first.get("d", "")
    assert second.get("fill") == "none"
    assert second.get("stroke-dasharray")


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_is_drawn_around_its_middle(shape: Shape) -> None:
    scene = page(Marker(shape=shape, x=200, y=100, size=20, fill="#010203"))
    marks = [e for tag in ("polygon", "ellipse") for e in elements(scene, tag)]
    (mark,) = [e for e in marks if e.get("fill") == "#010203"]
    if points := mark.get("points"):
        pairs = [tuple(map(float, point.split(","))) for point in points.split()]
        assert all(188 <= x <= 212 and -212 <= y <= -188 for x, y in pairs)
    else:
        assert (mark.get("cx"), mark.get("cy")) == ("200", "-200")


def test_the_same_scene_gives_the_same_bytes() -> None:
    (one,), (other,) = pages(plain(5, 2)), pages(plain(5, 2))
    assert source(one) == source(other)
    assert draw(one, dpi=72) == draw(other, dpi=72)


def test_a_missing_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "DISTRIBUTION", "no-such-distribution")
    with pytest.raises(EngineError, match=r"pip install no-such-distribution") as caught:
        draw(page())
    assert "\n" not in str(caught.value)


def test_a_missing_system_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "SYSTEM", "no-such-dot")
    with pytest.raises(EngineError, match=r"no-such-dot cannot be started.*install Graphviz"):
        draw(page(), engine=Engine.SYSTEM)


def script(folder: Path, lines: str) -> str:
    path = folder / "dot"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="ascii")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("echo first >&2; echo last words >&2; exit 3", "last words"),
        ("cat > /dev/null; exit 0", "no message"),
    ],
)
def test_a_failing_engine_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, told: str
) -> None:
    monkeypatch.setattr(graphviz, "SYSTEM", script(tmp_path, lines))
    with pytest.raises(EngineError, match=told) as caught:
        draw(page(text("x")), engine=Engine.SYSTEM)
    assert "\n" not in str(caught.value)


def test_a_stuck_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("dot", 1)

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(EngineError, match="took longer"):
        draw(page())
