"""JM112."""

from collections.abc import Iterator
from typing import Any

from journeymap.analysis.transitions import reachable
from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    PlacedStep,
    Related,
    rule,
    step_route,
)
from journeymap.model.references import Reference


@rule("JM112", "mended-before-broken", severity="error", from_status="draft")
def mended_before_broken(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A step makes good for what comes only later.

    ## Why it matters

    `recovers` says that something went wrong and that this step makes up for it. What comes later
    on every way has not happened yet: a way leads from this step to it, and none leads back from
    it. Where people go round, the step may mend what hurt the time before, and nothing is said; nor
    of a pain of the step itself, or of one on a way beside it.

    ## Bad

    ```yaml
    title: Blood test
    steps:
      - action: Has blood taken
      - action: Gets a call from the nurse
        recovers: no-call  # <- here
      - action: Waits for the results
        pains: {id: no-call, text: Nobody calls}
    ```

    ## Good

    ```yaml
    title: Blood test
    steps:
      - action: Has blood taken
      - action: Waits for the results
        pains: {id: no-call, text: Nobody calls}
      - action: Gets a call from the nurse
        recovers: no-call
    ```
    """
    mending = [placed_step for placed_step in journey_map.steps if placed_step.step.recovers]
    if not mending:
        return
    ways = context.analysis.ways
    reached = reachable(ways)
    if any(ways.exits[position].dangling for position in reached):
        return
    order = context.analysis.order
    at = {placed_step.route: placed_step for placed_step in journey_map.steps}
    for reference in (each for each in journey_map.references if each.to is Namespace.REPAIRABLE):
        placed_step, meanings = at[step_route(reference.route)], reference.meanings
        steps = [at[step_route(entry.route)] for entry in meanings]
        later = [order.is_later(step.position, than=placed_step.position) for step in steps]
        if placed_step.position in reached and meanings and all(later):
            yield _finding(placed_step, reference, steps[0], meanings[0])


def _finding(
    placed_step: PlacedStep, reference: Reference, step: PlacedStep, what: Defined[Any]
) -> Finding:
    name = next((pain.pain.text for pain in step.pains if pain.route == what.route), "")
    said = f'"{name}" at "{step.label}"' if name else f'"{step.label}"'
    return Finding(
        message=f'"{placed_step.label}" makes good for {said}, which comes later on every way',
        help="move this step behind what it makes good for, or add the way that leads back to it",
        route=reference.route,
        mark=Mark.VALUE,
        related=(Related(route=what.route, message="comes only here"),),
    )
