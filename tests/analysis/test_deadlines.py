"""Deadlines: how long it takes at least and at most, and how many of those who come are late."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.deadlines import Due, Kept


def due(*steps: str) -> Due:
    listed = "".join(f"  - {{{each}}}\n" for each in steps)
    (found,) = analyse(f"title: A\nsteps:\n{listed}").deadlines
    return found


@pytest.mark.parametrize(
    ("within", "kept", "late", "takes"),
    [("2 days", Kept.MISSED, 1.0, 3.0), ("3 days", Kept.MET, 0.0, 0.0)],
)
def test_on_one_way_all_are_late_or_nobody(
    within: str, kept: Kept, late: float, takes: float
) -> None:
    found = due("action: A, wait: 3 days", f"action: B, within: {within}")
    assert (found.kept, found.late, found.late_takes) == (kept, late, takes)


FAR = "{{time: {}, after: a}}"


@pytest.mark.parametrize(
    ("ways", "late", "takes"),
    [
        ("next: [{to: b, share: 60 %}, {to: c, share: 40 %}]", 0.6, 6.0),
        ("next: [{to: b, share: 20 %}, {to: c, share: 60 %}]", 0.25, 6.0),  # of those who come
        ("next: [{to: b}, {to: c}]", None, 0.0),  # who goes where is not said
        ("next: [{to: b, share: 100 %}]", 1.0, 6.0),
    ],
)
def test_where_ways_part_those_are_late_whose_way_is_too_long(
    ways: str, late: float | None, takes: float
) -> None:
    found = due(
        f"id: a, action: A, wait: 1 day, {ways}",
        "id: b, action: B, wait: 5 days",
        f"id: c, action: C, within: {FAR.format('2 days')}",
    )
    assert found.late == (late if late is None else pytest.approx(late))
    assert found.late_takes == takes


def test_what_runs_beside_another_step_has_no_share_of_who_is_late() -> None:
    found = due(
        "id: a, action: A, wait: 1 day",
        "id: b, action: B, duration: 3 days",
        f"id: c, action: C, meanwhile: b, within: {FAR.format('12 h')}",
    )
    assert (found.kept, found.late) == (Kept.MISSED, None)


def test_a_way_back_makes_it_no_longer_at_most() -> None:
    back = "next: [{to: a, share: 20 %}, {to: c, share: 80 %}]"
    found = due(
        "id: a, action: A, wait: 1 day",
        f"id: b, action: B, duration: 1 day, wait: 2 days, {back}",
        f"id: c, action: C, within: {FAR.format('4 days')}",
    )
    assert (found.takes.low, found.takes.high, found.kept) == (4.0, 4.0, Kept.MET)
