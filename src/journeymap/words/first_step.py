"""What is to be done first, in one sentence: the step, the idea, and who drives it."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.answering import answer
from journeymap.analysis.call_outs import Because, call_outs, gravest
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.pains import Opportunity
from journeymap.quick_dataclass import dataclass
from journeymap.words.headlines import quoted
from journeymap.words.labels import day, label

_REASONS = {
    Because.PRESSURE: "because-pressure",
    Because.PAIN: "because-pain",
    Because.FEELING: "because-feeling",
}
"""What the first of the call-outs has most of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """What is to be done first.

    Attributes:
        options: the sentence, then shorter: without the day, then without who drives it.
        reasoned: the whole sentence, and why that step is the first; empty where nothing says so.
        has_idea: whether anybody has an idea.
        step: the step.
    """

    options: tuple[str, ...]
    reasoned: str
    has_idea: bool
    step: PlacedStep


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
    every = call_outs(analysis, len(analysis.journey_map.steps), by_leverage=by_leverage)
    if not every:
        return None
    called, equal = every[0], sum(each.number == 1 for each in every)
    journey_map = analysis.journey_map
    language = journey_map.journey.language
    found = answer(analysis, called.point, gravest(called.step))
    idea = found.idea.opportunity if found.idea else None
    nothing = label("no-idea-there" if found.beside else "no-idea", language)
    told = list(_driven(idea, language) if idea else _owner(journey_map, called.step))

    desired = journey_map.journey.state is State.DESIRED

    def sentences(where: str) -> tuple[str, ...]:
        what = idea.text if idea else nothing
        key = "first-at-desired" if desired else "first-at-equal" if equal > 1 else "first-at"
        sentence = label(key, language).format(n=equal, step=where, idea=what)
        return (*(f"{sentence} ({driven})" for driven in told), sentence)

    where, reason = quoted(called.step, language), _REASONS.get(called.because)
    why = f"{where} ({label(reason, language)})" if reason else ""
    return FirstStep(
        options=sentences(where),
        reasoned=sentences(why)[0] if why else "",
        has_idea=idea is not None,
        step=called.step,
    )


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
