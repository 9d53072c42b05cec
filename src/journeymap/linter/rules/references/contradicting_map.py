"""JM119."""

from collections.abc import Iterator

from journeymap.analysis.sub_journeys import held_against
from journeymap.authoring import Analysis, Context, Finding, Mark, PlacedStep, Related, rule
from journeymap.words.sub_journeys import sentence


@rule("JM119", "contradicting-map", severity="warning", from_status="draft", basis="house")
def contradicting_map(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step and the map that it leads to say otherwise.

    ## Why it matters

    `journey` says that a step has a map of its own: both tell of the same, once in a line and once
    at length. Where they say otherwise, one of them is out of date, or the map is of something
    else, and whoever plans by one is wrong by the other. What one of them does not say contradicts
    nothing, nor does a share that is assumed.

    ## Basis

    House: a time that is one and a half times the other (of the step with its wait), shares of
    those who leave that differ by five in a hundred, feelings of one persona at least one point to
    either side of neutral, people at the step whom no step of its map names.

    ## Bad

    ```yaml clinic.journey.yaml
    title: Clinic
    steps:
      - action: Is examined
        duration: 20 min
        journey: examination.journey.yaml  # <- here
    ```

    ```yaml examination.journey.yaml
    title: The examination
    steps: [{action: Undresses, duration: 1 h}, {action: Is seen, duration: 3 h}]
    ```

    ## Good

    ```yaml clinic.journey.yaml
    title: Clinic
    steps: [{action: Is examined, duration: 4 h, journey: examination.journey.yaml}]
    ```

    ```yaml examination.journey.yaml
    title: The examination
    steps: [{action: Undresses, duration: 1 h}, {action: Is seen, duration: 3 h}]
    ```
    """
    route = (*placed_step.route, "journey")
    for link in context.file.links:
        other = context.workspace.files.get(link.target) if link.target else None
        if link.route != route or other is None or other.journey_map is None:
            continue
        inner = Analysis(journey_map=other.journey_map)
        for found in held_against(context.analysis, placed_step, inner):
            yield Finding(
                message=f'"{placed_step.label}" contradicts {other.shown}: {sentence(found)}',
                help="mend the one that is wrong, or name the map that is of this step",
                route=route,
                mark=Mark.VALUE,
                related=(
                    Related(route=("title",), message="the map of the step", path=other.shown),
                ),
            )
