"""JM209."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from journeymap.authoring import Context, Finding, JourneyMap, PlacedStage, Related, quoted, rule
from journeymap.linter.rules.completeness._shared import stage_name
from journeymap.model.frameworks import Framework, FrameworkStage

Pair = tuple[PlacedStage, Sequence[FrameworkStage]]
"""A stage and the framework stages that it stands for."""


@rule("JM209", "stage-order", severity="note", from_status="review", basis="house")
def stage_order(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Stages follow one another against the order of the framework.

    ## Why it matters

    Either the stages are in the wrong order, or one aligns with the wrong stage of the framework,
    or people are really sent back there: then it is worth telling. Where a hand-off leads into the
    later stage from one before, as from a hospital to the doctor at home, nobody asks. In a
    framework that is a cycle, going on from its last stage, or to its first, is no step back.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Type 2 diabetes
    framework: care-pathway
    stages:
      - {name: First symptoms, steps: [Feels thirsty]}
      - {name: Treatment, steps: [Gets tablets]}
      - {name: Diagnosis, steps: [Hears the result of the blood test]}  # <- here
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    framework: care-pathway
    stages:
      - {name: First symptoms, steps: [Feels thirsty]}
      - {name: Diagnosis, steps: [Hears the result of the blood test]}
      - {name: Treatment, steps: [Gets tablets]}
    ```
    """
    framework = journey_map.framework
    if framework is None:
        return
    pairs: list[Pair] = [(stage, journey_map.aligned(stage)) for stage in journey_map.stages]
    for former, latter in pairwise(pair for pair in pairs if pair[1]):
        goes_back = _goes_back(framework, former[1], latter[1])
        if goes_back and not _is_sent(latter[0], context):
            yield _told(former, latter, framework, journey_map.journey.language)


def _goes_back(
    framework: Framework, former: Sequence[FrameworkStage], latter: Sequence[FrameworkStage]
) -> bool:
    order = list(framework.stages)
    first, last = min(map(order.index, former)), max(map(order.index, former))
    lowest, highest = min(map(order.index, latter)), max(map(order.index, latter))
    goes_round = framework.cycle and (last == len(order) - 1 or lowest == 0)
    return highest < first and not goes_round


def _is_sent(stage: PlacedStage, context: Context) -> bool:
    """Tells whether a hand-off from a stage before says that people come there in this order."""
    journey_map, at = context.journey_map, stage.position
    there = {journey_map.serving(each) for each in journey_map.steps if each.stage.position == at}
    return any(
        each.entry is not None and each.step.stage.position < at and each.taker in there
        for each in context.analysis.transfers
    )


def _told(former: Pair, latter: Pair, framework: Framework, language: str | None) -> Finding:
    names = [quoted([stage.label(language) for stage in pair[1]]) for pair in (latter, former)]
    return Finding(
        message=f'"{stage_name(latter[0])}" comes after "{stage_name(former[0])}", '
        f'but in "{framework.id}" {names[0]} comes before {names[1]}',
        help="reorder the stages or correct aligns; where people really go back, leave it",
        route=latter[0].route,
        related=(Related(route=former[0].route, message="the stage before it"),),
    )
