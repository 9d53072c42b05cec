"""Which shares a map states at a step: of those who go on, leave, come back or end there."""

from collections.abc import Iterator
from math import fsum

from journeymap.analysis.contradiction import Against, Held, Range
from journeymap.analysis.transitions import Transitions
from journeymap.model.between import Outcome
from journeymap.model.ids import slug
from journeymap.model.metric_names import Topic, topics


def is_stated(exits: Transitions) -> bool:
    """Tells whether the map says of anybody at a step where they go."""
    return exits.stated > 0 or any(share is not None for share in exits.leaks)


def leaving_at(exits: Transitions) -> Range:
    """Returns the share of those at a step who leave there, or come to an end that is no success.

    Where a leak has no share it may be as many as the other shares leave over.
    """
    lost = [way.share for way in exits.ways if way.ends and way.counts is Outcome.LOST]
    each = (*exits.leaks, *lost)
    known = fsum(share for share in each if share is not None)
    is_open = any(share is None for share in each) or exits.unexplained > 0
    most = max(1 - exits.stated, exits.unexplained) if is_open else 0.0
    return Range(low=min(known, 1.0), high=min(known + max(most, 0.0), 1.0))


def recorded_at(exits: Transitions, about: Against) -> Range | None:
    """Returns what a map records at a step of what a share is about; None where it is silent."""
    if about is Against.LEAVING:
        return leaving_at(exits)
    if about is Against.GOING_ON:
        return going_on_at(exits)
    back = [way.share for way in exits.ways if way.back and not way.ends and way.share]
    return Range(low=fsum(back), high=fsum(back)) if back else None


def going_on_at(exits: Transitions) -> Range:
    """Returns the share of those at a step who go on; who goes back may be counted or not."""
    rest = rest_of(leaving_at(exits))
    back = fsum(way.share or 0.0 for way in exits.ways if way.back and not way.ends)
    return Range(low=max(rest.low - back, 0.0), high=rest.high)


def rest_of(share: Range) -> Range:
    """Returns the share of those that are left over by another one."""
    return Range(low=1 - share.high, high=1 - share.low)


def stated_at(exits: Transitions, about: Against) -> Iterator[float]:
    """Yields the shares at a step, one by one and those of leaks together.

    Of those who leave, the shares of those who go on or back say nothing.
    """
    yield from (share for share in exits.leaks if share is not None)
    ways = (way for way in exits.ways if way.ends or about is not Against.LEAVING)
    yield from (way.share for way in ways if way.share is not None)
    leaving = leaving_at(exits)
    yield from (leaving.low, leaving.high)


def is_of_the_end(held: Held) -> bool:
    """Tells whether a share is by its name of those who finish, or are still there at the end."""
    said = topics(held.metric.label)
    if Topic.THINGS in said:
        return False
    if Topic.COMPLETING in said and Topic.TIMED not in said:
        return True
    return {Topic.HELD, Topic.PEOPLE} <= said and "still" in slug(held.metric.label).split("-")


def of_whole(held: Held) -> Against | None:
    """Returns whether a share is of all who complete or who give up; None for what is a part."""
    said = topics(held.metric.label)
    if said & {Topic.TIMED, Topic.THINGS}:
        return None
    if Topic.GIVING_UP in said:
        return Against.GIVING_UP
    return Against.COMPLETING if Topic.COMPLETING in said else None
