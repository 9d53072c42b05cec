"""The order of entries that two sides have rearranged, each in its own way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.compare.merge_order import OrderClash, merged_order

NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(NAMES, NAMES, NAMES)
def test_the_order_of_sides_is_the_same_both_ways(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    kept = {*ours, *theirs} - (set(base) - (set(ours) & set(theirs)))
    try:
        one = merged_order(base, ours, theirs, kept)
    except OrderClash:
        with pytest.raises(OrderClash):
            merged_order(base, theirs, ours, kept)
        return
    assert one == merged_order(base, theirs, ours, kept)
    assert sorted(one) == sorted(kept)


@given(NAMES, NAMES)
def test_an_order_that_one_side_alone_changed_is_that_of_that_side(
    base: list[str], side: list[str]
) -> None:
    assert list(merged_order(base, base, side, side)) == side
    assert list(merged_order(base, side, base, side)) == side


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "kept", "wanted"),
    [
        ("abc", "cab", "cab", "abc", "cab"),  # both moved it, to one place
        ("abc", "abc", "ac", "abc", "abc"),  # gone there, and still to be shown
        ("abc", "bca", "ac", "abc", "bca"),
        ("ab", "xab", "yab", "abxy", "xyab"),
        ("abc", "abc", "acb", "ab", "ab"),
    ],
)
def test_where_entries_of_two_sides_stand(
    base: str, ours: str, theirs: str, kept: str, wanted: str
) -> None:
    assert "".join(merged_order(base, ours, theirs, kept)) == wanted
    assert "".join(merged_order(base, theirs, ours, kept)) == wanted


def test_an_entry_that_both_sides_moved_apart_clashes() -> None:
    with pytest.raises(OrderClash):
        merged_order("abc", "cab", "acb", "abc")
