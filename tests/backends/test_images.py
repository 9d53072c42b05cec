"""Pictures of personas in every format: cut round, from a PNG or a JPEG of any shape."""

import io
import zipfile

import pytest
from PIL import Image as Pixels

from journeymap import Drawing, Format, Subject, View, render
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.people import Persona, Portrait
from journeymap.model.step import Step

RED = (230, 10, 10)


def picture(form: str, size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Pixels.new("RGB", size, RED).save(out, form)
    return out.getvalue()


def drawn(content: bytes, form: Format, **options: object) -> bytes:
    ana = Persona(id="ana", name="Ana", goals=("rest",), picture=Portrait(file="ana.png"))
    stage = Stage(name="All", steps=(Step(action="Calls"),))
    journey = Journey(title="T", personas=(ana,), persona=("ana",), stages=(stage,))
    journey_map = JourneyMap(journey=journey, libraries={}, pictures={(None, "ana.png"): content})
    drawing = Drawing(view=View.PERSONA, form=form, **options)  # type: ignore[arg-type]
    (file,) = render([Subject(journey_map=journey_map)], drawing).files
    return file


@pytest.mark.parametrize(("form", "size"), [("PNG", (40, 90)), ("JPEG", (90, 40))])
def test_a_png_has_the_picture_in_a_disc(form: str, size: tuple[int, int]) -> None:
    with Pixels.open(io.BytesIO(drawn(picture(form, size), Format.PNG, dpi=72))) as page:
        red = Pixels.eval(page.convert("RGB").getchannel("R"), lambda value: 255 * (value > 220))
        green = Pixels.eval(page.convert("RGB").getchannel("G"), lambda value: 255 * (value < 30))
        disc = Pixels.composite(red, Pixels.new("L", page.size), green).getbbox()
        assert disc is not None
        left, top, right, low = disc
        # A disc of 152 points, for a portrait takes the spare room; its corners are not red.
        assert (right - left, low - top) == pytest.approx((152, 152), abs=2)
        assert page.convert("RGB").getpixel((left + 3, top + 3)) != RED


def test_other_formats_carry_the_file_whole_and_say_what_it_shows() -> None:
    content = picture("JPEG", (90, 40))
    svg = drawn(content, Format.SVG).decode()
    assert 'href="data:image/jpeg;base64,' in svg
    assert 'role="img" aria-label="Ana"' in svg
    assert svg.count("<clipPath id=") == svg.count("clip-path=") == 1
    page = drawn(content, Format.HTML).decode()
    assert page.count('preserveAspectRatio="xMidYMid slice"') == page.count("<clipPath id=") >= 1
    assert b"/DCTDecode" in drawn(content, Format.PDF)
    with zipfile.ZipFile(io.BytesIO(drawn(content, Format.PPTX))) as deck:
        assert content in [deck.read(name) for name in deck.namelist() if "media/" in name]
        slide = deck.read("ppt/slides/slide1.xml").decode()
    assert 'prst="ellipse"' in slide
    assert 'l="27778" r="27778"' in slide  # 40 of 90 pixels are left
