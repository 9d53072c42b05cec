"""Which ideas are to move a metric that misses its target, and what is to be done about each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journeymap.analysis.best_idea import OPEN, ratio
from journeymap.analysis.readings import reached
from journeymap.authoring import (
    JourneyMap,
    OpportunityStatus,
    PlacedOpportunity,
    PlacedPain,
    PlacedStep,
    quoted,
    step_route,
)
from journeymap.linter.rules._live import correct, is_to_come
from journeymap.linter.rules.measurement._missed import Miss
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.pains import PilotResult
from journeymap.model.shared_words import shared_words

Meant = Mapping[Miss, PlacedOpportunity | None]
"""By miss the idea whose outcome is its metric."""

Answered = tuple[PlacedPain, PlacedOpportunity]
"""A pain, and an open idea that solves it."""


def meant_for(miss: Miss, journey_map: JourneyMap) -> PlacedOpportunity | None:
    """Returns the idea anywhere whose outcome is a metric that misses its target.

    One that is live comes first, then one that is tested, then what brings the most for its effort.
    """
    ideas = [
        each
        for each in journey_map.opportunities
        if each.opportunity.outcome
        and journey_map.metrics.id_of(each.opportunity.outcome.metric) == miss.metric.id
        and each.opportunity.status is not OpportunityStatus.DROPPED
    ]
    return max(ideas, key=_weight, default=None)


def _weight(idea: PlacedOpportunity) -> tuple[bool, bool, bool, float]:
    said = idea.opportunity
    tested = said.status is OpportunityStatus.TESTING
    return said.status is OpportunityStatus.LIVE, not _is_abandoned(idea), tested, ratio(said)


def is_dated(idea: PlacedOpportunity, miss: Miss, today: date) -> bool:
    """Tells whether somebody is to bring a metric to its target by a day that is still to come."""
    said = idea.opportunity
    known = said.status in OPEN and said.owner and said.by and said.by.date >= today
    return bool(known) and not _is_abandoned(idea) and not _aims_below(idea, miss)


def _is_abandoned(idea: PlacedOpportunity) -> bool:
    pilots = idea.opportunity.pilots
    return bool(pilots) and pilots[-1].result is PilotResult.ABANDONED


def _aims_below(idea: PlacedOpportunity, miss: Miss) -> bool:
    """Tells whether where an idea is to bring a metric misses the target as well."""
    aim = idea.opportunity.outcome.target if idea.opportunity.outcome else None
    return reached(miss.metric.item, aim, miss.target) is False


def of_each(meant: Meant, today: date) -> Iterator[str]:
    """Yields what to do about each idea, with the metrics that it is to move where others miss."""
    ideas = {idea.route: idea for idea in meant.values() if idea}
    for route, idea in ideas.items():
        own = [miss for miss, each in meant.items() if each and each.route == route]
        what = quoted([miss.metric.label for miss in own]) if len(meant) > 1 else "this"
        yield _of_meant(idea, own, what, today)


def _of_meant(idea: PlacedOpportunity, own: Sequence[Miss], what: str, today: date) -> str:
    """Returns what to do about the idea that is to bring a metric to its target."""
    said, (first, *others) = idea.opportunity, own
    if said.status is OpportunityStatus.LIVE:
        return _of_live(idea, first, what, today)
    if _is_abandoned(idea):
        return (
            f'"{said.text}", whose outcome {what} is to be, was abandoned after its last pilot: '
            "change it or drop it"
        )
    aim = said.outcome.target if said.outcome else None
    short = aim is not None and not others and _aims_below(idea, first)
    aimed = f"{number(aim)}{first.unit}" if aim is not None else ""
    if short and reached(first.metric.item, first.value, aim):
        return f'"{said.text}" is to bring {what} to {aimed}, which is no better than today'
    to_be = "was to be" if said.by and said.by.date < today else "is to be"
    by = f" by {said.by.written}" if said.by else ""
    is_tested = said.status is OpportunityStatus.TESTING
    verb = "finish the test of" if is_tested else "push ahead with"
    below = f"; it aims at {aimed}, short of the target" if short else ""
    return f'{verb} "{said.text}", whose outcome {what} {to_be}{by}{below}'


def _of_live(idea: PlacedOpportunity, miss: Miss, what: str, today: date) -> str:
    """Returns what to do about an idea that is live: what was read before it says nothing of it."""
    said = idea.opportunity
    if is_to_come(idea, today):
        return f"{correct(idea)}; {what} is to be its outcome"
    meant = f'"{said.text}", whose outcome {what} is to be, is live'
    if said.since and miss.as_of and miss.as_of.date < said.since.date:
        return (
            f"{meant} since {said.since.written}, and what was read of it is of "
            f"{miss.as_of.written}, from before: measure it again"
        )
    since = f" since {said.since.written}" if said.since else ""
    before = said.outcome.from_ if said.outcome else None
    worse = before is not None and miss.value != before and _is_worse(miss, before)
    was = f"; it was {number(before)} before" if before is not None else ""
    was += ", and has got worse" if worse else ""
    return f"{meant}{since}{was}: find out whether it reaches people, and change it or drop it"


def _is_worse(miss: Miss, before: float) -> bool:
    return reached(miss.metric.item, miss.value, before) is False


def credited(
    miss: Miss, pairs: Sequence[Answered], placed_step: PlacedStep, journey_map: JourneyMap
) -> Answered | None:
    """Returns the gravest pain of the step of a metric that speaks of it, and an idea against it.

    What names another outcome, or only has a word that is said of other parts of the map as well,
    belongs there.

    Args:
        miss: the metric that misses its target.
        pairs: the pains of the step, and the open ideas that solve them.
        placed_step: the step at which it is read.
        journey_map: the map.
    """
    here = placed_step.route
    pains = [each.label for each in journey_map.pains if step_route(each.route) != here]
    metrics = [each.label for each in journey_map.metrics if each.id != miss.metric.id]
    steps = [each.label for each in journey_map.steps]
    elsewhere = " ".join([journey_map.journey.title, *pains, *metrics, *steps])
    general = shared_words(miss.metric.label, elsewhere)

    def speaks(pair: Answered) -> bool:
        pain, idea = pair
        said = f"{pain.pain.text} {idea.opportunity.text}"
        return not idea.opportunity.outcome and bool(
            shared_words(said, miss.metric.label) - general
        )

    return max(filter(speaks, pairs), key=_gravity, default=None)


def _gravity(pair: Answered) -> tuple[int, int]:
    pain, idea = pair[0].pain, pair[1].opportunity
    return (pain.severity or 0) * (pain.probability or 0), idea.impact or 0
