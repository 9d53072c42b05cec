"""What the desired map changes, measure by measure."""

from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.compare.change import Change, Measure, changes


def a_map(*steps: str) -> str:
    return "title: Clinic\npersona: Ann\nsteps:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


def compared(current: str, other: str) -> Change:
    """The change of the first of two maps of one step called s, with one behind it."""
    here, there = (
        analyse(a_map(f"id: s, action: Calls{each}", "id: t, action: Pays, leaks: 1 %"))
        for each in (current, other)
    )
    return changes(here, there)[0]


def test_each_measure_gains_by_what_is_better_in_it() -> None:
    found = compared(
        ", emotion: -1, perceived: 2, leaks: 10 %, wait: 6 d",
        ", emotion: 0.5, perceived: 4, leaks: [{share: 2 %}, {share: 1 %}], wait: 8 d",
    )
    assert found.gains == {
        Measure.EMOTION: 1.5,
        Measure.PERCEIVED: 5,
        Measure.LOSS: 0.07,
        Measure.WAIT: -2,
    }
    assert found.better == (Measure.EMOTION, Measure.PERCEIVED, Measure.LOSS)
    assert found.worse == (Measure.WAIT,)


def test_what_only_one_of_them_states_is_not_compared() -> None:
    found = compared(", emotion: -1, leaks: {to: rival}", ", perceived: 4, wait: 2 d")
    assert found.gains == {}


def test_where_shares_are_stated_no_leak_loses_nobody() -> None:
    assert compared(", leaks: 5 %", "").gains == {Measure.LOSS: 0.05}
    assert compared(", leaks: 5 %", ", leaks: 0 %").gains == {Measure.LOSS: 0.05}


def test_a_map_without_shares_says_nothing_of_losses() -> None:
    here, there = analyse(a_map("action: Calls, leaks: 5 %")), analyse(a_map("action: Calls"))
    assert changes(here, there)[0].gains == {}


def test_steps_are_matched_by_id_and_others_are_left_out() -> None:
    here = analyse(a_map("action: Calls", "id: pays, action: Pays"))
    there = analyse(a_map("id: pays, action: Settles the bill", "action: Comes back"))
    assert [(c.step.label, c.other.label) for c in changes(here, there)] == [
        ("Pays", "Settles the bill")
    ]


VALUES = st.tuples(st.sampled_from([-2, 0, 0.3]), st.sampled_from([1, 3, 5]))


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=6))
def test_what_one_way_gains_the_other_loses(
    pairs: list[tuple[tuple[float, int], tuple[float, int]]],
) -> None:
    here, there = (
        analyse(
            a_map(
                *(
                    f"action: A {number}, emotion: {e}, perceived: {p}"
                    for number, (e, p) in enumerate(side)
                )
            )
        )
        for side in zip(*pairs, strict=True)
    )
    one_way, other_way = changes(here, there), changes(there, here)
    assert len(one_way) == len(pairs)
    for forth, back in zip(one_way, other_way, strict=True):
        assert forth.gains == {measure: -gain for measure, gain in back.gains.items()}
        assert forth.better == back.worse
