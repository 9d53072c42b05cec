"""JM216."""

from collections.abc import Iterator, Sequence

from journeymap.authoring import Context, Finding, JourneyMap, Option, counted, rule
from journeymap.linter.rules.completeness._shared import stage_name

MOST_OFFSTAGE = Option(
    name="share",
    default=0.5,
    meaning="from this share of offstage steps on, the map as a whole is told of",
    most=1,
)


def _by_part(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells of the map where the persona misses so much of it, else of stages that she misses."""
    absent = {finding.route for finding in findings}
    every = len(context.journey_map.steps)
    if _is_most(len(absent), context):
        message = f"the persona is offstage in {len(absent)} of {counted(every, 'step')}"
        yield Finding(message=message, help=findings[0].help)
        return
    for stage in context.journey_map.stages:
        steps = context.journey_map.steps_of(stage)
        if steps and all(placed_step.route in absent for placed_step in steps):
            message = f'the persona is offstage for the whole of "{stage_name(stage)}"'
            routes = tuple(placed_step.route for placed_step in steps)
            help_ = findings[0].help
            yield Finding(message=message, help=help_, route=stage.route, stands_for=routes)


def _is_most(offstage: int, context: Context) -> bool:
    return offstage >= context.option(MOST_OFFSTAGE) * len(context.journey_map.steps)


@rule(
    "JM216",
    "absent-persona",
    severity="warning",
    from_status="review",
    basis="house",
    gathers=_by_part,
    options=(MOST_OFFSTAGE,),
)
def absent_persona(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The persona is offstage for a whole stage, or for half of the map.

    ## Why it matters

    Where the persona takes no part, the map has turned into a process chart of the organisation.
    She lives through that time as well: she waits, worries, asks around, or is told something.
    What is done for her out of her sight fits under `backstage` of the step that she does live.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Biopsy
    stages:
      - name: Visit
        steps: [Has the sample taken, Asks how long it takes]
      - name: Laboratory  # <- here
        steps: [{action: Pathologist reads the sample, offstage: true}]
      - name: Result
        steps: [Is called by the doctor]
    ```

    ## Good

    ```yaml
    title: Biopsy
    stages:
      - name: Visit
        steps: [Has the sample taken, Asks how long it takes]
      - name: Waiting
        steps: [{action: Waits for the call, backstage: Pathologist reads the sample}]
      - name: Result
        steps: [Is called by the doctor]
    ```
    """
    offstage = [placed_step for placed_step in journey_map.steps if placed_step.step.offstage]
    most = _is_most(len(offstage), context)
    for placed_step in offstage:
        if most or all(step.offstage for step in placed_step.stage.stage.steps):
            yield Finding(
                message=f'the persona is offstage at "{placed_step.label}"',
                help="say what the persona does meanwhile, and move the work out of sight to "
                "backstage:",
                route=placed_step.route,
            )
