"""JM703."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    MapFile,
    Most,
    Vocabulary,
    one_by_one,
    rule,
)
from journeymap.model.names import define
from journeymap.model.unread import collected
from journeymap.model.vocabulary import Metric


def _metrics(context: Context) -> tuple[Defined[Metric], ...]:
    model = context.file.model
    metrics = model.metrics if isinstance(model, Vocabulary) else ()
    return collected(define(metrics, "metrics"))


@rule(
    "JM703",
    "metric-without-target",
    severity="note",
    from_status="published",
    basis="house",
    gathers=Most(
        said="{count} of {total} metrics have no target: {names}",
        asked=_metrics,
        at=("metrics",),
    ),
)
def metric_without_target(_: MapFile, context: Context) -> Iterator[Finding]:
    """A metric does not say which value is good enough.

    ## Why it matters

    A number alone starts no work: 61 per cent may be a success or a scandal. The target says from
    where on the team would leave the step alone, and the gap to it says how far there is to go. A
    library is asked for the targets of its metrics, and a map for those of its own.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics:
      - {id: wait, name: Wait in the clinic, kind: duration, unit: min, target: 15}
      - {id: advice, name: Would recommend us, kind: nps}  # <- here
    steps:
      - {action: Waits, metrics: {metric: wait, value: 25}}
      - {action: Goes home, metrics: {metric: advice, value: 40}}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics:
      - {id: wait, name: Wait in the clinic, kind: duration, unit: min, target: 15}
      - {id: advice, name: Would recommend us, kind: nps, target: 50}
    steps:
      - {action: Waits, metrics: {metric: wait, value: 25}}
      - {action: Goes home, metrics: {metric: advice, value: 40}}
    ```
    """
    yield from one_by_one(map(_aimless, _metrics(context)))


def _aimless(metric: Defined[Metric]) -> Iterator[Finding]:
    if metric.item.target is None:
        yield Finding(
            message=f'"{metric.label}" has no target',
            help="add target: the value that is good enough, in the metric's unit",
            route=metric.route,
            missing="target",
        )
