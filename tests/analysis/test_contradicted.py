"""Which figure of the map a reading is held against, from where on, and how sure that is."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.contradiction import Against, Contradiction

DAYS = "kind: duration, unit: days"
SHARE = "kind: conversion, unit: '%'"


def held_against(text: str) -> Contradiction | None:
    found = analyse(text).contradictions
    assert len(found) <= 1
    return found[0] if found else None


def stepwise(metric: str, value: str, steps: tuple[str, ...], at: int, top: str = "") -> str:
    """A map whose metric is read at one of its steps."""
    reading = f", metrics: {{metric: m, value: {value}}}"
    listed = (f"  - {{action: {e}{reading if i == at else ''}}}\n" for i, e in enumerate(steps))
    return f"title: A\n{top}metrics: [{{id: m, {metric}}}]\nsteps:\n{''.join(listed)}"


def of_stage(metric: str, value: float, steps: tuple[str, ...]) -> str:
    """A map whose metric is read of its second stage; before it a wait of three weeks begins."""
    listed = "".join(f"      - {{action: {each}}}\n" for each in steps)
    return (
        f"title: A\nmetrics: [{{id: m, {metric}}}]\nstages:\n"
        "  - {name: Before, steps: [{action: Calls, wait: 3 weeks}]}\n"
        f"  - name: Diagnosis\n    metrics: {{metric: m, value: {value}}}\n    steps:\n{listed}"
    )


def told(found: Contradiction | None) -> tuple[str, str, float, float] | None:
    if found is None:
        return None
    step, recorded = found.step.label if found.step else "", found.recorded
    return found.against.value, step, round(recorded.low, 3), round(recorded.high, 3)


# ------------------------------------------------------------------------------------------ times

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


# ----------------------------------------------------------------------------------------- shares

LEAK = "leaks: {to: a, share: 14 %}"
BACK = "next: [{to: sees-the-specialist, share: 80 %}, {to: begins, share: 20 %}]"
HALF = BACK.replace("20 %", "50 %").replace("80 %", "50 %")
RATES: list[tuple[str, str, dict[float, bool]]] = [
    ("Drop-outs", LEAK,
     {0: True, 1: False, 8: True, 9: False, 14: False, 19: False, 20: True, 100: True}),
    ("Offers accepted", LEAK, {50: True, 75: True, 76: False, 92: False, 100: True}),
    ("No-shows", "leaks: {to: a, share: 0 %}", {0: False, 5: False, 6: True, 30: True}),
    ("Offers accepted", "need: x", {0: False, 50: False}),
    ("Conversion to specialist", LEAK, {30: True, 86: False}),
    ("Referrals repeated", BACK, {14: True, 15: False, 25: False, 26: True, 40: True}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "step", "value", "is_told"),
    [(name, step, value, is_told) for name, step, some in RATES for value, is_told in some.items()],
)
def test_a_share_at_a_step(name: str, step: str, value: float, is_told: bool) -> None:
    steps = ("Begins", f"Is referred to the clinic, {step}", "Sees the specialist")
    found = held_against(stepwise(f"name: {name}, {SHARE}", str(value), steps, 1))
    assert (found is not None) == is_told
    if found:
        assert found.step
        assert (found.firm, found.asked, found.assumed) == (True, False, True)
        assert found.step.label == "Is referred to the clinic"


@pytest.mark.parametrize(("value", "is_told"), [(3, False), (9, False), (13, False), (30, True)])
def test_who_does_not_arrive_has_left_at_the_step_before(value: int, is_told: bool) -> None:
    steps = ("Books, leaks: {to: b, share: 8 %}", "Comes, need: Help", "Goes")
    found = held_against(stepwise(f"name: No-show rate, {SHARE}", str(value), steps, 1))
    assert told(found) == (("leaving", "Books", 0.08, 0.08) if is_told else None)
    assert found is None or not found.firm


@pytest.mark.parametrize(("value", "is_told"), [(86, False), (91, False), (93, True), (100, True)])
def test_no_more_can_be_held_than_go_on_which_is_asked(value: int, is_told: bool) -> None:
    steps = ("Begins", f"Is referred to the clinic, {LEAK}", "Sees the specialist")
    found = held_against(stepwise(f"name: Referrals held, {SHARE}", str(value), steps, 1))
    assert (found is not None) == is_told
    assert found is None or (found.asked, found.firm) == (True, False)


@pytest.mark.parametrize(
    ("value", "is_told"),
    [(30, True), (53, True), (54, False), (64, False), (75, False), (80, False), (90, False),
     (100, False)],
)  # fmt: skip
def test_who_reaches_a_step_is_held_against_all_who_may_be_meant(value: int, is_told: bool) -> None:
    """64 % of all who begin, 80 % of those at the step before, all of those who come."""
    leak = "leaks: {to: a, share: 20 %}"
    steps = (f"Begins, {leak}", f"Is referred, {leak}", "Reaches the specialist")
    metric = f"name: Patients who reach the specialist, {SHARE}"
    found = held_against(stepwise(metric, str(value), steps, 2))
    assert told(found) == (("reaching", "Reaches the specialist", 0.64, 0.64) if is_told else None)
    assert found is None or (found.asked, found.firm) == (True, False)


@pytest.mark.parametrize(
    ("value", "step", "wanted", "firm"),
    [
        (1, LEAK, None, False),
        (1.4, LEAK, None, False),
        (1.5, LEAK, 1.0, False),
        (10, LEAK, 1.0, False),
        (11, LEAK, None, False),
        (1, HALF, None, True),
        (2, HALF, None, True),
        (2.5, HALF, None, True),
        (2.6, HALF, 2.0, True),
        (20, HALF, 2.0, True),
        (21, HALF, None, True),
    ],
)
def test_how_often_somebody_comes(
    value: float, step: str, wanted: float | None, firm: bool
) -> None:
    steps = ("Begins", f"Is referred to the clinic, {step}", "Sees the specialist")
    metric = "name: Referrals per patient, kind: count"
    found = held_against(stepwise(metric, str(value), steps, 1))
    assert (found.recorded.low if found else None) == wanted
    assert found is None or found.firm == firm


@pytest.mark.parametrize(
    ("unit", "number"),
    [("day", 3.285), ("week", 23.0), ("month", 100.0), ("quarter", 300.0), ("year", 1200.0)],
)
@pytest.mark.parametrize(
    ("times", "is_told"),
    [(0.7, True), (0.8, False), (1.2, False), (1.3, True), (9.9, True), (10.2, False)],
)
def test_how_many_come_in_a_time(unit: str, number: float, times: float, is_told: bool) -> None:
    steps = ("Begins", f"Is referred to the clinic, {LEAK}", "Sees the specialist")
    metric = f"name: Patients referred, kind: count, unit: per {unit}"
    top = "starts: {n: 1200, per: year}\n"
    found = held_against(stepwise(metric, f"{round(number * times, 2):g}", steps, 1, top=top))
    assert (found is not None) == is_told
    if found:
        assert found.recorded.low == pytest.approx(number, rel=0.001)
        assert (found.against, found.firm) == (Against.COMING, times < 1)


@pytest.mark.parametrize(
    ("value", "is_told"), [(5, True), (9, True), (11, False), (17, False), (19, True)]
)
def test_how_many_are_lost_in_a_time(value: float, is_told: bool) -> None:
    steps = ("Begins", f"Is referred to the clinic, {LEAK}", "Sees the specialist")
    metric = "name: Patients lost, kind: count, unit: per month"
    top = "starts: {n: 1200, per: year}\n"
    found = held_against(stepwise(metric, str(value), steps, 1, top=top))
    lost = ("lost", "Is referred to the clinic", 14.0, 14.0)
    assert told(found) == (lost if is_told else None)


LEAVE_TWICE = ("Is referred, leaks: {to: a, share: 14 %}", "Goes, leaks: {to: a, share: 10 %}")


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("Course completed", 50, ("completing", "", 0.774, 0.774)),
        ("Course completed", 70, None),
        ("Course completed", 90, None),  # of those at one of its steps
        ("Drop-outs", 22, None),
        ("Drop-outs", 12, None),
        ("Drop-outs", 60, ("giving-up", "", 0.226, 0.226)),
        ("Referrals cancelled", 60, ("leaving", "Is referred", 0.14, 0.14)),
        ("Referrals cancelled", 15, None),
    ],
)
def test_a_share_of_a_stage(
    name: str, value: float, wanted: tuple[str, str, float, float] | None
) -> None:
    assert told(held_against(of_stage(f"name: {name}, {SHARE}", value, LEAVE_TWICE))) == wanted


WAYS = (
    "Is tested, id: test, next: [{to: end, share: 30 %, counts: completed, why: healthy}, "
    "{to: calls, share: 20 %, why: unreadable, evidence: e}, {to: is-treated, share: 50 %}]"
)


@pytest.mark.parametrize(
    ("metric", "value", "wanted"),
    [
        ("name: Found healthy, kind: conversion, unit: '%'", 30, None),
        ("name: Found healthy, kind: conversion, unit: '%'", 35, None),
        ("name: Found healthy, kind: conversion, unit: '%'", 60, ("ending", "Is tested", 0.3, 0.3)),
        ("name: Nothing unreadable, kind: other, better: higher, unit: '%'", 80, None),
        ("name: Nothing unreadable, kind: other, better: higher, unit: '%'", 85, None),
        ("name: Nothing unreadable, kind: other, better: higher, unit: '%'", 86,
         ("coming-back", "Is tested", 0.2, 0.2)),
        ("name: Nothing unreadable, kind: other, better: higher, unit: '%'", 40, None),
        ("name: Nothing unreadable, kind: other, better: lower, unit: '%'", 95, None),
    ],
)  # fmt: skip
def test_a_share_that_is_called_after_one_way(
    metric: str, value: float, wanted: tuple[str, str, float, float] | None
) -> None:
    text = (
        f"title: A\nevidence: [{{id: e, kind: records}}]\nmetrics: [{{id: m, {metric}}}]\nstages:\n"
        f"  - name: Clinic\n    metrics: {{metric: m, value: {value}, evidence: e}}\n    steps:\n"
        f"      - {{action: Calls}}\n      - {{action: {WAYS}}}\n      - Is treated\n"
    )
    found = held_against(text)
    assert told(found) == wanted
    if found:
        back = found.against is Against.COMING_BACK
        assert (found.firm, found.assumed) == (back, not back)
