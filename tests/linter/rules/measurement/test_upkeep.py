"""Rules about who keeps a map and when: stale-map, missing-owner, missing-review-date."""

from datetime import date

import pytest
from tests.linter.linting import findings, messages

from journeymap.linter.rules.measurement.missing_owner import missing_owner
from journeymap.linter.rules.measurement.missing_review_date import missing_review_date
from journeymap.linter.rules.measurement.stale_map import stale_map


def a_map(said: str, end: str = "steps: [a]\n") -> str:
    return f"title: A\n{said}\n{end}"


def overdue(said: str, today: date) -> list[tuple[int, int, str]]:
    return findings(a_map(said), rule=stale_map, today=today)


def test_a_review_is_due_after_six_months_unless_the_map_says_otherwise() -> None:
    assert overdue("reviewed: 2026-01-01", date(2026, 7, 2)) == []
    assert overdue("reviewed: 2026-01-01", date(2026, 7, 3)) == [
        (2, 11, "the last review is over 6 months ago, and one is due every 6 months")
    ]
    weekly = "reviewed: 2026-01-01\nreview_every: 2 weeks"
    assert overdue(weekly, date(2026, 1, 15)) == []
    [(*_, message)] = overdue(weekly, date(2026, 1, 16))
    assert message == "the last review is 15 days ago, and one is due every 2 weeks"


def test_a_month_stands_for_its_last_day() -> None:
    assert overdue("reviewed: 2026-01", date(2026, 8, 1)) == []
    assert len(overdue("reviewed: 2026-01", date(2026, 8, 2))) == 1


@pytest.mark.parametrize(
    "said",
    [
        "x-reviewed: 2020-01",
        "reviewed: yesterday",
        "reviewed: 2020-01\nreview_every: often",
        "reviewed: 9999-12-31\nreview_every: 999 years",
    ],
)
def test_what_is_not_said_cannot_be_read_or_lies_ahead_is_left_alone(said: str) -> None:
    assert overdue(said, date(2026, 11, 23)) == []


@pytest.mark.parametrize("said", ["owner: Ward 3", "owner: [Ann]", "owner: 7"])
def test_an_owner_in_any_form_is_not_missing(said: str) -> None:
    assert messages(a_map(said), rule=missing_owner) == []


def test_an_owner_of_a_stage_is_not_one_of_the_map_and_an_empty_one_is_none() -> None:
    stages = "stages: [{name: S, owner: Ann, steps: [a]}]\n"
    assert findings(a_map("owner:", stages), rule=missing_owner) == [
        (1, 1, "nobody is named as responsible for the map")
    ]


@pytest.mark.parametrize("said", ["reviewed: 2026-10", "reviewed: soon", "reviewed: [2026-10-01]"])
def test_a_review_date_in_any_form_is_not_missing(said: str) -> None:
    assert messages(a_map(said), rule=missing_review_date) == []


def test_an_interval_is_no_review_date_and_a_library_is_not_asked() -> None:
    assert len(findings(a_map("review_every: 1 year"), rule=missing_review_date)) == 1
    library = "evidence: {id: e, kind: survey}\n"
    assert findings(library, rule=missing_review_date, name="w.library.yaml") == []
    assert findings(library, rule=missing_owner, name="w.library.yaml") == []
