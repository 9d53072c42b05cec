"""Slugs in any script, derived ids that never collide, and what is one slip away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.ids import derive_ids, slug
from journeymap.model.likeness import nearest, one_slip_apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phone", "phone"),
        ("Łóżko", "łóżko"),
        ("日本語", "日本語"),
        ("  Books — online! ", "books-online"),
        ("Straße", "strasse"),
        ("cafe\u0301", "café"),
        ("हिन्दी", "हिन्दी"),
        ("🙂 ?!", ""),
    ],
)
def test_a_slug_keeps_letters_and_digits_of_any_script(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


def test_derived_ids_step_aside_for_written_ones() -> None:
    names = [(None, "Calls"), ("calls", "x"), (None, "Calls"), (None, "?!"), (None, "!")]
    assert derive_ids(names, "step") == ("calls-2", "calls", "calls-3", "step", "step-2")


@given(st.lists(st.tuples(st.none() | st.sampled_from(["a", "a-2", "b"]), st.text(max_size=3))))
def test_derived_ids_never_collide(names: list[tuple[str | None, str]]) -> None:
    ids = derive_ids(names, "step")
    derived = [i for i, (given_id, _) in zip(ids, names, strict=True) if not given_id]
    written = {i for i, (given_id, _) in zip(ids, names, strict=True) if given_id}
    assert len(set(derived)) == len(derived)
    assert written.isdisjoint(derived)
    assert all(ids)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("phone", "phone", False),
        ("phone", "phon", True),
        ("phone", "phones", True),
        ("phone", "phane", True),
        ("phone", "hpone", True),
        ("phone", "hpnoe", False),
        ("phone", "home", False),
        ("", "a", True),
        ("ab", "ba", True),
    ],
)
def test_one_slip(one: str, other: str, expected: bool) -> None:
    assert one_slip_apart(one, other) is expected
    assert one_slip_apart(other, one) is expected


def test_the_nearest_word_is_one_of_those_known() -> None:
    assert nearest("emotoin", ["emotion", "motion", "need"]) == ("emotion",)
    assert nearest("xyz", ["emotion", "need"]) == ()
