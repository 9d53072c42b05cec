"""Which steps of two maps are the same: by id, else by likeness of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.compare.match import Match, match
from journeymap.compare.pairing import Pair, pair
from journeymap.model.journey_map import JourneyMap


def flat(*steps: str) -> JourneyMap:
    """A map without stages; a step is `action` or `id=action`."""
    lines = [
        f"  - {{id: {step.partition('=')[0]}, action: {step.partition('=')[2]}}}\n"
        if "=" in step
        else f"  - {step}\n"
        for step in steps
    ]
    return analyse("title: Clinic\nsteps:\n" + "".join(lines)).journey_map


def staged(**stages: str) -> JourneyMap:
    """A map of named stages, whose steps stand between commas."""
    lines = "".join(f"  {name}: [{steps}]\n" for name, steps in stages.items())
    return analyse(f"title: Clinic\nstages:\n{lines}").journey_map


def steps(first: JourneyMap, second: JourneyMap) -> dict[int, int]:
    return dict(match(first, second).steps)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        # An id says which step it is, whatever the text says.
        (("a=Calls", "b=Pays"), ("b=Calls", "a=Pays"), {0: 1, 1: 0}),
        (("a=Calls",), ("b=Calls",), {0: 0}),  # it got another id
        (("a=Calls",), ("b=Rings",), {}),
        (("a=Calls", "b=Calls"), ("a=Calls", "c=Calls"), {0: 0, 1: 1}),  # a second one did
        (("a=Calls", "b=Calls"), ("c=Calls",), {}),  # which one did, nobody knows
        (("a=Calls", "Calls"), ("Calls", "a=Rings"), {0: 1, 1: 0}),
        # A written id meets the one derived from a text, and a text its twin.
        (("calls=Rings the practice",), ("Calls",), {0: 0}),
        (("a=Calls the practice",), ("Calls the practice",), {0: 0}),
        # Reworded, in English, Polish, Spanish.
        (("Calls the practice", "Pays"), ("Phones the practice", "Pays"), {0: 0, 1: 1}),
        (("Dzwoni do przychodni", "Płaci"), ("Telefonuje do przychodni",), {0: 0}),
        (("Llama al centro de salud",), ("Entra", "Telefonea al centro de salud"), {0: 1}),
        (("Czeka na wyniki badań",), ("CZEKA NA WYNIKI BADAŃ!",), {0: 0}),
        # Reordered, with and without other words.
        (("Calls", "Comes", "Pays"), ("Pays", "Calls", "Comes"), {0: 1, 1: 2, 2: 0}),
        (
            ("Asks for a date", "Waits at the desk"),
            ("Waits at a desk", "Asks for the date"),
            {0: 1, 1: 0},
        ),
        # The same text wins over one much like it, one to one.
        (("Books a visit", "Books a visit online"), ("Books a visit online",), {1: 0}),
        # What is said twice keeps its order, and its neighbours.
        (("Calls", "Pays", "Calls"), ("Pays", "Calls"), {1: 0, 2: 1}),
        (("Calls", "Calls", "Pays"), ("Calls", "Pays"), {1: 0, 2: 1}),
        (("Calls", "Pays", "Calls"), ("Calls", "Calls"), {0: 0, 2: 1}),
        # Nothing in common.
        (("Calls", "Pays"), ("Sees an advert", "Leaves"), {}),
        (("🙂",), ("🙁",), {}),
        (("🙂",), ("🙂",), {0: 0}),
    ],
)
def test_steps_are_matched_by_id_and_else_by_likeness(
    first: tuple[str, ...], second: tuple[str, ...], same: dict[int, int]
) -> None:
    assert steps(flat(*first), flat(*second)) == same
    back = {there: here for here, there in same.items()}
    assert steps(flat(*second), flat(*first)) == back


def test_a_reworded_step_is_sought_in_its_stage_and_the_same_text_everywhere() -> None:
    now = staged(Before="Calls the practice, Reads a leaflet", After="Pays the bill")
    then = staged(Before="Pays the bill", After="Phones the practice, Reads leaflets")
    assert steps(now, then) == {2: 0}
    now = staged(Before="Calls the practice, Reads a leaflet", Departure="Pays the bill")
    renamed = staged(Beforehand="Phones the practice", Departures="Pays the bills")
    assert match(now, renamed) == Match(stages={0: 0, 1: 1}, steps={0: 0, 2: 1})


def test_a_step_said_in_several_stages_is_matched_in_its_own() -> None:
    now, then = staged(Before="Calls", After="Calls, Pays"), staged(After="Calls, Pays")
    assert match(now, then) == Match(stages={1: 0}, steps={1: 0, 2: 1})


def test_a_stage_under_a_new_name_is_known_by_its_steps() -> None:
    now = staged(Before="Calls the practice, Comes", After="Pays")
    then = staged(Onboarding="Phones the practice, Comes in", After="Pays")
    assert match(now, then) == Match(stages={0: 0, 1: 1}, steps={0: 0, 1: 1, 2: 2})


def test_where_one_map_has_no_stages_those_of_the_other_keep_nothing_apart() -> None:
    now, then = (
        flat("Calls the practice", "Pays"),
        staged(Before="Phones the practice", After="Pays"),
    )
    assert steps(now, then) == {0: 0, 1: 1}


def test_stages_are_shown_once_under_their_first_name_and_every_step_is_there() -> None:
    now = staged(Before="Calls", After="Calls, Pays")
    then = staged(Onboarding="Comes", Before="Calls", Afterwards="Pays at once, Calls")
    found = pair(now, then)
    assert found.stages == ("Onboarding", "Before", "After")
    labels = [
        [(each.first and each.first.label, each.second and each.second.label) for each in group]
        for group in found.pairs
    ]
    assert labels == [
        [(None, "Comes")],
        [("Calls", "Calls")],
        [(None, "Pays at once"), ("Calls", "Calls"), ("Pays", None)],
    ]


def test_a_pair_of_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="a pair has a step"):
        _ = Pair(first=None, second=None).step


TEXTS = st.lists(st.sampled_from(["Calls", "Calls her", "Pays", "Pays later", "Comes"]), max_size=8)


@given(TEXTS.filter(bool), TEXTS.filter(bool))
def test_a_counterpart_is_found_once_and_every_step_stands_once(
    one: list[str], two: list[str]
) -> None:
    first, second = flat(*one), flat(*two)
    found = steps(first, second)
    assert len(set(found.values())) == len(found)
    assert steps(first, first) == {i: i for i in range(len(one))}
    pairs = [each for group in pair(first, second).pairs for each in group]
    assert [each.first.position for each in pairs if each.first] == list(range(len(one)))
    assert sorted(each.second.position for each in pairs if each.second) == list(range(len(two)))


def test_of_two_steps_that_say_the_same_the_one_in_the_same_stage_is_it() -> None:
    now = staged(Before="Pays, Waits", After="Comes")
    then = staged(Before="Waits, Pays", After="Waits, Comes")
    assert steps(now, then) == {0: 1, 1: 0, 2: 3}
    assert steps(then, now) == {0: 1, 1: 0, 3: 2}


@pytest.mark.parametrize(
    ("second", "moved"),
    [
        (("Calls", "b=Pays", "Comes"), []),
        (("Comes", "Calls", "b=Pays"), ["Comes"]),
        (("Sees an advert", "b=Pays", "Comes", "Calls"), ["Calls"]),
    ],
)
def test_only_what_stands_in_another_order_has_moved(
    second: tuple[str, ...], moved: list[str]
) -> None:
    groups = pair(flat("Calls", "b=Pays", "Comes"), flat(*second)).pairs
    assert [each.step.label for group in groups for each in group if each.moved] == moved


def test_of_steps_alike_the_one_is_meant_that_stands_where_it_stood() -> None:
    ours = flat("a=Calls", "Phones the practice")
    theirs = flat("Rings the practice", "a=Calls", "Rings the practice")
    assert steps(ours, theirs) == {0: 1, 1: 2}
    assert steps(theirs, ours) == {1: 0, 2: 1}


def test_how_far_a_reworded_step_stands_is_counted_among_those_without_a_counterpart() -> None:
    known = [f"s{i}=Says {i}" for i in range(40)]
    ours, theirs = flat(*known, "Calls the practice"), flat("Phones the practice", *known)
    assert steps(ours, theirs)[40] == 0
    assert steps(theirs, ours)[0] == 40


def test_where_stages_differ_a_reworded_step_of_one_is_none_of_another() -> None:
    ours = staged(A="Calls, Pays", B="Phones the practice at noon, Waits, Leaves")
    theirs = staged(C="Telephones the practice at noon, Sings, Dances", D="Eats, Sleeps")
    assert steps(ours, theirs) == steps(theirs, ours) == {}


def test_a_reworded_step_is_found_where_one_map_has_no_stages() -> None:
    whole, parts = flat("Phones the practice at noon"), {"A": "Telephones the practice at noon"}
    for more in ({}, {"B": "Pays"}, {"B": "Pays", "C": "Goes"}):
        other = staged(**parts, **more)
        assert (steps(whole, other), steps(other, whole)) == ({0: 0}, {0: 0})
