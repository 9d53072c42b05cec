"""What a leverage point says of an idea that is live against what hurts at its step."""

from datetime import date

from journeymap.analysis.leverage import Point
from journeymap.analysis.readings import reached
from journeymap.authoring import (
    JourneyMap,
    OpportunityStatus,
    PlacedOpportunity,
    PlacedStep,
    listed,
    step_route,
)
from journeymap.linter.rules._live import correct, doubt, is_to_come, recorded_since
from journeymap.linter.rules._recorded_before import is_from_before
from journeymap.linter.rules.measurement._missed import misses
from journeymap.linter.rules.measurement._readings import number


def told_live(point: Point) -> PlacedOpportunity | None:
    """Returns the live idea that a leverage point tells of; None where it tells of others, or none.

    Args:
        point: the step.
    """
    if choice := point.choice:
        return choice.live if choice.is_of_another and choice.unanswered else None
    live = (e for e in point.step.opportunities if e.opportunity.status is OpportunityStatus.LIVE)
    return next(live, None)


def gist_of(
    live: PlacedOpportunity, placed_step: PlacedStep, journey_map: JourneyMap, today: date
) -> str:
    """Returns in a few words that it still hurts, that nobody asked since, or when it is."""
    since = f" since {day.written}" if (day := live.opportunity.since) else ""
    if is_to_come(live, today):
        return f'"{live.label}" is called live{since}, which is yet to come'
    if asked := doubt(live):
        return f'"{live.label}" is called live{since}; {asked}'
    if not is_from_before(live, placed_step, journey_map):
        return f'"{live.label}" is live{since}, and it still hurts'
    later = [*recorded_since(live, placed_step, journey_map)]
    told = "what is recorded is from before: ask again"
    if later:
        told = f"{_is(later)} dated after that: find out whether it reaches people"
    return f'"{live.label}" is live{since}, and {told}'


def help_of(
    live: PlacedOpportunity, placed_step: PlacedStep, journey_map: JourneyMap, today: date
) -> str:
    """Returns what to do where an idea is live, or called so, and the step presses."""
    if is_to_come(live, today):
        return f"{correct(live)}, and see whether it would be enough"
    asked = f"; {told}" if (told := doubt(live)) else ""
    if not is_from_before(live, placed_step, journey_map):
        worse = _worse(live, journey_map)
        if step_route(live.route) != placed_step.route:
            return f'find out why "{live.label}", which is live, is not enough{worse}{asked}'
        return (
            f'find out why "{live.label}", live here, is not enough, and what would be'
            f"{worse}{asked}"
        )
    since = live.opportunity.since.written if live.opportunity.since else ""
    later = [*recorded_since(live, placed_step, journey_map)]
    if not later:
        return (
            f'ask again: what is recorded is from before "{live.label}" went live ({since}){asked}'
        )
    return (
        f'find out whether "{live.label}", live since {since}, reaches people: {_is(later)} dated '
        f"after that; ask again about what hurt, which was told before{asked}"
    )


def _worse(live: PlacedOpportunity, journey_map: JourneyMap) -> str:
    """Returns from what to what the metric that an idea is to move has got worse since it is live.

    Nothing where nobody says from what it began, or since when it is live.
    """
    said = live.opportunity
    if said.outcome is None or said.outcome.from_ is None or said.since is None:
        return ""
    start = said.outcome.from_
    for miss in misses(journey_map):
        day, metric = miss.as_of, miss.metric
        is_its = metric.id == journey_map.metrics.id_of(said.outcome.metric)
        if not is_its or day is None or day.date <= said.since.date:
            continue
        if reached(metric.item, miss.value, start) is False:
            return (
                f'; "{metric.label}" was {number(start)} before it ({said.since.written}), and is '
                f"{number(miss.value)}{miss.unit} since ({day.written})"
            )
    return ""


def _is(later: list[str]) -> str:
    return f"{listed(later)} {'are' if len(later) > 1 else 'is'}"
