"""What several rules of the family say or ask in the same way."""

from journeymap.authoring import Context, PlacedStage


def stage_name(placed: PlacedStage) -> str:
    """Returns what a stage is called, its id where it has no name."""
    return placed.label or placed.id


def unread(context: Context, field: str) -> bool:
    """Tells whether a field of this name stands anywhere in the file and could not be read.

    A rule that asks whether something is said nowhere cannot know it then.
    """
    return any(field in route for route in context.file.broken)
