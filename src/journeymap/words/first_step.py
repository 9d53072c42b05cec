"""What is to be done, in one sentence: the step, the idea, and who drives it."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.answering import answer
from journeymap.analysis.call_outs import CallOut, call_outs, gravest
from journeymap.analysis.leverage import Point
from journeymap.analysis.still_there import still_there
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.pains import Opportunity
from journeymap.quick_dataclass import dataclass
from journeymap.words.headlines import quoted, told_claim
from journeymap.words.labels import day, label

NAMED = "!"
"""What the badge of a step says that the headline names and that has no rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """What is to be done.

    Attributes:
        options: the sentence, then shorter: without the day, then without who drives it.
        has_idea: whether anybody has an idea.
        step: the step that it begins with.
        badge: its rank, or a mark where it has none.
    """

    options: tuple[str, ...]
    has_idea: bool
    step: PlacedStep
    badge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What would help at a step.

    Attributes:
        where: the step, in quotes.
        idea: the idea; None where there is none.
        what: the same in words.
        has_other: whether there is one that is not against what is said of the step.
        driven: who drives it, in ever shorter words.
    """

    where: str
    idea: Opportunity | None
    what: str
    has_other: bool
    driven: tuple[str, ...]

    def said(self, words: str, before: str = "", equal: int = 1) -> tuple[str, ...]:
        """Returns a sentence in which both stand, and how many are as urgent, then shorter."""
        sentence = before + words.format(step=self.where, idea=self.what, n=equal)
        return (*(f"{sentence} ({driven})" for driven in self.driven), sentence)


def first_to_do(analysis: Analysis) -> str:
    """Returns what is to be done below the headline of a map; empty where nothing is."""
    first = first_step(analysis, named=told_claim(analysis)[1])
    return first.options[0] if first else ""


def first_step(
    analysis: Analysis, *, by_leverage: bool = True, named: Sequence[PlacedStep] = ()
) -> FirstStep | None:
    """Returns what is to be done; None where no step is called out.

    It is told of the step that the headline names, so that both are one story; where nobody has an
    idea there, that is said before what is to be done at the step that pictures number 1.

    Args:
        analysis: the map, and what is computed from it.
        by_leverage: whether pressure counts.
        named: the steps that the headline names.
    """
    every = call_outs(analysis, len(analysis.journey_map.steps), by_leverage=by_leverage)
    if not every:
        return None
    told = {step.position for step in named}
    called = next((each for each in every if each.step.position in told), None)
    if not told or (called and called.number == 1):
        return _first(analysis, every, called or every[0], told)
    point = called.point if called else _point(analysis, named[0])
    own = _answer(analysis, point, lost=True)
    badge = str(called.number) if called else NAMED
    language = analysis.journey_map.journey.language
    if own.idea:
        options = own.said(label("idea-at", language))
        return FirstStep(options=options, has_idea=True, step=point.step, badge=badge)
    nothing = label("no-idea-against" if own.has_other else "no-idea", language)
    first = _first(analysis, every, every[0], told, before=f"{nothing[:1].upper()}{nothing[1:]}. ")
    return FirstStep(options=first.options, has_idea=first.has_idea, step=point.step, badge=badge)


def _point(analysis: Analysis, step: PlacedStep) -> Point:
    return next(each for each in analysis.leverage if each.step.position == step.position)


def _first(
    analysis: Analysis, every: Sequence[CallOut], called: CallOut, told: set[int], before: str = ""
) -> FirstStep:
    """Returns what is to be done at a step that has the number 1.

    Args:
        analysis: the map.
        every: all that are called out.
        called: the step.
        told: positions of the steps that the headline names.
        before: what is said before it.
    """
    equal = sum(each.number == 1 for each in every)
    journey = analysis.journey_map.journey
    own = _answer(analysis, called.point, lost=called.step.position in told)
    key = "first-at-equal" if equal > 1 else "first-at"
    key = "first-at-desired" if journey.state is State.DESIRED else key
    return FirstStep(
        options=own.said(label(key, journey.language), before, equal),
        has_idea=own.idea is not None,
        step=called.step,
        badge=str(called.number),
    )


def _answer(analysis: Analysis, point: Point, *, lost: bool) -> _Answer:
    """Returns what would help at a step: against what is lost there, if the headline tells that."""
    journey_map, step = analysis.journey_map, point.step
    language = journey_map.journey.language
    there = still_there(analysis) if lost else None
    found = answer(analysis, point, gravest(step), lost=bool(there and there.loses(step)))
    idea = found.idea.opportunity if found.idea else None
    nothing = label("no-idea-there" if found.beside else "no-idea", language)
    return _Answer(
        where=quoted(step, language),
        idea=idea,
        what=idea.text if idea else nothing,
        has_other=found.beside is not None,
        driven=tuple(_driven(idea, language) if idea else _owner(journey_map, step)),
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
