"""JM901."""

from collections.abc import Iterator
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Driver, Point
from journeymap.analysis.why import sentence
from journeymap.findings import Finding, Related, Severity
from journeymap.lint.options import Option
from journeymap.lint.rule import Basis, Context, rule
from journeymap.model.journey import State, Status
from journeymap.model.map import JourneyMap

MOST = Option(
    name="points", default=5, meaning="so many steps of the highest pressure are told of at most"
)
PRESSING = Option(
    name="pressure",
    default=30.0,
    meaning="steps of this pressure (of 100), or more, are told of",
    most=100,
)
_FELT = frozenset({Driver.LOW_EMOTION, Driver.MEMORY})
"""What the emotion curve shows by itself."""


@rule(
    "JM901",
    "leverage-point",
    severity=Severity.NOTE,
    since=Status.REVIEW,
    basis=Basis.HOUSE,
    subsumes=(
        "unmet-expectation",
        "incomplete-handoff",
        "asked-twice",
        "forced-channel-switch",
        "repeat-visit",
        "leak",
        "long-wait",
    ),
    options=(MOST, PRESSING),
)
def leverage_point(visited: JourneyMap, context: Context) -> Iterator[Finding]:
    """A step at which a change pays most.

    ## Why it matters

    Nobody can mend everything. Pressure adds up what asks for a change at a step: needs that are
    unmet, expectations not met, low feelings, hazards, people lost, papers not carried, effort.
    The five steps of the highest pressure are told, from 30 of 100 on, where more than a feeling
    presses: why, what closing the leaks would bring, and which idea is recorded. A finding stands
    for what other rules say of the step, and weighs as much as the heaviest of them.

    ## Basis

    House: the drivers have sources of their own, their weights are ours and can be set.

    ## Bad

    ```yaml
    title: Type 2 diabetes
    steps:
      - {action: Sees her GP, importance: 4, perceived: 4, emotion: pleased}
      - action: Is referred to a specialist  # <- here
        importance: 5
        expected: 4
        perceived: 2
        emotion: frustrated
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    steps:
      - {action: Sees her GP, importance: 4, perceived: 4, emotion: pleased}
      - action: Is referred to a specialist
        importance: 5
        expected: 4
        perceived: 4
        emotion: neutral
    ```
    """
    if visited.journey.state is State.DESIRED:
        return
    least = context.option(PRESSING)
    points = context.analysis.leverage[: context.option(MOST)]
    found = [point for point in points if point.pressure >= least and _has_facts(point)]
    english = _in_english(context.analysis) if found else context.analysis
    for point in found:
        yield _finding(point, english)


def _has_facts(point: Point) -> bool:
    return any(points > 0 for driver, points in point.contributions.items() if driver not in _FELT)


def _in_english(analysis: Analysis) -> Analysis:
    """Returns the same analysis for a map in English: a finding mixes no languages of ours."""
    if (analysis.map.journey.language or "en") == "en":
        return analysis
    journey = analysis.map.journey.model_copy(update={"language": None})
    return replace(analysis, map=replace(analysis.map, journey=journey))


def _finding(point: Point, analysis: Analysis) -> Finding:
    flow, best = analysis.flow, point.best
    gain = round(100 * flow.steps[point.step.position].gain) if flow else 0
    parts = [sentence(analysis, point.step, point.drives, point.contributions)]
    if gain:
        parts.append(f"if nobody left here, {gain} more of 100 would complete the journey")
    if best:
        parts.append(f'"{best.opportunity.text}" is recorded')
    on = ", on assumed figures" if point.assumed else ""
    return Finding(
        code="JM901",
        message=f'"{point.step.label}" is leverage point {point.rank} '
        f"(pressure {point.pressure:.0f} of 100{on}): {'; '.join(parts)}",
        help="drive what is recorded here before anything else"
        if best
        else "look for an opportunity here first, and give it impact and effort",
        route=point.step.route,
        related=(Related(route=best.route, message="what is recorded"),) if best else (),
    )
