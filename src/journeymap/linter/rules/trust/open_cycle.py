"""JM502."""

import re
from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Need, PlacedStage, rule
from journeymap.linter.rules.completeness._shared import stage_name
from journeymap.model.frameworks import Framework
from journeymap.quick_pattern import pattern

_ENDS = pattern(
    r"\b(?:to|until|till|ends?|ending|hasta|termina|acaba|do|aż|kończy)\b", re.IGNORECASE
)
"""What in a scope says that it draws a line behind something."""


def _is_cycle(context: Context) -> bool:
    framework = context.journey_map.framework
    return bool(framework and framework.cycle and framework.stages)


@rule(
    "JM502",
    "open-cycle",
    severity="warning",
    from_status="review",
    basis="practitioner",
    needs=(Need(what="a framework that is a cycle", is_there=_is_cycle),),
)
def open_cycle(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A cycle has no last stage, or no way leads from there back to the first one.

    ## Why it matters

    A cycle framework holds that the end of one round is the beginning of the next: who recommends
    the service wakes a need, her own or a friend's. A map that stops before has no answer to what
    brings people back. A way in `next` from the last stage to the first closes the circle; a map
    that says `ends: true`, or in `scope` up to where it goes, is not asked.

    ## Basis

    Practitioner: nobody should leave the circle; the customer becomes an advocate (Schmidt & Wilde,
    How to reveal key leverage points in customer journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Hearing aid
    framework: customer-lifecycle
    stages:
      - {name: Need, steps: [Understands no one in the pub]}
      - {name: Use, steps: [Wears it every day]}
      - {name: Recommendation, steps: [Tells a friend]}  # <- here
    ```

    ## Good

    ```yaml
    title: Hearing aid
    framework: customer-lifecycle
    stages:
      - {name: Need, steps: [{id: need, action: Understands no one in the pub}]}
      - {name: Use, steps: [Wears it every day]}
      - name: Recommendation
        steps: [{action: Tells a friend, next: {to: need, share: 30 %}}]
    ```
    """
    framework = journey_map.framework
    if framework is None or journey_map.journey.ends or not journey_map.steps:
        return
    if _ENDS.search(journey_map.journey.scope or ""):
        return
    last = [
        stage for stage in journey_map.stages if framework.stages[-1] in journey_map.aligned(stage)
    ]
    if not last:
        yield from _missing(journey_map, framework)
    elif not _is_renewed(context):
        yield _open(journey_map, framework, last[-1])


def _is_renewed(context: Context) -> bool:
    """Tells whether a way closes the circle, or one that cannot be read may do so."""
    exits = context.analysis.ways.exits
    return any(each.dangling or any(way.renewed for way in each.ways) for each in exits)


def _missing(journey_map: JourneyMap, framework: Framework) -> Iterator[Finding]:
    """Gives a finding where stages stand for some of the framework, and none for the last."""
    if not any(journey_map.aligned(stage) for stage in journey_map.stages):
        return
    first, last = (_label(journey_map, framework, end) for end in (0, -1))
    yield Finding(
        message=f'no stage stands for "{last}", so that nothing leads back to "{first}": '
        f'the circle of "{framework.id}" stays open',
        help=f'add a stage for "{last}", with a way back in next:, or say ends: true',
        route=("framework",),
        mark=Mark.VALUE,
    )


def _open(journey_map: JourneyMap, framework: Framework, stage: PlacedStage) -> Finding:
    first = next(
        (each for each in journey_map.stages if framework.stages[0] in journey_map.aligned(each)),
        journey_map.stages[0],
    )
    steps = journey_map.steps_of(first) or journey_map.steps
    return Finding(
        message=f'no way leads from "{stage_name(stage)}" back to "{stage_name(first)}": '
        f'the circle of "{framework.id}" stays open',
        help=f"add next: {{to: {steps[0].id}, share: …}} to a step there, or say ends: true",
        route=stage.route,
    )


def _label(journey_map: JourneyMap, framework: Framework, end: int) -> str:
    return framework.stages[end].label(journey_map.journey.language)
