"""How findings say why a step presses: in English, as all their own words are."""

from journeymap.analysis.best_idea import Choice
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.authoring import Analysis, JourneyMap, PlacedStep
from journeymap.words.reasons import joined, phrase


def in_english(reason: Reason, journey_map: JourneyMap) -> str:
    """Returns a reason in a few words, with pains in quotes as all names are."""
    return phrase(reason, journey_map, "en", '"{text}"')


def reason_at(placed_step: PlacedStep, kind: ReasonKind, analysis: Analysis) -> str:
    """Returns what a leverage point says of a step, of one kind; empty where it has nothing."""
    reasons = analysis.reasons[placed_step.position]
    return joined(in_english(each, analysis.journey_map) for each in reasons if each.kind is kind)


def recorded(choice: Choice) -> str:
    """Returns where an idea is recorded: "recorded here", or at which other step."""
    return f'recorded at "{choice.elsewhere.label}"' if choice.elsewhere else "recorded here"
