"""What could not be read is neither there nor missing; what is known beside it stays known."""

from collections.abc import Callable, Iterator

import pytest

from journeymap.model.journey import Journey
from journeymap.model.unread import (
    PartlyRead,
    UnreadError,
    collected,
    each_of,
    if_read,
    is_unread,
    one_by_one,
    readable,
)

LOST = UnreadError("lost")


def walk(*numbers: int) -> Iterator[int]:
    """Walks some numbers, behind which something is unknown."""
    yield from numbers
    raise LOST


PARTLY, NOTHING = collected(walk(1, 2)), collected(walk())


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (lambda: PARTLY[0], 1),
        (lambda: PARTLY[:1][0], 1),
        (lambda: bool(PARTLY), True),
        (lambda: 2 in PARTLY, True),
        (lambda: any(number > 1 for number in PARTLY), True),
        (lambda: next(iter(PARTLY)), 1),
        (lambda: list(readable(PARTLY)), [1, 2]),
        (lambda: list(readable(each_of(lambda number: 2 * number, PARTLY))), [2, 4]),
        (lambda: list(readable(collected(iter(PARTLY)))), [1, 2]),
        (lambda: if_read(lambda: sum(PARTLY), 0), 0),
    ],
)
def test_what_is_known_of_a_list_is_told(ask: Callable[[], object], answer: object) -> None:
    assert ask() == answer


@pytest.mark.parametrize(
    "ask",
    [
        lambda: len(PARTLY),
        lambda: PARTLY[-1],
        lambda: 3 in PARTLY,
        lambda: all(number < 3 for number in PARTLY),
        lambda: tuple(PARTLY),
        lambda: [*PARTLY],
        lambda: list(reversed(PARTLY)),
        lambda: sorted(PARTLY),
        lambda: {*PARTLY},
        lambda: list(zip(PARTLY, PARTLY, strict=True)),
        lambda: len(PARTLY[2:]),
        lambda: bool(NOTHING),
        lambda: next(iter(NOTHING), None),
    ],
)
def test_what_hangs_on_the_rest_of_a_list_is_unknown(ask: Callable[[], object]) -> None:
    with pytest.raises(UnreadError):
        ask()


def test_one_that_is_unknown_says_nothing_of_the_next() -> None:
    known = collected(one_by_one([walk(1), iter((2, 3)), walk(4)]))
    assert list(readable(known)) == [1, 2, 3, 4]
    assert isinstance(known, PartlyRead)
    assert collected(one_by_one([iter((1,)), iter((2,))])) == (1, 2)


def test_what_is_made_of_something_unknown_is_unknown_by_itself() -> None:
    def whole(number: int) -> int:
        if number == 2:
            raise LOST
        return number

    made = each_of(whole, (1, 2, 3))
    assert (made[0], made[2]) == (1, 3)
    with pytest.raises(UnreadError):
        made[1]


def test_a_field_that_a_model_lacks_is_unread() -> None:
    journey = Journey(title="A")
    assert journey.goal is None
    assert not is_unread(journey, "goal")
    del vars(journey)["goal"]
    assert is_unread(journey, "goal")
    with pytest.raises(UnreadError):
        _ = journey.goal
    with pytest.raises(AttributeError):
        _ = journey.gaol  # type: ignore[attr-defined]
