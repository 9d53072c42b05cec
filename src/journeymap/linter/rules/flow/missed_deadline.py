"""JM605."""

from collections.abc import Iterator

from journeymap.analysis.deadlines import Kept
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    MetricKind,
    PlacedStep,
    Related,
    rule,
)
from journeymap.linter.rules._marks import with_mark
from journeymap.words.times import rounded, said

_UNMEASURED = "; and measure it, for no metric of a duration is read there"


@rule("JM605", "missed-deadline", severity="warning", from_status="review", each_persona=True)
def missed_deadline(_journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A step cannot begin within the time that it has, by the times recorded.

    ## Why it matters

    `within` says how soon a step has to begin: a stitch taken out, an appeal filed, a dose given.
    It is held against the waits and durations that the map records on the way there. Only where
    even the shortest of them are longer is the deadline told as missed; where some are not
    recorded, nobody knows. It counts from the end of the step before, or of the one named with
    `after`; what runs beside other steps (`meanwhile`) takes no time of its own.

    ## Bad

    ```yaml
    title: Benefit claim
    steps:
      - {id: letter, action: Gets the decision, wait: 2 weeks}
      - {action: Asks an adviser, duration: 1 h, wait: 3 weeks}
      - action: Files an appeal
        within: {time: 1 month, after: letter}  # <- here
    ```

    ## Good

    ```yaml
    title: Benefit claim
    steps:
      - {id: letter, action: Gets the decision, wait: 1 week}
      - {action: Asks an adviser, duration: 1 h, wait: 1-2 weeks}
      - action: Files an appeal
        within: {time: 1 month, after: letter}
    ```
    """
    for due in context.analysis.deadlines:
        if due.kept is not Kept.MISSED:
            continue
        least = with_mark(rounded(due.takes.low, due.takes.low, "en"), assumed=due.assumed)
        yield Finding(
            message=f'"{due.step.label}" is to begin within {said(due.allowed, "en")} after '
            f'"{due.after.label}", and the shortest time recorded is {least}',
            help="shorten the waits on the way there, or begin earlier; or correct a time that is "
            f"wrong{'' if _is_measured(due.step, context) else _UNMEASURED}",
            route=(*due.step.route, "within"),
            mark=Mark.VALUE,
            related=(Related(route=due.after.route, message="counts from the end of this step"),),
        )


def _is_measured(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a duration is read at a step, or in its stage."""
    read = (*placed_step.step.metrics, *placed_step.stage.stage.metrics)
    found = (context.journey_map.metrics.find(each.metric) for each in read)
    return any(each is not None and each.item.kind is MetricKind.DURATION for each in found)
