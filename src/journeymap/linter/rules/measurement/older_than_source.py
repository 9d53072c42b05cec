"""JM735."""

from collections.abc import Iterator
from datetime import timedelta

from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Option,
    Related,
    Route,
    State,
    one_by_one,
    rule,
)
from journeymap.model.vocabulary import Reading

EARLY = Option(
    name="days",
    default=62,
    meaning="a value that is so many days older than what it is from, or more, is told of",
    least=1,
)
_REPORT = frozenset(
    {EvidenceKind.RECORDS, EvidenceKind.ANALYTICS, EvidenceKind.LITERATURE, EvidenceKind.ASSUMPTION}
)
"""Kinds of evidence that tell of times before they were gathered."""


@rule(
    "JM735",
    "older-than-source",
    severity="note",
    from_status="review",
    basis="house",
    options=(EARLY,),
)
def older_than_source(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A value is older than the study that it is said to be from.

    ## Why it matters

    What was asked in September cannot tell how it was in January. Either the value was never
    brought up to date when the study was done, or it is from an older one, and looks better
    founded than it is. Held against `as_of` is the oldest of the evidence that the reading itself
    names, if all of it has a date; records, analytics and literature tell of times before, so a
    reading that names any of them is left alone.

    ## Basis

    House: two months, as a study takes its time.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [{id: happy, name: Satisfied with the visit, kind: csat, unit: '%'}]
    evidence: [{id: survey, kind: survey, n: 210, date: 2026-09}]
    readings:
      - {metric: happy, value: 84, as_of: 2026-01, evidence: survey}  # <- here
    steps: [Sees the dentist]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: happy, name: Satisfied with the visit, kind: csat, unit: '%'}]
    evidence: [{id: survey, kind: survey, n: 210, date: 2026-09}]
    readings:
      - {metric: happy, value: 84, as_of: 2026-09, evidence: survey}
    steps: [Sees the dentist]
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    least = timedelta(days=context.option(EARLY))
    found = readings(journey_map)
    yield from one_by_one(_early(journey_map, route, reading, least) for route, reading in found)


def _early(
    journey_map: JourneyMap, route: Route, reading: Reading, least: timedelta
) -> Iterator[Finding]:
    sources = journey_map.evidence.meant(reading.evidence)
    days = [(each.item.date, each) for each in sources if each.item.date]
    if reading.as_of is None or not days or len(days) < len(sources):
        return
    if any(each.item.kind in _REPORT for each in sources):
        return
    first, source = min(days, key=lambda pair: pair[0].date)
    if first.date - reading.as_of.date >= least:
        yield Finding(
            message=f'"{journey_map.metrics.label_of(reading.metric)}" is of '
            f'{reading.as_of.written}, and "{source.label}", where it is from, of {first.written}',
            help="write the value of that study with its day, or name the one that it is from",
            route=(*route, "as_of"),
            mark=Mark.VALUE,
            related=(Related(route=source.route, message="the study", path=source.library),),
        )
