"""JM106."""

from collections.abc import Iterator

from journeymap.analysis.transitions import reachable
from journeymap.authoring import Context, Finding, JourneyMap, rule


@rule("JM106", "unreachable-step", severity="error", from_status="draft")
def unreachable_step(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """No way from the first step leads to a step.

    ## Why it matters

    Whoever is at a step goes on to the one below it, unless `next` or `leaks` send everybody
    elsewhere. A step that nobody comes to is in the map and not in the journey: either a way to it
    is missing, or it belongs to another map. A way with a share of 0 % leads nobody anywhere.
    While a way names a step that is not there, or a leak has a share of 1 where 1 % may be meant,
    nothing is said: it may lead here.

    ## Bad

    ```yaml
    title: Blood test
    steps:
      - action: Has blood taken
        next: reads-the-results-online
      - action: Rings for the results  # <- here
      - action: Reads the results online
    ```

    ## Good

    ```yaml
    title: Blood test
    steps:
      - action: Has blood taken
        next:
          - {to: reads-the-results-online, share: 70 %}
          - {to: rings-for-the-results, share: 30 %}
      - action: Rings for the results
        next: end
      - action: Reads the results online
    ```
    """
    ways = context.analysis.ways
    reached = reachable(ways)
    if any(ways.exits[position].dangling for position in reached) or _is_doubted(context):
        return
    # A step of personas alone whom the map does not choose now is one for another day.
    taken = filter(journey_map.takers, journey_map.steps)
    missed = [placed_step for placed_step in taken if placed_step.position not in reached]
    named = {way.target for position in reached for way in ways.exits[position].ways}
    above = {
        target: placed_step
        for placed_step in reversed(missed)
        for target in ways.successors[placed_step.position]
        if target > placed_step.position
    }
    for placed_step in missed:
        message, help_ = f'no way from the first step leads to "{placed_step.label}"', ""
        if placed_step.position in named:
            message = f'nobody is left to take the way to "{placed_step.label}"'
            help_ = "give the way a share above 0 %, and lower the other shares of its step"
        elif placed_step.position in above:
            help_ = f'find a way to "{above[placed_step.position].label}" first, which leads here'
        help_ = help_ or f"add {{to: {placed_step.id}, share: …}} to `next` of the step before it"
        yield Finding(message=message, help=help_, route=placed_step.route)


def _is_doubted(context: Context) -> bool:
    """Tells whether a share that sends everybody away is asked about, so is to be mended first."""
    return any(
        finding.code == "JM009" and (finding.route or ())[-1:] == ("share",)
        for finding in context.file.findings
    )
