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

_MONTHS = 12
_MONTH_AND_DAY = 2
_LATELY = 5
"""So many years back at most lies a day that was meant; house."""
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
            help=f"{_meant(day.written, latest)}write the day or the month in which it was",
            route=route,
            mark=Mark.VALUE,
        )


def _meant(written: str, latest: str) -> str:
    """Returns the days gone by that one slip makes of a day to come, as a question; mostly one."""
    year, *rest = written.split("-")
    swapped = (
        f"{year[:at]}{year[at + 1]}{year[at]}{year[at + 2 :]}" for at in range(len(year) - 1)
    )
    this = int(latest[:4])
    years = [*swapped, *([f"{this}", f"{this - 1}"] if int(year) <= this + 1 else [])]
    found = ["-".join([each, *rest]) for each in years]
    if len(rest) == _MONTH_AND_DAY and int(rest[1]) <= _MONTHS:
        found.insert(0, "-".join([year, rest[1], rest[0]]))
    earliest = f"{this - _LATELY}{latest[4:]}"
    past = [each for each in dict.fromkeys(found) if earliest <= each <= latest[: len(each)]]
    return f"did you mean {past[0]}? Else " if past else ""
