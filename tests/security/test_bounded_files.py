"""Pictures, logos and templates from elsewhere: however they are made, they end in one line."""

import io
import struct
import zipfile
import zlib
from importlib import resources
from pathlib import Path
from random import Random

import pptx
import pytest
from PIL import Image as Pixels
from tests.backends.test_images import drawn, picture
from tests.backends.test_pdf import written
from tests.cli.running import MAP, CommandLine
from tests.workspace.test_portraits import jpeg, png, told

from journeymap import Format
from journeymap.backends import pptx_template
from journeymap.views.errors import PictureError, TemplateError
from journeymap.workspace import portraits
from journeymap.workspace.theme_assets import PNG, UnfitError, logo, typeface

DECODING = [Format.PNG, Format.PDF, Format.PPTX]


def chunks(*parts: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks, each with the sum that it is to have."""
    whole = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return PNG + b"".join(whole)


def head(across: int = 2, down: int = 2) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", across, down, 8, 6, 0, 0, 0)


def deflated(size: int) -> bytes:
    """So many bytes of nothing, packed."""
    return zlib.compress(bytes(size), 9)


PIXELS = deflated(2 * (1 + 4 * 2))
BOMBS = {
    "pixels that are no such": chunks(head(), (b"IDAT", b"nonsense"), (b"IEND", b"")),
    "pixels that end": chunks(head(900, 900), (b"IDAT", PIXELS), (b"IEND", b"")),
    "a text of 5 MB": chunks(
        head(), (b"zTXt", b"a\0\0" + deflated(5_000_000)), (b"IDAT", PIXELS), (b"IEND", b"")
    ),
    "more than its pixels": chunks(head(), (b"IDAT", deflated(5_000_000)), (b"IEND", b"")),
    "a JPEG of nothing": jpeg(90, 90),
    "a JPEG cut in two": picture("JPEG", (90, 90))[:300] + b"\xff\xd9",
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("form", DECODING)
def test_a_picture_is_drawn_or_told_in_one_line(name: str, form: Format) -> None:
    said = set()
    try:
        drawn(BOMBS[name], form, dpi=36)
    except PictureError as problem:
        said.add(str(problem))
    assert said <= {"the picture of Ana cannot be decoded: save it again, as PNG"}


def damaged(content: bytes, chance: Random) -> bytes:
    """A file in which some bytes are others, or of which the end is missing."""
    if chance.random() < 0.2:
        return content[: chance.randrange(len(content))]
    other = bytearray(content)
    for _ in range(chance.choice([1, 5, 50])):
        other[chance.randrange(chance.choice([min(400, len(other)), len(other)]))] = (
            chance.randrange(256)
        )
    return bytes(other)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_damaged_pictures_are_refused_drawn_or_told(form: str, tmp_path: Path) -> None:
    chance, said = Random(5), set()  # noqa: S311 - nothing secret
    for turn in range(30):
        content = damaged(picture(form, (80, 60)), chance)
        if told(tmp_path, content):
            continue
        try:
            drawn(content, DECODING[turn % 3], dpi=36)
        except PictureError as problem:
            said.add(str(problem))
    assert said <= {"the picture of Ana cannot be decoded: save it again, as PNG"}


def test_damaged_typefaces_are_refused_embedded_or_told(tmp_path: Path) -> None:
    fonts = resources.files("journeymap.backends") / "fonts"
    content = (fonts / "Arimo-Regular.ttf").read_bytes()
    chance, path, said = Random(5), tmp_path / "house.ttf", set()  # noqa: S311 - as above
    for _ in range(30):
        path.write_bytes(damaged(content, chance))
        try:
            written("Waits", (typeface(path, "house.ttf"),))
        except (UnfitError, PictureError) as problem:
            said.add(str(problem))
    assert all("\n" not in each for each in said)
    assert len(said) > 1


def test_what_cannot_be_decoded_is_told_of() -> None:
    with pytest.raises(PictureError, match="the picture of Ana cannot be decoded"):
        drawn(BOMBS["pixels that are no such"], Format.PNG)


def test_a_jpeg_that_goes_over_its_pixels_too_often_is_refused(tmp_path: Path) -> None:
    usual = io.BytesIO()
    Pixels.effect_noise((64, 64), 90).save(usual, "JPEG", progressive=True)
    assert usual.getvalue().count(b"\xff\xda") > 3
    assert told(tmp_path, usual.getvalue()) == []
    many = jpeg()[:-2] + b"\xff\xda\0\x02" * 101 + b"\xff\xd9"
    assert told(tmp_path, many) == ["`ana.jpg` is damaged, or was cut off"]


def test_pictures_are_bounded_together(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    content = png(filler=4_000)
    (cli.folder / "ana.png").write_bytes(content)
    monkeypatch.setattr(portraits, "MOST_TOGETHER", 3 * len(content) - 1)
    people = "".join(f"  - {{id: p{n}, name: P{n}, picture: ana.png}}\n" for n in range(9))
    cli.write(f"title: T\nsteps: [A]\npersonas:\n{people}")
    done = cli("lint", "--select", "broken-link", "--output-format", "concise")
    assert done.out.count("the pictures before `ana.png` have 0 MB already") == 6


@pytest.mark.parametrize(("size", "fits"), [((10_000, 1_600), True), ((4_000, 4_001), False)])
def test_a_logo_has_so_many_pixels(*, size: tuple[int, int], fits: bool, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png(*size))
    if fits:
        assert logo(path, "logo.png")
        return
    with pytest.raises(UnfitError, match="4000 × 4001 pixels, 16 million are the most"):
        logo(path, "logo.png")


def changed(part: str, content: bytes) -> bytes:
    """A presentation in which a part is another one."""
    out, usual = io.BytesIO(), io.BytesIO()
    pptx.Presentation().save(usual)
    with zipfile.ZipFile(usual) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in source.namelist():
            new.writestr(name, content if name == part else source.read(name))
    return out.getvalue()


ENTITIES = b"".join(b'<!ENTITY e%d "%s">' % (n + 1, b"&e%d;" % n * 10) for n in range(12))
TEMPLATES = {
    "entities in entities": changed(
        "ppt/presentation.xml", b'<!DOCTYPE p [<!ENTITY e0 "x">%s]><p>&e12;</p>' % ENTITIES
    ),
    "an entity from a file": changed(
        "docProps/core.xml", b'<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>'
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(TEMPLATES[name])
    with pytest.raises(TemplateError) as raised:
        pptx_template.opened(path, lambda deck: deck.core_properties.title)
    assert "\n" not in str(raised.value)


def test_a_map_whose_picture_cannot_be_decoded(cli: CommandLine) -> None:
    (cli.folder / "ana.png").write_bytes(BOMBS["pixels that are no such"])
    people = "personas: [{id: ana, name: Ana, goals: [rest], picture: ana.png}]"
    cli.write(f"title: T\npersona: ana\n{people}\nsteps: [{{action: A, emotion: pleased}}]\n")
    done = cli("render", MAP, "--view", "persona", "-o", "x.pdf")
    assert done.code == 2
    assert "the picture of Ana cannot be decoded: save it again, as PNG" in done.err
