"""Times between steps in which nobody waits for a service."""

from journeymap.analysis.contact import is_contact, is_known_there
from journeymap.authoring import Context, JourneyMap, PlacedStep
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.written_days import names_a_month


def is_own_time(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether the time behind a step is the persona's own, or the calendar's.

    Nobody can tell her how long it takes until she reports what she has noticed, or has thought
    something over; and until a day of the year comes, nobody lets her wait.

    Args:
        placed_step: the step.
        context: the map that it is part of, and its ways.
    """
    journey_map, ways = context.journey_map, context.analysis.ways
    behind = [journey_map.steps[at] for at in ways.successors[placed_step.position]]
    if not behind:
        return False
    return (
        _is_before_report(placed_step, behind, journey_map)
        or _is_thought_over(placed_step, behind, journey_map)
        or _is_gap(placed_step, behind)
    )


def _is_before_report(
    placed_step: PlacedStep, behind: list[PlacedStep], journey_map: JourneyMap
) -> bool:
    """Tells whether nobody of the service takes part in a step, and she turns to it next."""
    step = placed_step.step
    told = step.channel or step.gives or step.gets or step.handoff or is_known_there(placed_step)
    if told or step.offstage or is_contact(journey_map, placed_step):
        return False
    if speaks_of(Topic.WAITING, placed_step.label):
        return False
    noticed = speaks_of(Topic.NOTICING, placed_step.label)
    return all(_is_hers(each, journey_map) for each in behind) and (
        noticed or all(speaks_of(Topic.REPORTING, each.label) for each in behind)
    )


def _is_thought_over(
    placed_step: PlacedStep, behind: list[PlacedStep], journey_map: JourneyMap
) -> bool:
    """Tells whether she wants the time to think, or decides at the next step without a service."""
    step = placed_step.step
    if any(speaks_of(Topic.THINKING, text) for text in step.need.values()):
        return True
    thinking = (Topic.THINKING, Topic.DECIDING)
    return all(
        _is_hers(each, journey_map)
        and journey_map.serving(each) is None
        and not each.step.channel
        and any(speaks_of(topic, each.label) for topic in thinking)
        for each in behind
    )


def _is_gap(placed_step: PlacedStep, behind: list[PlacedStep]) -> bool:
    wait = placed_step.step.wait
    planned = wait is not None and bool(wait.planned)
    return planned and all(names_a_month(each.label) for each in behind)


def _is_hers(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether the persona, or her family, begins a step."""
    step = placed_step.step
    return not step.offstage and not (step.actor and journey_map.is_provider(step.actor))
