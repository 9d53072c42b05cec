import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.text.source import (
    MOST_BYTES,
    Position,
    Problem,
    SafeText,
    Source,
    Span,
    decode,
    refused_character,
)


def source(text: str) -> Source:
    return Source(name="a.journey.yaml", text=text)


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (0, Position(1, 1)),
        (1, Position(1, 2)),
        (2, Position(2, 1)),
        (4, Position(2, 3)),
        (5, Position(3, 1)),
        (7, Position(4, 1)),
        (8, Position(4, 2)),
        (99, Position(4, 2)),
        (-1, Position(1, 1)),
    ],
)
def test_lines_end_at_any_of_the_three_breaks(offset: int, expected: Position) -> None:
    assert source("a\nb\r\nc\rd").position(offset) == expected


def test_columns_count_code_points() -> None:
    assert source("🙂é: x").position(2) == Position(1, 3)


def test_a_line_comes_without_its_break() -> None:
    text = source("a\r\n\r\nbc\rd\n")
    assert [text.line(number) for number in range(7)] == ["", "a", "", "bc", "d", "", ""]


def test_a_span_cuts_its_text() -> None:
    assert source("title: Łóżko").cut(Span(7, 12)) == "Łóżko"


@given(st.text(alphabet="a\n\r🙂"), st.integers(0, 20))
def test_a_position_leads_back_to_its_character(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    place = source(text).position(offset)
    line = source(text).line(place.line)
    behind = text[offset : offset + 1]
    assert line[place.column - 1 : place.column] == ("" if behind in {"\n", "\r"} else behind)


def test_the_byte_order_mark_is_taken_off_and_remembered() -> None:
    read = decode("a.yaml", b"\xef\xbb\xbftitle: x")
    assert read == Source(name="a.yaml", text="title: x", bom=True)
    assert decode("a.yaml", b"title: x") == Source(name="a.yaml", text="title: x", bom=False)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        ("title: x".encode("utf-16"), "looks like UTF-16"),
        ("title: x".encode("utf-16-le"), "looks like UTF-16"),
        ("title: é".encode("utf-16-be"), "looks like UTF-16"),
        ("title: Łóżko".encode("utf-16-le"), "looks like UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\x80", "it is no text file"),
        (b"PK\3\4\x14\0\6\0", "it is no text file"),
        (b"title: a\0b", "it is no text file"),
        (b"\0" * 40, "it is no text file"),
        (b"\0", "it is no text file"),
        (
            "a: b\ntitle: é".encode("latin-1"),
            'byte 0xe9 on line 2, column 8, which is "é" in Windows-1252',
        ),
        ("a: „tak” – zażółć".encode("cp1250"), 'column 4, which is "„" in Windows-1250'),
        ("a: niño, 3 €".encode("cp1252"), 'column 6, which is "ñ" in Windows-1252'),
        ("é: ñ".encode() + "\r\nb: ó".encode("cp1252"), "byte 0xf3 on line 2, column 4"),
        (b"a: \xb2\x81\x8d", "byte 0xb2 on line 1, column 4"),
        (b" " * (MOST_BYTES + 1), "more than 5 MB"),
        ("a: b\nc: d\u2028".encode(), "U+2028 on line 2, column 5"),
        ("a: \u0085".encode(), "U+0085 on line 1, column 4"),
    ],
)
def test_what_cannot_be_decoded_is_a_problem(data: bytes, part: str) -> None:
    problem = decode("a.yaml", data)
    assert isinstance(problem, Problem)
    assert problem.code == "JM007"
    assert part in problem.message
    assert problem.help


def test_the_largest_file_is_still_read() -> None:
    assert isinstance(decode("a.yaml", b" " * MOST_BYTES), Source)


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(decode("a.yaml", data), Source | Problem)


@pytest.mark.parametrize(
    ("character", "code", "message"),
    [
        ("\a", "JM002", "control character U+0007 in the text"),
        ("\x00", "JM002", "control character U+0000 in the text"),
        ("\x7f", "JM002", "control character U+007F in the text"),
        ("\ufeff", "JM002", "invisible character U+FEFF in the text"),
        ("\ud800", "JM007", "half a character (U+D800) in the text"),
        ("\u2029", "JM007", "line break U+2029 in the text"),
        ("\u0085", "JM007", "line break U+0085 in the text"),
    ],
)
def test_characters_that_no_text_may_hold(character: str, code: str, message: str) -> None:
    problem = refused_character(f"a: 🙂{character}{character}")
    assert problem is not None
    assert (problem.code, problem.message, problem.span) == (code, message, Span(4, 5))


def test_other_characters_are_welcome() -> None:
    assert refused_character("a: \t\r\n é łóżko 日本 🙂 \u200b \ufffd \U0010ffff") is None


@given(st.text())
def test_a_safe_text_is_one_line_that_shows_each_character(text: str) -> None:
    safe = SafeText(text)
    assert safe.raw == text
    assert len(safe) == len(text)
    assert safe.isprintable() or all(ord(char) > 0x9F for char in safe if not char.isprintable())
    assert SafeText(text, lines=True).count("\n") == text.count("\n")
