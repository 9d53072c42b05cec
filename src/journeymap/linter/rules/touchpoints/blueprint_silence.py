"""JM408."""

from collections.abc import Callable, Iterator, Sequence

from journeymap.analysis.contact import is_known_there
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Option,
    PlacedStep,
    Related,
    at_a_step,
    counted,
    few,
    rule,
)
from journeymap.linter.rules.touchpoints._shared import SERVED

IN_A_ROW = Option(
    name="steps",
    default=3,
    meaning="so many served steps in a row of which nobody says what the service does are told of",
    least=1,
)


def _rows(
    context: Context, is_silent: Callable[[PlacedStep], bool]
) -> Iterator[Sequence[PlacedStep]]:
    """Walks the served steps one after another of which nothing is known, where there are as many.

    A step between that nobody serves is passed over, unless something is known of it.
    """
    row: list[PlacedStep] = []
    for placed_step in context.journey_map.steps:
        served = context.journey_map.serving(placed_step) is not None
        if served and is_silent(placed_step):
            row.append(placed_step)
        elif served or is_known_there(placed_step):
            if len(row) >= context.option(IN_A_ROW):
                yield row
            row = []
    if len(row) >= context.option(IN_A_ROW):
        yield row


def _by_row(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    routes = {finding.route for finding in findings}
    return map(_finding, _rows(context, lambda placed_step: placed_step.route in routes))


@rule(
    "JM408",
    "blueprint-silence",
    severity="note",
    from_status="published",
    basis="practitioner",
    gathers=_by_row,
    options=(IN_A_ROW,),
    needs=(
        at_a_step(
            "work behind the scenes (backstage)", lambda placed_step: placed_step.step.backstage
        ),
        SERVED,
    ),
)
def blueprint_silence(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map shows work behind the scenes, and says nothing of it at three served steps in a row.

    ## Why it matters

    `backstage` makes a map the blueprint of a service: who does what, out of sight, so that the
    step can happen. A stretch without any was mostly nobody's to tell in the workshop, and that is
    where causes stay hidden. A step that names its `systems`, or what people of the service do in
    sight (`frontstage`), is told of; steps between that nobody serves are passed over, unless they
    tell.

    ## Basis

    Practitioner: a blueprint ties what customers do to what goes on backstage (Bitner, Ostrom &
    Morgan, Service blueprinting, California Management Review, 2008).

    ## Bad

    ```yaml
    title: Dental clinic
    stakeholders: {id: clinic, name: Clinic, kind: organisation}
    steps:
      - {action: Books, with: clinic, backstage: The desk looks up free hours}
      - {action: Arrives, with: clinic}  # <- here
      - {action: Is examined, with: clinic}
      - {action: Pays, with: clinic}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    stakeholders: {id: clinic, name: Clinic, kind: organisation}
    steps:
      - {action: Books, with: clinic, backstage: The desk looks up free hours}
      - {action: Arrives, with: clinic}
      - {action: Is examined, with: clinic, backstage: A nurse lays out the instruments}
      - {action: Pays, with: clinic}
    ```
    """
    for row in _rows(context, _is_silent):
        yield from (_finding([placed_step]) for placed_step in row)


def _is_silent(placed_step: PlacedStep) -> bool:
    return not is_known_there(placed_step)


def _finding(row: Sequence[PlacedStep]) -> Finding:
    close = row[-1].position - row[0].position == len(row) - 1
    count = counted(len(row), "step" if close else "served step")
    how = "in a row" if close else "one after another"
    return Finding(
        message=f"of {count} {how} nothing is known behind the scenes: "
        f"{few([placed_step.label for placed_step in row])}",
        help="ask the staff, and add backstage: with what they do out of sight",
        route=row[0].route,
        missing="backstage",
        stands_for=tuple(placed_step.route for placed_step in row),
        related=(Related(route=row[-1].route, message="the last of them"),),
    )
