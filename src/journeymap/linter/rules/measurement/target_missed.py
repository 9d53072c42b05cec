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
    PlacedOpportunity,
    PlacedPain,
    Related,
    Route,
    Severity,
    rule,
    step_route,
)
from journeymap.linter.rules._reasons import in_full
from journeymap.linter.rules.leverage._points import pressing
from journeymap.linter.rules.measurement._missed import Miss, Same, misses


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
    does not the finding. Nor does it choose among several pains. One value that is written at
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
    answered = _answered(place, context)
    if len(found) == 1:
        message = first.sentence
    else:
        assumed = " (assumed figures)" if any(miss.assumed for miss in found) else ""
        message = f"{len(found)} targets are missed{assumed}: "
        message += "; ".join(miss.short for miss in found)
    return Finding(
        message=message,
        help=_help(place, answered, context),
        route=home if len(owners) > 1 else (*first.route, "value"),
        mark=Mark.NODE if len(owners) > 1 else Mark.VALUE,
        severity=Severity.NOTE if answered else None,
        stands_for=tuple((*miss.route, "value") for miss in every),
        phrase="; ".join(f"{miss.short}{' (assumed)' if miss.assumed else ''}" for miss in found),
        related=tuple(
            Related(route=miss.metric.route, message="the target is here", path=miss.metric.library)
            for miss in found
        ),
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
        reasons = (
            in_full(placed_step, leak.why)
            for placed_step in steps
            for leak in placed_step.step.leaks
            if leak.why
        )
        reason = next(reasons, "")
        said = f': people leave here for "{reason}"' if reason and place else ""
        return f"record what holds it back as a pain, with an opportunity against it{said}"
    if not place:
        return "journeymap leverage lists the steps to look at first"
    pain, idea = answered
    where = "at this step" if len(steps) == 1 else "in this stage"
    pains = sum(len(placed_step.pains) for placed_step in steps)
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
