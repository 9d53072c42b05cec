"""JM408."""

from collections.abc import Iterator
from itertools import groupby

from journeymap.authoring import Context, Finding, JourneyMap, Need, Option, Related, few, rule
from journeymap.linter.rules.touchpoints._shared import SERVED

IN_A_ROW = Option(
    name="steps",
    default=3,
    meaning="so many served steps in a row without `backstage` are told of",
    least=1,
)


@rule(
    "JM408",
    "blueprint-silence",
    severity="note",
    from_status="published",
    basis="practitioner",
    options=(IN_A_ROW,),
    needs=(
        Need(
            what="work behind the scenes (backstage)",
            is_there=lambda context: any(placed.step.backstage for placed in context.map.steps),
        ),
        SERVED,
    ),
)
def blueprint_silence(visited: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map shows work behind the scenes, and none of it at three served steps in a row.

    ## Why it matters

    `backstage` makes a map the blueprint of a service: who does what, out of sight, so that the
    step can happen. A stretch without any was mostly nobody's to tell in the workshop, and that is
    where causes stay hidden. Steps that nobody serves are passed over.

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
    served = [placed for placed in visited.steps if visited.serving(placed)]
    for shown, group in groupby(served, key=lambda placed: bool(placed.step.backstage)):
        silent = tuple(group)
        if shown or len(silent) < context.option(IN_A_ROW):
            continue
        yield Finding(
            message=f"of {len(silent)} steps in a row nothing is known behind the scenes: "
            f"{few([placed.label for placed in silent])}",
            help="ask the staff, and add backstage: with what they do out of sight",
            route=silent[0].route,
            missing="backstage",
            related=(Related(route=silent[-1].route, message="the last of them"),),
        )
