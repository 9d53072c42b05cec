"""What several rules of the family say or ask in the same way."""

from journeymap.analysis.trust import LevelChange
from journeymap.authoring import JourneyMap, Need

LEVELS = Need(
    what="levels of engagement", is_there=lambda context: context.analysis.trust is not None
)
"""What rules about engagement read."""


def change_of(journey_map: JourneyMap, change: LevelChange) -> str:
    """Returns between which levels and steps engagement changes: from … at "…" to … at "…"."""
    before, after = (
        journey_map.engagement(placed_step) for placed_step in (change.step, change.to)
    )
    return f'from {before} at "{change.step.label}" to {after} at "{change.to.label}"'
