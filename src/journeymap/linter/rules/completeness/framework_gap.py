"""JM208."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Namespace, quoted, rule
from journeymap.linter.rules.completeness._shared import covered
from journeymap.model.frameworks import Framework, FrameworkStage


@rule("JM208", "framework-gap", severity="warning", from_status="review", basis="house")
def framework_gap(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map leaves out a stage of the framework that it is held against.

    ## Why it matters

    A framework is a checklist: a stage that no stage of yours stands for has been forgotten, lies
    outside of the scope, or goes by another name. The last is said with `aligns`; a stage that is
    named like one of the framework's, in any of its languages, needs none. On the value chain a
    step's `engagement` counts as well, and a stage's `phase` before, during and after. The last
    stage of a cycle is asked for by `open-cycle`.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Type 2 diabetes
    framework: care-pathway  # <- here
    stages:
      - {name: First symptoms, steps: [Feels thirsty]}
      - {name: Primary care, steps: [Has her blood tested]}
      - {name: Clinic, aligns: [specialty-care, diagnosis], steps: [Hears the diagnosis]}
      - {name: Treatment, steps: [Learns to measure]}
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    framework: care-pathway
    stages:
      - {name: First symptoms, steps: [Feels thirsty]}
      - {name: Primary care, steps: [Has her blood tested]}
      - {name: Clinic, aligns: [specialty-care, diagnosis], steps: [Hears the diagnosis]}
      - {name: Treatment, steps: [Learns to measure]}
      - {name: Check-ups, aligns: follow-up, steps: [Comes back after a year]}
    ```
    """
    framework = journey_map.framework
    if framework is None or not journey_map.journey.stages or _is_unsure(journey_map):
        return
    known = covered(journey_map, framework)
    names = [
        stage.label(journey_map.journey.language)
        for stage in _asked(journey_map, framework)
        if stage.id not in known
    ]
    if names:
        yield Finding(
            message=f'no stage stands for {quoted(names)} of "{framework.id}"'
            if known
            else f'no stage stands for any stage of "{framework.id}"',
            help="add what happens there, or say with aligns: which of your stages stands for it",
            route=("framework",),
            mark=Mark.VALUE,
        )


def _asked(journey_map: JourneyMap, framework: Framework) -> tuple[FrameworkStage, ...]:
    """Returns the stages that are asked for: of a circle all but the last, which closes it."""
    circle = framework.cycle and not journey_map.journey.ends
    return framework.stages[:-1] if circle else framework.stages


def _is_unsure(journey_map: JourneyMap) -> bool:
    """Tells whether a stage aligns with something unknown, which is told of by itself."""
    aligned = (each for each in journey_map.references if each.to is Namespace.FRAMEWORK_STAGE)
    return not all(each.meanings for each in aligned)
