"""Which time of the map a reading is held against, and how sure that is."""

import pytest
from tests.analysis.held import DAYS, held_against, of_stage, stepwise, told

from journeymap.analysis.contradiction import Against

LINE = ("Is referred, wait: 2 weeks", "Has tests, duration: 1 day, wait: 1 week", "Hears result")
SINCE = ("since", "Is referred", 22.0, 22.0)


@pytest.mark.parametrize(
    ("value", "wanted"), [(5, SINCE), (15, SINCE), (17, None), (22, None), (27, None), (30, SINCE)]
)
def test_from_one_step_to_another_all_times_between_count(
    value: int, wanted: tuple[str, str, float, float] | None
) -> None:
    metric = f"name: From referral to result, {DAYS}"
    assert told(held_against(stepwise(metric, str(value), LINE, 2))) == wanted


def test_how_long_both_ends_take_may_count_as_well() -> None:
    steps = ("Is referred, duration: 4 days, wait: 2 weeks", "Hears result, duration: 2 days")
    metric = f"name: From referral to result, {DAYS}"
    found = held_against(stepwise(metric, "80", steps, 1))
    assert told(found) == ("since", "Is referred", 14.0, 20.0)


@pytest.mark.parametrize(
    "steps",
    [
        (LINE[0], "Has tests", LINE[2]),
        ("Is referred", LINE[1], LINE[2]),
        ("Is referred, duration: 1 day", LINE[1], LINE[2]),
        (LINE[0], LINE[1], "Is treated"),
    ],
)
def test_where_a_time_between_or_an_end_is_unknown_nothing_is_held_against_it(
    steps: tuple[str, ...],
) -> None:
    metric = f"name: From referral to result, {DAYS}"
    assert held_against(stepwise(metric, "200", steps, 2)) is None


@pytest.mark.parametrize(("between", "is_told"), [(4, True), (5, True), (6, False)])
def test_a_time_to_another_step_reaches_six_steps_back(between: int, is_told: bool) -> None:
    steps = ("Is referred, wait: 1 week", *(f"S{i}, wait: 1 day" for i in range(between)), LINE[2])
    metric = f"name: From referral to result, {DAYS}"
    found = held_against(stepwise(metric, "70", steps, len(steps) - 1))
    assert (found is not None and found.against is Against.SINCE) == is_told


WAIT = ("wait", "Is referred", 14.0, 14.0)


@pytest.mark.parametrize(
    ("value", "wanted", "gross"),
    [
        (1, None, False),  # less than a tenth: about something else
        (2, WAIT, True),
        (8, WAIT, True),
        (9, WAIT, False),
        (10, None, False),
        (18, None, False),
        (19, WAIT, False),
        (21, WAIT, False),
        (22, WAIT, True),
        (140, WAIT, True),
        (141, None, False),
    ],
)
def test_a_wait_is_held_against_the_wait_of_its_step(
    value: int, wanted: tuple[str, str, float, float] | None, gross: bool
) -> None:
    steps = ("Calls", "Is referred, wait: 2 weeks", "Sees")
    found = held_against(stepwise(f"name: Wait, {DAYS}", str(value), steps, 1))
    assert told(found) == wanted
    if found:
        assert (found.firm, found.gross, found.asked) == (True, gross, False)


@pytest.mark.parametrize(("value", "is_told"), [(1, False), (14, True), (13, False), (15, False)])
def test_the_same_number_of_another_unit_is_a_slip(value: int, is_told: bool) -> None:
    steps = ("Calls", "Is referred, wait: 14 days", "Sees")
    found = held_against(stepwise("name: Wait, kind: duration, unit: h", str(value), steps, 1))
    assert (found is not None) == is_told


def test_one_of_something_is_no_slip_in_its_unit() -> None:
    steps = ("Calls", "Is referred, wait: 1 month", "Sees")
    assert held_against(stepwise("name: Wait, kind: duration, unit: h", "1", steps, 1)) is None


@pytest.mark.parametrize(
    ("value", "is_told"),
    [(10, True), (14, True), (15, False), (25, False), (26, False), (38, False), (44, True),
     (45, False), (55, False), (56, True), (64, True), (66, True), (90, True)],
)  # fmt: skip
def test_a_wait_may_go_on_over_waits_in_a_row_within_a_tenth(value: int, is_told: bool) -> None:
    """One wait of 20 days or of 30 by a quarter, 50 days in a row by a tenth."""
    steps = ("Is tested, wait: 20 days", "Sees, wait: 30 days", "Goes")
    found = held_against(stepwise(f"name: Wait, {DAYS}", str(value), steps, 1))
    assert (found is not None) == is_told
    assert found is None or told(found) == ("wait", "Sees", 30.0, 30.0)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(2, "duration"), (6, "duration"), (8, None), (12, None), (14, "duration")],
)
def test_a_talk_is_held_against_how_long_its_step_takes(value: int, wanted: str | None) -> None:
    steps = ("Calls", "Is seen, duration: 10 min, wait: 2 days", "Goes")
    metric = "name: Length of the talk, kind: duration, unit: min"
    found = held_against(stepwise(metric, str(value), steps, 1))
    assert (found.against.value if found else None) == wanted
    assert found is None or found.firm


DEADLINE = (
    "Calls, id: calls, wait: 3 days",
    "Is tested, wait: 4 days",
    "Hears, within: {time: 10 days, after: calls}",
)


@pytest.mark.parametrize(("value", "is_told"), [(1, True), (5, False), (9, False), (20, True)])
def test_where_a_deadline_counts_from_a_step_so_does_what_is_measured(
    value: int, is_told: bool
) -> None:
    found = held_against(stepwise(f"name: Time to hear, {DAYS}", str(value), DEADLINE, 2))
    assert told(found) == (("since", "Calls", 7.0, 7.0) if is_told else None)


WEEKS = ("Calls, wait: 6 weeks", "Is tested, duration: 1 day, wait: 1 day", "Has the operation")


@pytest.mark.parametrize(("value", "is_told"), [(10, True), (30, True), (32, False), (40, False)])
def test_the_time_to_what_comes_later_has_the_wait_in_it(value: int, is_told: bool) -> None:
    found = held_against(stepwise(f"name: Time to operation, {DAYS}", str(value), WEEKS, 0))
    assert told(found) == (("wait", "Calls", 42.0, 42.0) if is_told else None)
    assert found is None or not found.asked


def test_the_time_to_a_step_has_the_last_wait_before_in_it_which_is_asked() -> None:
    found = held_against(stepwise(f"name: Time to operation, {DAYS}", "0.5", WEEKS, 2))
    assert told(found) == ("wait", "Is tested", 1.0, 1.0)
    assert found is not None
    assert found.asked


def test_a_wait_is_surely_that_of_the_step_where_it_is_read() -> None:
    metric = f"name: Waiting time to the operation, {DAYS}"
    found = held_against(stepwise(metric, "10", WEEKS, 0))
    assert told(found) == ("wait", "Calls", 42.0, 42.0)
    assert found is not None
    assert found.firm


def test_the_wait_before_a_stage_is_that_of_the_step_before() -> None:
    text = of_stage(f"name: Wait, {DAYS}", 21, ONE)
    assert held_against(text) is None
    more = text.replace("{action: Calls, wait: 3 weeks}", "\\g, {action: Books, wait: 2 days}")
    more = more.replace("\\g", "{action: Calls, wait: 3 weeks}")
    assert told(held_against(more)) == SIX_WEEKS


@pytest.mark.parametrize(
    ("steps", "recorded"),
    [
        (("Calls, id: calls, duration: 5 days, wait: 3 days", "Is tested, wait: 4 days"), 7.0),
        (("Calls, id: calls, wait: 3 days", "Is tested"), 3.0),
    ],
)
def test_a_deadline_counts_from_the_end_of_its_step(
    steps: tuple[str, ...], recorded: float
) -> None:
    found = held_against(stepwise(f"name: Time to hear, {DAYS}", "30", (*steps, DEADLINE[2]), 2))
    assert told(found) == ("since", "Calls", recorded, recorded)


@pytest.mark.parametrize(("value", "is_told"), [(3, False), (20, True)])
def test_the_time_to_a_step_may_begin_behind_the_last_wait(value: int, is_told: bool) -> None:
    steps = ("Calls, wait: 6 weeks", "Is tested, duration: 3 days", "Has the operation")
    found = held_against(stepwise(f"name: Time to operation, {DAYS}", str(value), steps, 2))
    assert told(found) == (("wait", "Calls", 42.0, 42.0) if is_told else None)


def test_two_of_a_larger_unit_are_a_slip() -> None:
    steps = ("Calls", "Is referred, wait: 2 weeks", "Sees")
    found = held_against(stepwise("name: Wait, kind: duration, unit: h", "2", steps, 1))
    assert told(found) == WAIT


def test_a_talk_is_not_held_against_the_wait_before_it() -> None:
    steps = ("Calls, wait: 15 min", "Is seen, duration: 10 min, wait: 2 days", "Goes")
    metric = "name: Length of the talk, kind: duration, unit: min"
    found = held_against(stepwise(metric, "2", steps, 1))
    assert told(found) == ("duration", "Is seen", 0.007, 0.007)


TWO = ("Is referred, wait: 6 weeks", "Has tests, wait: 2 weeks", "Hears the result")
ONE = ("Is referred, wait: 6 weeks", "Has tests", "Hears the result")
SIX_WEEKS = ("wait", "Is referred", 42.0, 42.0)


@pytest.mark.parametrize(
    ("name", "value", "steps", "wanted"),
    [
        ("Wait", 21, TWO, None),  # that before the stage
        ("Wait", 100, TWO, None),  # which of the two it is nobody can tell
        ("Wait after the referral", 100, TWO, SIX_WEEKS),
        ("Wait for the tests", 100, TWO, None),
        ("Wait for the specialist", 100, TWO, None),
        ("Wait", 26, ONE, None),  # before, by a quarter
        ("Wait", 28, ONE, SIX_WEEKS),
        ("Wait", 30, ONE, SIX_WEEKS),
        ("Wait", 32, ONE, None),
        ("Wait", 63, ONE, None),  # both in a row
        ("Wait", 75, ONE, SIX_WEEKS),
        ("Length of stay", 0.5, ONE, None),
        ("Length of stay", 5, ONE, SIX_WEEKS),
        ("Length of stay", 20, ONE, None),
        ("Length of stay", 43, ONE, None),
        ("Length of stay", 90, ONE, None),  # longer than what is recorded
        ("Total time", 20, TWO, ("whole-time", "", 56.0, 56.0)),
        ("Total time", 42, TWO, None),
        ("Total time", 90, TWO, None),  # some of it is not recorded
        ("Total waiting time", 20, TWO, ("whole-wait", "", 56.0, 56.0)),
        ("Total waiting time", 70, TWO, None),
        ("Total waiting time", 71, TWO, ("whole-wait", "", 56.0, 56.0)),
        ("Total waiting time", 561, TWO, None),
        ("Total hospital days", 20, TWO, None),
    ],
)
def test_a_time_of_a_stage(
    name: str, value: float, steps: tuple[str, ...], wanted: tuple[str, str, float, float] | None
) -> None:
    assert told(held_against(of_stage(f"name: {name}, {DAYS}", value, steps))) == wanted


@pytest.mark.parametrize(
    ("value", "is_told"), [(3, True), (5, True), (6, False), (8, False), (10, False), (11, True)]
)
def test_a_total_is_held_against_the_map_in_its_own_unit(value: int, is_told: bool) -> None:
    metric = "name: Total waiting time, kind: duration, unit: weeks"
    text = of_stage(metric, value, TWO)
    assert told(held_against(text)) == (("whole-wait", "", 56.0, 56.0) if is_told else None)


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("Time to the operation", True), ("Time to the referral", True), ("Time to market", False)],
)
def test_the_time_to_something_is_about_a_step_that_is_called_so(name: str, is_told: bool) -> None:
    steps = ("Calls", "Is referred, wait: 6 weeks", "Has the operation", "Goes")
    found = held_against(stepwise(f"name: {name}, {DAYS}", "10", steps, 1))
    assert told(found) == (("wait", "Is referred", 42.0, 42.0) if is_told else None)


@pytest.mark.parametrize(("value", "is_told"), [(0.9, False), (1, True), (2, True)])
def test_the_time_to_something_is_no_wait_where_it_is_less_than_a_day(
    value: float, is_told: bool
) -> None:
    steps = ("Calls", "Is referred, wait: 5 days", "Has the operation", "Goes")
    found = held_against(stepwise(f"name: Time to the referral, {DAYS}", str(value), steps, 1))
    assert (found is not None) == is_told


@pytest.mark.parametrize(
    ("measured", "recorded", "is_told"),
    [
        ("", "", True),
        (", as_of: 2020-01-01", "", True),
        ("", "reviewed: 2020-01-01\n", True),
        (", as_of: 2025-01-01", "reviewed: 2026-01-01\n", True),
        (", as_of: 2024-12-31", "reviewed: 2026-01-01\n", False),
        (", as_of: 2027-01-01", "reviewed: 2026-01-01\n", True),
        (", as_of: 2027-01-02", "reviewed: 2026-01-01\n", False),
    ],
)
def test_what_is_known_to_be_a_year_apart_contradicts_nothing(
    measured: str, recorded: str, is_told: bool
) -> None:
    steps = ("Calls", "Is referred, wait: 2 weeks", "Sees")
    text = stepwise(f"name: Wait, {DAYS}", f"60{measured}", steps, 1, top=recorded)
    assert (held_against(text) is not None) == is_told
