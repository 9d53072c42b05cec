"""JM225."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Need,
    PlacedStep,
    one_by_one,
    rule,
)
from journeymap.linter.rules.completeness._shared import stage_name
from journeymap.model.frameworks import VALUE_CHAIN, Framework, FrameworkStage
from journeymap.model.scalars import Dialect


def _has_asks(context: Context) -> bool:
    framework = context.journey_map.framework
    return bool(framework and any(stage.asks for stage in framework.stages))


@rule(
    "JM225",
    "stage-unfulfilled",
    severity="note",
    from_status="published",
    basis="practitioner",
    needs=(Need(what="a framework whose stages ask for something", is_there=_has_asks),),
)
def stage_unfulfilled(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A stage is called like one of the framework, and does not do what that one is about.

    ## Why it matters

    A stage called "Engage" engages nobody by its name. The value chain says what each level is
    about: *communicate* tells what is not covered, too, *interact* asks what the customer prefers
    (`gives`), *engage* puts it to use (`reuses`, `confirms`), *collaborate* is prepared or followed
    up and takes the family in, *innovate* has an idea from customers (`from: customer`). One step
    will do. A stage without steps, or that is not there, is told elsewhere. Words are looked for in
    English, Spanish and Polish: where a step says it in others, `note` can say it again.

    A framework of your own says what its stages ask for under `asks`, in the conditions of own
    rules.

    ## Basis

    Practitioner: the five stages and what belongs to each (Digital Strategy Yoga, How to move the
    healthcare customer higher in the value chain).

    ## Bad

    ```yaml
    title: Health plan
    framework: value-chain
    stages:
      - {name: Communicate, steps: [{action: Hears of the plan, gets: [price, exclusions]}]}
      - {name: Engage, steps: [Is called by a nurse]}  # <- here
    ```

    ## Good

    ```yaml
    title: Health plan
    framework: value-chain
    stages:
      - {name: Communicate, steps: [{action: Hears of the plan, gets: [price, exclusions]}]}
      - {name: Engage, steps: [{action: Is called by a nurse, reuses: language}]}
    ```
    """
    framework = journey_map.framework
    if framework:
        yield from one_by_one(_of_stage(framework, stage, context) for stage in framework.stages)


def _of_stage(framework: Framework, stage: FrameworkStage, context: Context) -> Iterator[Finding]:
    from journeymap.linter.yaml_rules.operators import World
    from journeymap.linter.yaml_rules.stage_asks import is_fulfilled

    journey_map = context.journey_map
    steps = _steps(framework, stage, journey_map) if stage.asks else ()
    if not steps:
        return
    world = World(journey_map=journey_map, today=context.today)
    dialect = Dialect(feelings=context.configuration.dialect_feelings())
    lacking = [ask for ask in stage.asks if not is_fulfilled(ask, steps, world, dialect)]
    if lacking:
        label = stage.label(journey_map.journey.language)
        own = stage in journey_map.aligned(steps[0].stage)
        where = stage_name(steps[0].stage) if own else steps[0].label
        asked = "" if where == label else f' of "{label}"'
        yield Finding(
            message=f'no step of "{where}" {", or ".join(ask.what for ask in lacking)}: '
            f'"{framework.id}" asks that{asked}',
            help="; ".join(ask.help for ask in lacking if ask.help)
            or "add the step that does, or ask why there is none",
            route=steps[0].stage.route if own else steps[0].route,
        )


def _steps(
    framework: Framework, stage: FrameworkStage, journey_map: JourneyMap
) -> tuple[PlacedStep, ...]:
    """Returns the steps that stand for a stage: on the value chain those of their own level."""

    def stands(placed_step: PlacedStep) -> bool:
        level = placed_step.step.engagement if framework.id == VALUE_CHAIN.id else None
        return level == stage.id if level else stage in journey_map.aligned(placed_step.stage)

    return tuple(filter(stands, journey_map.steps))
