"""Shares in words: to a tenth where they are known, whole where they are assumed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.words.shares import of_100, percent


@pytest.mark.parametrize(
    ("share", "known", "assumed"),
    [
        (0.125, "12.5", "13"),
        (0.12345, "12.3", "12"),
        (0.145, "14.5", "15"),
        (0.08, "8", "8"),
        (0, "0", "0"),
        (0.004, "0.4", "<1"),
        (0.005, "0.5", "1"),
        (0.996, "99.6", ">99"),
        (1, "100", "100"),
    ],
)
def test_what_is_assumed_has_no_decimals(share: float, known: str, assumed: str) -> None:
    assert of_100(share) == known
    assert of_100(share, assumed=True) == assumed
    assert percent(share, assumed=True) == f"{assumed}\u00a0%"


@given(st.floats(0, 1))
def test_an_assumed_share_is_never_nobody_or_everybody_by_rounding(share: float) -> None:
    words = of_100(share, assumed=True)
    assert re.fullmatch(r"[<>]?\d+", words)
    told = round(100 * share, 9)  # what is smaller is a slip of binary fractions
    assert (words == "0") is (told == 0)
    assert (words == "100") is (told == 100)


def test_what_adds_up_to_all_but_for_binary_fractions_is_all() -> None:
    assert of_100(1 - 2**-53, assumed=True) == "100"
    assert of_100(2**-60, assumed=True) == "0"
