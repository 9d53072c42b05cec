"""What holds of a map, so that its title may say it: from which figure on, and of which step."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.claims import (
    Claim,
    Difference,
    Late,
    Loss,
    Shortfall,
    Waiting,
    claims,
    steps_of,
)
from journeymap.analysis.extremes import Extremes
from journeymap.analysis.part_claims import PartExtremes, PartLoss, part_claims

PEOPLE = "persona: [ann, bob]\npersonas: [{id: ann, name: Ann}, {id: bob, name: Bob}]\n"


def text_of(*steps: str, top: str = "") -> str:
    """A map whose steps are called 1, 2 …, each with these fields."""
    listed = (f"  - {{action: Step {i}, {each}}}\n" for i, each in enumerate(steps, start=1))
    return f"title: A\n{top}steps:\n{''.join(listed)}"


def claim(kind: type[Claim], *steps: str, top: str = "") -> Claim | None:
    found = claims(analyse(text_of(*steps, top=top)))
    return next((each for each in found if isinstance(each, kind)), None)


def named(claim: Claim | None) -> list[int]:
    return [step.position + 1 for step in steps_of(claim)]


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((5, 0), (5, 1, 5)),
        ((4.9, 0), None),
        ((0, 30), (30, 2, 30)),
        ((10, 10), (19, 1, 10)),  # nine of the ninety who are left: one fewer
        ((10, 10.6), None),
        ((10, 20), (28, 2, 18)),
    ],
)
def test_where_most_are_lost(shares: tuple[float, ...], told: tuple[int, int, int] | None) -> None:
    found = claim(Loss, *(f"leaks: {share} %" for share in shares), "need: x")
    assert isinstance(found, Loss | None)
    assert (found and (found.lost, found.step.position + 1, found.here)) == told
    assert found is None or not (found.is_cycle or found.comes_round or found.otherwise)


@pytest.mark.parametrize(
    ("within", "late"),
    [
        (("5 days", "5 days"), []),
        (("2 days", "5 days"), [2]),
        (("2 days", "1 day"), [3]),
        (("1 day", "2 days"), [2]),
    ],
)
def test_the_deadline_that_is_missed_by_most(within: tuple[str, str], late: list[int]) -> None:
    """Three days pass before the second step, and three more before the third."""
    steps = ("wait: 3 days", f"within: {within[0]}, wait: 3 days", f"within: {within[1]}")
    assert named(claim(Late, *steps)) == late


@pytest.mark.parametrize(
    ("waits", "told"),
    [
        (("7 days", ""), (7, [1])),
        (("6 days", ""), None),
        (("3 days", "5 days"), (8, [2])),
        (("4-6 days", "5-7 days"), (11, [2])),
        (("5-6 days", "5-7 days"), (11.5, [])),
        (("4-7 days", "5-7 days"), (11.5, [])),
        (("5 days", "5 days"), (10, [])),
        (("10 days", "", ""), None),  # of most gaps nobody knows how long they are
        (("{time: 9 days, planned: true}", ""), None),
    ],
)
def test_how_long_people_wait_and_where_longest(
    waits: tuple[str, ...], told: tuple[float, list[int]] | None
) -> None:
    steps = (f"wait: {each}" if each else "need: x" for each in waits)
    found = claim(Waiting, *steps, "need: x")
    assert isinstance(found, Waiting | None)
    assert (found and (found.total.days, named(found))) == told
    assert found is None or (found.longest is None) == (named(found) == [])


def test_a_wait_that_is_the_least_of_all_time_is_no_claim() -> None:
    assert claim(Waiting, "wait: 8 days", "duration: 7 days") is not None
    assert claim(Waiting, "wait: 8 days", "duration: 9 days") is None


@pytest.mark.parametrize(
    ("ratings", "at"),
    [
        (((4, 3), (3, 3), (3, 3)), [1]),
        (((3, 3), (3, 3), (5, 1)), [3]),
        (((4, 3), (3, 3)), []),  # two steps tell nothing
        (((4, 3), (4, 3), (3, 3)), []),
        (((3, 3), (3, 4), (4, 4)), []),
        (((5, 3), (4, 3), (3, 3)), [1]),
    ],
)
def test_the_step_that_falls_furthest_below_what_was_expected(
    ratings: tuple[tuple[int, int], ...], at: list[int]
) -> None:
    steps = (f"expected: {one}, perceived: {other}" for one, other in ratings)
    found = claim(Shortfall, *steps, top="personas: [{id: ann, name: Ann}]\n")
    assert named(found) == at


def test_of_two_personas_the_one_who_is_disappointed_more_counts() -> None:
    both = "expected: {ann: 4, bob: 4}, perceived: {ann: %d, bob: %d}"
    for one, other in ((1, 3), (3, 1)):
        steps = (both % (4, 4), both % (one, other), both % (4, 4))
        found = claim(Shortfall, *steps, top=PEOPLE)
        assert isinstance(found, Shortfall)
        assert (named(found), found.rating.gap) == ([2], -7.5)


@pytest.mark.parametrize(
    ("feelings", "at"),
    [
        (((1, -1), (0, 0)), [1]),
        (((0, 0), (-1, 2)), [2]),
        (((1, -0.5), (0, 0)), []),
        (((1, -1), (-1, 1)), []),  # nowhere further than anywhere else
        (((1, -1), (2, -1)), [2]),
    ],
)
def test_where_personas_feel_furthest_apart(
    feelings: tuple[tuple[float, float], ...], at: list[int]
) -> None:
    steps = (f"emotion: {{ann: {one}, bob: {other}}}" for one, other in feelings)
    assert named(claim(Difference, *steps, top=PEOPLE)) == at


def feeling(value: float | None) -> str:
    return "need: x" if value is None else f"emotion: {value}"


@pytest.mark.parametrize(
    ("feelings", "low", "count"),
    [
        ((-1, 1), [1], 1),
        ((-0.9, 1), [], 0),
        ((-1, 0.9), [], 0),
        ((1, -2, 0), [2], 1),
        ((-1, -1, 1), [1, 2], 2),
        ((-1, -1, -1, 1), [1], 3),
        ((-1, 1, None, None), [1], 1),
        ((-1, 1, None, None, None), [], 0),  # of most steps nobody knows
    ],
)
def test_where_it_is_worst(feelings: tuple[float | None, ...], low: list[int], count: int) -> None:
    found = claim(Extremes, *map(feeling, feelings))
    assert isinstance(found, Extremes | None)
    assert (named(found), found.low.count if found else 0) == (low, count)


def test_nothing_is_claimed_of_a_desired_map() -> None:
    assert list(claims(analyse(text_of("leaks: 30 %", top="state: desired\n")))) == []


@pytest.mark.parametrize(
    ("positions", "low", "high"),
    [((0, 1), 1, None), ((1, 2), None, 3), ((0, 2), 1, 3), ((1,), None, None)],
)
def test_of_some_steps_the_worst_and_the_best_of_them(
    positions: tuple[int, ...], low: int | None, high: int | None
) -> None:
    text = text_of("emotion: -1", "emotion: 0", "emotion: 1")
    found = [e for e in part_claims(analyse(text), positions) if isinstance(e, PartExtremes)]
    told = [
        tuple(each and each.named[0].step.position + 1 for each in (one.low, one.high))
        for one in found
    ]
    assert told == ([(low, high)] if low or high else [])


@pytest.mark.parametrize(
    ("positions", "lost", "at"), [((0,), 10, 1), ((1,), None, None), ((2,), 18, 3), ((0, 2), 28, 3)]
)
def test_of_some_steps_those_whom_they_lose(
    positions: tuple[int, ...], lost: int | None, at: int | None
) -> None:
    text = text_of("leaks: 10 %", "need: x", "leaks: 20 %", "need: x")
    found = [e for e in part_claims(analyse(text), positions) if isinstance(e, PartLoss)]
    told = [(one.lost, one.step and one.step.position + 1) for one in found]
    assert told == ([(lost, at)] if lost else [])


def test_what_is_wrong_at_a_step_is_told_of_its_part_alone() -> None:
    text = text_of("wait: 3 days", "within: 1 day", "need: x")
    kinds = [[type(e) for e in part_claims(analyse(text), at)] for at in ((0,), (1,), (1, 2), (2,))]
    assert kinds == [[], [Late], [Late], []]
