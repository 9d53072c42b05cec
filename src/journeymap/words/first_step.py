"""What is to be done first, in one sentence: the step, the idea, and who drives it."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import call_outs
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.words.labels import day, label


def first_to_do(analysis: Analysis, *, by_leverage: bool = True) -> str:
    """Returns what is to be done first at the step that pictures number 1; empty where none is.

    Args:
        analysis: the map, and what is computed from it.
        by_leverage: whether pressure counts.
    """
    return next(first_options(analysis, by_leverage=by_leverage), "")


def first_options(analysis: Analysis, *, by_leverage: bool = True) -> Iterator[str]:
    """Yields the same, then shorter: without the date, then without who drives it."""
    called = next(iter(call_outs(analysis, 1, by_leverage=by_leverage)), None)
    if called is None:
        return
    journey_map, step = analysis.journey_map, called.step
    language = journey_map.journey.language
    quoted = label("quoted", language).format(text=step.label)
    choice = called.point.choice
    idea = choice.idea.opportunity.text if choice else label("no-idea", language)
    sentence = label("first-at", language).format(step=quoted, idea=idea)
    for driven in _driven(analysis, step):
        yield f"{sentence} ({driven})"
    yield sentence


def _driven(analysis: Analysis, step: PlacedStep) -> Iterator[str]:
    """Yields who drives the idea and until when, then without the day."""
    journey_map = analysis.journey_map
    language = journey_map.journey.language
    choice = next(
        (each.choice for each in analysis.leverage if each.step.position == step.position), None
    )
    if choice is None:
        yield from filter(None, (_owner(journey_map, step),))
        return
    idea = choice.idea.opportunity
    owner = idea.owner or label("no-owner", language)
    if idea.by:
        yield f"{owner}, {day(idea.by, language)}"
    yield owner


def _owner(journey_map: JourneyMap, step: PlacedStep) -> str:
    """Returns whose an idea would be where nobody has one: of the stage, else of the map."""
    return step.stage.stage.owner or journey_map.journey.owner or ""
