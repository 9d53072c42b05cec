"""Ideas that are called live: whether they have begun, and what is known from after that."""

from collections.abc import Iterator
from datetime import date, timedelta

from journeymap.authoring import JourneyMap, OpportunityStatus, PlacedOpportunity, PlacedStep
from journeymap.linter.rules._recorded_before import newest_of
from journeymap.linter.rules.measurement._missed import misses
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.fields import Day
from journeymap.model.pains import PilotResult
from journeymap.words.shares import of_100

ABROAD = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def is_ahead(day: Day, today: date) -> bool:
    """Tells whether a day, or the month or year that it stands for, has not begun yet."""
    return (today + ABROAD).isoformat()[: len(day.written)] < day.written


def is_to_come(idea: PlacedOpportunity, today: date) -> bool:
    """Tells whether an idea is called live as of a day that is yet to come."""
    status, since = idea.opportunity.status, idea.opportunity.since
    return status is OpportunityStatus.LIVE and since is not None and is_ahead(since, today)


def is_live(idea: PlacedOpportunity, today: date) -> bool:
    """Tells whether an idea is live, as far as is known: not one that is still to begin."""
    return idea.opportunity.status is OpportunityStatus.LIVE and not is_to_come(idea, today)


def correct(idea: PlacedOpportunity) -> str:
    """Returns what to do about an idea that is called live as of a day that is yet to come."""
    since = idea.opportunity.since.written if idea.opportunity.since else ""
    return (
        f'"{idea.label}" is called live, but only since {since}, which is yet to come: correct '
        "its status or its date"
    )


def recorded_since(
    idea: PlacedOpportunity, placed_step: PlacedStep, journey_map: JourneyMap
) -> Iterator[str]:
    """Yields what is amiss at a step and known from after an idea was live, with when that was."""
    since = idea.opportunity.since
    if since is None:
        return
    for miss in misses(journey_map):
        day = miss.as_of
        if miss.route[:-2] == placed_step.route and day and day.date > since.date:
            yield f'"{miss.metric.label}" at {number(miss.value)}{miss.unit} ({day.written})'
    for leak in placed_step.step.leaks:
        source = newest_of(leak.evidence, journey_map)
        day = source.item.date if source else None
        if leak.share and source and day and day.date > since.date:
            share = of_100(leak.share, assumed=False)
            yield f'{share} % who leave ("{source.label}" of {day.written})'


def doubt(idea: PlacedOpportunity) -> str:
    """Returns what asks whether an idea is live at all: its last pilot is later, and still open."""
    since, pilots = idea.opportunity.since, idea.opportunity.pilots
    last = pilots[-1] if pilots else None
    if since is None or last is None or last.date is None or last.result is not PilotResult.OPEN:
        return ""
    if last.date.date <= since.date:
        return ""
    people = f" (n = {last.n})" if last.n is not None else ""
    return f"its pilot of {last.date.written}{people} is later, and still open: is it live at all?"
