"""What is measured of a stage, and how figures are said."""

from journeymap.authoring import JourneyMap, PlacedStage, counted
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.model.vocabulary import Reading

_SHORT = 60
"""Up to so many days a time is said in days, a longer one in months."""


def of_stage(journey_map: JourneyMap, stage: PlacedStage) -> tuple[Reading, ...]:
    """Returns the readings of a stage as a whole; of the unnamed one those of the map."""
    return stage.stage.metrics if stage.route else journey_map.journey.readings


def number(value: float) -> str:
    """Returns a figure without digits that say nothing."""
    return f"{value:.10g}"


def in_words(days: float) -> str:
    """Returns a length of time as one says it: 12 days, 7 months."""
    count, unit = (days, "day") if days <= _SHORT else (days / DAYS_PER_MONTH, "month")
    return counted(max(round(count), 1), unit)
