"""How findings say why a step presses: in English, as all their own words are."""

from journeymap.analysis.best_idea import Choice
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.authoring import Analysis, JourneyMap, OpportunityStatus, PlacedStep
from journeymap.linter.rules._graveness import how_grave
from journeymap.model.pains import PilotResult, SharedOpportunity
from journeymap.words.reasons import joined, phrase

_FEW = 5
"""A pilot with fewer people or cases settles nothing; house."""


def in_english(reason: Reason, journey_map: JourneyMap) -> str:
    """Returns a reason in a few words, with pains in quotes as all names are, and how grave."""
    if reason.kind in {ReasonKind.HARM, ReasonKind.PAIN}:
        named = (each.pain for each in journey_map.pains if (each.id,) == reason.ids)
        pain = next((each for each in named if each.text == reason.written), None)
        if pain and (grave := how_grave(pain)):
            return f'"{pain.text}" ({grave})'
    return phrase(reason, journey_map, "en", '"{text}"')


def reason_at(placed_step: PlacedStep, kind: ReasonKind, analysis: Analysis) -> str:
    """Returns what a leverage point says of a step, of one kind; empty where it has nothing."""
    reasons = analysis.reasons[placed_step.position]
    return joined(in_english(each, analysis.journey_map) for each in reasons if each.kind is kind)


def to_do(choice: Choice) -> str:
    """Returns what to do with an idea, by how far it has come."""
    idea = choice.idea.opportunity
    if idea.status is OpportunityStatus.TESTING:
        return "put live" if is_adopted(idea) else "finish the test of"
    return "act on"


def is_adopted(idea: SharedOpportunity) -> bool:
    """Tells whether the last pilot of an idea is adopted, after more than a handful of cases."""
    if not idea.pilots or idea.pilots[-1].result is not PilotResult.ADOPTED:
        return False
    count = idea.pilots[-1].n
    return count is None or count >= _FEW


def advice(choice: Choice, where: str = "") -> str:
    """Returns what to do with an idea of a step: to act on it only where it answers what is grave.

    Args:
        choice: the idea.
        where: where it is recorded, between commas; empty where that need not be said.
    """
    place = f", {where}" if where else ""
    idea, end = f'"{choice.idea.opportunity.text}"{place}', "," if where else ""
    pain = choice.unanswered or choice.pain
    if choice.is_of_another and choice.unanswered:
        if choice.live:
            return f'find out why "{choice.live.label}", which is live, is not enough'
        return f'look for what answers "{choice.unanswered.label}"'
    if choice.is_doubtful and pain:
        return f'see whether {idea}{end} answers "{pain.label}"'
    return f"{to_do(choice)} {idea}"


def in_full(placed_step: PlacedStep, why: str) -> str:
    """Returns why people leave a step; where that names a pain of the step by id, its words."""
    return next((each.label for each in placed_step.pains if each.id == why), why)


def recorded(choice: Choice) -> str:
    """Returns where an idea is recorded: "recorded here", or at which other step."""
    return f'recorded at "{choice.elsewhere.label}"' if choice.elsewhere else "recorded here"
