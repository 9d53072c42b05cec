"""JM211."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Option, Severity, counted, rule

MOST_STEPS = Option(
    name="steps", default=30, meaning="a map of more steps is told to split", least=1
)
MOST_STAGES = Option(
    name="stages", default=12, meaning="a map of more stages is told to split", least=1
)


@rule(
    "JM211",
    "oversized-map",
    severity="note",
    from_status="review",
    basis="practitioner",
    options=(MOST_STEPS, MOST_STAGES),
)
def oversized_map(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map has more than 30 steps or 12 stages.

    ## Why it matters

    Nobody reads a journey of fifty steps, and no slide holds it. Keep the whole way in few steps,
    and give a part that needs detail a map of its own: a step names it with `journey`.

    Where hundreds of steps lead to one another wherever they are, the flow through the map is not
    computed: who completes it and who is lost where stay unknown, and that is a warning.

    ## Basis

    Practitioner: a map of the whole way leaves out detail, a detailed one covers less ground
    (Kalbach, Mapping Experiences, O'Reilly, 2016). Where the line is drawn is ours.

    ## Bad

    ```yaml
    title: Knee replacement  # <- here
    stages:
      {Pain: Limps, Family doctor: Asks, X-ray: Waits, Surgeon: Decides, Costs: Signs,
       Tests: Fasts, Packing: Packs, Admission: Arrives, Operation: Sleeps, Ward: Wakes,
       First steps: Walks, Discharge: Goes home, Exercises: Trains}
    ```

    ## Good

    ```yaml
    title: Knee replacement
    stages:
      {Pain: Limps, Decision: [Asks her doctor, Sees the surgeon], Preparation: Has tests,
       Operation: [Arrives, Wakes, Walks], Rehabilitation: Trains}
    ```
    """
    if context.analysis.is_tangled:
        yield Finding(
            message="the ways of the map cross too often for a flow to be computed",
            help="give parts of it maps of their own, or leave out ways that hardly anybody takes",
            severity=Severity.WARNING,
        )
    steps, stages = len(journey_map.steps), len(journey_map.stages)
    if steps > (most := context.option(MOST_STEPS)):
        size = counted(steps, "step")
    elif stages > (most := context.option(MOST_STAGES)):
        size = counted(stages, "stage")
    else:
        return
    yield Finding(
        message=f"the map has {size}; more than {most} can hardly be read as one journey",
        help="give a part of it a map of its own, and name that file with journey: at one step",
    )
