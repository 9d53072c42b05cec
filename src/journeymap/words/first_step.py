"""What is to be done first, in one sentence: the step, the idea, and who drives it."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import call_outs
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.pains import Opportunity
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import day, label


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """What is to be done first.

    Attributes:
        options: the sentence, then shorter: without the day, then without who drives it.
        has_idea: whether anybody has an idea.
    """

    options: tuple[str, ...]
    has_idea: bool


def first_to_do(analysis: Analysis) -> str:
    """Returns what is to be done first at the step that pictures number 1; empty where none is."""
    first = first_step(analysis)
    return first.options[0] if first else ""


def first_step(analysis: Analysis, *, by_leverage: bool = True) -> FirstStep | None:
    """Returns what is to be done first; None where no step is called out.

    Args:
        analysis: the map, and what is computed from it.
        by_leverage: whether pressure counts.
    """
    called = next(iter(call_outs(analysis, 1, by_leverage=by_leverage)), None)
    if called is None:
        return None
    journey_map, choice = analysis.journey_map, called.point.choice
    language = journey_map.journey.language
    idea = choice.idea.opportunity if choice else None
    sentence = label("first-at", language).format(
        step=label("quoted", language).format(text=called.step.label),
        idea=idea.text if idea else label("no-idea", language),
    )
    told = _driven(idea, language) if idea else _owner(journey_map, called.step)
    options = (*(f"{sentence} ({driven})" for driven in told), sentence)
    return FirstStep(options=options, has_idea=idea is not None)


def _driven(idea: Opportunity, language: str | None) -> Iterator[str]:
    """Yields who drives an idea and until when, then without the day."""
    owner = idea.owner or label("no-owner", language)
    if idea.by:
        yield f"{owner}, {day(idea.by, language)}"
    yield owner


def _owner(journey_map: JourneyMap, step: PlacedStep) -> Iterator[str]:
    """Yields whose an idea would be where nobody has one: of the stage, else of the map."""
    if owner := step.stage.stage.owner or journey_map.journey.owner:
        yield owner
