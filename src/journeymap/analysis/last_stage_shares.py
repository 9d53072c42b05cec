"""Readings of a whole map that are called after its last stage, beside how many come so far."""

import re
from collections.abc import Iterator

from journeymap.analysis.contradiction import (
    POINTS,
    Against,
    Contradiction,
    Held,
    Range,
    are_of_one_time,
)
from journeymap.analysis.flow import Flow
from journeymap.model.journey_map import JourneyMap
from journeymap.model.metric_names import Topic, share_a_word, topics
from journeymap.model.vocabulary import MetricKind

_OTHERS = frozenset({Topic.TIMED, Topic.THINGS, Topic.HELD, Topic.LEAVING, Topic.LOSING})
"""What a share is about that is not one of all who come so far."""
_LATER = re.compile(
    r"\b(after|tras|después de|a los|al cabo de|po) (\w+ ){1,2}"
    r"(weeks?|months?|years?|semanas?|mes(es)?|años?|tygodni\w*|miesi\w*|rok\w*|lat\w*)\b",
    re.IGNORECASE,
)
"""When it is looked at, which says nothing of how fast anything is done."""

_WORD = re.compile(r"\w{4,}")


def of_the_last(
    journey_map: JourneyMap, held: Held, share: float | None, flow: Flow
) -> Iterator[Contradiction]:
    """Yields a share of the map that is called after its last stage, and more than come so far.

    Of whom it is a share the map cannot tell, so that is asked. Those who leave for an end that is
    neither good nor bad do not come so far.

    Args:
        journey_map: the map.
        held: the reading.
        share: what is read, 0 to 1; None where it is no share.
        flow: the flow through the map.
    """
    name, last = _LATER.sub("", held.metric.label), flow.steps[-1].step
    named = share_a_word(name, f"{last.label} {last.stage.label}") or _is_in(last.stage.label, name)
    if share is None or held.metric.item.kind is not MetricKind.CONVERSION:
        return
    if topics(name) & _OTHERS or not named:
        return
    most = Range(low=flow.completion, high=flow.completion + flow.unknown + flow.endless)
    fits = share - held.slack / 100 - most.high <= POINTS
    if not fits and are_of_one_time(journey_map, held.reading, None, ()):
        yield Contradiction(
            held=held,
            against=Against.COMPLETING,
            step=None,
            recorded=most,
            assumed=flow.assumed,
            firm=False,
            asked=True,
        )


def _is_in(stage: str, name: str) -> bool:
    """Tells whether the words of a stage's name, two or more, all stand in a metric's."""
    words = _words(stage)
    return len(words) > 1 and words <= _words(name)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
