"""Which idea answers what a card says of a step: a pain, or why people leave."""

from collections.abc import Iterable, Sequence
from itertools import chain

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.best_idea import open_ideas, strength, whys
from journeymap.analysis.leverage import Point
from journeymap.model.journey_map import PlacedOpportunity, PlacedPain, PlacedStep
from journeymap.model.pains import OpportunityStatus, PainKind
from journeymap.model.shared_words import share_words
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What answers what is said of a step.

    Attributes:
        idea: the idea; None where the map names none against it.
        to_loss: whether it is against why people leave, which is said there.
        beside: where none is, the idea that the step has for something else.
    """

    idea: PlacedOpportunity | None
    to_loss: bool = False
    beside: PlacedOpportunity | None = None


def answer(
    analysis: Analysis, point: Point, pain: PlacedPain | None, *, lost: bool = False
) -> Answer:
    """Returns the idea that answers what is said of a step: the best one there, if it does.

    An idea answers a pain that it names in `solves`, and one that names none those of its step. It
    answers why people leave if it shares a word with that, or solves a pain that is why. Where
    neither is said of a step, its best idea is the answer to all that presses there.

    Args:
        analysis: the map.
        point: the step.
        pain: the pain that is named; None where none is.
        lost: whether it is said why people leave.
    """
    step, choice = point.step, point.choice
    best = choice.idea if choice else None
    why = " ".join(whys(step)) if lost else ""
    if pain is None and not why:
        return Answer(idea=best)
    answers = if_read(lambda: analysis.answers, {})
    against = answers.get(pain.route, ()) if pain else ()
    to_pain = {idea.route for idea in against}
    keeping = {idea.route for idea in against_loss(analysis, step, against)} if why else set()

    def keeps(idea: PlacedOpportunity) -> bool:
        return idea.route in keeping

    every = [*against, *step.opportunities]
    found = [
        idea
        for idea in _once(chain([best] if best else [], open_ideas(every, step)))
        if idea.route in to_pain or keeps(idea)
    ]
    if not found:
        return Answer(idea=None, beside=best)
    idea = best if best in found else max(found, key=lambda each: strength(each, step))
    return Answer(idea=idea, to_loss=keeps(idea))


def _once(ideas: Iterable[PlacedOpportunity]) -> Iterable[PlacedOpportunity]:
    return {idea.route: idea for idea in ideas}.values()


def against_loss(
    analysis: Analysis, placed_step: PlacedStep, others: Sequence[PlacedOpportunity] = ()
) -> list[PlacedOpportunity]:
    """Returns what is against why people leave a step: it solves a pain that is why, or says so.

    Of several pains one that is why has to be named, or to share a word with the idea.

    Args:
        analysis: the map.
        placed_step: the step.
        others: ideas of other steps whose words may speak of it.
    """
    why = " ".join(whys(placed_step))
    answers = if_read(lambda: analysis.answers, {})
    reasons = [each for each in placed_step.pains if why and is_why(each, why)]
    only = len(placed_step.pains) == 1
    solving = [
        idea
        for each in reasons
        for idea in answers.get(each.route, ())
        if only or idea.opportunity.solves or share_words(idea.opportunity.text, each.label)
    ]
    said = [
        idea
        for idea in (*others, *placed_step.opportunities)
        if idea.opportunity.status is not OpportunityStatus.DROPPED
        and share_words(idea.opportunity.text, why)
    ]
    return list(_once([*solving, *said]))


def is_why(pain: PlacedPain, why: str) -> bool:
    """Tells whether a pain is why people leave: it says so, or shares a word with what is said."""
    return pain.pain.kind is PainKind.DROPOUT or pain.id in why or share_words(pain.label, why)
