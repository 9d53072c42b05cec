"""Sizes of pages by name and by number, posters, and the room of a logo."""

from dataclasses import replace

import pytest
from tests.views.layout_checker import problems
from tests.views.maps import plain

from journeymap.analysis.analysis import Analysis
from journeymap.views.errors import ChoiceError
from journeymap.views.kit import logo
from journeymap.views.kit.enlarge import enlarged
from journeymap.views.kit.page_sizes import page_of
from journeymap.views.kit.scene import Curve, Marker
from journeymap.views.kit.theme import LIGHT, PAGES
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build, draw


@pytest.mark.parametrize(
    ("said", "width", "height"),
    [
        ("16:9", 960, 540),
        ("A4", 842, 595),
        ("420x297mm", 1190.55, 841.89),
        ("13.5 x 7.5 in", 972, 540),
        ("1920×1080px", 1440, 810),
        ("30x20cm", 850.39, 566.93),
        ("960x540pt", 960, 540),
    ],
)
def test_sizes(said: str, width: float, height: float) -> None:
    page = page_of(said)
    assert [page.width, page.height] == pytest.approx([width, height], rel=0.001)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("b5", "there is no page size b5; choose one of 16:9"),
        ("420x297", "420x297mm"),
        ("420x297ft", "mm, cm, in, pt, px"),
        ("10x10mm", "sides are from 71 to 5080 mm"),
        ("300x9000in", "sides are from 3 to 200 in"),
        ("-4x4in", "there is no page size"),
    ],
)
def test_other_sizes_are_told(said: str, told: str) -> None:
    with pytest.raises(ChoiceError, match="page") as caught:
        page_of(said)
    assert told in str(caught.value)


def test_a_poster_holds_on_one_page_what_takes_several_slides() -> None:
    analysis = Analysis(journey_map=plain(24, 6))
    assert len(build(analysis, ViewOptions())) > 1
    (poster,) = draw(analysis, ViewOptions(size=page_of("a0")))
    assert [poster.width, poster.height] == pytest.approx([3370, 2384])
    assert min(text.size for text in poster.texts()) > 20
    assert problems(poster) == []


def test_sheets_and_slides_are_not_enlarged() -> None:
    analysis = Analysis(journey_map=plain(4))
    for name in ("16:9", "4:3", "a4", "a3"):
        options = ViewOptions(size=PAGES[name])
        assert draw(analysis, options) == build(analysis, options)


def test_everything_of_a_picture_is_enlarged() -> None:
    (scene,) = build(Analysis(journey_map=plain(3)), ViewOptions())
    twice = enlarged(scene, 2)
    assert (twice.width, twice.height) == (1920, 1080)
    for small, large in zip(scene.boxes, twice.boxes, strict=True):
        expected = [2 * small.x, 2 * small.bottom, 2 * small.radius]
        assert [large.x, large.bottom, large.radius] == pytest.approx(expected)
    for one, other in zip(scene.marks, twice.marks, strict=True):
        if isinstance(one, Curve) and isinstance(other, Curve):
            assert other.points == tuple((2 * x, 2 * y) for x, y in one.points)
            assert other.width == 2 * one.width
        elif isinstance(one, Marker) and isinstance(other, Marker):
            assert (other.x, other.size, other.line) == (2 * one.x, 2 * one.size, 2 * one.line)


def test_a_logo_stands_in_a_strip_of_its_own() -> None:
    content = bytes(16) + (400).to_bytes(4, "big") + (100).to_bytes(4, "big")
    page = PAGES["16:9"]
    placed = logo.place(page, content)
    assert placed.width / placed.height == pytest.approx(4)
    assert placed.x + placed.width == page.width - page.margin
    branded = replace(LIGHT, logo=content)
    (scene,) = build(Analysis(journey_map=plain(4)), ViewOptions(size=page, theme=branded))
    assert scene.logo == placed
    assert max(text.baseline for text in scene.texts()) < placed.y
    assert placed.y + placed.height < page.height
    wide = logo.place(page, bytes(16) + (4000).to_bytes(4, "big") + (100).to_bytes(4, "big"))
    assert (wide.width, wide.height) == (logo.WIDEST, logo.WIDEST / 40)
