"""JM207."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Phase, listed, quoted, rule
from journeymap.linter.rules.completeness._shared import stage_name
from journeymap.model.frameworks import BEFORE_DURING_AFTER


@rule("JM207", "uncovered-phase", severity="warning", from_status="review", basis="practitioner")
def uncovered_phase(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """No stage lies before, during or after the use of the service.

    ## Why it matters

    What the persona goes through before she comes decides whether she comes, and what happens
    afterwards whether she returns. Teams map the part that they run and forget the rest. A map
    that declares no phases is not held to them, nor one that says in `scope` where it begins and
    ends: its team drew the line.

    ## Basis

    Practitioner: map what patients do before, during and after they use the service (Tarnawska,
    Customer Journey w służbie zdrowia, Socjomania, 2021); understand the whole problem of which
    the service is a part (GOV.UK Service Manual, Map and understand a user's whole problem).

    ## Bad

    ```yaml
    title: Day surgery  # <- here
    stages:
      - {name: Referral, phase: before, steps: [Waits for a date]}
      - {name: Operation, phase: during, steps: [Wakes in the ward]}
    ```

    ## Good

    ```yaml
    title: Day surgery
    stages:
      - {name: Referral, phase: before, steps: [Waits for a date]}
      - {name: Operation, phase: during, steps: [Wakes in the ward]}
      - {name: At home, phase: after, steps: [Changes the dressing alone]}
    ```
    """
    # Of a map held against before, during, after the same is told as a gap in that framework.
    if journey_map.framework == BEFORE_DURING_AFTER or journey_map.journey.scope:
        return
    covered = {stage.stage.phase for stage in journey_map.stages if stage.stage.phase}
    missing = [phase.value for phase in Phase if phase not in covered]
    if not covered or not missing:
        return
    silent = [stage_name(stage) for stage in journey_map.stages if not stage.stage.phase]
    yield Finding(
        message=f"no stage lies {listed(missing, 'or')} the use of the service",
        help=f"add phase: to {quoted(silent)}, or a stage for what is missing"
        if silent
        else f"add a stage for what the persona does {listed(missing)} it",
    )
