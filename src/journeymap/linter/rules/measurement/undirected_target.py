"""JM728."""

from collections.abc import Iterator

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
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.vocabulary import Metric


@rule("JM728", "undirected-target", severity="note", from_status="review")
def undirected_target(file: MapFile, _: Context) -> Iterator[Finding]:
    """A metric has a target, and nobody says on which side of it is the good one.

    ## Why it matters

    Forty complaints against a target of ten: missed or well over? Of a duration, a cost, a
    conversion, an nps, csat, prom or prem the kind says which way it improves. Of a count, of
    effort (ces), of kind other and of a metric without a kind it does not, so that such a target
    can never be missed, however bad the figures are. `better: lower` or `better: higher` says it.

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
        yield from one_by_one(_undirected(metric, ("metrics", i)) for i, metric in every)


def _undirected(metric: Metric, route: Route) -> Iterator[Finding]:
    if metric.target is not None and metric.improves is None:
        yield Finding(
            message=f'the target of "{metric.name}", {number(metric.target)}, can never be missed: '
            "nobody says whether more or less of it is better",
            help="add better: higher or better: lower",
            route=(*route, "target"),
            mark=Mark.VALUE,
        )
