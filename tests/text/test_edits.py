"""Edits of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.text.edits import Edit, OverlapError, apply
from journeymap.text.source import Span


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(span=Span(start, end), text=text)


def test_edits_are_made_where_they_stand_in_any_order() -> None:
    assert apply("abcdef", [edit(4, 6, "X"), edit(0, 1, ""), edit(2, 2, "--")]) == "b--cdX"


def test_insertions_at_one_place_keep_their_order_and_go_before_what_is_replaced_there() -> None:
    assert apply("ab", [edit(1, 2, "Z"), edit(1, 1, "x"), edit(1, 1, "y")]) == "axyZ"


@pytest.mark.parametrize("other", [edit(1, 2, "x"), edit(0, 4, "x"), edit(2, 5, "x")])
def test_edits_that_overlap_are_refused(other: Edit) -> None:
    with pytest.raises(OverlapError):
        apply("abcdef", [edit(1, 3, "y"), other])


@given(st.text(max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), max_size=4))
def test_what_no_edit_touches_stays(text: str, places: list[tuple[int, int]]) -> None:
    edits, kept, at = [], "", 0
    for start, length in sorted(places):
        if start < at or start + length > len(text):
            continue
        edits.append(edit(start, start + length, "·"))
        kept += text[at:start] + "·"
        at = start + length
    assert apply(text, edits) == kept + text[at:]
