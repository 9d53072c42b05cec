"""JM109."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.transitions import endless_loops
from journeymap.authoring import Context, Finding, JourneyMap, PlacedStep, rule

_NAMED = 3
"""So many steps of a loop are named, and the others counted."""


@rule("JM109", "endless-loop", severity="error", from_status="draft")
def endless_loop(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Steps lead only to one another, so that the journey can never end.

    ## Why it matters

    People go round, and some of them each time go on, give up or go elsewhere. A loop that nobody
    leaves says that all of them go round for ever: a way out, a leak or a share is missing. Every
    loop is told once, at its first step. In a cycle framework a way from the last stage back to
    the first completes the journey and is no loop. A map that says `ends: false` may go round for
    ever at its end.

    ## Bad

    ```yaml
    title: Setting the dose
    steps:
      - action: Hears the diagnosis
      - action: Takes the tablets  # <- here
      - action: Comes to the control visit
        next: {to: takes-the-tablets, share: 100 %}
    ```

    ## Good

    ```yaml
    title: Setting the dose
    steps:
      - action: Hears the diagnosis
      - action: Takes the tablets
      - action: Comes to the control visit
        next: {to: takes-the-tablets, share: 30 %, why: values too high}
    ```
    """
    ways = context.analysis.ways
    last = len(journey_map.steps) - 1
    for loop in endless_loops(ways):
        wanted = journey_map.journey.ends is False and last in loop
        if wanted or any(ways.exits[position].dangling for position in loop):
            continue
        steps = [journey_map.steps[position] for position in loop]
        yield Finding(
            message=f"{_lead(steps)}: the journey can never end",
            help="add a way out: to a later step, to `end`, or a leak, with its share",
            route=steps[0].route,
        )


def _lead(steps: Sequence[PlacedStep]) -> str:
    names = [f'"{placed_step.label}"' for placed_step in steps]
    if len(names) == 1:
        return f"{names[0]} leads only to itself"
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} more steps"]
    return f"{', '.join(names[:-1])} and {names[-1]} lead only to one another"
