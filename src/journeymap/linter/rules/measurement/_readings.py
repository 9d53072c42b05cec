"""What is measured of a stage, and how figures are said."""

from datetime import date, timedelta

from journeymap.authoring import JourneyMap, PlacedStage, counted
from journeymap.model.vocabulary import Metric, Reading

_SHORT = 60
"""Up to so many days a time is said in days, a longer one in months."""


def of_stage(journey_map: JourneyMap, stage: PlacedStage) -> tuple[Reading, ...]:
    """Returns the readings of a stage as a whole; of the unnamed one those of the map."""
    return stage.stage.metrics if stage.route else journey_map.journey.readings


def number(value: float) -> str:
    """Returns a figure without digits that say nothing."""
    return f"{value:.10g}"


def in_unit(value: float, metric: Metric) -> str:
    """Returns a figure with the unit of its metric, where that has one."""
    return f"{number(value)} {metric.unit}" if metric.unit else number(value)


def age(since: date, today: date) -> str:
    """Returns how long ago a day was, in whole days, or in whole months: 12 days, 7 months."""
    days = (today - since).days
    if days <= _SHORT:
        return counted(max(days, 1), "day")
    months = 12 * (today.year - since.year) + today.month - since.month
    is_short_of_it = today.day < since.day and (today + timedelta(days=1)).month == today.month
    return counted(months - is_short_of_it, "month")
