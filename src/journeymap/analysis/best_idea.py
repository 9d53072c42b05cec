"""The best idea of a step: the one choice that rules, tables and pictures name, and why."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from itertools import chain

from journeymap.analysis.drivers import Driver, Drives
from journeymap.model.between import Outcome
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedPain, PlacedStep
from journeymap.model.names import Route, step_route
from journeymap.model.pains import Opportunity, OpportunityStatus, SharedOpportunity
from journeymap.model.shared_words import may_share_words, share_words
from journeymap.model.unread import if_read, readable
from journeymap.quick_dataclass import dataclass

OPEN = frozenset({OpportunityStatus.IDEA, OpportunityStatus.TESTING})
"""Ideas that can still pay: not those that live already, nor those that were dropped."""

QUICK_IMPACT, QUICK_EFFORT = 4, 2
"""An idea of at least this impact and at most this effort, 1 to 5, is a quick win (house)."""

Answers = Mapping[Route, Sequence[PlacedOpportunity]]
"""The ideas that solve each pain, by its route."""


class Because(StrEnum):
    """Why an idea is the best one.

    Attributes:
        GRAVEST: it alone is against the gravest pain of the step.
        MOST_AGAINST: of those against the gravest pain it brings the most for its effort.
        MOST: of the open ideas of the step it brings the most for its effort.
        ONLY: there is no other open one.
        FIRST: none has impact and effort, and it is the first.
    """

    GRAVEST = "gravest"
    MOST_AGAINST = "most-against"
    MOST = "most"
    ONLY = "only"
    FIRST = "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The best idea of a step.

    Attributes:
        idea: the idea.
        because: why this one.
        pain: the gravest pain of the step, where the idea solves it.
        said: whether the map says so, by `solves`; else it is taken to be against it.
        count: how many ideas it was chosen from.
        elsewhere: the other step at which it is recorded, if it is.
        unanswered: the gravest pain of the step, where neither the map nor the words of the idea
            speak for its being against that one.
        live: what is live against that pain already, wherever it is recorded.
        is_severest: whether no pain of the step is more severe than the gravest, which weighs by
            how likely it is as well.
    """

    idea: PlacedOpportunity
    because: Because
    pain: PlacedPain | None
    said: bool
    count: int
    elsewhere: PlacedStep | None
    unanswered: PlacedPain | None = None
    live: PlacedOpportunity | None = None
    is_severest: bool = True

    @property
    def is_of_another(self) -> bool:
        """Whether the map says that it is against another pain than the gravest of the step."""
        return self.unanswered is not None and bool(self.idea.opportunity.solves)

    @property
    def is_doubtful(self) -> bool:
        """Whether nothing but the map's word, or not even that, speaks for its being the answer.

        That is a mere idea without a pilot of which neither the words nor what it is to move share
        one with the pain.
        """
        if self.unanswered is not None:
            return not self.idea.opportunity.solves
        idea = self.idea.opportunity
        shown = idea.status is not OpportunityStatus.IDEA or idea.pilots
        if self.pain is None or shown:
            return False
        moved = idea.outcome.metric.replace("-", " ") if idea.outcome else ""
        return not may_share_words(f"{idea.text} {moved}", self.pain.pain.text)

    @property
    def ratio(self) -> float:
        """Its impact by its effort, 0.2 to 5; 0 where either is missing."""
        return ratio(self.idea.opportunity)

    @property
    def quick_win(self) -> bool:
        """Whether it has much impact for little effort."""
        return is_quick_win(self.idea.opportunity)


def is_quick_win(idea: SharedOpportunity) -> bool:
    """Tells whether an idea has much impact for little effort, both of which are known."""
    little = (idea.effort or QUICK_EFFORT + 1) <= QUICK_EFFORT
    return (idea.impact or 0) >= QUICK_IMPACT and little


def best_ideas(
    journey_map: JourneyMap, drives: Sequence[Drives], answers: Answers
) -> tuple[Choice | None, ...]:
    """Returns the best idea of each step, in the order of the steps; see `best_idea`."""
    homes = {step.route: step for step in readable(journey_map.steps)}
    return tuple(
        if_read(partial(best_idea, step, each, answers, homes), None)
        for step, each in zip(journey_map.steps, drives, strict=True)
    )


def best_idea(
    placed_step: PlacedStep,
    drives: Drives,
    answers: Answers,
    homes: Mapping[Route, PlacedStep],
) -> Choice | None:
    """Returns the best idea of a step; None where no open one is recorded.

    First come the open ideas that name its gravest pain in `solves`, wherever they are recorded,
    and those of the step that name none but are part of one that does, or share a word with that
    pain or with why people leave; then all of the step, of which nobody knows what they are
    against; last those of other steps against its other pains. Among them it is the one with the
    most impact for its effort, of equals the one with the greater impact, then one of the step
    itself, then the first. One that repeats what is gained there is none (house).

    Args:
        placed_step: the step.
        drives: its drivers, which know its gravest pain.
        answers: the ideas that solve each pain.
        homes: the steps of the map, by route.
    """
    pain = _gravest(placed_step, drives)
    here = [*open_ideas(placed_step.opportunities, placed_step)]
    if pain is None and not here and len(placed_step.pains) == 1:
        pain = placed_step.pains[0]  # nothing but an idea of another step can be against it
    against = [*open_ideas(answers.get(pain.route, ()), placed_step)] if pain else []
    said = [idea for idea in against if idea.opportunity.solves]
    akin = _akin(here, said, pain, placed_step)
    strong = [*said, *akin]
    there = open_ideas(_from_elsewhere(placed_step, answers), placed_step)
    among = strong or here or [*there]
    if not among:
        return None
    best = max(among, key=lambda idea: strength(idea, placed_step))
    named = best in said
    is_against = named or (best in akin and best in against)
    count = len(said) if named else len(among)
    home = homes.get(step_route(best.route), placed_step)
    return Choice(
        idea=best,
        because=_because(best, count, against=is_against),
        pain=pain if is_against else None,
        said=named,
        count=count,
        elsewhere=None if home.route == placed_step.route else home,
        unanswered=None if strong or _is_as_grave(best, pain, placed_step) else pain,
        live=_live(answers.get(pain.route, ())) if pain else None,
        is_severest=pain is None or _severity(pain) == max(map(_severity, placed_step.pains)),
    )


def _akin(
    here: Sequence[PlacedOpportunity],
    said: Sequence[PlacedOpportunity],
    pain: PlacedPain | None,
    placed_step: PlacedStep,
) -> list[PlacedOpportunity]:
    """Returns the ideas that name no pain, but are part of one that does, or speak of it."""
    meant = " ".join([pain.pain.text if pain else "", *whys(placed_step)])
    wider = {idea.id for idea in said}
    return [
        idea
        for idea in here
        if not idea.opportunity.solves
        and (idea.opportunity.parent in wider or share_words(idea.opportunity.text, meant))
    ]


def _gravest(placed_step: PlacedStep, drives: Drives) -> PlacedPain | None:
    """Returns the gravest pain of a step, of those that are scored.

    One that is more severe, of which nobody knows how likely it is, may be graver still (house).
    """
    known = drives[Driver.HAZARD].inputs.get("pain")
    pain = next((each for each in placed_step.pains if each.id == known), None)
    unlikely = [each for each in placed_step.pains if each.pain.probability is None]
    worst = max(unlikely, key=lambda each: each.pain.severity or 0, default=None)
    graver = worst and pain and (worst.pain.severity or 0) > (pain.pain.severity or 0)
    return worst if graver else pain


def _severity(pain: PlacedPain) -> int:
    return pain.pain.severity or 0


def _from_elsewhere(placed_step: PlacedStep, answers: Answers) -> list[PlacedOpportunity]:
    """Returns the ideas of other steps that solve any pain of a step."""
    return [idea for pain in placed_step.pains for idea in answers.get(pain.route, ())]


def _live(ideas: Sequence[PlacedOpportunity]) -> PlacedOpportunity | None:
    live = (each for each in ideas if each.opportunity.status is OpportunityStatus.LIVE)
    return next(live, None)


def _is_as_grave(idea: PlacedOpportunity, pain: PlacedPain | None, step: PlacedStep) -> bool:
    """Tells whether an idea solves a pain of a step that is as severe and as likely as another."""
    if pain is None:
        return False
    grave = (pain.pain.kind, pain.pain.severity, pain.pain.probability)
    solved = (each.pain for each in step.pains if each.id in idea.opportunity.solves)
    return any((each.kind, each.severity, each.probability) == grave for each in solved)


def whys(placed_step: PlacedStep) -> Iterator[str]:
    """Yields why people leave at a step, in the map's words; nothing where that is not said."""
    lost = (way.why for way in placed_step.step.next if way.counts is Outcome.LOST)
    for why in chain((leak.why for leak in placed_step.step.leaks), lost):
        if why:
            yield in_full(placed_step, why)


def in_full(placed_step: PlacedStep, why: str) -> str:
    """Returns why people leave a step; where that names a pain of the step by id, its words."""
    return next((each.label for each in placed_step.pains if each.id == why), why)


def one_why(placed_step: PlacedStep) -> str:
    """Returns the one reason why all who are lost at a step leave; empty where that is not said."""
    lost = sum(way.counts is Outcome.LOST for way in placed_step.step.next)
    said = list(whys(placed_step))
    every = len(said) == len(placed_step.step.leaks) + lost
    return said[0] if every and len(set(said)) == 1 else ""


def ratio(idea: Opportunity) -> float:
    """Returns impact by effort, 0.2 to 5; 0 where either is missing."""
    return idea.impact / idea.effort if idea.impact and idea.effort else 0.0


def open_ideas(
    ideas: Sequence[PlacedOpportunity], placed_step: PlacedStep
) -> Iterator[PlacedOpportunity]:
    """Walks the ideas that can still pay: open, and not what the step has already."""
    has = {slug(gain) for gain in placed_step.step.gains}
    for idea in ideas:
        if idea.opportunity.status in OPEN and slug(idea.opportunity.text) not in has:
            yield idea


def strength(idea: PlacedOpportunity, placed_step: PlacedStep) -> tuple[float, int, bool]:
    """Returns how good an idea is for a step, to compare: what it brings for its effort, first."""
    here = step_route(idea.route) == placed_step.route
    return ratio(idea.opportunity), idea.opportunity.impact or 0, here


def _because(best: PlacedOpportunity, count: int, *, against: bool) -> Because:
    if count == 1:
        return Because.GRAVEST if against else Because.ONLY
    if not ratio(best.opportunity):
        return Because.FIRST
    return Because.MOST_AGAINST if against else Because.MOST
