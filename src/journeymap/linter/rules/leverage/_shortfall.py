"""What the ideas of a step leave open: a loss that none names, or only small changes."""

from math import fsum

from journeymap.analysis.answering import is_why
from journeymap.analysis.best_idea import OPEN, Choice
from journeymap.analysis.evidence import is_assumed
from journeymap.authoring import Analysis, OpportunityStatus, PlacedStep
from journeymap.linter.rules.flow._shared import share_of
from journeymap.model.shared_words import may_share_words

_LARGE, _PLACES = 0.1, 9
"""From this share on of those who come a loss is large, as elsewhere; decimal places to compare."""
_SLIGHT = 2
"""Up to this impact, of 5, an idea changes little; house."""


def shortfall(choice: Choice, placed_step: PlacedStep, analysis: Analysis) -> str:
    """Returns what is to be said beside the best idea of a step, behind a semicolon; or nothing."""
    if lost := _unanswered_loss(placed_step, analysis):
        return f"; whether it keeps the {lost} who leave, the map does not say"
    impacts = [
        each.opportunity.impact
        for each in placed_step.opportunities
        if each.opportunity.status in OPEN
    ]
    if choice.elsewhere or not all(each is not None and each <= _SLIGHT for each in impacts):
        return ""
    if len(impacts) > 1:
        return "; none of the ideas here is large"
    return f"; its impact is small ({impacts[0]} of 5)" if impacts else ""


def _unanswered_loss(placed_step: PlacedStep, analysis: Analysis) -> str:
    """Returns how many leave a step where nothing speaks for an idea's being against it.

    Empty where fewer than a tenth leave, where nobody says why or there is no idea, where an idea
    names no pain or shares a word with why, and where one is against a pain that drives away.
    """
    leaks, journey_map = placed_step.step.leaks, analysis.journey_map
    lost = fsum(share or 0.0 for share in analysis.ways.exits[placed_step.position].leaks)
    whys = " ".join(leak.why for leak in leaks if leak.why)
    every = (each.opportunity for each in placed_step.opportunities)
    ideas = [each for each in every if each.status is not OpportunityStatus.DROPPED]
    if round(lost, _PLACES) < _LARGE or not whys or not ideas:
        return ""
    if any(not each.solves or may_share_words(each.text, whys) for each in ideas):
        return ""
    if any(is_why(each, whys) and each.route in analysis.answers for each in placed_step.pains):
        return ""
    assumed = any(is_assumed(journey_map, placed_step, each.evidence) for each in leaks)
    return share_of(lost, assumed=assumed)
