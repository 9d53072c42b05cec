"""Lines that run from right to left: direction and edge in every format that can show them."""

import io

import pytest
from pptx import Presentation
from tests.backends.engine import elements

from journeymap.backends import graphviz, svg
from journeymap.backends.formats import Chapter, Engine
from journeymap.backends.pptx import write as slides
from journeymap.backends.visual_order import visual_order
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.measure import width
from journeymap.views.kit.scene import Anchor, Box, Scene, Text
from journeymap.views.kit.scripts import ISOLATE
from journeymap.views.kit.theme import LIGHT, PAGES

LINES = ("שלום לכם (ABC)", "ועוד שורה")


def written(*lines: str, anchor: Anchor = Anchor.START) -> Scene:
    canvas = Canvas(page=PAGES["16:9"], theme=LIGHT)
    canvas.write(lines, 100, 50, Style(size=10, colour="#000000", anchor=anchor))
    return Scene(width=960, height=540, background="#ffffff", title="T", description="D", boxes=(),
                 marks=tuple(canvas.marks))  # fmt: skip


def test_all_lines_have_the_right_edge_of_the_longest() -> None:
    texts = list(written(*LINES).texts())
    edge = 100 + max(width(line, 10) for line in LINES)
    assert [(text.x, text.anchor, text.rtl) for text in texts] == [(edge, Anchor.END, True)] * 2


def test_words_in_a_box_have_its_right_edge() -> None:
    canvas = Canvas(page=PAGES["16:9"], theme=LIGHT)
    canvas.boxes.append(Box(x=92, y=40, width=300, height=60))
    canvas.write(LINES, 100, 50, Style(size=10, colour="#000000"))
    assert {text.x for text in canvas.marks if isinstance(text, Text)} == {92 + 300 - 8}


def test_a_latin_line_below_one_that_runs_to_the_left_does_as_well() -> None:
    assert [text.rtl for text in written(LINES[0], "ABC").texts()] == [True, True]
    assert [text.rtl for text in written("ABC", LINES[0]).texts()] == [False, False]


@pytest.mark.parametrize(
    ("anchor", "named"), [(Anchor.START, None), (Anchor.MIDDLE, "middle"), (Anchor.END, None)]
)
def test_svg_says_the_direction_and_where_a_line_begins(anchor: Anchor, named: str | None) -> None:
    content = svg.write(written(LINES[0], anchor=anchor)).decode()
    assert ' direction="rtl"' in content
    assert (f'text-anchor="{named}"' in content) if named else ("text-anchor" not in content)


def test_slides_say_the_direction() -> None:
    content = slides([Chapter(title="T", scenes=(written(*LINES), written("ABC")))])
    first, second = (
        [
            paragraph._p.pPr.get("rtl")
            for shape in page.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            if paragraph._p.pPr is not None
        ]
        for page in Presentation(io.BytesIO(content)).slides
    )
    assert "1" in first
    assert "1" not in second


def test_the_bundled_engine_is_told_and_pango_looks_by_itself() -> None:
    scene = written(LINES[0])
    assert ISOLATE in graphviz.source(scene)
    assert ISOLATE not in graphviz.source(scene, Engine.SYSTEM)
    (text,) = elements(scene, "text")
    assert LINES[0] in str(text.text)


@pytest.mark.parametrize(
    ("line", "rtl", "drawn"),
    [
        ("אבג", True, "גבא"),
        ("אב ABC גד", True, "דג ABC בא"),
        ("ABC אב גד XY", False, "ABC דג בא XY"),
        ("אב 12 גד", True, "דג 12 בא"),
        ("אב 3,5 % גד", True, "דג % 3,5 בא"),
        ("(אב) גד", True, "דג (בא)"),
        ("אב!", True, "!בא"),
        ("אב!", False, "בא!"),
        ("שָׁלוֹם", True, "םוֹלשָׁ"),
        ("plain 12 (a)", False, "plain 12 (a)"),
        ("12", True, "12"),
    ],
)
def test_letters_stand_as_they_are_drawn(line: str, rtl: bool, drawn: str) -> None:
    assert visual_order(line, rtl=rtl) == drawn


def test_left_to_right_stays_as_it_was() -> None:
    (text,) = written("ABC").texts()
    assert text == Text(x=100, baseline=text.baseline, text="ABC", size=10, colour="#000000")
