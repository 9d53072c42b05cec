"""Which share or count of the map a reading is held against, and how sure that is."""

import pytest
from tests.analysis.held import SHARE, held_against, of_stage, stepwise, told
from tests.analysis.reading import analyse

from journeymap.analysis.contradicted_shares import share_of
from journeymap.analysis.contradiction import Against, Held

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


@pytest.mark.parametrize(
    ("leak", "value", "is_told"),
    [
        (10.498, 95, False),  # half of the last place is forgiven
        (10.502, 95, True),
        (14.502, 91, False),  # more than half as many are missing as leave
    ],
)
def test_from_where_on_more_are_held_than_go_on(leak: float, value: int, is_told: bool) -> None:
    steps = ("Begins", f"Is referred, leaks: {{to: a, share: {leak} %}}", "Sees the specialist")
    found = held_against(stepwise(f"name: Referrals held, {SHARE}", str(value), steps, 1))
    assert (found is not None) == is_told


@pytest.mark.parametrize(("kind", "is_told"), [("conversion", True), ("other", False)])
def test_a_conversion_that_is_called_after_the_next_step_is_of_who_goes_on(
    kind: str, is_told: bool
) -> None:
    steps = ("Begins", f"Is referred to the clinic, {LEAK}", "Sees the specialist")
    metric = f"name: Specialist quota, kind: {kind}, unit: '%'"
    assert (held_against(stepwise(metric, "30", steps, 1)) is not None) == is_told


@pytest.mark.parametrize(("value", "is_told"), [(72, False), (90, True)])
def test_who_finishes_may_be_of_those_who_begin_a_stage_and_not_of_those_at_any_step(
    value: int, is_told: bool
) -> None:
    """72 of 100 who begin the second stage are there in the end, and 90 of those at its second."""
    text = of_stage(f"name: Patients who finish, {SHARE}", value, ("A", "B", "C"))
    text = text.replace("wait: 3 weeks", "leaks: 50 %")
    reading = f"metrics: {{metric: m, value: {value}}}"
    text = text.replace(f"    {reading}\n", "").replace("{action: C}", f"{{action: C, {reading}}}")
    for step, leak in (("A", 20), ("B", 10)):
        text = text.replace(f"{{action: {step}}}", f"{{action: {step}, leaks: {leak} %}}")
    found = held_against(text)
    assert told(found) == (("completing", "", 0.36, 0.36) if is_told else None)


def test_where_nearly_all_come_no_share_of_those_who_do_is_asked_about() -> None:
    for leak, is_told in ((4, False), (8, True)):
        steps = (f"Begins, leaks: {leak} %", "Is referred", "Reaches the specialist")
        metric = f"name: Patients who reach the specialist, {SHARE}"
        assert (held_against(stepwise(metric, "30", steps, 2)) is not None) == is_told


@pytest.mark.parametrize(
    ("name", "leaks", "value", "is_told"),
    [
        ("Drop-outs", (50, 40), 20, False),  # of all who begin
        ("Drop-outs", (0, 40), 20, True),
        ("Conversion", (50, 60), 20, False),  # of all who begin, those who stay
        ("Conversion", (50, 60), 50, False),  # or come
        ("Conversion", (50, 60), 75, True),
    ],
)
def test_a_share_of_all_who_begin_explains_a_reading_at_a_step(
    name: str, leaks: tuple[int, int], value: int, is_told: bool
) -> None:
    first, second = (f"leaks: {{to: a, share: {each} %}}" for each in leaks)
    steps = (f"Begins, {first}", f"Is referred, {second}", "Sees the specialist")
    metric = f"name: {name} to specialist, {SHARE}"
    assert (held_against(stepwise(metric, str(value), steps, 1)) is not None) == is_told


def test_more_cannot_finish_than_come_to_the_last_stage() -> None:
    steps = ("Is treated", "Leaves the clinic")
    text = of_stage(f"name: Patients who finish, {SHARE}", 100, steps)
    text = text.replace("wait: 3 weeks", "leaks: 50 %")
    assert told(held_against(text)) == ("completing", "", 0.5, 0.5)


def test_what_is_no_share_is_held_against_none() -> None:
    assert held_against(of_stage("name: Drop-outs, kind: count", 50, LEAVE_TWICE)) is None


@pytest.mark.parametrize(
    ("metric", "value", "share"),
    [
        ("kind: conversion", 0.5, 0.5),
        ("kind: conversion", 1, 0.01),
        ("kind: conversion", 1.5, 0.015),
        ("kind: conversion", 101, None),
        ("kind: conversion, unit: '%'", 0.5, 0.005),
        ("kind: other, unit: percent", 40, 0.4),
        ("kind: other", 40, None),
        ("kind: conversion, unit: people", 40, None),
        ("kind: duration, unit: '%'", 40, None),
    ],
)
def test_which_share_a_reading_is(metric: str, value: float, share: float | None) -> None:
    found = analyse(stepwise(f"name: M, {metric}", str(value), ("A",), 0)).journey_map
    reading, meant = found.steps[0].step.metrics[0], found.metrics.find("m")
    assert meant
    assert share_of(Held(route=(), reading=reading, metric=meant, value=value)) == share


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
