"""future-date: what has happened is not dated later than today."""

from datetime import date

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.measurement.future_date import future_date

TODAY = date(2026, 11, 30)


def ahead(text: str) -> list[tuple[int, int, str]]:
    return findings(text, rule=future_date, today=TODAY)


@pytest.mark.parametrize(
    ("said", "is_ahead"),
    [
        ("2026-11-30", False),
        ("2026-12-01", False),  # it is tomorrow in Auckland
        ("2026-12-02", True),
        ("2026-11", False),
        ("2026-12", False),
        ("2027-01", True),
        ("2036-10-01", True),
        ("2016-10-01", False),
    ],
)
def test_a_review_is_of_a_day_that_has_come(said: str, is_ahead: bool) -> None:
    found = ahead(f"title: A\nreviewed: {said}\nsteps: [a]\n")
    assert found == ([(2, 11, f"the review is of {said}, which is yet to come")] * is_ahead)


def test_so_are_readings_and_evidence_each_at_its_place() -> None:
    text = (
        "title: A\n"
        "metrics: [{id: wait, name: Wait, unit: min}]\n"
        "evidence: [{id: talks, kind: interview, date: 2027-02}]\n"
        "readings: [{metric: wait, value: 3, as_of: 2027-05}]\n"
        "steps:\n"
        "  - action: a\n"
        "    metrics: [{metric: wait, value: 3, as_of: 2062-05}, {metric: wait, as_of: 2026-05}]\n"
    )
    assert [(line, message.split(" is of ")[0]) for line, _, message in ahead(text)] == [
        (3, "this evidence"),
        (4, "this reading"),
        (7, "this reading"),
    ]


def test_of_a_library_its_evidence_is_looked_at() -> None:
    text = "evidence: [{id: a, kind: survey, date: 2030-01-01}]\n"
    found = findings(text, rule=future_date, name="w.library.yaml", today=TODAY)
    assert found == [(1, 40, "this evidence is of 2030-01-01, which is yet to come")]


@pytest.mark.parametrize(
    "plan", ["opportunities: [{text: a, by: 2027-05-01}]", "opportunities: [{text: a}]"]
)
def test_plans_may_lie_ahead(plan: str) -> None:
    assert ahead(f"title: A\nsteps: [{{action: a, {plan}}}]\n") == []
