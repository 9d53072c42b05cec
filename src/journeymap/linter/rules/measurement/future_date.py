"""JM734."""

from collections.abc import Iterator
from datetime import timedelta

from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    Finding,
    MapFile,
    Mark,
    Route,
    Vocabulary,
    one_by_one,
    rule,
)
from journeymap.model.fields import Day

_ABROAD = timedelta(days=1)
"""Somewhere it is tomorrow already."""


@rule("JM734", "future-date", severity="warning", from_status="draft")
def future_date(file: MapFile, context: Context) -> Iterator[Finding]:
    """What has happened is dated later than today.

    ## Why it matters

    A review, a reading or a study of next year is a slip, often in the year. Until that day comes
    the map passes as looked at, and its figures as fresh, whatever becomes of the service. Plans
    have fields of their own: `by` of an idea, `target` of a metric.

    ## Bad

    ```yaml
    title: Dental clinic
    reviewed: 2062-03-01  # <- here
    evidence:
      - {id: talks, kind: interview, date: 2062-02}  # <- here
    steps: [{action: Calls the clinic, evidence: talks}]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    reviewed: 2026-03-01
    evidence:
      - {id: talks, kind: interview, date: 2026-02}
    steps: [{action: Calls the clinic, evidence: talks}]
    ```
    """
    return one_by_one(_ahead(day, what, route, context) for day, what, route in _days(file))


def _days(file: MapFile) -> Iterator[tuple[Day | None, str, Route]]:
    """Yields the days of what has happened, with what that is and where it stands."""
    if file.journey_map:
        yield file.journey_map.journey.reviewed, "the review", ("reviewed",)
        for route, reading in readings(file.journey_map):
            yield reading.as_of, "this reading", (*route, "as_of")
    if isinstance(file.model, Vocabulary):
        for i, entry in enumerate(file.model.evidence):
            yield entry.date, "this evidence", ("evidence", i, "date")


def _ahead(day: Day | None, what: str, route: Route, context: Context) -> Iterator[Finding]:
    if day is None:
        return
    latest = (context.today + _ABROAD).isoformat()
    # A month lies ahead where it has not begun.
    if latest[: len(day.written)] < day.written:
        yield Finding(
            message=f"{what} is of {day.written}, which is yet to come",
            help="look at the year and the month, and write the day on which it was",
            route=route,
            mark=Mark.VALUE,
        )
