"""Theme files are read as maps are: every mistake with its place, and what to do."""

from pathlib import Path

import pytest

from journeymap.workspace.brand import BrandError, colours_of, hexadecimal, read_brand

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8) + (40).to_bytes(4, "big") + (20).to_bytes(4, "big")


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
