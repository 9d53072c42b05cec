"""How findings say why a step presses: in English, as all their own words are."""

from datetime import date

from journeymap.analysis.best_idea import Choice, best_idea
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.authoring import Analysis, JourneyMap, OpportunityStatus, PlacedStep, step_route
from journeymap.linter.rules._graveness import how_grave
from journeymap.linter.rules._live import correct, is_ahead, is_to_come
from journeymap.model.pains import PilotResult, SharedOpportunity
from journeymap.words.reasons import joined, phrase, rated

_FEW = 5
"""A pilot with fewer people or cases settles nothing; house."""


def in_english(reason: Reason, journey_map: JourneyMap) -> str:
    """Returns a reason in a few words, with pains in quotes as all names are, and how grave."""
    if reason.kind in {ReasonKind.HARM, ReasonKind.PAIN}:
        named = (each.pain for each in journey_map.pains if (each.id,) == reason.ids)
        pain = next((each for each in named if each.text == reason.written), None)
        if pain and (grave := how_grave(pain)):
            return f'"{pain.text}" ({grave})'
    if reason.kind is ReasonKind.RATINGS and reason.ids:
        return _of_one(reason, journey_map)
    return phrase(reason, journey_map, "en", '"{text}"')


def _of_one(reason: Reason, journey_map: JourneyMap) -> str:
    """Returns the ratings of one persona; which of them are everybody's is said."""
    alike = {name: each for name, each in reason.figures.items() if name in {*reason.shared, "of"}}
    own = {name: each for name, each in reason.figures.items() if name not in reason.shared}
    words = f"{journey_map.short_label(reason.ids[0])}: {rated(own, 'en')}"
    return f"{words} ({rated(alike, 'en')} for all)" if reason.shared else words


def reason_at(placed_step: PlacedStep, kind: ReasonKind, analysis: Analysis) -> str:
    """Returns what a leverage point says of a step, of one kind; empty where it has nothing."""
    reasons = analysis.reasons[placed_step.position]
    return joined(in_english(each, analysis.journey_map) for each in reasons if each.kind is kind)


def to_do(choice: Choice, today: date | None = None) -> str:
    """Returns what to do with an idea, by how far it has come."""
    idea = choice.idea.opportunity
    if idea.status is OpportunityStatus.TESTING:
        return "put live" if is_adopted(idea, today) else "finish the test of"
    return "act on"


def is_adopted(idea: SharedOpportunity, today: date | None = None) -> bool:
    """Tells whether the last pilot of an idea is adopted, after more than a handful of cases.

    One that is yet to come cannot be.
    """
    if not idea.pilots or idea.pilots[-1].result is not PilotResult.ADOPTED:
        return False
    last = idea.pilots[-1]
    if today and last.date and is_ahead(last.date, today):
        return False
    return last.n is None or last.n >= _FEW


def overdue(choice: Choice, today: date) -> str:
    """Returns which dates of an open idea ask to be looked at first; else nothing.

    That is a day gone by, by which it was to be done, and a pilot that is yet to come.
    """
    by, pilots = choice.idea.opportunity.by, choice.idea.opportunity.pilots
    late = f"; it was to be done by {by.written}" if by and by.date < today else ""
    day = pilots[-1].date if pilots and is_adopted(choice.idea.opportunity) else None
    ahead = day is not None and is_ahead(day, today)
    return f"{late}; its pilot, called adopted, is dated {day.written}" if day and ahead else late


def advice(choice: Choice, where: str = "", today: date | None = None) -> str:
    """Returns what to do with an idea of a step: to act on it only where it answers what is grave.

    Args:
        choice: the idea.
        where: where it is recorded, between commas; empty where that need not be said.
        today: the day that counts as today, by which one that is called live has begun.
    """
    place = f", {where}" if where else ""
    idea, end = f'"{choice.idea.opportunity.text}"{place}', "," if where else ""
    pain = choice.unanswered or choice.pain
    if choice.is_of_another and choice.unanswered:
        if choice.live and today and is_to_come(choice.live, today):
            return correct(choice.live)
        if choice.live:
            return f'find out why "{choice.live.label}", which is live, is not enough'
        return f'look for what answers "{choice.unanswered.label}"'
    if choice.is_doubtful and pain:
        return f'see whether {idea}{end} answers "{pain.label}"'
    return f"{to_do(choice, today)} {idea}"


def advice_here(placed_step: PlacedStep, analysis: Analysis, today: date) -> str:
    """Returns what to do with the ideas of a step, its own before one that is recorded elsewhere.

    Empty where no open one is known. One of its own is named also where it is against another pain
    than the gravest, of which it is said that nothing answers it.

    Args:
        placed_step: the step.
        analysis: what is computed from its map.
        today: the day that counts as today.
    """
    choice = analysis.ideas[placed_step.position]
    if choice is None:
        return ""
    own = _own(placed_step, analysis) if choice.elsewhere else choice
    if own is None or (own.is_of_another and own.live):
        return advice(choice, recorded(choice), today)
    told = advice(own, recorded(own), today)
    if own.is_of_another and own.unanswered:
        told = f'{to_do(own, today)} "{own.idea.opportunity.text}", recorded here'
        if not choice.elsewhere:
            return f'look for what answers "{own.unanswered.label}", and {told}'
    if choice.elsewhere and choice.pain:
        other = f'"{choice.idea.opportunity.text}", {recorded(choice)},'
        return f'{told}; {other} is against "{choice.pain.label}"'
    return told


def _own(placed_step: PlacedStep, analysis: Analysis) -> Choice | None:
    """Returns the best idea of a step of those that are recorded at it."""
    answers = {
        each.route: [
            idea
            for idea in analysis.answers.get(each.route, ())
            if step_route(idea.route) == placed_step.route
        ]
        for each in placed_step.pains
    }
    return best_idea(placed_step, analysis.drives[placed_step.position], answers, {})


def recorded(choice: Choice) -> str:
    """Returns where an idea is recorded: "recorded here", or at which other step."""
    return f'recorded at "{choice.elsewhere.label}"' if choice.elsewhere else "recorded here"
