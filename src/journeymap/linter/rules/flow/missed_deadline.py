"""JM605."""

from collections.abc import Iterator

from journeymap.analysis.deadlines import Due, Kept
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    MetricKind,
    Related,
    Severity,
    counted,
    rule,
)
from journeymap.linter.rules._marks import with_mark
from journeymap.words.shares import of_100
from journeymap.words.times import rounded, said

_HALF, _PART = 0.5, 0.25
"""So many of those who come there miss it: half are most people, a quarter too many; house."""
_PLACES = 9
_MONTH, _QUARTER = 28.0, 92.0
"""Between so many days a sum of times is told in weeks, which may be three days off."""
_MINUTES, _HOURS = 24 * 60, 24
"""Minutes of a day, and the hours below which they are told."""
_NEAR = 0.1
"""Up to so many days beside whole ones a time is told in these."""

_UNMEASURED = "; and measure it, for no metric of a duration is read there"


@rule("JM605", "missed-deadline", severity="warning", from_status="review", each_persona=True)
def missed_deadline(_journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A step cannot begin within the time that it has, by the times recorded.

    ## Why it matters

    `within` says how soon a step has to begin: a stitch taken out, an appeal filed, a dose given.
    It is held against the waits and durations that the map records on the way there. Only where
    even the shortest of them are longer is the deadline told as missed; where some are not
    recorded, nobody knows. Where some ways are short enough, it is told how many of those who come
    there miss it all the same, by the shares of the map: a warning from half of them on, a note
    from a quarter. It counts from the end of the step before, or of the one named with
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
        late = round(due.late or 0.0, _PLACES)
        if due.kept is not Kept.MISSED and late < _PART:
            continue
        yield Finding(
            message=f'"{due.step.label}" is to begin within {said(due.allowed, "en")} after '
            f'"{due.after.label}", and {_how(due, context)}',
            help="shorten the waits on the way there, or begin earlier; or correct a time that is "
            f"wrong{_announced(due, context)}{'' if _is_measured(due, context) else _UNMEASURED}",
            route=(*due.step.route, "within"),
            mark=Mark.VALUE,
            severity=None if due.kept is Kept.MISSED or late >= _HALF else Severity.NOTE,
            related=(Related(route=due.after.route, message="counts from the end of this step"),),
        )


def _how(due: Due, context: Context) -> str:
    """Returns by how much a deadline is missed, or by how many of those who come there."""
    if due.kept is Kept.MISSED:
        least = with_mark(_least(due.takes.low), assumed=due.assumed)
        return f"the shortest time recorded is {least}"
    assumed = due.assumed or bool(context.analysis.flow and context.analysis.flow.assumed)
    many = with_mark(f"{of_100(due.late or 0.0, assumed=True)} of 100", assumed=assumed)
    least = _least(due.late_takes)
    return f"{many} who come there miss that: on their way it takes {least} at the least"


def _least(days: float) -> str:
    """Returns a time as held against a deadline: to the minute within a day, in days later."""
    hours, minutes = divmod(round(days * _MINUTES), 60)
    if hours < _HOURS and hours and minutes:
        return f"{hours} h {minutes} min"
    whole = round(days)
    if _MONTH <= days < _QUARTER and whole % 7 and abs(days - whole) < _NEAR:
        return counted(whole, "day")
    return rounded(days, days, "en")


def _announced(due: Due, context: Context) -> str:
    """Returns what to find out where a wait that is longer by itself is said to be announced."""
    after = context.journey_map.step_at(due.after.route)
    wait = after.step.wait
    if wait is None or not wait.announced or wait.time.low <= due.allowed.high:
        return ""
    return (
        f"; find out which time people are told, for {said(wait.time, 'en')} is said to be "
        "announced"
    )


def _is_measured(due: Due, context: Context) -> bool:
    """Tells whether a duration is read on the way, or at the step how many come in time."""
    journey_map = context.journey_map
    steps = journey_map.steps[due.after.position : due.step.position + 1]
    read = [each for step in steps for each in (*step.step.metrics, *step.stage.stage.metrics)]
    read += journey_map.journey.readings
    found = (journey_map.metrics.find(each.metric) for each in read)
    shares = map(journey_map.metrics.find, (each.metric for each in due.step.step.metrics))
    return any(each and each.item.kind is MetricKind.DURATION for each in found) or any(
        each and each.item.kind is MetricKind.CONVERSION for each in shares
    )
