"""What the ideas of a step leave open: a loss that none names, or only small changes."""

from math import fsum

from journeymap.analysis.answering import is_why
from journeymap.analysis.best_idea import OPEN, Choice
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.readings import readings_of
from journeymap.authoring import (
    Analysis,
    JourneyMap,
    MetricKind,
    OpportunityStatus,
    PlacedOpportunity,
    PlacedStep,
)
from journeymap.linter.rules.flow._shared import share_of
from journeymap.linter.rules.measurement._readings import in_unit
from journeymap.model.metric_names import Topic, topics
from journeymap.model.pains import Effect
from journeymap.model.shared_words import may_share_words
from journeymap.model.vocabulary import Metric

_LARGE, _PLACES = 0.1, 9
"""From this share on of those who come a loss is large, as elsewhere; decimal places to compare."""
_SLIGHT = 2
"""Up to this impact, of 5, an idea changes little; house."""

_STAYING = frozenset(
    {
        Topic.GOING_ON,
        Topic.CONVERTING,
        Topic.ARRIVING,
        Topic.HELD,
        Topic.COMPLETING,
        Topic.LEAVING,
        Topic.LOSING,
        Topic.GIVING_UP,
    }
)
"""What the name of a share speaks of that is one of those who stay, or who leave."""


def shortfall(choice: Choice, placed_step: PlacedStep, analysis: Analysis) -> str:
    """Returns what is to be said beside the best idea of a step, behind a semicolon; or nothing."""
    asked = "; ask those who leave here why, and where they go"
    if lost := _unanswered_loss(placed_step, analysis):
        if aimed := _aimed_at(choice, placed_step, analysis.journey_map):
            return aimed
        return f"; whether it keeps the {lost} who leave, the map does not say"
    return f"{_small(choice, placed_step)}{asked * _is_unexplained(placed_step, analysis)}"


def _small(choice: Choice, placed_step: PlacedStep) -> str:
    """Returns that the open ideas of a step are small, where all are and none is elsewhere."""
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


def _is_unexplained(placed_step: PlacedStep, analysis: Analysis) -> bool:
    """Tells whether no more leave at any other step, and nobody says why, nor where to."""
    every = [fsum(share or 0.0 for share in each.leaks) for each in analysis.ways.exits]
    lost = every[placed_step.position]
    if round(lost, _PLACES) < _LARGE or lost < max(every):
        return False
    return not any(leak.why or leak.to for leak in placed_step.step.leaks)


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


def _aimed_at(choice: Choice, placed_step: PlacedStep, journey_map: JourneyMap) -> str:
    """Returns what an idea of a step, or the one to act on, is to do to a share of who stays."""
    for idea in dict.fromkeys((choice.idea, *placed_step.opportunities)):
        effect = idea.opportunity.outcome
        metric = journey_map.metrics.find(effect.metric) if effect else None
        if effect is None or metric is None or idea.opportunity.status not in OPEN:
            continue
        if _is_of_who_stays(metric.item) and _is_read(metric.id, placed_step, journey_map):
            return f"; {_aim(idea, effect, metric.item)}"
    return ""


def _is_of_who_stays(metric: Metric) -> bool:
    said = topics(metric.name)
    if said & {Topic.THINGS, Topic.TIMED}:
        return False
    return metric.kind is MetricKind.CONVERSION or (
        (metric.unit or "").strip() == "%" and bool(said & _STAYING)
    )


def _is_read(metric: str, placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether a metric is read at a step, its stage or the map, or nowhere at all."""
    at = [route for route, _ in readings_of(metric, journey_map)]
    here = (placed_step.route, placed_step.stage.route, ())
    return not at or any(route[:-2] in here for route in at)


def _aim(idea: PlacedOpportunity, effect: Effect, metric: Metric) -> str:
    target = effect.target if effect.target is not None else metric.target
    start = f" from {in_unit(effect.from_, metric)}" if effect.from_ is not None else ""
    if target is None:
        return f'"{idea.label}" is to move "{metric.name}"{start}'
    return f'"{idea.label}" is to bring "{metric.name}"{start} to {in_unit(target, metric)}'
