"""JM729."""

from collections.abc import Iterator

from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Related,
    Route,
    State,
    few,
    rule,
)
from journeymap.model.unread import collected, readable


@rule("JM729", "empty-reading", severity="note", from_status="review", basis="house")
def empty_reading(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """A metric stands in the map without a value, and none is read anywhere else.

    ## Why it matters

    A metric without a value looks as if something were measured, and answers nothing. Either the
    figure exists and somebody has it, or nobody measures it yet: both are worth a question before
    the map is shown. What is read at another place of the map is left alone, and so is a desired
    map, which says what is to be measured.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [{id: wait, name: Wait in the clinic, kind: duration, unit: min}]
    steps:
      - action: Waits for the dentist
        metrics: [wait]  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: wait, name: Wait in the clinic, kind: duration, unit: min}]
    steps:
      - action: Waits for the dentist
        metrics: [{metric: wait, value: 25}]
      - action: Is treated
        metrics: [wait]
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    every = collected(readings(journey_map))
    metrics = journey_map.metrics
    read = {metrics.id_of(each.metric) for _, each in every if each.value is not None}
    empty: dict[str, Route] = {}
    for route, each in readable(every):
        if each.value is None and metrics.id_of(each.metric) not in read:
            empty.setdefault(metrics.id_of(each.metric), route)
    if empty:
        first, *others = empty.values()
        verb = "has no value" if len(empty) == 1 else "have no values"
        yield Finding(
            message=f"{few([metrics.label_of(each) for each in empty])} {verb} anywhere on the map",
            help="add value: and as_of:, or say under questions: who could measure it",
            route=first,
            mark=Mark.VALUE,
            related=tuple(Related(route=each, message="nor here") for each in others),
            stands_for=tuple(empty.values()),
        )
