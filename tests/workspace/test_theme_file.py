"""Theme files are read as maps are: every mistake with its place, and what to do."""

import struct
import zlib
from importlib import resources
from pathlib import Path

import pytest

from journeymap.workspace.theme_assets import MOST
from journeymap.workspace.theme_file import BrandError, colours_of, hexadecimal, read_brand


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 1, height: int = 1) -> bytes:
    """A picture of one colour."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


PNG = png()
FONTS = Path(str(resources.files("journeymap.backends"))) / "fonts"
TTF = (FONTS / "Arimo-Regular.ttf").read_bytes()


def written(folder: Path, text: str) -> Path:
    path = folder / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def told(folder: Path, text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(BrandError) as caught:
        read_brand(written(folder, text))
    return [(each.line, each.column, each.message) for each in caught.value.remarks]


def test_a_theme_file_says_what_differs(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    file = read_brand(
        written(
            tmp_path,
            "base: dark\nfont: Inter\nlogo: logo.png\n"
            "colours:\n  ink: '#ABC'\n  stages: ['#102030', 0f8040]\n",
        )
    )
    assert (file.brand.base, file.brand.font, file.logo) == ("dark", "Inter", PNG)
    assert sorted(colours_of(file.brand)) == [
        (("colours", "ink"), "#ABC"),
        (("colours", "stages", 0), "#102030"),
        (("colours", "stages", 1), "0f8040"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("colours:\n  ink: blurple\n", 2, 8, "`blurple` is no colour: write it as '#1f4e86'"),
        ("colours:\n  ink: '#12345'\n", 2, 8, "`#12345` is no colour"),
        ("colours:\n  stages: ['#123', pink]\n", 2, 20, "`pink` is no colour"),
        ("colours:\n  ink: #ffffff\n  page: '#fff'\n", 2, 3, "YAML takes # as a comment"),
        ("colours:\n  inkk: '#fff'\n", 2, 3, "did you mean `ink`?"),
        ("base: sepia\n", 1, 7, "light, dark or print"),
        ("font: 'a\"}'\n", 1, 7, "is no name of a typeface"),
        ("logo: none.png\n", 1, 7, "there is no logo none.png"),
        ("logo: house.yaml\n", 1, 7, "house.yaml is no PNG"),
        ("logo: house.svg\n", 1, 7, "there is no logo house.svg"),
        ("font_files: a.ttf\n", 1, 13, "`font` is missing"),
        ("font: F\nfont_files: [a.ttf, b.ttf, c.ttf]\n", 2, 28, "name a regular and a bold one"),
        ("font: F\nfont_files: [a.ttf]\n", 2, 14, "there is no typeface a.ttf"),
        ("font: F\nfont_files: house.yaml\n", 2, 13, "house.yaml is no TrueType"),
        ("base: [\n", 1, 7, ""),
        ("- a\n", 1, 1, "a list where fields belong"),
    ],
)
def test_mistakes_are_told_with_their_place(
    text: str, line: int, column: int, said: str, tmp_path: Path
) -> None:
    first, *_ = told(tmp_path, text)
    assert first[:2] == (line, column)
    assert said in first[2]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg/>", "is no PNG: save the logo as PNG"),
        (b"\xff\xd8\xff\xe0", "is no PNG"),
        (b"", "is no PNG"),
        (PNG[:8], "is damaged"),
        (PNG[:30], "is damaged"),
        (PNG[:-12], "is damaged"),
        (PNG.replace(b"IDAT", b"IDAX"), "is damaged"),
        (png(0), "is damaged"),
        (png(20_000, 20_000), "pixels, 16 million are the most"),
        (PNG + bytes(MOST), "is too large: 20 MB"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_logo_that_no_format_can_carry_is_told(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "l.png").write_bytes(content)
    assert [(line, said in words) for line, _, words in told(tmp_path, "logo: l.png\n")] == [
        (1, True)
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"OTTO" + TTF[4:], "is no TrueType: save the typeface as .ttf"),
        (TTF[:5], "is damaged"),
        (TTF[:100], "is damaged"),
        (TTF[: len(TTF) // 2], "is damaged"),
        (TTF.replace(b"glyf", b"glyx", 1), "is damaged"),
    ],
    ids=["opentype", "five bytes", "hundred bytes", "half", "no outlines"],
)
def test_a_typeface_that_cannot_be_embedded_is_told(
    content: bytes, said: str, tmp_path: Path
) -> None:
    (tmp_path / "bold.ttf").write_bytes(content)
    (tmp_path / "a.ttf").write_bytes(TTF)
    text = "font: Inter\nfont_files: [a.ttf, bold.ttf]\n"
    assert [(line, column, said in words) for line, column, words in told(tmp_path, text)] == [
        (2, 21, True)
    ]


def test_a_typeface_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(TTF)
    assert read_brand(written(tmp_path, "font: Inter\nfont_files: a.ttf\n")).faces == (TTF,)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "base: sepia\ncolours:\n  ink: red\n  page: blue\n")
    with pytest.raises(BrandError) as caught:
        read_brand(path)
    assert [each.line for each in caught.value.remarks] == [1, 3, 4]
    assert str(caught.value).startswith(f"{path}:1:7: ")
    assert str(caught.value).endswith("(and 2 more)")


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_bytes(b"base: \xff\xfe\xff")
    with pytest.raises(BrandError, match=r"house\.yaml:1:1: "):
        read_brand(path)


def test_colours_are_written_in_one_way() -> None:
    assert [hexadecimal(each) for each in ("#ABC", "abc", "#AABBCC")] == 3 * ["#aabbcc"]


@pytest.mark.parametrize("name", ["link.png", "../logo.png", "{}/logo.png", "font.ttf"])
def test_what_lies_outside_the_repository_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "font.ttf").write_bytes(TTF)
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    (repository / "link.png").symlink_to(tmp_path / "logo.png")
    (repository / "font.ttf").symlink_to(tmp_path / "font.ttf")
    name = name.format(tmp_path)
    is_font = name.endswith("ttf")
    text = f"font: Inter\nfont_files: [{name}]\n" if is_font else f"logo: {name}\n"
    ((*_, said),) = told(repository, text)
    assert said.startswith(f"{name} lies outside the repository")


def test_a_theme_file_outside_the_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "themes").mkdir()
    link = tmp_path / "themes" / "link.yaml"
    link.symlink_to(written(tmp_path, "base: dark"))
    assert read_brand(link).brand.base == "dark"
    (tmp_path / "themes" / ".git").mkdir()
    with pytest.raises(BrandError, match="leads out of the repository"):
        read_brand(link)
