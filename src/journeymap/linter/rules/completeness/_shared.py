"""What several rules of the family say or ask in the same way."""

from journeymap.authoring import PlacedStage


def stage_name(placed_stage: PlacedStage) -> str:
    """Returns what a stage is called, its id where it has no name."""
    return placed_stage.label or placed_stage.id
