"""Pictures of personas are read within bounds, and told of where they cannot be used."""

import os
import struct
import zlib
from pathlib import Path

import pytest

from journeymap import Audience, Drawing, Format, load, render
from journeymap.backends.drawing import Subject
from journeymap.linter.registry import RULES
from journeymap.testing import lint_files
from journeymap.workspace.load import Loader

BROKEN_LINK = next(rule for rule in RULES if rule.name == "broken-link")


def png(across: int = 2, down: int = 2, *, filler: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        head, sum_ = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
        return head + kind + data + sum_

    head = struct.pack(">IIBBBBB", across, down, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * (across + 1) * min(down, 9))
    more = chunk(b"tEXt", b"a" * filler) if filler else b""
    parts = (chunk(b"IHDR", head), more, chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg(across: int = 2, down: int = 2) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"abcd"
    frame = b"\xff\xff\xc2" + struct.pack(">HBHHB", 11, 8, down, across, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"


def told(folder: Path, content: bytes | None, said: str = "ana.jpg") -> list[str]:
    """What is found in a map whose persona has a picture of this content."""
    (folder / ".git").mkdir(exist_ok=True)
    if content is not None:
        (folder / "ana.jpg").write_bytes(content)
    path = folder / "a.journey.yaml"
    text = f"title: A\npersonas: [{{id: ana, name: Ana Ruiz, picture: {said}}}]\nsteps: [B]\n"
    path.write_text(text, encoding="utf-8")
    links = Loader(shown_from=folder).load([path]).asked[0].links
    return [link.problem for link in links if link.problem]


@pytest.mark.parametrize("content", [png(), jpeg(), png(4000, 4000), jpeg(4000, 1)])
def test_a_picture_that_can_be_used_is_told_of_nowhere(content: bytes, tmp_path: Path) -> None:
    assert told(tmp_path, content) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"GIF89a", "`ana.jpg` is no PNG or JPEG"),
        (b"", "`ana.jpg` is no PNG or JPEG"),
        (png(filler=2_000_000), "`ana.jpg` has more than 2 MB"),
        (png(4001, 9), "`ana.jpg` is too large: 4001 × 9 pixels, 4000 are the most"),
        (jpeg(9, 4001), "`ana.jpg` is too large: 9 × 4001 pixels, 4000 are the most"),
        (png()[:-9], "`ana.jpg` is damaged, or was cut off"),
        (png()[:17], "`ana.jpg` is damaged, or was cut off"),
        (jpeg()[:-2], "`ana.jpg` is damaged, or was cut off"),
        (jpeg(0, 0), "`ana.jpg` is damaged, or was cut off"),
        (b"\xff" * 99_999 + b"\xd9", "`ana.jpg` is no PNG or JPEG"),
        (b"\xff\xd8" + b"\xff" * 99_999 + b"\xd9", "`ana.jpg` is damaged, or was cut off"),
        (b"\xff\xd8\xff\xe0\0\0abc\xff\xd9", "`ana.jpg` is damaged, or was cut off"),
        (None, "there is no file `ana.jpg`"),
    ],
)
def test_one_that_cannot_be_used_is_told_of(
    content: bytes | None, problem: str, tmp_path: Path
) -> None:
    assert told(tmp_path, content) == [problem]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("../ana.jpg", "`../ana.jpg` lies outside the repository"),
        ("/etc/ana.jpg", "`/etc/ana.jpg` is not a relative path"),
        ("pipe.jpg", "there is no file `pipe.jpg`"),
    ],
)
def test_none_is_followed_out_of_the_repository(said: str, problem: str, tmp_path: Path) -> None:
    inside = tmp_path / "maps"
    inside.mkdir()
    (tmp_path / "ana.jpg").write_bytes(png())
    os.mkfifo(inside / "pipe.jpg")
    assert told(inside, None, said) == [problem]


def test_the_finding_stands_at_the_path() -> None:
    people = "[{name: Ana, picture: {file: ana.png, consent: true}}]"
    text = f"title: A\npersonas: {people}\nsteps: [B]\n"
    found = lint_files({"a.journey.yaml": text}, rules=[BROKEN_LINK]).diagnostics
    assert [(each.start.line, each.start.column) for each in found] == [(2, 40)]


@pytest.mark.parametrize("library", [False, True])
@pytest.mark.parametrize("consent", [False, True])
def test_pages_hold_pictures_and_clients_see_them_with_consent(
    tmp_path: Path, *, consent: bool, library: bool
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "ana.png").write_bytes(png())
    shown = f"picture: {{file: ana.png, consent: {str(consent).lower()}}}"
    people = f"personas: [{{name: Ana Ruiz, goals: Go, {shown}}}]\n"
    (tmp_path / "a.library.yaml").write_text(people if library else "title: L\n", encoding="utf-8")
    own = "" if library else people
    text = f"title: A\nuses: a.library.yaml\npersona: Ana Ruiz\n{own}steps: [B]\n"
    (tmp_path / "a.journey.yaml").write_text(text, encoding="utf-8")
    journey_map = load(tmp_path / "a.journey.yaml").journey_map
    assert journey_map is not None
    for audience in (Audience.TEAM, Audience.CLIENT):
        drawing = Drawing(form=Format.HTML, audience=audience)
        (page,) = render([Subject(journey_map=journey_map)], drawing).files
        is_shown = consent or audience is Audience.TEAM
        assert (b"data:image/png;base64" in page) == is_shown
        assert (b'aria-hidden="true">AR</span>' in page) != is_shown
        assert (b"ana.png" in page) == is_shown
