"""How alike two words are, and that none is taken for what it denies."""

import pytest

from journeymap.model.likeness import are_opposed, nearest, slips


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("certain", "uncertain"),
        ("uncertan", "certain"),
        ("comfortable", "uncomfortable"),
        ("satisfied", "dissatisfied"),
        ("understood", "misunderstood"),
        ("destressed", "distressed"),
        ("optimistic", "pessimistic"),
        ("optymistyczny", "pesymistyczny"),
        ("niepewny", "pewny"),
        ("intranquilo", "tranquilo"),
        ("not happy", "happy"),
        ("sin-cita", "cita"),
        ("hopeless", "hopeful"),
        ("hope", "hopeless"),
    ],
)
def test_a_word_is_not_taken_for_what_it_denies(one: str, other: str) -> None:
    assert are_opposed(one, other)
    assert are_opposed(other, one)
    assert nearest(one, [other]) == slips(one, [other]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ueasy", "uneasy"),
        ("iterested", "interested"),
        ("uncertan", "uncertain"),
        ("hopful", "hopeful"),
        ("hope", "hopeful"),
        ("insurance", "insuranec"),
    ],
)
def test_a_slip_in_a_word_is_none(one: str, other: str) -> None:
    assert not are_opposed(one, other)
