"""A pattern that is compiled later behaves as one that is compiled at once."""

import re

import pytest

from journeymap.quick_pattern import pattern


def test_a_pattern_finds_what_it_says() -> None:
    word = pattern(r"(?P<first>[a-z])\w*", re.IGNORECASE)
    for _ in range(2):
        found = word.fullmatch("Ann")
        assert found is not None
        assert found["first"] == "A"
    assert [each[0] for each in word.finditer("a b")] == ["a", "b"]
    assert word.sub("-", "a b") == "- -"
    assert word.groupindex == {"first": 1}
    assert word.flags & re.IGNORECASE


def test_what_it_says_is_known_before_it_is_compiled() -> None:
    assert pattern("(").pattern == "("


def test_a_mistake_in_a_pattern_is_told_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("a")
