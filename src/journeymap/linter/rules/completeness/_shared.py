"""What several rules of the family say or ask in the same way."""

from journeymap.authoring import PlacedStage


def stage_name(placed_step: PlacedStage) -> str:
    """Returns what a stage is called, its id where it has no name."""
    return placed_step.label or placed_step.id
