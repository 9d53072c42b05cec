"""JM734."""

from collections.abc import Iterator

from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    Finding,
    MapFile,
    Mark,
    PlacedOpportunity,
    Route,
    State,
    Vocabulary,
    one_by_one,
    rule,
)
from journeymap.linter.rules._live import ABROAD, is_ahead, is_to_come
from journeymap.linter.rules.improvement._ideas import each_once
from journeymap.model.fields import Day
from journeymap.model.pains import PilotResult

_MONTHS = 12
_MONTH_AND_DAY = 2
_LATELY = 5
"""So many years back at most lies a day that was meant; house."""


@rule("JM734", "future-date", severity="warning", from_status="draft")
def future_date(file: MapFile, context: Context) -> Iterator[Finding]:
    """What has happened is dated later than today.

    ## Why it matters

    A review, a reading or a study of next year is a slip, often in the year. Until that day comes
    the map passes as looked at, and its figures as fresh, whatever becomes of the service. Plans
    have fields of their own: `by` of an idea, `target` of a metric. An idea that is live helps
    already; one that is called live as of a day to come is one that is planned. Nor does anybody
    know what came of a pilot that is yet to come.

    ## Bad

    ```yaml
    title: Dental clinic
    reviewed: 2062-03-01  # <- here
    evidence:
      - {id: talks, kind: interview, date: 2062-02}  # <- here
    steps:
      - action: Calls the clinic
        evidence: talks
        opportunities:
          - text: Ring back by noon
            status: live
            since: 2062-04  # <- here
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
    yield from one_by_one(_ahead(day, what, route, context) for day, what, route in _days(file))
    if file.journey_map and file.journey_map.journey.state is not State.DESIRED:
        yield from one_by_one(_called_live(idea, context) for idea in each_once(file.journey_map))


def _days(file: MapFile) -> Iterator[tuple[Day | None, str, Route]]:
    """Yields the days of what has happened, with what that is and where it stands."""
    if file.journey_map:
        yield file.journey_map.journey.reviewed, "the review", ("reviewed",)
        for route, reading in readings(file.journey_map):
            yield reading.as_of, "this reading", (*route, "as_of")
        for idea in each_once(file.journey_map):
            for i, pilot in enumerate(idea.opportunity.pilots):
                if pilot.learned or pilot.result is not PilotResult.OPEN:
                    yield pilot.date, "this pilot", (*idea.route, "pilots", i, "date")
    if isinstance(file.model, Vocabulary):
        for i, entry in enumerate(file.model.evidence):
            yield entry.date, "this evidence", ("evidence", i, "date")


def _called_live(idea: PlacedOpportunity, context: Context) -> Iterator[Finding]:
    """Yields an idea that is called live before it is."""
    since = idea.opportunity.since
    if since and is_to_come(idea, context.today):
        yield Finding(
            message=f'"{idea.label}" is called live, but only since {since.written}, which is yet '
            "to come",
            help=f"{_meant(since.written, _latest(context))}write since when it is live; or, if it "
            f"is not yet, the status that it has, and by: {since.written}",
            route=(*idea.route, "since"),
            mark=Mark.VALUE,
        )


def _latest(context: Context) -> str:
    return (context.today + ABROAD).isoformat()


def _ahead(day: Day | None, what: str, route: Route, context: Context) -> Iterator[Finding]:
    if day is None:
        return
    if is_ahead(day, context.today):
        yield Finding(
            message=f"{what} is of {day.written}, which is yet to come",
            help=f"{_meant(day.written, _latest(context))}write the day or the month in which "
            "it was",
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
