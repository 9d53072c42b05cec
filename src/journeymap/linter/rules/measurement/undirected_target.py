"""JM728."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    MapFile,
    Mark,
    Route,
    Vocabulary,
    one_by_one,
    rule,
)
from journeymap.linter.rules.measurement._readings import number, of_stage
from journeymap.model.vocabulary import Metric


@rule("JM728", "undirected-target", severity="note", from_status="review")
def undirected_target(file: MapFile, _: Context) -> Iterator[Finding]:
    """A metric has a target, and nobody says on which side of it is the good one.

    ## Why it matters

    Forty complaints against a target of ten: missed or well over? Of a duration, a cost, a
    conversion, an nps, csat, prom or prem the kind says which way it improves. Of a count, of
    effort (ces), of kind other and of a metric without a kind it does not, so that nobody can judge
    such a target, however bad the figures are. `better: lower` or `better: higher` says it.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics:
      - id: complaints
        name: Complaints a month
        kind: count
        target: 10  # <- here
    steps: [{action: Gets the bill, metrics: {metric: complaints, value: 40}}]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics:
      - {id: complaints, name: Complaints a month, kind: count, target: 10, better: lower}
      - {id: wait, name: Wait in the clinic, kind: duration, unit: min, target: 15}
    steps: [{action: Gets the bill, metrics: {metric: complaints, value: 4}}]
    ```
    """
    if isinstance(file.model, Vocabulary):
        every = enumerate(file.model.metrics)
        known = file.journey_map
        yield from one_by_one(_undirected(metric, ("metrics", i), known) for i, metric in every)


def _undirected(metric: Metric, route: Route, known: JourneyMap | None) -> Iterator[Finding]:
    if metric.target is not None and metric.improves is None:
        read = next(iter(_read(metric, known)), None) if known else None
        target = f"the target is {number(metric.target)}"
        said = target if read is None else f"{target}, {number(read)} was read"
        yield Finding(
            message=f'"{metric.name}": {said}, and the map does not say whether that is too much '
            "or too little"
            if read is not None
            else f'"{metric.name}": {said}, and the map does not say whether at least or at most',
            help="add better: lower if the target is the most, better: higher if it is the least",
            route=(*route, "target"),
            mark=Mark.VALUE,
        )


def _read(metric: Metric, journey_map: JourneyMap) -> Iterator[float]:
    """Walks the values that the map has of a metric."""
    of_steps = (each.step.metrics for each in journey_map.steps)
    of_stages = (of_stage(journey_map, stage) for stage in journey_map.stages)
    own = {metric.id, metric.name} - {None}
    for reading in (each for readings in (*of_steps, *of_stages) for each in readings):
        if reading.metric in own and reading.value is not None:
            yield reading.value
