"""JM504."""

from collections.abc import Iterator

from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.trust import LevelChange
from journeymap.authoring import Context, Finding, JourneyMap, Mark, Related, rule
from journeymap.linter.rules._satisfied import suits
from journeymap.linter.rules.flow._shared import share_of
from journeymap.linter.rules.trust._shared import LEVELS, change_of


@rule(
    "JM504",
    "engagement-falls",
    severity="note",
    from_status="review",
    basis="practitioner",
    subsumes=("repeat-visit",),
    needs=(LEVELS,),
)
def engagement_falls(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A later step, or a way back, lies on a lower level of engagement.

    ## Why it matters

    Whoever has planned her care with somebody and is then sent a standard letter has lost more
    than a level. A fall shows where the service forgets what it had reached. Of a way in `next`
    the entry is told, else the step that lies lower.

    A way that renews a cycle is not meant, nor is a way back that nobody is pushed to: where the
    persona got what was expected, feels no worse than neutral and has no pain recorded, going back
    is a choice.

    ## Basis

    Practitioner: customers are to be moved up the value chain, level by level (Digital Strategy
    Yoga, How to move the healthcare customer higher in the value chain).

    ## Bad

    ```yaml
    title: Health plan
    steps:
      - {action: Chooses a doctor with help, engagement: engage}
      - {action: Gets a standard letter, engagement: communicate}  # <- here
    ```

    ## Good

    ```yaml
    title: Health plan
    steps:
      - {action: Chooses a doctor with help, engagement: engage}
      - {action: Is called by that doctor's nurse, engagement: engage}
    ```
    """
    trust = context.analysis.trust
    told: set[int] = set()
    for change in trust.falls if trust else ():
        if change.way_entry is not None:
            if not (_is_back(change) and suits(change.step, context.analysis)):
                yield _way(change, change.way_entry, journey_map)
        elif change.to.position not in told:
            told.add(change.to.position)
            yield _step(change, journey_map)


def _is_back(change: LevelChange) -> bool:
    return change.to.position <= change.step.position


def _way(change: LevelChange, entry: int, journey_map: JourneyMap) -> Finding:
    said = change.step.step.next[entry]
    assumed = is_assumed(journey_map, change.step, said.evidence)
    share = share_of(said.share or 0.0, assumed=assumed)
    some = f": {share} of those there go this way" if said.share else ""
    why = f" ({said.why})" if said.why else ""
    return Finding(
        message=f"engagement falls {change_of(journey_map, change)}{some}{why}",
        help="settle it without sending people back, or treat them there as at the higher level",
        route=(*change.step.route, "next", entry),
        mark=Mark.VALUE,
        phrase=_phrase(change, journey_map),
        related=(Related(route=change.to.route, message="lies on the lower level"),),
    )


def _step(change: LevelChange, journey_map: JourneyMap) -> Finding:
    return Finding(
        message=f"engagement falls {change_of(journey_map, change)}",
        help="ask what the persona no longer gets there, and keep to the level reached",
        route=change.to.route,
        phrase=_phrase(change, journey_map),
        related=(Related(route=change.step.route, message="the step before"),),
    )


def _phrase(change: LevelChange, journey_map: JourneyMap) -> str:
    before, after = map(journey_map.engagement, (change.step, change.to))
    return f'engagement falls back from the level "{before}" to "{after}"'
