"""JM501."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.trust import LevelChange, Trust
from journeymap.authoring import (
    Context,
    Engagement,
    Finding,
    JourneyMap,
    PlacedStep,
    Related,
    listed,
    rule,
)
from journeymap.linter.rules.completeness._shared import covered
from journeymap.linter.rules.trust._shared import LEVELS, change_of
from journeymap.model.frameworks import VALUE_CHAIN


@rule(
    "JM501",
    "skipped-engagement",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(LEVELS,),
)
def skipped_engagement(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Engagement rises by more than one level at a step, or begins above the first one.

    ## Why it matters

    Each level of the value chain rests on the one below: who has never talked to a service will
    hardly plan together with it. A jump is a step that the map forgot, or one that asks for more
    than the persona is ready for. The first step with a level counts as a rise, too: a map that
    begins at `engage` has skipped two levels. Who begins at `interact` may have been told before.
    Steps without a level are passed over. What `framework-gap` tells of the whole map is not told
    again of its beginning.

    ## Basis

    Practitioner: customers are led from communicate over interact, engage and collaborate to
    innovate, and who tries to engage them without the first two loses their trust (Digital Strategy
    Yoga, How to move the healthcare customer higher in the value chain).

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
    if trust is None:
        return
    for placed_step in trust.first:
        if below := _skipped(trust, placed_step, journey_map):
            yield _beginning(placed_step, trust.levels[placed_step.position], below)
    largest: dict[int, LevelChange] = {}
    for change in trust.skipped:
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


def _skipped(trust: Trust, placed_step: PlacedStep, journey_map: JourneyMap) -> list[Engagement]:
    """Returns the levels below the one at which engagement begins that no other rule tells of."""
    framework, below = journey_map.framework, trust.missed(placed_step)
    if framework != VALUE_CHAIN or not journey_map.journey.stages:
        return list(below)
    known = covered(journey_map, framework)
    return [level for level in below if level in known]


def _beginning(
    placed_step: PlacedStep, level: Engagement | None, below: Sequence[Engagement]
) -> Finding:
    skipped = listed(below)
    return Finding(
        message=f'engagement begins on {level}, at "{placed_step.label}": {skipped} '
        f"{'is' if len(below) == 1 else 'are'} skipped",
        help=f"add what comes before, on {skipped}, or correct the level",
        route=placed_step.route,
    )


def _between(journey_map: JourneyMap, change: LevelChange) -> str:
    levels = list(Engagement)
    top = levels.index(journey_map.engagement(change.to) or levels[-1])
    return listed(levels[top - change.levels + 1 : top])
