"""JM702."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from journeymap.analysis.best_idea import OPEN
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
    rule,
    step_route,
)
from journeymap.linter.rules._reasons import in_full
from journeymap.linter.rules.leverage._points import pressing
from journeymap.linter.rules.measurement._missed import Miss, Same, misses
from journeymap.linter.rules.measurement._readings import number


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
    are missed in one stage are one finding; where a pain is recorded there with an open
    opportunity against it, it is a note. What is measured at a step is set against the pain of that
    step; of what is measured over a stage the map does not say which pain holds it back, and so
    does not the finding. Nor does it choose among several pains. An idea anywhere that names the
    metric as its `outcome` is named, and what became of it. One value that is written at
    several stages is told at the first.

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
    answered, meant = _answered(place, context), _meant_for(found, context.journey_map)
    is_open = meant is not None and meant.opportunity.status in OPEN
    if len(found) == 1:
        message = first.sentence
    else:
        assumed = " (assumed figures)" if any(miss.assumed for miss in found) else ""
        message = f"{len(found)} targets are missed{assumed}: "
        message += "; ".join(miss.short for miss in found)
    return Finding(
        message=message,
        help=_of_meant(meant) if meant else _help(place, answered, context),
        route=home if len(owners) > 1 else (*first.route, "value"),
        mark=Mark.NODE if len(owners) > 1 else Mark.VALUE,
        severity=Severity.NOTE if answered or is_open else None,
        stands_for=tuple((*miss.route, "value") for miss in every),
        phrase="; ".join(f"{miss.short}{' (assumed)' if miss.assumed else ''}" for miss in found),
        related=tuple(
            Related(route=miss.metric.route, message="the target is here", path=miss.metric.library)
            for miss in found
        ),
    )


def _meant_for(found: Sequence[Miss], journey_map: JourneyMap) -> PlacedOpportunity | None:
    """Returns an idea anywhere whose outcome is a metric that misses; one that is live first."""
    missed = {miss.metric.id for miss in found}
    ideas = [
        each
        for each in journey_map.opportunities
        if each.opportunity.outcome
        and journey_map.metrics.id_of(each.opportunity.outcome.metric) in missed
        and each.opportunity.status is not OpportunityStatus.DROPPED
    ]
    live = (each for each in ideas if each.opportunity.status is OpportunityStatus.LIVE)
    return next(live, None) or next(iter(ideas), None)


def _of_meant(idea: PlacedOpportunity) -> str:
    """Returns what to do about the idea that is to bring a metric to its target."""
    said = idea.opportunity
    if said.status is not OpportunityStatus.LIVE:
        by = f" by {said.by.written}" if said.by else ""
        verb = "finish the test of" if said.status is OpportunityStatus.TESTING else "push ahead"
        with_ = "" if said.status is OpportunityStatus.TESTING else " with"
        return f'{verb}{with_} "{said.text}", whose outcome this is to be{by}'
    since = f" since {said.since.written}" if said.since else ""
    before = said.outcome.from_ if said.outcome else None
    was = f"; it was {number(before)} before" if before is not None else ""
    return (
        f'"{said.text}", whose outcome this is to be, is live{since}{was}: find out whether it '
        "reaches people, and change it or drop it"
    )


def _answered(place: Route, context: Context) -> tuple[PlacedPain, PlacedOpportunity] | None:
    """Returns the gravest pain of a place with an open opportunity against it, and that one."""
    answers = context.analysis.answers
    pairs = (
        (pain, idea)
        for placed_step in context.journey_map.steps
        if placed_step.route[: len(place)] == place
        for pain in placed_step.pains
        for idea in answers.get(pain.route, ())
        if idea.opportunity.status in OPEN
    )
    return max(pairs, key=_weight, default=None)


def _weight(pair: tuple[PlacedPain, PlacedOpportunity]) -> tuple[int, int]:
    pain, idea = pair[0].pain, pair[1].opportunity
    return (pain.severity or 0) * (pain.probability or 0), idea.impact or 0


def _help(
    place: Route, answered: tuple[PlacedPain, PlacedOpportunity] | None, context: Context
) -> str:
    steps = [
        placed_step
        for placed_step in context.journey_map.steps
        if placed_step.route[: len(place)] == place
    ]
    if answered is None:
        return _bare(place, steps)
    if not place:
        return "journeymap leverage lists the steps to look at first"
    pain, idea = answered
    where = "at this step" if len(steps) == 1 else "in this stage"
    pains = sum(len(placed_step.pains) for placed_step in steps)
    if idea.opportunity.status is OpportunityStatus.TESTING and pains == 1:
        return (
            f'"{idea.opportunity.text}" is being tested against "{pain.pain.text}": see whether '
            "that brings it to the target"
        )
    if pains > 1:
        return (
            f"{pains} pains are recorded {where}: see which of them is the reason, "
            "and record the real one if none is"
        )
    if len(steps) == 1:
        return (
            f'push ahead with "{idea.opportunity.text}", recorded there against '
            f'"{pain.pain.text}"; if the reason is another one, record that'
        )
    return (
        f'see whether "{pain.pain.text}", recorded in this stage, is the reason, '
        "and record the real one if not"
    )


def _bare(place: Route, steps: Sequence[PlacedStep]) -> str:
    """Returns what to do where no open idea stands against a pain of a place."""
    pains = [each for placed_step in steps for each in placed_step.pains]
    if pains and place:
        first = few([each.pain.text for each in pains])
        return f"see whether a pain recorded here is the reason ({first}), and find an idea for it"
    left = (
        (placed_step, in_full(placed_step, leak.why))
        for placed_step in steps
        for leak in placed_step.step.leaks
        if leak.why
    )
    step, reason = next(left, (None, ""))
    said = f': people leave at "{step.label}" because of "{reason}"' if step and place else ""
    return f"record what holds it back as a pain, with an opportunity against it{said}"
