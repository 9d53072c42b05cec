"""JM716."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.analysis.readings import newest, readings
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Option,
    Related,
    Route,
    few,
    one_by_one,
    rule,
)
from journeymap.linter.rules.measurement._readings import age
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.model.vocabulary import Reading

OLDEST = Option(
    name="months",
    default=12,
    meaning="older readings are told of, or those older than review_every where that is longer",
    least=1,
)


def _by_source(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells several readings that rest on one source, and are of one day, once."""
    known = context.journey_map.evidence
    read = {(*route, "as_of"): reading for route, reading in readings(context.journey_map)}
    groups: defaultdict[object, list[Finding]] = defaultdict(list)
    for each in findings:
        reading = read[each.route]
        source = tuple(map(known.id_of, reading.evidence))
        day = reading.as_of.date if reading.as_of else None
        groups[(source, day) if source else each.route].append(each)
    for first, *others in groups.values():
        names = [_metric(each, read, context) for each in (first, *others)]
        yield _of_several(first, others, names) if others else first


def _metric(finding: Finding, read: Mapping[Route, Reading], context: Context) -> str:
    return context.journey_map.metrics.label_of(read[finding.route].metric)


def _of_several(first: Finding, others: Sequence[Finding], names: Sequence[str]) -> Finding:
    how_old = first.message.rpartition(" is ")[2]
    return replace(
        first,
        message=f"the latest values of {few(tuple(dict.fromkeys(names)))}, from one source, "
        f"are {how_old}",
        help="measure again, and add the new values with as_of: beside the old ones",
        related=tuple(Related(route=each.route, message="as old") for each in others),
        stands_for=tuple(each.route for each in (first, *others)),
    )


@rule(
    "JM716",
    "stale-reading",
    severity="note",
    from_status="review",
    basis="house",
    gathers=_by_source,
    options=(OLDEST,),
)
def stale_reading(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The latest value of a metric is older than a year.

    ## Why it matters

    A figure looks like the present however old it is, and decisions are taken on it. `as_of` says
    when it was measured; the latest one of each metric in each place is held against today. A map
    that is reviewed less often than once a year (`review_every`) may have readings as old as that.
    A reading without `as_of` is of unknown age, and left alone. Values of one source and one day
    are told once.

    ## Basis

    House: a year, after which each month of the last one has been seen again.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [{id: wait, name: Wait in the clinic, unit: min}]
    steps:
      - action: Waits for the dentist
        metrics:
          - {metric: wait, value: 31, as_of: 2024-01}
          - {metric: wait, value: 25, as_of: 2025-03}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: wait, name: Wait in the clinic, unit: min}]
    steps:
      - action: Waits for the dentist
        metrics:
          - {metric: wait, value: 31, as_of: 2024-01}
          - {metric: wait, value: 25, as_of: 2026-09}
    ```
    """
    every = journey_map.journey.review_every
    oldest = max(context.option(OLDEST) * DAYS_PER_MONTH, every.days if every else 0.0)

    def stale(route: Route, reading: Reading) -> Iterator[Finding]:
        if reading.as_of is None or reading.value is None:
            return
        days = (context.today - reading.as_of.date).days
        if days > oldest:
            yield Finding(
                message=f'the latest value of "{journey_map.metrics.label_of(reading.metric)}" '
                f"is {age(reading.as_of.date, context.today)} old",
                help="measure again, and add the new value with as_of: beside the old one",
                route=(*route, "as_of"),
                mark=Mark.VALUE,
            )

    latest = newest(readings(journey_map), journey_map.metrics)
    yield from one_by_one(stale(route, reading) for route, reading in latest)
