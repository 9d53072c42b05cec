"""JM117."""

from collections.abc import Iterator

from journeymap.analysis.beside import named
from journeymap.authoring import Context, Finding, Mark, Namespace, PlacedStep, rule
from journeymap.model.ids import BEFORE
from journeymap.model.step import Step


@rule("JM117", "impossible-timing", severity="error", from_status="draft")
def impossible_timing(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step runs beside, or is due after, what cannot be.

    ## Why it matters

    `meanwhile` says that a step runs beside an earlier one and the wait after it: the longer of
    both counts, and the main line goes on from the earlier step. So the first step runs beside
    nothing, none runs beside itself or a later one, and what follows (a wait, ways, leaks) stands
    at the step of the main line; where that has a wait of its own, how long the step beside it
    lasts is its `duration`. `within` counts from a step before: the first step has none, and
    a step that leads here only later is none.

    ## Bad

    ```yaml
    title: Blood test
    steps:
      - action: Has blood taken
        meanwhile: true  # <- here
      - action: Keeps a diary
        meanwhile: gets-results  # <- here
      - action: Gets results
        within: {time: 1 week, after: sees-the-doctor}  # <- here
      - action: Sees the doctor
    ```

    ## Good

    ```yaml
    title: Blood test
    steps:
      - action: Has blood taken
        wait: 4 days
      - action: Keeps a diary
        meanwhile: true
      - action: Gets results
        within: {time: 1 week, after: has-blood-taken}
      - action: Sees the doctor
    ```
    """
    if placed_step.step.meanwhile:
        yield from _beside(placed_step, context)
    if placed_step.step.within:
        yield from _due(placed_step, context)


def _beside(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    step, other = placed_step.step, named(context.journey_map, placed_step)
    if other is None and step.meanwhile == BEFORE:
        message = f'"{placed_step.label}" is the first step, and runs beside none'
        yield _finding(placed_step, "meanwhile", message, "take `meanwhile` away")
    elif other and other.position >= placed_step.position:
        what = (
            "itself" if other.position == placed_step.position else f'"{other.label}", a later one'
        )
        message = f'"{placed_step.label}" cannot run beside {what}'
        help_ = "name an earlier step, or write `meanwhile` at the later of the two"
        yield _finding(placed_step, "meanwhile", message, help_)
    elif other:
        said = {"wait": step.wait or step.waits, "next": step.next, "leaks": step.leaks}
        for field in (name for name, value in said.items() if value):
            message = (
                f'"{placed_step.label}" runs beside "{other.label}", '
                f"so it has no `{field}` of its own"
            )
            yield _finding(placed_step, field, message, _instead(field, step, other))


def _instead(field: str, step: Step, other: PlacedStep) -> str:
    """Returns where to write what a step beside another one cannot have."""
    beside = other.step
    if field != "wait" or not (beside.wait or beside.waits):
        return f'write `{field}` at "{other.label}"'
    own = f'"{other.label}" has its own wait: '
    if step.duration or step.wait is None:
        return f"{own}count this one in `duration` here, if it lasts so long"
    return f"{own}write `duration: {step.wait.time.written}` here, if it lasts so long"


def _due(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    within, journey_map = placed_step.step.within, context.journey_map
    if within is None:
        return
    if not within.after:
        if not placed_step.position:
            message = f'"{placed_step.label}" is the first step, so nothing comes before it'
            yield _finding(placed_step, "within", message, "take `within` away")
        return
    after = journey_map.resolve(within.after, Namespace.STEP, placed_step.route)
    due = {each.step.position for each in context.analysis.deadlines}
    if after and placed_step.position not in due:
        is_own = after.item.position == placed_step.position
        what = "itself" if is_own else f'"{after.label}", from which no way leads here'
        message = f'"{placed_step.label}" cannot be due after {what}'
        yield _finding(placed_step, "within", message, "name a step that comes before it")


def _finding(placed_step: PlacedStep, field: str, message: str, help_: str) -> Finding:
    return Finding(message=message, help=help_, route=(*placed_step.route, field), mark=Mark.VALUE)
