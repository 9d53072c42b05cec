"""Scripts without spaces, and those that run from right to left."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.views.kit.measure import wrap
from journeymap.views.kit.scripts import closes, clusters, has_no_spaces, runs_right_to_left

WORDS = (
    "問題", "との", "沟通", "LINE", "で", "返事", "カード", "、", "。", "「はい」", "（注）", "3",
    "ไทย", "เมื่อ", "น้ำ", "한국어", "ខ្មែរ", "မြန်မာ", "ລາວ", "PDF",
)  # fmt: skip
MIXED = st.lists(st.sampled_from([*WORDS, " "]), min_size=1, max_size=25).map(
    lambda words: "".join(words).strip()
)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("与前台沟通", 40, ("与前台沟", "通")),
        ("LINEで連絡する", 40, ("LINEで", "連絡する")),
        ("予約はLINEで", 40, ("予約は", "LINEで")),
        ("待つ。来る。", 20, ("待", "つ。", "来", "る。")),
        ("彼は「はい」と言う", 30, ("彼は", "「は", "い」と", "言う")),
        ("LINE「はい」", 40, ("LINE", "「はい」")),
        ("コーヒーを飲む", 30, ("コー", "ヒーを", "飲む")),
        ("안녕하세요", 30, ("안녕하", "세요")),
        ("한국어 안내", 32, ("한국어", "안내")),
        ("เมื่อไร", 30, ("เมื่อ", "ไร")),
    ],
)
def test_lines_end_where_a_reader_would(text: str, limit: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, limit, 10) == lines


@given(MIXED, st.integers(30, 120))
def test_no_hyphen_comes_into_a_script_without_one(text: str, limit: int) -> None:
    lines = wrap(text, limit, 10)
    # a Latin word wider than a line is the one that may be cut with a hyphen
    whole = re.sub(r"(?<=[A-Z])-(?=[A-Z0-9])", "", "".join(lines))
    assert whole.replace(" ", "") == text.replace(" ", "")


@given(MIXED, st.integers(60, 120))
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(text: str, limit: int) -> None:
    lines = wrap(text, limit, 10)
    written = {word[0] for word in text.split()}  # what the author set behind a space
    assert [line for line in lines if closes(line) and line[0] not in written] == []
    assert [line for line in lines if unicodedata.category(line[-1]) in {"Ps", "Pi"}] == []


def test_words_of_other_scripts_stay_whole_in_them() -> None:
    lines = wrap("診察券はLINEかPDFで届きますので", 62, 10)
    assert {word for line in lines for word in ("LINE", "PDF") if word in line} == {"LINE", "PDF"}
    assert not has_no_spaces("LINE é ß אב")


def test_signs_stay_with_their_letter() -> None:
    assert clusters("ខ្មែរ") == ["ខ្", "មែ", "រ"]
    assert clusters("က်နာ") == ["က်", "နာ"]


@pytest.mark.parametrize(
    ("line", "rtl"),
    [("שלום ABC", True), ("ABC שלום", False), ("12 مرحبا", True), ("(« 3", False), ("", False)],
)
def test_the_first_strong_letter_decides(line: str, rtl: bool) -> None:
    assert runs_right_to_left(line) is rtl
