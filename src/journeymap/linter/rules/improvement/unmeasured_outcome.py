"""JM817."""

from collections.abc import Iterator, Sequence
from math import inf

from journeymap.analysis.readings import newest, readings, readings_of
from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    PlacedOpportunity,
    Related,
    Route,
    State,
    few,
    rule,
)
from journeymap.linter.rules.improvement._ideas import each_once
from journeymap.linter.rules.measurement._readings import in_unit
from journeymap.model.pains import Effect
from journeymap.model.vocabulary import Metric, Reading

_LEAST = {
    OpportunityStatus.IDEA: 5,
    OpportunityStatus.TESTING: 4,
    OpportunityStatus.LIVE: 4,
    OpportunityStatus.DROPPED: inf,
}
"""From this impact on an idea is to say what it moves: one that is tried is to be measured."""

_WHICH = {5: "of impact 5", 4: "of impact 4 and tested or live"}
"""Which ideas are meant, by their impact; a mere idea of impact 4 is not counted."""


@rule("JM817", "unmeasured-outcome", severity="note", from_status="review", basis="house")
def unmeasured_outcome(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """An idea is to move a metric that nothing measures, or of much impact and moves none.

    ## Why it matters

    An outcome says when an idea has done its work. If nothing in the map measures it, nobody will
    see it, and the value that it begins from is lost on the day on which the idea goes live. So is
    one that no reading has, of an idea that nobody tries yet (`from`), and of one that is live, if
    the last reading before `since` was another; but not where it is the reading that the times and
    shares on the map contradict, and not `from`. Ideas of impact 5, or of 4 once they are tested or
    live, that name no `outcome` are told together, where the map has metrics that they could move.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [{id: kept, name: Appointments kept, unit: '%'}]
    steps:
      - action: Gets a reminder
        opportunities:
          - text: Remind by text message
            outcome: kept  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: kept, name: Appointments kept, unit: '%'}]
    steps:
      - action: Gets a reminder
        metrics: {metric: kept, value: 82, as_of: 2026-09}
        opportunities:
          - text: Remind by text message
            outcome: kept
    ```
    """
    measured = {journey_map.metrics.id_of(each.metric) for _, each in readings(journey_map)}
    for idea in each_once(journey_map):
        effect = idea.opportunity.outcome
        metric = journey_map.metrics.find(effect.metric) if effect else None
        dropped = idea.opportunity.status is OpportunityStatus.DROPPED
        if effect and metric:
            yield from _start(idea, effect, metric, context)
        if metric and not dropped and metric.id not in measured:
            yield Finding(
                message=f'"{idea.label}" is to move "{metric.label}", which nothing measures',
                help="add a reading to metrics: of its step, with the value of today",
                route=(*idea.route, "outcome"),
                mark=Mark.VALUE,
            )

    yield from _without_aim(journey_map)


def _without_aim(journey_map: JourneyMap) -> Iterator[Finding]:
    """Yields once the ideas of much impact of which nobody will see whether they had it."""
    if journey_map.journey.state is State.DESIRED or not any(journey_map.metrics):
        return
    ideas = [
        idea
        for idea in each_once(journey_map)
        if (idea.opportunity.impact or 0) >= _LEAST[idea.opportunity.status]
        and not idea.opportunity.outcome
    ]
    if not ideas:
        return
    one = len(ideas) == 1
    impacts = sorted({each.opportunity.impact or 0 for each in ideas}, reverse=True)
    yield Finding(
        message=f"{few([each.label for each in ideas])}, "
        f"{' or '.join(_WHICH[each] for each in impacts)}, {'names' if one else 'name'} no "
        f"metric that {'it is' if one else 'they are'} to move",
        help="add outcome: with the metric, where it begins (from:) and where it is to be "
        "(target:)",
        route=ideas[0].route,
        related=tuple(Related(route=each.route, message="as well") for each in ideas[1:]),
        stands_for=tuple(each.route for each in ideas),
    )


def _start(
    idea: PlacedOpportunity, effect: Effect, metric: Defined[Metric], context: Context
) -> Iterator[Finding]:
    """Yields that an idea begins from what was never read, or began from something else.

    Where the metric is read in several places, nobody knows which one is meant. Where it is the
    reading that goes with nothing else, that is told there.
    """
    journey_map = context.journey_map
    known, status = journey_map.metrics, idea.opportunity.status
    read = list(readings_of(metric.id, journey_map))
    live = status is OpportunityStatus.LIVE
    latest = [reading.value for _, reading in newest(_until(idea, read) if live else read, known)]
    begun = (status is not OpportunityStatus.IDEA or idea.opportunity.pilots) and not live
    value = latest[0] if len(latest) == 1 else None
    if effect.from_ is None or value is None or begun:
        return
    if effect.from_ in {reading.value for _, reading in read}:
        return
    if not live and any(
        each.held.metric.id == metric.id and each.would_go_with(effect.from_)
        for each in context.analysis.contradictions
    ):
        return
    yield Finding(
        message=f'"{idea.label}" {"began" if live else "is to begin"} from '
        f'{in_unit(effect.from_, metric.item)}, and "{metric.label}" '
        f"{'was' if live else 'is'} read as {in_unit(value, metric.item)}"
        f"{' before it' if live else ''}",
        help="add the reading that it is from, or correct from: if that is wrong",
        route=(*idea.route, "outcome", "from"),
        mark=Mark.VALUE,
    )


def _until(
    idea: PlacedOpportunity, read: Sequence[tuple[Route, Reading]]
) -> list[tuple[Route, Reading]]:
    """Returns what was read before an idea was live; nothing where nobody knows since when."""
    since = idea.opportunity.since
    return [
        (route, reading)
        for route, reading in read
        if since and reading.as_of and reading.as_of.date < since.date
    ]
