"""JM701."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.contact import is_anywhere_served
from journeymap.analysis.evidence import is_counted
from journeymap.analysis.houses import is_outside
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Most,
    PlacedStage,
    PlacedStep,
    Related,
    Severity,
    few,
    rule,
)
from journeymap.linter.rules.completeness._shared import stage_name
from journeymap.linter.rules.measurement._readings import of_stage

_ONLY_SHARES = " (only shares of those who leave or go on are counted there)"


def _asked(context: Context) -> Sequence[PlacedStage]:
    return context.journey_map.stages_with_steps


_MOST = Most(
    said="{number} stages have no metric: {names}",
    of_all="nothing is measured in any stage",
    asked=_asked,
)


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells most of the map at the map, else several in one at the first of them."""
    severity = None if any(each.severity is None for each in findings) else Severity.NOTE
    told = list(_MOST(findings, context))
    if len(told) == 1:
        said, counted = told[0].message, _counted(findings)
        if counted and len(findings) > 1:
            said = said.replace(_MOST.of_all, "no stage has a metric") + counted
        yield replace(told[0], message=said, severity=severity)
        return
    total, routes = len(_asked(context)), tuple(each.route for each in told)
    known = {*routes}
    names = few([stage_name(each) for each in _asked(context) if each.route in known])
    yield replace(
        told[0],
        message=f"{len(told)} of {total} stages have no metric: {names}{_counted(told)}",
        related=tuple(Related(route=each, message="nor this one") for each in routes[1:]),
        stands_for=routes,
        severity=severity,
    )


def _counted(findings: Sequence[Finding]) -> str:
    """Returns that shares are counted in all of several stages, or in some; else nothing."""
    counted = [_ONLY_SHARES in each.message for each in findings]
    if all(counted):
        return _ONLY_SHARES
    return _ONLY_SHARES.replace(" there", " in some of them") if any(counted) else ""


@rule(
    "JM701",
    "unmeasured-stage",
    severity="warning",
    from_status="published",
    basis="practitioner",
    gathers=_together,
)
def unmeasured_stage(stage: PlacedStage, context: Context) -> Iterator[Finding]:
    """A stage has no metric, neither of its own nor at one of its steps.

    ## Why it matters

    Where nothing is measured nobody can tell whether an improvement improved anything, and the
    stage drops out of every report that has numbers in it. One figure a stage is enough, and it
    need not have a value yet. A reading at the top of a map belongs to no stage. Shares of those
    who leave or go on that are measured (`method: quantitative`, analytics, records) are figures,
    too, where each step of a stage has one; at some steps they tell nothing of the others, which is
    a note. So is a stage in which nobody serves, where others do. A stage that is owned by an
    outside organisation is measured by others.

    ## Basis

    Practitioner: every activity of a map is given a metric (Tarnawska, Customer Journey w służbie
    zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Health plan, first year
    metrics: [{id: renewal, name: Members who renew}]
    stages:
      - {name: Joining, steps: [Enrols online], metrics: renewal}
      - name: First thirty days  # <- here
        steps: [Gets the card, Gets a welcome call]
      - {name: Staying, steps: [{action: Renews, metrics: renewal}]}
    ```

    ## Good

    ```yaml
    title: Health plan, first year
    metrics: [Members who renew, Satisfied after 30 days]
    stages:
      - {name: Joining, steps: [Enrols online], metrics: Members who renew}
      - name: First thirty days
        steps: [Gets the card, {action: Gets a call, metrics: Satisfied after 30 days}]
    ```
    """
    journey_map = context.journey_map
    steps = journey_map.steps_of(stage)
    if not steps or _is_measured(journey_map, stage) or is_outside(journey_map, stage.stage.owner):
        return
    counted = [is_counted(journey_map, placed_step) for placed_step in steps]
    if all(counted):
        return
    single = len(_asked(context)) == 1
    bare = "nothing is measured" if not any(counted) else "nothing has a metric"
    yield Finding(
        message=(bare if single else f'"{stage_name(stage)}" has no metric')
        + (_ONLY_SHARES if any(counted) else ""),
        help="add metrics: to the stage or to a step of it, with or without a value yet",
        route=stage.route,
        severity=Severity.NOTE if any(counted) else _severity(steps, journey_map),
        missing="metrics",
    )


def _is_measured(journey_map: JourneyMap, stage: PlacedStage) -> bool:
    """Tells whether a metric is read of a stage or at one of its steps, with or without a value."""
    steps = journey_map.steps_of(stage)
    return bool(of_stage(journey_map, stage)) or any(each.step.metrics for each in steps)


def _severity(steps: Sequence[PlacedStep], journey_map: JourneyMap) -> Severity | None:
    """Returns a note for a stage in which nobody serves, where others do: none may measure it."""
    served = journey_map.once(is_anywhere_served)
    return Severity.NOTE if served and not any(map(journey_map.serving, steps)) else None
