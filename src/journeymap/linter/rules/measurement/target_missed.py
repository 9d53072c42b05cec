"""JM702."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from journeymap.analysis.best_idea import OPEN, in_full
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Need,
    OpportunityStatus,
    PlacedOpportunity,
    PlacedPain,
    PlacedStep,
    Related,
    Route,
    Severity,
    few,
    quoted,
    rule,
    step_route,
)
from journeymap.linter.rules.leverage._points import pressing
from journeymap.linter.rules.measurement._missed import Miss, Same, misses
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.shared_words import share_words


def _has_target(context: Context) -> bool:
    return any(entry.item.target is not None for entry in context.journey_map.metrics)


def _by_home(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    routes = {finding.route for finding in findings}
    points = {point.step.route for point in pressing(context.analysis)}
    groups: defaultdict[Route, list[Miss]] = defaultdict(list)
    homes: dict[Same, Route] = {}
    for miss in misses(context.journey_map):
        if (*miss.route, "value") in routes:
            home = homes.setdefault(miss.same, _home(miss, context.journey_map, points))
            groups[home].append(miss)
    return (_finding(home, group, context) for home, group in groups.items())


@rule(
    "JM702",
    "target-missed",
    severity="warning",
    from_status="review",
    gathers=_by_home,
    needs=(Need(what="metrics with a target", is_there=_has_target),),
)
def target_missed(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The latest value of a metric misses its target.

    ## Why it matters

    The team said itself what would be good enough, and it is not reached. Look for the cause in
    the steps around it: a target that is missed with no pain on the map means that the map does
    not know yet what hurts. Of several values in one place the latest counts. Several targets that
    are missed in one stage are one finding; it is a note where open ideas are to move all of them,
    or where a pain is recorded there with an open idea against it.
    An idea anywhere that names the metric as its `outcome` is named, and what became of it; one
    against a pain of the metric's own step that speaks of it is asked about. Of all others nobody
    says what they move, and none is credited with it. One value that is written at several stages
    is told at the first.

    Which way a metric improves follows from its kind: lower for a duration and a cost, higher for
    nps, csat, conversion, prom and prem. `better` says it for all others, and overrules the kind.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics:
      - {id: wait, name: Wait in the clinic, kind: duration, unit: min, target: 15}
      - {id: kept, name: Appointments kept, unit: '%', target: 95, better: higher}
    steps:
      - action: Waits for the dentist
        metrics:
          - {metric: wait, value: 25}  # <- here
          - {metric: kept, value: 91, as_of: 2026-09}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: wait, name: Wait in the clinic, kind: duration, unit: min, target: 15}]
    steps:
      - action: Waits for the dentist
        metrics:
          - {metric: wait, value: 25, as_of: 2026-03}
          - {metric: wait, value: 12, as_of: 2026-09}
    ```
    """
    for miss in misses(journey_map):
        yield _finding(miss.route[:-2], [miss], context)


def _home(miss: Miss, journey_map: JourneyMap, points: Collection[Route]) -> Route:
    """Returns with what a miss is told: the stage; by itself the step that is a leverage point.

    So are the steps of a map without stages, and what is read of the map as a whole.
    """
    step = step_route(miss.route)
    if not step:
        return miss.route[:2] if miss.route[0] == "stages" else ()
    stages = [each.route for each in journey_map.stages if each.route == step[:2]]
    return step if step in points or not stages else stages[0]


def _finding(home: Route, every: Sequence[Miss], context: Context) -> Finding:
    found = tuple({miss.same: miss for miss in reversed(every)}.values())[::-1]
    first, owners = found[0], {miss.route[:-2] for miss in found}
    place = home if len(owners) > 1 else first.route[:-2]
    meant = {miss: _meant_for(miss, context.journey_map) for miss in found}
    bare = [miss for miss, idea in meant.items() if idea is None]
    known = _answered(place, context)
    answered = _credited(bare, context) if len(found) == 1 else None
    is_open = not bare and all(each and each.opportunity.status in OPEN for each in meant.values())
    if len(found) == 1:
        message = first.sentence
    else:
        assumed = " (assumed figures)" if any(miss.assumed for miss in found) else ""
        message = f"{len(found)} targets are missed{assumed}: "
        message += "; ".join(miss.short for miss in found)
    return Finding(
        message=message,
        help="; ".join(
            [*_of_each(meant), *([_help(place, bare, answered, context)] if bare else [])]
        ),
        route=home if len(owners) > 1 else (*first.route, "value"),
        mark=Mark.NODE if len(owners) > 1 else Mark.VALUE,
        severity=Severity.NOTE if known or is_open else None,
        stands_for=tuple((*miss.route, "value") for miss in every),
        phrase="; ".join(f"{miss.short}{' (assumed)' if miss.assumed else ''}" for miss in found),
        related=tuple(
            Related(route=miss.metric.route, message="the target is here", path=miss.metric.library)
            for miss in found
        ),
    )


def _meant_for(miss: Miss, journey_map: JourneyMap) -> PlacedOpportunity | None:
    """Returns an idea anywhere whose outcome is a metric that misses; one that is live first."""
    ideas = [
        each
        for each in journey_map.opportunities
        if each.opportunity.outcome
        and journey_map.metrics.id_of(each.opportunity.outcome.metric) == miss.metric.id
        and each.opportunity.status is not OpportunityStatus.DROPPED
    ]
    live = (each for each in ideas if each.opportunity.status is OpportunityStatus.LIVE)
    return next(live, None) or next(iter(ideas), None)


def _of_each(meant: Mapping[Miss, PlacedOpportunity | None]) -> Iterator[str]:
    """Yields what to do about each idea, with the metrics that it is to move where others miss."""
    ideas = {idea.route: idea for idea in meant.values() if idea}
    for route, idea in ideas.items():
        own = [miss.metric.label for miss, each in meant.items() if each and each.route == route]
        yield _of_meant(idea, quoted(own) if len(meant) > 1 else "this")


def _of_meant(idea: PlacedOpportunity, what: str) -> str:
    """Returns what to do about the idea that is to bring a metric to its target."""
    said = idea.opportunity
    if said.status is not OpportunityStatus.LIVE:
        by = f" by {said.by.written}" if said.by else ""
        verb = "finish the test of" if said.status is OpportunityStatus.TESTING else "push ahead"
        with_ = "" if said.status is OpportunityStatus.TESTING else " with"
        return f'{verb}{with_} "{said.text}", whose outcome {what} is to be{by}'
    since = f" since {said.since.written}" if said.since else ""
    before = said.outcome.from_ if said.outcome else None
    was = f"; it was {number(before)} before" if before is not None else ""
    return (
        f'"{said.text}", whose outcome {what} is to be, is live{since}{was}: find out whether it '
        "reaches people, and change it or drop it"
    )


def _answered(place: Route, context: Context) -> list[tuple[PlacedPain, PlacedOpportunity]]:
    """Returns the pains of a place with the open ideas that solve each."""
    answers = context.analysis.answers
    return [
        (pain, idea)
        for placed_step in context.journey_map.steps
        if placed_step.route[: len(place)] == place
        for pain in placed_step.pains
        for idea in answers.get(pain.route, ())
        if idea.opportunity.status in OPEN
    ]


def _credited(
    bare: Sequence[Miss], context: Context
) -> tuple[PlacedPain, PlacedOpportunity] | None:
    """Returns the gravest pain of the step of a metric that shares a word with it, or its idea.

    None for what is read over a stage: nobody says that an idea of one of its steps moves that.
    """
    step = step_route(bare[0].route) if bare else ()
    label = bare[0].metric.label if bare else ""
    pairs = _answered(step, context) if step else []
    touching = (
        pair
        for pair in pairs
        if share_words(f"{pair[0].pain.text} {pair[1].opportunity.text}", label)
    )
    return max(touching, key=_weight, default=None)


def _weight(pair: tuple[PlacedPain, PlacedOpportunity]) -> tuple[int, int]:
    pain, idea = pair[0].pain, pair[1].opportunity
    return (pain.severity or 0) * (pain.probability or 0), idea.impact or 0


def _help(
    place: Route,
    bare: Sequence[Miss],
    answered: tuple[PlacedPain, PlacedOpportunity] | None,
    context: Context,
) -> str:
    steps = [
        placed_step
        for placed_step in context.journey_map.steps
        if placed_step.route[: len(place)] == place
    ]
    it = quoted([miss.metric.label for miss in bare])
    if not place:
        return f"{_bare((), it)}: journeymap leverage lists the steps to look at first"
    if answered is None:
        return _bare(steps, it)
    pain, idea = answered
    if idea.opportunity.status is OpportunityStatus.TESTING:
        return (
            f'"{idea.opportunity.text}" is being tested against "{pain.pain.text}": see whether '
            f"that brings {it} to the target, and write that as its outcome:"
        )
    return (
        f'see whether "{idea.opportunity.text}", against "{pain.pain.text}", brings {it} to the '
        "target, and write that as its outcome:"
    )


def _bare(steps: Sequence[PlacedStep], it: str) -> str:
    """Returns what to do where nothing on the map speaks of an idea's moving it."""
    pains = [each for placed_step in steps for each in placed_step.pains]
    none = f"no idea names {it} as its outcome: say which one is to move it, or look for one"
    if pains:
        first = few([each.pain.text for each in pains])
        return f"{none}; see whether a pain recorded here is the reason ({first})"
    left = (
        (placed_step, in_full(placed_step, leak.why))
        for placed_step in steps
        for leak in placed_step.step.leaks
        if leak.why
    )
    step, reason = next(left, (None, ""))
    if step:
        return f'{none}; people leave at "{step.label}" because of "{reason}"'
    return f"{none}; record what holds it back as a pain" if steps else none
