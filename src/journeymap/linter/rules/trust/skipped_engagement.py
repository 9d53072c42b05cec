"""JM501."""

from collections.abc import Iterator

from journeymap.analysis.trust import LevelChange
from journeymap.authoring import Context, Engagement, Finding, JourneyMap, Related, listed, rule
from journeymap.linter.rules.trust._shared import LEVELS, change_of


@rule(
    "JM501",
    "skipped-engagement",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(LEVELS,),
)
def skipped_engagement(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Engagement rises by more than one level at a step.

    ## Why it matters

    Each level of the value chain rests on the one below: who has never talked to a service will
    hardly plan together with it. A jump is a step that the map forgot, or one that asks for more
    than the persona is ready for. Steps without a level are passed over.

    ## Basis

    Practitioner: customers are led from communicate over interact, engage and collaborate to
    innovate (Digital Strategy Yoga, How to move the healthcare customer higher in the value chain).

    ## Bad

    ```yaml
    title: Health plan
    steps:
      - {action: Reads a brochure, engagement: communicate}
      - {action: Plans her care with the team, engagement: collaborate}  # <- here
    ```

    ## Good

    ```yaml
    title: Health plan
    steps:
      - {action: Reads a brochure, engagement: communicate}
      - {action: Asks a question in the app, engagement: interact}
      - {action: Chooses a doctor with help, engagement: engage}
      - {action: Plans her care with the team, engagement: collaborate}
    ```
    """
    trust = context.analysis.trust
    largest: dict[int, LevelChange] = {}
    for change in trust.skipped if trust else ():
        known = largest.get(change.to.position)
        if known is None or change.levels > known.levels:
            largest[change.to.position] = change
    for change in largest.values():
        yield Finding(
            message=f"engagement rises by {change.levels} levels at once, "
            f"{change_of(journey_map, change)}",
            help=f"add the steps between, on {_between(journey_map, change)}, or correct a level",
            route=change.to.route,
            related=(Related(route=change.step.route, message="the step before"),),
        )


def _between(journey_map: JourneyMap, change: LevelChange) -> str:
    levels = list(Engagement)
    top = levels.index(journey_map.engagement(change.to) or levels[-1])
    return listed(levels[top - change.levels + 1 : top])
