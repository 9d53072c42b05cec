"""JM216."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Option, rule
from journeymap.linter.rules.completeness._shared import stage_name

MOST_OFFSTAGE = Option(
    name="share",
    default=0.5,
    meaning="from this share of offstage steps on, the map as a whole is told of",
    most=1,
)


@rule(
    "JM216",
    "absent-persona",
    severity="warning",
    from_status="review",
    basis="house",
    options=(MOST_OFFSTAGE,),
)
def absent_persona(visited: JourneyMap, context: Context) -> Iterator[Finding]:
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
    steps = visited.steps
    offstage = sum(placed.step.offstage for placed in steps)
    help_ = "say what the persona does meanwhile, and move the work out of sight to backstage:"
    if offstage and offstage >= context.option(MOST_OFFSTAGE) * len(steps):
        message = f"the persona is offstage in {offstage} of {len(steps)} steps"
        yield Finding(message=message, help=help_)
        return
    for stage in visited.stages:
        if stage.stage.steps and all(step.offstage for step in stage.stage.steps):
            message = f'the persona is offstage for the whole of "{stage_name(stage)}"'
            yield Finding(message=message, help=help_, route=stage.route)
