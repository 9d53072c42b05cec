"""Widths, line breaks and coverage."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts.font_widths import FACES, FONTS, TABLE, table

from journeymap.views.kit import measure
from journeymap.views.kit.scripts import clusters

TEXT = st.lists(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1)
).map(" ".join)


def test_the_table_says_what_the_fonts_say() -> None:
    assert TABLE.read_text(encoding="ascii") == table(), "run: python scripts/font_widths.py"


def test_the_fonts_carry_their_licence() -> None:
    words = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert {path.name for path in FONTS.glob("*.ttf")} == set(FACES.values())


def test_widths_are_those_of_the_face() -> None:
    # Arimo has the advances of Helvetica: 556/1000 for a digit, 278 for a space, 722 for a bold A
    assert measure.width("0", 1000) == pytest.approx(556, abs=0.5)
    assert measure.width(" ", 1000) == pytest.approx(278, abs=0.5)
    assert measure.width("A", 1000, bold=True) == pytest.approx(722, abs=0.5)
    assert measure.width("żółć", 10) == pytest.approx(
        measure.width("z", 10) + measure.width("o", 10) + measure.width("l", 10)
        + measure.width("c", 10), abs=0.1,
    )  # fmt: skip


def test_both_faces_cover_the_same_characters() -> None:
    runs = json.loads(Path(TABLE).read_text(encoding="ascii"))
    regular, bold = (
        {run[0] + i for run in runs[face] for i in range(len(run) - 1)} for face in FACES
    )
    assert regular == bold
    wanted = "ąćęłńóśźżĄŁŻ áéíñóúü¿¡ «„”–—…→·•€ Ωλ Жя ằộỹ"
    assert not measure.missing([wanted])


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("María · 8 % → żółć", ()),
        ("a 😍 b 😍", ("😍",)),
        ("👩\u200d⚕\ufe0f", ("👩", "⚕")),
        ("日本", ("日", "本")),
        ("☑ ✓", ("☑", "✓")),
    ],
)
def test_what_the_face_lacks_is_told_once(text: str, lacking: tuple[str, ...]) -> None:
    assert measure.missing([text, text]) == lacking


@given(TEXT, st.integers(20, 200), st.booleans())
def test_no_line_is_wider_than_the_limit(text: str, limit: int, bold: bool) -> None:
    lines = measure.wrap(text, limit, 10, bold=bold)
    wide = [line for line in lines if measure.width(line, 10, bold=bold) > limit]
    assert all(len(clusters(line.removesuffix("-"))) == 1 for line in wide)


@given(TEXT, st.integers(20, 200))
def test_no_letter_is_lost(text: str, limit: int) -> None:
    drawn = "".join(measure.wrap(text, limit, 10)).replace("-", "").replace(" ", "")
    assert drawn == "".join(text.split()).replace("-", "")


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("First consultation", 42, ("First", "consulta-", "tion")),
        ("Recomendación", 50, ("Recomen-", "dación")),
        ("najprawdopodobniej", 60, ("najprawdo-", "podobniej")),
        ("e-mail", 60, ("e-mail",)),
        ("see https://example.org/a/path", 75, ("see https://", "example.org/", "a/path")),
        ("  two   spaces ", 80, ("two spaces",)),
        ("", 80, ()),
    ],
)
def test_words_break_where_a_reader_would(text: str, limit: int, lines: tuple[str, ...]) -> None:
    assert measure.wrap(text, limit, 10) == lines


def test_joined_emoji_and_accents_stay_whole() -> None:
    assert clusters("👩\u200d⚕\ufe0fa\u0301b👍🏽") == [
        "👩\u200d⚕\ufe0f",
        "a\u0301",
        "b",
        "👍🏽",
    ]


def test_what_is_left_out_is_marked() -> None:
    lines = measure.wrap("one two three four five six", 40, 10)
    assert len(lines) > 2
    cut = measure.clip(lines, 2, 40, 10)
    assert len(cut) == 2
    assert cut[-1].endswith(measure.ELLIPSIS)
    assert measure.width(cut[-1], 10, bold=True) <= 40
    assert measure.clip(lines, len(lines), 40, 10) == lines


def test_what_is_cut_ends_with_a_whole_word_and_an_ellipsis() -> None:
    words = "a consultation with the specialist about results"
    for room in range(40, 160):
        (line,) = measure.clip(measure.wrap(words, room, 10), 1, room, 10)
        kept = line.removesuffix(measure.ELLIPSIS)
        assert line.endswith(measure.ELLIPSIS)
        assert " " not in kept or words.startswith(f"{kept} ")


@pytest.mark.parametrize(
    "text",
    [
        "電話で予約確認のメールを受け取る",
        "LINEで結果を聞く、そして帰る。",
        "「はい」と言う",
        "병원에서오래기다린다",
        "รอผลตรวจที่บ้านนานมาก",
        "沟通不畅",
    ],
)
@pytest.mark.parametrize("limit", [24.0, 40.0, 70.0])
def test_scripts_without_spaces_break_anywhere_and_without_hyphens(text: str, limit: float) -> None:
    lines = measure.wrap(text, limit, 10)
    assert "".join(lines) == text
    assert len(lines) > 1 or measure.width(text, 10) <= limit
    assert not any(line[0] in "、。」」ーっャ" for line in lines)
    assert not any(line.endswith(("「", "เ", "แ", "โ")) for line in lines)
    assert all("LINE" in line for line in lines if "L" in line) or limit < measure.width("LINE", 10)


def test_words_of_other_scripts_still_break_with_hyphens() -> None:
    assert measure.wrap("Donaudampfschifffahrt", 60, 10)[0].endswith("-")
