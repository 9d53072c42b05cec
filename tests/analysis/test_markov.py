"""The chain of those on their way: who ever passes a step, though many come again."""

import pytest

from journeymap.analysis.markov import Chain


def test_who_is_gone_for_good_before_a_state_does_not_pass_it() -> None:
    """Of ten at the first state one is gone, four go on, and five come again to it.

    Of ten at the second three are gone, three get out otherwise, and four go back to the first.
    """
    chain = Chain(shares=[{0: 0.5, 1: 0.4}, {0: 0.4}], outs=[0.1, 0.6])
    passed = chain.passed(0, gone=[0.1, 0.3])
    ever_gone = 0.22 / 0.34  # g0 = 0.1 + 0.5 g0 + 0.4 g1, g1 = 0.3 + 0.4 g0
    assert passed == pytest.approx([0.8, 1 - ever_gone])


def test_how_often_each_state_is_visited_where_some_come_again() -> None:
    chain = Chain(shares=[{0: 0.5, 1: 0.4}, {0: 0.4}], outs=[0.1, 0.6])
    determinant = 0.5 * 1 - 0.4 * 0.4
    assert chain.visits(0) == pytest.approx([1 / determinant, 0.4 / determinant])
    assert chain.visits(1) == pytest.approx([0.4 / determinant, 0.5 / determinant])
    assert chain.own_visits() == pytest.approx([1 / determinant, 0.5 / determinant])
    assert chain.expected([0.1, 0.3]) == pytest.approx([0.22 / 0.34, 0.19 / 0.34])
    assert not chain.is_tangled
