"""JM702."""

from collections.abc import Iterator

from journeymap.findings import Finding, Mark, Related, Severity
from journeymap.lint.rule import Basis, Context, Need, rule
from journeymap.lint.rules.measurement.readings import newest, number, readings
from journeymap.model.journey import Status
from journeymap.model.map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.vocabulary import Better, Metric, Reading


def _has_target(context: Context) -> bool:
    return any(entry.item.target is not None for entry in context.map.metrics)


@rule(
    "JM702",
    "target-missed",
    severity=Severity.WARNING,
    since=Status.REVIEW,
    basis=Basis.NONE,
    needs=(Need(what="metrics with a target", is_there=_has_target),),
)
def target_missed(visited: JourneyMap, _: Context) -> Iterator[Finding]:
    """The latest value of a metric misses its target.

    ## Why it matters

    The team said itself what would be good enough, and it is not reached. Look for the cause in
    the steps around it: a target that is missed with no pain on the map means that the map does
    not know yet what hurts. Of several values in one place the latest counts.

    Which way a metric improves follows from its kind: lower for a duration and a cost, higher for
    nps, csat, conversion, prom and prem. `better` says it for all others, and overrules the kind.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics:
      - {id: wait, name: Wait in the clinic, kind: duration, unit: min, target: 15}
      - {id: kept, name: Appointments kept, unit: '%', target: 95, better: higher}
    steps:
      - action: Waits for the dentist
        metrics:
          - {metric: wait, value: 25}  # <- here
          - {metric: kept, value: 91, as_of: 2026-09}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: wait, name: Wait in the clinic, kind: duration, unit: min, target: 15}]
    steps:
      - action: Waits for the dentist
        metrics:
          - {metric: wait, value: 25, as_of: 2026-03}
          - {metric: wait, value: 12, as_of: 2026-09}
    ```
    """
    for route, reading in newest(readings(visited)):
        found = visited.metrics.find(reading.metric)
        if found is None or reading.value is None or not _misses(found.item, reading.value):
            continue
        yield Finding(
            code="JM702",
            message=_said(found, reading, visited),
            help="say what holds it back: a pain, with an opportunity against it",
            route=(*route, "value"),
            mark=Mark.VALUE,
            related=(Related(route=found.route, message="the target is here", path=found.library),),
        )


def _misses(metric: Metric, value: float) -> bool:
    """Tells whether a value lies on the wrong side of the target; no if sides are not known."""
    if metric.target is None:
        return False
    if metric.improves is Better.HIGHER:
        return value < metric.target
    return metric.improves is Better.LOWER and value > metric.target


def _said(found: Defined[Metric], reading: Reading, journey_map: JourneyMap) -> str:
    """Says value and target, and that the value is assumed where that is all it rests on."""
    unit = f" {found.item.unit}" if found.item.unit else ""
    assumed = reading.evidence and journey_map.is_assumed(reading.evidence)
    verb = "is assumed to be" if assumed else "is"
    bound = "at least" if found.item.improves is Better.HIGHER else "at most"
    value, target = number(reading.value or 0), number(found.item.target or 0)
    return f'"{found.label}" {verb} {value}{unit}; the target is {bound} {target}{unit}'
