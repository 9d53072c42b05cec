"""JM703."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, MapFile, Mark, Vocabulary, few, rule


@rule("JM703", "metric-without-target", severity="note", from_status="published", basis="house")
def metric_without_target(file: MapFile, context: Context) -> Iterator[Finding]:
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
    if not isinstance(file.model, Vocabulary):
        return
    metrics = file.model.metrics
    aimless = [
        i
        for i, metric in enumerate(metrics)
        if metric.target is None and ("metrics", i, "target") not in context.file.broken
    ]
    help_ = "add target: the value that is good enough, in the metric's unit"
    if len(aimless) > 1 and 2 * len(aimless) > len(metrics):
        names = few([metrics[i].name for i in aimless])
        message = f"{len(aimless)} of {len(metrics)} metrics have no target: {names}"
        yield Finding(message=message, help=help_, route=("metrics",), mark=Mark.KEY)
        return
    for i in aimless:
        yield Finding(
            message=f'"{metrics[i].name}" has no target',
            help=help_,
            route=("metrics", i),
            missing="target",
        )
