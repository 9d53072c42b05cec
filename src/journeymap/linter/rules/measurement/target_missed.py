"""JM702."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import isclose

from journeymap.analysis.best_idea import OPEN, in_full
from journeymap.analysis.deadlines import Kept
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    MetricKind,
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
from journeymap.linter.rules.measurement._moved_by import (
    Answered,
    credited,
    is_dated,
    meant_for,
    of_each,
)
from journeymap.model.metric_names import share_a_word
from journeymap.model.units import days_per

_SLIGHT = 1
"""A pain as slight as can be holds back no metric; house."""
_ALIKE = 0.02
"""A month is told as 30 days or as 31; house."""


def _has_target(context: Context) -> bool:
    return any(entry.item.target is not None for entry in context.journey_map.metrics)


def _by_home(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    routes = {finding.route for finding in findings}
    points = {point.step.route for point in pressing(context.analysis)}
    groups: defaultdict[Route, list[Miss]] = defaultdict(list)
    homes: dict[Same, Route] = {}
    dated: dict[Miss, PlacedOpportunity] = {}
    for miss in misses(context.journey_map):
        if (*miss.route, "value") in routes:
            home = homes.setdefault(miss.same, _home(miss, context.journey_map, points))
            idea = meant_for(miss, context.journey_map)
            if home not in points and idea and is_dated(idea, miss, context.today):
                dated[miss] = idea
            else:
                groups[home].append(miss)
    if len({miss.same for miss in dated}) > 1:
        yield _of_dated(dated)
    else:
        for miss in dated:
            groups[homes[miss.same]].append(miss)
    yield from (_finding(home, group, context) for home, group in groups.items())


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

    The team said itself what would be good enough, and it is not reached. Look for the cause in the
    steps around it: a target that is missed with no pain on the map means that the map does not
    know yet what hurts. Of several values in one place the latest counts. Several targets that are
    missed in one stage are one finding; it is a note where open ideas are to move all of them, or
    where a pain is recorded there with an open idea against it. An idea anywhere that names the
    metric as its `outcome` is named, and what became of it; one against a pain of the metric's own
    step that speaks of it is asked about. Of all others nobody says what they move, and none is
    credited with it. What several ideas with an owner and a day to come are to mend is one note.
    One value that is written at several stages is told at the first. A time that is held to the
    deadline (`within`) of its step is told of as a deadline alone.

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
        if not _is_a_deadline(miss, context):
            yield _finding(miss.route[:-2], [miss], context)


def _is_a_deadline(miss: Miss, context: Context) -> bool:
    """Tells whether a time is held to the very deadline of its step that is told as missed."""
    unit = days_per(miss.metric.item.unit or "")
    if miss.metric.item.kind is not MetricKind.DURATION or unit is None:
        return False
    return any(
        due.kept is Kept.MISSED
        and miss.route[:-2] in (due.step.route, due.after.route)
        and isclose(due.allowed.days, miss.target * unit, rel_tol=_ALIKE)
        for due in context.analysis.deadlines
    )


def _of_dated(dated: Mapping[Miss, PlacedOpportunity]) -> Finding:
    """Tells once of all misses that somebody is to mend by a day."""
    once = {miss.same: (miss, idea) for miss, idea in dated.items()}.values()
    days = {idea.route: day.written for _, idea in once if (day := idea.opportunity.by)}
    told = [f'{miss.short} ("{idea.label}", by {days[idea.route]})' for miss, idea in once]
    assumed = " (assumed figures)" if any(miss.assumed for miss in dated) else ""
    return Finding(
        message=f"{len(once)} targets are missed{assumed}, and ideas with an owner and a day are "
        f"to reach them: {'; '.join(told)}",
        help="see on these days whether they do",
        route=(),
        severity=Severity.NOTE,
        stands_for=tuple((*miss.route, "value") for miss in dated),
    )


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
    meant = {miss: meant_for(miss, context.journey_map) for miss in found}
    bare = [miss for miss, idea in meant.items() if idea is None]
    known = _answered(place, context)
    answered = _credited(first, context) if len(found) == 1 and bare else None
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
            [
                *of_each(meant, context.today),
                *([_help(place, _read(bare, every), answered, context)] if bare else []),
            ]
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


def _read(bare: Sequence[Miss], every: Sequence[Miss]) -> list[Miss]:
    """Returns misses with further places at which the same is read: their pains may explain it."""
    return [each for first in bare for each in every if each.same == first.same]


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


def _credited(miss: Miss, context: Context) -> Answered | None:
    """Returns a pain of the step of a metric and its idea, as far as they speak of it.

    None for what is read over a stage: nobody says that an idea of one of its steps moves that.
    """
    route = step_route(miss.route)
    if not route:
        return None
    journey_map = context.journey_map
    return credited(miss, _answered(route, context), journey_map.step_at(route), journey_map)


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
    it = quoted(tuple(dict.fromkeys(miss.metric.label for miss in bare)))
    if not place:
        return f"{_bare((), it, bare)}: journeymap leverage lists the steps to look at first"
    if answered is None:
        return _bare(steps, it, bare)
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


def _bare(steps: Sequence[PlacedStep], it: str, bare: Sequence[Miss]) -> str:
    """Returns what to do where nothing on the map speaks of an idea's moving it."""
    every = [
        each
        for placed_step in steps
        for each in placed_step.pains
        if any(_may_explain(placed_step, each, miss) for miss in bare)
    ]
    pains = [each for each in every if each.pain.severity != _SLIGHT]
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
    held = "find out what holds it back, and record it as a pain if none on the map is that"
    return f"{none}; {held}" if steps else none


def _may_explain(placed_step: PlacedStep, pain: PlacedPain, miss: Miss) -> bool:
    """Tells whether a pain stands where a metric is read, or it or its step has a word of it."""
    if miss.route[:-2] == placed_step.route:
        return True
    return share_a_word(miss.metric.label, f"{pain.label} {placed_step.label}")
